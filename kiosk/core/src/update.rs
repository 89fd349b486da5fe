//! The one function that changes the state.

use crate::{Effect, Event, Screen, Stage, State, Visit};
use chrono::{DateTime, TimeDelta, Utc};

/// Seconds without a sign of the visitor after which the warning shows.
pub const IDLE_SECS: i64 = 60;

/// Seconds that the warning stays before the visit ends; at least 20 by WCAG 2.2.1.
pub const WARNING_SECS: i64 = 20;

/// Seconds after which paused signage plays on.
pub const ATTRACT_PAUSE_SECS: i64 = 120;

/// Applies one event at one instant and returns what the program around has to do.
///
/// The instant may lie before the last one (a clock set back): time-outs then start anew instead of firing.
pub fn update(state: &mut State, event: Event, now: DateTime<Utc>) -> Vec<Effect> {
    let before = state.clone();
    let is_input = !matches!(event, Event::Tick | Event::ReleaseChanged { .. } | Event::FreshnessChanged(_));
    let mut redraw = false;
    match event {
        Event::Tick => redraw |= advance(state, now),
        Event::ReleaseChanged { version } => {
            state.release = Some(version);
            redraw = true;
        }
        Event::FreshnessChanged(freshness) => state.freshness = freshness,
        Event::PauseAttract(pause) => {
            if let Stage::Attract { paused_at } = &mut state.stage {
                *paused_at = pause.then_some(now);
            }
        }
        Event::Start { opens } => {
            if state.visit().is_none() {
                let mut visit = Visit::new(state.first_language, now);
                if let Some(record) = opens {
                    visit.open(record.into());
                }
                state.stage = Stage::Visit(visit);
            }
        }
        Event::End => end_visit(state),
        Event::Back => {
            if let Stage::Visit(visit) = &mut state.stage
                && !visit.back()
            {
                end_visit(state);
            }
        }
        Event::Touched | Event::KeepGoing => {}
        Event::Home | Event::Open(Screen::Home) => with_visit(state, Visit::home),
        Event::Open(screen) => with_visit(state, |v| v.open(screen)),
        Event::Show(screen) => with_visit(state, |v| v.replace(screen)),
        Event::AnswerAlert(notice) => with_visit(state, |v| _ = v.answered_alerts.insert(notice)),
        Event::SetLanguage(language) => with_visit(state, |v| v.language = language),
        Event::SetSettings(settings) => with_visit(state, |v| v.settings = settings),
    }
    if is_input {
        with_visit(state, |v| {
            v.last_input = now;
            v.ends_at = None;
        });
    }
    let mut effects = Vec::new();
    if before.visit().is_some() && state.visit().is_none() {
        effects.push(Effect::ForgetVisit);
    }
    if redraw || looks_different(&before, state) {
        effects.push(Effect::Redraw);
    }
    if let Some(at) = next_wake(state, now) {
        effects.push(Effect::WakeAt(at));
    }
    effects
}

fn with_visit(state: &mut State, change: impl FnOnce(&mut Visit)) {
    if let Stage::Visit(visit) = &mut state.stage {
        change(visit);
    }
}

fn end_visit(state: &mut State) {
    state.stage = Stage::Attract { paused_at: None };
}

/// Lets time-outs fire; returns whether a countdown on screen moved.
fn advance(state: &mut State, now: DateTime<Utc>) -> bool {
    match &mut state.stage {
        Stage::Attract { paused_at } => {
            if paused_at.is_some_and(|at| now < at || now >= at + TimeDelta::seconds(ATTRACT_PAUSE_SECS)) {
                *paused_at = None;
            }
            false
        }
        Stage::Visit(visit) => {
            if now < visit.last_input {
                visit.last_input = now;
                visit.ends_at = None;
            }
            match visit.ends_at {
                Some(at) if now >= at => {
                    end_visit(state);
                    true
                }
                Some(_) => true,
                None if now >= visit.last_input + TimeDelta::seconds(IDLE_SECS) => {
                    visit.ends_at = Some(now + TimeDelta::seconds(WARNING_SECS));
                    true
                }
                None => false,
            }
        }
    }
}

/// The next instant at which time alone changes something.
fn next_wake(state: &State, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match &state.stage {
        Stage::Attract { paused_at } => paused_at.map(|at| at + TimeDelta::seconds(ATTRACT_PAUSE_SECS)),
        Stage::Visit(visit) => Some(match visit.ends_at {
            // Whole seconds before the end, so that the countdown moves in step.
            Some(at) => {
                let left = (at - now).num_milliseconds().max(0);
                at - TimeDelta::milliseconds((left - 1).max(0) / 1000 * 1000)
            }
            None => visit.last_input + TimeDelta::seconds(IDLE_SECS),
        }),
    }
}

/// Whether anything but the record of the last touch changed.
fn looks_different(before: &State, after: &State) -> bool {
    let strip = |state: &State| {
        let mut state = state.clone();
        with_visit(&mut state, |v| v.last_input = DateTime::UNIX_EPOCH);
        state
    };
    strip(before) != strip(after)
}
