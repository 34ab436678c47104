//! How much demo data.

use std::{fmt, str::FromStr};

/// The three sizes; each is named after its orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 2,000 orders.
    Small,
    /// 50,000 orders.
    Medium,
    /// 1,000,000 orders.
    Large,
}

impl Size {
    /// Smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// Number of orders.
    pub fn orders(self) -> usize {
        match self {
            Self::Small => 2_000,
            Self::Medium => 50_000,
            Self::Large => 1_000_000,
        }
    }

    /// The word for command lines.
    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let size = Self::ALL.into_iter().find(|size| size.name() == word);
        size.ok_or_else(|| format!("'{word}' is no size; use small, medium or large"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_they_are_written() {
        for size in Size::ALL {
            assert_eq!(size.to_string().parse(), Ok(size));
        }
        assert!("huge".parse::<Size>().is_err());
    }
}
