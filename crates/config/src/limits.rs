use std::{collections::BTreeMap, fmt, str::FromStr, time::Duration};

use crate::reader::Reader;

macro_rules! limits {
    ($($(#[$about:meta])* $limit:ident = $name:literal: $most:literal in $seconds:literal,)+) => {
        /// A limit by the contract.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Limit {
            $($(#[$about])* $limit,)+
        }

        impl Limit {
            /// Every limit there is.
            pub const ALL: &[Self] = &[$(Self::$limit),+];

            /// Its name in settings and headers.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$limit => $name,)+
                }
            }

            /// How often, unless it is set otherwise.
            const fn usual(self) -> Rate {
                match self {
                    $(Self::$limit => Rate { most: $most, per: Duration::from_secs($seconds) },)+
                }
            }
        }
    };
}

limits! {
    /// Requests of an address without a token.
    Anonymous = "anonymous": 500 in 3600,
    /// Sign-in attempts of one address.
    LoginAddress = "login-address": 10 in 60,
    /// Sign-in attempts for one e-mail address, whether it is known or not.
    LoginEmail = "login-email": 5 in 60,
    /// Checks of the current password of one user.
    PasswordCheck = "password": 5 in 900,
    /// Requests of one client or writer in a minute.
    MemberMinute = "member-minute": 600 in 60,
    /// Requests of one client or writer in an hour.
    MemberHour = "member-hour": 5_000 in 3600,
    /// Requests of one member of staff in an hour.
    StaffHour = "staff-hour": 20_000 in 3600,
    /// Messages of one client or writer.
    Messages = "messages": 5 in 60,
    /// Messages of one member of staff.
    StaffMessages = "staff-messages": 60 in 60,
    /// Conversations that one person begins.
    Threads = "threads": 10 in 60,
    /// How often one person is told to be typing.
    Typing = "typing": 60 in 60,
    /// Event streams of one person: so many are open at once, whatever the time says.
    Streams = "streams": 10 in 60,
}

impl FromStr for Limit {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|limit| limit.name() == name).ok_or(())
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// So many in some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many, at once if need be.
    pub most: u32,
    /// The time in which all of them come back, one after the other.
    pub per: Duration,
}

impl Rate {
    /// The time in which one comes back.
    pub fn interval(self) -> Duration {
        self.per / self.most
    }
}

/// How often who may ask.
#[derive(Clone, Debug)]
pub struct LimitsConfig {
    /// Whether anything is limited at all.
    pub on: bool,
    /// What is set otherwise than usual.
    set: BTreeMap<Limit, Rate>,
}

impl LimitsConfig {
    /// All limits as usual, or none of them.
    pub const fn usual(on: bool) -> Self {
        Self { on, set: BTreeMap::new() }
    }

    /// The same with another rate.
    #[must_use]
    pub fn with(mut self, limit: Limit, rate: Rate) -> Self {
        self.set.insert(limit, rate);
        self
    }

    /// How often.
    pub fn rate(&self, limit: Limit) -> Rate {
        self.set.get(&limit).copied().unwrap_or(limit.usual())
    }

    pub(crate) fn read(reader: &mut Reader) -> Self {
        let mut limits = Self::usual(reader.switch("TALLY_RATE_LIMITS"));
        let text = reader.text("TALLY_LIMITS").unwrap_or_default();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            match setting(part) {
                Some((limit, rate)) => limits = limits.with(limit, rate),
                None => reader.problem(
                    "TALLY_LIMITS",
                    &format!("{part:?} is not a limit such as messages=5/60 (how many in how many seconds)"),
                ),
            }
        }
        limits
    }
}

/// `messages=5/60`
fn setting(part: &str) -> Option<(Limit, Rate)> {
    let (name, rate) = part.split_once('=')?;
    let (most, seconds) = rate.split_once('/')?;
    let (most, seconds): (u32, u32) = (most.trim().parse().ok()?, seconds.trim().parse().ok()?);
    (most > 0 && seconds > 0)
        .then_some(Rate { most, per: Duration::from_secs(seconds.into()) })
        .and_then(|rate| Some((name.trim().parse().ok()?, rate)))
}
