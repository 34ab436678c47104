use std::{fmt, time::Duration};

use crate::Scope;

/// Beyond this an answer is worth keeping for when it cannot be loaded.
const SHORT: u64 = 60;
const FAIL_SAFE: Duration = Duration::from_mins(15);

/// A table an answer reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Rows of the scope's website, or all of them when the scope is every website.
    Scoped(&'static str),
    /// Rows whose column names the scope's user.
    Own(&'static str, &'static str),
    /// Any row: joined tables, whose rows may belong to somebody else.
    Whole(&'static str),
}

impl fmt::Display for Reads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scoped(table) => write!(f, "{table}/website_id"),
            Self::Own(table, column) => write!(f, "{table}/{column}"),
            Self::Whole(table) => f.write_str(table),
        }
    }
}

/// How one kind of answer is kept. One constant per endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The contract's name of it.
    pub name: &'static str,
    /// How long figures that depend on the clock may be old.
    pub fresh: Duration,
    /// Extra time in which an old answer is served while a new one loads.
    pub grace: Duration,
    /// Extra time in which an old answer is served because loading fails.
    pub fail_safe: Duration,
    /// The tables whose commits end the answer.
    pub reads: &'static [Reads],
    /// Whether the answer says who the caller is; such an answer is never used on trust.
    pub identity: bool,
    /// Whether it is loaded before anybody asks, for each website, with default parameters.
    pub warm: bool,
}

impl Policy {
    /// The contract's rule: grace is half of `fresh_seconds`, answers outlive failures by 15 minutes, and
    /// neither holds for policies of a minute or less.
    ///
    /// A constant that makes no sense (no tables, no time) does not compile.
    pub const fn new(name: &'static str, fresh_seconds: u64, reads: &'static [Reads]) -> Self {
        assert!(!name.is_empty() && fresh_seconds > 0 && !reads.is_empty());
        let long = fresh_seconds > SHORT;
        Self {
            name,
            fresh: Duration::from_secs(fresh_seconds),
            grace: Duration::from_secs(if long { fresh_seconds / 2 } else { 0 }),
            fail_safe: if long { FAIL_SAFE } else { Duration::ZERO },
            reads,
            identity: false,
            warm: false,
        }
    }

    /// The same for answers that say who the caller is.
    pub const fn of_identity(name: &'static str, fresh_seconds: u64, reads: &'static [Reads]) -> Self {
        Self { identity: true, ..Self::new(name, fresh_seconds, reads) }
    }

    /// The same, loaded before anybody asks: for what opens people's day and is the same for all of a website.
    #[must_use]
    pub const fn warm(self) -> Self {
        Self { warm: true, ..self }
    }

    /// The tag that ends every answer of this policy and nothing else.
    pub(crate) fn own_tag(&self) -> String {
        format!("policy:{}", self.name)
    }

    /// How long an entry can be of any use.
    pub(crate) fn lifetime(&self) -> Duration {
        self.fresh + self.grace.max(self.fail_safe)
    }

    /// The tags of an answer for `scope`, its policy's own last. A narrowed answer also carries the column's own tag, which stands
    /// for statements that touched too many values to name them.
    pub(crate) fn tags(&self, scope: Scope) -> Vec<String> {
        let narrowed = |table: &str, column: &str, id: i64| {
            [format!("{table}/{column}={id}"), format!("{table}/{column}")]
        };
        let mut tags = Vec::with_capacity(self.reads.len() * 2 + 1);
        for reads in self.reads {
            match (*reads, scope) {
                (Reads::Scoped(table), Scope::Website(id)) => tags.extend(narrowed(table, "website_id", id)),
                (Reads::Own(table, column), Scope::User(id)) => tags.extend(narrowed(table, column, id)),
                (Reads::Scoped(table) | Reads::Own(table, _) | Reads::Whole(table), _) => {
                    tags.push(table.to_owned());
                }
            }
        }
        tags.push(self.own_tag());
        tags
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: Policy = Policy::new(
        "p",
        300,
        &[Reads::Scoped("orders"), Reads::Whole("users"), Reads::Own("notes", "user_id")],
    );

    #[test]
    fn tags_follow_the_scope() {
        assert_eq!(POLICY.tags(Scope::Everything), ["orders", "users", "notes", "policy:p"]);
        assert_eq!(
            POLICY.tags(Scope::Website(3)),
            ["orders/website_id=3", "orders/website_id", "users", "notes", "policy:p"]
        );
        assert_eq!(
            POLICY.tags(Scope::User(7)),
            ["orders", "users", "notes/user_id=7", "notes/user_id", "policy:p"]
        );
    }

    #[test]
    fn short_policies_are_never_served_old() {
        let short = Policy::new("p", 60, &[Reads::Whole("t")]);
        assert_eq!((short.grace, short.fail_safe), (Duration::ZERO, Duration::ZERO));
        assert_eq!((POLICY.grace, POLICY.fail_safe), (Duration::from_secs(150), Duration::from_mins(15)));
    }
}
