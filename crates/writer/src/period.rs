//! The parameter of figures about the last days.

use serde::Deserialize;
use tally_http::Clamped;
use utoipa::IntoParams;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PeriodQuery {
    /// Length of the period that ends now.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    pub(crate) days: Clamped<1, 365, 30>,
}
