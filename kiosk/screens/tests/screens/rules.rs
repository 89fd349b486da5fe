//! What holds on every screen, in every language, at every size, on every panel.

use crate::stage::{Named, Seen, bounds, is_touchable, look_at_all, name};
use accesskit::Role;
use egui::{Rect, Shape};
use std::collections::{BTreeMap, BTreeSet};
use wayside_screens::text::without_marks;
use wayside_screens::theme::Metrics;

/// Share of the type size that a capital letter of Noto Sans is high.
const CAPITAL_SHARE: f32 = 0.714;

/// Rounding of coordinates, in pixels.
const ROUNDING_PX: f32 = 1.0;

fn px_per_mm(seen: &Seen) -> f32 {
    seen.stage.kiosk.panel.px_per_mm() as f32
}

#[test]
fn every_screen_has_a_heading() {
    look_at_all(|seen, offenders| {
        let mut nodes = seen.frame.nodes.values();
        if !nodes.any(|node| matches!(node.role(), Role::Heading | Role::Alert) && !name(node).is_empty()) {
            offenders.push(seen.at.clone());
        }
    });
}

#[test]
fn everything_to_touch_has_a_name_of_its_own() {
    look_at_all(|seen, offenders| {
        for (_, node) in seen.frame.touchables() {
            if name(node).trim().is_empty() {
                offenders.push(format!("{}: {:?} {:?}", seen.at, node.role(), bounds(node)));
            }
        }
        for parent in seen.frame.nodes.values() {
            let mut names: BTreeMap<&str, usize> = BTreeMap::new();
            for child in parent.children().iter().filter_map(|id| seen.frame.nodes.get(id)).filter(|n| is_touchable(n))
            {
                *names.entry(name(child)).or_default() += 1;
            }
            for (name, _) in names.into_iter().filter(|(name, count)| *count > 1 && !name.is_empty()) {
                offenders.push(format!("{}: two are called `{name}`", seen.at));
            }
        }
    });
}

#[test]
fn everything_to_touch_is_large_enough() {
    look_at_all(|seen, offenders| {
        let least = 15.0 * px_per_mm(seen) - ROUNDING_PX;
        for (_, node) in seen.frame.touchables() {
            let Some(rect) = bounds(node) else { continue };
            if rect.width() < least || rect.height() < least {
                let mm = rect.size() / px_per_mm(seen);
                offenders.push(format!("{}: `{}` is {:.1} × {:.1} mm", seen.at, name(node), mm.x, mm.y));
            }
        }
    });
}

#[test]
fn things_to_touch_keep_apart() {
    look_at_all(|seen, offenders| {
        let least = 3.0 * px_per_mm(seen) - ROUNDING_PX;
        let mut parents = BTreeMap::new();
        for (id, node) in &seen.frame.nodes {
            parents.extend(node.children().iter().map(|child| (*child, *id)));
        }
        let all: Vec<_> =
            seen.frame.touchables().filter_map(|(id, n)| Some((name(n), bounds(n)?, parents.get(&id)))).collect();
        for (index, (first, a, first_parent)) in all.iter().enumerate() {
            for (second, b, second_parent) in &all[index + 1..] {
                // What lies on something else, such as a language on the attract screen, is told apart by being above;
                // and a page that scrolls runs on below what lies on its edges.
                let is_above = a.contains_rect(*b) || b.contains_rect(*a);
                if is_above || (seen.named.scrolls() && first_parent != second_parent) {
                    continue;
                }
                let across = (b.left() - a.right()).max(a.left() - b.right());
                let down = (b.top() - a.bottom()).max(a.top() - b.bottom());
                let gap = across.max(down);
                if gap < least {
                    offenders.push(format!(
                        "{}: `{first}` and `{second}` are {:.1} mm apart",
                        seen.at,
                        gap / px_per_mm(seen)
                    ));
                }
            }
        }
    });
}

#[test]
fn everything_told_says_its_language() {
    look_at_all(|seen, offenders| {
        for node in seen.frame.telling().filter(|node| !name(node).is_empty()) {
            if node.language().is_none_or(str::is_empty) {
                offenders.push(format!("{}: {:?} `{}` has no language", seen.at, node.role(), name(node)));
            }
        }
    });
}

#[test]
fn everything_told_has_its_place() {
    // A finger that explores the screen has to find what is under it.
    look_at_all(|seen, offenders| {
        for node in seen.frame.telling().filter(|node| bounds(node).is_none()) {
            offenders.push(format!("{}: {:?} `{}` has no place", seen.at, node.role(), name(node)));
        }
    });
}

