use std::{collections::BTreeMap, fmt, str::FromStr};

use crate::VARIABLES;

/// Everything that is wrong with the environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// One sentence per problem, each beginning with the variable's name.
    pub problems: Vec<String>,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the configuration has {} problem(s):", self.problems.len())?;
        for problem in &self.problems {
            write!(f, "\n  - {problem}")?;
        }
        write!(f, "\nSet these variables and start again; .env.example explains each.")
    }
}

impl std::error::Error for ConfigError {}

/// Takes variables one by one and remembers what was wrong with them.
pub(crate) struct Reader {
    vars: BTreeMap<String, String>,
    problems: Vec<String>,
}

impl Reader {
    pub(crate) fn new(vars: impl IntoIterator<Item = (String, String)>) -> Self {
        let vars: BTreeMap<_, _> = vars.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect();
        let unknown = vars.keys().filter(|name| {
            name.starts_with("TALLY_") && VARIABLES.iter().all(|known| known.name != name.as_str())
        });
        let problems = unknown.map(|name| format!("{name}: Tally knows no such variable")).collect();
        Self { vars, problems }
    }

    /// The text of a variable or of its default; nothing when it has neither.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        let known = VARIABLES.iter().find(|variable| variable.name == name);
        debug_assert!(known.is_some(), "{name} is not in the list of variables");
        let default = known.map_or("", |variable| variable.default);
        let text = self.vars.get(name).map_or(default, |value| value.trim());
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A value that may be absent. What does not parse is a problem that says what was `expected`.
    pub(crate) fn optional<T: FromStr>(&mut self, name: &str, expected: &str) -> Option<T> {
        let text = self.text(name)?;
        let value = text.parse().ok();
        if value.is_none() {
            self.problem(name, &format!("{text:?} is not {expected}"));
        }
        value
    }

    /// A value that has a default.
    pub(crate) fn parsed<T: FromStr + Placeholder>(&mut self, name: &str, expected: &str) -> T {
        self.optional(name, expected).unwrap_or_else(T::placeholder)
    }

    /// `on` or `off`.
    pub(crate) fn switch(&mut self, name: &str) -> bool {
        match self.text(name).as_deref() {
            Some("on") => true,
            Some("off") => false,
            other => {
                let text = other.unwrap_or_default();
                self.problem(name, &format!("{text:?} is neither on nor off"));
                false
            }
        }
    }

    pub(crate) fn problem(&mut self, name: &str, what: &str) {
        self.problems.push(format!("{name}: {what}"));
    }

    pub(crate) fn finish<T>(self, config: T) -> Result<T, ConfigError> {
        if self.problems.is_empty() { Ok(config) } else { Err(ConfigError { problems: self.problems }) }
    }
}

/// What stands in for a value that did not parse, until all problems are told.
pub(crate) trait Placeholder {
    fn placeholder() -> Self;
}

macro_rules! placeholders {
    ($($kind:ty => $value:expr),+ $(,)?) => {$(
        impl Placeholder for $kind {
            fn placeholder() -> Self {
                $value
            }
        }
    )+};
}

placeholders! {
    u32 => 0,
    u64 => 0,
    usize => 0,
    std::path::PathBuf => Self::new(),
    std::net::SocketAddr => Self::from(([127, 0, 0, 1], 0)),
}
