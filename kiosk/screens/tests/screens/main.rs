//! The screens without a graphics card: what they tell, where everything stands, and what a touch does.

mod alert;
mod city;
mod codes;
mod handover;
mod leftovers;
mod rules;
mod stage;
mod theme;
mod touch;
mod trouble;
