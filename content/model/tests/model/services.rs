//! Service pages: front matter, Markdown, translations.

use crate::city::{SERVICE, SERVICE_ES, changed, check, check_all, check_warning, city, draft, with};
use wayside_model::Severity::Error;
use wayside_model::source::Draft;
use wayside_model::{Block, Language, Provenance, Service};

const PAGE: &str = "services/bulky-items.md";
const SPANISH: &str = "services/bulky-items.es.md";

fn service(draft: &Draft) -> Service {
    draft.release.as_ref().unwrap().services.values().next().unwrap().clone()
}

#[test]
fn a_page_becomes_texts_and_blocks() {
    let service = service(&check_all(&city(), &[]));
    assert_eq!(service.title.get(Language::Spanish).unwrap().text, "Objetos voluminosos");
    assert_eq!(service.steps.len(), 2);
    assert_eq!(service.steps[1].get(Language::Spanish).unwrap().text, "Ponga el objeto en la acera");
    let body = &service.body[&Language::English];
    let expect = [
        Block::Paragraph("Pick-up is free.".into()),
        Block::Heading("What is taken".into()),
        Block::Bullets(vec!["Sofas".into(), "Fridges".into()]),
    ];
    assert_eq!(body, &expect);
    assert_eq!(service.body[&Language::Spanish].len(), 3);
}

#[test]
fn markdown_that_screens_show() {
    let page = |body: &str| {
        let front = SERVICE.split_inclusive("+++\n").take(2).collect::<String>();
        let spanish = SERVICE_ES.split_inclusive("+++\n").take(2).collect::<String>();
        let mut folder = with(PAGE, front + body);
        folder.0.insert(SPANISH.into(), (spanish + "Texto.\n").into_bytes());
        service(&check_all(&folder, &[])).body[&Language::English].clone()
    };
    let table: [(&str, Vec<Block>); 4] = [
        (
            "One\nline \\* two.\n\nThree & 4.\n",
            vec![Block::Paragraph("One line * two.".into()), Block::Paragraph("Three & 4.".into())],
        ),
        ("1. First\n2. Second\n   goes on\n", vec![Block::Steps(vec!["First".into(), "Second goes on".into()])]),
        ("- Loose\n\n- List\n", vec![Block::Bullets(vec!["Loose".into(), "List".into()])]),
        ("## Two\n### Three\n", vec![Block::Heading("Two".into()), Block::Heading("Three".into())]),
    ];
    for (body, expect) in table {
        assert_eq!(page(body), expect, "{body}");
    }
}

#[test]
fn markdown_that_no_screen_shows() {
    let table = [
        ("See [here](https://lacity.gov).", "a link"),
        ("Very *important*.", "emphasis"),
        ("Very **important**.", "emphasis"),
        ("![A sofa](sofa.png)", "a picture"),
        ("Type `ls`.", "code"),
        ("    indented", "a block of code"),
        ("> quoted", "a quotation"),
        ("<b>bold</b>", "HTML"),
        ("a\n\n---\n\nb", "a dividing line"),
        ("# Title", "a heading of the first level"),
        ("- a\n  - b", "a list inside a list"),
    ];
    for (markdown, what) in table {
        let folder = changed(PAGE, "Pick-up is free.", markdown);
        let problems = draft(&folder).problems;
        let line = problems.0.iter().find(|p| p.what.contains(&format!("holds {what}"))).and_then(|p| p.line);
        assert!(matches!(line, Some(9..=11)), "{markdown}: {problems:?}");
        assert!(problems.has_errors());
    }
    let folder = changed(PAGE, "Pick-up is free.", "Free\u{7}.");
    check(&folder, PAGE, 9, "holds the character \\u{7}", "delete that character");
    let folder = changed(PAGE, "Pick-up is free.", &"Free. ".repeat(20_000));
    check(&folder, PAGE, 9, "more than 100 kB", "shorten");
}

#[test]
fn malformed_front_matter() {
    check(&with(PAGE, SERVICE.trim_start_matches("+++\n")), PAGE, 1, "does not begin with a line `+++`", "two lines");
    let unclosed = SERVICE.replacen("+++\nPick", "Pick", 1);
    check(&with(PAGE, unclosed), PAGE, 1, "no closing line `+++`", "two lines");
    check(&changed(PAGE, "kind = \"waste\"", "kind = waste"), PAGE, 2, "not TOML", "quotation marks");
    check(&changed(PAGE, "kind = \"waste\"", "kind = \"wast\""), PAGE, 2, "`wast` is not one", "did you mean `waste`?");
    check(&changed(PAGE, "kind = \"waste\"\n", ""), PAGE, 1, "service `bulky-items`: `kind` is missing", "kind");
    check(
        &changed(PAGE, "title = \"Bulky items\"", "title.en = \"Bulky items\""),
        PAGE,
        3,
        "a text is wanted",
        "quotation marks",
    );
    check_all(
        &changed(SPANISH, "title = \"Objetos", "titel = \"Objetos"),
        &[
            (Error, SPANISH, 2, "no text `titel`", "did you mean `title`?"),
            (Error, PAGE, 3, "`title` is missing in Spanish", "es"),
        ],
    );
}

#[test]
fn translations_must_fit_their_page() {
    let folder = changed(
        SPANISH,
        "steps = [\"Llame al 3-1-1\", \"Ponga el objeto en la acera\"]",
        "steps = [\"Llame al 3-1-1\"]",
    );
    check_all(
        &folder,
        &[
            (Error, SPANISH, 4, "`steps` has 1 items in Spanish (es), but 2", "in the same order"),
            (Error, PAGE, 5, "`steps.2` is missing in Spanish", "es"),
        ],
    );
    let folder = changed(SPANISH, "La recogida es gratuita.\n\n## Lo que se recoge\n\n- Sofás\n- Refrigeradores\n", "");
    check(&folder, PAGE, 9, "text below the front matter is missing in Spanish", "services/bulky-items.es.md");
    let folder = with("services/parking.es.md", SERVICE_ES);
    check(&folder, "services/parking.es.md", 2, "service `parking`, which does not exist", "write the record first");
    let folder = with("services/bulky-items.sp.md", SERVICE_ES);
    check(&folder, "services/bulky-items.sp.md", 0, "`sp` is not a language", "bulky-items.es.md");
    let folder = changed(SPANISH, "title =", "provenance = \"machine\"\ntitle =");
    let draft = check_warning(&folder, SPANISH, 0, "5 texts are machine drafts in Spanish", "reviewed");
    assert_eq!(service(&draft).title.get(Language::Spanish).unwrap().provenance, Provenance::Machine);
    check(
        &with("services/Bulky Items.md", SERVICE),
        "services/Bulky Items.md",
        0,
        "not an identifier",
        "rename the file",
    );
}
