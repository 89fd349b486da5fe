//! The kiosk in a window: Bevy's plugins, the reactive loop, and the order of systems.

use crate::args::Common;
use crate::clock::{Clock, secs_since_start};
use crate::content::Content;
use crate::pictures::PictureStore;
use crate::recorder::Recorder;
use crate::session::{self, Session};
use crate::wake::Waker;
use crate::{frame_log, memory, replay, shot};
use anyhow::{Context, Result};
use bevy::asset::AssetEventSystems;
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::window::{PresentMode, PrimaryWindow, WindowMode, WindowResolution};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WinitSettings};
use bevy_egui::{
    EguiContext, EguiGlobalSettings, EguiInput, EguiManagedTextures, EguiPlugin, EguiPostUpdateSet, EguiPreUpdateSet,
    EguiPrimaryContextPass, PrimaryEguiContext,
};
use chrono::{DateTime, Utc};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};
use wayside_core::recording::{Line, Recording};
use wayside_screens::text::{self, FontSet};
use wayside_store::Reader;

/// Least time between two live screenshots.
const SHOT_EVERY: Duration = Duration::from_secs(1);

/// How long the turns of the loop last that fetching a screenshot takes.
const SHOT_TURNS: Duration = Duration::from_millis(400);

/// How the kiosk in a window is run.
pub struct Options {
    pub common: Common,
    pub size: Option<(u32, u32)>,
    pub is_windowed: bool,
    pub live_screenshot: Option<PathBuf>,
    pub record: Option<PathBuf>,
    pub play: Option<PathBuf>,
    pub exit_after: Option<u64>,
    pub frame_log: Option<PathBuf>,
}

/// What is logged: our own news, and others' only where something is wrong.
pub fn log() -> bevy::log::LogPlugin {
    bevy::log::LogPlugin {
        filter: "warn,kiosk=info,wayside=info,epaint=error,bevy_egui=error,wgpu=error,naga=error,bevy_render=error"
            .into(),
        ..default()
    }
}

/// Drawing waits for its shaders instead of leaving a frame black.
pub fn pipelines_first() -> bevy::render::RenderPlugin {
    bevy::render::RenderPlugin { synchronous_pipeline_compilation: true, ..default() }
}

/// Adds egui so that letters new to the atlas are on the graphics card in the frame that shows them.
///
/// `bevy_egui` leaves it open whether its textures change before the news of changed assets is told;
/// told after, text is missing for one frame whenever the atlas grows.
pub fn add_egui(app: &mut App) {
    app.add_plugins(EguiPlugin::default());
    app.configure_sets(PostUpdate, EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems));
    app.add_systems(PostUpdate, drop_spare_atlas.after(EguiPostUpdateSet::PostProcessOutput));
}

/// Frees the copy of the atlas that `bevy_egui` 0.42 keeps beside the image it changes, and never reads.
fn drop_spare_atlas(mut textures: ResMut<EguiManagedTextures>) {
    for texture in textures.bypass_change_detection().values_mut() {
        if !texture.color_image.pixels.is_empty() {
            texture.color_image = egui::ColorImage::default();
        }
    }
}

/// Fonts that wait for the first pass.
#[derive(Resource)]
pub struct PendingFonts(Option<FontSet>);

/// Finds the fonts; missing ones are named, and the kiosk goes on with what it has.
pub fn find_fonts(common: &Common) -> Result<PendingFonts> {
    let folders: Vec<PathBuf> =
        common.fonts.iter().cloned().chain(text::DEBIAN_FONT_FOLDERS.iter().map(PathBuf::from)).collect();
    let fonts = FontSet::find(&folders).context("no font to write with")?;
    for problem in fonts.problems() {
        tracing::error!("{problem}");
    }
    Ok(PendingFonts(Some(fonts)))
}

/// Gives egui its fonts before its first pass.
pub fn install_fonts(mut fonts: ResMut<PendingFonts>, mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>) {
    if fonts.0.is_some()
        && let Ok(mut context) = contexts.single_mut()
        && let Some(set) = fonts.0.take()
    {
        let ctx = context.get_mut();
        text::install(ctx, set);
        ctx.options_mut(|o| o.zoom_with_keyboard = false);
        ctx.all_styles_mut(|style| {
            style.interaction.selectable_labels = false;
            style.animation_time = 0.0;
        });
    }
}

/// Takes out the news that no modifier key changed, which `bevy_egui` 0.42 sends with every frame:
/// egui answers any news with another frame, so the loop would never rest.
fn drop_idle_events(mut inputs: Query<&mut EguiInput>, mut last: Local<egui::Modifiers>) {
    for mut input in &mut inputs {
        input.0.events.retain(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => std::mem::replace(&mut *last, *modifiers) != *modifiers,
            _ => true,
        });
    }
}

