//! `GET /api/v1/reviews/{website|writer|order}-reviews`

use std::str::FromStr;

use axum::{Json, extract::State};
use serde::{Deserialize, Deserializer, de::Error as _};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{
    ApiResult, DayOrInstant, Flag, Page, PageQuery, Paging, Params, PathParam, Problems, Words,
    access::MEMBER,
};
use tally_kernel::Money;
use utoipa::IntoParams;

use super::{
    row::ReviewData,
    viewer::{Kind, viewer},
};
use crate::reviews::repository::list::{self, Standing, Wanted};

/// Which reviews are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReviewsQuery {
    /// Any of `pending`, `approved`, `flagged` and `shadowed`.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// Exactly so many stars.
    #[param(value_type = Option<f64>)]
    rating: Option<Stars>,
    #[param(value_type = Option<bool>)]
    is_approved: Option<Flag>,
    #[param(value_type = Option<bool>)]
    is_flagged: Option<Flag>,
    #[param(value_type = Option<bool>)]
    is_shadowed: Option<Flag>,
    /// Beginnings of words of the comment and, for staff, of the reviewer's names; or an id.
    search: Option<String>,
    /// A day or an instant: not submitted before it.
    #[serde(rename = "submitted_at__gte")]
    #[param(value_type = Option<String>)]
    since: Option<DayOrInstant>,
}

/// A number of stars, in hundredths.
#[derive(Clone, Copy, Debug)]
struct Stars(i64);

impl<'de> Deserialize<'de> for Stars {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stars = String::deserialize(deserializer)?.parse::<Money>();
        stars.map(|stars| Self(stars.cents)).map_err(|_| D::Error::custom("must be a number of stars"))
    }
}

impl FromStr for Standing {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "pending" => Ok(Self::Pending),
            "approved" => Ok(Self::Approved),
            "flagged" => Ok(Self::Flagged),
            "shadowed" => Ok(Self::Shadowed),
            _ => Err(()),
        }
    }
}

impl From<ReviewsQuery> for Wanted {
    fn from(query: ReviewsQuery) -> Self {
        let ReviewsQuery { status, rating, is_approved, is_flagged, is_shadowed, search, since } = query;
        let set = |flag: Option<Flag>| flag.map(|Flag(set)| set);
        Self {
            standings: status.map(|words| words.known()),
            stars: rating.map(|Stars(stars)| stars),
            is_approved: set(is_approved),
            is_flagged: set(is_flagged),
            is_shadowed: set(is_shadowed),
            search,
            since: since.map(DayOrInstant::start),
        }
    }
}

/// The reviews of a kind that the caller sees: staff all, writers those about them, clients their own
#[utoipa::path(
    get,
    path = "/reviews/{kind}",
    tag = "reviews",
    params(("kind" = inline(Kind), Path, description = "What is reviewed"), ScopeQuery, ReviewsQuery, PageQuery),
    responses((status = OK, body = Page<ReviewData>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_reviews(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<250, 100>,
    Params(query): Params<ReviewsQuery>,
    PathParam(kind): PathParam<Kind>,
) -> ApiResult<Json<Page<ReviewData>>> {
    let (limit, offset, wanted) = (paging.limit(), paging.offset(), query.into());
    let (count, rows) = list::load(db.reads(), viewer(&member), kind.into(), &wanted, limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(|row| ReviewData::of(row, member.role)).collect())))
}
