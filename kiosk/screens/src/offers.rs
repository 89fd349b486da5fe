//! The list of offers.

use crate::icons_of;
use crate::kit::Kit;
use crate::list::{Entry, Shape, list_ui};
use crate::view::View;
use crate::words::Words;
use egui::{Rect, Ui};
use wayside_core::Screen;
use wayside_core::queries;

/// Draws the list of offers valid today.
pub fn offers_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, screen: &Screen) {
    let entries: Vec<Entry> = queries::offers(view.release, view.kiosk, view.now)
        .into_iter()
        .map(|near| {
            let offer = near.item;
            let distance = kit.locale.distance(near.metres);
            Entry {
                title: kit.words(&offer.title),
                fact: Words::new(kit.locale.list_plain(&[offer.business.as_str(), distance.as_str()]), kit.language()),
                line: kit.words(&offer.summary),
                badges: if offer.sample { vec![(kit.say("sample"), kit.palette.offer)] } else { Vec::new() },
                picture: offer.picture.clone(),
                icon: icons_of::offer(offer.kind),
                color: kit.palette.offer,
                opens: Screen::Offer(offer.id.clone()),
            }
        })
        .collect();
    list_ui(kit, ui, rect, "offers", &[], &entries, Shape::Rows, screen);
}
