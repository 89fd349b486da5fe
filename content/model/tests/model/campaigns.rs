//! Campaigns: what does not fit in one, and shares that do not fit on a screen together.

use crate::city::{SIGNAGE, changed, check, check_all, check_warning, draft, with};
use wayside_model::Severity::{Error, Warning};

const PLAYING: &str = "signage/signage.toml";

/// The city with two campaigns that share the screen.
fn sharing(first: &str, second: &str) -> wayside_model::source::Folder {
    let campaign = |id: &str, rest: &str| {
        format!("\n[[campaign]]\nid = \"{id}\"\nlayer = \"campaign\"\nplaylist = \"everyday\"\n{rest}\n")
    };
    with(PLAYING, format!("{SIGNAGE}{}{}", campaign("one", first), campaign("two", second)))
}

#[test]
fn shares_must_fit_on_each_screen() {
    let folder = sharing("share_percent = 60", "share_percent = 50");
    check(&folder, PLAYING, 33, "kiosk `alameda`: shares add up to 110 %", "lower a share");
    check_all(&sharing("share_percent = 60", "share_percent = 40"), &[]);
    // One after the other, at other hours, or elsewhere, they fit.
    let days = |from: &str, until: &str| format!("days = {{ from = {from}, until = {until} }}\nshare_percent = 60");
    check_all(&sharing(&days("2027-01-01", "2027-01-31"), &days("2027-02-01", "2027-02-28")), &[]);
    let folder = sharing(&days("2027-01-01", "2027-01-31"), &days("2027-01-31", "2027-02-28"));
    check(&folder, PLAYING, 35, "120 % on 2027-01-31 at 00:00: `one` 60 %, `two` 60 %", "move a campaign");
    let hours = |from: &str, until: &str| {
        format!("dayparts = [{{ from = \"{from}\", until = \"{until}\" }}]\nshare_percent = 60")
    };
    check_all(&sharing(&hours("06:00", "12:00"), &hours("12:00", "06:00")), &[]);
    check(&sharing(&hours("06:00", "12:00"), &hours("22:00", "06:01")), PLAYING, 35, "at 06:00", "lower a share");
    let weekly = "days = { from = 2026-11-28 }\nrepeats = \"FREQ=WEEKLY;BYDAY=SA\"\nshare_percent = 60";
    let monday = "dayparts = [{ weekdays = [\"Mon\"], from = \"00:00\", until = \"00:00\" }]\nshare_percent = 60";
    check_all(&sharing(weekly, monday), &[]);
}

#[test]
fn shares_must_fit_on_days_that_rules_pick_long_after_the_first() {
    let rule = |from: &str, rule: &str, rest: &str| {
        format!("days = {{ from = {from} }}\nrepeats = \"{rule}\"\nshare_percent = 80\n{rest}")
    };
    let monthly = |day: u32| rule("2026-01-01", &format!("FREQ=MONTHLY;BYMONTHDAY={day}"), "");
    let both = "shares add up to 160 % on 2026-12-09 at 00:00: `one` 80 %, `two` 80 %";
    check(&sharing(&monthly(9), &monthly(9)), PLAYING, 38, both, "move a campaign");
    check_all(&sharing(&monthly(9), &monthly(10)), &[]);
    // Once a year, nearly a year from today.
    let yearly = rule("2020-01-01", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=21", "");
    check(&sharing(&yearly, "share_percent = 30"), PLAYING, 36, "110 % on 2027-11-21 at 00:00", "move a campaign");
    // One that has not begun yet, and hours of the one on a day of the other.
    let later = rule("2030-05-01", "FREQ=MONTHLY;BYMONTHDAY=9", "");
    check(&sharing(&monthly(9), &later), PLAYING, 38, "160 % on 2030-05-09 at 00:00", "move a campaign");
    let noon = "dayparts = [{ from = \"12:00\", until = \"13:00\" }]\nshare_percent = 30";
    check(&sharing(&monthly(9), noon), PLAYING, 37, "110 % on 2026-12-09 at 12:00", "move a campaign");
    // A part of the day that runs past midnight into a day that another rule picks.
    let night = "dayparts = [{ from = \"22:00\", until = \"02:00\" }]";
    let night = rule("2026-01-01", "FREQ=MONTHLY;BYMONTHDAY=8", night);
    check(&sharing(&night, &monthly(9)), PLAYING, 38, "160 % on 2026-12-09 at 00:00", "move a campaign");
    // A rule that cannot be followed to its end, and campaigns decades apart, keep nobody waiting.
    let started = std::time::Instant::now();
    let often = rule(
        "2026-01-01",
        &format!("FREQ=DAILY;BYHOUR={}", (0..24).map(|h| h.to_string()).collect::<Vec<_>>().join(",")),
        "",
    );
    let far = rule("9990-01-01", "FREQ=DAILY", "");
    draft(&sharing(&often, &far));
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

#[test]
fn campaigns() {
    let campaign = |rest: &str| changed(PLAYING, "layer = \"base\"", &format!("layer = \"base\"\n{rest}"));
    check_warning(
        &campaign("days = { from = 2025-01-01, until = 2025-12-31 }"),
        PLAYING,
        21,
        "its days are over",
        "days to come",
    );
    let never = campaign("days = { from = 2027-01-04, until = 2027-01-05 }\nrepeats = \"FREQ=WEEKLY;BYDAY=SA\"");
    check_warning(&never, PLAYING, 22, "picks none of its days to come", "widen `days`");
    check(&campaign("repeats = \"FREQ=DAILY\""), PLAYING, 21, "`repeats` needs a first day", "days = {");
    let odd = campaign("days = { from = 2027-01-04 }\nrepeats = \"FREQ=HOURLY\"");
    check_all(
        &odd,
        &[
            (Error, PLAYING, 22, "more than daily", "BYDAY=SA,SU"),
            (Warning, PLAYING, 22, "picks none of its days", "change the rule"),
        ],
    );
    check_warning(&campaign("share_percent = 20"), PLAYING, 21, "only the layer `campaign`", "delete");
    let odd = changed(PLAYING, "layer = \"base\"", "layer = \"campaign\"\nshare_percent = 0");
    check(&odd, PLAYING, 21, "a share of 0 percent", "from 1 to 100");
    check(
        &campaign("dayparts = [{ from = \"6 am\", until = \"10:00\" }]"),
        PLAYING,
        21,
        "`from` is not a time of day",
        "\"06:00\"",
    );
    check(
        &campaign("dayparts = [{ weekdays = [\"Monday\"], from = \"06:00\", until = \"10:00\" }]"),
        PLAYING,
        21,
        "`Monday`",
        "Mon",
    );
}
