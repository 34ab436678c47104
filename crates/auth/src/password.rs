//! Password hashes: Argon2id for new ones, the old backend's PBKDF2 for those that came with the data.
//!
//! Hashing takes tens of milliseconds of a whole core and 19 MiB, so it runs off the request threads and only a
//! few at a time.

pub mod rules;

use argon2::{Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;

/// As many as there are cores on a small machine: more would only wait for each other.
const AT_ONCE: usize = 2;
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// What no password hashes to: the user cannot sign in with one.
pub const UNUSABLE: &str = "!";
/// How many characters a password has that is made for somebody.
const TEMPORARY: usize = 12;
/// What it is made of: nothing that is taken for something else when it is read out.
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
const DJANGO: &str = "pbkdf2_sha256$";
/// The most rounds a stored hash may ask for, so that a bad row cannot hold a core for minutes.
const MOST_ROUNDS: u32 = 5_000_000;

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Another password.
    Wrong,
    /// The right one.
    Right,
    /// The right one; the hash is of the old kind and should be written anew.
    RightButOld,
}

/// Hashing did not work: a defect, or the program is ending.
#[derive(Debug, thiserror::Error)]
#[error("hashing a password failed: {0}")]
pub struct HashFailed(String);

/// Hashes a new password (Argon2id, 19 MiB, 2 passes, 1 lane, a random salt).
///
/// # Errors
/// When hashing is not possible at all.
pub async fn hash(password: String) -> Result<String, HashFailed> {
    off_thread(move || hash_now(&password)).await?
}

/// A password for somebody who will be told it, and should choose another.
pub fn temporary() -> String {
    let letter = |_| char::from(LETTERS[rand::random_range(0..LETTERS.len())]);
    (0..TEMPORARY).map(letter).collect()
}

/// Checks a password against a stored hash. A hash that no password has takes as long as any other.
///
/// # Errors
/// When hashing is not possible at all.
pub async fn verify(password: String, stored: String) -> Result<Verdict, HashFailed> {
    off_thread(move || verify_now(&password, &stored)).await
}

async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, HashFailed> {
    let turn = TURNS.acquire().await.map_err(|closed| HashFailed(closed.to_string()))?;
    // The turn goes with the work: a caller who leaves does not free it early.
    let work = move || {
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| HashFailed(error.to_string()))
}

fn hash_now(password: &str) -> Result<String, HashFailed> {
    let hash: Result<PasswordHash, _> = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|error| HashFailed(error.to_string()))
}

fn verify_now(password: &str, stored: &str) -> Verdict {
    if let Some(rest) = stored.strip_prefix(DJANGO) {
        return if verify_django(password, rest) == Some(true) {
            Verdict::RightButOld
        } else {
            Verdict::Wrong
        };
    }
    match PasswordHash::new(stored) {
        Ok(hash) if Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() => Verdict::Right,
        Ok(_) => Verdict::Wrong,
        // Nothing to compare with; the work is done all the same, so that time tells nothing.
        Err(_) => {
            let _ = hash_now(password);
            Verdict::Wrong
        }
    }
}

/// `rounds$salt$base64`, after the algorithm's name.
fn verify_django(password: &str, rest: &str) -> Option<bool> {
    let mut parts = rest.split('$');
    let (rounds, salt, hash) = (parts.next()?, parts.next()?, parts.next()?);
    let rounds = rounds.parse().ok().filter(|rounds| (1..=MOST_ROUNDS).contains(rounds))?;
    let expected = STANDARD.decode(hash).ok()?;
    let mut actual = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(password.as_bytes(), salt.as_bytes(), rounds, &mut actual);
    Some(actual.ct_eq(&expected).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_hash_verifies_and_is_strong_enough() {
        let stored = hash_now("correct horse").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert_ne!(stored, hash_now("correct horse").unwrap());
        assert_eq!(verify_now("correct horse", &stored), Verdict::Right);
        assert_eq!(verify_now("wrong horse", &stored), Verdict::Wrong);
        assert_eq!(verify_now(UNUSABLE, UNUSABLE), Verdict::Wrong);
    }

    #[test]
    fn a_password_that_is_made_is_a_good_one() {
        let made = temporary();
        assert_eq!((made.chars().count(), rules::check(&made, &[])), (12, Ok(())));
        assert!(made.bytes().all(|letter| LETTERS.contains(&letter)) && made != temporary());
    }

    /// The first vector of RFC 7914, section 11, for PBKDF2-HMAC-SHA-256, cut to 32 bytes and written Django's way.
    #[test]
    fn a_hash_of_the_old_backend_verifies() {
        let stored = "pbkdf2_sha256$1$salt$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw=";
        assert_eq!(verify_now("passwd", stored), Verdict::RightButOld);
        assert_eq!(verify_now("other", stored), Verdict::Wrong);
        for broken in
            ["pbkdf2_sha256$", "pbkdf2_sha256$0$s$AA==", "pbkdf2_sha256$9999999999$s$AA==", "md5$x$y"]
        {
            assert_eq!(verify_now("passwd", broken), Verdict::Wrong, "{broken}");
        }
    }
}
