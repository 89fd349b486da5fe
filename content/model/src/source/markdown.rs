//! The Markdown that service pages may hold: paragraphs, headings and flat lists.

use super::desk::Desk;
use super::document::Lines;
use super::words::{MAX_TEXT_LEN, unwanted_character};
use crate::Block;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;

/// Splits a page into its front matter, the line on which its body begins (counted from 0) and its body.
pub(super) fn split_front_matter(text: &str) -> Result<(&str, u32, &str), (u32, &'static str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "+++" {
        return Err((1, "the page does not begin with a line `+++`"));
    }
    let mut at = first.len();
    for (n, line) in lines.enumerate() {
        if line.trim_end() == "+++" {
            let before = u32::try_from(n + 2).unwrap_or(u32::MAX);
            return Ok((&text[first.len()..at], before, &text[at + line.len()..]));
        }
        at += line.len();
    }
    Err((1, "the front matter has no closing line `+++`"))
}

/// Makes blocks of a body that begins after `before` lines of its file; none where it cannot be shown at all.
pub(super) fn blocks(desk: &Desk, file: &str, body: &str, before: u32) -> Option<Vec<Block>> {
    let mut page = Page { desk, file, lines: Lines::new(body, before), blocks: Vec::new(), reported: BTreeSet::new() };
    if body.len() > MAX_TEXT_LEN {
        let what = format!("the page's text is {} bytes long, more than 100 kB", body.len());
        desk.error(file, Some(before + 1), what, "shorten it, and give the address of a page with the rest");
        return None;
    }
    if let Some(at) = body.char_indices().find(|(_, c)| unwanted_character(c.encode_utf8(&mut [0; 4])).is_some()) {
        let what = format!("the page holds the character {}, which no screen can show", at.1.escape_unicode());
        desk.error(file, Some(page.lines.of(at.0)), what, "delete that character");
        return None;
    }
    page.read(body);
    Some(page.blocks)
}

struct Page<'a> {
    desk: &'a Desk,
    file: &'a str,
    lines: Lines,
    blocks: Vec<Block>,
    reported: BTreeSet<(u32, &'static str)>,
}

impl Page<'_> {
    fn read(&mut self, body: &str) {
        let mut text = String::new();
        // The list that is open, its items so far, and whether it is numbered.
        let mut list: Option<(Vec<String>, bool)> = None;
        let mut depth = 0_usize;
        for (event, range) in Parser::new_ext(body, Options::empty()).into_offset_iter() {
            let line = self.lines.of(range.start);
            match event {
                Event::Text(words) => text.push_str(&words),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                Event::Start(Tag::Paragraph | Tag::Item) => {
                    if !text.trim().is_empty() {
                        text.push(' ');
                    }
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    if level == HeadingLevel::H1 {
                        self.refuse(
                            line,
                            "a heading of the first level",
                            "write `## ` before it: the title stands in the front matter",
                        );
                    }
                }
                Event::End(TagEnd::Heading(_)) => self.push(take(&mut text).map(Block::Heading)),
                Event::End(TagEnd::Paragraph) if depth == 0 => self.push(take(&mut text).map(Block::Paragraph)),
                Event::Start(Tag::List(start)) => {
                    depth += 1;
                    if depth == 1 {
                        list = Some((Vec::new(), start.is_some()));
                    } else {
                        self.refuse(line, "a list inside a list", "make one flat list of it");
                        item(&mut list, &mut text);
                    }
                }
                Event::End(TagEnd::Item) => item(&mut list, &mut text),
                Event::End(TagEnd::List(_)) => {
                    depth -= 1;
                    if depth == 0
                        && let Some((items, is_numbered)) = list.take()
                    {
                        let block = if is_numbered { Block::Steps(items) } else { Block::Bullets(items) };
                        self.blocks.push(block);
                    }
                }
                Event::Start(tag) => {
                    self.refuse(line, construct(&tag), "use paragraphs, `## headings` and flat lists only");
                }
                Event::Code(words) => {
                    text.push_str(&words);
                    self.refuse(line, "code", "write the words without backquotes");
                }
                Event::Html(_) | Event::InlineHtml(_) => self.refuse(line, "HTML", "write plain words instead"),
                Event::Rule => self.refuse(line, "a dividing line", "delete it, or use a heading"),
                Event::FootnoteReference(_)
                | Event::TaskListMarker(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_) => {
                    self.refuse(line, "a construct that no screen shows", "write plain words instead");
                }
                Event::End(_) => {}
            }
        }
    }

    fn push(&mut self, block: Option<Block>) {
        self.blocks.extend(block);
    }

    fn refuse(&mut self, line: u32, construct: &'static str, fix: &str) {
        if self.reported.insert((line, construct)) {
            self.desk.error(self.file, Some(line), format!("the page holds {construct}, which no screen shows"), fix);
        }
    }
}

fn item(list: &mut Option<(Vec<String>, bool)>, text: &mut String) {
    if let (Some((items, _)), Some(words)) = (list, take(text)) {
        items.push(words);
    }
}

fn take(text: &mut String) -> Option<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.clear();
    (!words.is_empty()).then_some(words)
}

fn construct(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough => "emphasis",
        Tag::Link { .. } => "a link",
        Tag::Image { .. } => "a picture",
        Tag::CodeBlock(_) => "a block of code (lines that begin with four spaces are one)",
        Tag::BlockQuote(_) => "a quotation",
        Tag::HtmlBlock => "HTML",
        _ => "a construct",
    }
}
