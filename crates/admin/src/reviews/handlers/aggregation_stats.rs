//! `GET /api/v1/reviews/aggregation/stats`

use std::fmt;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::ReviewKind;
use tally_http::{Answer, ApiResult, Decimal, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Hundredths;
use utoipa::{IntoParams, ToSchema};

use crate::reviews::repository::aggregation_stats::{self, Totals};

static POLICY: Policy = Policy::new("admin.review_totals", 300, &[Reads::Scoped("reviews")]);

/// Which kinds are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct KindsQuery {
    #[serde(rename = "type", default)]
    #[param(inline)]
    kinds: Kinds,
}

/// Kinds of reviews.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kinds {
    #[default]
    All,
    Website,
    Writer,
    Order,
}

impl Kinds {
    pub(super) fn each(self) -> &'static [ReviewKind] {
        match self {
            Self::All => ReviewKind::ALL,
            Self::Website => &[ReviewKind::Website],
            Self::Writer => &[ReviewKind::Writer],
            Self::Order => &[ReviewKind::Order],
        }
    }
}

impl fmt::Display for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<_> = self.each().iter().map(|kind| kind.as_str()).collect();
        f.write_str(&words.join("+"))
    }
}

/// How many reviews of each kind that is wanted stand where.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewTotals {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    website: Option<ReviewKindTotals>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    writer: Option<ReviewKindTotals>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    order: Option<ReviewKindTotals>,
}

/// The reviews of a kind.
#[derive(Debug, Default, Serialize, ToSchema)]
struct ReviewKindTotals {
    total: i64,
    approved: i64,
    /// Neither approved nor hidden.
    pending: i64,
    flagged: i64,
    shadowed: i64,
    /// Of the approved ones.
    avg_rating: Option<Decimal>,
}

impl ReviewTotals {
    fn new(rows: &[Totals], kinds: Kinds) -> Self {
        let of = |kind| {
            let row = rows.iter().find(|row| row.kind == kind);
            kinds.each().contains(&kind).then(|| row.map(Into::into).unwrap_or_default())
        };
        Self {
            website: of(ReviewKind::Website),
            writer: of(ReviewKind::Writer),
            order: of(ReviewKind::Order),
        }
    }
}

impl From<&Totals> for ReviewKindTotals {
    fn from(row: &Totals) -> Self {
        let Totals { kind: _, reviews: total, approved, pending, flagged, shadowed, stars } = *row;
        let avg_rating = stars.map(|stars| Hundredths(stars).into());
        Self { total, approved, pending, flagged, shadowed, avg_rating }
    }
}

/// How many reviews of each kind stand where
#[utoipa::path(
    get,
    path = "/reviews/aggregation/stats",
    tag = "reviews",
    params(ScopeQuery, RefreshQuery, KindsQuery),
    responses((status = OK, body = ReviewTotals), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_review_totals(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(KindsQuery { kinds }): Params<KindsQuery>,
) -> ApiResult<Answer<ReviewTotals>> {
    let scope = admin.scope;
    let load = move || async move {
        let rows = aggregation_stats::load(db.reads(), scope, kinds.each()).await?;
        Ok(ReviewTotals::new(&rows, kinds))
    };
    admin.answer(&POLICY).with(kinds).load(load).await
}
