//! Layers, targets, fallback and what is on the screen at an instant.

use crate::city::{
    add_picture_media, add_video, at, campaign, campaign_of, city, fact, kiosk, names, part, picture, targets,
};
use chrono::TimeDelta;
use wayside_model::{Layer, Release, SignageId};
use wayside_schedule::{Reason, Show, SkipReason, Slot, now_playing};

const NOON: &str = "2026-07-14T12:00:00-07:00";

fn check(release: &Release, expect: &[&str]) {
    assert_eq!(names(&now_playing(release, &kiosk(), at(NOON))), expect);
}

#[test]
fn a_higher_layer_hides_all_lower_ones() {
    let mut release = city();
    check(&release, &["welcome"]);
    campaign(&mut release, "everyday", Layer::Base, &[10, 10]);
    check(&release, &["everyday-1", "everyday-2"]);
    campaign(&mut release, "games", Layer::Takeover, &[10]);
    check(&release, &["games-1"]);
    campaign(&mut release, "quake", Layer::Emergency, &[10, 20]);
    check(&release, &["quake-1", "quake-2"]);
    // One that has nothing to show, or is for another kiosk, hides nothing.
    release.playlists.get_mut("quake").unwrap().items.clear();
    check(&release, &["games-1"]);
    release.campaigns.get_mut("games").unwrap().targets = targets(&["exposition-park"], &[]);
    check(&release, &["everyday-1", "everyday-2"]);
}

#[test]
fn targets_name_kiosks_or_groups() {
    let check = |kiosks: &[&str], groups: &[&str], expect: &str| {
        let mut release = city();
        campaign(&mut release, "a", Layer::Base, &[10]).targets = targets(kiosks, groups);
        assert_eq!(names(&now_playing(&release, &kiosk(), at(NOON))), [expect], "{kiosks:?} {groups:?}");
    };
    check(&[], &[], "a-1");
    check(&["union-station"], &[], "a-1");
    check(&["westwood"], &[], "welcome");
    check(&["westwood"], &["downtown"], "a-1");
    check(&[], &["games-venues"], "welcome");
}

#[test]
fn several_campaigns_of_a_layer_follow_each_other() {
    let mut release = city();
    campaign(&mut release, "b", Layer::Base, &[5]);
    campaign(&mut release, "a", Layer::Base, &[5, 5]);
    check(&release, &["a-1", "a-2", "b-1"]);
}

#[test]
fn an_item_without_its_picture_is_left_out_with_the_reason() {
    let mut release = city();
    add_picture_media(&mut release, "griffith");
    add_video(&mut release, "film");
    let items = vec![
        picture(&mut release, "shown", "griffith", 10),
        picture(&mut release, "lost", "no-such-art", 10),
        picture(&mut release, "moving", "film", 10),
        SignageId::new("nowhere").unwrap(),
    ];
    campaign_of(&mut release, "everyday", Layer::Base, items);
    let program = now_playing(&release, &kiosk(), at(NOON));
    assert_eq!(names(&program), ["shown"]);
    let skipped: Vec<_> = program.skipped.iter().map(|s| (s.item.as_str(), s.why.to_string())).collect();
    assert_eq!(
        skipped,
        [
            ("lost", "its picture no-such-art is not in the release".to_owned()),
            ("moving", "film is not a picture".to_owned()),
            ("nowhere", "no such item in the release".to_owned()),
        ]
    );
}

#[test]
fn the_loop_is_never_empty() {
    let mut release = city();
    release.signage.clear();
    let program = now_playing(&release, &kiosk(), at(NOON));
    let built_in = Slot { show: Show::BuiltIn, seconds: 10, campaign: None, reason: Reason::BuiltIn };
    assert_eq!(program.slots, [built_in]);
    assert_eq!(program.layer, None);
    assert_eq!(program.skipped[0].why, SkipReason::NoSuchItem);
    assert_eq!(program.item_at(at(NOON)).slot.show, Show::BuiltIn);
}

#[test]
fn times_that_make_no_sense_are_bounded() {
    let mut release = city();
    campaign(&mut release, "everyday", Layer::Base, &[0, 1, u32::MAX]);
    let program = now_playing(&release, &kiosk(), at(NOON));
    assert_eq!(program.slots.iter().map(|s| s.seconds).collect::<Vec<_>>(), [3, 3, 3600]);
}

