//! Pictures, videos and sounds: what is missing or does not fit, and the files that are published.

use crate::city::{MEDIA, changed, check, check_all, city, with};
use sha2::{Digest, Sha256};
use wayside_model::Severity::Error;
use wayside_model::source::Folder;
use wayside_model::{MediaId, MediaKind};

const FILE: &str = "media/media.toml";

#[test]
fn files_have_flat_names_lengths_and_hashes() {
    let draft = check_all(&city(), &[]);
    let names: Vec<&str> = draft.files.keys().map(String::as_str).collect();
    let expect =
        ["media-station-card-portrait.png", "media-welcome-art-landscape.png", "media-welcome-art-portrait.png"];
    assert_eq!(names, expect);
    let release = draft.release.unwrap();
    for file in release.media.values().flat_map(wayside_model::Media::files) {
        let bytes = &draft.files[&file.target];
        assert_eq!(file.len, bytes.len() as u64);
        assert_eq!(file.sha256, hex::encode(Sha256::digest(bytes)));
        assert!(file.target.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'));
    }
    let MediaKind::Picture { portrait, landscape } = &release.media[&MediaId::new("welcome-art").unwrap()].kind else {
        panic!("not a picture");
    };
    let landscape = landscape.as_ref().unwrap();
    assert_eq!((portrait.width_px, portrait.height_px), (1080, 1920));
    assert_eq!((landscape.width_px, landscape.height_px), (1920, 1080));
}

#[test]
fn sizes_of_pictures() {
    let sized = |size: &str| with("pictures/welcome-wide.png", size);
    check(&sized("1439x1080"), FILE, 15, "1439x1080 pixels, too small", "1920x1080");
    check(&sized("1920x809"), FILE, 15, "too small", "or an SVG");
    check_all(&sized("1440x810"), &[]);
    check_all(&sized("3840x2160"), &[]);
    check(&sized("3841x2160"), FILE, 15, "too large", "scale it down to 1920x1080");
    let heavy = format!("1920x1080{}", " ".repeat(12 * 1024 * 1024));
    check(&sized(&heavy), FILE, 15, "12582921 bytes long", "1 to 12582912 bytes");
}

#[test]
fn what_is_not_a_picture() {
    check(&with("pictures/welcome-wide.png", "hello"), FILE, 15, "is not a picture: it is neither PNG", "save it anew");
    check(&with("pictures/welcome-wide.png", [0x89, 0xff]), FILE, 15, "is not a picture", "save it anew");
    check(&with("pictures/welcome-wide.png", ""), FILE, 15, "0 bytes long", "1 to");
    check(
        &changed(FILE, "pictures/station.svg", "pictures/staton.svg"),
        FILE,
        5,
        "no file `pictures/staton.svg`",
        "`pictures/station.svg`",
    );
    check(
        &changed(FILE, "pictures/station.svg", "station.svg"),
        FILE,
        5,
        "no file `station.svg`",
        "`pictures/station.svg`",
    );
    check(&changed(FILE, "pictures/station.svg", "places/places.toml"), FILE, 5, "not of a kind that fits", "svg, png");
    check(&changed(FILE, "use = \"card\"", "use = \"poster\""), FILE, 4, "`poster` is not a use", "signage, card");
}

#[test]
fn drawings_without_words_or_pictures_in_them() {
    let drawn = |inner: &str| with("pictures/station.svg", format!("<svg>\n<g>\n{inner}\n</g></svg>"));
    check(&drawn("<text x=\"0\">Hi</text>"), "pictures/station.svg", 3, "holds <text>", "visitor's language");
    check(&drawn("<image href=\"x\"/>"), "pictures/station.svg", 3, "holds <image>", "draw it");
    check(&drawn("<script>1</script>"), "pictures/station.svg", 3, "holds <script>", "delete");
    check_all(&drawn("<textile/><textPath/>"), &[]);
    check_all(&drawn("<!-- <text> --><?x <image/>?><style><![CDATA[<script>]]></style>"), &[]);
}

#[test]
fn a_prefix_hides_no_words_in_a_drawing() {
    let drawn = |inner: &str| with("pictures/station.svg", format!("<s:svg>\n<s:g>\n{inner}\n</s:g></s:svg>"));
    for (inner, what) in [
        ("<s:text>Hi</s:text>", "holds <text>"),
        ("<s:text\n>Hi</s:text>", "holds <text>"),
        ("<s:image href=\"file:///etc/hostname\"/>", "holds <image>"),
        ("<_.1:foreignObject/>", "holds <foreignObject>"),
        ("<!-- --><s:script/>", "holds <script>"),
    ] {
        check(&drawn(inner), "pictures/station.svg", 3, what, "");
    }
    check_all(&drawn("<text:g/>"), &[]);
}

#[test]
fn text_equivalents() {
    let folder = changed(FILE, "alt.en = \"Hills at dusk\"\nalt.es = \"Colinas al anochecer\"\n", "");
    check(&folder, FILE, 10, "media `welcome-art`: `alt` is missing", "alt.en");
    let folder = changed(FILE, "alt.es = \"Colinas al anochecer\"\n", "");
    check(&folder, FILE, 16, "`alt` is missing in Spanish", "es");
    let folder = changed(FILE, "credit = \"City of Los Angeles, CC BY 4.0\"\n", "");
    check(&folder, FILE, 1, "`credit` is missing", "credit");
}

/// The city with a video and a sound, each described by more keys.
fn recordings(video: &str, sound: &str) -> Folder {
    let media = format!(
        "{MEDIA}
[[media]]
id = \"asl\"
kind = \"video\"
file = \"media/asl.mp4\"
alt.en = \"A person signs\"
alt.es = \"Una persona en lengua de señas\"
credit = \"City\"
{video}

[[media]]
id = \"bell\"
kind = \"sound\"
file = \"media/bell.ogg\"
alt.en = \"A bell\"
alt.es = \"Una campana\"
credit = \"City\"
{sound}
"
    );
    let mut folder = with(FILE, media);
    for (path, bytes) in [
        ("media/asl.mp4", "film"),
        ("media/bell.ogg", "ding"),
        ("media/en.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"),
        ("media/es.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHola\n"),
        ("media/bad.vtt", "1\n00:00:00,000 --> 00:00:01,000\nHola\n"),
    ] {
        folder.0.insert(path.into(), bytes.into());
    }
    folder
}

const CAPTIONS: &str = "captions = { en = \"media/en.vtt\", es = \"media/es.vtt\" }";
const TRANSCRIPT: &str = "transcript.en = \"Ding\"\ntranscript.es = \"Din\"";

#[test]
fn captions_and_transcripts() {
    let draft = check_all(&recordings(CAPTIONS, TRANSCRIPT), &[]);
    for name in ["media-asl.mp4", "media-asl-captions-en.vtt", "media-asl-captions-es.vtt", "media-bell.ogg"] {
        assert!(draft.files.contains_key(name), "{name}");
    }
    check_all(
        &recordings("", ""),
        &[
            (Error, FILE, 20, "the video has no captions in English (en)", "captions.en"),
            (Error, FILE, 20, "the video has no captions in Spanish (es)", "captions.es"),
            (Error, FILE, 29, "`transcript` is missing", "transcript.en"),
        ],
    );
    let one = recordings("captions.en = \"media/en.vtt\"", TRANSCRIPT);
    check(&one, FILE, 27, "no captions in Spanish", "captions.es");
    let bad = recordings("captions = { en = \"media/en.vtt\", es = \"media/bad.vtt\" }", TRANSCRIPT);
    check(&bad, FILE, 27, "does not hold WebVTT", "WEBVTT");
    let unknown =
        recordings("captions = { en = \"media/en.vtt\", es = \"media/es.vtt\", xx = \"media/es.vtt\" }", TRANSCRIPT);
    check(&unknown, FILE, 27, "`xx` is not a key", "delete");
    check(&recordings(CAPTIONS, "transcript.en = \"Ding\""), FILE, 36, "`transcript` is missing in Spanish", "es");
}
