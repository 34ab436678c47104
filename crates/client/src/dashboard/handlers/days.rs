use serde::Deserialize;
use tally_http::Clamped;
use utoipa::IntoParams;

/// How far back figures go.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DaysQuery {
    /// Length of the period that ends now.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    pub(super) days: Clamped<1, 365, 30>,
}
