//! The files of messages: each language has every message, with the same variables, in its own words.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use icu_plurals::{PluralCategory, PluralRules};
use std::collections::{BTreeMap, BTreeSet};
use wayside_language::{ENGLISH_SOURCE, Locale, Value, source};
use wayside_model::Language;

/// Wordings that are the same in English and in a language written in Latin letters.
///
/// The French and Spanish ones are words of those languages; the Filipino ones are loanwords, as programs and signs in
/// the Philippines use them, and wait for a reader of Filipino like the rest of that file.
const SAME_AS_ENGLISH: &[(Language, &[&str])] = &[
    (Language::Spanish, &["Festival", "Internet"]),
    (
        Language::Filipino,
        &[
            "Accessibility",
            "Audio description",
            "Display",
            "Elevator",
            "Holiday",
            "Home",
            "Internet",
            "Offline",
            "Sign language",
            "Tour",
        ],
    ),
    (Language::Vietnamese, &["Internet"]),
    (Language::French, &["Art", "Conditions", "Culture", "Festival", "Internet", "Pause", "Services", "Sports"]),
];

/// One message, taken apart.
#[derive(Debug, Default)]
struct Parts {
    /// All of its words, without variables.
    words: String,
    variables: BTreeSet<String>,
    /// The variants of each choice by plural form: the variable and its keys.
    choices: Vec<(String, BTreeSet<String>)>,
}

/// Reads a file of messages; what does not parse or stands twice is a failure.
fn messages(language: Language, source: &str) -> Messages {
    let resource = parse(source).unwrap_or_else(|(_, errors)| panic!("{language}.ftl does not parse: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(Message { id, value, attributes, .. }) => {
                assert!(attributes.is_empty(), "{language}.ftl: `{}` has attributes, which nothing reads", id.name);
                let mut parts = Parts::default();
                let value = value.as_ref().unwrap_or_else(|| panic!("{language}.ftl: `{}` has no text", id.name));
                take_apart(value, &mut parts);
                let is_first = found.insert(id.name.to_owned(), parts).is_none();
                assert!(is_first, "{language}.ftl: `{}` stands twice", id.name);
            }
            Entry::Term(term) => panic!("{language}.ftl: `-{}` is a term, which nothing reads", term.id.name),
            Entry::Junk { content } => panic!("{language}.ftl does not parse: {content}"),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    found
}

fn take_apart(pattern: &Pattern<&str>, parts: &mut Parts) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => parts.words.push_str(value),
            PatternElement::Placeable { expression } => take_apart_expression(expression, parts),
        }
    }
}

fn take_apart_expression(expression: &Expression<&str>, parts: &mut Parts) {
    match expression {
        Expression::Inline(inline) => take_apart_inline(inline, parts),
        Expression::Select { selector, variants } => {
            take_apart_inline(selector, parts);
            let keys = variants.iter().map(|variant| match &variant.key {
                VariantKey::Identifier { name } => (*name).to_owned(),
                VariantKey::NumberLiteral { value } => (*value).to_owned(),
            });
            let InlineExpression::VariableReference { id } = selector else { panic!("a choice by {selector:?}") };
            parts.choices.push((id.name.to_owned(), keys.collect()));
            for variant in variants {
                take_apart(&variant.value, parts);
            }
        }
    }
}

fn take_apart_inline(inline: &InlineExpression<&str>, parts: &mut Parts) {
    match inline {
        InlineExpression::VariableReference { id } => {
            parts.variables.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } => parts.words.push_str(value),
        InlineExpression::Placeable { expression } => take_apart_expression(expression, parts),
        other => panic!("{other:?} is nothing that the messages use"),
    }
}

type Messages = BTreeMap<String, Parts>;

/// Returns the messages that a translation lacks or has too many.
fn missing_and_unknown(own: &Messages, english: &Messages) -> Vec<String> {
    let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).map(String::as_str).collect();
    let unknown: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).map(String::as_str).collect();
    let mut wrong = Vec::new();
    if !missing.is_empty() {
        wrong.push(format!("{} of {} messages are missing: {}", missing.len(), english.len(), missing.join(", ")));
    }
    if !unknown.is_empty() {
        wrong.push(format!("English has no {}", unknown.join(", ")));
    }
    wrong
}

/// Returns the messages that use other variables than the English ones.
fn other_variables(own: &Messages, english: &Messages) -> Vec<String> {
    let shared = own.iter().filter_map(|(key, parts)| english.get(key).map(|e| (key, parts, e)));
    shared
        .filter(|(_, parts, e)| parts.variables != e.variables)
        .map(|(key, parts, e)| format!("`{key}` uses {:?}, the English one {:?}", parts.variables, e.variables))
        .collect()
}

/// Returns the messages that are still in English.
fn untranslated(language: Language, own: &Messages, english: &Messages) -> Vec<String> {
    let same = SAME_AS_ENGLISH.iter().find(|(l, _)| *l == language).map_or(&[][..], |(_, words)| words);
    let is_untranslated = |parts: &Parts, e: &Parts| {
        if !e.words.chars().any(char::is_alphabetic) {
            false
        } else if is_latin(language) {
            parts.words == e.words && !same.contains(&parts.words.as_str())
        } else {
            !parts.words.chars().any(|c| c.is_alphabetic() && !is_latin_letter(c))
        }
    };
    let shared = own.iter().filter_map(|(key, parts)| english.get(key).map(|e| (key, parts, e)));
    shared
        .filter(|(_, parts, e)| is_untranslated(parts, e))
        .map(|(key, parts, _)| format!("`{key}` is still English: {}", parts.words))
        .collect()
}

