//! An emergency leaves nothing else on the screen until it is read.

use crate::city;
use crate::stage::{Named, Stage, name};
use wayside_core::{Event, Settings};
use wayside_model::Language;

fn stage(panel: &str, language: Language) -> Stage {
    let mut stage = Stage::new(panel, language);
    stage.go(&Named::Alert, Settings::default());
    stage
}

fn answer() -> Event {
    Event::AnswerAlert(city::alert().id)
}

#[test]
fn it_is_all_that_is_told() {
    for panel in city::PANELS {
        let mut stage = stage(panel, Language::English);
        let title = "Earthquake. Drop, cover, hold on.";
        for event in [None, Some(Event::End)] {
            if let Some(event) = event {
                stage.tell(event);
            }
            let frame = stage.settle();
            assert!(frame.says(title), "{panel}");
            assert!(frame.says("City of Testville"), "{panel}: who says so");
            let go_on = stage.say("alert-continue");
            for (_, node) in frame.touchables() {
                let is_other_language = node.language() != Some("en");
                assert!(is_other_language || name(node) == go_on, "{panel}: `{}`", name(node));
            }
        }
    }
}

#[test]
fn a_visitor_reads_it_once_and_goes_on() {
    for panel in city::PANELS {
        let mut stage = stage(panel, Language::English);
        let go_on = stage.say("alert-continue");
        assert_eq!(stage.click(&go_on), [answer()]);
        stage.tell(answer());
        let home = stage.settle();
        assert!(home.says(&stage.say("home-question")), "{panel}");
        assert!(home.says("Earthquake"), "{panel}: it still stands on the screen");
        // The next visitor has not read it.
        stage.tell(Event::End);
        assert_eq!(stage.click(&go_on), [Event::Start { opens: None }, answer()], "{panel}");
    }
}

#[test]
fn another_language_tells_all_of_it() {
    for panel in city::PANELS {
        let mut stage = stage(panel, Language::English);
        stage.tell(Event::End);
        let frame = stage.settle();
        let (_, spanish) =
            frame.touchables().find(|(_, node)| node.language() == Some("es")).expect("Spanish is there");
        let wording = name(spanish).to_owned();
        let events = [Event::Start { opens: None }, Event::SetLanguage(Language::Spanish)];
        assert_eq!(stage.click(&wording), events, "{panel}");
        for event in events {
            stage.tell(event);
        }
        let frame = stage.settle();
        assert!(frame.nodes.values().any(|n| n.role() == accesskit::Role::Alert && name(n) == wording), "{panel}");
    }
}
