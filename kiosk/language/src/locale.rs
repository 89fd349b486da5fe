//! One language on one kiosk.

use crate::{
    date::Dates, list::Lists, measure::Measures, name::Names, number::Numbers, relative::Relatives, strings::Strings,
    time::Times,
};
use chrono_tz::Tz;
use icu_locale_core::Locale as IcuLocale;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use wayside_model::Language;

/// Takes what was made from compiled data.
///
/// That cannot fail: the data of each language is part of the program, and tests make every formatter in every language.
pub(crate) fn held<T, E: std::fmt::Debug>(made: Result<T, E>) -> T {
    made.expect("the program holds CLDR data for each of its languages")
}

/// Words in one language, with times in one time zone.
///
/// A clone is a counted reference.
/// Making one costs next to nothing: each formatter is built at its first use and kept.
#[derive(Clone)]
pub struct Locale(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub language: Language,
    pub time_zone: Tz,
    pub icu: IcuLocale,
    pub strings: OnceLock<Strings>,
    pub missing: Mutex<BTreeSet<String>>,
    pub numbers: Numbers,
    pub dates: Dates,
    pub times: Times,
    pub relatives: Relatives,
    pub measures: Measures,
    pub lists: Lists,
    pub names: Names,
}

impl Locale {
    /// Makes the locale of a language; instants are told in `time_zone`.
    pub fn new(language: Language, time_zone: Tz) -> Self {
        Self(Arc::new(Inner {
            language,
            time_zone,
            icu: icu_locale(language),
            strings: OnceLock::new(),
            missing: Mutex::default(),
            numbers: Numbers::default(),
            dates: Dates::default(),
            times: Times::default(),
            relatives: Relatives::default(),
            measures: Measures::default(),
            lists: Lists::default(),
            names: Names::default(),
        }))
    }

    pub fn language(&self) -> Language {
        self.0.language
    }

    pub fn time_zone(&self) -> Tz {
        self.0.time_zone
    }

    /// Returns the keys asked for so far that this language lacks or that lacked a variable.
    pub fn missing_keys(&self) -> BTreeSet<String> {
        // A set of strings is whole after any panic: a poisoned lock is used on.
        self.0.missing.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn note_missing(&self, key: &str) {
        self.0.missing.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
    }

    pub(crate) fn icu(&self) -> &IcuLocale {
        &self.0.icu
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Locale({}, {})", self.0.language, self.0.time_zone)
    }
}

/// The locale whose habits a language's readers expect.
///
/// English and Spanish follow the United States; the others follow the land that most of their readers know from,
/// which decides calendar, clock and digits.
pub(crate) const fn cldr_tag(language: Language) -> &'static str {
    match language {
        Language::English => "en-US",
        Language::Spanish => "es-US",
        Language::Korean => "ko-KR",
        Language::ChineseTraditional => "zh-Hant-TW",
        Language::ChineseSimplified => "zh-Hans-CN",
        Language::Filipino => "fil-PH",
        Language::Armenian => "hy-AM",
        Language::Vietnamese => "vi-VN",
        Language::Farsi => "fa-IR",
        Language::Russian => "ru-RU",
        Language::Japanese => "ja-JP",
        Language::Thai => "th-TH",
        Language::Khmer => "km-KH",
        Language::Hindi => "hi-IN",
        Language::Arabic => "ar-EG",
        Language::French => "fr-FR",
    }
}

/// Makes ICU4X's locale, with the habits that differ from CLDR's first choice.
fn icu_locale(language: Language) -> IcuLocale {
    let tag = match language {
        // Taiwan's timetables and shop doors use the 24-hour clock;
        // ICU4X 2.4 has no ranges for the twelve-hour one, which names parts of the day ("晚上7:00").
        Language::ChineseTraditional => "zh-Hant-TW-u-hc-h23",
        _ => cldr_tag(language),
    };
    tag.parse().expect("every tag above is a valid locale, and tests make them all")
}
