//! Doing something to users: who may do it to whom, and what is written down about it.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use serde::Serialize;
use tally_auth::{
    Caller, Permission,
    audit::{self, ActionKind, Entry, Trail},
    notice::{Event, Notice, notify},
};
use tally_entity::{Role, UserId, WebsiteId, WebsiteScope, user};
use tally_http::{ApiError, ApiResult};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{
    handlers::detail::answer::UserDetail,
    repository::{
        bulk::{Among, Touched},
        change::Changed,
        detail, target,
    },
};

/// One request that does something to users, in its transaction.
pub(crate) struct Act<'a> {
    pub(crate) tx: &'a DatabaseTransaction,
    pub(crate) caller: &'a Caller,
    pub(crate) scope: WebsiteScope,
    trail: &'a Trail,
    /// Real time: whether somebody may sign in does not follow business time.
    pub(crate) now: DateTime<Utc>,
}

/// What was done, and the user as he is now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Acted {
    message: String,
    /// `message` again.
    detail: String,
    user: UserDetail,
}

impl<'a> Act<'a> {
    pub(crate) fn new(
        tx: &'a DatabaseTransaction,
        caller: &'a Caller,
        scope: WebsiteScope,
        trail: &'a Trail,
    ) -> Self {
        Self { tx, caller, scope, trail, now: Clock::real() }
    }

    /// The user, whom nobody else can change until the transaction ends.
    pub(crate) async fn user(&self, id: UserId) -> ApiResult<user::Model> {
        let found = target::lock(self.tx, self.scope, id).await?;
        found.ok_or_else(|| ApiError::not_found("There is no such user."))
    }

    /// The same, who is not the caller himself and not above him; the caller must have the permission.
    pub(crate) async fn target(&self, id: UserId, permission: Permission) -> ApiResult<user::Model> {
        let user = self.user(id).await?;
        self.caller.require(self.tx, permission).await?;
        self.other(&user)?;
        if is_above(self.caller.role, user.role) {
            return Err(ApiError::forbidden("Only superadmins may do this to admins."));
        }
        Ok(user)
    }

    /// Those of these users whom the caller can do something to.
    pub(crate) fn among(&self, users: Vec<UserId>) -> Among {
        Among { users, caller: self.caller.id, admins: self.caller.role == Role::Superadmin }
    }

    /// Refuses what nobody may do to himself.
    pub(crate) fn other(&self, user: &user::Model) -> ApiResult<()> {
        if user.id == self.caller.id {
            return Err(ApiError::forbidden("You cannot do this to yourself."));
        }
        Ok(())
    }

    /// Writes down what was done to this user.
    pub(crate) async fn record(
        &self,
        kind: ActionKind,
        action: String,
        user: &user::Model,
        changed: Changed,
    ) -> ApiResult<()> {
        self.record_all(kind, [(Touched::new(user, changed), action)]).await
    }

    /// Writes down what was done to each of these.
    pub(crate) async fn record_all(
        &self,
        kind: ActionKind,
        done: impl IntoIterator<Item = (Touched, String)>,
    ) -> ApiResult<()> {
        let entry = |(touched, action): (Touched, String)| Entry {
            actor: self.caller.into(),
            kind,
            action,
            website: touched.website,
            target: ("user", touched.id.0),
            before: touched.changed.before,
            after: touched.changed.after,
            trail: self.trail,
        };
        Ok(audit::record_all(self.tx, done.into_iter().map(entry)).await?)
    }

    /// Tells these users, who are given with their websites.
    pub(crate) async fn tell(
        &self,
        event: Event,
        users: impl IntoIterator<Item = (UserId, Option<WebsiteId>)>,
        body: &str,
    ) -> ApiResult<()> {
        let notice = |(user, website)| (user, Notice::plain(event, body, website));
        Ok(notify(self.tx, self.caller.into(), users.into_iter().map(notice)).await?)
    }

    /// The user as he is now. He may have left the caller's scope.
    pub(crate) async fn shown(&self, id: UserId) -> ApiResult<UserDetail> {
        let found = detail::find(self.tx, WebsiteScope::All, id).await?;
        found.map(Into::into).ok_or_else(|| ApiError::internal("a user who was locked is gone"))
    }

    pub(crate) async fn answer(&self, id: UserId, message: String) -> ApiResult<Acted> {
        Ok(Acted { detail: message.clone(), message, user: self.shown(id).await? })
    }
}

/// Whether somebody of the role `other` is out of reach for somebody of the role `own`.
pub(crate) fn is_above(own: Role, other: Role) -> bool {
    own != Role::Superadmin && matches!(other, Role::Admin | Role::Superadmin)
}