/// Whether egui has its fonts; nothing is drawn before.
pub fn has_fonts(fonts: Res<PendingFonts>) -> bool {
    fonts.0.is_none()
}

/// Live screenshots of what is on screen.
#[derive(Resource)]
struct LiveShot {
    path: PathBuf,
    taken_at: Option<Instant>,
    seen_frame: u64,
    /// When to take one more, for what went on after the last.
    again_at: Option<Instant>,
}

/// A recording that is being played on the screen.
#[derive(Resource)]
struct Playing {
    lines: std::vec::IntoIter<(usize, Line)>,
    next: Option<(usize, Line)>,
}

#[derive(Resource)]
struct ExitAt(Instant);

/// Runs the kiosk until its window closes or it is told to stop.
pub fn run(options: Options) -> Result<ExitCode> {
    let kiosk_id = options.common.kiosk_id()?;
    let recording = options.play.as_deref().map(replay::read).transpose()?;
    let waker = Waker::start();
    let fonts = find_fonts(&options.common)?;
    let content = Content::watch(&options.common.store, &kiosk_id, options.size, &waker);
    let pictures = PictureStore::start(Reader::open(&options.common.store).objects(), waker.clone());
    let clock = recording.as_ref().and_then(first_instant).map_or(Clock::System, |at| Clock::Shifted(at - Utc::now()));
    let mut session = Session::new(&content, clock.now());
    if let Some(recording) = &recording {
        session.state.first_language = recording.head.language;
    }
    let (width, height) = options.size.unwrap_or((content.kiosk.panel.width_px, content.kiosk.panel.height_px));
    session.recorder =
        options.record.as_deref().map(|path| Recorder::create(path, &kiosk_id, &session.state)).transpose()?;

    let mut app = App::new();
    let window = Window {
        title: "Wayside".into(),
        name: Some("wayside-kiosk".into()),
        resolution: WindowResolution::new(width, height).with_scale_factor_override(1.0),
        decorations: options.is_windowed,
        resizable: options.is_windowed,
        present_mode: PresentMode::Fifo,
        mode: if options.is_windowed || options.size.is_some() {
            WindowMode::Windowed
        } else {
            WindowMode::BorderlessFullscreen(MonitorSelection::Primary)
        },
        ..default()
    };
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: Some(window), ..default() })
            .set(log())
            .set(pipelines_first()),
    )
    .insert_resource(ClearColor(Color::srgb_u8(0x0E, 0x14, 0x20)))
    .insert_resource(idle_loop())
    .insert_resource(clock)
    .insert_resource(fonts)
    .insert_resource(content)
    .insert_resource(pictures)
    .insert_resource(session)
    .insert_resource(waker)
    .add_systems(Startup, (connect_waker, open_camera))
    .add_systems(PreUpdate, install_fonts.after(EguiPreUpdateSet::InitContexts).before(EguiPreUpdateSet::BeginPass))
    .add_systems(PreUpdate, drop_idle_events.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass))
    .add_systems(Update, (session::take_news, play, exit_in_time).chain())
    .add_systems(EguiPrimaryContextPass, session::draw.run_if(has_fonts))
    .add_systems(Last, (tell_first_frame, live_shot, memory::tidy_after_frame));
    add_egui(&mut app);
    // A system that fails says so and the screen stays.
    app.set_error_handler(bevy::ecs::error::error);
    app.world_mut().resource_mut::<EguiGlobalSettings>().enable_cursor_icon_updates = false;
    if let Some(path) = options.live_screenshot {
        app.insert_resource(LiveShot { path, taken_at: None, seen_frame: 0, again_at: None });
    }
    if let Some(recording) = recording {
        let mut lines = recording.lines.into_iter();
        let next = lines.next();
        app.insert_resource(Playing { lines, next });
    }
    if let Some(path) = &options.frame_log {
        frame_log::start(&mut app, path)?;
    }
    if let Some(seconds) = options.exit_after {
        app.insert_resource(ExitAt(Instant::now() + Duration::from_secs(seconds)));
    }
    Ok(match app.run() {
        AppExit::Success => ExitCode::SUCCESS,
        AppExit::Error(code) => ExitCode::from(code.get()),
    })
}

fn first_instant(recording: &Recording) -> Option<DateTime<Utc>> {
    recording.lines.iter().find_map(|(_, line)| match line {
        Line::Happened { at, .. } => Some(*at),
        Line::Expected { .. } => None,
    })
}

