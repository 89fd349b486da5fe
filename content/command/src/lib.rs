//! The editors' command line: checks, previews, explains, signs and publishes a folder of content.
//!
//! ```text
//! folder ─read_folder─▶ Folder ─read_draft (Studio draws the pictures)─▶ Draft ─▶ Checked ─▶ Signed ─▶ repository
//! ```
//!
//! Other programs of the city call [`read_folder`], [`read_draft`] and [`publish_folder`] themselves;
//! the `content` program is [`Arguments`] and [`run`], which returns what to print.

mod arguments;
mod cache;
mod commands;
mod folder;
mod outcome;
mod paint;
mod picture;
mod preview;
mod progress;
mod publish;
mod studio;
mod svg;
mod time;

pub use arguments::{Arguments, Command};
pub use commands::{CommandError, run};
pub use folder::read_folder;
pub use outcome::Outcome;
pub use paint::Paint;
pub use preview::{PreviewRow, Voice, day_preview};
pub use progress::Progress;
pub use publish::{PublishFolderError, publish_folder};
pub use studio::{Studio, read_draft};
