//! The font files: found, missing, damaged; and what their faces have.

use crate::support;
use std::fs;
use std::path::{Path, PathBuf};
use wayside_model::Language;
use wayside_screens::text::{DEBIAN_FONT_FOLDERS, FontError, FontSet, TextStyle, Typeface, Weight};

/// A folder with links to the font files whose names pass.
fn folder_with(name: &str, keep: impl Fn(&str) -> bool) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for face in support::fonts().faces() {
        let file = face.path.file_name().unwrap();
        let link = folder.join(file);
        if keep(file.to_str().unwrap()) && !link.exists() {
            std::os::unix::fs::symlink(&face.path, link).unwrap();
        }
    }
    folder
}

#[test]
fn every_face_is_found_under_its_own_name() {
    let fonts = support::fonts();
    assert_eq!(fonts.missing_languages(), []);
    for typeface in Typeface::ALL {
        for weight in Weight::ALL {
            let face = fonts.face(typeface, weight).unwrap();
            assert_eq!(face.typeface, typeface);
            assert_eq!(face.weight, if typeface.has_bold() { weight } else { Weight::Regular });
        }
    }
    let definitions = fonts.definitions();
    for &language in Language::ALL {
        for weight in Weight::ALL {
            let chain = &definitions.families[&FontSet::family(language, weight)];
            assert_eq!(chain.len(), Typeface::ALL.len());
            assert!(chain.iter().all(|name| definitions.font_data.contains_key(name)), "{chain:?}");
        }
    }
}

#[test]
fn each_language_takes_its_own_letters_from_its_own_face() {
    let fonts = support::fonts();
    for (language, letters) in [
        (Language::Vietnamese, "ƯỡẶ"),
        (Language::Russian, "Жщё"),
        (Language::Armenian, "Ժհև"),
        (Language::Farsi, "پچژگکی‌۴۵۶"),
        (Language::Arabic, "ةىكي٤٥٦ﷲ"),
        (Language::Thai, "กฺญ์"),
        (Language::Khmer, "ខ្មែ៣"),
        (Language::Hindi, "क्षी३"),
        (Language::Japanese, "直ぁカ"),
        (Language::Korean, "한힣"),
        (Language::ChineseSimplified, "门骨"),
        (Language::ChineseTraditional, "門骨"),
    ] {
        let face = fonts.face(Typeface::of(language), Weight::Bold).unwrap();
        for letter in letters.chars().filter(|&c| c != '\u{200C}') {
            assert!(face.covers(letter), "{language}: {letter:?} (U+{:04X})", letter as u32);
        }
    }
}

/// Times and counts in lists must not dance: all tabular digits of a script are equally wide.
#[test]
fn tabular_digits_are_equally_wide() {
    let ctx = support::context();
    for zero in ['0', '٠', '۰', '๐', '០', '०'] {
        for style in [TextStyle::new(100.0, Language::Farsi), TextStyle::new(100.0, Language::Farsi).bold()] {
            let widths: Vec<f32> = support::pass(&ctx, |ui| {
                let time = |digit| format!("{digit}{digit}:{digit}{digit}");
                let times = (0..10).map(|value| time(char::from_u32(zero as u32 + value).unwrap()));
                times.map(|time| support::on(ui, &time, &style.tabular()).size().x).collect()
            });
            let (least, most) = widths.iter().fold((f32::MAX, 0.0_f32), |(l, m), &w| (l.min(w), m.max(w)));
            assert!(most - least < 0.1, "{zero:?} {:?}: {widths:?}", style.weight);
        }
    }
}

#[test]
fn without_a_language_the_rest_goes_on() {
    let folder = folder_with("no-thai", |file| !file.contains("Thai"));
    let fonts = FontSet::find(&[&folder]).unwrap();
    assert_eq!(fonts.missing_languages(), [Language::Thai]);
    let problems: Vec<String> = fonts.problems().map(ToString::to_string).collect();
    let expect = |file| {
        format!("font file {file} is in none of {}; install the Debian package fonts-noto-core", folder.display())
    };
    assert_eq!(problems, [expect("NotoSansThai-Regular.ttf"), expect("NotoSansThai-Bold.ttf")]);
    assert_eq!(fonts.missing_glyphs("ไทย Thai\n\u{2068}x\u{2069}", Language::Thai), ['ท', 'ย', 'ไ']);
}

#[test]
fn a_missing_collection_names_the_other_package() {
    let folder = folder_with("no-cjk", |file| !file.contains("CJK"));
    let fonts = FontSet::find(&[folder]).unwrap();
    assert_eq!(
        fonts.missing_languages(),
        [Language::Korean, Language::ChineseTraditional, Language::ChineseSimplified, Language::Japanese]
    );
    assert!(fonts.problems().all(|problem| problem.to_string().ends_with("install the Debian package fonts-noto-cjk")));
}

#[test]
fn without_latin_nothing_can_be_shown() {
    let folder = folder_with("no-latin", |file| file != "NotoSans-Regular.ttf");
    let Err(error) = FontSet::find(&[&folder, Path::new(DEBIAN_FONT_FOLDERS[1])]) else { panic!("found a Latin font") };
    assert!(
        matches!(&error, FontError::Missing { file: "NotoSans-Regular.ttf", folders, .. } if folders.len() == 2),
        "{error}"
    );
}

#[test]
fn a_damaged_file_is_refused_and_named() {
    let folder = folder_with("damaged", |file| !file.contains("Armenian"));
    let whole = fs::read(support::fonts().face(Typeface::Armenian, Weight::Regular).unwrap().path.clone()).unwrap();
    let path = folder.join("NotoSansArmenian-Regular.ttf");
    for (name, bytes) in [
        ("empty", Vec::new()),
        ("text", b"not a font at all".to_vec()),
        ("cut in its table directory", whole[..40].to_vec()),
        ("cut in its tables", whole[..2000].to_vec()),
        (
            "another font",
            fs::read(support::fonts().face(Typeface::Thai, Weight::Regular).unwrap().path.clone()).unwrap(),
        ),
    ] {
        fs::write(&path, bytes).unwrap();
        let fonts = FontSet::find(&[&folder]).unwrap();
        assert_eq!(fonts.missing_languages(), [Language::Armenian], "{name}");
        let problem = fonts
            .problems()
            .find(|problem| matches!(problem, FontError::Damaged { .. } | FontError::Unreadable { .. }));
        let problem = problem.unwrap_or_else(|| panic!("{name}: no problem was found")).to_string();
        assert!(problem.contains(path.to_str().unwrap()) && problem.contains("fonts-noto-core"), "{name}: {problem}");
        fs::remove_file(&path).unwrap();
    }
}
