//! An emergency leaves nothing else on the screen until it is read.

use crate::city;
use crate::stage::{Named, Stage, name};
use std::collections::BTreeSet;
use wayside_core::{Event, IDLE_SECS, Settings, TextSize};
use wayside_model::{Language, Provenance, Text};

fn stage(panel: &str, language: Language) -> Stage {
    let mut stage = Stage::new(panel, language);
    stage.go(&Named::Alert, Settings::default());
    stage
}

/// Presses "Continue" and tells the state; returns what the visitor did.
fn go_on(stage: &mut Stage) -> Vec<Event> {
    let label = stage.say("alert-continue");
    let events = stage.click(&label);
    for event in events.clone() {
        stage.tell(event);
    }
    events
}

#[test]
fn it_is_all_that_is_told() {
    for panel in city::PANELS {
        let mut stage = stage(panel, Language::English);
        for event in [None, Some(Event::End)] {
            if let Some(event) = event {
                stage.tell(event);
            }
            let frame = stage.settle();
            assert!(frame.says("Earthquake. Drop, cover, hold on."), "{panel}");
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
        let events = go_on(&mut stage);
        assert!(matches!(&events[..], [Event::AnswerAlert(read)] if read.notice == city::alert().id), "{events:?}");
        let home = stage.settle();
        assert!(home.says(&stage.say("home-question")), "{panel}");
        assert!(home.says("Earthquake"), "{panel}: it still stands on the screen");
        // The city says something else under the same name.
        let release = stage.release.as_mut().unwrap();
        let notice = release.notices.get_mut(&city::alert().id).unwrap();
        notice.body = Text::written(Language::English, "Leave the building now.");
        assert!(!stage.settle().says(&stage.say("home-question")), "{panel}: that has to be read too");
        // The next visitor has read none of it.
        stage.tell(Event::End);
        let events = go_on(&mut stage);
        assert!(matches!(&events[..], [Event::Start { opens: None }, Event::AnswerAlert(_)]), "{panel}: {events:?}");
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
        assert!(frame.nodes.values().any(|n| n.role() == accesskit::Role::Alert), "{panel}");
        assert!(frame.says("bastante más largo"), "{panel}: in Spanish");
    }
}

#[test]
fn every_language_can_be_reached_however_long_it_is() {
    let sentence = "Wildfire smoke: stay inside, close the windows and wait for news. ";
    let in_all = |text: &str| {
        Language::ALL.iter().fold(Text::default(), |all, l| all.with(*l, format!("{text} ({l})"), Provenance::Written))
    };
    for panel in city::PANELS {
        for text_size in [TextSize::Standard, TextSize::Largest] {
            let mut stage = stage(panel, Language::English);
            stage.go(&Named::Alert, Settings { text_size, ..Settings::default() });
            stage.kiosk.languages = Language::ALL.to_vec();
            let notice = stage.release.as_mut().unwrap().notices.get_mut(&city::alert().id).unwrap();
            notice.title = in_all(sentence);
            notice.body = in_all(&sentence.repeat(5));
            let frame = stage.settle();
            let told: BTreeSet<_> = frame.touchables().filter_map(|(_, node)| node.language()).collect();
            assert_eq!(told.len(), Language::ALL.len(), "{panel} {text_size:?}: {told:?}");
        }
    }
}

#[test]
fn a_visit_that_ends_below_it_warns_first() {
    let mut stage = stage("portrait", Language::English);
    stage.now += chrono::TimeDelta::seconds(IDLE_SECS + 1);
    stage.tell(Event::Tick);
    let stay = stage.say("timeout-stay");
    assert_eq!(stage.click(&stay), [Event::KeepGoing]);
}
