//! Writing systems: the one layer through which every text on the kiosk goes.
//!
//! egui shapes a run of text well, but it knows one font order for all languages, breaks lines at spaces and
//! paints mixed directions in logical order.
//! This module finds the fonts, picks one per language and script, breaks lines where the language allows,
//! orders each line by the Unicode bidirectional algorithm and hands egui one run at a time.
//!
//! - `typeface`: the typefaces, their files and which language prefers which.
//! - `fonts`: finds the files, maps them into memory and tells egui about them.
//! - `run`: cuts a stretch of one direction into runs of one face each, in visual order.
//! - `wrap`: where lines break.
//! - `style`, `layout`, `paragraph`: what is asked for, how it is laid out, and what comes of it.
//! - `large`: one line of letters too large for egui's atlas.
//! - `engine`: the engine behind [`Paragraph::lay_out`], with its cache.
//!
//! ```no_run
//! # use wayside_screens::text::{self, Align, FontSet, Paragraph, TextStyle, Wrap};
//! # use wayside_model::Language;
//! # let ctx = egui::Context::default();
//! let fonts = FontSet::find(text::DEBIAN_FONT_FOLDERS)?;
//! text::install(&ctx, fonts); // before the first pass
//! // then, in a pass:
//! let style = TextStyle::new(32.0, Language::Farsi);
//! let paragraph = Paragraph::lay_out(&ctx, "ایستگاه Union Station", &style, Wrap::width(600.0), Align::Start);
//! paragraph.paint(&ctx.debug_painter(), egui::pos2(48.0, 48.0));
//! # Ok::<(), wayside_screens::text::FontError>(())
//! ```

mod engine;
mod fonts;
mod large;
mod layout;
mod paragraph;
mod run;
mod style;
mod typeface;
mod wrap;

pub use engine::install;
pub use fonts::{DEBIAN_FONT_FOLDERS, Face, FontError, FontSet};
pub use large::LargeLine;
pub use paragraph::{Line, Paragraph, VisualRun};
pub use run::{left_to_right, without_marks};
pub use style::{Align, BaseDirection, TextStyle, Wrap};
pub use typeface::{Typeface, Weight};
