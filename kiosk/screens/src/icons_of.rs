//! Which icon and colour stand for which kind of record.

use crate::icon::Icon;
use crate::theme::Palette;
use egui::Color32;
use wayside_model::{EventKind, OfferKind, PlaceKind, ServiceKind};

/// Icon of a place's kind.
pub const fn place(kind: PlaceKind) -> Icon {
    match kind {
        PlaceKind::Landmark => Icon::Star,
        PlaceKind::Museum => Icon::Landmark,
        PlaceKind::Library => Icon::Library,
        PlaceKind::Park => Icon::Trees,
        PlaceKind::Restroom => Icon::Toilet,
        PlaceKind::Station => Icon::Train,
        PlaceKind::Venue => Icon::Trophy,
        PlaceKind::Market => Icon::Store,
        PlaceKind::Theatre => Icon::Theater,
        PlaceKind::Civic => Icon::Building,
        PlaceKind::Beach => Icon::Waves,
        PlaceKind::School => Icon::GraduationCap,
        PlaceKind::Hospital => Icon::Hospital,
        PlaceKind::Shelter => Icon::Tent,
        PlaceKind::Food => Icon::Utensils,
    }
}

/// Colour of a place's icon.
pub const fn place_color(kind: PlaceKind, palette: &Palette) -> Color32 {
    match kind {
        PlaceKind::Station => palette.transit,
        _ => palette.place,
    }
}

/// Icon of an event's kind.
pub const fn event(kind: EventKind) -> Icon {
    match kind {
        EventKind::Music => Icon::Music,
        EventKind::Art => Icon::Palette,
        EventKind::Film => Icon::Film,
        EventKind::Market => Icon::Store,
        EventKind::Sport => Icon::Trophy,
        EventKind::Games => Icon::Flag,
        EventKind::Festival => Icon::Party,
        EventKind::Tour => Icon::Footprints,
        EventKind::Talk => Icon::Message,
        EventKind::Civic => Icon::Building,
        EventKind::Family => Icon::Baby,
        EventKind::Holiday => Icon::Gift,
    }
}

/// Icon of an offer's kind.
pub const fn offer(kind: OfferKind) -> Icon {
    match kind {
        OfferKind::Food => Icon::Utensils,
        OfferKind::Coffee => Icon::Coffee,
        OfferKind::Shop => Icon::ShoppingBag,
        OfferKind::Books => Icon::Book,
        OfferKind::Culture => Icon::Drama,
        OfferKind::Wellness => Icon::Heart,
        OfferKind::Service => Icon::Tag,
    }
}

/// Icon of a group of service pages.
pub const fn service(kind: ServiceKind) -> Icon {
    match kind {
        ServiceKind::Streets => Icon::Construction,
        ServiceKind::Waste => Icon::Trash,
        ServiceKind::Housing => Icon::Key,
        ServiceKind::Health => Icon::Heart,
        ServiceKind::Library => Icon::Book,
        ServiceKind::Parks => Icon::Trees,
        ServiceKind::Transport => Icon::Bike,
        ServiceKind::Safety => Icon::Shield,
        ServiceKind::Permits => Icon::FileCheck,
        ServiceKind::Voting => Icon::Vote,
        ServiceKind::Internet => Icon::Wifi,
        ServiceKind::Animals => Icon::Paw,
        ServiceKind::Work => Icon::Briefcase,
    }
}
