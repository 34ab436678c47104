//! The same done to many users at once, as far as it may be done to them.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, QueryOrder, QueryResult, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Alias, CommonTableExpression, LockType, Query, SelectStatement, WithClause},
};
use tally_entity::{RevokeReason, Role, UserId, WebsiteId, WebsiteScope, session, user};

use super::{
    change::{Changed, differences, instant, object, told},
    suspension,
};

/// Whom something is done to.
#[derive(Clone, Debug)]
pub(crate) struct Among {
    pub(crate) users: Vec<UserId>,
    /// Who does it, and cannot do it to himself.
    pub(crate) caller: UserId,
    /// Whether he may do it to admins too.
    pub(crate) admins: bool,
}

/// Somebody to whom it was done.
#[derive(Debug)]
pub(crate) struct Touched {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) website: Option<WebsiteId>,
    pub(crate) changed: Changed,
}

impl Touched {
    pub(crate) fn new(user: &user::Model, changed: Changed) -> Self {
        Self { id: user.id, username: user.username.clone(), website: user.website_id, changed }
    }
}

/// A suspension.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    pub(crate) reason: String,
    pub(crate) from: DateTime<Utc>,
    pub(crate) until: DateTime<Utc>,
}

/// Suspends those who are not suspended yet, and ends their sessions, with one statement.
pub(crate) async fn suspend(
    tx: &impl ConnectionTrait,
    scope: WebsiteScope,
    among: &Among,
    terms: Terms,
) -> Result<Vec<Touched>, DbErr> {
    let changed = terms.changed();
    let Terms { reason, from, until } = terms;
    let (wanted, touched, ended) = (Alias::new("wanted"), Alias::new("touched"), Alias::new("ended"));
    let free = among.locked(scope).select_only().column(user::Column::Id);
    let free = free.filter(user::COLUMN.is_suspended.eq(false)).into_query();
    let suspended = Query::update()
        .table(user::Entity)
        .value(user::Column::IsSuspended, true)
        .value(user::Column::SuspensionReason, reason)
        .value(user::Column::SuspendedAt, from)
        .value(user::Column::SuspensionEndsAt, until)
        .value(user::Column::TokenVersion, Expr::col(user::Column::TokenVersion).add(1))
        .and_where(user::COLUMN.id.in_subquery(ids(wanted.clone())))
        .returning(Query::returning().columns([
            user::Column::Id,
            user::Column::Username,
            user::Column::WebsiteId,
        ]))
        .to_owned();
    let sessions = Query::update()
        .table(session::Entity)
        .value(session::Column::RevokedAt, from)
        .value(session::Column::RevokeReason, RevokeReason::Admin)
        .and_where(session::COLUMN.user_id.in_subquery(ids(touched.clone())))
        .and_where(session::COLUMN.revoked_at.is_null())
        .and_where(session::COLUMN.expires_at.gt(from))
        .returning_col(session::Column::Id)
        .to_owned();
    let all = Query::select()
        .columns(["id", "username", "website_id"].map(Alias::new))
        .from(touched.clone())
        .take();
    let part = |name: Alias| CommonTableExpression::new().table_name(name).to_owned();
    let with = WithClause::new()
        .cte(part(wanted).query(free).to_owned())
        .cte(part(touched).query(suspended).to_owned())
        .cte(part(ended).query(sessions).to_owned())
        .to_owned();
    let rows = tx.query_all(&all.with(with)).await?;
    let touched = |row: &QueryResult| {
        Ok(Touched {
            id: row.try_get("", "id")?,
            username: row.try_get("", "username")?,
            website: row.try_get("", "website_id")?,
            changed: changed.clone(),
        })
    };
    rows.iter().map(touched).collect()
}

fn ids(part: Alias) -> SelectStatement {
    Query::select().column(Alias::new("id")).from(part).take()
}

/// Ends suspensions, and lets those in again who were switched off.
pub(crate) async fn activate(
    tx: &impl ConnectionTrait,
    scope: WebsiteScope,
    among: &Among,
) -> Result<Vec<Touched>, DbErr> {
    let user = user::COLUMN;
    let barred = Condition::any().add(user.is_suspended.eq(true)).add(user.is_active.eq(false));
    let barred = among.locked(scope).filter(barred).all(tx).await?;
    if barred.is_empty() {
        return Ok(Vec::new());
    }
    let none = Option::<DateTime<Utc>>::None;
    user::Entity::update_many()
        .col_expr(user::Column::IsActive, Expr::value(true))
        .col_expr(user::Column::IsSuspended, Expr::value(false))
        .col_expr(user::Column::SuspensionReason, Expr::value(Option::<String>::None))
        .col_expr(user::Column::SuspendedAt, Expr::value(none))
        .col_expr(user::Column::SuspensionEndsAt, Expr::value(none))
        .filter(user.id.is_in(barred.iter().map(|user| user.id)))
        .exec(tx)
        .await?;
    let changed = |user: &user::Model| told(&differences(user, &suspension::ended(user, true)));
    Ok(barred.iter().map(|user| Touched::new(user, changed(user))).collect())
}

impl Terms {
    /// What it changes about somebody who is free.
    fn changed(&self) -> Changed {
        let Self { reason, from, until } = self;
        let after = [
            ("is_suspended", Json::Bool(true)),
            ("suspension_reason", Json::String(reason.clone())),
            ("suspended_at", instant(*from)),
            ("suspension_ends_at", instant(*until)),
        ];
        Changed { before: Some(object([("is_suspended", Json::Bool(false))])), after: Some(object(after)) }
    }
}

impl Among {
    /// Those of them whom the caller may touch, in an order that all such statements lock in.
    fn locked(&self, scope: WebsiteScope) -> Select<user::Entity> {
        let Self { users, caller, admins } = self;
        let user = user::COLUMN;
        let in_reach = (!admins).then(|| user.role.is_not_in([Role::Admin, Role::Superadmin]));
        user::Entity::find()
            .filter(user.id.is_in(users.iter().copied()))
            .filter(user.id.ne(*caller))
            .filter(Condition::all().add_option(in_reach))
            .filter(scope.of(user.website_id))
            .filter(user::rules::counted())
            .order_by_asc(user::Column::Id)
            .lock(LockType::Update)
    }
}
