//! The operations of the OpenAPI document, ready to be called.

use axum::http::Method;
use sea_orm::EntityTrait as _;
use serde::Deserialize;
use serde_json::{Value, json};
use tally_entity::{Role, website};
use tally_testkit::{Caller, Reply, TestApp};

/// Who may call an operation, as the document says.
#[derive(Debug, Deserialize)]
pub struct Access {
    pub roles: Vec<String>,
    pub anonymous: bool,
    pub empty_for: Vec<String>,
}

impl Access {
    pub fn answers(&self, role: Role) -> bool {
        let named = |roles: &[String]| roles.iter().any(|name| name == role.as_str());
        named(&self.roles) || named(&self.empty_for)
    }
}

/// One operation.
#[derive(Debug)]
pub struct Operation {
    pub id: String,
    pub method: Method,
    /// As in the document, with placeholders.
    pub path: String,
    pub access: Access,
    pub parameters: Vec<Value>,
    pub has_body: bool,
}

impl Operation {
    /// The path with every placeholder filled in by an id that no row has.
    pub fn address(&self) -> String {
        let parts = self.path.split('/').map(|part| if part.starts_with('{') { "987654321" } else { part });
        parts.collect::<Vec<_>>().join("/")
    }

    /// Somebody whom it answers: a superadmin, unless it is for others only.
    pub async fn somebody<'a>(&self, app: &'a TestApp) -> Caller<'a> {
        let roles = [Role::Superadmin, Role::Client, Role::Writer, Role::Editor, Role::Support];
        match roles.into_iter().find(|role| self.access.roles.iter().any(|name| name == role.as_str())) {
            Some(Role::Superadmin) | None => app.superadmin().await,
            Some(role) => {
                let site = website::Entity::find().one(app.db()).await.expect("websites can be read");
                let site = match site {
                    Some(site) => site.id,
                    None => app.website("home").await,
                };
                app.role(role, Some(site)).await
            }
        }
    }

    pub async fn call(&self, caller: &Caller<'_>) -> Reply {
        self.call_with(caller, "").await
    }

    pub async fn call_with(&self, caller: &Caller<'_>, query: &str) -> Reply {
        let (kind, body) = if self.has_body { (Some("application/json"), "{}") } else { (None, "") };
        let address = format!("{}{query}", self.address());
        caller.send_raw(self.method.clone(), &address, kind, body.into()).await
    }
}

pub fn document() -> Value {
    serde_json::to_value(tally_server::openapi()).expect("the document is JSON")
}

/// Every operation below `/api/v1`.
pub fn operations() -> Vec<Operation> {
    let document = document();
    let paths = document["paths"].as_object().expect("paths");
    let methods = |(path, item): (&String, &Value)| {
        let item = item.as_object().expect("a path item").clone();
        item.into_iter().map(|(method, operation)| (path.clone(), method, operation)).collect::<Vec<_>>()
    };
    paths.iter().flat_map(methods).map(|(path, method, operation)| of(path, &method, &operation)).collect()
}

fn of(path: String, method: &str, operation: &Value) -> Operation {
    let id = operation["operationId"].as_str().expect("an id").to_owned();
    let access = serde_json::from_value(operation["x-access"].clone());
    Operation {
        access: access.unwrap_or_else(|error| panic!("{id} does not say who may call it: {error}")),
        method: method.to_uppercase().parse().expect("a method"),
        parameters: operation.get("parameters").unwrap_or(&json!([])).as_array().expect("a list").clone(),
        has_body: operation.get("requestBody").is_some(),
        path,
        id,
    }
}
