//! What an editor may have meant.

use crate::id::MAX_ID_LEN;

/// Returns the candidate that is written most like `word`, if one is close.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    let most = match word.chars().count() {
        0..=3 => 1,
        4..=8 => 2,
        len => (len / 3).min(4),
    };
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by(|(a, left), (b, right)| {
            // Of two that are as far, the one with more letters in common.
            let likeness = |candidate: &str| strsim::jaro(&word, &candidate.to_lowercase());
            a.cmp(b).then(likeness(right).total_cmp(&likeness(left)))
        })
        .map(|(_, candidate)| candidate)
}

/// Returns "did you mean `x`?", or else `otherwise`.
pub(crate) fn did_you_mean<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
    otherwise: impl Into<String>,
) -> String {
    match nearest(word, candidates) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => otherwise.into(),
    }
}

/// Returns "did you mean `x`?", or else the list of everything that is allowed.
pub(super) fn or_list<'c>(word: &str, candidates: impl Iterator<Item = &'c str> + Clone) -> String {
    let all = candidates.clone().collect::<Vec<_>>().join(", ");
    did_you_mean(word, candidates, format!("write one of {all}"))
}

/// Makes an identifier of any text, if it holds anything that can stand in one.
pub(super) fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '\'' | '’' => {}
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(MAX_ID_LEN);
    let slug = slug.trim_end_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}
