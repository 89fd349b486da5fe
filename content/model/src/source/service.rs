//! Reads service pages: TOML front matter between `+++` lines, then a Markdown body.

use super::desk::{Desk, Kind, Origin};
use super::document::{Document, text_of};
use super::fields::Fields;
use super::folder::{Folder, extension};
use super::markdown::{blocks, split_front_matter};
use super::overlay::{file_provenance, read_translation};
use super::suggest::{did_you_mean, or_list};
use super::words::{LINE, MAY_LINE, TITLE, name};
use crate::{Block, Language, Provenance, Service, ServiceId};
use std::collections::BTreeMap;

/// One file of a service, split but not yet read.
pub(super) struct Page<'d> {
    path: &'d str,
    id: String,
    language: Option<Language>,
    document: Document<'d>,
    body: &'d str,
    body_before: u32,
}

/// A translated body.
pub(super) struct Body {
    language: Language,
    blocks: Vec<Block>,
    file: String,
}

/// The bodies of translated pages, by service.
pub(super) type Bodies = BTreeMap<String, Vec<Body>>;

/// Finds and splits the pages of services.
pub(super) fn pages<'d>(folder: &'d Folder, desk: &Desk) -> Vec<Page<'d>> {
    folder
        .0
        .iter()
        .filter(|(path, _)| path.starts_with("services/") && extension(path) == "md")
        .filter_map(|(path, bytes)| page(path, bytes, desk))
        .collect()
}

fn page<'d>(path: &'d str, bytes: &'d [u8], desk: &Desk) -> Option<Page<'d>> {
    let text = text_of(path, bytes, &mut desk.problems.borrow_mut())?;
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
    let (id, language) = match stem.split_once('.') {
        None => (stem, None),
        Some((id, tag)) => match tag.parse::<Language>() {
            Ok(language) => (id, Some(language)),
            Err(e) => {
                let fix = or_list(tag, Language::ALL.iter().map(|l| l.tag()));
                desk.error(
                    path,
                    None,
                    format!("the file's name does not fit: {e}"),
                    format!("name it {id}.es.md, say: {fix}"),
                );
                return None;
            }
        },
    };
    match split_front_matter(text) {
        Ok((front, body_before, body)) => {
            let document = Document::parse(path, front, 1, &mut desk.problems.borrow_mut());
            Some(Page { path, id: id.to_owned(), language, document, body, body_before })
        }
        Err((line, what)) => {
            if language.is_none() {
                // Its translations are not dead; that the name may be taken is of no account here.
                let origin = Origin { file: path.to_owned(), line: Some(1), keys: BTreeMap::new() };
                desk.declare(Kind::Service, id, origin).ok();
            }
            desk.error(path, Some(line), what, "put the facts between two lines `+++`, and the text below the second");
            None
        }
    }
}