#[test]
fn nothing_lies_outside_the_panel() {
    look_at_all(|seen, offenders| {
        let panel = seen.stage.rect().expand(ROUNDING_PX);
        for node in seen.frame.telling() {
            let Some(mut rect) = bounds(node) else { continue };
            if seen.named.scrolls() {
                // Further down is reached by scrolling.
                rect = Rect::from_x_y_ranges(
                    rect.x_range(),
                    rect.y_range().min.clamp(panel.top(), panel.bottom())..=panel.bottom(),
                );
            }
            if !panel.contains_rect(rect) {
                offenders.push(format!("{}: `{}` lies at {rect}", seen.at, name(node)));
            }
        }
    });
}

#[test]
fn no_words_run_over_the_sides() {
    look_at_all(|seen, offenders| {
        let panel = seen.stage.rect().expand(ROUNDING_PX);
        seen.frame.each_shape(|shape, clip| {
            let Shape::Text(text) = shape else { return };
            let ink = text.galley.mesh_bounds.translate(text.pos.to_vec2());
            if !ink.is_positive() || !clip.intersects(ink) {
                return;
            }
            let is_beside = !panel.x_range().contains(ink.left()) || !panel.x_range().contains(ink.right());
            let is_below = !seen.named.scrolls() && !panel.y_range().contains(ink.bottom());
            if is_beside || is_below {
                offenders.push(format!("{}: `{}` stands at {ink}", seen.at, text.galley.text()));
            }
        });
    });
}

#[test]
fn letters_are_as_high_as_the_law_asks() {
    let mut texts = 0;
    look_at_all(|seen, offenders| {
        let metrics = Metrics::new(&seen.stage.kiosk.panel, seen.stage.state.settings().text_size);
        let panel = seen.stage.rect();
        // The bars keep their words on one line; the rest doubles at 200 %.
        let bars = panel.top() + metrics.status_strip..=panel.bottom() - metrics.action_bar;
        seen.frame.each_shape(|shape, _| {
            let Shape::Text(text) = shape else { return };
            let is_in_bars = !bars.contains(&text.visual_bounding_rect().center().y);
            let least = if is_in_bars { 4.8 } else { 4.8 * seen.stage.state.settings().text_size.factor().min(2.0) };
            for section in &text.galley.job.sections {
                texts += 1;
                let mm = section.format.font_id.size * CAPITAL_SHARE / px_per_mm(seen);
                if mm < least - 0.05 {
                    offenders.push(format!("{}: `{}` has capitals of {mm:.2} mm", seen.at, text.galley.text()));
                }
            }
        });
    });
    assert!(texts > 10_000, "only {texts} texts were looked at");
}

/// Every wording in the city's content.
fn wordings(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => _ = found.insert(text.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| wordings(value, found)),
        serde_json::Value::Object(entries) => entries.values().for_each(|value| wordings(value, found)),
        _ => {}
    }
}

#[test]
fn no_wording_of_the_interface_is_cut_off() {
    // Names from the city's content may end with an ellipsis in a list; their own page has them whole.
    let mut content = BTreeSet::new();
    wordings(&serde_json::to_value(crate::city::release()).unwrap(), &mut content);
    assert!(content.len() > 100);
    let mut cut = 0;
    look_at_all(|seen, offenders| {
        seen.frame.each_shape(|shape, _| {
            let Shape::Text(text) = shape else { return };
            if !text.galley.elided {
                return;
            }
            cut += 1;
            let whole = without_marks(text.galley.text());
            // `Today, 5:30 – 7:00 PM, Name of an event`: what is cut is the name.
            let is_name = content.contains(whole.as_ref());
            let ends_with_name =
                !is_name && content.iter().any(|c| c.chars().count() > 12 && whole.ends_with(c.as_str()));
            if !is_name && !ends_with_name {
                offenders.push(format!("{}: `{whole}`", seen.at));
            }
        });
    });
    assert!(cut > 0, "a long name is cut somewhere, so this looked at the right shapes");
}

#[test]
fn right_to_left_screens_say_so_and_stand_mirrored() {
    for panel in crate::city::PANELS {
        let x_of = |language| {
            let mut stage = crate::stage::Stage::new(panel, language);
            stage.go(&Named::Home, wayside_core::Settings::default());
            let frame = stage.settle();
            ["places", "events", "home", "back", "help"].map(|key| frame.place_of(&stage.say(key)).center().x)
        };
        let [places, events, home, back, help] = x_of(wayside_model::Language::English);
        assert!(places < events && home < back && back < help, "{panel}");
        let mirrored = x_of(wayside_model::Language::Farsi);
        assert!(
            mirrored[0] > mirrored[1] && mirrored[2] > mirrored[3] && mirrored[3] > mirrored[4],
            "{panel}: {mirrored:?}"
        );
        if panel != "landscape" {
            let width = crate::city::kiosk(panel).panel.width_px as f32;
            for (there, here) in mirrored.iter().zip([places, events, home, back, help]) {
                assert!((there + here - width).abs() < 2.0, "{panel}: {here} is mirrored to {there}");
            }
        }
    }
}
