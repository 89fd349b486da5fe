//! The hub over real connections.

#[path = "../../../../content/sync/tests/sync/fixture.rs"]
#[allow(dead_code, reason = "shared by three test programs, none of which uses all of it")]
mod fixture;

mod files;
mod limits;
mod running;
mod status;
