//! The agent against real hubs and bad ones.

#[path = "../../../../content/sync/tests/sync/fixture.rs"]
#[allow(dead_code, reason = "shared by three test programs, none of which uses all of it")]
mod fixture;

mod bad_hub;
mod bench;
mod damage;
mod life;
mod program;
mod slow_line;