#[test]
fn the_item_follows_from_the_instant_alone() {
    let mut release = city();
    campaign(&mut release, "everyday", Layer::Base, &[10, 20, 5]);
    let check = |instant: &str, item: &str, started: &str, ends: &str| {
        let program = now_playing(&release, &kiosk(), at(instant));
        let showing = program.item_at(at(instant));
        assert_eq!(showing.slot.show.to_string(), item, "{instant}");
        assert_eq!((showing.started, showing.ends), (at(started), at(ends)), "{instant}");
    };
    check("2026-07-14T00:00:00-07:00", "everyday-1", "2026-07-14T00:00:00-07:00", "2026-07-14T00:00:10-07:00");
    check("2026-07-14T00:00:09.999-07:00", "everyday-1", "2026-07-14T00:00:00-07:00", "2026-07-14T00:00:10-07:00");
    check("2026-07-14T00:00:10-07:00", "everyday-2", "2026-07-14T00:00:10-07:00", "2026-07-14T00:00:30-07:00");
    check("2026-07-14T00:00:34-07:00", "everyday-3", "2026-07-14T00:00:30-07:00", "2026-07-14T00:00:35-07:00");
    check("2026-07-14T00:00:35-07:00", "everyday-1", "2026-07-14T00:00:35-07:00", "2026-07-14T00:00:45-07:00");
    // 35 s go 1234 times into 43190 s.
    check("2026-07-14T12:00:00-07:00", "everyday-2", "2026-07-14T12:00:00-07:00", "2026-07-14T12:00:20-07:00");
}

#[test]
fn a_program_begins_with_its_first_item_when_the_schedule_changes() {
    let mut release = city();
    campaign(&mut release, "everyday", Layer::Base, &[10, 10, 10]);
    campaign(&mut release, "games", Layer::Takeover, &[7, 9]).dayparts = vec![part(&[], "12:00", "12:01")];
    // A part of the day of a hidden campaign does not start the takeover again.
    campaign(&mut release, "lunch", Layer::Base, &[10]).dayparts = vec![part(&[], "11:59", "13:00")];
    let takeover = now_playing(&release, &kiosk(), at("2026-07-14T12:00:30-07:00"));
    assert_eq!((takeover.from, takeover.until), (at("2026-07-14T12:00:00-07:00"), at("2026-07-14T12:01:00-07:00")));
    assert_eq!(takeover.item_at(takeover.from).index, 0);
    let before = now_playing(&release, &kiosk(), at("2026-07-14T11:59:30-07:00"));
    assert_eq!(before.until, takeover.from);
    assert_eq!(now_playing(&release, &kiosk(), takeover.from), takeover);
    let after = now_playing(&release, &kiosk(), takeover.until);
    assert_eq!(names(&after), ["everyday-1", "everyday-2", "everyday-3", "lunch-1"]);
    assert_eq!(after.until, at("2026-07-14T13:00:00-07:00"));
}

#[test]
fn no_item_flashes_up_just_before_a_change() {
    let mut release = city();
    campaign(&mut release, "everyday", Layer::Base, &[10, 10]);
    campaign(&mut release, "games", Layer::Takeover, &[7, 22]).dayparts = vec![part(&[], "12:00", "12:01")];
    // 7 + 22 + 7 + 22 s leave two seconds: the last item stays for them.
    let program = now_playing(&release, &kiosk(), at(NOON));
    for (instant, item, started, ends) in [
        ("2026-07-14T12:00:36-07:00", "games-2", "2026-07-14T12:00:36-07:00", "2026-07-14T12:01:00-07:00"),
        ("2026-07-14T12:00:59-07:00", "games-2", "2026-07-14T12:00:36-07:00", "2026-07-14T12:01:00-07:00"),
    ] {
        let showing = program.item_at(at(instant));
        assert_eq!(showing.slot.show.to_string(), item, "{instant}");
        assert_eq!((showing.started, showing.ends), (at(started), at(ends)), "{instant}");
    }
}

#[test]
fn walking_from_item_to_item_covers_a_day_without_gap_or_standstill() {
    let mut release = city();
    campaign(&mut release, "everyday", Layer::Base, &[11, 13, 17]);
    campaign(&mut release, "sold", Layer::Campaign, &[7]).share_percent = Some(30);
    campaign(&mut release, "night", Layer::Takeover, &[19]).dayparts = vec![part(&[], "22:00", "05:30")];
    fact(&mut release, "unused", 10);
    // Both days on which the clocks jump.
    for (from, hours) in [("2026-03-08T00:00:00-08:00", 23), ("2026-11-01T00:00:00-07:00", 25)] {
        let end = at(from) + TimeDelta::hours(hours);
        let mut instant = at(from);
        let mut programs = 0;
        while instant < end {
            let program = now_playing(&release, &kiosk(), instant);
            assert_eq!(program.from, instant, "a program begins where the last one ended");
            programs += 1;
            while instant < program.until {
                let showing = program.item_at(instant);
                assert_eq!(showing.started, instant);
                let inside = instant + (showing.ends - instant) / 2;
                assert_eq!(program.item_at(inside), showing, "{inside}");
                assert!(showing.ends > instant && showing.ends <= program.until);
                assert!(showing.ends - showing.started >= TimeDelta::seconds(3));
                instant = showing.ends;
            }
        }
        assert_eq!(instant, end);
        assert_eq!(programs, 3, "the night's end, the day, and the night's beginning");
    }
}
