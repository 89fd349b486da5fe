//! Names: their order and their first letter.

use crate::Locale;
use crate::locale::held;
use icu_casemap::TitlecaseMapper;
use icu_casemap::options::{TitlecaseOptions, TrailingCase};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use std::cmp::Ordering;
use std::sync::OnceLock;

#[derive(Default)]
pub(crate) struct Names {
    collator: OnceLock<CollatorBorrowed<'static>>,
}

impl Locale {
    /// Compares two names as a reader of the language would look them up: regardless of case, "Line 2" before "Line 10".
    pub fn compare_names(&self, a: &str, b: &str) -> Ordering {
        let made = || {
            let mut preferences = CollatorPreferences::from(self.icu());
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            let mut options = CollatorOptions::default();
            // The third level is case.
            options.strength = Some(Strength::Secondary);
            held(Collator::try_new(preferences, options))
        };
        self.0.names.collator.get_or_init(made).compare(a, b)
    }

    /// Sorts items by name; equal names keep their order.
    pub fn sort_by_name<T>(&self, items: &mut [T], name: impl Fn(&T) -> &str) {
        items.sort_by(|a, b| self.compare_names(name(a), name(b)));
    }

    /// Returns a text with its first letter large, for a heading or a label; the rest stays as it is.
    pub fn capitalised(&self, text: &str) -> String {
        let mut options = TitlecaseOptions::default();
        options.trailing_case = Some(TrailingCase::Unchanged);
        TitlecaseMapper::new().titlecase_segment_to_string(text, &self.icu().id, options).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::America::Los_Angeles;
    use wayside_model::Language;

    fn check(language: Language, expect: &[&str]) {
        let locale = Locale::new(language, Los_Angeles);
        let mut names: Vec<_> = expect.iter().rev().collect();
        locale.sort_by_name(&mut names, |name| name);
        assert_eq!(names, expect.iter().collect::<Vec<_>>(), "{language}");
    }

    #[test]
    fn names_sort_as_readers_look_them_up() {
        check(Language::English, &["Ahmanson Theatre", "bowl", "Café", "Cafeteria", "Line 2", "line 10"]);
        check(Language::Spanish, &["nube", "ñandú", "oso"]);
        check(Language::Russian, &["ёж", "Ель", "Жук"]);
        check(Language::Korean, &["강", "공원", "도서관"]);
        // By pinyin: bowuguan, gongyuan, tushuguan.
        check(Language::ChineseSimplified, &["博物馆", "公园", "图书馆"]);
        // By strokes: 4, 11 and 12 in the first character.
        check(Language::ChineseTraditional, &["公園", "圖書館"]);
        check(Language::Japanese, &["えき", "カフェ", "こうえん"]);
        check(Language::Farsi, &["باغ", "پارک", "گالری"]);
        check(Language::Thai, &["เกาะ", "แขก", "คน"]);
    }

    #[test]
    fn first_letters() {
        let cases = [
            (Language::English, "tomorrow at LAX", "Tomorrow at LAX"),
            (Language::Spanish, "¿mañana?", "¿Mañana?"),
            (Language::Russian, "сегодня", "Сегодня"),
            (Language::Armenian, "այսօր", "Այսօր"),
            (Language::Japanese, "今日", "今日"),
            (Language::Arabic, "اليوم", "اليوم"),
        ];
        for (language, text, expect) in cases {
            assert_eq!(Locale::new(language, Los_Angeles).capitalised(text), expect);
        }
    }
}
