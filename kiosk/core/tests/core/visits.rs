//! What each event does to a visit.

use chrono::{DateTime, TimeDelta, Utc};
use wayside_core::state::{AlertRead, Freshness};
use wayside_core::{
    Effect, Event, EventFilter, IDLE_SECS, PlaceFilter, Screen, Settings, State, TextSize, Theme, WARNING_SECS, update,
};
use wayside_model::{Language, PlaceId, PlaceKind, RecordRef, ServiceKind};

/// A session with a hand on its clock.
struct Session {
    state: State,
    now: DateTime<Utc>,
    /// What the last event asked for.
    effects: Vec<Effect>,
}

impl Session {
    fn new() -> Self {
        Self { state: State::new(Language::English), now: "2026-11-22T18:00:00Z".parse().unwrap(), effects: Vec::new() }
    }

    fn visiting() -> Self {
        let mut session = Self::new();
        session.tell(Event::Start { opens: None });
        session
    }

    fn tell(&mut self, event: Event) -> &mut Self {
        self.effects = update(&mut self.state, event, self.now);
        self
    }

    fn after(&mut self, milliseconds: i64, event: Event) -> &mut Self {
        self.now += TimeDelta::milliseconds(milliseconds);
        self.tell(event)
    }

    fn screen(&self) -> &str {
        self.state.visit().map_or("attract", |v| v.screen().name())
    }

    fn wakes_in_ms(&self) -> Option<i64> {
        self.effects.iter().find_map(|e| match e {
            Effect::WakeAt(at) => Some((*at - self.now).num_milliseconds()),
            _ => None,
        })
    }

    fn asks(&self, effect: &Effect) -> bool {
        self.effects.contains(effect)
    }

    fn has_warning(&self) -> bool {
        self.state.visit().is_some_and(|v| v.ends_at.is_some())
    }
}

fn place(id: &str) -> Screen {
    Screen::Place(PlaceId::new(id).unwrap())
}

fn opens(id: &str) -> Event {
    Event::Start { opens: Some(RecordRef::try_from(id.to_owned()).unwrap()) }
}

/// Tells the events one after another and compares the screens gone through.
fn check(events: Vec<Event>, expect: &str) {
    let mut session = Session::new();
    let told = format!("{events:?}");
    let mut shown = Vec::new();
    for event in events {
        session.after(1_000, event);
        shown.push(session.screen().to_owned());
    }
    assert_eq!(shown.join(" "), expect, "{told}");
}

#[test]
fn screens_follow_what_visitors_do() {
    let start = || Event::Start { opens: None };
    let open = Event::Open;
    check(vec![start()], "home");
    check(vec![opens("place:city-hall")], "place");
    check(vec![opens("event:parade"), Event::Back, Event::Back], "event home attract");
    check(vec![opens("offer:coffee"), Event::Home, Event::Back], "offer home attract");
    check(vec![opens("service:potholes"), Event::End], "service attract");
    check(vec![start(), start()], "home home");
    check(vec![start(), opens("place:city-hall")], "home home"); // a second touch of the attract screen comes too late
    check(
        vec![start(), open(Screen::places()), open(place("a")), Event::Back, Event::Back],
        "home places place places home",
    );
    check(vec![start(), open(Screen::events()), Event::Home, Event::Back], "home events home attract");
    check(vec![start(), open(Screen::services()), open(Screen::Home), Event::Back], "home services home attract");
    check(vec![start(), open(Screen::Help), open(Screen::Help), Event::Back], "home help help home"); // twice is once
    check(vec![start(), open(Screen::offers()), Event::End], "home offers attract");
    // Nothing but a touch begins a visit.
    let nobody = vec![
        Event::Tick,
        Event::Touched,
        open(Screen::Help),
        Event::Show(Screen::events()),
        Event::Back,
        Event::Home,
        Event::SetLanguage(Language::Korean),
        Event::SetSettings(Settings { theme: Theme::Light, ..Settings::default() }),
        Event::KeepGoing,
        Event::End,
    ];
    check(nobody.clone(), &["attract"; 10].join(" "));
    let mut session = Session::new();
    for event in nobody {
        session.tell(event);
        assert_eq!(session.effects, [], "nobody is there");
    }
    assert_eq!(session.state, State::new(Language::English));
}

