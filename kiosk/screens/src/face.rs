//! One frame of whatever the state says.

use crate::attract::{self, Attract, OnAir};
use crate::bars::{action_bar_ui, status_strip_ui, upper_ui};
use crate::icon::Icon;
use crate::kit::{Kit, Pictures};
use crate::memo::Memo;
use crate::system::{Trouble, trouble_ui};
use crate::theme::{Metrics, Palette};
use crate::view::View;
use crate::{alert, events, help, home, languages, offers, places, records, services, settings, timeout};
use chrono::{DateTime, TimeDelta, Utc};
use egui::{Rect, Ui, pos2, vec2};
use std::collections::BTreeMap;
use wayside_core::{Event, Screen, Stage, State};
use wayside_language::Locale;
use wayside_model::{KioskFacts, Language, NoticeLevel, Panel, Release};
use wayside_schedule::Show;

/// How high above the ground a person in a wheelchair reaches, in millimetres (ADA 308.2.1).
const REACH_MM: f64 = 1220.0;

/// Longest time in seconds that an item stays on because the picture of the next is not there yet.
const LONGEST_HOLD_SECS: i64 = 2;

/// What one frame is drawn from.
pub struct FrameInput<'a> {
    /// None while the store is empty.
    pub release: Option<&'a Release>,
    pub kiosk: &'a KioskFacts,
    pub state: &'a State,
    pub now: DateTime<Utc>,
    pub pictures: &'a mut dyn Pictures,
    /// What to say instead of content.
    pub trouble: Option<Trouble>,
}

/// Draws frames, and keeps what it takes to draw the next one fast.
pub struct Face {
    locales: BTreeMap<Language, Locale>,
    memo: Memo,
    on_air: Option<OnAir>,
    before: Option<Show>,
    switched: DateTime<Utc>,
}

/// What a frame asks for.
#[derive(Debug, Default)]
pub struct Frame {
    /// What the visitor did.
    pub events: Vec<Event>,
    /// When the next frame is due though nothing happens; none while time alone changes nothing.
    pub next_frame: Option<DateTime<Utc>>,
}

impl Face {
    pub fn new(kiosk: &KioskFacts) -> Self {
        let locales =
            Language::ALL.iter().map(|&language| (language, Locale::new(language, kiosk.time_zone))).collect();
        Self { locales, memo: Memo::default(), on_air: None, before: None, switched: DateTime::UNIX_EPOCH }
    }

    /// Forgets what was on before, so that the next frame shows it without a fade.
    pub fn cut(&mut self) {
        self.on_air = None;
        self.before = None;
    }

    /// Forgets what belongs to a visit outside the state: scroll positions, turned sheets of filters, focus.
    pub fn forget_visit(&mut self, ctx: &egui::Context) {
        ctx.data_mut(|data| {
            data.remove_by_type::<usize>();
            data.remove_by_type::<f32>();
            data.remove_by_type::<egui::scroll_area::State>();
        });
    }

    /// Draws one frame over the whole of `ui`.
    pub fn frame_ui(&mut self, ui: &mut Ui, input: FrameInput) -> Frame {
        let FrameInput { release, kiosk, state, now, pictures, trouble } = input;
        let rect = ui.max_rect();
        let settings = state.settings();
        let locale = self
            .locales
            .get(&state.language())
            .cloned()
            .unwrap_or_else(|| Locale::new(Language::English, kiosk.time_zone));
        let mut kit = Kit {
            palette: Palette::of(settings.theme),
            metrics: Metrics::new(&kiosk.panel, settings.text_size),
            locale: &locale,
            pictures,
            events: Vec::new(),
        };
        ui.painter().rect_filled(rect, 0.0, kit.palette.base);
        let (Some(release), None) = (release, trouble) else {
            trouble_ui(&kit, ui, rect, trouble.unwrap_or(Trouble::Empty), &self.locales);
            return Frame::default();
        };
        self.memo.turn_to(release, now);
        let mut next_frame = Some(next_minute(now));
        let mut view = View { release, kiosk, state, now, memo: &mut self.memo };
        let area = if settings.lower_reach { reach_rect(&kiosk.panel, rect) } else { rect };
        match &state.stage {
            _ if let Some(notice) = alert::unanswered(&view) => {
                self.on_air = None;
                self.before = None;
                let ends_at = state.visit().and_then(|visit| visit.ends_at);
                ui.push_id(("alert", notice.id.as_str()), |ui| {
                    rest_below_a_warning(ui, ends_at);
                    alert::alert_ui(&mut kit, ui, &view, rect, area, notice);
                });
                if let Some(ends_at) = ends_at {
                    timeout::timeout_ui(&mut kit, ui, rect, area, ends_at, now);
                }
            }
            Stage::Attract { paused_at } => {
                let is_paused = paused_at.is_some();
                let mut on_air = attract::on_air(&mut view);
                let was = self.on_air.clone();
                if let Some(was) = &was
                    && was.show != on_air.show
                    && !attract::prepare(&mut kit, &view, &on_air.show)
                    && was.show != Show::BuiltIn
                    && now - on_air.started < TimeDelta::seconds(LONGEST_HOLD_SECS)
                {
                    // What was on stays until the next picture is ready: nothing flashes.
                    on_air.show = was.show.clone();
                }
                if was.as_ref().is_none_or(|w| w.show != on_air.show) {
                    self.before = was.map(|w| w.show);
                    self.switched = now;
                }
                let faded = if self.before.is_none() || settings.less_motion {
                    1.0
                } else {
                    attract::fade_at(self.switched, now)
                };
                // A clock set back would fade for ever.
                let is_done = faded >= 1.0 || now < self.switched;
                let faded = if is_done { 1.0 } else { faded };
                if is_done {
                    self.before = None;
                    // Not during the fade: two large pictures are enough at a time.
                    attract::prepare(&mut kit, &view, &on_air.next);
                }
                let screen = Attract { on_air: &on_air, before: self.before.as_ref(), faded, locales: &self.locales };
                attract::attract_ui(&mut kit, ui, &mut view, rect, &screen);
                if faded < 1.0 {
                    next_frame = Some(now);
                } else if !is_paused {
                    next_frame = next_frame.map(|at| at.min(on_air.ends));
                }
                self.on_air = Some(on_air);
            }
            Stage::Visit(visit) => {
                self.on_air = None;
                self.before = None;
                let above = Rect::from_min_max(rect.min, pos2(rect.right(), area.top()));
                if area != rect {
                    crate::system::evening(ui, above);
                }
                ui.push_id(visit.screen(), |ui| {
                    rest_below_a_warning(ui, visit.ends_at);
                    if area != rect {
                        upper_ui(&mut kit, ui, &view, above);
                    }
                    visit_ui(&mut kit, ui, &mut view, area, visit.screen());
                });
                if let Some(ends_at) = visit.ends_at {
                    timeout::timeout_ui(&mut kit, ui, rect, area, ends_at, now);
                }
            }
        }
        Frame { events: kit.events, next_frame }
    }
}

