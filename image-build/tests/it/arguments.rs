//! The command line, and the table of packages.

use std::collections::BTreeSet;
use wayside_appliance::{
    arguments::{Command, USAGE, parse},
    packages::{PACKAGES, needed_by},
};

fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn commands_are_read() {
    let check = |line: &str, expect: Command| assert_eq!(parse(words(line)).unwrap().command, expect, "{line}");
    check("", Command::Help);
    check("run", Command::Run);
    check("run --kiosk westwood --windowed", Command::Run);
    check("run --once --screenshot a.png --language ko", Command::Picture("a.png".into()));
    check("run --screenshot=b.png --once", Command::Picture("b.png".into()));
    check("publish", Command::Publish(None));
    check("publish my/city", Command::Publish(Some("my/city".into())));
    check("content check --json x", Command::Content);
    check("test schedule", Command::Test);
    check("run --help", Command::Help);
}

#[test]
fn flags_are_read() {
    let options =
        parse(words("run --no-install --no-build --size 800x600 --theme dark --scale=150 -- --odd 1")).unwrap();
    assert!(!options.may_install && !options.may_build);
    assert_eq!(options.size.unwrap().to_string(), "800x600");
    assert_eq!(options.kiosk_arguments, words("--theme dark --scale 150 --odd 1"));
    assert!(parse(words("bench --strict")).unwrap().is_strict && !parse(words("bench")).unwrap().is_strict);
    assert_eq!(parse(words("content check --json x")).unwrap().rest, words("check --json x"));
    assert_eq!(parse(words("test schedule")).unwrap().rest, words("schedule"));
}

#[test]
fn mistakes_are_named() {
    let check = |line: &str, expect: &str| {
        let failure = parse(words(line)).unwrap_err();
        assert_eq!(failure.exit_code(), 2);
        assert!(failure.to_string().contains(expect), "{line}: {failure}");
    };
    check("walk", "there is no command `walk`");
    check("run --fast", "`cargo appliance run` has no flag --fast");
    check("run --strict", "`cargo appliance run` has no flag --strict");
    check("run --size", "--size needs a value");
    check("run --size 1080", "`1080` is not a size");
    check("run --size 1x99999", "240 to 8192");
    check("run --kiosk ../etc", "`../etc` is not a kiosk");
    check("run --once", "--once needs --screenshot FILE");
    check("run --screenshot a.png", "--screenshot needs --once");
    check("gallery --once", "belong to `run`");
    check("run here", "`here` is one argument too many");
    check("publish a b", "`b` is one argument too many");
}

#[test]
fn every_command_that_is_read_is_in_the_help() {
    for name in ["run", "publish", "content", "test", "gallery", "pictures", "bench", "doctor"] {
        assert!(USAGE.lines().any(|line| line.starts_with(&format!("  {name} "))), "{name}");
        assert_ne!(parse(words(name)).unwrap().command, Command::Help);
    }
}

#[test]
fn the_table_of_packages_is_sound() {
    let names: BTreeSet<&str> = PACKAGES.iter().map(|p| p.name).collect();
    assert_eq!(names.len(), PACKAGES.len(), "each package once");
    assert!(PACKAGES.iter().all(|p| !p.why.is_empty()));
    let count = |command: &Command| needed_by(command).len();
    let (content, run, test, bench) =
        (count(&Command::Content), count(&Command::Run), count(&Command::Test), count(&Command::Bench));
    assert!(0 < content && content < run && run < test && run < bench);
    assert_eq!(count(&Command::Doctor), 0, "the doctor changes nothing");
}
