//! Pictures of screens without a window: one for `--once`, many for the gallery.

use crate::app::{add_egui, find_fonts, has_fonts, install_fonts, log, pipelines_first};
use crate::args::{Common, StillArgs, screen_named};
use crate::clock::Clock;
use crate::content::{self, Content};
use crate::pictures::PictureStore;
use crate::session::{self, Session};
use crate::shot;
use crate::wake::Waker;
use anyhow::{Result, bail};
use bevy::app::ScheduleRunnerPlugin;
use bevy::camera::RenderTarget;
use bevy::prelude::*;
use bevy::render::render_resource::{TextureFormat, TextureUsages};
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::winit::WinitPlugin;
use bevy_egui::{EguiContext, EguiGlobalSettings, EguiPreUpdateSet, EguiPrimaryContextPass, PrimaryEguiContext};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Mutex};
use wayside_core::state::Freshness;
use wayside_core::{Event, IDLE_SECS, Settings, State, update};
use wayside_language::Locale;
use wayside_model::{
    DateRange, KioskFacts, KioskId, Language, Notice, NoticeId, NoticeLevel, Provenance, Release, Targets, Text,
};
use wayside_screens::{Face, Trouble};
use wayside_store::Reader;

/// Turns of the loop after which a picture that does not settle counts as failed.
const MAX_TURNS: u32 = 2_000;

/// What one still shows.
#[derive(Debug, Clone)]
pub struct Still {
    pub screen: String,
    pub language: Language,
    pub settings: Settings,
    pub kiosk: KioskId,
    /// Size in pixels; none for the kiosk's own panel.
    pub size: Option<(u32, u32)>,
    pub at: DateTime<Utc>,
    pub freshness: Option<Freshness>,
}

type Sink = Box<dyn FnMut(&Still, &Image) -> Result<()> + Send>;

enum Phase {
    /// Sets the state up for the next still.
    Next,
    /// Draws until every picture is there; counts turns and settled frames.
    Settling { turns: u32, settled: u32 },
    /// Waits for the captured pixels.
    Capturing { turns: u32 },
}

#[derive(Resource)]
struct Studio {
    queue: VecDeque<Still>,
    /// The release as it is in the store.
    release: Option<Arc<Release>>,
    current: Option<Still>,
    phase: Phase,
    target: Handle<Image>,
    captured: Arc<Mutex<Option<Image>>>,
    sink: Mutex<Sink>,
    failure: Arc<Mutex<Option<String>>>,
}

/// Makes one picture.
pub fn run_once(common: &Common, args: &StillArgs, size: Option<(u32, u32)>, out: &Path) -> Result<()> {
    let still = Still {
        screen: args.screen.clone(),
        language: args.language,
        settings: Settings {
            text_size: args.scale,
            theme: args.theme,
            lower_reach: args.lower_reach,
            ..Settings::default()
        },
        kiosk: common.kiosk_id()?,
        size,
        at: args.at.unwrap_or_else(Utc::now),
        freshness: args.offline_since.map(|since| Freshness::Offline { since: Some(since) }),
    };
    let out = out.to_owned();
    run(common, vec![still], Box::new(move |_, image| shot::write_png(image, &out)))
}

