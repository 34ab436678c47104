//! iCalendar after RFC 5545: lines, their length, and what texts may hold.

use std::borrow::Cow;

/// Octets of a line, its end left out.
const MOST: usize = 75;

/// Adds `name:value`; the value is taken as it is.
pub(super) fn property(out: &mut String, name: &str, value: &str) {
    let line = format!("{name}:{value}");
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > MOST {
            // The space that goes on with a line is part of the next one.
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
}

/// Adds `name:value` of somebody's words.
pub(super) fn text(out: &mut String, name: &str, words: &str) {
    property(out, name, &escaped(words));
}

fn escaped(words: &str) -> String {
    let words: Cow<'_, str> = if words.contains('\r') {
        words.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        words.into()
    };
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(letter),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader makes of a content line, as far as texts go.
    fn read(lines: &str) -> String {
        let unfolded = lines.strip_suffix("\r\n").unwrap().replace("\r\n ", "");
        let mut letters = unfolded.strip_prefix("X:").unwrap().chars();
        let mut out = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n') => out.push('\n'),
                    Some(letter @ ('\\' | ';' | ',')) => out.push(letter),
                    odd => panic!("\\ and {odd:?}"),
                },
                ';' | ',' => panic!("{letter} is not escaped"),
                letter => out.push(letter),
            }
        }
        out
    }

    #[test]
    fn what_means_something_is_escaped() {
        let mut out = String::new();
        text(&mut out, "SUMMARY", "a,b;c\\d\r\ne\u{7}f");
        assert_eq!(out, "SUMMARY:a\\,b\\;c\\\\d\\nef\r\n");
    }

    #[test]
    fn a_line_of_75_octets_is_whole_and_no_letter_is_cut() {
        let mut out = String::new();
        property(&mut out, "X", &"a".repeat(73));
        assert_eq!(out, format!("X:{}\r\n", "a".repeat(73)));
        out.clear();
        // 36 letters of two octets make 74 with the name; the next does not fit.
        property(&mut out, "X", &"é".repeat(40));
        assert_eq!(out, format!("X:{}\r\n {}\r\n", "é".repeat(36), "é".repeat(4)));
    }

    proptest! {
        #[test]
        fn every_text_arrives_in_short_lines(words in "[,;\\\\\n a€😀]{0,200}") {
            let mut out = String::new();
            text(&mut out, "X", &words);
            for line in out.strip_suffix("\r\n").unwrap().split("\r\n") {
                prop_assert!(line.len() <= MOST, "{line}");
            }
            prop_assert_eq!(read(&out), words);
        }
    }
}
