//! Codes as a phone's camera reads them: painted, rasterised and decoded.

use crate::city;
use crate::stage::{Frame, Named, Stage};
use egui::{Color32, Rect, Shape};
use wayside_core::{Screen, Settings, TextSize};
use wayside_model::{EventId, Language, OfferId, PlaceId};

/// Rasterises the squares of black and white, and decodes what they hold.
fn decode(stage: &Stage, frame: &Frame) -> Vec<String> {
    let (width, height) = (stage.kiosk.panel.width_px as usize, stage.kiosk.panel.height_px as usize);
    let mut pixels = vec![128_u8; width * height];
    frame.each_shape(|shape, clip| {
        let Shape::Rect(rect) = shape else { return };
        let ink = match rect.fill {
            Color32::WHITE => 255,
            Color32::BLACK => 0,
            _ => return,
        };
        let area: Rect = rect.rect.intersect(clip);
        if !area.is_positive() {
            return;
        }
        for y in (area.top().round() as usize)..(area.bottom().round() as usize).min(height) {
            let row = y * width;
            pixels[row + area.left().round() as usize..row + (area.right().round() as usize).min(width)].fill(ink);
        }
    });
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, content)| content).collect()
}

/// Scrolls through a record's page until its code is whole.
fn read(stage: &mut Stage) -> String {
    let more = stage.say("more");
    for _ in 0..30 {
        let frame = stage.settle();
        if let Some(content) = decode(stage, &frame).pop() {
            return content;
        }
        assert!(frame.says(&more), "the page ends and no code was read");
        stage.click(&more);
    }
    panic!("the page has no end");
}

#[test]
fn codes_are_read_as_they_are_painted() {
    let place = Screen::Place(PlaceId::new("landmark-0").unwrap());
    let event = Screen::Event(EventId::new("music-0").unwrap());
    let offer = Screen::Offer(OfferId::new("food-0").unwrap());
    let largest = Settings { text_size: TextSize::Largest, ..Settings::default() };
    for panel in city::PANELS {
        for language in [Language::English, Language::Thai, Language::Farsi] {
            for settings in [Settings::default(), largest] {
                let mut stage = Stage::new(panel, language);
                let mut content = |screen: &Screen| {
                    stage.go(&Named::Screen("record", screen.clone()), settings);
                    read(&mut stage)
                };
                let at = format!("{panel} {language} {}", settings.text_size.percent());
                assert!(content(&place).starts_with("geo:34.05600,-118.23730?q="), "{at}");
                assert!(content(&offer).starts_with("geo:34.05600,"), "{at}");
                let ics = content(&event);
                assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"), "{at}: {ics}");
            }
        }
    }
}
