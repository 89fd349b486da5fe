//! Which notices are shown.

use crate::city::{at, city, kiosk, notice, targets};
use wayside_model::NoticeLevel;
use wayside_schedule::notices_for;

#[test]
fn notices_for_this_kiosk_and_day_come_by_urgency_then_newest() {
    let mut release = city();
    notice(&mut release, "info", NoticeLevel::Info, "2026-07-01", "2026-07-31");
    notice(&mut release, "heat", NoticeLevel::Advice, "2026-07-10", "2026-07-14");
    notice(&mut release, "smoke", NoticeLevel::Advice, "2026-07-12", "");
    notice(&mut release, "quake", NoticeLevel::Emergency, "2026-07-14", "2026-07-14");
    notice(&mut release, "elsewhere", NoticeLevel::Emergency, "2026-07-01", "").targets = targets(&["westwood"], &[]);
    notice(&mut release, "near", NoticeLevel::Info, "2026-07-01", "2026-07-31").targets = targets(&[], &["downtown"]);
    let check = |instant: &str, expect: &[&str]| {
        let shown: Vec<&str> = notices_for(&release, &kiosk(), at(instant)).iter().map(|n| n.id.as_str()).collect();
        assert_eq!(shown, expect, "{instant}");
    };
    check("2026-06-30T23:59:59-07:00", &[]);
    check("2026-07-01T00:00:00-07:00", &["info", "near"]);
    check("2026-07-14T23:59:59-07:00", &["quake", "smoke", "heat", "info", "near"]);
    check("2026-07-15T00:00:00-07:00", &["smoke", "info", "near"]);
    check("2026-08-01T00:00:00-07:00", &["smoke"]);
}
