//! The program from the folder to the verdict, as an editor runs it.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;
use tempfile::TempDir;

/// A noon on which everything of the small city is yet to come.
const NOW: &str = "2026-06-15T12:00:00-07:00";

const CITY: &str = r#"
name.en = "Testville"
bounds = { south = 33.0, west = -119.0, north = 35.0, east = -117.0 }
time_zone = "America/Los_Angeles"
required_languages = ["en"]
fallback = "welcome"
help_phone = "311"
help_url = "city.example"
"#;

const RECORDS: &str = r#"
[[kiosk]]
id = "plaza"
name.en = "The plaza"
position = [34.0, -118.0]
faces_deg = 90.0
panel = { width_px = 1080, height_px = 1920, width_mm = 680.0, height_mm = 1210.0, bottom_mm = 500.0 }
languages = ["en"]
time_zone = "America/Los_Angeles"

[[event]]
id = "market"
kind = "market"
title.en = "Farmers' market"
summary.en = "Fruit and flowers"
starts = 2026-07-08T10:00:00
ends = 2026-07-08T14:00:00
spot.en = "On the plaza"
free = true

[[media]]
id = "sunrise"
kind = "picture"
use = "signage"
portrait = "pictures/sunrise.svg"
landscape = "pictures/sunrise.svg"
alt.en = "The sun over hills"
credit = "City of Testville"

[[signage]]
id = "welcome"
scene = "poster"
art = "sunrise"
kicker.en = "Welcome"
headline.en = "Good morning, Testville"
line.en = "Touch to explore"
seconds = 10

[[signage]]
id = "tap-water"
scene = "fact"
figure.en = "100 %"
headline.en = "of our tap water is good to drink"
line.en = "Bring a bottle"
seconds = 10

[[playlist]]
id = "everyday"
items = ["welcome"]

[[playlist]]
id = "water"
items = ["tap-water"]

[[campaign]]
id = "everyday"
layer = "base"
playlist = "everyday"

[[campaign]]
id = "drink-water"
layer = "campaign"
playlist = "water"
share_percent = 25
dayparts = [{ from = "10:00", until = "16:00" }]
"#;

const SUNRISE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1920">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#123"/><stop offset="1" stop-color="#f80"/></linearGradient></defs>
<rect width="1080" height="1920" fill="url(#sky)"/><circle cx="540" cy="1400" r="300" fill="#fd0"/></svg>"##;

/// A small city's folder beside keys and a repository.
struct City {
    temp: TempDir,
}

impl City {
    fn new() -> Self {
        let temp = TempDir::new().unwrap();
        let folder = temp.path().join("city");
        fs::create_dir_all(folder.join("pictures")).unwrap();
        fs::write(folder.join("city.toml"), CITY).unwrap();
        fs::write(folder.join("records.toml"), RECORDS).unwrap();
        fs::write(folder.join("pictures/sunrise.svg"), SUNRISE).unwrap();
        Self { temp }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    fn edit(&self, from: &str, to: &str) {
        let path = self.path("city/records.toml");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from));
        fs::write(path, text.replace(from, to)).unwrap();
    }

    /// Runs the program in the temporary folder; words that begin with `@` are paths in it.
    fn run(&self, line: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_content"));
        command.current_dir(self.temp.path()).env("XDG_CACHE_HOME", self.path("cache"));
        command.args(line.split(' ').map(|word| match word.strip_prefix('@') {
            Some(name) => self.path(name).into_os_string(),
            None => word.into(),
        }));
        command.args(["--now", NOW]).output().unwrap()
    }

    /// Expects this exit code and returns what was printed.
    fn check(&self, line: &str, code: i32) -> String {
        let output = self.run(line);
        let text = String::from_utf8(output.stdout).unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{line}: {text}{errors}");
        text
    }

    fn json(&self, line: &str, code: i32) -> Value {
        serde_json::from_str(&self.check(&format!("{line} --json"), code)).unwrap()
    }

    fn publish(&self) -> Value {
        self.json("publish @city --repository @repository --keys @keys", 0)
    }
}

#[test]
fn from_keys_to_a_verified_repository() {
    let city = City::new();
    city.check("init-keys @keys", 0);
    let checked = city.json("check @city", 0);
    assert_eq!(checked["errors"], 0, "{checked}");
    let first = city.publish();
    assert_eq!(first["published"]["version"], 1);
    let verified = city.json("verify @repository --root @keys/root.json", 0);
    assert_eq!((&verified["ok"], &verified["version"], &verified["files"]), (&true.into(), &1.into(), &14.into()));
    city.edit("Farmers' market", "Night market");
    let second = city.publish();
    assert_eq!(second["published"]["version"], 2);
    assert_eq!(second["published"]["changed"], serde_json::json!(["events.json", "release.json"]));
    assert_eq!(city.json("verify @repository --root @keys/root.json", 0)["version"], 2);
    city.check("resign-timestamp @repository --keys @keys", 0);
    city.check("rotate-keys @repository --keys @keys --new-keys @new-keys", 0);
    city.check("publish @city --repository @repository --keys @keys", 1);
    city.check("publish @city --repository @repository --keys @new-keys", 0);
    city.check("verify @repository --root @keys/root.json", 0);
}

