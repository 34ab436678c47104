use std::ops::Deref;

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::{header::AUTHORIZATION, request::Parts},
};
use chrono::{DateTime, Utc};
use tally_entity::{Role, SessionId, UserId, WebsiteId};
use tally_http::{ApiError, ApiResult, AppState, ClientAddress, Limit, TokenFault};
use uuid::Uuid;

use crate::{principal, token};

/// A signed-in person, as the database knows him now.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The user.
    pub id: UserId,
    /// His user name.
    pub username: String,
    /// What he is to the business.
    pub role: Role,
    /// His website; none for people of the platform.
    pub website_id: Option<WebsiteId>,
    /// His session's row.
    pub session_id: SessionId,
    /// The session's name in tokens.
    pub session: Uuid,
    /// When a person was last active in it.
    pub last_used_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

impl Caller {
    /// Whether he sees every website.
    pub fn sees_every_website(&self) -> bool {
        self.role == Role::Superadmin || (self.is_staff() && self.website_id.is_none())
    }

    /// Whether he works for the business.
    pub fn is_staff(&self) -> bool {
        Staff::ROLES.contains(&self.role)
    }

    /// Whether he may run the business.
    pub fn is_admin(&self) -> bool {
        Admin::ROLES.contains(&self.role)
    }

    async fn of(parts: &mut Parts, app: &AppState) -> ApiResult<Self> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let found = Self::find(parts, app).await?;
        match found {
            Ok(caller) => {
                // A request counts once against the limits, however many extractors want its caller.
                parts.extensions.insert(caller.clone());
                Ok(caller)
            }
            Err(fault) => {
                // Whoever sends tokens that are none is a stranger, and limited as one.
                if let Ok(ClientAddress(address)) = ClientAddress::from_request_parts(parts, app).await
                    && parts.headers.contains_key(AUTHORIZATION)
                {
                    app.limits.take(Limit::Anonymous, address).await?;
                }
                Err(ApiError::unauthenticated(fault))
            }
        }
    }

    async fn find(parts: &Parts, app: &AppState) -> ApiResult<Result<Self, TokenFault>> {
        let Some(token) = bearer(parts) else { return Ok(Err(TokenFault::Missing)) };
        let secret =
            app.auth.jwt_secret.as_ref().ok_or_else(|| ApiError::internal("no secret to check tokens"))?;
        let claims = match token::verify(secret, token) {
            Ok(claims) => claims,
            Err(fault) => return Ok(Err(fault)),
        };
        let Some(user) = claims.user() else { return Ok(Err(TokenFault::Invalid)) };
        let Some(principal) = principal::find(app, user, claims.sid, claims.ver).await? else {
            return Ok(Err(TokenFault::NotValid));
        };
        let caller = Self {
            id: principal.user_id,
            username: principal.username,
            role: principal.role,
            website_id: principal.website_id,
            session_id: principal.session_id,
            session: claims.sid,
            last_used_at: principal.last_used_at,
            expires_at: principal.expires_at,
        };
        limit(app, &caller, parts.uri.path()).await?;
        Ok(Ok(caller))
    }
}

/// The token of `Authorization: Bearer …`.
pub(crate) fn bearer(parts: &Parts) -> Option<&str> {
    let (scheme, token) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Pages ask for these by themselves, so a minute's limit must not count them.
const POLLED: [&str; 3] = ["session-management/", "unread-count", "unread_count"];

async fn limit(app: &AppState, caller: &Caller, path: &str) -> ApiResult<()> {
    if caller.is_staff() {
        app.limits.take(Limit::StaffHour, caller.id).await?;
        return Ok(());
    }
    app.limits.take(Limit::MemberHour, caller.id).await?;
    if !POLLED.iter().any(|part| path.contains(part)) {
        app.limits.take(Limit::MemberMinute, caller.id).await?;
    }
    Ok(())
}

/// Somebody who sees to the program itself: a superadmin, or an admin of no website.
#[derive(Clone, Debug)]
pub struct Operator(pub Caller);

impl Deref for Operator {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.0
    }
}

impl FromRequestParts<AppState> for Operator {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let Admin(caller) = Admin::from_request_parts(parts, app).await?;
        if caller.sees_every_website() {
            return Ok(Self(caller));
        }
        Err(ApiError::forbidden("This is for those who run the platform, not for a website's admin."))
    }
}

/// An extractor that lets some roles in.
pub trait RoleRule: Deref<Target = Caller> + From<Caller> + Send {
    /// The roles it lets in.
    const ROLES: &'static [Role];
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        Self::of(parts, app).await
    }
}

/// Nobody signed in is no error here; a token that is no good is.
impl OptionalFromRequestParts<AppState> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Option<Self>, ApiError> {
        if bearer(parts).is_none() { Ok(None) } else { Self::of(parts, app).await.map(Some) }
    }
}

macro_rules! roles {
    ($($(#[$about:meta])* $name:ident: [$($role:ident),+];)+) => {$(
        $(#[$about])*
        #[derive(Clone, Debug)]
        pub struct $name(pub Caller);

        impl Deref for $name {
            type Target = Caller;

            fn deref(&self) -> &Caller {
                &self.0
            }
        }

        impl From<Caller> for $name {
            fn from(caller: Caller) -> Self {
                Self(caller)
            }
        }

        impl RoleRule for $name {
            const ROLES: &'static [Role] = &[$(Role::$role),+];
        }

        impl FromRequestParts<AppState> for $name {
            type Rejection = ApiError;

            async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
                let caller = Caller::of(parts, app).await?;
                if <Self as RoleRule>::ROLES.contains(&caller.role) {
                    return Ok(Self(caller));
                }
                Err(ApiError::forbidden(format!("This is not for the role {}.", caller.role)))
            }
        }
    )+};
}

roles! {
    /// Anybody who is signed in.
    Member: [Superadmin, Admin, Editor, Support, Writer, Client];
    /// Somebody who works for the business.
    Staff: [Superadmin, Admin, Editor, Support];
    /// Somebody who hands out work and answers people.
    Desk: [Superadmin, Admin, Support];
    /// Somebody who runs the business, or one website of it.
    Admin: [Superadmin, Admin];
    /// Somebody who runs the platform.
    Superadmin: [Superadmin];
    /// Somebody who writes.
    Writer: [Writer];
    /// Somebody who orders.
    Client: [Client];
    /// Somebody who writes, or works for the business.
    Worker: [Superadmin, Admin, Editor, Support, Writer];
    /// Somebody who orders, or who works for the business.
    StaffOrClient: [Superadmin, Admin, Editor, Support, Client];
    /// Somebody who orders, or who answers those who do.
    DeskOrClient: [Superadmin, Admin, Support, Client];
}
