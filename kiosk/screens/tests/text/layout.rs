//! Lines, order, alignment, ellipses and the cache.

use crate::support::{context, lay_out, pass};
use egui::{Color32, pos2};
use std::sync::Arc;
use wayside_model::Language;
use wayside_screens::text::{Align, Paragraph, TextStyle, Weight, Wrap, left_to_right, without_marks};

const SIZE_PX: f32 = 32.0;

/// What the eye sees on each line from left to right, with what the layout added.
///
/// Runs that the shaper reverses are reversed here; all others were given in visual order.
fn seen(paragraph: &Paragraph) -> Vec<String> {
    let run = |run: &wayside_screens::text::VisualRun| -> String {
        let is_arabic = run.shaped.chars().any(|c| ('\u{600}'..='\u{6FF}').contains(&c) && !is_common_arabic(c));
        if is_arabic { run.shaped.chars().rev().map(mirror).collect() } else { run.shaped.clone() }
    };
    paragraph.lines().iter().map(|line| line.runs.iter().map(run).collect()).collect()
}

/// Signs that Arabic shares with other scripts do not tell the shaper that it holds Arabic.
fn is_common_arabic(c: char) -> bool {
    matches!(c, '،' | '؛' | '؟' | 'ـ' | '٠'..='٩' | '\u{64B}'..='\u{655}' | '\u{670}')
}

