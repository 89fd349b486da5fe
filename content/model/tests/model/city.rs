//! A small city in source form that reads without a problem, for tests to spoil.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use wayside_model::source::{Draft, Folder, PictureStudio, PreparedPicture, read};
use wayside_model::{Problem, Severity};

pub const CITY: &str = r#"name.en = "Los Angeles"
name.es = "Los Ángeles"
bounds = { south = 33.70, west = -118.67, north = 34.34, east = -118.15 }
time_zone = "America/Los_Angeles"
required_languages = ["en", "es"]
fallback = "welcome"
help_phone = "3-1-1"
help_url = "lacity.gov"
"#;

pub const KIOSK: &str = r#"[[kiosk]]
id = "alameda"
name.en = "Union Station, east side"
name.es = "Union Station, lado este"
position = [34.0561, -118.2365]
faces_deg = 90
panel = { width_px = 1080, height_px = 1920, width_mm = 680, height_mm = 1210, bottom_mm = 500 }
groups = ["downtown"]
languages = ["en", "es"]
time_zone = "America/Los_Angeles"
"#;

pub const PLACE: &str = r#"[[place]]
id = "union-station"
kind = "station"
name.en = "Union Station"
name.es = "Union Station"
summary.en = "Trains, subway and buses under one roof"
summary.es = "Trenes, metro y autobuses bajo un mismo techo"
position = [34.0561, -118.2365]
address = "800 N Alameda St"
hours = "24/7"
picture = "station-card"
access = ["step-free", "elevator"]
free = true
"#;

pub const EVENT: &str = r#"[[event]]
id = "thursday-market"
kind = "market"
title.en = "Thursday market"
title.es = "Mercado del jueves"
summary.en = "Fruit, bread and music"
summary.es = "Fruta, pan y música"
starts = 2026-01-08T10:00:00
ends = 2026-01-08T14:00:00
repeats = "FREQ=WEEKLY;BYDAY=TH"
except = [2026-11-26]
place = "union-station"
free = true
"#;

pub const OFFER: &str = r#"[[offer]]
id = "coffee"
kind = "coffee"
business = "Sample Coffee"
title.en = "Second cup free"
title.es = "Segunda taza gratis"
summary.en = "After eight in the evening"
summary.es = "Después de las ocho de la noche"
terms.en = "One per person"
terms.es = "Una por persona"
valid = { from = 2026-01-01, until = 2028-12-31 }
position = [34.0500, -118.2400]
sample = true
"#;

pub const NOTICE: &str = r#"[[notice]]
id = "heat"
level = "advice"
title.en = "Hot days ahead"
title.es = "Vienen días calurosos"
body.en = "Drink water.\nCooling centers are open."
body.es = "Beba agua.\nLos centros de enfriamiento están abiertos."
source = "City of Los Angeles"
valid = { from = 2026-07-01, until = 2028-07-31 }
targets = { groups = ["downtown"] }
"#;

pub const SIGNAGE: &str = r#"[[signage]]
id = "welcome"
scene = "poster"
art = "welcome-art"
kicker.en = "Los Angeles"
kicker.es = "Los Ángeles"
headline.en = "Touch to explore"
headline.es = "Toque para explorar"
line.en = "In sixteen languages"
line.es = "En dieciséis idiomas"
seconds = 8
opens = "place:union-station"

[[playlist]]
id = "everyday"
items = ["welcome"]

[[campaign]]
id = "base"
layer = "base"
playlist = "everyday"
"#;

pub const MEDIA: &str = r#"[[media]]
id = "station-card"
kind = "picture"
use = "card"
portrait = "pictures/station.svg"
alt.en = "A hall with high windows"
alt.es = "Una sala con ventanas altas"
credit = "City of Los Angeles, CC BY 4.0"

[[media]]
id = "welcome-art"
kind = "picture"
use = "signage"
portrait = "pictures/welcome.svg"
landscape = "pictures/welcome-wide.png"
alt.en = "Hills at dusk"
alt.es = "Colinas al anochecer"
credit = "City of Los Angeles, CC BY 4.0"
"#;

pub const SURVEY: &str = r#"[[survey]]
id = "help"
question.en = "Did you find what you need?"
question.es = "¿Encontró lo que necesita?"
answers = [
    { en = "Yes", es = "Sí" },
    { en = "No", es = "No" },
]
valid = { from = 2026-01-01 }
"#;

pub const SERVICE: &str = r#"+++
kind = "waste"
title = "Bulky items"
summary = "Have a sofa or a fridge picked up"
steps = ["Call 3-1-1", "Put the item on the kerb"]
phone = "3-1-1"
walk_in = ["union-station"]
+++
Pick-up is free.

## What is taken

- Sofas
- Fridges
"#;

pub const SERVICE_ES: &str = r#"+++
title = "Objetos voluminosos"
summary = "Recogida de sofás o refrigeradores"
steps = ["Llame al 3-1-1", "Ponga el objeto en la acera"]
+++
La recogida es gratuita.

