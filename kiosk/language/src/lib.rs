//! Turns facts into words: interface strings, dates, times, numbers, distances and lists in sixteen languages.
//!
//! Start at [`Locale`]: one language on one kiosk.
//! Interface strings are [Fluent] messages under `strings/`, one file per language, part of the program.
//! Everything else follows Unicode's CLDR through ICU4X; no string is joined by hand where CLDR has a pattern.
//!
//! The crate is pure: it draws nothing, reads no clock and does no I/O.
//! Days and instants are given to it.
//!
//! # Where ICU4X 2.4 has no data or formatter, and what stands in
//!
//! - Temperature has no unit category in `icu_experimental` 0.7: the sixteen CLDR patterns are listed in `temperature`.
//! - Names of units of length fall back to the root locale too early: `unit_data` asks for the language's own.
//! - Ranges of days write "M07" where the range needs other month names than a single day, and ranges of time mix two
//!   patterns on a 24-hour clock: `date` and `time` put formatted ends together by CLDR's own range pattern (`glue`).
//! - Percent signs are Latin next to Arabic digits: `number` puts CLDR's in their place.
//! - A relative day with a time ("tomorrow at 8") has no formatter: [`Locale::moment`] says the weekday with the time.
//!
//! [Fluent]: https://projectfluent.org

mod date;
mod glue;
mod hours;
mod line_break;
mod list;
mod locale;
mod measure;
mod name;
mod number;
mod parts;
mod relative;
mod strings;
mod temperature;
mod time;
mod unit_data;

pub use hours::{DayHours, HoursRow};
pub use line_break::break_opportunities;
pub use locale::Locale;
pub use strings::{ENGLISH_SOURCE, Value, source};
