//! What a field of the files may hold.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// Amounts above this are no prices; the limit keeps every sum inside 64 bits.
const LARGEST_CENTS: i64 = 99_999_999_999;
/// Two life times of monthly part payments.
const MOST_INSTALLMENTS: i64 = 999;
const MOST_ITEMS: i64 = 1_000_000;
/// Usernames have 150 characters.
const LONGEST_KEY: usize = 150;
/// Names of paper and work types have 100 characters.
const LONGEST_CATEGORY: usize = 100;

type Parsed<T> = Result<T, String>;

fn refuse<T>(expected: &str, text: &str) -> Parsed<T> {
    let shown: String = text.chars().take(40).collect();
    Err(if text.is_empty() {
        format!("is empty, expected {expected}")
    } else {
        format!("expected {expected}, found '{shown}'")
    })
}

/// A key: any text that is not empty and fits a username.
pub(super) fn key(text: &str) -> Parsed<&str> {
    if text.is_empty() || text.chars().count() > LONGEST_KEY {
        return refuse("a key of 1 to 150 characters", text);
    }
    Ok(text)
}

/// Decimal text with up to two decimals, in cents. Never through a float: 0.29 is 29 cents and not 28.
pub(super) fn cents(text: &str) -> Parsed<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) || decimals.len() > 2 {
        return refuse("an amount such as 12.34", text);
    }
    let cents = format!("{whole}{decimals:0<2}").parse().ok().filter(|cents| *cents <= LARGEST_CENTS);
    cents.map_or_else(|| refuse("an amount below a billion", text), Ok)
}

/// `2018-09-01 13:05:00`, read as UTC.
pub(super) fn time(text: &str) -> Parsed<DateTime<Utc>> {
    instant(text).map_or_else(|| refuse("a time such as 2018-09-01 13:05:00", text), Ok)
}

/// A time or nothing.
pub(super) fn optional_time(text: &str) -> Parsed<Option<DateTime<Utc>>> {
    if text.is_empty() { Ok(None) } else { time(text).map(Some) }
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    let bytes = text.as_bytes();
    let separators = [(4, b'-'), (7, b'-'), (10, b' '), (13, b':'), (16, b':')];
    if bytes.len() != 19 || separators.iter().any(|&(at, sign)| bytes[at] != sign) {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes[from..to]
            .iter()
            .try_fold(0_u32, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0')))
    };
    // PostgreSQL has no year 0.
    let year = number(0, 4).filter(|year| *year > 0)?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(5, 7)?, number(8, 10)?)?;
    let time = NaiveTime::from_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?;
    Some(date.and_time(time).and_utc())
}

fn number_within(text: &str, least: i64, most: i64, expected: &str) -> Parsed<i64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| is_plain && (least..=most).contains(number));
    number.map_or_else(|| refuse(expected, text), Ok)
}

/// Position of an item or payment within its order.
pub(super) fn position(text: &str) -> Parsed<i64> {
    number_within(text, 0, MOST_ITEMS, "a position such as 1")
}

/// Number of part payments; 0 is stored now and then and means 1.
pub(super) fn installments(text: &str) -> Parsed<i64> {
    number_within(text, 0, MOST_INSTALLMENTS, "a number of installments from 0 to 999")
        .map(|number| number.max(1))
}

/// Stars of a review.
pub(super) fn score(text: &str) -> Parsed<i64> {
    number_within(text, 1, 5, "a score from 1 to 5")
}

/// Two capital letters.
pub(super) fn state(text: &str) -> Parsed<&str> {
    let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code { Ok(text) } else { refuse("a state of two capital letters", text) }
}

/// The category's English name, 'unknown' when there is none.
pub(super) fn category(text: &str) -> Parsed<&str> {
    match text {
        "" => Ok("unknown"),
        text if text.chars().count() > LONGEST_CATEGORY => {
            refuse("a category of at most 100 characters", text)
        }
        text => Ok(text),
    }
}

/// One of the words that have a meaning here.
pub(super) fn word<T: Copy>(words: &[(&str, T)], text: &str) -> Parsed<T> {
    if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
        return Ok(*meaning);
    }
    let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    refuse(&format!("one of {}", known.join(", ")), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        assert_eq!(cents("0.29"), Ok(29));
        assert_eq!(cents("1.15"), Ok(115));
        assert_eq!(cents("8.7"), Ok(870));
        assert_eq!(cents("12"), Ok(1200));
        assert_eq!(cents("999999999.99"), Ok(LARGEST_CENTS));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "-1.00",
            "+1.00",
            "1,00",
            "1.234",
            "1e3",
            " 1.00",
            "NaN",
            "1000000000.00",
            "9".repeat(30).as_str(),
        ] {
            assert!(cents(text).is_err(), "{text}");
        }
        assert_eq!(cents("abc"), Err("expected an amount such as 12.34, found 'abc'".into()));
        assert_eq!(cents(""), Err("is empty, expected an amount such as 12.34".into()));
    }

    #[test]
    fn times_are_utc() {
        assert_eq!(time("2018-09-01 13:05:07").unwrap().to_rfc3339(), "2018-09-01T13:05:07+00:00");
        assert_eq!(time("2016-02-29 23:59:59").unwrap().to_rfc3339(), "2016-02-29T23:59:59+00:00");
        assert_eq!(optional_time(""), Ok(None));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        let wrong = [
            "",
            "2018-09-01",
            "2018-13-01 00:00:00",
            "2017-02-29 00:00:00",
            "2018-09-01 24:00:00",
            "2018-09-01T13:05:07",
        ];
        for text in
            wrong.into_iter().chain(["0000-01-01 00:00:00", "2018-09-01 13:05:07Z", "2018-09-0x 13:05:07"])
        {
            assert!(time(text).is_err(), "{text}");
        }
        assert!(optional_time("tomorrow").is_err());
    }

    #[test]
    fn numbers_have_bounds() {
        assert_eq!((score("1"), score("5")), (Ok(1), Ok(5)));
        assert!(["0", "6", "", "4.5", "+4"].iter().all(|text| score(text).is_err()));
        assert_eq!((installments("0"), installments("24")), (Ok(1), Ok(24)));
        assert!(["-1", "1000", ""].iter().all(|text| installments(text).is_err()));
        assert!(position("one").is_err());
    }

    #[test]
    fn words_and_keys() {
        let words = [("yes", true), ("no", false)];
        assert_eq!(word(&words, "no"), Ok(false));
        assert_eq!(word(&words, "maybe"), Err("expected one of yes, no, found 'maybe'".into()));
        assert!(key("").is_err() && key(&"k".repeat(151)).is_err());
        assert_eq!(key("ä"), Ok("ä"));
        assert_eq!((category(""), category("toys")), (Ok("unknown"), Ok("toys")));
        assert!(category(&"c".repeat(101)).is_err());
        assert!(["", "sp", "S", "SPX", "S1"].iter().all(|text| state(text).is_err()));
        assert_eq!(state("SP"), Ok("SP"));
    }
}
