//! What a column takes, as far as that can be told without the database.

use chrono::{NaiveDate, NaiveTime};

use super::catalog::Column;
use crate::copy::Field;

/// The rule of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub column: String,
    is_nullable: bool,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Integer {
        least: i64,
        most: i64,
    },
    Decimal {
        digits: usize,
        decimals: usize,
    },
    Boolean,
    Text {
        length: usize,
    },
    Date,
    Time,
    Uuid,
    /// JSON, arrays, bytes: PostgreSQL names line and column when it cannot read them.
    Other,
}

impl Rule {
    pub(super) fn of(column: &Column) -> Self {
        let size = |number: Option<i32>, without| {
            number.and_then(|number| usize::try_from(number).ok()).unwrap_or(without)
        };
        let kind = match column.kind.as_str() {
            "int2" => Kind::Integer { least: i16::MIN.into(), most: i16::MAX.into() },
            "int4" => Kind::Integer { least: i32::MIN.into(), most: i32::MAX.into() },
            "int8" => Kind::Integer { least: i64::MIN, most: i64::MAX },
            "numeric" => {
                let decimals = size(column.scale, usize::MAX);
                Kind::Decimal {
                    digits: size(column.precision, usize::MAX).saturating_sub(decimals),
                    decimals,
                }
            }
            "bool" => Kind::Boolean,
            "text" | "varchar" | "bpchar" => Kind::Text { length: size(column.length, usize::MAX) },
            "date" => Kind::Date,
            "timestamptz" | "timestamp" => Kind::Time,
            "uuid" => Kind::Uuid,
            _ => Kind::Other,
        };
        Self { column: column.name.clone(), is_nullable: column.is_nullable, kind }
    }

    /// Whether the column takes this; `is_bare` when nothing stands between the commas, not even quotes.
    pub(super) fn check(&self, text: &str, is_bare: bool) -> Result<(), String> {
        if self.is_null(text, is_bare) {
            return if self.is_nullable {
                Ok(())
            } else {
                Err("is empty, but the column needs a value".to_owned())
            };
        }
        let expected = match self.kind {
            Kind::Integer { least, most } => {
                let fits = text.parse().is_ok_and(|number: i64| (least..=most).contains(&number));
                (!fits).then(|| format!("a whole number from {least} to {most}"))
            }
            Kind::Decimal { digits, decimals } => (!is_decimal(text, digits, decimals))
                .then(|| format!("a number with at most {decimals} decimals, not too large")),
            Kind::Boolean => (!is_boolean(text)).then(|| "true or false".to_owned()),
            Kind::Text { length } => {
                (text.chars().count() > length).then(|| format!("at most {length} characters"))
            }
            Kind::Date => date(text).is_none().then(|| "a date such as 2018-09-01".to_owned()),
            Kind::Time => (!is_time(text)).then(|| "a time such as 2018-09-01T13:05:00Z".to_owned()),
            Kind::Uuid => (!is_uuid(text)).then(|| "a UUID".to_owned()),
            Kind::Other => None,
        };
        expected.map_or(Ok(()), |expected| {
            let shown: String = text.chars().take(40).collect();
            Err(format!("expected {expected}, found '{shown}'"))
        })
    }

    /// Appends the value to a COPY line.
    pub(super) fn encode(&self, text: &str, is_bare: bool, out: &mut Vec<u8>) {
        if self.is_null(text, is_bare) { None::<String>.encode(out) } else { text.encode(out) }
    }

    /// A bare nothing is NULL, unless the column takes text and no NULL. A quoted one is NULL where no text is meant.
    fn is_null(&self, text: &str, is_bare: bool) -> bool {
        let is_text = matches!(self.kind, Kind::Text { .. });
        text.is_empty() && if is_text { is_bare && self.is_nullable } else { true }
    }
}

fn is_decimal(text: &str, most_digits: usize, most_decimals: usize) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    !whole.is_empty()
        && are_digits(whole)
        && are_digits(decimals)
        && whole.trim_start_matches('0').len() <= most_digits
        && decimals.trim_end_matches('0').len() <= most_decimals
}

fn is_boolean(text: &str) -> bool {
    let words = ["true", "false", "t", "f", "yes", "no", "y", "n", "on", "off", "1", "0"];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn is_uuid(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_hexdigit).count();
    digits == 32
        && (text.len() == 32
            || (text.len() == 36 && [8, 13, 18, 23].iter().all(|&at| text.as_bytes()[at] == b'-')))
}

fn date(text: &str) -> Option<NaiveDate> {
    let is_plain = text.len() == 10
        && text.starts_with(|first: char| first.is_ascii_digit())
        && !text.starts_with("0000");
    is_plain.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten()
}

