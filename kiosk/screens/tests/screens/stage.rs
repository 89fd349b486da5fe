//! A panel without glass: frames are drawn, and what they tell is looked at.

use crate::city;
use accesskit::{ActionRequest, NodeId, Role, TreeId};
use chrono::{DateTime, TimeDelta, Utc};
use egui::{Pos2, RawInput, Rect, Shape, TextureId, epaint::ClippedShape, pos2, vec2};
use std::collections::{BTreeMap, BTreeSet};
use wayside_core::{Event, EventFilter, IDLE_SECS, PlaceFilter, Screen, Settings, State, TextSize, update};
use wayside_language::Locale;
use wayside_model::{EventId, KioskFacts, Language, MediaId, OfferId, PlaceId, PlaceKind, Release, ServiceId};
use wayside_screens::text::{self, DEBIAN_FONT_FOLDERS, FontSet};
use wayside_screens::{Face, FrameInput, Picture, PictureSize, Pictures, Trouble};

/// Gives out the same picture for everything.
struct Art;

impl Pictures for Art {
    fn picture(&mut self, _: &MediaId, _: PictureSize) -> Option<Picture> {
        Some(Picture { texture: TextureId::User(1), size_px: vec2(1080.0, 1920.0) })
    }

    fn has_failed(&self, _: &MediaId, _: PictureSize) -> bool {
        false
    }
}

/// A context with the kiosk's fonts, as it is kept from frame to frame.
pub fn context() -> egui::Context {
    let ctx = egui::Context::default();
    text::install(&ctx, FontSet::find(DEBIAN_FONT_FOLDERS).unwrap());
    ctx.enable_accesskit();
    ctx.all_styles_mut(|style| style.animation_time = 0.0);
    ctx
}

/// One kiosk with its screen.
pub struct Stage {
    pub ctx: egui::Context,
    pub face: Face,
    pub kiosk: KioskFacts,
    pub release: Option<Release>,
    pub state: State,
    pub now: DateTime<Utc>,
    pub trouble: Option<Trouble>,
}

impl Stage {
    pub fn new(panel: &str, language: Language) -> Self {
        Self::with(context(), panel, language, Some(city::release()))
    }

    pub fn with(ctx: egui::Context, panel: &str, language: Language, release: Option<Release>) -> Self {
        let kiosk = city::kiosk(panel);
        let face = Face::new(&kiosk);
        Self { ctx, face, kiosk, release, state: State::new(language), now: city::now(), trouble: None }
    }

    /// Does what events ask for.
    pub fn tell(&mut self, event: Event) -> &mut Self {
        update(&mut self.state, event, self.now);
        self
    }

    /// Goes to a screen, by the events that a visitor would cause.
    pub fn go(&mut self, named: &Named, settings: Settings) -> &mut Self {
        self.state = State::new(self.state.first_language);
        let alert = city::alert();
        if let Some(release) = &mut self.release {
            release.notices.remove(&alert.id);
            if let Named::Alert = named {
                release.notices.insert(alert.id.clone(), alert);
            }
        }
        if let Named::Attract = named {
            return self;
        }
        let idle = TimeDelta::seconds(IDLE_SECS + 3);
        let start = if let Named::Warning(_) = named { self.now - idle } else { self.now };
        update(&mut self.state, Event::Start { opens: None }, start);
        update(&mut self.state, Event::SetSettings(settings), start);
        if let Named::Screen(_, screen) | Named::Warning(screen) = named {
            update(&mut self.state, Event::Open(screen.clone()), start);
        }
        if let Named::Warning(_) = named {
            update(&mut self.state, Event::Tick, self.now - TimeDelta::seconds(3));
        }
        self
    }

    pub fn rect(&self) -> Rect {
        Rect::from_min_size(Pos2::ZERO, vec2(self.kiosk.panel.width_px as f32, self.kiosk.panel.height_px as f32))
    }

    /// Draws one frame with some input.
    pub fn frame(&mut self, events: Vec<egui::Event>) -> Frame {
        let input = RawInput { screen_rect: Some(self.rect()), events, ..RawInput::default() };
        let (face, now, trouble) = (&mut self.face, self.now, self.trouble);
        let (release, kiosk, state) = (self.release.as_ref(), &self.kiosk, &self.state);
        let mut drawn = None;
        let mut output = self.ctx.run_ui(input, |ui| {
            let input = FrameInput { release, kiosk, state, now, pictures: &mut Art, trouble };
            let frame = face.frame_ui(ui, input);
            let before: &mut wayside_screens::Frame = drawn.get_or_insert_with(Default::default);
            before.events.extend(frame.events);
            before.next_frame = frame.next_frame;
        });
        output.textures_delta.clear(); // it must not be dropped unapplied
        let update = output.platform_output.accesskit_update.take().expect("accessibility is on");
        let nodes = update.nodes.into_iter().filter(|(_, node)| !node.is_hidden()).collect();
        Frame { nodes, shapes: output.shapes, told: drawn.expect("it was drawn") }
    }

