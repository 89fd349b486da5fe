//! Days, in the calendar that the language's readers use.

use crate::Locale;
use crate::locale::held;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{D, E, MD, MDE, Y, YMD, YMDE};
use icu_datetime::range::DateRangeFormatter;
use std::sync::OnceLock;
use wayside_model::Language;

#[derive(Default)]
pub(crate) struct Dates {
    full: OnceLock<DateTimeFormatter<YMDE>>,
    long: OnceLock<DateTimeFormatter<YMD>>,
    medium: OnceLock<DateTimeFormatter<YMD>>,
    month_day_weekday: OnceLock<DateTimeFormatter<MDE>>,
    month_day: OnceLock<DateTimeFormatter<MD>>,
    year: OnceLock<DateTimeFormatter<Y>>,
    day: OnceLock<DateTimeFormatter<D>>,
    weekday_short: OnceLock<DateTimeFormatter<E>>,
    weekday_long: OnceLock<DateTimeFormatter<E>>,
    range: OnceLock<DateRangeFormatter<YMD>>,
    month_day_range: OnceLock<DateRangeFormatter<MD>>,
}

/// Where the year stands in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum YearPlace {
    First,
    Last,
}

/// Defines methods that format a day, each with a formatter made at its first use.
macro_rules! day_methods {
    ($($(#[$doc:meta])* $name:ident($field:ident) = $fields:expr;)*) => {
        impl Locale {$(
            $(#[$doc])*
            pub fn $name(&self, day: NaiveDate) -> String {
                let made = || held(DateTimeFormatter::try_new(self.icu().into(), $fields));
                self.0.dates.$field.get_or_init(made).format(&day).to_string()
            }
        )*}
    };
}

day_methods! {
    /// Writes a day with its weekday: "Friday, July 14, 2028".
    date_full(full) = YMDE::long();
    /// Writes a day with the month in full: "July 14, 2028".
    date_long(long) = YMD::long();
    /// Writes a day of about this year, shortened: "Fri, Jul 14".
    date_short_with_weekday(month_day_weekday) = MDE::medium();
    /// Writes month and day: "Jul 14".
    month_day(month_day) = MD::medium();
    /// Writes the day of the month alone, for a calendar leaf: "14".
    day_of_month(day) = D::short();
}

impl Locale {
    /// Writes a day with the month shortened: "Jul 14, 2028".
    pub fn date_medium(&self, day: NaiveDate) -> String {
        let made = || held(DateTimeFormatter::try_new(self.icu().into(), self.medium()));
        self.0.dates.medium.get_or_init(made).format(&day).to_string()
    }

    /// The shortest form that names the month: in some languages CLDR's medium form is digits only.
    fn medium(&self) -> YMD {
        if self.year_place().is_some() { YMD::long() } else { YMD::medium() }
    }

    /// Where the year stands in a date, in the languages whose ranges ICU4X 2.4 cannot write.
    ///
    /// Their single dates have months in digits, or in another form than their ranges;
    /// the range formatter loads only the names that a single date needs and writes "M07" for the others.
    fn year_place(&self) -> Option<YearPlace> {
        match self.language() {
            Language::Korean | Language::ChineseTraditional | Language::ChineseSimplified | Language::Japanese => {
                Some(YearPlace::First)
            }
            Language::Farsi | Language::Arabic => Some(YearPlace::Last),
            _ => None,
        }
    }

    fn year(&self, day: NaiveDate) -> String {
        let made = || held(DateTimeFormatter::try_new(self.icu().into(), Y::medium()));
        self.0.dates.year.get_or_init(made).format(&day).to_string()
    }

    /// Writes a weekday shortened: "Fri".
    pub fn weekday_short(&self, weekday: Weekday) -> String {
        let made = || held(DateTimeFormatter::try_new(self.icu().into(), E::short()));
        self.0.dates.weekday_short.get_or_init(made).format(&weekday).to_string()
    }

    /// Writes a weekday in full: "Friday".
    pub fn weekday_long(&self, weekday: Weekday) -> String {
        let made = || held(DateTimeFormatter::try_new(self.icu().into(), E::long()));
        self.0.dates.weekday_long.get_or_init(made).format(&weekday).to_string()
    }

    /// Writes a range of days, both included, with the year: "Jul 14 – 30, 2028".
    pub fn date_range(&self, from: NaiveDate, until: NaiveDate) -> String {
        if from == until {
            return self.date_medium(from);
        }
        if let Some(place) = self.year_place() {
            let has_one_year = self.year(from) == self.year(until);
            return match place {
                YearPlace::First if has_one_year => self.range_of(&self.date_medium(from), &self.month_day(until)),
                YearPlace::Last if has_one_year => self.range_of(&self.month_day(from), &self.date_medium(until)),
                _ => self.range_of(&self.date_medium(from), &self.date_medium(until)),
            };
        }
        let made = || held(DateRangeFormatter::try_new(self.icu().into(), YMD::medium()));
        self.0.dates.range.get_or_init(made).format(&midnight(from), &midnight(until)).to_string()
    }

    /// Writes a range of days of about this year, both included: "Jul 14 – 30".
    pub fn month_day_range(&self, from: NaiveDate, until: NaiveDate) -> String {
        let made = || held(DateRangeFormatter::try_new(self.icu().into(), MD::medium()));
        self.0.dates.month_day_range.get_or_init(made).format(&midnight(from), &midnight(until)).to_string()
    }
}

/// The range formatter takes instants, of which it writes the day.
fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}
