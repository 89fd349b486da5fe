//! Interface strings: Fluent messages, one file per language.

use crate::Locale;
use crate::locale::cldr_tag;
use crate::number::MessageNumber;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;
use wayside_model::Language;

/// The English messages: the ones that all others are translated from.
pub const ENGLISH_SOURCE: &str = include_str!("../strings/en.ftl");

/// Returns the messages of a language as they are written.
pub const fn source(language: Language) -> &'static str {
    match language {
        Language::English => ENGLISH_SOURCE,
        Language::Spanish => include_str!("../strings/es.ftl"),
        Language::Korean => include_str!("../strings/ko.ftl"),
        Language::ChineseTraditional => include_str!("../strings/zh-Hant.ftl"),
        Language::ChineseSimplified => include_str!("../strings/zh-Hans.ftl"),
        Language::Filipino => include_str!("../strings/fil.ftl"),
        Language::Armenian => include_str!("../strings/hy.ftl"),
        Language::Vietnamese => include_str!("../strings/vi.ftl"),
        Language::Farsi => include_str!("../strings/fa.ftl"),
        Language::Russian => include_str!("../strings/ru.ftl"),
        Language::Japanese => include_str!("../strings/ja.ftl"),
        Language::Thai => include_str!("../strings/th.ftl"),
        Language::Khmer => include_str!("../strings/km.ftl"),
        Language::Hindi => include_str!("../strings/hi.ftl"),
        Language::Arabic => include_str!("../strings/ar.ftl"),
        Language::French => include_str!("../strings/fr.ftl"),
    }
}

