//! Texts by language: missing ones, overlays, drafts, and what must not stand in a text.

use crate::city::{NOTICE, PLACE, changed, check, check_all, check_warning, city, draft, with};
use wayside_model::Severity::Error;
use wayside_model::{Language, PlaceId, Provenance};

const PLACES: &str = "places/places.toml";

fn place(draft: &wayside_model::source::Draft) -> wayside_model::Place {
    draft.release.as_ref().unwrap().places[&PlaceId::new("union-station").unwrap()].clone()
}

#[test]
fn a_missing_language_is_reported_for_each_text() {
    let folder = changed(PLACES, "summary.es = \"Trenes, metro y autobuses bajo un mismo techo\"\n", "");
    check(&folder, PLACES, 6, "`summary` is missing in Spanish (es)", "translations/es/");
    let folder = changed(PLACES, "name.es = \"Union Station\"\nsummary", "summary");
    check(&folder, PLACES, 4, "place `union-station`: `name` is missing in Spanish", "`es`");
    // An optional text must be complete once it is there.
    let folder = changed(PLACES, "address", "description.en = \"Built in 1939.\"\naddress");
    check(&folder, PLACES, 9, "`description` is missing in Spanish", "`es`");
    let folder = changed("city.toml", "[\"en\", \"es\"]", "[\"en\", \"es\", \"ko\"]");
    assert!(draft(&folder).problems.0.iter().filter(|p| p.what.contains("missing in Korean (ko)")).count() > 20);
}

#[test]
fn a_text_that_is_missing_altogether() {
    let folder = changed(PLACES, "name.en = \"Union Station\"\nname.es = \"Union Station\"\n", "");
    check(&folder, PLACES, 1, "`name` is missing", "`name.en = \"…\"`");
}

#[test]
fn an_overlay_adds_a_language_and_its_provenance() {
    let overlay =
        "provenance = \"machine\"\n\n[place.union-station]\nname = \"유니언 역\"\nsummary = { reviewed = \"기차\" }\n";
    let draft = check_all(&with("translations/ko.toml", overlay), &[]);
    let place = place(&draft);
    let name = place.name.get(Language::Korean).unwrap();
    assert_eq!((name.text.as_str(), name.provenance), ("유니언 역", Provenance::Machine));
    assert_eq!(place.summary.get(Language::Korean).unwrap().provenance, Provenance::Reviewed);
    let in_folder = check_all(&with("translations/ko/places.toml", overlay), &[]);
    assert_eq!(in_folder.release, draft.release);
}

