//! Tests of the crate as its callers see it.

mod expected;
mod hours;
mod keys;
mod messages;
mod tables;
