//! Where a line of text may end.

use icu_locale_core::LanguageIdentifier;
use icu_segmenter::options::{LineBreakOptions, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
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

/// Returns the byte offsets inside `text` at which a line may end, ascending, without start and end.
///
/// After a line separator such as `\n` a line must end; split paragraphs before.
/// A word may be wider than a line: the caller cuts it where it must.
pub fn break_opportunities(text: &str, language: Language) -> Vec<usize> {
    let segmenter = match language {
        Language::Korean => &KOREAN,
        Language::Japanese | Language::ChineseTraditional | Language::ChineseSimplified => &CHINESE_JAPANESE,
        _ => &GENERAL,
    };
    segmenter.segment_str(text).filter(|offset| (1..text.len()).contains(offset)).collect()
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
        check(Language::Japanese, "中|央|図|書|館、|今|日|は|休|み|で|す。");
        check(Language::ChineseSimplified, "中|央|图|书|馆，|今|天|休|息。");
        check(Language::Thai, "ห้อง|สมุด|กลาง");
        check(Language::Khmer, "បណ្ណាល័យ|កណ្ដាល");
        check(Language::Arabic, "مفتوح |حتى |\u{2068}8:00 |م\u{2069}");
        check(Language::English, "");
    }
}
