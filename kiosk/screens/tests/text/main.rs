//! Writing systems, from font files to pixels.

mod corpus;
mod coverage;
mod fonts;
mod layout;
mod page;
mod pango;
mod support;