fn mirror(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

#[test]
fn mixed_lines_are_in_visual_order() {
    let check = |language: Language, text: &str, expect: &str| {
        let paragraph = lay_out(text, &TextStyle::new(SIZE_PX, language), Wrap::NEVER, Align::Start);
        assert_eq!(seen(&paragraph), [expect], "{text:?}");
        assert_eq!(paragraph.text(), text);
    };
    // Written here as they are seen: each character stands where it is painted.
    check(Language::Arabic, "مترو 720", &format!("720 {}", reversed("مترو")));
    check(Language::Farsi, "خط (B) است", &format!("{} (B) {}", reversed("است"), reversed("خط")));
    check(Language::Farsi, "ساعت ۱۰:۳۰", &format!("۱۰:۳۰ {}", reversed("ساعت")));
    check(Language::Farsi, "(Union Station)", "(Union Station)");
    check(Language::Farsi, "Union!", "!Union");
    check(Language::English, "a سلام b", &format!("a {} b", reversed("سلام")));
    check(Language::English, "Open «باز»!", &format!("Open «{}»!", reversed("باز")));
    // After Arabic letters the algorithm takes digits for Arabic ones, and a hyphen parts them;
    // an isolate keeps the number as it is dialled.
    check(Language::Farsi, "تلفن 473-0800", &format!("0800-473 {}", reversed("تلفن")));
    check(
        Language::Farsi,
        &format!("تلفن {}", left_to_right("(213) 473-0800")),
        &format!("(213) 473-0800 {}", reversed("تلفن")),
    );
    // Isolates are honoured and not painted.
    check(Language::Farsi, "الف \u{2068}B-12!\u{2069} ج", &format!("{} B-12! {}", reversed("ج"), reversed("الف")));
}

fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

#[test]
fn the_first_letter_may_decide_the_direction() {
    let style = TextStyle::new(SIZE_PX, Language::Farsi);
    let check = |style: &TextStyle, text: &str, expect: &str| {
        assert_eq!(seen(&lay_out(text, style, Wrap::NEVER, Align::Start)), [expect]);
    };
    check(&style, "Hello!", "!Hello");
    check(&style.first_letter_direction(), "Hello!", "Hello!");
    check(
        &TextStyle::new(SIZE_PX, Language::English).first_letter_direction(),
        "سلام!",
        &format!("!{}", reversed("سلام")),
    );
}

#[test]
fn arabic_letters_join_and_persian_ones_have_their_own_shapes() {
    let width = |text: &str| lay_out(text, &TextStyle::new(100.0, Language::Farsi), Wrap::NEVER, Align::Start).size().x;
    // Joined letters are narrower than the same letters alone.
    let alone: f32 = ["ب", "ی", "ب", "ی"].iter().map(|letter| width(letter)).sum();
    assert!(width("بیبی") < 0.8 * alone, "{} {alone}", width("بیبی"));
    // A non-joiner parts them.
    assert!(width("می\u{200C}آید") > width("میآید"));
    assert!((width("ک") - width("ك")).abs() > 0.1, "Persian and Arabic kaf are the same");
}

#[test]
fn lines_break_where_the_language_allows_and_fit() {
    for (language, text) in [
        (Language::English, "Turn left on Alameda Street and walk two hundred metres to the station."),
        (Language::Thai, "ห้องสมุดกลางเปิดเวลาสิบโมงเช้าทุกวันยกเว้นวันหยุดราชการ"),
        (Language::Khmer, "បណ្ណាល័យកណ្ដាលបើកម៉ោងដប់ព្រឹករាល់ថ្ងៃលើកលែងតែថ្ងៃឈប់សម្រាក"),
        (Language::Japanese, "中央図書館は午前十時に開きます。入場は無料で、どなたでもご利用いただけます。"),
        (Language::ChineseTraditional, "中央圖書館上午十時開門，免費入場，歡迎所有人士使用。"),
        (Language::Korean, "중앙 도서관은 오전 열 시에 문을 열며 입장은 무료입니다."),
        (Language::Farsi, "از خیابان Alameda Street به چپ بپیچید و ۲۰۰ متر تا ایستگاه Union Station جلو بروید."),
    ] {
        let style = TextStyle::new(SIZE_PX, language);
        let paragraph = lay_out(text, &style, Wrap::width(300.0), Align::Start);
        let lines = paragraph.lines();
        assert!(lines.len() >= 3, "{language}: {}", lines.len());
        assert!(!paragraph.is_cut());
        let opportunities = wayside_language::break_opportunities(text, language);
        for line in lines {
            assert!(line.width_px <= 300.5, "{language}: {}", line.width_px);
            assert!(
                line.range.end == text.len() || opportunities.contains(&line.range.end),
                "{language}: {:?}",
                line.range
            );
        }
        let joined: String = lines.iter().map(|line| &text[line.range.clone()]).collect();
        assert_eq!(joined, text);
        assert!((paragraph.size().y - lines.len() as f32 * style.line_height_px()).abs() < 0.01);
    }
}

#[test]
fn a_word_wider_than_the_line_breaks_between_letters() {
    let style = TextStyle::new(SIZE_PX, Language::English);
    let text = "https://www.example.org/aVeryLongPathWithoutAnyPlaceToBreakIt";
    let paragraph = lay_out(text, &style, Wrap::width(160.0), Align::Start);
    assert!(paragraph.lines().len() > 3);
    assert!(paragraph.lines().iter().all(|line| line.width_px <= 160.5));
    // Even one letter that is too wide has its line; nothing is lost and nothing hangs.
    let narrow = lay_out("WWW", &style, Wrap::width(5.0), Align::Start);
    assert_eq!(seen(&narrow), ["W", "W", "W"]);
    let zero = lay_out("ab c", &style, Wrap::width(0.0), Align::Start);
    assert_eq!(zero.lines().len(), 3);
}

#[test]
fn newlines_and_soft_hyphens_end_lines() {
    let style = TextStyle::new(SIZE_PX, Language::English);
    let lines = |text: &str, wrap: Wrap| seen(&lay_out(text, &style, wrap, Align::Start));
    assert_eq!(lines("a\nb\r\nc\u{2028}d", Wrap::NEVER), ["a", "b", "c", "d"]);
    assert_eq!(lines("a\n\nb", Wrap::NEVER), ["a", "", "b"]);
    assert_eq!(lines("in\u{AD}for\u{AD}ma\u{AD}tion", Wrap::width(120.0)), ["infor-", "mation"]);
    assert_eq!(lines("in\u{AD}formation", Wrap::NEVER), ["information"]);
    assert!(lines("", Wrap::NEVER).is_empty());
    assert_eq!(lines("   ", Wrap::NEVER), [""]);
    assert_eq!(lines("a\tb", Wrap::NEVER), ["a b"]);
}

#[test]
fn text_without_room_ends_with_an_ellipsis_on_its_own_side() {
    let cut = |language: Language, text: &str, width_px: f32, lines: usize| {
        let paragraph = lay_out(text, &TextStyle::new(SIZE_PX, language), Wrap::lines(width_px, lines), Align::Start);
        assert!(paragraph.lines().iter().all(|line| line.width_px <= width_px + 0.5), "{text}");
        assert!(paragraph.lines().len() <= lines);
        assert_eq!(paragraph.text(), text);
        (seen(&paragraph), paragraph.is_cut())
    };
    let (lines, is_cut) = cut(Language::English, "The quick brown fox jumps over the lazy dog.", 260.0, 2);
    assert_eq!((lines, is_cut), (vec!["The quick brown".to_owned(), "fox jumps over…".to_owned()], true));
    let (lines, is_cut) = cut(Language::English, "Short enough", 260.0, 1);
    assert_eq!((lines, is_cut), (vec!["Short enough".to_owned()], false));
    let (lines, is_cut) = cut(Language::English, "First\nSecond", 260.0, 1);
    assert_eq!((lines, is_cut), (vec!["First…".to_owned()], true));
    let (lines, is_cut) = cut(Language::English, "First\n \n", 260.0, 1);
    assert_eq!((lines, is_cut), (vec!["First".to_owned()], false));
    // No dot is left before the ellipsis.
    let (lines, _) = cut(Language::English, "It is open. Come in and see the stars.", 200.0, 1);
    assert_eq!(lines, ["It is open…"]);
    // In a right-to-left line the ellipsis stands on the left, also after English words and inside an isolate.
    for text in [
        "ایستگاه مرکزی Union Station در مرکز شهر است",
        "ایستگاه \u{2068}Union Station Los Angeles California\u{2069} در مرکز شهر",
    ] {
        let (lines, is_cut) = cut(Language::Farsi, text, 260.0, 1);
        assert!(is_cut && lines[0].starts_with('…'), "{lines:?}");
    }
    // A single word that does not fit is cut inside.
    let (lines, _) = cut(Language::English, "Incomprehensibilities", 150.0, 1);
    assert!(lines[0].starts_with("Incom") && lines[0].ends_with('…'), "{lines:?}");
    let (lines, _) = cut(Language::English, "Incomprehensibilities", 40.0, 1);
    assert_eq!(lines[0].chars().last(), Some('…'));
}

#[test]
fn lines_stand_at_the_start_the_centre_or_the_end() {
    let left = |language: Language, align: Align| {
        let paragraph = lay_out("OK", &TextStyle::new(SIZE_PX, language), Wrap::width(400.0), align);
        let line = &paragraph.lines()[0];
        assert!((paragraph.bounds().width() - paragraph.size().x).abs() < 0.01);
        (line.left_px, 400.0 - line.width_px)
    };
    for (language, align, share) in [
        (Language::English, Align::Start, 0.0),
        (Language::English, Align::Center, 0.5),
        (Language::English, Align::End, 1.0),
        (Language::Arabic, Align::Start, 1.0),
        (Language::Arabic, Align::Center, 0.5),
        (Language::Arabic, Align::End, 0.0),
    ] {
        let (left_px, spare_px) = left(language, align);
        assert!((left_px - share * spare_px).abs() < 0.01, "{language} {align:?}");
    }
    // A right-to-left text without a width starts at the point that it is painted from.
    let free = lay_out("سلام", &TextStyle::new(SIZE_PX, Language::Arabic), Wrap::NEVER, Align::Start);
    assert_eq!(free.bounds().min, pos2(0.0, 0.0));
}

#[test]
fn faces_share_one_baseline() {
    let text = "Ag 東京 ไทย ខ្មែរ हिन्दी سلام Հայ 한 →";
    let style = TextStyle::new(40.0, Language::English);
    let paragraph = lay_out(text, &style, Wrap::NEVER, Align::Start);
    let line = &paragraph.lines()[0];
    let galley = paragraph.galley().unwrap();
    assert!(galley.rows.len() >= 7, "one face for all");
    for row in &galley.rows {
        let baseline = row.pos.y + row.glyphs[0].pos.y;
        assert!((baseline - line.baseline_px).abs() < 0.01, "{:?}", row.text());
    }
    let alone = lay_out("Ag", &style, Wrap::NEVER, Align::Start);
    assert!((alone.lines()[0].baseline_px - line.baseline_px).abs() < 0.01, "the line jumps");
    // Runs are painted one after the other.
    assert!(galley.rows.windows(2).all(|pair| pair[0].pos.x < pair[1].pos.x));
}

/// What egui painted is what the runs say that it was given.
#[test]
fn egui_paints_the_runs() {
    for text in ["خط (B) است ۱۰:۳۰", "Union Station 東京 (駅)", "ក្រុង Los Angeles"] {
        let paragraph = lay_out(text, &TextStyle::new(SIZE_PX, Language::Farsi), Wrap::NEVER, Align::Start);
        let runs = &paragraph.lines()[0].runs;
        let rows = &paragraph.galley().unwrap().rows;
        assert_eq!(runs.len(), rows.len());
        for (run, row) in runs.iter().zip(rows) {
            assert!(row.glyphs.iter().all(|glyph| run.shaped.contains(glyph.chr)), "{:?} {:?}", run.shaped, row.text());
            assert!((row.pos.x - run.left_px).abs() <= 0.5);
        }
    }
}

#[test]
fn brackets_in_right_to_left_lines_are_painted_mirrored() {
    // The ink of a glyph is known by its place in egui's atlas; runs start at whole pixels, so the places compare.
    let ctx = context();
    let ink = |language: Language, text: &str, bracket: char| {
        let style = TextStyle::new(SIZE_PX, language);
        let paragraph = pass(&ctx, |ui| Paragraph::lay_out(ui.ctx(), text, &style, Wrap::NEVER, Align::Start));
        let rows = paragraph.galley().unwrap().rows.clone();
        let glyphs: Vec<_> = rows
            .iter()
            .flat_map(|row| row.glyphs.clone())
            .filter(|glyph| glyph.chr == bracket && glyph.advance_width > 0.0)
            .collect();
        assert_eq!(glyphs.len(), 1, "{text}");
        glyphs[0].uv_rect.min
    };
    let (opening, closing) = (ink(Language::English, "(", '('), ink(Language::English, ")", ')'));
    assert_ne!(opening, closing);
    // The Arabic face has no brackets: the layout mirrors them itself.
    assert_eq!(ink(Language::Arabic, "(سلام", ')'), closing);
    assert_eq!(ink(Language::Arabic, "سلام)", '('), opening);
    // It has guillemets, which the shaper mirrors: the first of the text is painted on the right, opening leftwards.
    let guillemets = |text: &str, c: char| ink(Language::Arabic, text, c);
    assert_eq!(guillemets("«سلام", '«'), guillemets("سلام «ب", '«'));
    assert_ne!(guillemets("«سلام", '«'), guillemets("سلام»", '»'));
}

#[test]
fn han_variants_and_quotes_come_from_the_languages_face() {
    let faces = |language: Language, text: &str| {
        let paragraph = lay_out(text, &TextStyle::new(SIZE_PX, language), Wrap::NEVER, Align::Start);
        let faces: Vec<String> = paragraph.lines()[0].runs.iter().map(|run| run.face.clone()).collect();
        faces.join(" ")
    };
    for (language, face) in [
        (Language::Japanese, "NotoSansCJKJP-Regular"),
        (Language::Korean, "NotoSansCJKKR-Regular"),
        (Language::ChineseSimplified, "NotoSansCJKSC-Regular"),
        (Language::ChineseTraditional, "NotoSansCJKTC-Regular"),
    ] {
        assert_eq!(faces(language, "直骨"), face);
        assert_eq!(faces(language, "Metro 720"), "NotoSans-Regular");
    }
    assert_eq!(
        faces(Language::ChineseSimplified, "“311”"),
        "NotoSansCJKSC-Regular NotoSans-Regular NotoSansCJKSC-Regular"
    );
    assert_eq!(faces(Language::ChineseSimplified, "电话：(213)"), "NotoSansCJKSC-Regular NotoSans-Regular");
    assert_eq!(faces(Language::Farsi, "سلام، دنیا"), "NotoSansArabic-Regular");
    let mut bold = TextStyle::new(SIZE_PX, Language::Thai);
    bold.weight = Weight::Bold;
    assert_eq!(lay_out("ไทย", &bold, Wrap::NEVER, Align::Start).lines()[0].runs[0].face, "NotoSansThai-Bold");
}

#[test]
fn the_same_text_is_laid_out_once() {
    let ctx = context();
    let style = TextStyle::new(SIZE_PX, Language::English);
    let lay_out = |style: TextStyle, width_px: f32| {
        pass(&ctx, |ui| Paragraph::lay_out(ui.ctx(), "Union Station", &style, Wrap::width(width_px), Align::Start))
    };
    let first = lay_out(style, 400.0);
    assert!(Arc::ptr_eq(&first, &lay_out(style, 400.0)), "laid out again in the next pass");
    assert!(!Arc::ptr_eq(&first, &lay_out(style, 80.0)));
    assert!(!Arc::ptr_eq(&first, &lay_out(style.color(Color32::RED), 400.0)));
    assert!(!Arc::ptr_eq(&first, &lay_out(style.bold(), 400.0)));
}

#[test]
fn a_new_atlas_voids_what_was_laid_out() {
    let ctx = context();
    let style = TextStyle::new(SIZE_PX, Language::English);
    let lay_out = || pass(&ctx, |ui| Paragraph::lay_out(ui.ctx(), "Union Station", &style, Wrap::NEVER, Align::Start));
    let first = lay_out();
    ctx.all_styles_mut(|style| style.visuals.text_options.subpixel_binning ^= true);
    let second = lay_out();
    assert!(!Arc::ptr_eq(&first, &second), "a galley of the old atlas was kept");
    assert!(Arc::ptr_eq(&second, &lay_out()));
}

#[test]
fn the_cache_forgets_what_is_no_longer_shown() {
    let ctx = context();
    let style = TextStyle::new(SIZE_PX, Language::English);
    let lay_out = |text: &str| Paragraph::lay_out(&ctx, text, &style, Wrap::NEVER, Align::Start);
    let first = pass(&ctx, |_| lay_out("the first of them"));
    for number in 0..4 {
        // 1000 texts of 10 characters in each pass: more than the cache keeps.
        pass(&ctx, |_| (0..1000).for_each(|item| drop(lay_out(&format!("{number:04}{item:06}")))));
    }
    assert_eq!(Arc::strong_count(&first), 1, "the cache still holds it");
}

#[test]
fn marks_are_removed_for_speech() {
    assert_eq!(without_marks("\u{2068}Union\u{2069} \u{200F}می\u{200C}آید"), "Union می\u{200C}آید");
    assert_eq!(without_marks("plain"), "plain");
}

#[test]
fn text_before_the_fonts_are_ready_is_empty_and_not_kept() {
    let ctx = egui::Context::default();
    pass(&ctx, |_| ());
    wayside_screens::text::install(&ctx, crate::support::fonts());
    let style = TextStyle::new(SIZE_PX, Language::English);
    let lay_out = || Paragraph::lay_out(&ctx, "Hello", &style, Wrap::NEVER, Align::Start);
    assert_eq!(lay_out().lines().len(), 0);
    let ready = pass(&ctx, |_| lay_out());
    assert_eq!((ready.text(), ready.lines().len()), ("Hello", 1));
}
