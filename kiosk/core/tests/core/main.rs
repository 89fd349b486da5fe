//! The session as tables: what happens, and what the kiosk then shows and asks for.

mod city;
mod queries;
mod recordings;
mod visits;
