//! What plays on a kiosk at an instant, and why.
//!
//! Everything here is a pure function of a release, a kiosk's facts and an instant:
//! the hub asks it for previews and explanations, the kiosk asks it what to show, and both get the same answer
//! without telling each other anything.
//!
//! ```text
//! campaigns ─▶ window (days, recurrence, dayparts in the kiosk's zone) ─▶ cast (layers, targets)
//!           ─▶ share (interleaving by share of voice) ─▶ Program (loop, from, until) ─▶ item at the instant
//! ```
//!
//! A [`Program`] holds from one change of the cast to the next, and never past local midnight.
//! Its loop starts with its first slot at [`Program::from`], so that a takeover begins with its first item;
//! where the loop stands follows from the instant alone.
//!
//! - A higher layer that has anything to show hides all lower ones, except that the campaign layer and the base share.
//! - The campaign layer's `share_percent` is a share of the loop's time; the base takes the rest.
//!   Campaigns without a share divide the rest evenly with the base; shares above 100 % in sum are scaled down.
//!   Where there is no base, the city's fallback takes the rest, so that a share stays what was sold.
//! - An item whose picture is missing is left out and reported; a loop is never empty.

mod cast;
mod explain;
mod local;
mod notice;
mod program;
mod share;
mod slot;
mod window;

pub use explain::{CampaignReport, Explanation, Share, Verdict, explain};
pub use notice::notices_for;
pub use program::{Program, Showing, now_playing};
pub use slot::{LONGEST_SECS, Reason, SHORTEST_SECS, Show, SkipReason, Skipped, Slot};
pub use window::Miss;
