//! Recordings that the kiosk plays for the bench, and the edit that it publishes.

/// Seconds from the start of the scripted visit to its last event.
pub const VISIT_SECS: u64 = STEPS.len() as u64 * STEP_SECS;

/// Seconds between two events of the visit.
const STEP_SECS: u64 = 2;

/// What the visitor does after the first touch; the languages bring in the largest fonts.
const STEPS: &[&str] = &[
    r#"{"open":{"events":{"filter":"all","page":0}}}"#,
    r#"{"show":{"events":{"filter":"weekend","page":0}}}"#,
    r#"{"open":{"event":"griffith-telescopes"}}"#,
    r#"{"open":{"place":"griffith-observatory"}}"#,
    r#""back""#,
    r#""home""#,
    r#"{"open":{"places":{"filter":"near","page":0}}}"#,
    r#"{"show":{"places":{"filter":{"kind":"museum"},"page":0}}}"#,
    r#"{"set-language":"ko"}"#,
    r#"{"set-language":"ar"}"#,
    r#""home""#,
    r#"{"open":{"offers":{"page":0}}}"#,
    r#"{"set-language":"en"}"#,
    r#"{"open":{"services":{"filter":null,"page":0}}}"#,
    r#"{"open":{"service":"library-laptops"}}"#,
];

/// Makes the recording of a visitor who touches the screen and then stands still.
pub fn still(kiosk: &str, now_ms: u64) -> String {
    let at = rfc3339(now_ms);
    format!(
        "{{\"kiosk\":\"{kiosk}\",\"language\":\"en\"}}\n{{\"at\":\"{at}\",\"event\":{{\"start\":{{\"opens\":null}}}}}}\n\
         {{\"expect\":{{\"screen\":\"home\"}}}}\n"
    )
}

/// Makes the recording of a visitor who looks at a good deal.
pub fn long(kiosk: &str, now_ms: u64) -> String {
    let steps = STEPS.iter().zip(1..).map(|(event, number)| {
        let at = rfc3339(now_ms + number * STEP_SECS * 1000);
        format!("{{\"at\":\"{at}\",\"event\":{event}}}\n")
    });
    still(kiosk, now_ms) + &steps.collect::<String>() + "{\"expect\":{\"screen\":\"service\",\"language\":\"en\"}}\n"
}

/// Writes an instant as `2026-11-22T19:49:03.250Z`.
fn rfc3339(unix_ms: u64) -> String {
    let (secs, ms) = (unix_ms / 1000, unix_ms % 1000);
    let (day, second) = (secs / 86_400, secs % 86_400);
    // Days are counted from 1 March of the year 0, in cycles of 400 years, so that leap days come last.
    let shifted = day + 719_468;
    let (cycle, of_cycle) = (shifted / 146_097, shifted % 146_097);
    let year = (of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let date = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = cycle * 400 + year + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}Z")
}

/// Puts a word after the first English title in a file of events; none where there is no such line.
pub fn with_edited_title(source: &str, word: &str) -> Option<String> {
    let line = source.lines().find(|line| {
        let text = line.strip_prefix("title.en = \"").and_then(|rest| rest.strip_suffix('"'));
        // Escapes and strings of several lines are left alone.
        text.is_some_and(|text| !text.is_empty() && !text.contains(['"', '\\']))
    })?;
    let edited = format!("{} {word}\"", line.strip_suffix('"')?);
    Some(source.replacen(line, &edited, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_instants() {
        let check = |unix_ms, expect| assert_eq!(rfc3339(unix_ms), expect);
        check(0, "1970-01-01T00:00:00.000Z");
        check(951_782_399_999, "2000-02-28T23:59:59.999Z");
        check(951_782_400_000, "2000-02-29T00:00:00.000Z");
        check(1_735_689_600_000, "2025-01-01T00:00:00.000Z");
        check(1_795_376_943_250, "2026-11-22T19:49:03.250Z");
        check(4_107_542_399_000, "2100-02-28T23:59:59.000Z");
        check(4_107_542_400_000, "2100-03-01T00:00:00.000Z");
    }

    #[test]
    fn recordings_go_on_from_their_start() {
        let text = long("westwood", 0);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], r#"{"kiosk":"westwood","language":"en"}"#);
        assert_eq!(lines[1], r#"{"at":"1970-01-01T00:00:00.000Z","event":{"start":{"opens":null}}}"#);
        assert_eq!(lines[2], r#"{"expect":{"screen":"home"}}"#);
        let last = rfc3339(VISIT_SECS * 1000);
        assert!(lines[lines.len() - 2].contains(&last), "{text}");
        assert_eq!(lines.len(), STEPS.len() + 4);
    }

    #[test]
    fn edits_the_first_title_only() {
        let check = |source, expect: Option<&str>| {
            assert_eq!(with_edited_title(source, "(new)").as_deref(), expect, "{source}");
        };
        check(
            "id = \"a\"\ntitle.en = \"One\"\ntitle.en = \"Two\"\n",
            Some("id = \"a\"\ntitle.en = \"One (new)\"\ntitle.en = \"Two\"\n"),
        );
        check("title.es = \"Uno\"\n", None);
        check("title.en = \"\"\"\nlong", None);
        check("", None);
    }
}
