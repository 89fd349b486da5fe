//! What the explanation says.

use crate::city::{at, campaign, campaign_of, city, days, kiosk, notice, part, picture, targets};
use chrono::Weekday::{Mon, Sun, Tue};
use wayside_model::{Layer, NoticeLevel, Release};
use wayside_schedule::{Verdict, explain};

/// A Tuesday.
const NOON: &str = "2026-07-14T12:00:00-07:00";

fn check(release: &Release, campaign: &str, expect: &str) {
    let explanation = explain(release, &kiosk(), at(NOON));
    let report = explanation.campaigns.iter().find(|c| c.campaign.as_str() == campaign).unwrap();
    assert_eq!(report.verdict.to_string(), expect);
    assert!(explanation.to_string().contains(expect), "{explanation}");
}

#[test]
fn says_for_every_campaign_why_it_plays_or_not() {
    let mut release = city();
    campaign(&mut release, "everyday", Layer::Base, &[10, 10, 10]);
    campaign(&mut release, "sold", Layer::Campaign, &[10]).share_percent = Some(25);
    campaign(&mut release, "muted", Layer::Campaign, &[10]).share_percent = Some(0);
    campaign(&mut release, "later", Layer::Campaign, &[10]).days = Some(days("2028-07-14", "2028-07-30"));
    campaign(&mut release, "past", Layer::Campaign, &[10]).days = Some(days("2025-01-01", "2025-12-31"));
    campaign(&mut release, "thursdays", Layer::Campaign, &[10]).repeats = Some("FREQ=WEEKLY;BYDAY=TH".into());
    campaign(&mut release, "monday", Layer::Campaign, &[10]).dayparts = vec![part(&[Sun, Mon], "06:00", "20:00")];
    campaign(&mut release, "morning", Layer::Campaign, &[10]).dayparts =
        vec![part(&[Tue], "06:00", "10:00"), part(&[], "16:00", "19:00"), part(&[Mon], "11:00", "13:00")];
    campaign(&mut release, "westwood", Layer::Takeover, &[10]).targets = targets(&["westwood"], &[]);
    campaign(&mut release, "hollow", Layer::Takeover, &[]);
    campaign(&mut release, "lost", Layer::Takeover, &[10]);
    release.playlists.remove("lost");
    check(&release, "everyday", "plays, 75.0 % of the loop");
    check(&release, "sold", "plays, 25.0 % of the loop (due 25.0 %)");
    check(&release, "muted", "no share of the loop is left for it");
    check(&release, "later", "not now: begins on 2028-07-14");
    check(&release, "past", "not now: ended on 2025-12-31");
    check(&release, "thursdays", "not now: its recurrence FREQ=WEEKLY;BYDAY=TH leaves this day out");
    check(&release, "monday", "not now: none of its parts of the day is on a Tue");
    check(&release, "morning", "not now: outside its parts of the day (06:00–10:00, 16:00–19:00)");
    check(&release, "westwood", "not for this kiosk");
    check(&release, "hollow", "playlist hollow has nothing to show");
    check(&release, "lost", "the release has no playlist lost");
    campaign(&mut release, "quake", Layer::Emergency, &[10]);
    check(&release, "everyday", "hidden by the emergency layer");
    check(&release, "sold", "hidden by the emergency layer");
}

#[test]
fn lists_what_is_left_out_the_loop_and_the_notices() {
    let mut release = city();
    let items = vec![picture(&mut release, "poster", "no-such-art", 10)];
    campaign_of(&mut release, "everyday", Layer::Base, items);
    notice(&mut release, "heat", NoticeLevel::Advice, "2026-07-10", "2026-07-14");
    let explanation = explain(&release, &kiosk(), at(NOON));
    assert_eq!(explanation.campaigns[0].verdict, Verdict::Empty(release.campaigns["everyday"].playlist.clone()));
    let expect = "union-station at Tue 2026-07-14 12:00:00 PDT
  shows welcome
  nothing is scheduled; the fallback stands in
  this loop plays from 2026-07-14 00:00:00 until 2026-07-15 00:00:00

campaigns
  base       everyday  playlist everyday has nothing to show
             leaves out poster: its picture no-such-art is not in the release

loop of 1 items, 10 s
    10 s  fallback   welcome  

notices: heat
";
    assert_eq!(explanation.to_string(), expect);
    release.signage.clear();
    let text = explain(&release, &kiosk(), at(NOON)).to_string();
    assert!(text.contains("the fallback welcome cannot be shown: no such item in the release"), "{text}");
}

#[test]
fn machines_can_read_it() {
    let mut release = city();
    campaign(&mut release, "everyday", Layer::Base, &[10]);
    campaign(&mut release, "later", Layer::Campaign, &[10]).days = Some(days("2028-07-14", ""));
    let json = serde_json::to_value(explain(&release, &kiosk(), at(NOON))).unwrap();
    assert_eq!(json["instant"], "2026-07-14T12:00:00-07:00");
    assert_eq!(json["shows"]["item"], "everyday-1");
    assert_eq!(json["program"]["layer"], "base");
    assert_eq!(json["campaigns"][0]["verdict"]["not-now"]["not-yet"]["from"], "2028-07-14");
    assert_eq!(json["campaigns"][1]["verdict"]["plays"]["has_percent"], 100.0);
}