/// While the warning shows, nothing below it is told, touched or given the focus; its veil alone dims the screen.
fn rest_below_a_warning(ui: &mut Ui, ends_at: Option<DateTime<Utc>>) {
    if ends_at.is_some() {
        ui.visuals_mut().disabled_alpha = 1.0;
        ui.disable();
    }
}

fn visit_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, area: Rect, screen: &Screen) {
    let mut column = kit.flow(area);
    // Within reach there is height for what can be touched; where and when this is stands above.
    if view.state.settings().lower_reach {
        column.take_top(kit.metrics.gap);
    } else {
        let strip = column.take_top(kit.metrics.status_strip);
        status_strip_ui(kit, ui, view, strip);
    }
    let bar = column.take_bottom(kit.metrics.action_bar);
    let mut content = column.rect.shrink2(vec2(kit.metrics.edge, kit.metrics.gap));
    // An emergency reaches a visitor wherever they are; on home the notice stands there already.
    if *screen != Screen::Home
        && let Some(notice) = wayside_schedule::notices_for(view.release, view.kiosk, view.now)
            .into_iter()
            .find(|n| n.level == NoticeLevel::Emergency)
    {
        let (title, body) = (kit.words(&notice.title), kit.words(&notice.body));
        let used = home::banner_ui(kit, ui, content, Icon::AlertTriangle, &title, &body, kit.palette.report);
        content.min.y += used + kit.metrics.gap;
    }
    match screen {
        Screen::Home => home::home_ui(kit, ui, view, content),
        Screen::Places { filter, .. } => places::places_ui(kit, ui, view, content, *filter, screen),
        Screen::Place(id) => records::place_ui(kit, ui, view, content, id),
        Screen::Events { filter, .. } => events::events_ui(kit, ui, view, content, *filter, screen),
        Screen::Event(id) => records::event_ui(kit, ui, view, content, id),
        Screen::Offers { .. } => offers::offers_ui(kit, ui, view, content, screen),
        Screen::Offer(id) => records::offer_ui(kit, ui, view, content, id),
        Screen::Services { filter, .. } => services::services_ui(kit, ui, view, content, *filter, screen),
        Screen::Service(id) => records::service_ui(kit, ui, view, content, id),
        Screen::Languages => languages::languages_ui(kit, ui, view, content),
        Screen::Settings => settings::settings_ui(kit, ui, view, content),
        Screen::Help => help::help_ui(kit, ui, view, content),
    }
    action_bar_ui(kit, ui, view, bar);
}

/// The part of the panel that a person in a wheelchair reaches, at least 40 % of it.
fn reach_rect(panel: &Panel, rect: Rect) -> Rect {
    let reach_mm = (REACH_MM - panel.bottom_mm).clamp(panel.height_mm * 0.4, panel.height_mm);
    let height = rect.height() * (reach_mm / panel.height_mm) as f32;
    Rect::from_min_max(pos2(rect.left(), rect.bottom() - height), rect.max)
}

/// The first instant of the next minute, when clocks on screen move.
fn next_minute(now: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = now.timestamp().div_euclid(60) * 60 + 60;
    DateTime::from_timestamp(seconds, 0).unwrap_or(now)
}
