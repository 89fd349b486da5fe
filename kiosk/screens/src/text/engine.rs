//! The engine behind [`Paragraph::lay_out`]: the fonts of a context and what was laid out with them.

use super::fonts::FontSet;
use super::layout::{Composer, Request};
use super::paragraph::Paragraph;
use super::style::{Align, TextStyle, Wrap};
use super::typeface::{Typeface, Weight};
use egui::text::LayoutJob;
use egui::{Color32, Context, FontId, Galley, Id};
use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

/// How many glyphs the cache may hold before it forgets what the last frames did not show: about 5 MB.
const CACHED_GLYPHS: usize = 24_000;

/// Gives a context its fonts. It has to run before the context's first pass.
///
/// Text that is laid out before egui took the fonts over, which it does at the start of a pass, is empty.
/// Text is laid out within passes; between two of them egui may start a new atlas, which voids what was laid out.
pub fn install(ctx: &Context, fonts: FontSet) {
    ctx.set_fonts(fonts.definitions());
    let engine = Arc::new(Engine { fonts, state: Mutex::default() });
    ctx.data_mut(|data| data.insert_temp(Id::NULL, engine));
}

pub(super) struct Engine {
    pub fonts: FontSet,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    hasher: RandomState,
    cache: HashMap<u64, Entry>,
    cached_glyphs: usize,
    pass_number: Option<u64>,
    /// egui starts a new atlas when the old one is full; all galleys are void then, and this one is another.
    atlas_witness: Option<Arc<Galley>>,
    scratch: Option<harfrust::UnicodeBuffer>,
}

struct Entry {
    style: TextStyle,
    wrap: Wrap,
    align: Align,
    paragraph: Arc<Paragraph>,
    last_pass: u64,
}

impl Paragraph {
    /// Lays a text out, or takes it from the cache.
    ///
    /// # Panics
    /// If [`install`] was never called for the context, or before the context's first pass.
    pub fn lay_out(ctx: &Context, text: &str, style: &TextStyle, wrap: Wrap, align: Align) -> Arc<Self> {
        Engine::of(ctx).lay_out(ctx, text, style, wrap, align)
    }
}

impl Engine {
    /// The engine of a context.
    pub fn of(ctx: &Context) -> Arc<Self> {
        ctx.data(|data| data.get_temp(Id::NULL))
            .expect("text::install is called where the context is made, before any text is laid out")
    }

    fn lay_out(&self, ctx: &Context, text: &str, style: &TextStyle, wrap: Wrap, align: Align) -> Arc<Paragraph> {
        let mut guard = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let state = &mut *guard;
        let pass = ctx.cumulative_pass_nr();
        if state.pass_number != Some(pass) || state.atlas_witness.is_none() {
            state.pass_number = Some(pass);
            state.watch_atlas(ctx, pass, &self.fonts);
        }
        let pixels_per_point = ctx.pixels_per_point();
        let key = state.hasher.hash_one((text, style, wrap, align, pixels_per_point.to_bits()));
        if let Some(entry) = state.cache.get_mut(&key)
            && (entry.style, entry.wrap, entry.align) == (*style, wrap, align)
            && entry.paragraph.text == text
        {
            entry.last_pass = pass;
            return Arc::clone(&entry.paragraph);
        }
        let request = Request { text, style, wrap, align, pixels_per_point };
        let is_ready = state.atlas_witness.is_some();
        let paragraph = ctx.fonts_mut(|view| {
            let request = if is_ready { request } else { Request { text: "", ..request } };
            Arc::new(Composer { fonts: &self.fonts, view, scratch: &mut state.scratch }.lay_out(&request))
        });
        if is_ready {
            state.remember(
                key,
                Entry { style: *style, wrap, align, paragraph: Arc::clone(&paragraph), last_pass: pass },
            );
        } else {
            ctx.request_repaint();
        }
        paragraph
    }
}

impl State {
    /// Empties the cache where egui has started a new atlas since the last pass, or has not taken the fonts over.
    fn watch_atlas(&mut self, ctx: &Context, pass: u64, fonts: &FontSet) {
        let Some(latin) = fonts.face(Typeface::Latin, Weight::Regular) else {
            return;
        };
        let witness = ctx.fonts_mut(|view| {
            let is_ready = view.definitions().families.contains_key(&latin.family());
            is_ready.then(|| {
                view.layout_job(LayoutJob::simple_singleline(
                    " ".to_owned(),
                    FontId::new(8.0, latin.family()),
                    Color32::PLACEHOLDER,
                ))
            })
        });
        let is_same = match (&self.atlas_witness, &witness) {
            (Some(old), Some(new)) => Arc::ptr_eq(old, new),
            _ => false,
        };
        if !is_same {
            self.cache.clear();
            self.cached_glyphs = 0;
        }
        self.atlas_witness = witness;
        if self.cached_glyphs > CACHED_GLYPHS {
            self.cache.retain(|_, entry| entry.last_pass + 1 >= pass);
            self.cached_glyphs = self.cache.values().map(|entry| entry.paragraph.glyph_count).sum();
        }
    }

    fn remember(&mut self, key: u64, entry: Entry) {
        self.cached_glyphs += entry.paragraph.glyph_count;
        if let Some(old) = self.cache.insert(key, entry) {
            self.cached_glyphs -= old.paragraph.glyph_count;
        }
    }
}