    /// Draws until a frame tells what the one before told.
    pub fn settle(&mut self) -> Frame {
        self.frame(Vec::new());
        let frame = self.frame(Vec::new());
        assert!(frame.told.events.is_empty(), "nobody touched anything: {:?}", frame.told.events);
        frame
    }

    /// Lets a person's own technology click what has a name; returns what the visitor did.
    pub fn click(&mut self, name: &str) -> Vec<Event> {
        let frame = self.settle();
        let target_node = frame.touchable(name);
        let request =
            ActionRequest { action: accesskit::Action::Click, target_tree: TreeId::ROOT, target_node, data: None };
        self.frame(vec![egui::Event::AccessKitActionRequest(request)]).told.events
    }

    /// Puts a finger down and lifts it; returns what the visitor did.
    pub fn touch(&mut self, at: Pos2) -> Vec<Event> {
        self.settle();
        let button = |pressed| egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        let mut events = self.frame(vec![egui::Event::PointerMoved(at), button(true)]).told.events;
        events.extend(self.frame(vec![button(false)]).told.events);
        self.frame(vec![egui::Event::PointerGone]);
        events
    }

    /// An interface string in the language on screen.
    pub fn say(&self, key: &str) -> String {
        Locale::new(self.state.language(), city::ZONE).say(key, &[])
    }
}

/// What one frame told and painted.
pub struct Frame {
    pub nodes: BTreeMap<NodeId, accesskit::Node>,
    pub shapes: Vec<ClippedShape>,
    pub told: wayside_screens::Frame,
}

/// What a node is called, wherever it keeps that.
pub fn name(node: &accesskit::Node) -> &str {
    node.label().or_else(|| node.value()).unwrap_or_default()
}

pub fn bounds(node: &accesskit::Node) -> Option<Rect> {
    let b = node.bounds()?;
    Some(Rect::from_min_max(pos2(b.x0 as f32, b.y0 as f32), pos2(b.x1 as f32, b.y1 as f32)))
}

pub fn is_touchable(node: &accesskit::Node) -> bool {
    // A scroll area can be dragged, but is nothing to press.
    node.supports_action(accesskit::Action::Click)
        || matches!(node.role(), Role::Button | Role::RadioButton | Role::Switch | Role::Link)
}

impl Frame {
    /// Nodes that say something or can be touched.
    pub fn telling(&self) -> impl Iterator<Item = &accesskit::Node> {
        self.nodes.values().filter(|node| !name(node).is_empty() || is_touchable(node))
    }

    pub fn touchables(&self) -> impl Iterator<Item = (NodeId, &accesskit::Node)> {
        self.nodes.iter().filter(|(_, node)| is_touchable(node)).map(|(id, node)| (*id, node))
    }

    /// The one touchable thing with this name, or whose name begins with it; marks of direction do not count.
    pub fn touchable(&self, wanted: &str) -> NodeId {
        let (all, wanted) =
            (|| self.touchables().map(|(id, node)| (id, text::without_marks(name(node)))), text::without_marks(wanted));
        let exact = all().find(|(_, name)| *name == wanted);
        let found = exact.or_else(|| all().find(|(_, name)| name.starts_with(&*wanted))).map(|(id, _)| id);
        let names: Vec<_> = self.touchables().map(|(_, node)| name(node)).collect();
        found.unwrap_or_else(|| panic!("there is no `{wanted}` among {names:#?}"))
    }

    pub fn place_of(&self, wanted: &str) -> Rect {
        bounds(&self.nodes[&self.touchable(wanted)]).expect("what can be touched has its place")
    }

    pub fn says(&self, words: &str) -> bool {
        self.nodes.values().any(|node| name(node).contains(words))
    }

    /// Everything told, to compare two frames.
    pub fn transcript(&self) -> BTreeSet<String> {
        self.telling().map(|n| format!("{:?} {} {:?} {:?}", n.role(), name(n), bounds(n), n.toggled())).collect()
    }

