//! The figures as a table.

use std::fmt::Write;

/// Returns the middle of some measurements; none of none.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    Some(if sorted.len() % 2 == 1 { upper } else { f64::midpoint(sorted[sorted.len() / 2 - 1], upper) })
}

/// One figure, with the most that it may be and the peer's beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub what: String,
    pub unit: &'static str,
    pub decimals: usize,
    pub ours: f64,
    pub limit: Option<f64>,
    /// None where there is no peer, or where the peer has no such thing.
    pub peer: Option<f64>,
}

impl Row {
    pub fn is_over(&self) -> bool {
        // A figure that is not a number meets no limit.
        self.limit.is_some_and(|limit| self.ours.is_nan() || self.ours > limit)
    }

    /// How many times ours the peer's figure is.
    fn ratio(&self) -> Option<f64> {
        self.peer.filter(|_| self.ours > 0.0).map(|peer| peer / self.ours)
    }

    fn cells(&self) -> [String; 6] {
        let number = |value: f64| format!("{value:.*} {}", self.decimals, self.unit);
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        [
            self.what.clone(),
            number(self.ours),
            or_none(self.limit.map(|limit| format!("≤ {limit} {}", self.unit))),
            match self.limit {
                None => String::new(),
                Some(_) if self.is_over() => "OVER".to_owned(),
                Some(_) => "ok".to_owned(),
            },
            or_none(self.peer.map(number)),
            or_none(self.ratio().map(|ratio| format!("{ratio:.1}×"))),
        ]
    }
}

/// Draws the table.
pub fn draw(rows: &[Row], peer: &str) -> String {
    let head = ["figure", "wayside", "limit", "", peer, "peer ÷ ours"].map(str::to_owned);
    let lines: Vec<[String; 6]> = std::iter::once(head).chain(rows.iter().map(Row::cells)).collect();
    let widths: Vec<usize> =
        (0..6).map(|column| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        let mut row = String::new();
        for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
            let gap = if column == 0 { "" } else { "  " };
            // Writing to a string cannot fail.
            let _ = match column {
                0 | 3 => write!(row, "{gap}{cell:<width$}"),
                _ => write!(row, "{gap}{cell:>width$}"),
            };
        }
        text.push_str(row.trim_end());
        text.push('\n');
        if number == 0 {
            text.push_str(&"─".repeat(widths.iter().sum::<usize>() + 10));
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        let check = |values: &[f64], expect| assert_eq!(median(values), expect, "{values:?}");
        check(&[], None);
        check(&[3.0], Some(3.0));
        check(&[9.0, 1.0, 2.0], Some(2.0));
        check(&[4.0, 1.0, 2.0, 100.0], Some(3.0));
    }

    fn row(ours: f64, limit: Option<f64>, peer: Option<f64>) -> Row {
        Row { what: "start".into(), unit: "s", decimals: 2, ours, limit, peer }
    }

    #[test]
    fn a_figure_over_its_limit_is_marked() {
        let check = |ours, limit, expect| assert_eq!(row(ours, limit, None).is_over(), expect, "{ours} {limit:?}");
        check(1.0, Some(1.0), false);
        check(1.01, Some(1.0), true);
        check(f64::NAN, Some(1.0), true);
        check(100.0, None, false);
    }

    #[test]
    fn the_table_lines_up() {
        let rows = [row(0.5, Some(1.0), Some(1.25)), row(12.25, Some(1.0), None), row(0.0, None, Some(2.0))];
        assert_eq!(
            draw(&rows, "chromium"),
            "\
figure  wayside  limit        chromium  peer ÷ ours
───────────────────────────────────────────────────
start    0.50 s  ≤ 1 s  ok      1.25 s         2.5×
start   12.25 s  ≤ 1 s  OVER         –            –
start    0.00 s      –          2.00 s            –
"
        );
    }
}