/// A date, or date and time with or without seconds, decimals and offset: what PostgreSQL and RFC 3339 write.
fn is_time(text: &str) -> bool {
    let Some((day, rest)) = text.split_at_checked(10) else { return false };
    if date(day).is_none() {
        return false;
    }
    let Some(rest) = rest.strip_prefix([' ', 'T', 't']) else { return rest.is_empty() };
    let end =
        rest.find(|sign: char| !sign.is_ascii_digit() && sign != ':' && sign != '.').unwrap_or(rest.len());
    let (clock, offset) = rest.split_at(end);
    let is_clock = ["%H:%M", "%H:%M:%S%.f"].iter().any(|form| NaiveTime::parse_from_str(clock, form).is_ok());
    is_clock && is_offset(offset)
}

fn is_offset(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(['+', '-']) else { return matches!(text, "" | "Z" | "z") };
    let plain: String = digits.chars().filter(|sign| *sign != ':').collect();
    let is_shape = matches!((digits.len(), plain.len()), (2, 2) | (4 | 5, 4));
    is_shape
        && plain.bytes().all(|byte| byte.is_ascii_digit())
        && plain[..2].parse().is_ok_and(|hours: u8| hours < 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(kind: &str, is_nullable: bool) -> Rule {
        let (length, precision, scale) = (Some(3), Some(5), Some(2));
        let (table, name, kind) = ("t".into(), "c".into(), kind.into());
        Rule::of(&Column {
            table,
            name,
            kind,
            is_nullable,
            has_default: false,
            is_generated: false,
            length,
            precision,
            scale,
        })
    }

    #[track_caller]
    fn check(kind: &str, good: &[&str], bad: &[&str]) {
        let rule = rule(kind, false);
        for text in good {
            assert_eq!(rule.check(text, false), Ok(()), "{text}");
        }
        for text in bad {
            assert!(rule.check(text, false).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers() {
        check("int2", &["0", "-32768", "32767"], &["32768", "1.0", "", "one", "0x1"]);
        check("int4", &["2147483647"], &["2147483648"]);
        check("int8", &["-9223372036854775808"], &["9223372036854775808"]);
        check(
            "numeric",
            &["999.99", "-0.5", "1", "001.500", "1."],
            &["1000", "0.001", "1e2", ".5", "", "NaN"],
        );
    }

    #[test]
    fn texts_are_counted_in_characters() {
        check("varchar", &["äöü", ""], &["äöüß"]);
        assert_eq!(
            rule("varchar", false).check("abcd", false),
            Err("expected at most 3 characters, found 'abcd'".into())
        );
    }

    #[test]
    fn words_and_identifiers() {
        check("bool", &["t", "FALSE", "1", "off"], &["2", "maybe", ""]);
        let uuid = "0189a5c4-7d1e-7b3a-9c1d-2f3e4d5c6b7a";
        check("uuid", &[uuid, &uuid.replace('-', "")], &["", "0189a5c4", &uuid.replace('a', "g")]);
        check("jsonb", &["{}", "left to the database"], &[]);
    }

    #[test]
    fn dates_and_times() {
        check("date", &["2016-02-29"], &["2018-02-29", "1.2.2018", "2018-2-1", "today", "0000-01-01"]);
        let good =
            ["2018-09-01", "2018-09-01 13:05", "2018-09-01T13:05:00Z", "2018-09-01 13:05:00.123456+00"];
        let more = ["2018-09-01 13:05:00+05:30", "2018-09-01 13:05:00-0300", "2018-09-01 13:05:00"];
        let bad = [
            "",
            "13:05",
            "2018-09-01 25:00",
            "2018-09-01x",
            "2018-09-01 13:05:00 CET",
            "2018-09-01 13:05+1",
            "now",
        ];
        check("timestamptz", &[&good[..], &more[..]].concat(), &bad);
    }

    #[test]
    fn nothing_is_null_or_an_empty_text() {
        let copied = |rule: &Rule, is_bare| {
            let mut out = Vec::new();
            rule.encode("", is_bare, &mut out);
            String::from_utf8(out).unwrap()
        };
        let (optional, needed) = (rule("text", true), rule("text", false));
        assert_eq!((copied(&optional, true), copied(&optional, false)), ("\\N".into(), String::new()));
        assert_eq!((copied(&needed, true), copied(&needed, false)), (String::new(), String::new()));
        let number = rule("int4", true);
        assert_eq!((copied(&number, true), copied(&number, false)), ("\\N".into(), "\\N".into()));
        assert_eq!(number.check("", true), Ok(()));
        assert!(rule("int4", false).check("", true).is_err());
    }
}
