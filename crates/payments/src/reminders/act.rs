//! Staff changes what clients are told: where, and what is written down about it.

use sea_orm::DatabaseTransaction;
use serde_json::{Map, Value};
use tally_auth::{
    Admin, Scoped,
    audit::{self, ActionKind, Entry, Trail},
};
use tally_entity::{WebsiteId, WebsiteScope};
use tally_http::{ApiError, ApiResult};

use super::repository::configs::has_website;

/// A row about to be changed, made or removed.
pub(super) struct Act<'a> {
    pub(super) tx: &'a DatabaseTransaction,
    pub(super) admin: &'a Scoped<Admin>,
    pub(super) trail: &'a Trail,
}

impl Act<'_> {
    /// The website named, which the caller must look after; his own when none is named.
    pub(super) async fn website(&self, named: Option<WebsiteId>) -> ApiResult<WebsiteId> {
        let unknown = || ApiError::not_found("There is no such website.");
        match (named, self.admin.website_id) {
            (named, Some(own)) => named.is_none_or(|named| named == own).then_some(own).ok_or_else(unknown),
            (Some(named), None) => {
                if has_website(self.tx, named).await? {
                    Ok(named)
                } else {
                    Err(unknown())
                }
            }
            (None, None) => match self.admin.scope {
                WebsiteScope::One(id) => Ok(id),
                WebsiteScope::All => Err(ApiError::invalid("/website", "is required")),
            },
        }
    }

    /// Writes down what became of a row: its columns before and after, as far as they differ.
    pub(super) async fn record(
        &self,
        kind: ActionKind,
        action: String,
        website: WebsiteId,
        target: (&'static str, i64),
        before: Option<Value>,
        after: Option<Value>,
    ) -> ApiResult<()> {
        let (before, after) = differences(before, after);
        let (actor, trail, website) = ((&***self.admin).into(), self.trail, Some(website));
        let entry = Entry { actor, kind, action, website, target, before, after, trail };
        Ok(audit::record(self.tx, entry).await?)
    }
}

fn differences(before: Option<Value>, after: Option<Value>) -> (Option<Value>, Option<Value>) {
    let (Some(Value::Object(before)), Some(Value::Object(after))) = (&before, &after) else {
        return (before, after);
    };
    let changed = |row: &Map<String, Value>, other: &Map<String, Value>| {
        let members = row.iter().filter(|(name, value)| other.get(*name) != Some(value));
        Some(Value::Object(members.map(|(name, value)| (name.clone(), value.clone())).collect()))
    };
    (changed(before, after), changed(after, before))
}
