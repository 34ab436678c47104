//! What the names must be that people sign in with and are called by.

const SHORTEST: usize = 3;
const LONGEST: usize = 150;
const LONGEST_EMAIL: usize = 254;

/// Refuses a username that is too short or too long, or has other letters than an address may have.
///
/// # Errors
/// The reason, in the words of a field error.
pub fn check_username(name: &str) -> Result<(), &'static str> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_.+@-".contains(letter);
    match name.chars().count() {
        ..SHORTEST => Err("must have 3 characters or more"),
        length if length > LONGEST => Err("must have 150 characters at most"),
        _ if !name.chars().all(plain) => Err("may hold letters, digits and _ . + @ - only"),
        _ => Ok(()),
    }
}

/// Refuses a text that is no e-mail address at all. Whether somebody reads what is sent there is not known.
///
/// # Errors
/// The reason, in the words of a field error.
pub fn check_email(text: &str) -> Result<(), &'static str> {
    if text.chars().count() > LONGEST_EMAIL {
        return Err("must have 254 characters at most");
    }
    let odd = text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    match text.split_once('@') {
        Some((name, host)) if !(odd || name.is_empty() || host.is_empty() || host.contains('@')) => Ok(()),
        _ => Err("is not an e-mail address"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_text() {
        assert_eq!([check_email("ada@site.example"), check_email("root@localhost")], [Ok(()), Ok(())]);
        for wrong in ["", "ada", "@site.example", "ada@", "a da@site.example", "ada@site@example", "a\0@b"] {
            assert_eq!(check_email(wrong), Err("is not an e-mail address"), "{wrong:?}");
        }
        assert!(check_email(&format!("{}@b", "ü".repeat(252))).is_ok());
        assert!(check_email(&format!("{}@b", "ü".repeat(253))).is_err());
    }

    #[test]
    fn usernames_are_plain_and_neither_short_nor_long() {
        let reason = |name: &str| check_username(name).err();
        assert_eq!(reason("ada.k+1@x_y-z"), None);
        assert_eq!((reason("abc"), reason("ab")), (None, Some("must have 3 characters or more")));
        assert_eq!(reason(&"a".repeat(150)), None);
        assert_eq!(reason(&"a".repeat(151)), Some("must have 150 characters at most"));
        for odd in ["ünder", "a b c", "a/b"] {
            assert_eq!(reason(odd), Some("may hold letters, digits and _ . + @ - only"), "{odd}");
        }
    }
}
