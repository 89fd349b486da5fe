//! Files that are not what they should be, and paths that leave the folder.

use crate::city::{changed, check, check_all, check_warning, city, draft, with};
use wayside_model::Severity::Error;

#[test]
fn malformed_toml_names_the_line_and_leaves_other_files_alone() {
    let folder = with("places/broken.toml", "[[place]]\nid = \"x\"\nname.en = \"No end\nkind = \"park\"\n");
    let draft = draft(&folder);
    assert!(draft.problems.0.iter().all(|p| p.file == "places/broken.toml"), "{:?}", draft.problems);
    assert!(draft.problems.0.iter().any(|p| p.line == Some(3) && p.what.contains("not TOML")), "{:?}", draft.problems);
    assert_eq!(draft.release.unwrap().places.len(), 1);
}

#[test]
fn each_syntax_error_of_a_file_is_reported() {
    let folder = with("places/broken.toml", "[[place]]\nid = x y\n\n[[place]\nid = \"b\"\n");
    let lines: Vec<u32> = draft(&folder).problems.0.iter().filter_map(|p| p.line).collect();
    assert!(lines.contains(&2) && lines.contains(&4), "{lines:?}");
}

#[test]
fn a_key_that_is_given_twice() {
    let folder = changed("places/places.toml", "free = true", "free = true\nfree = false");
    check(&folder, "places/places.toml", 14, "duplicate key", "keep one of the two");
}

#[test]
fn a_file_that_is_not_text() {
    let folder = with("places/broken.toml", b"[[place]]\nid = \"caf\xe9\"\n");
    check(&folder, "places/broken.toml", 2, "not UTF-8", "save it as UTF-8");
    let folder = with("places/broken.toml", [0xff, 0xfe, 0, 0]);
    check(&folder, "places/broken.toml", 1, "not UTF-8", "save it as UTF-8");
    let folder = with("places/long.toml", "#".repeat(5_000_000));
    check(&folder, "places/long.toml", 0, "5000000 bytes long", "split it");
    // A byte-order mark is no mistake.
    let mut folder = city();
    let text = [b"\xef\xbb\xbf".to_vec(), folder.0["places/places.toml"].clone()].concat();
    folder.0.insert("places/places.toml".into(), text);
    check_all(&folder, &[]);
    // Neither are the line ends of another system.
    let mut folder = city();
    for bytes in folder.0.values_mut() {
        *bytes = String::from_utf8(bytes.clone()).unwrap().replace('\n', "\r\n").into_bytes();
    }
    check_all(&folder, &[]);
}

#[test]
fn deep_nesting_does_not_bring_the_reader_down() {
    let folder = with("places/deep.toml", format!("a = {}1{}", "[".repeat(100_000), "]".repeat(100_000)));
    assert!(draft(&folder).problems.0.iter().any(|p| p.file == "places/deep.toml"));
    let folder = with("places/deep.toml", format!("{} = 1", vec!["a"; 50_000].join(".")));
    assert!(draft(&folder).problems.0.iter().any(|p| p.file == "places/deep.toml"));
}

#[test]
fn paths_that_leave_the_folder() {
    let table = [
        ("../secret.svg", "goes up with `..`"),
        ("pictures/../../secret.svg", "goes up with `..`"),
        ("/etc/passwd", "it is absolute"),
        ("C:/secret.svg", "names a drive"),
        ("pictures\\\\station.svg", "a character that paths here do not have"),
        ("pictures//station.svg", "an empty part"),
    ];
    for (path, why) in table {
        let folder = changed("media/media.toml", "pictures/station.svg", path);
        check(&folder, "media/media.toml", 5, why, "put the file into this folder");
    }
    check_all(
        &with("../outside.toml", "[[place]]"),
        &[(Error, "../outside.toml", 0, "outside the folder: it goes up", "move it into the folder")],
    );
    check(&with("/etc/outside.toml", "[[place]]"), "/etc/outside.toml", 0, "it is absolute", "move it");
    let import = "[[import]]\nkind = \"places\"\nplace_kind = \"park\"\nformat = \"csv\"\nlanguage = \"en\"\nfile = \"../x.csv\"\n";
    check(&with("import/x.toml", import), "import/x.toml", 6, "goes up with `..`", "into this folder");
}

#[test]
fn files_that_nothing_reads() {
    check_warning(&with("places/park.tmol", ""), "places/park.tmol", 0, "nothing reads", "did you mean `toml`?");
    check_warning(&with("places/park.md", ""), "places/park.md", 0, "nothing reads this page", "services/");
    check_all(&with("README.md", "# Los Angeles"), &[]);
    check_all(&with(".gitignore", "x"), &[]);
}

#[test]
fn arbitrary_damage_gives_problems_and_never_a_panic() {
    // Every file cut off at every 7th byte, and with every 11th byte flipped.
    let city = city();
    for (path, bytes) in &city.0 {
        for at in (0..bytes.len()).step_by(7) {
            draft(&with(path, &bytes[..at]));
        }
        for at in (0..bytes.len()).step_by(11) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            draft(&with(path, damaged));
        }
    }
}
