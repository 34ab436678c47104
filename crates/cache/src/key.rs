use std::fmt::{self, Write as _};

use crate::Policy;

/// Changes when the meaning of stored bytes changes: programs of two formats use other addresses, so neither
/// puts its answers in the place of the other's while one replaces the other.
pub(crate) const FORMAT: u8 = 3;
/// Where the length of a part goes: no part of a key is as long as eight hexadecimal digits can say.
const PLACE: &str = "00000000:";
const HEX: &[u8; 16] = b"0123456789abcdef";

/// Whose rows an answer shows. There is no key without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Every website.
    Everything,
    /// One website.
    Website(i64),
    /// One person.
    User(i64),
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everything => f.write_str("everything"),
            Self::Website(id) => write!(f, "website={id}"),
            Self::User(id) => write!(f, "user={id}"),
        }
    }
}

/// Names one answer: what is asked, in which shape, for whom, with which parsed parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub(crate) policy: &'static Policy,
    pub(crate) scope: Scope,
    text: String,
}

impl Key {
    /// A key of `policy` for `scope`. `shape` is a fingerprint of the answer's schema: another version of the
    /// program that answers differently must not meet this one's answers.
    pub fn new(policy: &'static Policy, scope: Scope, shape: u64) -> Self {
        let mut key = Self { policy, scope, text: String::with_capacity(96) };
        key.push(FORMAT);
        key.push(policy.name);
        key.push(shape);
        key.push(scope);
        key
    }

    /// Adds one parsed parameter. The order of calls is part of the key.
    #[must_use]
    pub fn with(mut self, part: impl fmt::Display) -> Self {
        self.push(part);
        self
    }

    /// Each part is preceded by its length, so that no two lists of parts make the same text.
    fn push(&mut self, part: impl fmt::Display) {
        let before = self.text.len();
        self.text.push_str(PLACE);
        write!(self.text, "{part};").expect("a String takes every write");
        // The length is known only now, and its place is of a fixed width: nothing is allocated or moved.
        let mut length = self.text.len() - before - PLACE.len() - 1;
        let mut digits = [b'0'; PLACE.len() - 1];
        for digit in digits.iter_mut().rev() {
            *digit = HEX[length % 16];
            length /= 16;
        }
        let digits = std::str::from_utf8(&digits).expect("hexadecimal digits are text");
        self.text.replace_range(before..before + digits.len(), digits);
    }

    /// The policy of a key's text.
    pub(crate) fn policy_of(text: &str) -> Option<&str> {
        parts(text).nth(1)
    }

    /// What a key's text varies on: the scope, then each parameter.
    pub(crate) fn varying_of(text: &str) -> impl Iterator<Item = &str> {
        parts(text).skip(3)
    }

    pub(crate) fn tags(&self) -> Vec<String> {
        self.policy.tags(self.scope)
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the answer is kept. The entry keeps the text too, so a collision is a miss.
    pub(crate) fn address(&self) -> [u8; 32] {
        Self::address_of(&self.text)
    }

    pub(crate) fn address_of(text: &str) -> [u8; 32] {
        *blake3::hash(text.as_bytes()).as_bytes()
    }
}

/// The parts of a key's text.
fn parts(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let length = usize::from_str_radix(text.get(..PLACE.len() - 1)?, 16).ok()?;
        let part = text.get(PLACE.len()..PLACE.len() + length)?;
        text = text.get(PLACE.len() + length + 1..)?;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reads;

    static POLICY: Policy = Policy::new("p", 60, &[Reads::Whole("t")]);

    #[test]
    fn parts_cannot_flow_into_each_other() {
        let key = || Key::new(&POLICY, Scope::User(1), 0);
        assert_ne!(key().with("a").with("bc").text(), key().with("ab").with("c").text());
        assert_ne!(key().with("1:a;").text(), key().with("a").text());
        assert_ne!(Key::new(&POLICY, Scope::Website(1), 0).address(), key().address());
        assert_ne!(Key::new(&POLICY, Scope::User(1), 1).address(), key().address());

        let key = key().with("a;00000001:b").with("");
        assert_eq!(Key::policy_of(key.text()), Some("p"));
        assert_eq!(Key::varying_of(key.text()).collect::<Vec<_>>(), ["user=1", "a;00000001:b", ""]);
    }
}
