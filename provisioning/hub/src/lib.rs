//! The hub: serves a city's signed repository to its kiosks, and a page that says how things stand.
//!
//! It serves files and knows no keys: whatever a kiosk gets from here it checks against its own root,
//! so that a copy on any web server or content network serves as well.
//!
//! | Address | What |
//! |---|---|
//! | `/metadata/<name>.json` | signed metadata, with an `ETag` by hash; `timestamp.json` is asked again each time |
//! | `/targets/<sha256>.<name>` | the files of releases, with `Range`; they never change |
//! | `/`, `/status.json` | the current release, its signatures' expiry, its files, and the kiosks that have asked |

mod asked;
mod connections;
mod etag;
mod files;
mod latest;
mod page;
mod peers;
mod report;
mod serve;
mod stream;

pub use asked::{Asked, AskedKiosks, MAX_KIOSKS};
pub use connections::Limits;
pub use report::{Expiry, ListedFile, ReleaseReport, Report};
pub use serve::{router, serve, serve_within};

/// The header in which an agent names its kiosk.
pub const KIOSK_HEADER: &str = "wayside-kiosk";

/// The header in which an agent says which release is on its screen.
pub const RELEASE_HEADER: &str = "wayside-release";
