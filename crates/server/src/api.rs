use std::path::PathBuf;

use axum::{Router, http::StatusCode};
use tally_http::{AppState, Problem, middleware::Layers};
use tally_insight::Insight;
use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};
use utoipa_axum::router::OpenApiRouter;

use crate::{docs, frontend, health, health::Health, page};

/// What is served beside the API.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// A built single-page frontend; without one the page for admins is served.
    pub frontend_dir: Option<PathBuf>,
    /// Whether this process should get requests at all.
    pub health: Health,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tally",
        description = "Dashboards and admin screens of a service business. Every address also answers with a trailing slash.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    components(schemas(Problem)),
    modifiers(&Bearer),
)]
struct Root;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut Document) {
        let scheme =
            SecurityScheme::Http(Http::builder().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build());
        document.components.get_or_insert_default().add_security_scheme("bearer", scheme);
    }
}

fn domains() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(tally_accounts::router())
        .merge(tally_admin::router())
        .merge(tally_client::router())
        .merge(tally_communications::router())
        .merge(tally_payments::router())
        .merge(tally_writer::router())
}

fn routes(insight: Insight) -> OpenApiRouter<AppState> {
    let all = domains().merge(tally_insight::router(insight));
    OpenApiRouter::with_openapi(Root::openapi()).nest("/api/v1", all)
}

/// The program's own way to the routes of the domains.
pub fn insight(state: AppState) -> Insight {
    Insight::new(move || {
        let (router, document) = OpenApiRouter::new().nest("/api/v1", domains()).split_for_parts();
        (router.with_state(state.clone()), document)
    })
}

/// The description of every route.
pub fn openapi() -> Document {
    let nowhere = Insight::new(|| (Router::new(), Document::default()));
    routes(nowhere).split_for_parts().1
}

/// Every route with the layers around it.
pub fn router(state: AppState, layers: Layers, site: &Site) -> Router {
    let (api, document) = routes(insight(state.clone())).split_for_parts();
    let api = api
        .merge(docs::router(&document))
        .route("/api/{*rest}", axum::routing::any(async || StatusCode::NOT_FOUND))
        .with_state(state.clone())
        .merge(health::router(state, site.health.clone()));
    let whole = match &site.frontend_dir {
        Some(dir) => frontend::beside(api, dir),
        None => api.merge(page::router()),
    };
    layers.around(whole)
}