/// Nothing is drawn unless a finger, the store or the clock asks for it.
fn idle_loop() -> WinitSettings {
    let mode = UpdateMode::Reactive {
        wait: Duration::MAX,
        react_to_device_events: false,
        react_to_user_events: true,
        react_to_window_events: true,
    };
    WinitSettings { focused_mode: mode, unfocused_mode: mode }
}

fn connect_waker(waker: Res<Waker>, proxy: Res<EventLoopProxyWrapper>) {
    waker.connect(&proxy);
}

fn open_camera(mut commands: Commands, mut windows: Query<&mut bevy::window::CursorOptions, With<PrimaryWindow>>) {
    commands.spawn((Camera2d, Msaa::Off));
    for mut cursor in &mut windows {
        cursor.visible = false;
    }
}

/// Says once how long it took from the start of the process to the first picture with all its content.
fn tell_first_frame(session: Res<Session>, mut told: Local<bool>) {
    if !*told && session.frames > 0 && session.is_complete {
        *told = true;
        if let Some(secs) = secs_since_start() {
            info!(secs, "first complete frame");
        }
    }
}

fn live_shot(mut commands: Commands, shot: Option<ResMut<LiveShot>>, session: Res<Session>, waker: Res<Waker>) {
    let Some(mut shot) = shot else { return };
    if !session.is_complete {
        return;
    }
    let now = Instant::now();
    let age = shot.taken_at.map(|at| now - at);
    // Fetching a picture takes some turns of the loop, which draw but change nothing.
    let is_changed = session.frames != shot.seen_frame && age.is_none_or(|age| age > SHOT_TURNS);
    shot.seen_frame = session.frames;
    match shot.again_at {
        Some(at) if now >= at => shot.again_at = None,
        Some(_) => return,
        None if !is_changed => return,
        // What goes on after a change, such as a fade, is on the next picture.
        None => {
            shot.again_at = Some(now + SHOT_EVERY);
            wake_after(&waker, vec![SHOT_EVERY + Duration::from_millis(1)]);
            if age.is_some_and(|age| age < SHOT_EVERY) {
                return;
            }
        }
    }
    shot.taken_at = Some(now);
    let path = shot.path.clone();
    commands.spawn(Screenshot::primary_window()).observe(move |captured: On<ScreenshotCaptured>| {
        let (image, path) = (captured.image.clone(), path.clone());
        let write = move || {
            if let Err(error) = shot::write_png(&image, &path) {
                tracing::error!("{error:#}");
            }
        };
        if let Err(error) = thread::Builder::new().name("shot".into()).spawn(write) {
            tracing::error!("no thread to write the live screenshot: {error}");
        }
    });
    wake_after(&waker, [60, 120, 180].map(Duration::from_millis).to_vec());
}

/// Wakes the loop after each of these spans.
fn wake_after(waker: &Waker, spans: Vec<Duration>) {
    let (waker, began) = (waker.clone(), Instant::now());
    thread::spawn(move || {
        for span in spans {
            thread::sleep(span.saturating_sub(began.elapsed()));
            waker.wake_now();
        }
    });
}

fn play(
    playing: Option<ResMut<Playing>>,
    mut session: ResMut<Session>,
    clock: Res<Clock>,
    waker: Res<Waker>,
    mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>,
    mut exit: MessageWriter<AppExit>,
) {
    let Some(mut playing) = playing else { return };
    let Ok(mut context) = contexts.single_mut() else { return };
    let now = clock.now();
    while let Some((number, line)) = playing.next.take() {
        match line {
            Line::Happened { at, .. } if at > now => {
                let wait = (at - now).to_std().unwrap_or(Duration::ZERO);
                let waker = waker.clone();
                std::thread::spawn(move || {
                    std::thread::sleep(wait);
                    waker.wake_now();
                });
                playing.next = Some((number, line));
                return;
            }
            Line::Happened { at, event } => session.apply(event, at, context.get_mut()),
            Line::Expected { expect } => {
                if let Err(error) = expect.check(&session.state, number) {
                    error!("{error}");
                    exit.write(AppExit::error());
                }
            }
        }
        playing.next = playing.lines.next();
    }
}

fn exit_in_time(
    at: Option<Res<ExitAt>>,
    mut exit: MessageWriter<AppExit>,
    waker: Res<Waker>,
    mut is_armed: Local<bool>,
) {
    let Some(at) = at else { return };
    if Instant::now() >= at.0 {
        exit.write(AppExit::Success);
    } else if !*is_armed {
        *is_armed = true;
        let (waker, wait) = (waker.clone(), at.0 - Instant::now());
        std::thread::spawn(move || {
            std::thread::sleep(wait);
            waker.wake_now();
        });
    }
}