#[test]
fn filters_and_pages_are_no_steps_of_their_own() {
    let mut session = Session::visiting();
    session.tell(Event::Open(Screen::events()));
    let weekend = Screen::Events { filter: EventFilter::Weekend, page: 0 };
    session.tell(Event::Show(weekend.clone())).tell(Event::Show(weekend.clone().with_page(2)));
    assert_eq!(session.state.visit().unwrap().screen(), &Screen::Events { filter: EventFilter::Weekend, page: 2 });
    assert_eq!(session.state.visit().unwrap().depth(), 1);
    // A record opened from there comes back to the very page.
    session.tell(Event::Open(place("a"))).tell(Event::Back);
    assert_eq!(session.state.visit().unwrap().screen(), &weekend.with_page(2));
    session.tell(Event::Back);
    assert_eq!(session.screen(), "home");
}

#[test]
fn pages_belong_to_lists() {
    let lists = [
        Screen::Places { filter: PlaceFilter::Kind(PlaceKind::Park), page: 0 },
        Screen::events(),
        Screen::offers(),
        Screen::Services { filter: Some(ServiceKind::Waste), page: 0 },
    ];
    for list in lists {
        assert_eq!(list.page(), Some(0), "{list:?}");
        let turned = list.clone().with_page(3);
        assert_eq!(turned.page(), Some(3), "{list:?}");
        assert_eq!(turned.with_page(0), list);
    }
    for other in [Screen::Home, place("a"), Screen::Languages, Screen::Settings, Screen::Help] {
        assert_eq!(other.page(), None, "{other:?}");
        assert_eq!(other.clone().with_page(3), other);
    }
}

#[test]
fn language_and_settings_last_for_the_visit() {
    let mut session = Session::visiting();
    let settings =
        Settings { text_size: TextSize::Largest, theme: Theme::Contrast, lower_reach: true, less_motion: true };
    session.tell(Event::SetLanguage(Language::Korean)).tell(Event::SetSettings(settings));
    assert_eq!((session.state.language(), session.state.settings()), (Language::Korean, settings));
    assert!(session.asks(&Effect::Redraw));
    session.tell(Event::SetSettings(settings));
    assert!(!session.asks(&Effect::Redraw), "nothing changed");
    session.tell(Event::Home);
    assert_eq!((session.state.language(), session.state.settings()), (Language::Korean, settings));
    session.tell(Event::End);
    assert_eq!((session.state.language(), session.state.settings()), (Language::English, Settings::default()));
}

#[test]
fn the_warning_shows_after_the_idle_time_and_not_before() {
    let mut session = Session::visiting();
    assert_eq!(session.wakes_in_ms(), Some(IDLE_SECS * 1000));
    session.after(IDLE_SECS * 1000 - 1, Event::Tick);
    assert!(!session.has_warning());
    assert_eq!((session.wakes_in_ms(), session.asks(&Effect::Redraw)), (Some(1), false));
    session.after(1, Event::Tick);
    assert!(session.has_warning());
    assert!(session.asks(&Effect::Redraw));
    assert_eq!(session.state.visit().unwrap().ends_at, Some(session.now + TimeDelta::seconds(WARNING_SECS)));
}

const _: () = assert!(WARNING_SECS >= 20, "WCAG 2.2.1 asks for at least 20 seconds to answer");

#[test]
fn the_countdown_moves_once_a_second_and_ends_the_visit() {
    let mut session = Session::visiting();
    session.after(IDLE_SECS * 1000, Event::Tick);
    let mut ticks = 0;
    while session.state.visit().is_some() {
        let wait = session.wakes_in_ms().expect("a countdown wants to be told the time");
        assert!((1..=1000).contains(&wait), "waits {wait} ms");
        session.after(wait, Event::Tick);
        assert!(session.asks(&Effect::Redraw), "the countdown moved");
        ticks += 1;
        assert!(ticks <= WARNING_SECS, "the countdown never ends");
    }
    assert_eq!(ticks, WARNING_SECS);
    assert!(session.asks(&Effect::ForgetVisit));
    assert_eq!(session.state, State::new(Language::English));
    assert_eq!(session.wakes_in_ms(), None);
}

