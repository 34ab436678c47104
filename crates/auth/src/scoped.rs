use std::{ops::Deref, sync::Arc};

use axum::{extract::FromRequestParts, http::request::Parts};
use sea_orm::{DatabaseConnection, DbErr, EntityTrait, QuerySelect};
use serde::Deserialize;
use tally_cache::{Cache, Key, Policy, Reads, Scope};
use tally_db::unmetered;
use tally_entity::{WebsiteId, WebsiteScope, website};
use tally_http::{ApiError, ApiResult, AppState, Asked, Lookup, Params};
use utoipa::IntoParams;

use crate::{Caller, RoleRule};

pub(crate) static WEBSITES: Policy = Policy::new("websites.ids", 1800, &[Reads::Whole("websites")]);
const SHAPE: u64 = 1;

/// A caller of the roles that `R` lets in, and the websites he may see and asks about.
pub struct Scoped<R> {
    caller: R,
    /// Whose rows he sees in this request.
    pub scope: WebsiteScope,
    asked: Asked,
    cache: Cache,
}

/// A caller of the roles that `R` lets in, asking about his own rows.
pub struct Own<R> {
    caller: R,
    asked: Asked,
    cache: Cache,
}

impl<R> Deref for Scoped<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.caller
    }
}

impl<R> Deref for Own<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.caller
    }
}

impl<R: RoleRule> Scoped<R> {
    /// The answer of `policy` for these websites. Only people who run the business may have it made anew.
    pub fn answer(&self, policy: &'static Policy) -> Lookup {
        let scope = match self.scope {
            WebsiteScope::All => Scope::Everything,
            WebsiteScope::One(id) => Scope::Website(id.0),
        };
        Lookup::new(self.cache.clone(), self.asked.clone(), policy, scope, self.caller.is_admin())
    }
}

impl<R: RoleRule> Own<R> {
    /// The answer of `policy` for this caller, who may have it made anew.
    pub fn answer(&self, policy: &'static Policy) -> Lookup {
        Lookup::new(self.cache.clone(), self.asked.clone(), policy, Scope::User(self.caller.id.0), true)
    }
}

impl<R> FromRequestParts<AppState> for Own<R>
where
    R: RoleRule + FromRequestParts<AppState, Rejection = ApiError>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let caller = R::from_request_parts(parts, app).await?;
        let Ok(asked) = Asked::from_request_parts(parts, app).await;
        Ok(Self { caller, asked, cache: app.cache.clone() })
    }
}

impl<R> FromRequestParts<AppState> for Scoped<R>
where
    R: RoleRule + FromRequestParts<AppState, Rejection = ApiError>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let caller = R::from_request_parts(parts, app).await?;
        let Params(named) = Params::<ScopeQuery>::from_request_parts(parts, app).await?;
        let stored = parts.headers.get("x-website").and_then(|value| value.to_str().ok()?.parse().ok());
        let scope = scope(app, &caller, named.website_id.or(named.website), stored).await?;
        let Ok(asked) = Asked::from_request_parts(parts, app).await;
        Ok(Self { caller, scope, asked, cache: app.cache.clone() })
    }
}

/// The parameters of everything that a website can be chosen for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ScopeQuery {
    /// Shows one website; the caller must be allowed to see it.
    #[param(value_type = Option<i64>)]
    website_id: Option<WebsiteParam>,
    /// Another name of `website_id`.
    #[param(value_type = Option<i64>)]
    website: Option<WebsiteParam>,
}

#[derive(Clone, Copy)]
struct WebsiteParam(WebsiteId);

impl<'de> Deserialize<'de> for WebsiteParam {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_| serde::de::Error::custom("must be the id of a website"))
    }
}

/// A website asked for outside the caller's scope does not exist; one that the frontend remembered and that
/// is no longer his is ignored.
async fn scope(
    app: &AppState,
    caller: &Caller,
    named: Option<WebsiteParam>,
    stored: Option<WebsiteId>,
) -> ApiResult<WebsiteScope> {
    let named = named.map(|WebsiteParam(id)| id);
    let unknown = || ApiError::not_found("There is no such website.");
    if caller.sees_every_website() {
        return match named.or(stored) {
            Some(id) if exists(app, id).await? => Ok(WebsiteScope::One(id)),
            Some(_) if named.is_some() => Err(unknown()),
            _ => Ok(WebsiteScope::All),
        };
    }
    let own = caller.website_id.filter(|own| named.is_none_or(|id| id == *own));
    own.map(WebsiteScope::One).ok_or_else(unknown)
}

/// Reading which websites there are is part of reading the caller, not of the answer.
async fn exists(app: &AppState, id: WebsiteId) -> ApiResult<bool> {
    let db = app.db.reads().clone();
    let key = Key::new(&WEBSITES, Scope::Everything, SHAPE);
    let ids: Arc<Vec<WebsiteId>> =
        unmetered(app.cache.value(key, move || async move { website_ids(&db).await })).await?;
    Ok(ids.contains(&id))
}

async fn website_ids(db: &DatabaseConnection) -> Result<Vec<WebsiteId>, DbErr> {
    website::Entity::find().select_only().column(website::Column::Id).into_tuple().all(db).await
}
