//! What a touch does, by finger and by a person's own technology.

use crate::stage::{Named, Stage, name};
use wayside_core::{Event, EventFilter, PlaceFilter, Screen, Settings, TextSize, Theme};
use wayside_model::{Language, PlaceId, PlaceKind};

/// Goes to a screen and activates what has this name or interface string, both ways.
fn check(named: &Named, wanted: &str, expect: &[Event]) {
    for panel in crate::city::PANELS {
        for language in [Language::English, Language::Farsi] {
            let mut stage = Stage::new(panel, language);
            stage.go(named, Settings::default());
            let said = stage.say(wanted);
            let wanted = if said.is_empty() || said == wanted { wanted } else { &said };
            let at = format!("`{wanted}` on {} on {panel} in {language}", named.name());
            assert_eq!(stage.click(wanted), expect, "{at}, by request");
            let place = stage.settle().place_of(wanted);
            assert_eq!(stage.touch(place.center()), expect, "{at}, by finger");
        }
    }
}

fn place() -> Screen {
    Screen::Place(PlaceId::new("landmark-0").unwrap())
}

#[test]
fn the_doors_of_the_home_screen_open() {
    let home = Named::Home;
    check(&home, "places", &[Event::Open(Screen::places())]);
    check(&home, "events", &[Event::Open(Screen::events())]);
    check(&home, "services", &[Event::Open(Screen::services())]);
    check(&home, "offers", &[Event::Open(Screen::offers())]);
}

#[test]
fn the_five_actions_are_on_every_screen() {
    for named in [Named::Home, Named::Screen("place", place()), Named::Screen("events", Screen::events())] {
        check(&named, "home", &[Event::Home]);
        check(&named, "back", &[Event::Back]);
        check(&named, "language", &[Event::Open(Screen::Languages)]);
        check(&named, "settings", &[Event::Open(Screen::Settings)]);
        check(&named, "help", &[Event::Open(Screen::Help)]);
    }
}

#[test]
fn lists_filter_and_turn_pages() {
    let events = Named::Screen("events", Screen::events());
    check(&events, "filter-weekend", &[Event::Show(Screen::Events { filter: EventFilter::Weekend, page: 0 })]);
    check(&events, "page-next", &[Event::Show(Screen::events().with_page(1))]);
    let second = Named::Screen("events, page 2", Screen::events().with_page(1));
    check(&second, "page-previous", &[Event::Show(Screen::events())]);
    let places = Named::Screen("places", Screen::places());
    let landmarks = Screen::Places { filter: PlaceFilter::Kind(PlaceKind::Landmark), page: 0 };
    check(&places, "place-landmark", &[Event::Show(landmarks)]);
}

#[test]
fn entries_open_their_record() {
    for panel in crate::city::PANELS {
        for (list, language) in [(Screen::places(), Language::English), (Screen::places(), Language::Farsi)] {
            let mut stage = Stage::new(panel, language);
            stage.go(&Named::Screen("places", list), Settings::default());
            let name = stage.release.as_ref().unwrap().places["landmark-0"].name.best_str(language).to_owned();
            assert_eq!(stage.click(&name), [Event::Open(place())], "{panel} {language}");
        }
    }
}

#[test]
fn a_language_is_chosen_and_goes_back() {
    let languages = Named::Screen("languages", Screen::Languages);
    for language in [Language::Korean, Language::Arabic, Language::ChineseTraditional] {
        check(&languages, language.own_name(), &[Event::SetLanguage(language), Event::Back]);
    }
}