#[test]
fn late_ticks_show_the_warning_before_they_end_a_visit() {
    let mut session = Session::visiting();
    session.after(3_600_000, Event::Tick);
    assert_eq!((session.screen(), session.has_warning()), ("home", true), "an hour late, and still a warning first");
    session.after(3_600_000, Event::Tick);
    assert_eq!(session.screen(), "attract");
}

#[test]
fn any_sign_of_the_visitor_takes_the_warning_away() {
    let signs = [
        Event::KeepGoing,
        Event::Touched,
        Event::Open(Screen::Help),
        Event::Home,
        Event::SetLanguage(Language::Thai),
        Event::SetSettings(Settings { theme: Theme::Light, ..Settings::default() }),
        Event::Show(Screen::events()),
    ];
    for sign in signs {
        let mut session = Session::visiting();
        session.after(IDLE_SECS * 1000, Event::Tick).after(WARNING_SECS * 1000 - 1, sign.clone());
        assert!(session.state.visit().is_some() && !session.has_warning(), "{sign:?}");
        assert!(session.asks(&Effect::Redraw), "{sign:?}");
        assert_eq!(session.wakes_in_ms(), Some(IDLE_SECS * 1000), "{sign:?}");
    }
    // What the visitor has no part in does not.
    for other in [Event::ReleaseChanged { version: 9 }, Event::FreshnessChanged(Freshness::Offline { since: None })] {
        let mut session = Session::visiting();
        session.after(IDLE_SECS * 1000, Event::Tick).after(1_000, other.clone());
        assert!(session.has_warning(), "{other:?}");
    }
    // A visit can be kept going for ever (WCAG 2.2.1 asks for ten times).
    let mut session = Session::visiting();
    for _ in 0..50 {
        session.after(IDLE_SECS * 1000, Event::Tick).after(1_000, Event::KeepGoing);
        assert!(session.state.visit().is_some() && !session.has_warning());
    }
}

#[test]
fn nothing_of_a_visit_is_left() {
    type End = fn(&mut Session);
    let ends: [(&str, End); 3] = [
        ("the end button", |s| {
            s.tell(Event::End);
        }),
        ("back from home", |s| {
            s.tell(Event::Home);
            s.tell(Event::Back);
        }),
        ("time", |s| {
            s.after(IDLE_SECS * 1000, Event::Tick);
            s.after(WARNING_SECS * 1000, Event::Tick);
        }),
    ];
    for (name, end) in ends {
        let mut session = Session::visiting();
        session
            .tell(Event::ReleaseChanged { version: 7 })
            .tell(Event::FreshnessChanged(Freshness::Offline { since: None }))
            .tell(Event::SetLanguage(Language::Farsi))
            .tell(Event::SetSettings(Settings {
                text_size: TextSize::Larger,
                lower_reach: true,
                ..Settings::default()
            }))
            .tell(Event::Open(Screen::places()))
            .tell(Event::Open(place("a")));
        end(&mut session);
        let mut fresh = State::new(Language::English);
        fresh.release = Some(7);
        fresh.freshness = Freshness::Offline { since: None };
        assert_eq!(session.state, fresh, "{name}");
        assert_eq!(session.effects.iter().filter(|e| **e == Effect::ForgetVisit).count(), 1, "{name}");
        // The next visitor begins as the first one did.
        session.tell(Event::Start { opens: None });
        let mut first = Session::new();
        first.now = session.now;
        first.tell(Event::Start { opens: None });
        assert_eq!(session.state.visit(), first.state.visit(), "{name}");
        assert!(!session.asks(&Effect::ForgetVisit), "{name}");
    }
}

#[test]
fn a_clock_set_back_starts_the_time_anew() {
    let mut session = Session::visiting();
    session.after(30_000, Event::Touched).after(-86_400_000, Event::Tick);
    assert!(session.state.visit().is_some() && !session.has_warning());
    assert_eq!(session.wakes_in_ms(), Some(IDLE_SECS * 1000));
    session.after(IDLE_SECS * 1000, Event::Tick);
    assert!(session.has_warning());
    // While the warning shows, too: it goes, and comes again.
    session.after(-86_400_000, Event::Tick);
    assert!(session.state.visit().is_some() && !session.has_warning());
    session.after(IDLE_SECS * 1000, Event::Tick);
    assert!(session.has_warning());
}