## Lo que se recoge

- Sofás
- Refrigeradores
"#;

pub const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 16\"><path d=\"M0 0h9v16z\"/></svg>";

/// A city without a problem.
pub fn city() -> Folder {
    let files = [
        ("city.toml", CITY),
        ("kiosks/kiosks.toml", KIOSK),
        ("places/places.toml", PLACE),
        ("events/events.toml", EVENT),
        ("offers/offers.toml", OFFER),
        ("notices/notices.toml", NOTICE),
        ("signage/signage.toml", SIGNAGE),
        ("media/media.toml", MEDIA),
        ("surveys/surveys.toml", SURVEY),
        ("services/bulky-items.md", SERVICE),
        ("services/bulky-items.es.md", SERVICE_ES),
        ("pictures/station.svg", SVG),
        ("pictures/welcome.svg", SVG),
        ("pictures/welcome-wide.png", "1920x1080"),
    ];
    Folder(
        files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect::<BTreeMap<_, _>>(),
    )
}

/// The city with one file replaced or added.
pub fn with(path: &str, bytes: impl AsRef<[u8]>) -> Folder {
    let mut folder = city();
    folder.0.insert(path.to_owned(), bytes.as_ref().to_vec());
    folder
}

/// The city with something replaced in one file, which must hold it.
pub fn changed(path: &str, from: &str, to: &str) -> Folder {
    let mut folder = city();
    let text = String::from_utf8(folder.0[path].clone()).unwrap();
    assert!(text.contains(from), "{path} does not hold {from}");
    folder.0.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    folder
}

/// A studio that draws nothing: an SVG gets the wanted size, and a raster picture says its size as `960x640`.
pub struct Sizes;

impl PictureStudio for Sizes {
    fn prepare(&self, bytes: &[u8], extension: &str, (w, h): (u32, u32)) -> Result<PreparedPicture, String> {
        if extension == "svg" {
            return Ok(PreparedPicture { bytes: bytes.to_vec(), extension: "png".into(), width_px: w, height_px: h });
        }
        let text = std::str::from_utf8(bytes).map_err(|e| e.to_string())?;
        let (w, h) = text.split_once('x').ok_or("it is neither PNG, JPEG nor WebP")?;
        let side = |s: &str| s.trim().parse().map_err(|_| "it is damaged".to_owned());
        Ok(PreparedPicture {
            bytes: bytes.to_vec(),
            extension: extension.to_owned(),
            width_px: side(w)?,
            height_px: side(h)?,
        })
    }
}

/// The day of all checks.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

pub fn draft(folder: &Folder) -> Draft {
    read(folder, &Sizes, today())
}

/// What a test expects of a problem: severity, file, line (0 for none), and parts of what is wrong and of the fix.
pub type Expected<'e> = (Severity, &'e str, u32, &'e str, &'e str);

fn fits(problem: &Problem, (severity, file, line, what, fix): Expected<'_>) -> bool {
    problem.severity == severity
        && problem.file == file
        && problem.line.unwrap_or(0) == line
        && problem.what.contains(what)
        && problem.fix.contains(fix)
}

/// Checks that a folder has exactly the expected problems.
#[track_caller]
pub fn check_all(folder: &Folder, expected: &[Expected<'_>]) -> Draft {
    let draft = draft(folder);
    let all: Vec<String> = draft.problems.0.iter().map(ToString::to_string).collect();
    let all = all.join("\n");
    for e in expected {
        assert!(draft.problems.0.iter().any(|p| fits(p, *e)), "missing: {e:?}\nfound:\n{all}");
    }
    for problem in &draft.problems.0 {
        assert!(expected.iter().any(|e| fits(problem, *e)), "unexpected: {problem}\nall:\n{all}");
    }
    draft
}

/// Checks that a folder has exactly one problem, an error.
#[track_caller]
pub fn check(folder: &Folder, file: &str, line: u32, what: &str, fix: &str) -> Draft {
    check_all(folder, &[(Severity::Error, file, line, what, fix)])
}

/// Checks that a folder has exactly one problem, a warning.
#[track_caller]
pub fn check_warning(folder: &Folder, file: &str, line: u32, what: &str, fix: &str) -> Draft {
    check_all(folder, &[(Severity::Warning, file, line, what, fix)])
}

#[test]
fn the_city_itself_has_no_problem() {
    let draft = check_all(&city(), &[]);
    let release = draft.release.unwrap();
    let counts = [
        release.kiosks.len(),
        release.places.len(),
        release.events.len(),
        release.offers.len(),
        release.services.len(),
        release.notices.len(),
        release.media.len(),
        release.signage.len(),
        release.playlists.len(),
        release.campaigns.len(),
        release.surveys.len(),
    ];
    assert_eq!(counts, [1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1]);
}
