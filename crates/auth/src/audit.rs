//! What people did, for the record.

use std::{convert::Infallible, net::IpAddr};

use axum::{extract::FromRequestParts, http::request::Parts};
use sea_orm::{ActiveValue::NotSet, ConnectionTrait, DbErr, EntityTrait, Set, entity::prelude::Json};
use tally_entity::{Role, UserId, WebsiteId, audit_log};
use tally_http::{ClientAddress, RequestId, UserAgent};

use crate::{Caller, RoleRule as _, Staff};

const LONGEST_ACTION: usize = 255;

/// What kind of thing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// A new row.
    Created,
    /// Columns of a row.
    Updated,
    /// A row that is gone.
    Deleted,
    /// The status of a row.
    Status,
    /// Somebody responsible for a row.
    Assigned,
    /// What others may see of it.
    Moderated,
    /// Money moved, or promised.
    Money,
    /// What a person may do.
    Account,
    /// Sign-ins, sessions, passwords. No dashboard shows these.
    Security,
    /// Rows that left in a file.
    Exported,
    /// Anything else.
    Other,
}

impl ActionKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Deleted => "deleted",
            Self::Status => "status",
            Self::Assigned => "assigned",
            Self::Moderated => "moderated",
            Self::Money => "money",
            Self::Account => "account",
            Self::Security => "security",
            Self::Exported => "exported",
            Self::Other => "other",
        }
    }
}

/// Where a request came from, as the record keeps it.
#[derive(Clone, Debug)]
pub struct Trail {
    /// The request's id.
    pub request_id: String,
    /// The caller's address.
    pub ip: IpAddr,
    /// The caller's program.
    pub user_agent: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for Trail {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let RequestId(request_id) = RequestId::from_request_parts(parts, state).await?;
        let ClientAddress(ip) = ClientAddress::from_request_parts(parts, state).await?;
        let UserAgent(user_agent) = UserAgent::from_request_parts(parts, state).await?;
        Ok(Self { request_id, ip, user_agent })
    }
}

/// Who did it.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    /// The user.
    pub id: UserId,
    /// What he was then.
    pub role: Role,
}

impl Actor {
    /// Whether he works for the business. What the others do about their own rows is not written down.
    pub fn is_staff(self) -> bool {
        Staff::ROLES.contains(&self.role)
    }
}

impl From<&Caller> for Actor {
    fn from(caller: &Caller) -> Self {
        Self { id: caller.id, role: caller.role }
    }
}

/// One thing that somebody did to one row.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Who.
    pub actor: Actor,
    /// What kind of thing.
    pub kind: ActionKind,
    /// The thing, as a short sentence: "Suspended user maria".
    pub action: String,
    /// The website of the row.
    pub website: Option<WebsiteId>,
    /// The row: its table in the singular, and its key.
    pub target: (&'static str, i64),
    /// The changed columns as they were; no hashes and no secrets.
    pub before: Option<Json>,
    /// The changed columns as they are now; no hashes and no secrets.
    pub after: Option<Json>,
    /// Where the request came from.
    pub trail: &'a Trail,
}

impl<'a> Entry<'a> {
    /// An entry about sign-ins, sessions and passwords, which has no columns to show.
    pub fn security(
        actor: Actor,
        action: impl Into<String>,
        website: Option<WebsiteId>,
        target: (&'static str, i64),
        trail: &'a Trail,
    ) -> Self {
        let (kind, action) = (ActionKind::Security, action.into());
        Self { actor, kind, action, website, target, before: None, after: None, trail }
    }
}

/// Writes `entry` down, in the transaction of what it tells about.
///
/// # Errors
/// When the row cannot be written; the transaction is then of no use either.
pub async fn record(tx: &impl ConnectionTrait, entry: Entry<'_>) -> Result<(), DbErr> {
    record_all(tx, [entry]).await
}

/// Writes entries down with one statement, in the transaction of what they tell about.
///
/// # Errors
/// When the rows cannot be written; the transaction is then of no use either.
pub async fn record_all<'a>(
    tx: &impl ConnectionTrait,
    entries: impl IntoIterator<Item = Entry<'a>>,
) -> Result<(), DbErr> {
    let rows: Vec<_> = entries.into_iter().map(row).collect();
    if !rows.is_empty() {
        audit_log::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(entry: Entry<'_>) -> audit_log::ActiveModel {
    let Entry { actor, kind, action, website, target: (target_type, target_id), before, after, trail } =
        entry;
    audit_log::ActiveModel {
        website_id: Set(website),
        actor_id: Set(Some(actor.id)),
        actor_role: Set(Some(actor.role.to_string())),
        action_type: Set(kind.as_str().to_owned()),
        action: Set(action.chars().take(LONGEST_ACTION).collect()),
        target_type: Set(Some(target_type.to_owned())),
        target_id: Set(Some(target_id)),
        before: Set(before),
        after: Set(after),
        ip: Set(Some(trail.ip.to_string())),
        user_agent: Set(trail.user_agent.clone()),
        request_id: Set(Some(trail.request_id.clone())),
        ..Default::default()
    }
}

/// Writes down what somebody did to the program itself, and to no row. It is no business of a dashboard: nothing kept
/// ends by it.
///
/// # Errors
/// When the row cannot be written.
pub async fn record_operation(
    tx: &impl ConnectionTrait,
    actor: Actor,
    action: String,
    target: &'static str,
    trail: &Trail,
) -> Result<(), DbErr> {
    let entry = Entry::security(actor, action, None, (target, 0), trail);
    let row = audit_log::ActiveModel { target_id: NotSet, ..row(entry) };
    audit_log::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Rows that somebody took away in a file.
#[derive(Clone, Debug)]
pub struct Export<'a> {
    /// Who.
    pub actor: Actor,
    /// What he did, as a short sentence.
    pub action: String,
    /// The website whose rows they are; none when he sees every website.
    pub website: Option<WebsiteId>,
    /// The table of the rows, in the singular.
    pub table: &'static str,
    /// What he asked for and what he got.
    pub details: Json,
    /// Where the request came from.
    pub trail: &'a Trail,
}

/// Writes down that rows left. No single row stands for them.
///
/// # Errors
/// When the row cannot be written.
pub async fn record_export(tx: &impl ConnectionTrait, export: Export<'_>) -> Result<(), DbErr> {
    let Export { actor, action, website, table, details, trail } = export;
    let kind = ActionKind::Exported;
    let target = (table, 0);
    let entry = Entry { actor, kind, action, website, target, before: None, after: Some(details), trail };
    let row = audit_log::ActiveModel { target_id: NotSet, ..row(entry) };
    audit_log::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
