//! Writing systems, from font files to pixels.

mod corpus;
mod page;
mod pango;
mod support;
