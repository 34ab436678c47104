//! Values in COPY's text format.

use std::{borrow::Cow, io::Write as _};

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};

/// A value that knows its text in a COPY line.
pub(crate) trait Field {
    fn encode(&self, out: &mut Vec<u8>);
}

impl Field for str {
    /// Backslash, tab and line ends are the format's own signs.
    fn encode(&self, out: &mut Vec<u8>) {
        let mut plain = 0;
        for (at, byte) in self.bytes().enumerate() {
            let escaped = match byte {
                b'\\' => b'\\',
                b'\t' => b't',
                b'\n' => b'n',
                b'\r' => b'r',
                _ => continue,
            };
            out.extend_from_slice(&self.as_bytes()[plain..at]);
            out.extend_from_slice(&[b'\\', escaped]);
            plain = at + 1;
        }
        out.extend_from_slice(&self.as_bytes()[plain..]);
    }
}

impl Field for String {
    fn encode(&self, out: &mut Vec<u8>) {
        self.as_str().encode(out);
    }
}

impl Field for Cow<'_, str> {
    fn encode(&self, out: &mut Vec<u8>) {
        str::encode(self, out);
    }
}

impl<T: Field> Field for Option<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        match self {
            Some(value) => value.encode(out),
            None => out.extend_from_slice(b"\\N"),
        }
    }
}

impl Field for bool {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(if *self { b't' } else { b'f' });
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Field for $number {
            fn encode(&self, out: &mut Vec<u8>) {
                append(out, format_args!("{self}"));
            }
        }
    )*};
}
numbers!(i16, i32, i64);

impl Field for NaiveDate {
    fn encode(&self, out: &mut Vec<u8>) {
        append(out, format_args!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day()));
    }
}

impl Field for DateTime<Utc> {
    fn encode(&self, out: &mut Vec<u8>) {
        self.date_naive().encode(out);
        append(out, format_args!(" {:02}:{:02}:{:02}", self.hour(), self.minute(), self.second()));
        let micros = self.timestamp_subsec_micros();
        if micros > 0 {
            append(out, format_args!(".{micros:06}"));
        }
        out.extend_from_slice(b"+00");
    }
}

impl Field for [&'static str] {
    /// An array literal; its quoting comes first, COPY's own escaping on top.
    fn encode(&self, out: &mut Vec<u8>) {
        let quoted = |word: &&str| format!("\"{}\"", word.replace('\\', r"\\").replace('"', "\\\""));
        let words: Vec<String> = self.iter().map(quoted).collect();
        format!("{{{}}}", words.join(",")).encode(out);
    }
}

impl Field for Vec<&'static str> {
    fn encode(&self, out: &mut Vec<u8>) {
        self.as_slice().encode(out);
    }
}

fn append(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a vector takes every byte");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &(impl Field + ?Sized)) -> String {
        let mut out = Vec::new();
        value.encode(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(text("a\tb\nc\rd\\e"), r"a\tb\nc\rd\\e");
        assert_eq!(text("\\."), r"\\.");
        assert_eq!(text("olá"), "olá");
        assert_eq!(text(""), "");
    }

    #[test]
    fn null_is_not_the_text_that_looks_like_it() {
        assert_eq!(text(&None::<String>), r"\N");
        assert_eq!(text(&Some("\\N".to_owned())), r"\\N");
    }

    #[test]
    fn times_keep_their_microseconds_and_zone() {
        let time = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(text(&time("2018-09-01T00:00:07Z")), "2018-09-01 00:00:07+00");
        assert_eq!(text(&time("0987-01-02T03:04:05.000060Z")), "0987-01-02 03:04:05.000060+00");
    }

    #[test]
    fn plain_values() {
        assert_eq!(text(&true), "t");
        assert_eq!(text(&false), "f");
        assert_eq!(text(&-42_i64), "-42");
        assert_eq!(text(&NaiveDate::from_ymd_opt(2020, 2, 29).unwrap()), "2020-02-29");
    }

    #[test]
    fn arrays_are_quoted_twice() {
        assert_eq!(text(&vec!["UO", "a\"b\\"]), r#"{"UO","a\\"b\\\\"}"#);
        assert_eq!(text(&Vec::<&str>::new()), "{}");
    }
}
