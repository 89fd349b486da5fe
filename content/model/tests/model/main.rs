//! Tests of the model: the calendar, the wire form, and the reading and checking of an editor's folder.

mod calendar;
mod campaigns;
mod checks;
mod city;
mod geo;
mod hours;
mod imports;
mod malformed;
mod media;
mod real_lists;
mod sample_city;
mod services;
mod texts;
mod wire;
