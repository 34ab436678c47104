//! `GET /api/v1/websites/websites`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::{Role, WebsiteId};
use tally_http::{
    Answer, ApiResult, Flag, Origin, Page, PageQuery, Paging, Params, Problems, RefreshQuery, access::MEMBER,
};
use utoipa::{IntoParams, ToSchema};

use crate::websites::repository::list::{self, Wanted, Website};

static POLICY: Policy = Policy::new("websites.list", 1800, &[Reads::Whole("websites")]);

/// Which websites are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WebsitesQuery {
    #[param(value_type = Option<bool>)]
    is_active: Option<Flag>,
    /// Beginnings of words of the name, the domain or the slug, or an id.
    search: Option<String>,
}

/// A website.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WebsiteRow {
    #[schema(value_type = i64)]
    id: WebsiteId,
    name: String,
    domain: String,
    slug: String,
    is_active: bool,
    /// Always false for everybody but superadmins: others do not see removed websites.
    is_deleted: bool,
    theme_color: Option<String>,
    contact_email: Option<String>,
    contact_phone: Option<String>,
    /// ISO 4217 code.
    currency: String,
    /// IANA name.
    timezone: String,
    created_at: DateTime<Utc>,
}

impl From<Website> for WebsiteRow {
    fn from(row: Website) -> Self {
        let Website {
            id,
            name,
            domain,
            slug,
            is_active,
            is_deleted,
            theme_color,
            contact_email,
            contact_phone,
            currency,
            timezone,
            created_at,
        } = row;
        Self {
            id,
            name,
            domain,
            slug,
            is_active,
            is_deleted,
            theme_color,
            contact_email,
            contact_phone,
            currency,
            timezone,
            created_at,
        }
    }
}

/// A page of the list whose links hold parsed parameters only: the answer is kept, and what one caller wrote
/// besides is no business of the next.
struct Shown {
    origin: String,
    wanted: Wanted,
    paging: Paging<250, 250>,
}

impl Shown {
    fn page(&self, websites: Vec<Website>) -> Page<WebsiteRow> {
        let Self { paging, .. } = self;
        let count = i64::try_from(websites.len()).unwrap_or(i64::MAX);
        let (offset, limit) = (paging.offset(), paging.limit());
        let skipped = usize::try_from(offset).unwrap_or(usize::MAX);
        let taken = usize::try_from(limit).unwrap_or(usize::MAX);
        let rows = websites.into_iter().skip(skipped).take(taken).map(Into::into).collect();
        let mut page = paging.page(count, rows);
        page.next = page.next.is_some().then(|| self.link(paging.page + 1));
        page.previous = page.previous.is_some().then(|| self.link(paging.page - 1));
        page
    }

    fn link(&self, page: i64) -> String {
        let Self { origin, wanted, paging } = self;
        let link = Link {
            is_active: wanted.is_active,
            search: wanted.search.as_deref(),
            page_size: paging.page_size,
            page,
        };
        let query = serde_html_form::to_string(link).unwrap_or_default();
        format!("{origin}/api/v1/websites/websites/?{query}")
    }
}

#[derive(Serialize)]
struct Link<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    is_active: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    search: Option<&'a str>,
    page_size: i64,
    page: i64,
}

/// The websites the caller may see
#[utoipa::path(
    get,
    path = "/websites/websites",
    tag = "websites",
    params(ScopeQuery, RefreshQuery, WebsitesQuery, PageQuery),
    responses((status = OK, body = Page<WebsiteRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_websites(
    State(db): State<Db>,
    Origin(origin): Origin,
    member: Scoped<Member>,
    paging: Paging<250, 250>,
    Params(WebsitesQuery { is_active, search }): Params<WebsitesQuery>,
) -> ApiResult<Answer<Page<WebsiteRow>>> {
    let deleted = member.role == Role::Superadmin;
    let wanted = Wanted { deleted, is_active: is_active.map(|Flag(active)| active), search };
    let lookup = member
        .answer(&POLICY)
        .with(&origin)
        .with(format_args!("{wanted:?}"))
        .with(paging.page)
        .with(paging.page_size);
    let scope = member.scope;
    let load = move || async move {
        let websites = list::load(db.reads(), scope, &wanted).await?;
        Ok(Shown { origin, wanted, paging }.page(websites))
    };
    lookup.load(load).await
}
