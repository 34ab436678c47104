//! Which wallets are wanted, and in which order.

use serde::{Deserialize, Deserializer, de::Error as _};
use tally_entity::{Role, UserId};
use tally_http::Words;
use tally_kernel::Money;
use utoipa::IntoParams;

use crate::wallets::repository::wallets::{By, Wanted};

/// Which wallets are wanted, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WalletsQuery {
    /// Whose.
    #[param(value_type = Option<i64>)]
    user: Option<UserId>,
    /// Beginnings of words of the user name, the e-mail address or the names, or an id.
    search: Option<String>,
    /// Wallets with that much or more.
    #[param(value_type = Option<f64>)]
    min_balance: Option<Bound>,
    /// Wallets with that much or less.
    #[param(value_type = Option<f64>)]
    max_balance: Option<Bound>,
    /// `balance`, `last_updated` or `loyalty_points`, several with commas between them, `-` before the greatest
    /// first.
    #[serde(default)]
    #[param(value_type = Option<String>, default = "-balance")]
    ordering: Words,
}

struct Bound(i64);

impl<'de> Deserialize<'de> for Bound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let money = text.parse::<Money>().map_err(|_| D::Error::custom("must be an amount"))?;
        Ok(Self(money.cents))
    }
}

impl WalletsQuery {
    pub(super) fn order(&self) -> Vec<(By, bool)> {
        let by = |word: &String| {
            let (descending, name) =
                word.strip_prefix('-').map_or((false, word.as_str()), |name| (true, name));
            let by = match name {
                "balance" => By::Balance,
                "last_updated" => By::LastUpdated,
                "loyalty_points" => By::LoyaltyPoints,
                _ => return None,
            };
            Some((by, descending))
        };
        self.ordering.0.iter().filter_map(by).collect()
    }

    pub(super) fn wanted(self, role: Role) -> Wanted {
        let Self { user, search, min_balance, max_balance, ordering: _ } = self;
        let cents = |bound: Option<Bound>| bound.map(|Bound(cents)| cents);
        Wanted { role, user, search, least_cents: cents(min_balance), most_cents: cents(max_balance) }
    }
}