/// A value for a variable of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A name, or something that is formatted already.
    Text(&'a str),
    /// A number: it chooses the plural form and is written in the language's digits.
    Count(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// Makes Fluent's value of a variable's value.
fn fluent_value(language: Language, value: Value<'_>) -> FluentValue<'_> {
    match value {
        Value::Text(text) => text.into(),
        Value::Count(count) => {
            // In Arabic the last two digits choose the plural form; Fluent's rules (intl_pluralrules 7.0.2) forget the
            // hundreds before them. So it is given the two digits, and `number_in_digits` finds the number beside them.
            if language == Language::Arabic && count > 100 && count % 100 > 2 {
                let beside =
                    FluentNumberOptions { currency: Some(count.to_string()), ..FluentNumberOptions::default() };
                return FluentNumber::new((count % 100) as f64, beside).into();
            }
            count.into()
        }
    }
}

/// English, for what another language lacks.
static ENGLISH: LazyLock<Strings> = LazyLock::new(|| Strings::new(Language::English));

/// The messages of one language.
pub(crate) struct Strings(FluentBundle<FluentResource>);

/// What came of asking for a message.
enum Said {
    Whole(String),
    /// A variable was missing.
    Damaged(String),
    Missing,
}

impl Strings {
    fn new(language: Language) -> Self {
        Self::from_source(language, source(language))
    }

    fn from_source(language: Language, source: &str) -> Self {
        let tag: LanguageIdentifier =
            cldr_tag(language).parse().expect("every tag is a valid language, and tests make them all");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks around arguments keep a Latin name in order inside an Arabic sentence;
        // a left-to-right sentence does without, since most of its arguments run its own way.
        bundle.set_use_isolating(language.is_right_to_left());
        bundle.set_formatter(Some(number_in_digits));
        // What does not parse is left out and said in English; a test finds it long before.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(whole_part, _)| whole_part);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    fn say(&self, key: &str, args: &FluentArgs) -> Said {
        let Some(pattern) = self.0.get_message(key).and_then(|m| m.value()) else {
            return Said::Missing;
        };
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if errors.is_empty() { Said::Whole(text) } else { Said::Damaged(text) }
    }
}

/// Writes a number inside a message in the language's digits.
fn number_in_digits<M: MemoizerKind>(value: &FluentValue, memoizer: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    memoizer
        .with_try_get_threadsafe::<MessageNumber, _, _>((), |digits| {
            digits.format(number.options.currency.as_deref().unwrap_or(&number.as_string()))
        })
        .ok()?
}

impl Locale {
    /// Says the message `key` with the values of its variables.
    ///
    /// A message that the language lacks is said in English and noted, see [`Locale::missing_keys`].
    /// In right-to-left languages values stand between the marks FSI (U+2068) and PDI (U+2069).
    pub fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs =
            values.iter().map(|(name, value)| (*name, fluent_value(self.language(), *value))).collect();
        match self.0.strings.get_or_init(|| Strings::new(self.language())).say(key, &args) {
            Said::Whole(text) => return text,
            Said::Damaged(text) => {
                self.note_missing(key);
                return text;
            }
            Said::Missing => self.note_missing(key),
        }
        match ENGLISH.say(key, &args) {
            Said::Whole(text) | Said::Damaged(text) => text,
            // A key that not even English has is a mistake in the program; the scan of the sources finds it.
            Said::Missing => key.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::America::Los_Angeles;

    #[test]
    fn a_locale_and_a_clone_go_to_another_thread() {
        let locale = Locale::new(Language::Arabic, Los_Angeles);
        let clone = locale.clone();
        let elsewhere = std::thread::spawn(move || clone.number(12)).join().unwrap();
        assert_eq!(elsewhere, locale.number(12));
    }

    fn check(language: Language, source: &str, values: &[(&str, Value<'_>)], expect: &str) {
        let locale = Locale::new(language, Los_Angeles);
        assert!(locale.0.strings.set(Strings::from_source(language, source)).is_ok());
        assert_eq!(locale.say("m", values), expect, "{language}");
        assert_eq!(locale.missing_keys().len(), 0, "{language}");
    }

    #[test]
    fn values_stand_between_marks_only_in_right_to_left_messages() {
        check(Language::English, "m = to { $x }", &[("x", "Metro".into())], "to Metro");
        check(Language::Arabic, "m = إلى { $x }", &[("x", "Metro".into())], "إلى \u{2068}Metro\u{2069}");
        check(Language::Farsi, "m = تا { $x }", &[("x", "Metro".into())], "تا \u{2068}Metro\u{2069}");
        check(Language::Thai, "m = ถึง { $x }", &[("x", "Metro".into())], "ถึง Metro");
    }

    #[test]
    fn numbers_in_messages_use_the_languages_digits() {
        let n = &[("n", Value::Count(12_345))];
        check(Language::English, "m = { $n } ft", n, "12,345 ft");
        check(Language::Spanish, "m = { $n }", n, "12,345");
        check(Language::French, "m = { $n }", n, "12\u{202f}345");
        check(Language::Arabic, "m = { $n }", n, "١٢٬٣٤٥");
        check(Language::Farsi, "m = { $n }", n, "۱۲٬۳۴۵");
        check(Language::Hindi, "m = { $n }", n, "12,345");
    }

    /// Puts the marks of a right-to-left message around the number at its start.
    fn isolated(text: &str) -> String {
        let (number, noun) = text.split_once(' ').unwrap();
        format!("\u{2068}{number}\u{2069} {noun}")
    }

    #[test]
    fn the_number_chooses_the_plural_form() {
        let russian = "m = { $n ->\n [one] { $n } место\n [few] { $n } места\n *[many] { $n } мест\n }";
        for (n, expect) in [(1, "1 место"), (2, "2 места"), (5, "5 мест"), (11, "11 мест"), (21, "21 место")]
        {
            check(Language::Russian, russian, &[("n", Value::Count(n))], expect);
        }
        let arabic = "m = { $n ->\n [few] { $n } أماكن\n [many] { $n } مكانًا\n *[other] { $n } مكان\n }";
        for (n, expect) in
            [(5, "٥ أماكن"), (11, "١١ مكانًا"), (100, "١٠٠ مكان"), (105, "١٠٥ أماكن"), (1_111, "١٬١١١ مكانًا")]
        {
            check(Language::Arabic, arabic, &[("n", Value::Count(n))], &isolated(expect));
        }
        let exact = "m = { $n ->\n [0] none\n [one] { $n } thing\n *[other] { $n } things\n }";
        for (n, expect) in [(0, "none"), (1, "1 thing"), (2, "2 things")] {
            check(Language::English, exact, &[("n", Value::Count(n))], expect);
        }
    }

    #[test]
    fn fluents_plural_rules_are_cldrs() {
        use icu_plurals::{PluralCategory, PluralRules};
        let forms = "m = { $n ->\n [zero] Zero\n [one] One\n [two] Two\n [few] Few\n [many] Many\n *[other] Other\n }";
        // CLDR 48 tells one thing apart in Vietnamese, Fluent's older rules do not; the words are the same.
        for language in Language::ALL.iter().filter(|language| **language != Language::Vietnamese) {
            let locale = Locale::new(*language, Los_Angeles);
            assert!(locale.0.strings.set(Strings::from_source(*language, forms)).is_ok());
            let rules = PluralRules::try_new_cardinal(locale.icu().into()).unwrap();
            for n in (0..=350).chain([1000, 1001, 1011, 1_000_003]) {
                let form: PluralCategory = rules.category_for(n as usize);
                assert_eq!(locale.say("m", &[("n", Value::Count(n))]), format!("{form:?}"), "{language} {n}");
            }
        }
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english_and_noted() {
        let locale = Locale::new(Language::Korean, Los_Angeles);
        assert!(locale.0.strings.set(Strings::from_source(Language::Korean, "other = 다른")).is_ok());
        assert_eq!(locale.say("back", &[]), "Back");
        assert_eq!(locale.missing_keys().into_iter().collect::<Vec<_>>(), ["back"]);
    }

    #[test]
    fn a_missing_variable_is_noted() {
        let locale = Locale::new(Language::English, Los_Angeles);
        locale.say("open-until", &[]);
        assert_eq!(locale.missing_keys().into_iter().collect::<Vec<_>>(), ["open-until"]);
    }

    #[test]
    fn a_file_with_a_broken_message_keeps_the_others() {
        check(Language::English, "broken = { $\nm = fine", &[], "fine");
    }
}