#[test]
fn overlays_reach_every_kind_of_record() {
    let overlay = "provenance = \"machine\"
[city]
name = \"로스앤젤레스\"
[kiosk.alameda]
name = \"동쪽\"
[event.thursday-market]
title = \"목요 시장\"
[offer.coffee]
terms = \"한 명당 한 잔\"
[notice.heat]
body = \"물을 드세요\"
[media.station-card]
alt = \"큰 창이 있는 홀\"
[signage.welcome]
headline = \"만져 보세요\"
[survey.help]
answers = [\"예\", \"아니요\"]
[service.bulky-items]
steps = [\"전화\", \"내놓기\"]
";
    let release = check_all(&with("translations/ko.toml", overlay), &[]).release.unwrap();
    let korean = |text: &wayside_model::Text| text.get(Language::Korean).is_some();
    assert!(korean(&release.city.name));
    assert!(release.kiosks.values().all(|k| korean(&k.name)));
    assert!(release.events.values().all(|e| korean(&e.title)));
    assert!(release.offers.values().all(|o| korean(&o.terms)));
    assert!(release.notices.values().all(|n| korean(&n.body)));
    assert_eq!(release.media.values().filter(|m| korean(&m.alt)).count(), 1);
    assert!(release.surveys.values().all(|s| s.answers.iter().all(korean)));
    assert!(release.services.values().all(|s| s.steps.len() == 2 && s.steps.iter().all(korean)));
    assert_eq!(release.signage.values().filter(|s| format!("{:?}", s.scene).contains("만져")).count(), 1);
}

#[test]
fn an_overlay_that_fits_nothing() {
    let check_overlay = |text: &str, line: u32, what: &str, fix: &str| {
        check(&with("translations/ko.toml", text), "translations/ko.toml", line, what, fix);
    };
    check_overlay(
        "[place.union-staton]\nname = \"역\"\n",
        2,
        "place `union-staton`, which does not exist",
        "`union-station`",
    );
    check_overlay("[place.union-station]\nnmae = \"역\"\n", 2, "has no text `nmae`", "did you mean `name`?");
    check_overlay("[plase.union-station]\nname = \"역\"\n", 1, "`plase` is not a kind of record", "`place`");
    check_overlay("place = \"역\"\n", 1, "does not say which record", "[place.the-id]");
    check_overlay("[place]\nunion-station = \"역\"\n", 2, "a table is wanted", "[place.union-station]");
    check_overlay("[place.union-station]\nname = 4\n", 2, "a text is wanted", "the language is the file's");
    check_overlay("[place.union-station]\nname.ko = \"역\"\n", 2, "a text is wanted", "the language is the file's");
    check_overlay("provenance = \"machin\"\n", 1, "`provenance` is not one", "did you mean `machine`?");
    check_overlay(
        "[survey.help]\nanswers = [\"예\"]\n",
        2,
        "has 1 items in Korean (ko), but 2",
        "surveys/surveys.toml",
    );
    check(&with("translations/kr.toml", ""), "translations/kr.toml", 0, "does not say its language", "did you mean");
    let twice = with("translations/es.toml", "[place.union-station]\nname = \"Otra\"\n");
    check(&twice, "translations/es.toml", 2, "is given twice, here and in places/places.toml:5", "delete one");
}

#[test]
fn machine_drafts_in_required_languages_are_summed_up_in_one_warning_a_file() {
    let mut folder = changed(PLACES, "name.es = \"Union Station\"\n", "");
    let text = PLACE.replace("name.es = \"Union Station\"\n", "").replace("summary.es", "# summary.es");
    folder.0.insert(PLACES.into(), text.into_bytes());
    let overlay = "provenance = \"machine\"\n[place.union-station]\nname = \"Estación\"\nsummary = \"Trenes\"\n";
    folder.0.insert("translations/es.toml".into(), overlay.into());
    check_warning(&folder, "translations/es.toml", 0, "2 texts are machine drafts in Spanish (es)", "reviewed");
    let one = changed(PLACES, "name.es = \"Union Station\"", "name.es = { machine = \"Estación\" }");
    check_warning(&one, PLACES, 0, "1 text is a machine draft in Spanish", "reviewed");
    let reviewed = changed(PLACES, "name.es = \"Union Station\"", "name.es = { reviewed = \"Estación\" }");
    let draft = check_all(&reviewed, &[]);
    assert_eq!(place(&draft).name.get(Language::Spanish).unwrap().provenance, Provenance::Reviewed);
}

#[test]
fn a_chief_place_is_complete_in_every_language() {
    let folder = changed(PLACES, "free = true", "free = true\nchief = true");
    let draft = check_warning(&folder, PLACES, 14, "in every language; these lack one: ko, zh-Hant", "translations/");
    assert!(place(&draft).chief);
}

#[test]
fn what_must_not_stand_in_a_text() {
    let name = |text: &str| changed(PLACES, "name.en = \"Union Station\"", &format!("name.en = {text}"));
    check(&name("\"\""), PLACES, 4, "`name` in English (en) is empty", "delete the line");
    check(&name("\"Union\\u0007\""), PLACES, 4, "holds the character \\u{7}", "delete that character");
    check(&name("\"Union \\u202Enoitats\""), PLACES, 4, "holds the character \\u{202e}", "delete");
    check(&name("\"Union\\nStation\""), PLACES, 4, "has several lines", "one line");
    check(&name("12"), PLACES, 4, "a whole number, but a text is wanted", "name.en = \"…\"");
    check(&name("{ machien = \"x\" }"), PLACES, 4, "a text is wanted", "machine");
    let long = "A ".repeat(40);
    check_warning(&name(&format!("\"{long}\"")), PLACES, 4, "79 characters", "60 characters or fewer");
    let wide = "駅".repeat(60);
    check_all(&name(&format!("\"{wide}\"")), &[]);
    let body = changed("notices/notices.toml", "Drink water.", &"Drink water. ".repeat(9_000));
    check(&body, "notices/notices.toml", 6, "more than 100 kB", "shorten");
    let headline = changed("signage/signage.toml", "Touch to explore", &"Touch ".repeat(9));
    check_warning(&headline, "signage/signage.toml", 7, "53 characters", "48 characters or fewer");
}

#[test]
fn a_figure_that_cannot_be_set_large() {
    let figure = |en: &str| {
        let fact = format!("scene = \"fact\"\nfigure.en = \"{en}\"\nfigure.es = \"3\"");
        let mut folder = changed("signage/signage.toml", "scene = \"poster\"\nart = \"welcome-art\"", &fact);
        let text = String::from_utf8(folder.0["signage/signage.toml"].clone()).unwrap();
        let text = text.replace("kicker.en = \"Los Angeles\"\nkicker.es = \"Los Ángeles\"\n", "");
        folder.0.insert("signage/signage.toml".into(), text.into_bytes());
        folder
    };
    check_all(&figure(&"駅".repeat(24)), &[]);
    check(
        &figure(&"9".repeat(25)),
        "signage/signage.toml",
        4,
        "signage `welcome`: `figure` in English (en) has 25 characters, more than the 24",
        "24 characters or fewer",
    );
    let mut folder = figure("3");
    folder
        .0
        .insert("translations/ko.toml".into(), format!("[signage.welcome]\nfigure = \"{}\"\n", "역".repeat(25)).into());
    check(&folder, "translations/ko.toml", 2, "`figure` in Korean (ko) has 25 characters", "24 characters or fewer");
}

#[test]
fn an_emergency_that_takes_long_to_read() {
    const NOTICES: &str = "notices/notices.toml";
    let notice = |level: &str, title: usize, body: usize| {
        let text = NOTICE
            .replace("\"advice\"", &format!("\"{level}\""))
            .replace("Hot days ahead", &"A".repeat(title))
            .replace("Beba agua.", &"B".repeat(body));
        with(NOTICES, text)
    };
    let rest = "\nLos centros de enfriamiento están abiertos.".chars().count();
    check_all(&notice("emergency", 80, 400 - rest), &[]);
    let faster = "in an emergency, shorter reads faster";
    check_warning(
        &notice("emergency", 81, 9),
        NOTICES,
        4,
        &format!("81 characters; {faster}"),
        "80 characters or fewer",
    );
    let folder = notice("emergency", 9, 401 - rest);
    check_warning(
        &folder,
        NOTICES,
        7,
        &format!("`body` in Spanish (es) has 401 characters; {faster}"),
        "400 characters",
    );
    // What is not urgent may be as long as it needs to be, but for its title, which stands on one line.
    check_all(&notice("advice", 60, 2_000), &[]);
    check_warning(&notice("advice", 81, 9), NOTICES, 4, "may not fit on its line", "60 characters or fewer");
}

#[test]
fn a_text_without_a_language_and_a_language_that_does_not_exist() {
    let folder =
        changed(PLACES, "name.en = \"Union Station\"\nname.es = \"Union Station\"", "name = \"Union Station\"");
    check(&folder, PLACES, 4, "`name` does not say which language", "`name.en = \"…\"`");
    let folder = changed(PLACES, "name.es = \"Union Station\"", "name.es = \"Union Station\"\nname.fli = \"Istasyon\"");
    check(&folder, PLACES, 6, "`name.fli` names no language", "did you mean `fil`?");
}

#[test]
fn every_problem_is_reported_not_only_the_first() {
    let mut folder = city();
    let place = PLACE
        .replace("kind = \"station\"", "kind = \"staton\"")
        .replace("summary.es", "sumary.es")
        .replace("24/7", "always")
        .replace("step-free", "stepfree");
    folder.0.insert(PLACES.into(), place.into_bytes());
    check_all(
        &folder,
        &[
            (Error, PLACES, 3, "`kind` `staton`", "did you mean `station`?"),
            (Error, PLACES, 6, "`summary` is missing in Spanish", "es"),
            (Error, PLACES, 7, "`sumary` is not a key", "did you mean `summary`?"),
            (Error, PLACES, 10, "`hours` cannot be read", "Tu-Fr"),
            (Error, PLACES, 12, "`stepfree` is not one of its values", "did you mean `step-free`?"),
        ],
    );
}
