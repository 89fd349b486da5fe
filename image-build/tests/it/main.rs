//! Tests of the developer commands, on stand-ins for the programs that they start.

mod arguments;
mod packages;
mod running;
mod stage;
