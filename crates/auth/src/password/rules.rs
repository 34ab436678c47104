//! What a new password must be.

use std::{collections::HashSet, sync::LazyLock};

const SHORTEST: usize = 8;
const LONGEST: usize = 128;

/// Passwords that lists of leaked ones show again and again, in lower case. None is shorter than what is
/// refused anyway.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("common.txt").split_ascii_whitespace().collect());

/// Refuses a new password that is too short, too long, common, or one of the person's own `names` (e-mail
/// address, user name).
///
/// # Errors
/// The reason, in the words of a field error.
pub fn check(password: &str, names: &[&str]) -> Result<(), &'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err("must have 8 characters or more");
    }
    if length > LONGEST {
        return Err("must have 128 characters at most");
    }
    let password = password.to_lowercase();
    if names.iter().any(|name| name.to_lowercase() == password) {
        return Err("must not be the e-mail address or the username");
    }
    if COMMON.contains(password.as_str()) {
        return Err("is one of the most common passwords; choose another");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_guess_first_is_refused() {
        let reason = |password: &str| check(password, &["ada@site.example", "ada.lovelace"]).err();
        assert_eq!(reason("seven77"), Some("must have 8 characters or more"));
        assert_eq!(reason("ü1ü2ü3ü"), Some("must have 8 characters or more"));
        assert_eq!(reason("ü1ü2ü3ü4"), None);
        assert_eq!(reason(&"x".repeat(129)), Some("must have 128 characters at most"));
        assert_eq!(reason(&"xyz".repeat(42)), None);
        assert_eq!(reason("ADA@site.example"), Some("must not be the e-mail address or the username"));
        assert_eq!(reason("Ada.Lovelace"), Some("must not be the e-mail address or the username"));
        assert!(
            ["12345678", "Password1", "qwertyuiop", "iloveyou"].iter().all(|word| reason(word).is_some())
        );
    }

    #[test]
    fn the_list_holds_only_what_length_alone_does_not_refuse() {
        let short: Vec<_> = COMMON.iter().filter(|word| word.chars().count() < SHORTEST).collect();
        assert!(short.is_empty() && COMMON.len() > 3000, "{short:?}");
        assert!(COMMON.iter().all(|word| *word == word.to_lowercase()));
    }
}