#[test]
fn settings_change_one_thing_each() {
    let settings = Named::Screen("settings", Screen::Settings);
    let plain = Settings::default();
    check(&settings, "theme-contrast", &[Event::SetSettings(Settings { theme: Theme::Contrast, ..plain })]);
    check(&settings, "theme-light", &[Event::SetSettings(Settings { theme: Theme::Light, ..plain })]);
    check(&settings, "settings-reach", &[Event::SetSettings(Settings { lower_reach: true, ..plain })]);
    check(&settings, "settings-motion", &[Event::SetSettings(Settings { less_motion: true, ..plain })]);
    let mut stage = Stage::new("portrait", Language::English);
    stage.go(&settings, plain);
    assert_eq!(stage.click("200"), [Event::SetSettings(Settings { text_size: TextSize::Largest, ..plain })]);
    // Back to standard, offered only where something is not.
    assert!(!stage.settle().says(&stage.say("settings-reset")));
    stage.go(&settings, Settings { theme: Theme::Light, ..plain });
    let reset = stage.say("settings-reset");
    assert_eq!(stage.click(&reset), [Event::SetSettings(plain)]);
}

#[test]
fn the_attract_screen_starts_a_visit() {
    let mut stage = Stage::new("portrait", Language::English);
    let above = stage.rect().center_top() + egui::vec2(0.0, 300.0);
    let opens = Some("place:landmark-0".to_owned().try_into().unwrap());
    assert_eq!(stage.touch(above), [Event::Start { opens }]);
    // A language begins a visit in it; the pause button begins none.
    let spanish = wayside_language::Locale::new(Language::Spanish, crate::city::ZONE).say("attract-touch", &[]);
    assert_eq!(stage.click(&spanish), [Event::Start { opens: None }, Event::SetLanguage(Language::Spanish)]);
    let place = stage.settle().place_of(&spanish);
    assert_eq!(stage.touch(place.center()), [Event::Start { opens: None }, Event::SetLanguage(Language::Spanish)]);
    let pause = stage.say("attract-pause");
    assert_eq!(stage.click(&pause), [Event::PauseAttract(true)]);
    let place = stage.settle().place_of(&pause);
    assert_eq!(stage.touch(place.center()), [Event::PauseAttract(true)]);
    stage.tell(Event::PauseAttract(true));
    let play = stage.say("attract-play");
    assert_eq!(stage.click(&play), [Event::PauseAttract(false)]);
}

#[test]
fn the_warning_lets_stay_or_leave_and_nothing_else() {
    let warning = Named::Warning(Screen::events());
    check(&warning, "timeout-stay", &[Event::KeepGoing]);
    check(&warning, "timeout-end", &[Event::End]);
    // A touch beside the buttons stays, and does not reach what lies below.
    for panel in crate::city::PANELS {
        let mut stage = Stage::new(panel, Language::English);
        stage.go(&Named::Screen("events", Screen::events()), Settings::default());
        let below = stage.settle().place_of(&stage.say("home")).center();
        stage.go(&warning, Settings::default());
        assert_eq!(stage.touch(below), [Event::KeepGoing], "{panel}");
        // Nor is what lies below told to somebody who cannot see the veil.
        let frame = stage.settle();
        let mut told: Vec<_> = frame.touchables().map(|(_, node)| name(node).to_owned()).collect();
        told.sort();
        let mut expect = ["timeout-title", "timeout-stay", "timeout-end"].map(|key| stage.say(key));
        expect.sort();
        assert_eq!(told, expect, "{panel}");
        let dialog = frame.nodes.values().find(|node| node.role() == accesskit::Role::AlertDialog).unwrap();
        assert!(dialog.is_modal());
    }
}

#[test]
fn the_end_of_the_visit_is_one_touch_away() {
    check(&Named::Screen("help", Screen::Help), "end-visit", &[Event::End]);
}

#[test]
fn a_press_that_slides_off_does_nothing() {
    let mut stage = Stage::new("portrait", Language::English);
    stage.go(&Named::Home, Settings::default());
    let door = stage.settle().place_of(&stage.say("places")).center();
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    let mut events = stage.frame(vec![egui::Event::PointerMoved(door), button(door, true)]).told.events;
    let away = egui::pos2(5.0, stage.rect().center().y);
    events.extend(stage.frame(vec![egui::Event::PointerMoved(away)]).told.events);
    events.extend(stage.frame(vec![button(away, false)]).told.events);
    assert_eq!(events, []);
}
