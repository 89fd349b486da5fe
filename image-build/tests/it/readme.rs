//! Keeps the README true: its paths, commands, pictures and proofs are those of the repository.

use std::{fs, path::Path};
use wayside_appliance::{
    arguments::{Command, USAGE, parse},
    build::root,
    pictures::{self, PICTURES},
};

/// Largest picture in bytes that a page of seven should load.
const MAX_PICTURE_LEN: usize = 300 * 1000;

/// Smallest picture in bytes that shows something: a blank one compresses to a tenth of it.
const MIN_PICTURE_LEN: usize = 50 * 1000;

/// Every page of the repository.
const PAGES: &[&str] = &["README.md", "content/los-angeles/README.md", "assets/README.md"];

/// Folders at the root that hold no part of the project: builds and what is private to tools.
const NOT_OURS: &[&str] = &["target", "out", "shared"];

fn page(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The lines of a section, without its heading.
fn section(heading: &str) -> String {
    let readme = page("README.md");
    let start = readme.find(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("there is no section {heading}"));
    let text = &readme[start + heading.len() + 5..];
    text[..text.find("\n## ").unwrap_or(text.len())].to_owned()
}

/// What stands between backticks in a text, blocks left out.
fn quoted(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|part| part.split('`').skip(1).step_by(2)).collect()
}

/// The folders of the code map.
fn mapped() -> Vec<String> {
    let map = section("Code map");
    let block = map.split("```").nth(1).expect("the code map is a block").to_owned();
    block.lines().skip(1).filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

#[test]
fn every_folder_of_the_code_map_exists() {
    let folders = mapped();
    assert!(folders.len() > 15, "{folders:?}");
    for folder in &folders {
        assert!(root().join(folder).exists(), "the code map has `{folder}`, which does not exist");
    }
}

#[test]
fn every_crate_and_every_folder_is_in_the_code_map() {
    let folders = mapped();
    let manifest = page("Cargo.toml");
    let members = manifest.split_once("members = [").unwrap().1.split(']').next().unwrap();
    let members: Vec<&str> = members.split('"').skip(1).step_by(2).collect();
    assert!(members.len() > 10, "{members:?}");
    for member in members {
        let is_mapped = folders.iter().any(|f| f.trim_end_matches('/') == member || *f == format!("{member}/src"));
        assert!(is_mapped, "the crate {member} is not in the code map");
    }
    for entry in fs::read_dir(root()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
            assert!(folders.iter().any(|f| f.split('/').next() == Some(&name)), "{name}/ is not in the code map");
        }
    }
}

#[test]
fn every_path_in_quotes_exists() {
    let tops = ["content/", "kiosk/", "provisioning/", "image-build/", "assets/", "tests/", ".ci/", ".cargo/"];
    let mut checked = 0;
    for name in PAGES {
        let text = page(name);
        for path in quoted(&text).into_iter().filter(|q| tops.iter().any(|top| q.starts_with(top))) {
            if !path.contains(['<', '*', ' ', '…']) {
                assert!(root().join(path).exists(), "{name} names `{path}`, which does not exist");
                checked += 1;
            }
        }
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn every_link_leads_somewhere() {
    for name in PAGES {
        let text = page(name);
        let folder = root().join(Path::new(name).parent().unwrap());
        for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            if let Some(anchor) = link.strip_prefix('#') {
                let slugs = text.lines().filter_map(|l| l.strip_prefix("## ")).map(slug);
                assert!(slugs.into_iter().any(|s| s == anchor), "{name} links to #{anchor}");
            } else if !link.contains("://") {
                assert!(folder.join(link).exists(), "{name} links to {link}");
            }
        }
    }
}

/// The anchor that a heading gets.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-');
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn every_command_that_is_named_exists_and_every_one_is_named() {
    let mut named = Vec::new();
    for name in PAGES {
        let text = page(name);
        for rest in text.split("cargo appliance ").skip(1) {
            let command: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
            if command.is_empty() {
                continue;
            }
            let parsed = parse([command.clone()]).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(command == "help" || parsed.command != Command::Help, "{name}: {command}");
            named.push(command);
        }
    }
    for line in USAGE.lines().filter(|line| line.starts_with("  ") && line.as_bytes()[2].is_ascii_lowercase()) {
        let command = line.split_whitespace().next().unwrap();
        assert!(named.iter().any(|n| n == command), "the README does not name `cargo appliance {command}`");
    }
}

#[test]
fn every_flag_of_the_commands_that_is_named_exists() {
    let text = section("Commands");
    for flag in quoted(&text).into_iter().flat_map(str::split_whitespace).filter(|word| word.starts_with("--")) {
        assert!(flag == "--" || USAGE.contains(flag), "{flag}");
    }
}

#[test]
fn the_pictures_are_there_and_no_other() {
    let readme = page("README.md");
    for one in PICTURES {
        let file = format!("assets/pictures/{}.png", one.name);
        let bytes = fs::read(root().join(&file)).unwrap_or_else(|e| panic!("{file}: {e}: cargo appliance pictures"));
        assert!(bytes.starts_with(b"\x89PNG\r\n"), "{file} is not a PNG");
        let lens = MIN_PICTURE_LEN..MAX_PICTURE_LEN;
        assert!(lens.contains(&bytes.len()), "{file} is {} bytes long: look at it", bytes.len());
        let tag = readme.lines().find(|line| line.contains(&format!("src=\"{file}\"")));
        let tag = tag.unwrap_or_else(|| panic!("the README does not show {file}"));
        let alt = tag.split_once("alt=\"").map_or("", |(_, rest)| rest.split('"').next().unwrap());
        assert!(alt.len() > 20, "{file} has no text equivalent");
    }
    for entry in fs::read_dir(pictures::folder()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(PICTURES.iter().any(|one| format!("{}.png", one.name) == name), "nothing draws {name}");
    }
}

#[test]
fn every_proof_of_an_invariant_is_a_test() {
    let text = section("Invariants");
    let mut proofs = 0;
    for row in text.lines().filter(|line| line.starts_with("| ") && line.contains(".rs`")) {
        let mut file = String::new();
        for word in quoted(row) {
            if word.contains('/') {
                file = page(word);
            } else if word.contains('_') {
                let head = file.split(&format!("fn {word}(")).next().unwrap();
                assert!(head.len() < file.len(), "{word} is not where the README says:\n{row}");
                let before = head.trim_end().rsplit('\n').next().unwrap_or_default();
                let marks = [before, head.trim_end().rsplit('\n').nth(1).unwrap_or_default()];
                assert!(marks.iter().any(|mark| mark.contains("test]") || mark.contains("test(")), "{word} is no test");
                proofs += 1;
            }
        }
    }
    assert!(proofs > 15, "{proofs}");
}

#[test]
fn the_edit_that_a_newcomer_makes_is_possible() {
    let text = section("Change something");
    let file = quoted(&text).into_iter().find(|q| q.starts_with("content/")).expect("a file is named");
    let line = text.lines().find(|line| line.starts_with("title.en = ")).expect("the line to edit is shown");
    assert!(page(file).contains(line), "{file} has no line {line}");
    let id = text.split_once("--screen event:").expect("the event is shown").1.split_whitespace().next().unwrap();
    assert!(page(file).contains(&format!("id = \"{id}\"")), "{file} has no event {id}");
}
