//! The status page: one document, no script, nothing from elsewhere.

use crate::report::{ReleaseReport, Report};
use chrono::{DateTime, TimeDelta, Utc};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The project's colours, by role, dark and light; every pair of text and ground reaches 7:1.
const STYLE: &str = include_str!("page.css");

/// Below this, an expiry is pointed out.
const SOON: TimeDelta = TimeDelta::days(2);

/// Most kiosks that the page lists; `/status.json` has all.
const MAX_LISTED: usize = 200;

pub(crate) fn render(report: &Report) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="dark light";
                title { "Wayside hub: " (headline(report)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    p.name { "Wayside hub" }
                    p.dim { "As of " (time(report.at, report.at)) ". Reload for newer." }
                }
                main {
                    h1 { (headline(report)) }
                    @if let Some(problem) = &report.problem {
                        p.problem role="alert" { strong { "Kiosks refuse this repository. " } (problem) }
                    }
                    @if let Some(release) = &report.release { (facts(report, release)) }
                    @else if report.problem.is_none() {
                        p { "This hub is ready. Publish a release into its folder with " code { "content publish" }
                            ", and kiosks get it at their next question." }
                    }
                    (expiries(report))
                    (kiosks(report))
                    @if let Some(release) = &report.release { (files(release)) }
                }
                footer { p.dim { "The same as data: " a href="/status.json" { "status.json" } } }
            }
        }
    }
}

fn headline(report: &Report) -> String {
    match (&report.release, &report.problem) {
        (Some(release), _) => format!("Release {} is live", release.version),
        (None, Some(_)) => "The repository needs attention".to_owned(),
        (None, None) => "Nothing is published yet".to_owned(),
    }
}

fn facts(report: &Report, release: &ReleaseReport) -> Markup {
    let current = report.kiosks.iter().filter(|kiosk| kiosk.release == Some(release.version)).count();
    html! {
        dl.facts {
            div { dt { "Published" } dd { (time(release.published, report.at)) } }
            div { dt { "Files" } dd { (release.files.len()) " (" (size(release.len)) ")" } }
            div { dt { "Kiosks on this release" } dd { (current) " of " (report.kiosks.len()) " that have asked" } }
        }
    }
}

fn expiries(report: &Report) -> Markup {
    html! {
        @if !report.expiries.is_empty() {
            section aria-labelledby="signatures" {
                h2 #signatures { "Signatures" }
                table {
                    thead { tr { th scope="col" { "Role" } th scope="col" { "Version" } th scope="col" { "Expires" }
                        th scope="col" { "State" } } }
                    tbody {
                        @for expiry in &report.expiries {
                            tr {
                                th scope="row" { (expiry.role) }
                                td.number { (expiry.version) }
                                td { (time(expiry.expires, report.at)) }
                                td {
                                    @if expiry.expires <= report.at { strong.bad { "Expired" } }
                                    @else if expiry.expires - report.at < SOON { strong.soon { "Expires soon" } }
                                    @else { "Valid" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn kiosks(report: &Report) -> Markup {
    html! {
        section aria-labelledby="kiosks" {
            h2 #kiosks { "Kiosks that have asked" }
            @if report.kiosks.is_empty() {
                p.dim { "None since this hub started. A kiosk's agent asks when it is started with this hub's address." }
            } @else {
                table {
                    thead { tr { th scope="col" { "Kiosk" } th scope="col" { "Release on its screen" }
                        th scope="col" { "Last asked" } th scope="col" { "Program" } } }
                    tbody {
                        @for kiosk in report.kiosks.iter().take(MAX_LISTED) {
                            tr {
                                th scope="row" { (kiosk.kiosk) }
                                td.number { @if let Some(release) = kiosk.release { (release) } @else { "none yet" } }
                                td { (time(kiosk.at, report.at)) }
                                td { (kiosk.agent) }
                            }
                        }
                    }
                }
                @if report.kiosks.len() > MAX_LISTED {
                    p.dim { "And " (report.kiosks.len() - MAX_LISTED) " more in " a href="/status.json" { "status.json" } "." }
                }
            }
        }
    }
}

fn files(release: &ReleaseReport) -> Markup {
    html! {
        section aria-labelledby="files" {
            h2 #files { "Files of release " (release.version) }
            table {
                thead { tr { th scope="col" { "Name" } th.number scope="col" { "Size" } } }
                tbody {
                    @for file in &release.files {
                        tr { th scope="row" { (file.name) } td.number { (size(file.len)) } }
                    }
                }
            }
        }
    }
}

/// A moment, and how far it is away.
fn time(at: DateTime<Utc>, now: DateTime<Utc>) -> Markup {
    html! {
        time datetime=(at.to_rfc3339()) { (at.format("%-d %b %Y, %H:%M:%S UTC")) }
        @if at != now { " (" (distance(at - now)) ")" }
    }
}

fn distance(delta: TimeDelta) -> String {
    let seconds = delta.num_seconds().abs();
    let (count, unit) = match seconds {
        0..=59 => (seconds, "second"),
        60..=3599 => (seconds / 60, "minute"),
        3600..=86_399 => (seconds / 3600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    if delta < TimeDelta::zero() { format!("{count} {unit}{plural} ago") } else { format!("in {count} {unit}{plural}") }
}

/// A length in bytes as people read it.
fn size(len: u64) -> String {
    match len {
        0..=999 => format!("{len} bytes"),
        1_000..=999_999 => format!("{:.1} kB", len as f64 / 1e3),
        _ => format!("{:.1} MB", len as f64 / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asked::Asked;

    #[test]
    fn distances_and_sizes_read_well() {
        let check = |seconds: i64, expect: &str| assert_eq!(distance(TimeDelta::seconds(seconds)), expect);
        check(-1, "1 second ago");
        check(-59, "59 seconds ago");
        check(60, "in 1 minute");
        check(7200, "in 2 hours");
        check(86_400 * 6 + 5, "in 6 days");
        let check = |len: u64, expect: &str| assert_eq!(size(len), expect);
        check(0, "0 bytes");
        check(1500, "1.5 kB");
        check(12_345_678, "12.3 MB");
    }

    #[test]
    fn what_others_say_is_shown_and_never_run() {
        let at = "2026-11-22T18:00:00Z".parse().unwrap();
        let asked = Asked { kiosk: "k".to_owned(), at, release: None, agent: "<script>alert(1)</script>".to_owned() };
        let report =
            Report { at, release: None, problem: Some("a < b".to_owned()), expiries: Vec::new(), kiosks: vec![asked] };
        let page = render(&report).into_string();
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("&lt;script&gt;") && page.contains("a &lt; b"), "{page}");
    }
}
