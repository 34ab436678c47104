//! `GET /api/v1/admin-management/loyalty/tracking/award-sources`

use std::collections::BTreeMap;

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::ADMIN};
use utoipa::ToSchema;

use super::{query::LoyaltyQuery, statistics::POLICY};
use crate::loyalty::repository::{award_sources, wanted::Wanted};

/// What points were awarded for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AwardSourcesAnswer {
    /// Points by source; the first four are always there.
    award_sources: BTreeMap<String, i64>,
    /// What each source is.
    explanation: BTreeMap<String, String>,
}

/// Sources that are always shown, and what they are.
const KNOWN: [(&str, &str); 4] = [
    ("order_completion", "Points for completed orders"),
    ("referral", "Points for clients who were brought"),
    ("manual_award", "Points that staff awarded"),
    ("other", "Points for anything else"),
];
/// What the table calls one of them.
const MANUAL: &str = "manual";

impl From<Vec<(String, i64)>> for AwardSourcesAnswer {
    fn from(rows: Vec<(String, i64)>) -> Self {
        let mut award_sources = BTreeMap::from(KNOWN.map(|(source, _)| (source.to_owned(), 0)));
        let mut explanation =
            BTreeMap::from(KNOWN.map(|(source, what)| (source.to_owned(), what.to_owned())));
        for (source, points) in rows {
            let source = if source == MANUAL { "manual_award".to_owned() } else { source };
            explanation
                .entry(source.clone())
                .or_insert_with(|| format!("Points for {}", source.replace('_', " ")));
            *award_sources.entry(source).or_default() += points;
        }
        Self { award_sources, explanation }
    }
}

/// What points were awarded for
#[utoipa::path(
    get,
    path = "/admin-management/loyalty/tracking/award-sources",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, LoyaltyQuery),
    responses((status = OK, body = AwardSourcesAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_loyalty_award_sources(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(query): Params<LoyaltyQuery>,
) -> ApiResult<Answer<AwardSourcesAnswer>> {
    let (scope, wanted) = (admin.scope, Wanted::from(query));
    let lookup = admin.answer(&POLICY).with(format_args!("{wanted:?}"));
    lookup
        .load(move || async move { Ok(award_sources::load(db.reads(), scope, &wanted).await?.into()) })
        .await
}
