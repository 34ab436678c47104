use std::str::FromStr;

use crate::reader::Reader;

/// When the money of a top-up is in the wallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopUp {
    /// At once, as if it had been paid: for demonstrations.
    Instant,
    /// When somebody confirms that it was paid.
    Pending,
}

impl FromStr for TopUp {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "instant" => Ok(Self::Instant),
            "pending" => Ok(Self::Pending),
            _ => Err(()),
        }
    }
}

/// How money comes in.
#[derive(Clone, Copy, Debug)]
pub struct PaymentsConfig {
    /// When the money of a top-up is in the wallet.
    pub top_up: TopUp,
}

impl PaymentsConfig {
    /// Nobody gives money away in production because a variable was forgotten.
    pub(crate) fn read(reader: &mut Reader, own_database: bool) -> Self {
        let default = if own_database { TopUp::Pending } else { TopUp::Instant };
        Self { top_up: reader.optional("TALLY_TOP_UP", "instant or pending").unwrap_or(default) }
    }
}