/// Makes pictures one after the other and hands each to `sink`.
pub fn run(common: &Common, stills: Vec<Still>, sink: Sink) -> Result<()> {
    let fonts = find_fonts(common)?;
    let waker = Waker::start();
    let id = common.kiosk_id()?;
    let content = Content::watch(&common.store, &id, None, &waker);
    let needs_content = stills.iter().any(|s| !matches!(s.screen.as_str(), "empty" | "error"));
    if content.is_unreadable && needs_content {
        bail!(
            "the store {} cannot be read, as said above: start the agent, which makes it anew from the hub",
            common.store.display()
        );
    }
    if content.release.is_none() && needs_content {
        bail!(
            "the store {} holds no release yet: let the agent sync once, or ask for `--screen empty`",
            common.store.display()
        );
    }
    let pictures = PictureStore::start(Reader::open(&common.store).objects(), waker);
    let session = Session::new(&content, Utc::now());
    let release = content.release.clone();
    let failure = Arc::new(Mutex::new(None));
    let mut app = App::new();
    app.add_plugins(DefaultPlugins.build().disable::<WinitPlugin>().set(log()).set(pipelines_first()).set(
        WindowPlugin { primary_window: None, exit_condition: bevy::window::ExitCondition::DontExit, ..default() },
    ))
    .add_plugins(ScheduleRunnerPlugin::run_loop(std::time::Duration::ZERO))
    .insert_resource(Clock::System)
    .insert_resource(fonts)
    .insert_resource(content)
    .insert_resource(pictures)
    .insert_resource(session)
    .insert_resource(Studio {
        queue: stills.into(),
        release,
        current: None,
        phase: Phase::Next,
        target: Handle::default(),
        captured: Arc::default(),
        sink: Mutex::new(sink),
        failure: Arc::clone(&failure),
    })
    .add_systems(
        PreUpdate,
        (direct, install_fonts).chain().after(EguiPreUpdateSet::InitContexts).before(EguiPreUpdateSet::BeginPass),
    )
    .add_systems(EguiPrimaryContextPass, session::draw.run_if(has_fonts));
    add_egui(&mut app);
    app.set_error_handler(bevy::ecs::error::error);
    app.world_mut().resource_mut::<EguiGlobalSettings>().auto_create_primary_context = false;
    app.run();
    match failure.lock().ok().and_then(|mut f| f.take()) {
        Some(failure) => bail!(failure),
        None => Ok(()),
    }
}

/// Steps from still to still.
fn direct(
    mut commands: Commands,
    mut studio: ResMut<Studio>,
    mut session: ResMut<Session>,
    mut content: ResMut<Content>,
    mut clock: ResMut<Clock>,
    mut images: ResMut<Assets<Image>>,
    cameras: Query<Entity, With<Camera2d>>,
    mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>,
    mut exit: MessageWriter<AppExit>,
) {
    let studio = &mut *studio;
    let mut fail = |failure: String| {
        if let Ok(mut slot) = studio.failure.lock() {
            *slot = Some(failure);
        }
        exit.write(AppExit::error());
    };
    match studio.phase {
        Phase::Next => {
            let Some(still) = studio.queue.pop_front() else {
                exit.write(AppExit::Success);
                return;
            };
            let facts = content::facts(content.release.as_deref(), &still.kiosk, still.size);
            let size = (facts.panel.width_px, facts.panel.height_px);
            let is_new_size = images.get(&studio.target).is_none_or(|i| (i.width(), i.height()) != size);
            content.kiosk = facts;
            *clock = Clock::Fixed(still.at);
            content.release = match (&studio.release, still.screen.as_str()) {
                (Some(release), "alert") => Some(Arc::new(with_test_alert(release, &content.kiosk))),
                (release, _) => release.clone(),
            };
            if let Err(error) = set_up(&mut session, &content, &still) {
                return fail(format!("{error:#}"));
            }
            if is_new_size {
                let mut image = Image::new_target_texture(size.0, size.1, TextureFormat::Rgba8UnormSrgb, None);
                image.texture_descriptor.usage |= TextureUsages::COPY_SRC;
                images.remove(studio.target.id());
                studio.target = images.add(image);
                match cameras.single() {
                    Ok(camera) => {
                        commands.entity(camera).insert(RenderTarget::Image(studio.target.clone().into()));
                    }
                    Err(_) => {
                        commands.spawn((
                            Camera2d,
                            Msaa::Off,
                            RenderTarget::Image(studio.target.clone().into()),
                            PrimaryEguiContext,
                        ));
                    }
                }
            }
            if let Ok(mut context) = contexts.single_mut() {
                session.face.forget_visit(context.get_mut());
            }
            studio.current = Some(still);
            studio.phase = Phase::Settling { turns: 0, settled: 0 };
            session.is_complete = false;
        }
        Phase::Settling { turns, settled } => {
            if turns > MAX_TURNS {
                return fail("the picture did not settle: a picture of the release may be missing".to_owned());
            }
            let settled = if session.is_complete { settled + 1 } else { 0 };
            // The camera's new target is drawn to one turn after it is set.
            if settled < 3 {
                studio.phase = Phase::Settling { turns: turns + 1, settled };
                if !session.is_complete {
                    std::thread::sleep(std::time::Duration::from_millis(2));
                }
                return;
            }
            let slot = Arc::clone(&studio.captured);
            commands.spawn(Screenshot::image(studio.target.clone())).observe(
                move |captured: On<ScreenshotCaptured>| {
                    if let Ok(mut slot) = slot.lock() {
                        *slot = Some(captured.image.clone());
                    }
                },
            );
            studio.phase = Phase::Capturing { turns: 0 };
        }
        Phase::Capturing { turns } => {
            let image = studio.captured.lock().ok().and_then(|mut slot| slot.take());
            match (image, &studio.current) {
                (Some(image), Some(still)) => {
                    let written = match studio.sink.lock() {
                        Ok(mut sink) => sink(still, &image),
                        Err(_) => Ok(()),
                    };
                    if let Err(error) = written {
                        return fail(format!("{error:#}"));
                    }
                    studio.phase = Phase::Next;
                }
                _ if turns > MAX_TURNS => fail("the graphics card gave no picture back".to_owned()),
                _ => studio.phase = Phase::Capturing { turns: turns + 1 },
            }
        }
    }
}

