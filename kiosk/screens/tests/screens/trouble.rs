//! Screens without content, and lists without entries.

use crate::city;
use crate::stage::{LANGUAGES, Named, Stage, bounds, context, name};
use accesskit::Role;
use wayside_core::{Screen, Settings};
use wayside_language::Locale;
use wayside_model::{Language, PlaceId};
use wayside_screens::Trouble;

#[test]
fn trouble_is_told_in_every_language() {
    let ctx = context();
    for panel in city::PANELS {
        for &first in Language::ALL {
            for trouble in [None, Some(Trouble::Empty), Some(Trouble::Error)] {
                let release = (trouble == Some(Trouble::Error)).then(city::release);
                let mut stage = Stage::with(ctx.clone(), panel, first, release);
                stage.trouble = trouble;
                let frame = stage.settle();
                let at = format!("{trouble:?} on {panel} in {first}");
                let headings: Vec<_> = frame.nodes.values().filter(|n| n.role() == Role::Heading).collect();
                assert_eq!(headings.len(), 1, "{at}");
                assert_eq!(headings[0].language(), Some(first.tag()), "{at}");
                let key = if trouble == Some(Trouble::Error) { "error-title" } else { "empty-title" };
                for &language in Language::ALL {
                    let title = Locale::new(language, city::ZONE).say(key, &[]);
                    let told = frame.nodes.values().find(|n| name(n) == title && n.language() == Some(language.tag()));
                    assert!(told.is_some(), "{at}: nothing in {language}");
                    if let Some(rect) = told.and_then(bounds) {
                        assert!(stage.rect().expand(1.0).contains_rect(rect), "{at}: {language} lies at {rect}");
                    }
                }
                assert_eq!(frame.touchables().count(), 0, "{at}: there is nothing to touch");
            }
        }
    }
}

#[test]
fn a_city_with_nothing_to_list_says_so() {
    let ctx = context();
    let lists = [Screen::places(), Screen::events(), Screen::offers(), Screen::services()];
    for panel in city::PANELS {
        for language in LANGUAGES {
            let mut stage = Stage::with(ctx.clone(), panel, language, Some(city::bare()));
            for list in &lists {
                stage.go(&Named::Screen("list", list.clone()), Settings::default());
                let frame = stage.settle();
                assert!(frame.says(&stage.say("nothing-found")), "{list:?} on {panel} in {language}");
            }
            stage.go(&Named::Home, Settings::default());
            let frame = stage.settle();
            assert!(frame.touchables().count() >= 9, "four doors and five actions on {panel} in {language}");
        }
    }
}

#[test]
fn what_the_release_no_longer_has_is_said() {
    let mut stage = Stage::new("portrait", Language::English);
    let place = PlaceId::new("landmark-0").unwrap();
    stage.go(&Named::Screen("place", Screen::Place(place.clone())), Settings::default());
    let title = stage.release.as_ref().unwrap().places[&place].name.best_str(Language::English).to_owned();
    assert!(stage.settle().says(&title));
    // Another release comes in while the visitor reads.
    let release = stage.release.as_mut().unwrap();
    release.version += 1;
    release.places.remove(&place);
    let frame = stage.settle();
    assert!(!frame.says(&title) && frame.says(&stage.say("record-gone")));
    assert!(frame.touchables().count() >= 5, "the way back is there");
}

#[test]
fn machine_drafts_and_other_languages_are_owned_up_to() {
    let service = Screen::Service(wayside_model::ServiceId::new("streets-0").unwrap());
    let place = Screen::Place(PlaceId::new("museum-1").unwrap());
    let says = |language, screen: &Screen, key: &str| {
        let mut stage = Stage::new("portrait", language);
        stage.go(&Named::Screen("record", screen.clone()), Settings::default());
        let words = stage.say(key);
        stage.settle().says(&words)
    };
    for screen in [&service, &place] {
        assert!(says(Language::Korean, screen, "machine-draft"), "{screen:?}");
        assert!(!says(Language::Spanish, screen, "machine-draft"), "{screen:?}");
        assert!(!says(Language::English, screen, "machine-draft"), "{screen:?}");
    }
    let mut stage = Stage::new("portrait", Language::Armenian);
    stage.go(&Named::Screen("place", place), Settings::default());
    let values = [("language", Language::English.own_name().into())];
    let words = Locale::new(Language::Armenian, city::ZONE).say("only-in-language", &values);
    let frame = stage.settle();
    assert!(frame.says(&words), "it says that it is only in English");
    let title = frame.nodes.values().find(|n| n.role() == Role::Heading && n.language() == Some("en"));
    assert!(title.is_some_and(|n| name(n).contains("museum")), "and a voice will read its name as English");
}
