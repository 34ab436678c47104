//! That rows left is written down, whether all of them did or not.

use axum::{
    extract::FromRequestParts,
    http::{Method, request::Parts},
};
use serde_json::{Map, Value, json};
use tally_auth::{
    Admin, Permission, Scoped,
    audit::{self, Trail},
};
use tally_db::{Db, DbErr};
use tally_entity::WebsiteScope;
use tally_http::{ApiError, AppState, FileKind};

/// What is exported: its rows in the plural, the table of one, and how names of such files begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exported {
    pub(crate) rows: &'static str,
    pub(crate) table: &'static str,
    pub(crate) file: &'static str,
}

/// Somebody who may take rows away, and the entry about it that waits for their number.
pub(crate) struct Log {
    db: Db,
    pub(super) admin: Scoped<Admin>,
    /// Nothing leaves but the headers.
    pub(super) only_head: bool,
    trail: Trail,
    filters: Value,
}

impl FromRequestParts<AppState> for Log {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let admin = Scoped::<Admin>::from_request_parts(parts, app).await?;
        admin.require(app.db.reads(), Permission::ViewReports).await?;
        let Ok(trail) = Trail::from_request_parts(parts, app).await;
        let filters = filters(parts.uri.query().unwrap_or_default());
        Ok(Self { db: app.db.clone(), admin, only_head: parts.method == Method::HEAD, trail, filters })
    }
}

impl Log {
    /// Writes down that so many `rows` left; not `whole` when the caller or a failure broke it off.
    pub(crate) async fn write(
        &self,
        what: Exported,
        kind: FileKind,
        rows: usize,
        whole: bool,
    ) -> Result<(), DbErr> {
        if self.only_head {
            return Ok(());
        }
        let website = match self.admin.scope {
            WebsiteScope::All => None,
            WebsiteScope::One(id) => Some(id),
        };
        let export = audit::Export {
            actor: (&self.admin.0).into(),
            action: format!("Exported {rows} {}", what.rows),
            website,
            table: what.table,
            details: json!({
                "filters": self.filters,
                "format": kind.extension(),
                "rows": rows,
                "complete": whole,
            }),
            trail: &self.trail,
        };
        let tx = self.db.write().await?;
        audit::record_export(&*tx, export).await?;
        tx.commit().await
    }
}

/// The parameters that say something, by name; one that is given several times has all of its values.
fn filters(query: &str) -> Value {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
    let mut filters = Map::new();
    for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        match filters.get_mut(&name) {
            Some(Value::String(values)) => *values = format!("{values},{value}"),
            _ => drop(filters.insert(name, value.into())),
        }
    }
    filters.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_as_they_were_asked_for() {
        assert_eq!(
            filters("status=paid&status=failed&date_from=&q=a%20b&format=csv"),
            json!({ "status": "paid,failed", "q": "a b", "format": "csv" })
        );
        assert_eq!(filters(""), json!({}));
    }
}