/// Adds an emergency that says in every language that it is a test.
fn with_test_alert(release: &Release, kiosk: &KioskFacts) -> Release {
    let in_all = |key: &str| {
        Language::ALL.iter().fold(Text::default(), |text, &language| {
            let wording = Locale::new(language, kiosk.time_zone).say(key, &[]);
            text.with(language, wording, Provenance::Written)
        })
    };
    let id = NoticeId::new("test-of-the-emergency-screen").expect("letters and hyphens make an id");
    let notice = Notice {
        id: id.clone(),
        level: NoticeLevel::Emergency,
        title: in_all("alert-test-title"),
        body: in_all("alert-test-body"),
        source: "Wayside".to_owned(),
        valid: DateRange { from: NaiveDate::MIN, until: None },
        targets: Targets::default(),
        sign_language: None,
    };
    let mut release = release.clone();
    release.notices.insert(id, notice);
    release
}

/// Brings the session to where the still is taken, by the events that a visitor would cause.
fn set_up(session: &mut Session, content: &Content, still: &Still) -> Result<()> {
    session.face = Face::new(&content.kiosk);
    session.trouble = None;
    let mut state = State::new(still.language);
    state.release = content.release.as_ref().map(|r| r.version);
    let start = match still.screen.as_str() {
        "timeout" => still.at - TimeDelta::seconds(IDLE_SECS + 3),
        _ => still.at,
    };
    match still.screen.as_str() {
        "empty" => session.trouble = Some(Trouble::Empty),
        "error" => session.trouble = Some(Trouble::Error),
        "attract" | "alert" => {}
        name => {
            update(&mut state, Event::Start { opens: None }, start);
            update(&mut state, Event::SetSettings(still.settings), start);
            if let Some(release) = content.release.as_deref()
                && name != "timeout"
            {
                update(&mut state, Event::Open(screen_named(name, release)?), start);
            }
            if name == "timeout" {
                update(&mut state, Event::Tick, still.at - TimeDelta::seconds(3));
            }
        }
    }
    if let Some(freshness) = still.freshness {
        update(&mut state, Event::FreshnessChanged(freshness), still.at);
    }
    session.state = state;
    Ok(())
}