#[test]
fn errors_stop_a_publication_and_name_file_line_and_fix() {
    let city = City::new();
    city.check("init-keys @keys", 0);
    city.publish();
    city.edit("art = \"sunrise\"", "art = \"sunset\"");
    for line in ["check @city", "publish @city --repository @repository --keys @keys"] {
        let problems = city.json(line, 1);
        let problem = problems["problems"].as_array().unwrap().iter().find(|p| p["severity"] == "error").unwrap();
        assert_eq!(problem["file"], "records.toml");
        assert!(problem["line"].as_u64().unwrap() > 1, "{problem}");
        assert!(problem["what"].as_str().unwrap().contains("sunset"), "{problem}");
        let text = city.check(line, 1);
        assert!(text.contains("error: records.toml:") && text.contains("fix: "), "{text}");
    }
    assert_eq!(city.json("verify @repository --root @keys/root.json", 0)["version"], 1);
}

#[test]
fn spoilt_pictures_are_problems_of_the_folder() {
    let city = City::new();
    for (bytes, expect) in
        [("<svg", "not XML"), ("", "bytes long"), ("<svg xmlns='http://www.w3.org/2000/svg'><text/></svg>", "text")]
    {
        fs::write(city.path("city/pictures/sunrise.svg"), bytes).unwrap();
        let text = city.check("check @city", 1);
        assert!(text.contains("pictures/sunrise.svg") && text.contains(expect), "{text}");
    }
    fs::remove_file(city.path("city/pictures/sunrise.svg")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", city.path("city/pictures/sunrise.svg")).unwrap();
    let text = city.check("check @city", 1);
    assert!(text.contains("error: pictures/sunrise.svg: this is a link"), "{text}");
}

#[test]
fn a_day_is_shown_by_its_parts() {
    let city = City::new();
    let preview = city.json("preview @city --kiosk plaza --day 2026-06-20", 0);
    let rows: Vec<_> = preview["programs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let voices = row["voices"].as_array().unwrap().iter();
            let voices: Vec<_> = voices
                .map(|v| (v["name"].as_str().unwrap().to_owned(), v["share_percent"].as_f64().unwrap().round()))
                .collect();
            (
                row["from"].as_str().unwrap()[11..16].to_owned(),
                row["until"].as_str().unwrap()[11..16].to_owned(),
                voices,
            )
        })
        .collect();
    let everyday = || vec![("everyday".to_owned(), 100.0)];
    let shared = vec![("everyday".to_owned(), 75.0), ("drink-water".to_owned(), 25.0)];
    let expected = [
        ("00:00".to_owned(), "10:00".to_owned(), everyday()),
        ("10:00".to_owned(), "16:00".to_owned(), shared),
        ("16:00".to_owned(), "00:00".to_owned(), everyday()),
    ];
    assert_eq!(rows, expected);
    let text = city.check("preview @city --kiosk plaza", 0);
    assert!(text.contains("plaza on Monday 2026-06-15"), "{text}");
    assert!(
        text.contains("10:00–16:00") && text.contains("16:00–24:00") && text.contains("25.0 %  drink-water"),
        "{text}"
    );
}

#[test]
fn an_explanation_says_why_a_campaign_does_not_play() {
    let city = City::new();
    let text = city.check("explain @city --kiosk plaza --at 2026-06-20T09:00", 0);
    assert!(text.contains("drink-water") && text.contains("not now"), "{text}");
    let json = city.json("explain @city --kiosk plaza --at 2026-06-20T11:00", 0);
    assert_eq!(json["explanation"]["kiosk"], "plaza");
    let text = city.check("explain @city --kiosk piazza", 1);
    assert!(text.contains("no kiosk `piazza`") && text.contains("plaza"), "{text}");
}

#[test]
fn spoilt_repositories_are_told_with_their_remedy() {
    type Spoil = fn(&Path);
    let cases: [(Spoil, &str); 4] = [
        (|r| fs::remove_file(r.join("metadata/timestamp.json")).unwrap(), "not in the repository"),
        (|r| fs::write(r.join("metadata/timestamp.json"), "{").unwrap(), "malformed"),
        (
            |r| {
                for entry in fs::read_dir(r.join("targets")).unwrap() {
                    fs::write(entry.unwrap().path(), "x").unwrap();
                }
            },
            "not as it was signed",
        ),
        (|r| fs::remove_dir_all(r).unwrap(), "not in the repository"),
    ];
    for (spoil, expect) in cases {
        let city = City::new();
        city.check("init-keys @keys", 0);
        city.publish();
        spoil(&city.path("repository"));
        let text = city.check("verify @repository --root @keys/root.json", 1);
        assert!(text.contains(expect), "{text}");
    }
}

#[test]
fn exit_codes_tell_problems_from_wrong_usage() {
    let city = City::new();
    for (line, code) in [
        ("publish @city", 2),
        ("frobnicate", 2),
        ("explain @city --kiosk plaza --at noonish", 2),
        ("check @nowhere", 1),
        ("publish @city --repository @repository --keys @nowhere", 1),
        ("verify @repository --root @nowhere", 1),
    ] {
        city.check(line, code);
    }
    city.check("init-keys @keys", 0);
    let text = city.check("init-keys @keys", 1);
    assert!(text.contains("not overwritten"), "{text}");
}

#[test]
fn what_is_not_a_terminal_gets_no_colour() {
    let city = City::new();
    assert!(!city.check("check @nowhere", 1).contains('\x1b'));
}

#[test]
fn publishing_again_draws_no_picture_again() {
    let city = City::new();
    city.check("init-keys @keys", 0);
    city.publish();
    let drawn = |city: &City| {
        let mut files: Vec<_> =
            fs::read_dir(city.path("cache/wayside/pictures")).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        files
    };
    let before = drawn(&city);
    assert_eq!(before.len(), 2);
    city.edit("Farmers' market", "Night market");
    let started = Instant::now();
    city.publish();
    let took = started.elapsed();
    assert!(took.as_secs_f64() < 1.0, "it took {took:?}");
    assert_eq!(drawn(&city), before);
}
