//! Where a line of text may end.

use icu_locale_core::LanguageIdentifier;
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::options::{LineBreakOptions, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed, WordSegmenter, WordSegmenterBorrowed};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use wayside_model::Language;

/// Rules of Unicode's line breaking algorithm, with models for scripts without spaces (Thai, Khmer).
static GENERAL: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_auto(LineBreakOptions::default()));

/// Korean lines end between words, as signs are set, and not between any two syllables.
static KOREAN: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| {
    let mut options = LineBreakOptions::default();
    options.word_option = Some(LineBreakWordOption::KeepAll);
    LineSegmenter::new_auto(options)
});

/// Chinese and Japanese additionally follow their own customs for small kana and punctuation.
static CHINESE_JAPANESE: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| {
    let japanese: LanguageIdentifier = icu_locale_core::langid!("ja");
    let mut options = LineBreakOptions::default();
    options.content_locale = Some(&japanese);
    LineSegmenter::new_auto(options)
});

/// Most characters that stay together on a line in Chinese and Japanese, beyond a single word.
const LONGEST_PHRASE: usize = 8;

/// Words of Chinese and Japanese by a dictionary, since nothing stands between them.
static WORDS: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_auto(WordBreakInvariantOptions::default()));

/// Returns the byte offsets inside `text` at which a line may end, ascending, without start and end.
///
/// After a line separator such as `\n` a line must end; split paragraphs before.
/// A word may be wider than a line: the caller cuts it where it must.
/// Chinese and Japanese may break between any two characters by the book; on a sign they break between words,
/// and what is written in hiragana after a word, such as its ending, stays with it.
pub fn break_opportunities(text: &str, language: Language) -> Vec<usize> {
    let segmenter = match language {
        Language::Korean => &KOREAN,
        Language::Japanese | Language::ChineseTraditional | Language::ChineseSimplified => &CHINESE_JAPANESE,
        _ => &GENERAL,
    };
    let opportunities = segmenter.segment_str(text).filter(|offset| (1..text.len()).contains(offset));
    match language {
        Language::Japanese | Language::ChineseTraditional | Language::ChineseSimplified => {
            let words: BTreeSet<usize> = WORDS.segment_str(text).collect();
            let between_words: Vec<usize> = opportunities.filter(|offset| words.contains(offset)).collect();
            // A long stretch of hiragana is several words: it may break between any of them.
            let mut kept = Vec::new();
            let mut phrase = Vec::new();
            let mut start = 0;
            for offset in between_words.into_iter().chain([text.len()]) {
                let ends_phrase = offset == text.len() || !is_ending(&text[offset..]);
                if !ends_phrase {
                    phrase.push(offset);
                    continue;
                }
                if text[start..offset].chars().count() > LONGEST_PHRASE {
                    kept.append(&mut phrase);
                }
                phrase.clear();
                kept.push(offset);
                start = offset;
            }
            kept.pop();
            kept
        }
        _ => opportunities.collect(),
    }
}

/// Whether a rest of a text begins with hiragana, which in signs goes with the word before it.
fn is_ending(rest: &str) -> bool {
    rest.starts_with(|c| matches!(c, '\u{3041}'..='\u{309F}' | 'ー'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expect` marks each opportunity with `|`.
    fn check(language: Language, expect: &str) {
        let text = expect.replace('|', "");
        let mut marked = String::new();
        let mut from = 0;
        for offset in break_opportunities(&text, language) {
            marked.push_str(&text[from..offset]);
            marked.push('|');
            from = offset;
        }
        marked.push_str(&text[from..]);
        assert_eq!(marked, expect, "{language}");
    }

    #[test]
    fn lines_end_where_readers_expect() {
        check(Language::English, "Open |until |8\u{a0}PM");
        check(Language::English, "Step-|free |route");
        check(Language::Spanish, "¿Qué |busca?");
        check(Language::Korean, "로스앤젤레스 |중앙 |도서관");
        check(Language::Japanese, "中央|図書館、|今日は|休みです。");
        check(Language::Japanese, "ようこそ、|LAへ");
        check(Language::ChineseSimplified, "中央|图书|馆，|今天|休息。");
        check(Language::Thai, "ห้อง|สมุด|กลาง");
        check(Language::Khmer, "បណ្ណាល័យ|កណ្ដាល");
        check(Language::Arabic, "مفتوح |حتى |\u{2068}8:00 |م\u{2069}");
        check(Language::English, "");
    }
}
