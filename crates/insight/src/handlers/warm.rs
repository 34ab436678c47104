//! `POST /api/v1/insight/cache/warm`

use axum::{Extension, Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::Operator;
use tally_db::Db;
use tally_entity::WebsiteId;
use tally_http::{ApiError, ApiResult, Body, Problems, access::OPERATOR};
use tokio::time::Instant;
use utoipa::ToSchema;

use super::cache::ms;
use crate::{
    Insight, Kept, repository,
    warming::{Outcome, Target},
};

/// What to load before anybody asks.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub struct WarmRequest {
    /// Policies; all that are marked warm when absent.
    pub policies: Option<Vec<String>>,
    /// Websites; every active one, and all of them together, when absent.
    pub website_ids: Option<Vec<i64>>,
    /// Whether to load what is still good too.
    #[serde(default)]
    pub force: bool,
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Warmed {
    /// Loaded, and kept.
    pub warmed: usize,
    /// Kept already.
    pub fresh: usize,
    /// Not loaded, or not kept.
    pub failed: usize,
    /// Not begun, or not ended, within 12 seconds.
    pub left: usize,
    /// Milliseconds in all.
    pub ms: f64,
    /// One by one.
    pub items: Vec<WarmedItem>,
}

/// An answer that was to be loaded.
#[derive(Debug, Serialize, ToSchema)]
pub struct WarmedItem {
    /// Its policy.
    pub policy: &'static str,
    /// Its website; none when it is of all.
    pub website_id: Option<i64>,
    /// What became of it.
    pub outcome: Outcome,
    /// Milliseconds it took.
    pub ms: Option<f64>,
}

impl WarmRequest {
    fn policies<'a>(&self, catalogue: &'a [Kept]) -> ApiResult<Vec<&'a Kept>> {
        let warm = catalogue.iter().filter(|kept| kept.policy.warm);
        let Some(named) = &self.policies else { return Ok(warm.collect()) };
        let find = |(at, name): (usize, &String)| {
            warm.clone().find(|kept| kept.policy.name == name).ok_or_else(|| {
                ApiError::invalid(format!("/policies/{at}"), "there is no such policy that is marked warm")
            })
        };
        named.iter().enumerate().map(find).collect()
    }

    async fn websites(&self, db: &Db) -> ApiResult<Vec<Option<WebsiteId>>> {
        let named =
            self.website_ids.as_ref().map(|ids| ids.iter().copied().map(WebsiteId).collect::<Vec<_>>());
        let found = repository::warm::load(db.reads(), named.clone()).await?;
        match named {
            None => Ok(std::iter::once(None).chain(found.into_iter().map(Some)).collect()),
            Some(named) if named.iter().all(|id| found.contains(id)) => {
                Ok(found.into_iter().map(Some).collect())
            }
            Some(_) => Err(ApiError::not_found("There is no such website.")),
        }
    }
}

impl Insight {
    /// Loads what `request` asks for, through the routes themselves.
    ///
    /// # Errors
    /// When it names what there is not, or the database does not answer.
    pub async fn warm(&self, request: WarmRequest, db: &Db) -> ApiResult<Warmed> {
        let began = Instant::now();
        let policies = request.policies(self.catalogue().await)?;
        let websites = request.websites(db).await?;
        let of_policy = |kept: &&Kept| websites.iter().map(|id| Target::new(kept, *id)).collect::<Vec<_>>();
        let loaded = self.load_ahead(policies.iter().flat_map(of_policy).collect(), request.force).await;
        let count = |which| loaded.iter().filter(|(_, outcome, _)| *outcome == which).count();
        let millis = |took: std::time::Duration| ms(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        Ok(Warmed {
            warmed: count(Outcome::Warmed),
            fresh: count(Outcome::Fresh),
            failed: count(Outcome::Failed),
            left: count(Outcome::Left),
            ms: millis(began.elapsed()),
            items: loaded
                .into_iter()
                .map(|(target, outcome, took)| WarmedItem {
                    policy: target.policy.name,
                    website_id: target.website.map(|id| id.0),
                    outcome,
                    ms: took.map(millis),
                })
                .collect(),
        })
    }
}

/// Loads answers before anybody asks
#[utoipa::path(
    post,
    path = "/insight/cache/warm",
    tag = "insight",
    request_body = WarmRequest,
    responses((status = OK, body = Warmed), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(OPERATOR))),
)]
pub(crate) async fn warm_insight_cache(
    State(db): State<Db>,
    Extension(insight): Extension<Insight>,
    _: Operator,
    Body(request): Body<WarmRequest>,
) -> ApiResult<Json<Warmed>> {
    insight.warm(request, &db).await.map(Json)
}