/// Returns the choices by number that lack a plural form of the language or have one that it has not.
fn wrong_forms(language: Language, own: &Messages) -> Vec<String> {
    let locale: icu_locale_core::Locale = language.tag().parse().unwrap();
    let rules = PluralRules::try_new_cardinal(locale.into()).unwrap();
    let name = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    let mut wrong = Vec::new();
    for (key, parts) in own {
        for (variable, keys) in &parts.choices {
            // Numbers with a wording of their own need no plural form.
            let numbers = (0..=200_usize).filter(|n| !keys.contains(&n.to_string()));
            let mut needed: BTreeSet<_> = numbers.map(|n| name(rules.category_for(n))).collect();
            if language == Language::Vietnamese {
                // CLDR 48 tells one thing apart, Fluent's older rules do not; the words are the same.
                needed.remove("one");
            }
            let lacking: Vec<_> = needed.iter().filter(|form| !keys.contains(**form)).collect();
            if !lacking.is_empty() {
                wrong.push(format!("`{key}` lacks the forms {lacking:?} of ${variable}"));
            }
            let is_known = |k: &str| k.parse::<i64>().is_ok() || rules.categories().any(|category| name(category) == k);
            wrong.extend(keys.iter().filter(|k| !is_known(k)).map(|k| format!("`{key}` has the unknown form `{k}`")));
        }
    }
    wrong
}

/// Checks every language but English and fails with everything that is wrong.
fn check_translations(find: impl Fn(Language, &Messages, &Messages) -> Vec<String>) {
    let english = messages(Language::English, ENGLISH_SOURCE);
    let others = Language::ALL.iter().filter(|language| **language != Language::English);
    let wrong: Vec<String> = others
        .flat_map(|language| {
            let found = find(*language, &messages(*language, source(*language)), &english);
            found.into_iter().map(move |what| format!("{language}.ftl: {what}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_language_has_every_message_and_no_other() {
    check_translations(|_, own, english| missing_and_unknown(own, english));
}

#[test]
fn every_message_uses_the_variables_of_the_english_one() {
    check_translations(|_, own, english| other_variables(own, english));
}

#[test]
fn every_message_is_translated() {
    check_translations(untranslated);
}

#[test]
fn every_wording_allowed_to_be_english_is_in_use() {
    for (language, wordings) in SAME_AS_ENGLISH {
        let own = messages(*language, source(*language));
        for wording in *wordings {
            assert!(own.values().any(|parts| parts.words == *wording), "{language}.ftl no longer says `{wording}`");
        }
    }
}

#[test]
fn every_choice_by_number_has_the_languages_plural_forms() {
    assert_eq!(wrong_forms(Language::English, &messages(Language::English, ENGLISH_SOURCE)), [""; 0]);
    check_translations(|language, own, _| wrong_forms(language, own));
}

#[test]
fn the_checks_above_find_what_is_wrong() {
    let english = messages(
        Language::English,
        "a = Open { $x }\nb = Close\nn = { $n ->\n [one] { $n } day\n *[other] { $n } days\n }\ns = { $x }",
    );
    let check = |language, source: &str, expect: [&str; 4]| {
        let own = messages(language, source);
        let found = [
            missing_and_unknown(&own, &english),
            other_variables(&own, &english),
            untranslated(language, &own, &english),
            wrong_forms(language, &own),
        ];
        assert_eq!(found.map(|wrong| wrong.join("; ")), expect);
    };
    let days = "n = { $n ->\n [one] { $n } день\n [few] { $n } дня\n [many] { $n } дней\n *[other] { $n } дня\n }\n";
    check(Language::Russian, &format!("a = Открыто {{ $x }}\nb = Закрыть\n{days}s = {{ $x }}"), [""; 4]);
    check(
        Language::Russian,
        &format!("a = Открыто\nb = Close\nc = Ещё\n{days}"),
        [
            "1 of 4 messages are missing: s; English has no c",
            "`a` uses {}, the English one {\"x\"}",
            "`b` is still English: Close",
            "",
        ],
    );
    check(
        Language::French,
        "a = Ouvert { $x }\nb = Close\nn = { $n ->\n [two] { $n } jours\n *[other] { $n } jours\n }\ns = { $x }",
        ["", "", "`b` is still English: Close", "`n` lacks the forms [\"one\"] of $n; `n` has the unknown form `two`"],
    );
}

#[test]
#[should_panic(expected = "ko.ftl does not parse")]
fn a_broken_file_is_found() {
    messages(Language::Korean, "a = { $x");
}

#[test]
#[should_panic(expected = "`a` stands twice")]
fn a_message_that_stands_twice_is_found() {
    messages(Language::Korean, "a = 하나\na = 둘");
}

fn is_latin(language: Language) -> bool {
    language.own_name().chars().all(|c| !c.is_alphabetic() || is_latin_letter(c))
}

/// Whether a letter is Latin, also with the marks of Vietnamese.
fn is_latin_letter(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[test]
fn every_message_can_be_said() {
    for language in Language::ALL {
        let locale = Locale::new(*language, chrono_tz::America::Los_Angeles);
        for (key, parts) in messages(*language, source(*language)) {
            for count in [0, 1, 2, 3, 5, 11, 21, 100] {
                let names: BTreeSet<_> = parts.choices.iter().map(|(name, _)| name.as_str()).collect();
                let values: Vec<_> = parts
                    .variables
                    .iter()
                    .map(|name| {
                        if names.contains(name.as_str()) {
                            (name.as_str(), Value::Count(count))
                        } else {
                            (name.as_str(), Value::Text("Metro"))
                        }
                    })
                    .collect();
                assert_ne!(locale.say(&key, &values), "", "{language}: {key}");
            }
        }
        assert_eq!(locale.missing_keys(), BTreeSet::new(), "{language}");
    }
}