/// Hands the texts of the translated pages to the overlays and returns their bodies.
pub(super) fn read_translations(desk: &Desk, pages: &[Page<'_>]) -> Bodies {
    let mut bodies = Bodies::new();
    for page in pages.iter().filter(|p| p.document.is_sound) {
        let Some(language) = page.language else { continue };
        let provenance = read_translation(desk, &page.document, language, &page.id);
        let blocks = match blocks(desk, page.path, page.body, page.body_before) {
            Some(blocks) if blocks.is_empty() => continue,
            // One that cannot be shown is reported, so it is not missing as well.
            blocks => blocks.unwrap_or_default(),
        };
        count_draft(desk, page.path, language, provenance);
        bodies.entry(page.id.clone()).or_default().push(Body { language, blocks, file: page.path.to_owned() });
    }
    bodies
}

fn count_draft(desk: &Desk, file: &str, language: Language, provenance: Provenance) {
    if provenance == Provenance::Machine && desk.city.required.contains(&language) {
        *desk.drafts.borrow_mut().entry((file.to_owned(), language)).or_default() += 1;
    }
}

/// Reads the pages that are in the city's first language.
pub(super) fn read_services(desk: &Desk, pages: &[Page<'_>], mut bodies: Bodies) -> BTreeMap<ServiceId, Service> {
    let mut services = BTreeMap::new();
    for page in pages.iter().filter(|p| p.language.is_none()) {
        let language = Language::English;
        let provenance = file_provenance(&page.document, &mut desk.problems.borrow_mut());
        let mut f = Fields::record(desk, &page.document, &page.document.table, 1, Kind::Service, Some(&page.id));
        f.plain_texts = Some((language, provenance));
        let id = match ServiceId::new(&page.id) {
            Ok(id) => id,
            Err(e) => {
                desk.error(page.path, None, e.to_string(), "rename the file");
                continue;
            }
        };
        let is_first = f.declare(Kind::Service, &page.id);
        let body = body(desk, page, language, provenance, bodies.remove(&page.id).unwrap_or_default());
        if page.document.is_sound
            && let Some(service) = service(&f, id, body)
            && is_first
        {
            services.insert(service.id.clone(), service);
        }
    }
    report_orphans(desk, &bodies);
    services
}

/// Puts the languages of a body together and reports those that are missing.
fn body(
    desk: &Desk,
    page: &Page<'_>,
    language: Language,
    provenance: Provenance,
    translations: Vec<Body>,
) -> BTreeMap<Language, Vec<Block>> {
    let mut body = BTreeMap::new();
    match blocks(desk, page.path, page.body, page.body_before) {
        Some(own) if own.is_empty() => {}
        own => {
            count_draft(desk, page.path, language, provenance);
            body.insert(language, own.unwrap_or_default());
        }
    }
    for translation in translations {
        if body.is_empty() && translation.language != language {
            desk.warning(
                &translation.file,
                None,
                format!("this page has a text below its front matter, but {} has none", page.path),
                "write the text there too, or delete it here",
            );
        }
        body.insert(translation.language, translation.blocks);
    }
    if !body.is_empty() {
        for missing in desk.city.required.iter().filter(|l| !body.contains_key(l)) {
            desk.error(
                page.path,
                Some(page.body_before + 1),
                format!("service `{}`: the text below the front matter is missing in {}", page.id, name(*missing)),
                format!("add it below the front matter of services/{}.{missing}.md", page.id),
            );
        }
    }
    body
}

fn service(f: &Fields<'_>, id: ServiceId, body: BTreeMap<Language, Vec<Block>>) -> Option<Service> {
    f.leave(["provenance"]);
    let kind = f.need("kind");
    let title = f.text("title", TITLE);
    let summary = f.text("summary", LINE);
    let steps = f.texts("steps", LINE);
    if steps.is_empty() {
        f.error("steps", "there are no steps", "say what to do: `steps = [\"…\", \"…\"]`");
    }
    let eligibility = f.text("eligibility", MAY_LINE);
    let cost = f.text("cost", MAY_LINE);
    let (hours, phone, url) = (f.may("hours"), f.may("phone"), f.may("url"));
    let walk_in = f.refer_all("walk_in", Kind::Place);
    let (service_code, chief) = (f.may("service_code"), f.may("chief"));
    f.finish();
    Some(Service {
        id,
        kind: kind?,
        title,
        summary,
        steps,
        body,
        eligibility,
        cost,
        hours,
        phone,
        url,
        walk_in,
        service_code,
        chief: chief.unwrap_or_default(),
    })
}

/// Reports translated bodies whose service does not exist and whose front matter held no text to say so.
fn report_orphans(desk: &Desk, bodies: &Bodies) {
    let declared = desk.declared.borrow();
    for (id, translations) in bodies {
        let record = (Kind::Service, id.clone());
        // Where there are texts too, they are reported as left over.
        if declared.contains_key(&record) || desk.overlays.borrow().has(&record) {
            continue;
        }
        let others = declared.keys().filter(|(k, _)| *k == Kind::Service).map(|(_, id)| id.as_str());
        let fix = did_you_mean(id, others, format!("write services/{id}.md first, or delete this file"));
        for translation in translations {
            desk.error(
                &translation.file,
                None,
                format!("this page translates service `{id}`, which does not exist"),
                fix.clone(),
            );
        }
    }
}
