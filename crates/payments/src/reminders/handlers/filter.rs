use serde::Deserialize;
use tally_http::Flag;
use utoipa::IntoParams;

/// Which texts are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ActiveQuery {
    #[param(value_type = Option<bool>)]
    is_active: Option<Flag>,
}

impl ActiveQuery {
    pub(super) fn wanted(&self) -> Option<bool> {
        self.is_active.map(|Flag(active)| active)
    }
}
