//! Line icons, drawn as vectors in any colour and size.
//!
//! The drawings are Lucide's (ISC licence, `assets/icons/LICENSE`).

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, epaint::PathShape, pos2, vec2};
use resvg::{tiny_skia::PathSegment, usvg};
use std::sync::OnceLock;

/// Side of the square that icons are drawn in.
const GRID: f32 = 24.0;

/// Points per curve segment; at icon sizes more are not seen.
const CURVE_STEPS: usize = 10;

macro_rules! icons {
    ($($name:ident $file:literal),* $(,)?) => {
        /// An icon.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon { $($name),* }

        impl Icon {
            pub const ALL: &[Self] = &[$(Self::$name),*];
            const SOURCES: &[&str] = &[$(include_str!(concat!("../../../assets/icons/", $file, ".svg"))),*];
        }
    };
}

icons! {
    Accessibility "accessibility", AlertTriangle "triangle-alert", ArrowDownToLine "arrow-down-to-line", Baby "baby", Back "chevron-left",
    Bike "bike", Book "book-open", Briefcase "briefcase", Building "building-2", Calendar "calendar-days", Check "check",
    CircleCheck "circle-check", Clock "clock", Coffee "coffee", Contrast "contrast", Drama "drama", Film "clapperboard", Flag "flag",
    Footprints "footprints", Forward "chevron-right", Gift "gift", GraduationCap "graduation-cap", Heart "heart-pulse", Help "circle-question-mark",
    Home "house", Hospital "hospital", Info "info", Key "key-round", Landmark "landmark", Languages "languages", Library "library",
    LogOut "log-out", MapPin "map-pin", Message "message-square-text", Moon "moon", Music "music", Navigation "navigation", Palette "palette",
    Party "party-popper", Pause "pause", Paw "paw-print", Phone "phone", Play "play", Shield "shield", ShoppingBag "shopping-bag",
    Smartphone "smartphone", Sparkles "sparkles", Star "star", Store "store", Sun "sun", Tag "tag", Tent "tent", TextSize "a-large-small",
    Theater "theater", Ticket "ticket", Toilet "toilet", Train "train-front", Trash "trash-2", Trees "trees", Trophy "trophy",
    Users "users", Utensils "utensils", Vote "vote", Waves "waves", Wifi "wifi", WifiOff "wifi-off", Wrench "wrench", Close "x",
    FileCheck "file-check", Construction "construction", Hand "hand",
}

/// One stroke of an icon in grid units.
struct Line {
    points: Vec<Pos2>,
    is_closed: bool,
}

fn lines_of(icon: Icon) -> &'static [Line] {
    static LINES: OnceLock<Vec<OnceLock<Vec<Line>>>> = OnceLock::new();
    let all = LINES.get_or_init(|| Icon::ALL.iter().map(|_| OnceLock::new()).collect());
    all[icon as usize].get_or_init(|| parse(Icon::SOURCES[icon as usize]))
}

fn parse(svg: &str) -> Vec<Line> {
    // `currentColor` needs a colour of its own where there is no surrounding document.
    let svg = svg.replace("currentColor", "#000");
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default())
        .expect("the icons are part of the program and a test reads each");
    let mut lines = Vec::new();
    collect(tree.root(), &mut lines);
    lines
}

fn collect(group: &usvg::Group, out: &mut Vec<Line>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(g) => collect(g, out),
            usvg::Node::Path(path) => {
                let transform = path.abs_transform();
                let map = |p: resvg::tiny_skia::Point| {
                    let mut p = p;
                    transform.map_point(&mut p);
                    pos2(p.x, p.y)
                };
                let mut line = Line { points: Vec::new(), is_closed: false };
                let mut finish = |line: &mut Line| {
                    if line.points.len() > 1 {
                        out.push(std::mem::replace(line, Line { points: Vec::new(), is_closed: false }));
                    }
                    line.points.clear();
                };
                for segment in path.data().segments() {
                    match segment {
                        PathSegment::MoveTo(p) => {
                            finish(&mut line);
                            line.points.push(map(p));
                        }
                        PathSegment::LineTo(p) => line.points.push(map(p)),
                        PathSegment::QuadTo(c, p) => {
                            let from = line.points.last().copied().unwrap_or_default();
                            let (c, p) = (map(c), map(p));
                            line.points.extend(curve(|t| from.lerp(c, t).lerp(c.lerp(p, t), t)));
                        }
                        PathSegment::CubicTo(c1, c2, p) => {
                            let from = line.points.last().copied().unwrap_or_default();
                            let (c1, c2, p) = (map(c1), map(c2), map(p));
                            line.points.extend(curve(|t| {
                                let (a, b, c) = (from.lerp(c1, t), c1.lerp(c2, t), c2.lerp(p, t));
                                a.lerp(b, t).lerp(b.lerp(c, t), t)
                            }));
                        }
                        PathSegment::Close => {
                            line.is_closed = true;
                            finish(&mut line);
                        }
                    }
                }
                finish(&mut line);
            }
            _ => {}
        }
    }
}

fn curve(at: impl Fn(f32) -> Pos2) -> impl Iterator<Item = Pos2> {
    (1..=CURVE_STEPS).map(move |i| at(i as f32 / CURVE_STEPS as f32))
}

impl Icon {
    /// Whether the icon shows a direction and so is mirrored on right-to-left screens.
    pub const fn has_direction(self) -> bool {
        matches!(self, Self::Back | Self::Forward | Self::LogOut | Self::Footprints | Self::Play)
    }

    /// Paints the icon into the square around the middle of `rect`.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32, is_right_to_left: bool) {
        let side = rect.width().min(rect.height());
        let scale = side / GRID;
        let origin = rect.center() - Vec2::splat(side / 2.0);
        let mirror = is_right_to_left && self.has_direction();
        let place = |p: Pos2| {
            let x = if mirror { GRID - p.x } else { p.x };
            origin + vec2(x, p.y) * scale
        };
        let width = 2.0 * scale;
        for line in lines_of(self) {
            let points: Vec<Pos2> = line.points.iter().copied().map(place).collect();
            if !line.is_closed {
                // Round ends, which the tessellator does not draw.
                for end in [points.first(), points.last()].into_iter().flatten() {
                    painter.circle_filled(*end, width / 2.0, color);
                }
            }
            let stroke = Stroke::new(width, color);
            painter.add(Shape::Path(if line.is_closed {
                PathShape::closed_line(points, stroke)
            } else {
                PathShape::line(points, stroke)
            }));
        }
    }
}
