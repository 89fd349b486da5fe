//! The store as agent and screen use it.

mod damage;
mod fixture;
mod power_cut;
mod processes;
mod rebuild;
mod writing;
