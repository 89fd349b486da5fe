//! Lists inside a sentence.

use crate::Locale;
use crate::locale::held;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use std::sync::OnceLock;

#[derive(Default)]
pub(crate) struct Lists {
    and: OnceLock<ListFormatter>,
    or: OnceLock<ListFormatter>,
    comma: OnceLock<String>,
}

impl Locale {
    /// Writes items joined by the language's "and": "parks, libraries, and museums".
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        let made = || held(ListFormatter::try_new_and(self.icu().into(), ListFormatterOptions::default()));
        joined(self.0.lists.and.get_or_init(made), items)
    }

    /// Writes items joined by the language's "or": "cash, card, or phone".
    pub fn list_or(&self, items: &[impl AsRef<str>]) -> String {
        let made = || held(ListFormatter::try_new_or(self.icu().into(), ListFormatterOptions::default()));
        joined(self.0.lists.or.get_or_init(made), items)
    }

    /// Writes facts in a row without a word between them: "0.4 mi, Open until 8 PM".
    ///
    /// CLDR's lists end in a word such as "and", and its lists of units in nothing at all for Chinese,
    /// so the facts are parted by what CLDR puts between the first items of a longer list.
    /// In right-to-left languages each fact stands between the marks FSI (U+2068) and PDI (U+2069),
    /// and one that holds such marks itself between RLI (U+2067) and PDI.
    pub fn list_plain(&self, facts: &[impl AsRef<str>]) -> String {
        let comma = self.0.lists.comma.get_or_init(|| self.comma());
        let mut text = String::new();
        for (nth, fact) in facts.iter().map(AsRef::as_ref).enumerate() {
            if nth > 0 {
                text.push_str(comma);
            }
            if self.language().is_right_to_left() && facts.len() > 1 {
                // FSI looks for the first letter outside inner isolates, and a fact that is a list has none there.
                let is_list = fact.contains(['\u{2066}', '\u{2067}', '\u{2068}']);
                text.extend([if is_list { "\u{2067}" } else { "\u{2068}" }, fact, "\u{2069}"]);
            } else {
                text.push_str(fact);
            }
        }
        text
    }

    fn comma(&self) -> String {
        let between = self.list(&["1", "2", "3", "4"]).split(['1', '2']).nth(1).unwrap_or_default().to_owned();
        // Arabic says "and" between all items of a list; facts are parted by the Arabic comma.
        if between.chars().any(char::is_alphabetic) { "، ".to_owned() } else { between }
    }
}

fn joined(formatter: &ListFormatter, items: &[impl AsRef<str>]) -> String {
    formatter.format_to_string(items.iter().map(AsRef::as_ref))
}
