//! The wire form: what is written is read back, and what is not a release is refused.

use crate::city::{city, draft};
use wayside_model::wire::{DOCUMENTS, MAX_DOCUMENT_LEN, WireError, from_documents, to_documents};

#[test]
fn a_release_survives_the_wire() {
    let release = draft(&city()).release.unwrap();
    let documents = to_documents(&release).unwrap();
    assert_eq!(documents.keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>(), DOCUMENTS.into());
    let back = from_documents(|name| documents.get(name).cloned()).unwrap();
    assert_eq!(back, release);
    assert_eq!(to_documents(&back).unwrap(), documents);
}

#[test]
fn what_is_not_a_release_is_refused() {
    let documents = to_documents(&draft(&city()).release.unwrap()).unwrap();
    let read = |name: &str, change: &dyn Fn(Vec<u8>) -> Option<Vec<u8>>| {
        from_documents(|n| {
            let bytes = documents.get(n).cloned()?;
            if n == name { change(bytes) } else { Some(bytes) }
        })
        .unwrap_err()
    };
    for name in DOCUMENTS {
        assert!(matches!(read(name, &|_| None), WireError::Missing(n) if n == name));
        assert!(
            matches!(read(name, &|b| Some(b[1..].to_vec())), WireError::Malformed { document, .. } if document == name)
        );
        let too_long = read(name, &|_| Some(vec![b' '; MAX_DOCUMENT_LEN + 1]));
        assert!(matches!(too_long, WireError::TooLong { document, .. } if document == name));
    }
    let newer = |bytes: Vec<u8>| Some(String::from_utf8(bytes).unwrap().replace("\"format\":1", "\"format\":2").into());
    assert!(matches!(read("release.json", &newer), WireError::UnknownFormat(2)));
    // An identifier that is not one does not get in by the wire either.
    let odd = |bytes: Vec<u8>| Some(String::from_utf8(bytes).unwrap().replace("union-station", "Union Station").into());
    assert!(matches!(read("places.json", &odd), WireError::Malformed { .. }));
}
