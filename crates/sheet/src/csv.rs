//! Comma-separated values after RFC 4180.

use crate::{Cell, Record};

/// Adds the names of the columns.
pub fn head<R: Record<N>, const N: usize>(out: &mut String) {
    line(out, &R::COLUMNS.map(Cell::from));
}

/// Adds a line.
pub fn line(out: &mut String, cells: &[Cell]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let shown = cell.shown();
        if shown.contains(['"', ',', '\r', '\n']) {
            out.push('"');
            out.push_str(&shown.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&shown);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    /// What a reader that knows RFC 4180 and nothing else makes of a text.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut letters = text.chars().peekable();
        let mut quoted = false;
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                '\r' if !quoted && letters.next_if_eq(&'\n').is_some() => {
                    cells.push(std::mem::take(&mut cell));
                    lines.push(std::mem::take(&mut cells));
                }
                letter => cell.push(letter),
            }
        }
        assert!(!quoted && cells.is_empty() && cell.is_empty(), "the last line does not end");
        lines
    }

    /// Texts with everything that means something to a reader or a spreadsheet.
    fn text() -> impl Strategy<Value = String> {
        "[=+\\-@\t\r\n'\", ;a0é]{0,4}\\PC{0,3}"
    }

    proptest! {
        #[test]
        fn every_text_arrives_and_none_is_a_formula(lines in vec(vec(text(), 1..5), 0..4)) {
            let mut out = String::new();
            for cells in &lines {
                line(&mut out, &cells.iter().cloned().map(Cell::Text).collect::<Vec<_>>());
            }
            let found = read(&out);
            for cell in found.iter().flatten() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            }
            let meant = |text: &String| {
                let is_formula = text.bytes().next().is_some_and(|first| b"=+-@\t\r".contains(&first));
                if is_formula { format!("'{text}") } else { text.clone() }
            };
            let meant: Vec<Vec<_>> = lines.iter().map(|cells| cells.iter().map(meant).collect()).collect();
            prop_assert_eq!(found, meant);
        }
    }

    #[test]
    fn only_what_needs_quotes_has_them() {
        let mut out = String::new();
        line(&mut out, &["a b".into(), "a,b".into(), "say \"x\"".into(), Cell::Money(-5), "-5".into()]);
        line(&mut out, &["two\nlines".into(), Cell::Empty, "it's".into()]);
        assert_eq!(out, "a b,\"a,b\",\"say \"\"x\"\"\",-0.05,'-5\r\n\"two\nlines\",,it's\r\n");
    }
}
