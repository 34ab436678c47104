//! Which changes of points are wanted, on each of the screens.

use serde::Deserialize;
use tally_entity::UserId;
use tally_http::Words;
use utoipa::IntoParams;

use crate::loyalty::repository::wanted::Wanted;

/// Which changes of points are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LoyaltyQuery {
    /// Beginnings of words of the client's user name or e-mail address or of the reason, or an id.
    search: Option<String>,
    /// add, redeem or deduct.
    #[param(value_type = Option<Vec<String>>)]
    transaction_type: Option<Words>,
    /// The client's id.
    client: Option<i64>,
}

impl From<LoyaltyQuery> for Wanted {
    fn from(query: LoyaltyQuery) -> Self {
        let LoyaltyQuery { search, transaction_type, client } = query;
        Self { search, types: transaction_type.map(|words| words.known()), client: client.map(UserId) }
    }
}
