//! Nothing of a visit is left on the screen for the next visitor.

use crate::stage::{Named, Stage};
use wayside_core::{Event, Screen, Settings, TextSize, Theme};
use wayside_model::{Language, ServiceId};

fn service() -> Named {
    Named::Screen("service", Screen::Service(ServiceId::new("streets-0").unwrap()))
}

/// Does something on a screen, ends the visit, and compares with a kiosk that nobody has touched yet.
fn check(named: &Named, settings: Settings, act: impl Fn(&mut Stage)) {
    let mut fresh = Stage::new("portrait", Language::English);
    let mut used = Stage::new("portrait", Language::English);
    fresh.go(named, settings);
    used.go(named, settings);
    let expect = fresh.settle().transcript();
    assert_eq!(used.settle().transcript(), expect);
    act(&mut used);
    assert_ne!(used.settle().transcript(), expect, "{}: something was done", named.name());
    used.tell(Event::End);
    // What the program does when it is told to forget the visit.
    let ctx = used.ctx.clone();
    ctx.memory_mut(|m| m.surrender_focus(m.focused().unwrap_or(egui::Id::NULL)));
    used.face.forget_visit(&ctx);
    let attract = used.settle().transcript();
    fresh.tell(Event::End);
    assert_eq!(attract, fresh.settle().transcript(), "{}: the attract screen", named.name());
    used.go(named, settings);
    fresh.go(named, settings);
    assert_eq!(used.settle().transcript(), fresh.settle().transcript(), "{}: the next visit", named.name());
}

#[test]
fn scrolled_pages_are_back_at_their_top() {
    for settings in [Settings::default(), Settings { text_size: TextSize::Largest, ..Settings::default() }] {
        check(&service(), settings, |stage| {
            let more = stage.say("more");
            assert_eq!(stage.click(&more), [Event::Touched]);
            if stage.settle().says(&more) {
                assert_eq!(stage.click(&more), [Event::Touched]);
            }
        });
    }
}

#[test]
fn dragged_pages_are_back_at_their_top() {
    check(&service(), Settings::default(), |stage| {
        let wheel = egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -400.0),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        };
        let middle = stage.rect().center();
        stage.frame(vec![egui::Event::PointerMoved(middle)]);
        stage.frame(vec![wheel]);
        for _ in 0..20 {
            stage.frame(Vec::new());
        }
        stage.frame(vec![egui::Event::PointerGone]);
    });
}

#[test]
fn turned_sheets_of_filters_are_turned_back() {
    check(&Named::Screen("places", Screen::places()), Settings::default(), |stage| {
        let more = stage.say("more");
        assert_eq!(stage.click(&more), [Event::Touched]);
    });
}

#[test]
fn looks_and_language_are_those_of_the_next_visitor() {
    let mut used = Stage::new("portrait", Language::English);
    used.go(
        &Named::Home,
        Settings { theme: Theme::Contrast, text_size: TextSize::Largest, lower_reach: true, less_motion: true },
    );
    used.tell(Event::SetLanguage(Language::Farsi));
    used.settle();
    used.tell(Event::End);
    let ctx = used.ctx.clone();
    used.face.forget_visit(&ctx);
    let mut fresh = Stage::new("portrait", Language::English);
    assert_eq!(used.settle().transcript(), fresh.settle().transcript());
    used.go(&Named::Home, Settings::default());
    fresh.go(&Named::Home, Settings::default());
    assert_eq!(used.settle().transcript(), fresh.settle().transcript());
}
