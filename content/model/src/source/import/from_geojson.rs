//! Features of a `GeoJSON` feature collection.

use super::row::Row;
use super::{List, MAX_ROWS, Spot};
use crate::Position;
use crate::source::fields::Fields;
use geojson::{Feature, GeometryValue};
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads the features of a collection; each is read by itself, so that a bad one leaves the others alone.
pub(super) fn read(f: &Fields<'_>, list: &List<'_>, bytes: &[u8]) -> Vec<Row> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let document: Value = match serde_json::from_slice(bytes) {
        Ok(document) => document,
        Err(e) => {
            let line = u32::try_from(e.line()).ok().filter(|line| *line > 0);
            f.desk.error(&list.path, line, format!("this is not JSON: {e}"), "export the list anew");
            return Vec::new();
        }
    };
    let features = match document {
        Value::Object(mut object) if object.get("type").and_then(Value::as_str) == Some("FeatureCollection") => {
            object.remove("features")
        }
        _ => None,
    };
    let Some(Value::Array(features)) = features else {
        f.desk.error(
            &list.path,
            None,
            "this is not a GeoJSON feature collection",
            "write { \"type\": \"FeatureCollection\", \"features\": […] } around the features",
        );
        return Vec::new();
    };
    if features.len() > MAX_ROWS {
        f.error("file", format!("`{}` has more than {MAX_ROWS} features", list.path), "split the list");
    }
    features.into_iter().take(MAX_ROWS).enumerate().filter_map(|(n, value)| row(list, n + 1, value)).collect()
}

fn row(list: &List<'_>, number: usize, value: Value) -> Option<Row> {
    let at = Spot { line: None, label: format!("feature {number}") };
    let feature: Feature = match serde_json::from_value(value) {
        Ok(feature) => feature,
        Err(e) => {
            list.left_out(&at, format!("it is not a GeoJSON feature: {e}"), "export the list anew");
            return None;
        }
    };
    let properties = feature.properties.unwrap_or_default();
    let mut values = BTreeMap::new();
    for (role, column) in &list.columns {
        match properties.get(column) {
            Some(Value::String(text)) if !text.trim().is_empty() => {
                values.insert(*role, text.trim().to_owned());
            }
            Some(Value::Number(number)) => {
                values.insert(*role, number.to_string());
            }
            _ => {}
        }
    }
    if !values.contains_key("id") && list.columns.contains_key("id") {
        list.left_out(&at, "it has no id", "fill in the property that `columns.id` maps");
        return None;
    }
    let position = match feature.geometry.map(|g| g.value) {
        Some(GeometryValue::Point { coordinates }) => match coordinates.as_slice() {
            [lon, lat, ..] => Some(Position { lat: *lat, lon: *lon }),
            _ => None,
        },
        // A place of the list is a point; a property may still say where a larger thing is entered.
        Some(other) if !(values.contains_key("lat") && values.contains_key("lon")) => {
            let what = format!("it is a {}, not a point", other.type_name());
            list.left_out(&at, what, "export points, or map the columns `lat` and `lon`");
            return None;
        }
        _ => None,
    };
    Some(Row { at, values, position })
}
