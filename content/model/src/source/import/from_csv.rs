//! Rows of comma-separated values.

use super::row::Row;
use super::{List, MAX_ROWS, Spot};
use crate::source::fields::Fields;
use crate::source::suggest::did_you_mean;
use std::collections::BTreeMap;

/// Reads the rows of a list whose first line names its columns.
pub(super) fn read(f: &Fields<'_>, list: &List<'_>, bytes: &[u8]) -> Vec<Row> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let headers: Vec<String> = match reader.byte_headers() {
        Ok(headers) => headers.iter().map(|h| String::from_utf8_lossy(h).into_owned()).collect(),
        Err(e) => {
            f.desk.error(
                &list.path,
                Some(1),
                format!("the first line does not name columns: {e}"),
                "export the list anew",
            );
            return Vec::new();
        }
    };
    let Some(columns) = find_columns(f, list, &headers) else { return Vec::new() };
    let mut rows = Vec::new();
    for (n, record) in reader.byte_records().enumerate() {
        if n == MAX_ROWS {
            f.error("file", format!("`{}` has more than {MAX_ROWS} rows", list.path), "split the list");
            break;
        }
        let record = match record {
            Ok(record) => record,
            Err(e) => {
                let line = e.position().and_then(|p| u32::try_from(p.line()).ok());
                let at = Spot { line, label: format!("row {}", n + 1) };
                list.left_out(&at, format!("it cannot be read: {e}"), "export the list anew");
                continue;
            }
        };
        let line = record.position().and_then(|p| u32::try_from(p.line()).ok());
        let at = Spot { line, label: format!("row {}", n + 1) };
        if record.len() != headers.len() {
            let what = format!("it has {} cells, but there are {} columns", record.len(), headers.len());
            list.left_out(&at, what, "put cells that hold a comma or a line break between quotation marks");
            continue;
        }
        let mut values = BTreeMap::new();
        let mut is_text = true;
        for (role, column) in &columns {
            match record.get(*column).map(std::str::from_utf8) {
                Some(Ok("")) | None => {}
                Some(Ok(cell)) => {
                    values.insert(*role, cell.to_owned());
                }
                Some(Err(_)) => is_text = false,
            }
        }
        if is_text {
            rows.push(Row { at, values, position: None });
        } else {
            list.left_out(&at, "it is not UTF-8 text", "save the list as UTF-8");
        }
    }
    rows
}

/// Returns the number of each role's column, or reports the columns that do not exist.
fn find_columns(f: &Fields<'_>, list: &List<'_>, headers: &[String]) -> Option<Vec<(&'static str, usize)>> {
    let mut found = Vec::new();
    let mut is_complete = true;
    for (role, column) in &list.columns {
        if let Some(n) = headers.iter().position(|header| header == column) {
            found.push((*role, n));
            continue;
        }
        is_complete = false;
        f.error(
            "columns",
            format!("`{}` has no column `{column}`", list.path),
            did_you_mean(column, headers.iter().map(String::as_str), format!("it has {}", headers.join(", "))),
        );
    }
    if list.columns.is_empty() {
        f.error(
            "columns",
            "`columns` does not say what the columns hold",
            format!("write `columns = {{ name = \"…\", lat = \"…\", lon = \"…\" }}`; there are {}", headers.join(", ")),
        );
    }
    (is_complete && !found.is_empty()).then_some(found)
}
