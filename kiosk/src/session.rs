//! Carries events into the pure session and its effects out to the program.

use crate::clock::Clock;
use crate::content::{Content, News};
use crate::pictures::PictureStore;
use crate::recorder::Recorder;
use crate::wake::Waker;
use bevy::prelude::*;
use bevy_egui::{EguiContext, EguiUserTextures, PrimaryEguiContext};
use chrono::{DateTime, Utc};
use egui::{Id, LayerId, UiBuilder};
use std::time::{Duration, Instant};
use wayside_core::{Effect, Event, State, update};
use wayside_screens::{Face, FrameInput, Trouble};

/// The session and what draws it.
#[derive(Resource)]
pub struct Session {
    pub state: State,
    pub face: Face,
    pub trouble: Option<Trouble>,
    /// When the state wants a tick.
    tick_at: Option<DateTime<Utc>>,
    /// The instant of the last frame, by which a clock set back is told.
    last_now: DateTime<Utc>,
    /// Where every event is written to, if anywhere.
    pub recorder: Option<Recorder>,
    /// Frames drawn since the start.
    pub frames: u64,
    /// Whether the last frame showed everything it wanted to show.
    pub is_complete: bool,
}

impl Session {
    pub fn new(content: &Content, now: DateTime<Utc>) -> Self {
        let mut state = State::new(content.kiosk.first_language());
        state.release = content.release.as_ref().map(|r| r.version);
        state.freshness = content.freshness(now);
        Self {
            state,
            face: Face::new(&content.kiosk),
            trouble: content.trouble(),
            tick_at: None,
            last_now: now,
            recorder: None,
            frames: 0,
            is_complete: false,
        }
    }

    /// Applies one event and does what it asks for.
    pub fn apply(&mut self, event: Event, now: DateTime<Utc>, ctx: &egui::Context) {
        if let Some(recorder) = &mut self.recorder {
            recorder.write(&event, now);
        }
        for effect in update(&mut self.state, event, now) {
            match effect {
                Effect::Redraw => ctx.request_repaint(),
                Effect::WakeAt(at) => self.tick_at = Some(at),
                Effect::ForgetVisit => {
                    ctx.memory_mut(|m| {
                        m.surrender_focus(m.focused().unwrap_or(Id::NULL));
                    });
                    self.face.forget_visit(ctx);
                }
            }
        }
    }
}

/// Takes in what the store's worker found.
pub fn take_news(
    mut content: ResMut<Content>,
    mut session: ResMut<Session>,
    clock: Res<Clock>,
    mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>,
) {
    let Ok(mut context) = contexts.single_mut() else { return };
    let now = clock.now();
    for news in content.take_news() {
        match news {
            News::Release(release) => {
                let version = release.version;
                let before = content.kiosk.clone();
                content.take(release);
                session.trouble = None;
                if content.kiosk.time_zone != before.time_zone {
                    session.face = Face::new(&content.kiosk);
                }
                // A visit keeps its own language; the next begins in this one.
                session.state.first_language = content.kiosk.first_language();
                session.apply(Event::ReleaseChanged { version }, now, context.get_mut());
            }
            News::Status(status) => content.status = Some(status),
            News::Unreadable => {
                content.is_unreadable = true;
                session.trouble = content.trouble();
                context.get_mut().request_repaint();
            }
        }
    }
    let freshness = content.freshness(now);
    if freshness != session.state.freshness {
        session.apply(Event::FreshnessChanged(freshness), now, context.get_mut());
    }
}

/// Draws one frame and applies what the visitor did in it.
pub fn draw(
    mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>,
    mut session: ResMut<Session>,
    content: Res<Content>,
    mut pictures: ResMut<PictureStore>,
    mut images: ResMut<Assets<Image>>,
    mut textures: ResMut<EguiUserTextures>,
    clock: Res<Clock>,
    waker: Option<Res<Waker>>,
) {
    let Ok(mut context) = contexts.single_mut() else { return };
    let ctx = context.get_mut().clone();
    pictures.take_in(&mut images, &mut textures);
    let now = clock.now();
    let is_set_back = now < session.last_now;
    session.last_now = now;
    if is_set_back || session.tick_at.is_some_and(|at| now >= at) {
        session.tick_at = None;
        session.apply(Event::Tick, now, &ctx);
    }
    let rect = ctx.content_rect();
    if rect.width() < 2.0 || rect.height() < 2.0 {
        return;
    }
    let mut ui =
        egui::Ui::new(ctx.clone(), Id::new("kiosk"), UiBuilder::new().layer_id(LayerId::background()).max_rect(rect));
    let session = &mut *session;
    let is_portrait = content.kiosk.panel.is_portrait();
    let trouble = session.trouble;
    let mut nothing = NoPictures;
    let frame = {
        let mut lent = content.release.as_deref().map(|r| pictures.of(r, is_portrait));
        let pictures: &mut dyn wayside_screens::Pictures = match &mut lent {
            Some(lent) => lent,
            None => &mut nothing,
        };
        session.face.frame_ui(
            &mut ui,
            FrameInput {
                release: content.release.as_deref(),
                kiosk: &content.kiosk,
                state: &session.state,
                now,
                pictures,
                trouble,
            },
        )
    };
    session.frames += 1;
    session.is_complete = !pictures.is_waiting();
    // While the warning shows, its own buttons answer: a finger on "I'm done" must not take the question away.
    let is_asked = session.state.visit().is_none_or(|v| v.ends_at.is_some());
    let is_touched = frame.events.is_empty() && !is_asked && ctx.input(|i| i.events.iter().any(is_sign_of_life));
    for event in frame.events.into_iter().chain(is_touched.then_some(Event::Touched)) {
        session.apply(event, now, &ctx);
    }
    if let Some(waker) = waker {
        let next = [frame.next_frame, session.tick_at].into_iter().flatten().min();
        waker.wake_at(next.map(|at| {
            let wait = (at - now).to_std().unwrap_or(Duration::ZERO);
            // A millisecond late rather than a frame too many.
            Instant::now() + wait + Duration::from_millis(1)
        }));
    }
}

/// Whether an input says that somebody is there; a pointer that only drifts does not.
fn is_sign_of_life(event: &egui::Event) -> bool {
    match event {
        egui::Event::PointerButton { pressed, .. } | egui::Event::Key { pressed, .. } => *pressed,
        egui::Event::Touch { .. }
        | egui::Event::Text(_)
        | egui::Event::MouseWheel { .. }
        | egui::Event::AccessKitActionRequest(_) => true,
        _ => false,
    }
}

/// Stands in where there is no release.
struct NoPictures;

impl wayside_screens::Pictures for NoPictures {
    fn picture(
        &mut self,
        _: &wayside_model::MediaId,
        _: wayside_screens::PictureSize,
    ) -> Option<wayside_screens::Picture> {
        None
    }

    fn has_failed(&self, _: &wayside_model::MediaId, _: wayside_screens::PictureSize) -> bool {
        true
    }
}