#[test]
fn another_release_keeps_the_visit() {
    let mut session = Session::visiting();
    session.tell(Event::SetLanguage(Language::Korean)).tell(Event::Open(place("a")));
    let before = session.state.clone();
    session.after(1_000, Event::ReleaseChanged { version: 8 });
    assert!(session.asks(&Effect::Redraw) && !session.asks(&Effect::ForgetVisit));
    assert_eq!(session.state, State { release: Some(8), ..before.clone() });
    // Published again under the same number is drawn again, and is no sign of a visitor.
    session.after(1_000, Event::ReleaseChanged { version: 8 });
    assert!(session.asks(&Effect::Redraw));
    assert_eq!(session.state.visit(), before.visit());
}

#[test]
fn freshness_is_drawn_when_it_changes() {
    let since = "2026-11-20T00:00:00Z".parse().unwrap();
    let mut session = Session::new();
    for freshness in [Freshness::Offline { since: Some(since) }, Freshness::Stale { since }, Freshness::Current] {
        session.tell(Event::FreshnessChanged(freshness));
        assert_eq!((session.state.freshness, session.asks(&Effect::Redraw)), (freshness, true));
        session.tell(Event::FreshnessChanged(freshness));
        assert!(!session.asks(&Effect::Redraw));
    }
}

#[test]
fn a_long_way_in_is_bounded_and_leads_home() {
    let mut session = Session::visiting();
    for n in 0..10_000 {
        session.tell(Event::Open(place(&format!("place-{n}"))));
    }
    let depth = session.state.visit().unwrap().depth();
    assert!(depth < 100, "{depth} screens are remembered");
    assert_eq!(session.state.visit().unwrap().screen(), &place("place-9999"));
    session.tell(Event::Back);
    assert_eq!(session.state.visit().unwrap().screen(), &place("place-9998"));
    for _ in 1..depth {
        session.tell(Event::Back);
    }
    assert_eq!(session.screen(), "home");
    session.tell(Event::Back);
    assert_eq!(session.screen(), "attract");
}

#[test]
fn moving_signage_stops_on_request_and_plays_on_by_itself() {
    let mut session = Session::new();
    session.tell(Event::PauseAttract(true));
    let wait = session.wakes_in_ms().expect("paused signage plays on some time");
    assert!(session.state != State::new(Language::English));
    session.after(wait - 1, Event::Tick);
    assert!(session.state != State::new(Language::English), "not yet");
    session.after(1, Event::Tick);
    assert_eq!(session.state, State::new(Language::English));
    assert!(session.asks(&Effect::Redraw));
    assert_eq!(session.wakes_in_ms(), None);
    // By hand, and when the clock is set back.
    session.tell(Event::PauseAttract(true)).tell(Event::PauseAttract(false));
    assert_eq!(session.state, State::new(Language::English));
    session.tell(Event::PauseAttract(true)).after(-60_000, Event::Tick);
    assert_eq!(session.state, State::new(Language::English));
    // A visit begins as always, and nobody pauses what does not show.
    session.tell(Event::PauseAttract(true)).tell(Event::Start { opens: None }).tell(Event::PauseAttract(true));
    assert_eq!(session.screen(), "home");
    session.tell(Event::End);
    assert_eq!(session.state, State::new(Language::English));
}

#[test]
fn an_alert_is_answered_for_one_visit() {
    let id = || AlertRead { notice: wayside_model::NoticeId::new("quake").unwrap(), wording: 7 };
    let answered = |session: &Session| session.state.visit().is_some_and(|v| v.answered_alerts.contains(&id()));
    let mut session = Session::new();
    session.tell(Event::AnswerAlert(id()));
    assert!(session.state.visit().is_none(), "nobody is there to have read it");
    let mut session = Session::visiting();
    assert!(session.tell(Event::AnswerAlert(id())).asks(&Effect::Redraw));
    assert!(answered(&session));
    session.tell(Event::End).tell(Event::Start { opens: None });
    assert!(!answered(&session), "the next visitor has not");
}