    /// Every shape, out of its groups.
    pub fn each_shape(&self, mut look: impl FnMut(&Shape, Rect)) {
        fn walk(shape: &Shape, clip: Rect, look: &mut impl FnMut(&Shape, Rect)) {
            match shape {
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| walk(shape, clip, look)),
                other => look(other, clip),
            }
        }
        for clipped in &self.shapes {
            walk(&clipped.shape, clipped.clip_rect, &mut look);
        }
    }
}

/// A screen, and how to get there.
#[derive(Debug, Clone)]
pub enum Named {
    Attract,
    Home,
    Screen(&'static str, Screen),
    /// The warning before the visit ends, over a screen.
    Warning(Screen),
    /// An emergency during a visit.
    Alert,
}

impl Named {
    pub fn name(&self) -> &str {
        match self {
            Self::Attract => "attract",
            Self::Home => "home",
            Self::Screen(name, _) => name,
            Self::Warning(Screen::Events { .. }) => "warning over a list",
            Self::Warning(_) => "warning over a record",
            Self::Alert => "alert",
        }
    }

    /// Whether more may stand below the edge.
    pub fn scrolls(&self) -> bool {
        match self {
            Self::Alert => true,
            Self::Screen(_, screen) | Self::Warning(screen) => matches!(
                screen,
                Screen::Place(_)
                    | Screen::Event(_)
                    | Screen::Offer(_)
                    | Screen::Service(_)
                    | Screen::Languages
                    | Screen::Settings
                    | Screen::Help
            ),
            _ => false,
        }
    }
}

/// Every screen, in the states that differ.
pub fn screens() -> Vec<Named> {
    let place = |id: &str| Screen::Place(PlaceId::new(id).unwrap());
    vec![
        Named::Attract,
        Named::Home,
        Named::Screen("places", Screen::places()),
        Named::Screen("places, page 2", Screen::places().with_page(1)),
        Named::Screen("places, last page", Screen::places().with_page(999)),
        Named::Screen("museums", Screen::Places { filter: PlaceFilter::Kind(PlaceKind::Museum), page: 0 }),
        Named::Screen("place", place("landmark-0")),
        Named::Screen("place without picture", place("museum-1")),
        Named::Screen("place that is gone", place("gone")),
        Named::Screen("events", Screen::events()),
        Named::Screen("events of the weekend", Screen::Events { filter: EventFilter::Weekend, page: 0 }),
        Named::Screen("event", Screen::Event(EventId::new("music-0").unwrap())),
        Named::Screen("offers", Screen::offers()),
        Named::Screen("offer", Screen::Offer(OfferId::new("food-0").unwrap())),
        Named::Screen("services", Screen::services()),
        Named::Screen("service", Screen::Service(ServiceId::new("streets-0").unwrap())),
        Named::Screen("languages", Screen::Languages),
        Named::Screen("settings", Screen::Settings),
        Named::Screen("help", Screen::Help),
        Named::Warning(Screen::events()),
        Named::Warning(place("landmark-0")),
        Named::Alert,
    ]
}

pub const LANGUAGES: [Language; 5] =
    [Language::English, Language::Spanish, Language::Farsi, Language::Korean, Language::Thai];

/// One screen as it stands on one panel.
pub struct Seen<'a> {
    pub named: &'a Named,
    pub stage: &'a Stage,
    pub frame: &'a Frame,
    /// Screen, panel, language and settings, for messages.
    pub at: String,
}

/// Looks at every screen on every panel in several languages, at standard and at largest size, and within reach.
pub fn look_at_all(mut look: impl FnMut(&Seen, &mut Vec<String>)) {
    let mut offenders = Vec::new();
    let mut seen = 0;
    let largest = Settings { text_size: TextSize::Largest, ..Settings::default() };
    let reach = Settings { lower_reach: true, ..Settings::default() };
    for panel in crate::city::PANELS {
        for language in LANGUAGES {
            let mut stage = Stage::new(panel, language);
            for (size, settings) in [("100 %", Settings::default()), ("200 %", largest), ("reach", reach)] {
                for named in screens() {
                    stage.go(&named, settings);
                    let frame = stage.settle();
                    let at = format!("{} on {panel} in {language} at {size}", named.name());
                    look(&Seen { named: &named, stage: &stage, frame: &frame, at }, &mut offenders);
                    seen += 1;
                }
            }
        }
    }
    assert_eq!(seen, screens().len() * 3 * 5 * 3);
    let count = offenders.len();
    offenders.truncate(60);
    assert!(count == 0, "{count} offenders, such as:\n{}", offenders.join("\n"));
}
