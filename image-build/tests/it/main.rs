//! Tests of the developer commands, on stand-ins for the programs that they start, and of what the README promises.

mod absences;
mod arguments;
mod bench;
mod packages;
mod readme;
mod running;
mod stage;
