//! Which answers are kept, where they are asked for, and what they vary on: learnt from the routes themselves.

use std::{
    collections::BTreeMap,
    convert::Infallible,
    sync::{Arc, OnceLock},
};

use axum::{Router, body::Body, http::Request, response::Response};
use serde_json::Value;
use tally_auth::Caller;
use tally_cache::{Policy, Scope};
use tally_db::metered;
use tally_entity::{Role, SessionId, UserId};
use tally_http::Inward;
use tally_kernel::Clock;
use tokio::sync::OnceCell;
use tower::ServiceExt as _;
use utoipa::openapi::OpenApi;
use uuid::Uuid;

/// What every answer of a website may be asked for with; it is the scope, and no parameter.
const OF_SCOPE: [&str; 2] = ["website_id", "website"];
/// The parameter that every kept answer has, and no other.
const REFRESH: &str = "refresh";

/// A kind of answer that is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// How it is kept.
    pub policy: &'static Policy,
    /// Ids of the operations that give it; none when only the program itself uses it.
    pub endpoints: Vec<String>,
    /// What tells its answers apart: the scope first, then the parameters.
    pub varies_on: Vec<String>,
    /// Where the first operation is.
    pub(crate) path: String,
}

/// An operation whose answer is kept.
struct Operation {
    id: String,
    path: String,
    /// One that may ask it.
    role: Role,
    parameters: Vec<String>,
}

/// Routes that the program asks itself, and their description.
type Routes = (Router, OpenApi);

/// The program's own way to its routes: to learn what they keep, and to have it kept before anybody asks.
#[derive(Clone)]
pub struct Insight {
    inner: Arc<Inner>,
}

struct Inner {
    routes: Box<dyn Fn() -> Routes + Send + Sync>,
    opened: OnceLock<(Router, Vec<Operation>)>,
    catalogue: OnceCell<Vec<Kept>>,
}

impl Insight {
    /// `routes` makes the routes with their state and without the layers around them; it is asked when they are first
    /// needed.
    pub fn new(routes: impl Fn() -> Routes + Send + Sync + 'static) -> Self {
        let inner = Inner { routes: Box::new(routes), opened: OnceLock::new(), catalogue: OnceCell::new() };
        Self { inner: Arc::new(inner) }
    }

    /// Every kind of answer that is kept, by name.
    pub async fn catalogue(&self) -> &[Kept] {
        self.inner.catalogue.get_or_init(|| self.describe()).await
    }

    async fn describe(&self) -> Vec<Kept> {
        let mut kept: BTreeMap<&str, Kept> = BTreeMap::new();
        for (policy, varies_on) in tally_auth::policies() {
            let varies_on = varies_on.iter().map(ToString::to_string).collect();
            kept.insert(policy.name, Kept { policy, endpoints: vec![], varies_on, path: String::new() });
        }
        for Operation { id, path, role, parameters } in &self.opened().1 {
            let described = Arc::new(OnceLock::new());
            self.ask_as(*role, path, Inward::Describe(Arc::clone(&described))).await;
            let Some((policy, scope)) = described.get() else { continue };
            let path = path.clone();
            let of_policy = kept.entry(policy.name).or_insert_with(|| {
                let scope = if matches!(scope, Scope::User(_)) { "user" } else { "website" };
                Kept { policy, endpoints: vec![], varies_on: vec![scope.to_owned()], path }
            });
            of_policy.endpoints.push(id.clone());
            for parameter in parameters {
                if !of_policy.varies_on.contains(parameter) {
                    of_policy.varies_on.push(parameter.clone());
                }
            }
        }
        kept.into_values().collect()
    }

    /// Asks a route, as somebody of the platform who is nobody in particular.
    pub(crate) async fn ask(&self, path: &str, why: Inward) -> Response {
        self.ask_as(Role::Superadmin, path, why).await
    }

    async fn ask_as(&self, role: Role, path: &str, why: Inward) -> Response {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = path.parse().unwrap_or_default();
        request.extensions_mut().insert(nobody(role));
        request.extensions_mut().insert(why);
        let answered: Result<Response, Infallible> =
            metered(Arc::default(), self.opened().0.clone().oneshot(request)).await;
        let Ok(response) = answered;
        response
    }

    fn opened(&self) -> &(Router, Vec<Operation>) {
        self.inner.opened.get_or_init(|| {
            let (router, document) = (self.inner.routes)();
            (router, operations(&document))
        })
    }
}

fn nobody(role: Role) -> Caller {
    let now = Clock::real();
    Caller {
        id: UserId(0),
        username: String::new(),
        role,
        website_id: None,
        session_id: SessionId(0),
        session: Uuid::nil(),
        last_used_at: now,
        expires_at: now,
    }
}

/// The operations whose answers are kept, in the order of the document. Where a path names a row, it is the first.
fn operations(document: &OpenApi) -> Vec<Operation> {
    let document = serde_json::to_value(document).unwrap_or_default();
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.filter_map(|(path, item)| operation(path, &item["get"])).collect()
}

fn operation(path: &str, operation: &Value) -> Option<Operation> {
    let in_query = operation["parameters"].as_array()?.iter().filter(|parameter| parameter["in"] == "query");
    let names: Vec<_> = in_query.filter_map(|parameter| parameter["name"].as_str()).collect();
    names.contains(&REFRESH).then_some(())?;
    let parts = path.split('/').map(|part| if part.starts_with('{') { "1" } else { part });
    let roles = operation["x-access"]["roles"].as_array().into_iter().flatten();
    let roles: Vec<Role> = roles.filter_map(|role| role.as_str()?.parse().ok()).collect();
    // Some pages are for writers or clients alone; all others are for the platform, too.
    let role = *roles.iter().find(|role| **role == Role::Superadmin).or(roles.first())?;
    let parameters = names.into_iter().filter(|name| *name != REFRESH && !OF_SCOPE.contains(name));
    Some(Operation {
        id: operation["operationId"].as_str()?.to_owned(),
        path: parts.collect::<Vec<_>>().join("/"),
        role,
        parameters: parameters.map(ToOwned::to_owned).collect(),
    })
}
