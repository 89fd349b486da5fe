//! Distances and walking times, rounded as a person would.

use crate::Locale;
use crate::locale::held;
use crate::parts::Parts;
use crate::unit_data::length_formatter;
use icu_decimal::input::Decimal;
use icu_experimental::dimension::units::categorized_formatter::CategorizedFormatter;
use icu_experimental::dimension::units::options::Width;
use icu_experimental::measure::category::{Duration, Length};
use std::sync::OnceLock;
use wayside_model::Language;

const FEET_PER_METRE: f64 = 1.0 / 0.3048;
const METRES_PER_MILE: f64 = 1609.344;

#[derive(Default)]
pub(crate) struct Measures {
    feet: OnceLock<CategorizedFormatter<Length>>,
    miles: OnceLock<CategorizedFormatter<Length>>,
    metres: OnceLock<CategorizedFormatter<Length>>,
    kilometres: OnceLock<CategorizedFormatter<Length>>,
    minutes: OnceLock<CategorizedFormatter<Duration>>,
}

/// A rounded distance.
#[derive(Debug, PartialEq, Eq)]
enum Rounded {
    Feet(i64),
    TenthsOfMile(i64),
    Metres(i64),
    TenthsOfKilometre(i64),
}

/// Rounds feet up to a thousand, then miles.
fn rounded_imperial(metres: f64) -> Rounded {
    let feet = round_short((metres * FEET_PER_METRE) as i64);
    if feet < 1000 { Rounded::Feet(feet) } else { Rounded::TenthsOfMile(round_long(metres / METRES_PER_MILE)) }
}

/// Rounds metres up to a thousand, then kilometres.
fn rounded_metric(metres: f64) -> Rounded {
    let short = round_short(metres as i64);
    if short < 1000 { Rounded::Metres(short) } else { Rounded::TenthsOfKilometre(round_long(metres / 1000.0)) }
}

/// Rounds to tens below a hundred and to fifties above; at least ten.
const fn round_short(length: i64) -> i64 {
    if length < 95 { if length < 15 { 10 } else { (length + 5) / 10 * 10 } } else { (length + 25) / 50 * 50 }
}

/// Rounds to tenths below ten and to whole ones above, in tenths.
fn round_long(length: f64) -> i64 {
    if length < 9.95 { (length * 10.0).round() as i64 } else { length.round() as i64 * 10 }
}

/// Sets a space between a number and its unit where there is none, as CLDR has the short Persian metre.
fn spaced(text: &str) -> String {
    let unit =
        text.char_indices().zip(text.chars().skip(1)).find(|((_, c), next)| c.is_numeric() && next.is_alphabetic());
    match unit {
        Some(((at, digit), _)) => {
            let (number, unit) = text.split_at(at + digit.len_utf8());
            format!("{number}\u{a0}{unit}")
        }
        None => text.to_owned(),
    }
}

fn tenths(count: i64) -> Decimal {
    let mut number = Decimal::from(count);
    number.multiply_pow10(-1);
    number.absolute.trim_end();
    number
}

impl Locale {
    /// Writes a distance given in metres: feet and miles for readers of English and Spanish, who live in the United
    /// States, else metres and kilometres. What is no number or below zero counts as zero.
    pub fn distance(&self, metres: f64) -> String {
        let metres = metres.max(0.0);
        let rounded = if self.is_imperial() { rounded_imperial(metres) } else { rounded_metric(metres) };
        let made = |cldr_name| length_formatter(self.icu(), cldr_name);
        let measures = &self.0.measures;
        let (formatter, number) = match rounded {
            Rounded::Feet(n) => (measures.feet.get_or_init(|| made("foot")), Decimal::from(n)),
            Rounded::TenthsOfMile(n) => (measures.miles.get_or_init(|| made("mile")), tenths(n)),
            Rounded::Metres(n) => (measures.metres.get_or_init(|| made("meter")), Decimal::from(n)),
            Rounded::TenthsOfKilometre(n) => (measures.kilometres.get_or_init(|| made("kilometer")), tenths(n)),
        };
        let text = formatter.format_fixed_decimal(&number).to_string();
        if self.language() == Language::Farsi { spaced(&text) } else { text }
    }

    /// Writes a number of minutes: "6 min".
    pub fn minutes(&self, minutes: i64) -> String {
        self.minute_formatter().format_fixed_decimal(&Decimal::from(minutes)).to_string()
    }

    /// Writes a number of minutes as number and unit, so that the number can be set large: ("6", "min").
    ///
    /// In all sixteen languages the number comes first, as a test shows.
    pub fn minutes_parts(&self, minutes: i64) -> (String, String) {
        let number = Decimal::from(minutes);
        let parts = Parts::of(&self.minute_formatter().format_fixed_decimal(&number));
        match parts.range(|part| part.category == "decimal") {
            Some((start, end)) => {
                let unit = if start == 0 { &parts.text[end..] } else { &parts.text[..start] };
                (parts.text[start..end].to_owned(), unit.trim().to_owned())
            }
            // The language's word holds the number, as in a dual.
            None => (self.decimal_to_string(&number), parts.text),
        }
    }

    pub(crate) fn is_imperial(&self) -> bool {
        matches!(self.language(), Language::English | Language::Spanish)
    }

    fn minute_formatter(&self) -> &CategorizedFormatter<Duration> {
        self.0.measures.minutes.get_or_init(|| {
            // The short Armenian minute is one letter, which nobody reads beside a large number.
            let width = if self.language() == Language::Armenian { Width::Long } else { Width::Short };
            held(CategorizedFormatter::try_new_core(self.icu().into(), Duration::minute(), width.into()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_round_as_a_person_would() {
        let imperial = [
            (0.0, Rounded::Feet(10)),
            (10.0, Rounded::Feet(30)),
            (100.0, Rounded::Feet(350)),
            (120.0, Rounded::Feet(400)),
            (296.0, Rounded::Feet(950)),
            (298.0, Rounded::TenthsOfMile(2)),
            (1609.0, Rounded::TenthsOfMile(10)),
            (2500.0, Rounded::TenthsOfMile(16)),
            (20_000.0, Rounded::TenthsOfMile(120)),
        ];
        for (metres, expect) in imperial {
            assert_eq!(rounded_imperial(metres), expect, "{metres} m");
        }
        let metric = [
            (3.0, Rounded::Metres(10)),
            (44.0, Rounded::Metres(40)),
            (96.0, Rounded::Metres(100)),
            (260.0, Rounded::Metres(250)),
            (974.0, Rounded::Metres(950)),
            (976.0, Rounded::TenthsOfKilometre(10)),
            (1249.0, Rounded::TenthsOfKilometre(12)),
            (9960.0, Rounded::TenthsOfKilometre(100)),
            (23_400.0, Rounded::TenthsOfKilometre(230)),
        ];
        for (metres, expect) in metric {
            assert_eq!(rounded_metric(metres), expect, "{metres} m");
        }
    }
}
