//! Whether somebody may sign in, and why not.

use chrono::{DateTime, TimeDelta, Utc};
use tally_auth::{
    audit::{self, Actor, Entry, Trail},
    password::{self, HashFailed, Verdict},
    token,
};
use tally_http::{ApiError, ApiResult, AppState};
use uuid::Uuid;

use crate::{
    attempts::{Left, MOST},
    now,
    repository::login::{self, Account, Changes, NewSession},
    unknown_emails::UnknownEmails,
};

const USUAL: TimeDelta = TimeDelta::days(7);
const REMEMBERED: TimeDelta = TimeDelta::days(30);

/// What somebody signs in with.
pub(crate) struct Attempt {
    /// In lower case.
    pub(crate) email: String,
    pub(crate) password: String,
    pub(crate) remember_me: bool,
}

/// Somebody who is in.
pub(crate) struct SignedIn {
    pub(crate) account: Account,
    pub(crate) session: Uuid,
    pub(crate) refresh_token: String,
    pub(crate) expires_at: DateTime<Utc>,
}

/// Why somebody is not let in. Only those who know the password hear of more than the first two.
enum Refusal {
    Wrong(Left),
    Locked,
    Suspended { reason: Option<String>, ends_at: Option<DateTime<Utc>>, left: i16 },
    Disabled { left: i16 },
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        let wrong = "Check the e-mail address and the password, then try again.";
        let (detail, guidance, left) = match refusal {
            Refusal::Wrong(Left::Attempts(left)) => ("Invalid email or password.".to_owned(), wrong, left),
            Refusal::Wrong(Left::Locked) | Refusal::Locked => (
                "Too many failed attempts. Try again in 15 minutes.".to_owned(),
                "Wait a quarter of an hour, or ask support for help.",
                0,
            ),
            Refusal::Suspended { reason, ends_at, left } => {
                (suspended(reason.as_deref(), ends_at), "Ask support if you think this is a mistake.", left)
            }
            Refusal::Disabled { left } => {
                ("This account is disabled.".to_owned(), "Ask support if you think this is a mistake.", left)
            }
        };
        ApiError::credentials(detail.clone())
            .with("message", detail)
            .with("guidance", guidance)
            .with("attempts_remaining", left)
    }
}

fn suspended(reason: Option<&str>, ends_at: Option<DateTime<Utc>>) -> String {
    let mut text = "This account is suspended.".to_owned();
    if let Some(reason) = reason.filter(|reason| !reason.is_empty()) {
        text = format!("{text} Reason: {reason}.").replace("..", ".");
    }
    if let Some(end) = ends_at {
        text = format!("{text} It ends on {}.", end.format("%Y-%m-%d at %H:%M UTC"));
    }
    text
}

/// Lets somebody in, or says why not. A wrong password costs the same work whether the user exists or not.
pub(crate) async fn sign_in(
    app: &AppState,
    unknown: &UnknownEmails,
    attempt: Attempt,
    trail: &Trail,
) -> ApiResult<SignedIn> {
    let now = now();
    let account = login::find(app.db.reads(), &attempt.email).await?;
    let locked = account.as_ref().map_or_else(
        || unknown.is_locked(&attempt.email, now),
        |account| account.login_lock_ends_at.is_some_and(|end| now < end),
    );
    if locked {
        return Err(Refusal::Locked.into());
    }
    let stored = account.as_ref().map_or(password::UNUSABLE, |account| &account.password_hash);
    let verdict = password::verify(attempt.password.clone(), stored.to_owned()).await.map_err(broken)?;
    let account = match account {
        Some(account) if verdict != Verdict::Wrong && !account.is_email_blacklisted => account,
        Some(account) => return Err(Refusal::Wrong(failed(app, &account, now).await?).into()),
        None => return Err(Refusal::Wrong(unknown.count(&attempt.email, now)).into()),
    };
    if let Some(refusal) = barred(&account, now) {
        return Err(refusal.into());
    }
    enter(app, account, attempt, verdict, trail, now).await
}

async fn failed(app: &AppState, account: &Account, now: DateTime<Utc>) -> ApiResult<Left> {
    let tx = app.db.write().await?;
    let left = login::count_failure(&*tx, account.person.id, now).await?;
    tx.commit().await?;
    Ok(left)
}

fn barred(account: &Account, now: DateTime<Utc>) -> Option<Refusal> {
    let left = MOST.saturating_sub(account.failed_logins).max(1);
    let suspended = account.person.is_suspended && !suspension_is_over(account, now);
    if suspended {
        let reason = account.suspension_reason.clone();
        return Some(Refusal::Suspended { reason, ends_at: account.suspension_ends_at, left });
    }
    let disabled = !account.person.is_active || account.is_blacklisted || account.is_deleted;
    disabled.then_some(Refusal::Disabled { left })
}

fn suspension_is_over(account: &Account, now: DateTime<Utc>) -> bool {
    account.suspension_ends_at.is_some_and(|end| end <= now)
}

async fn enter(
    app: &AppState,
    mut account: Account,
    attempt: Attempt,
    verdict: Verdict,
    trail: &Trail,
    now: DateTime<Utc>,
) -> ApiResult<SignedIn> {
    let password_hash = match verdict {
        Verdict::RightButOld => Some(password::hash(attempt.password).await.map_err(broken)?),
        Verdict::Right | Verdict::Wrong => None,
    };
    let changes = Changes { password_hash, lifts_suspension: account.person.is_suspended };
    let refresh_token = token::new_refresh();
    let expires_at = now + if attempt.remember_me { REMEMBERED } else { USUAL };
    let session = Uuid::new_v4();
    let token_hash = token::refresh_hash(&refresh_token);
    let new = NewSession { id: session, token_hash, expires_at };

    let tx = app.db.write().await?;
    if !login::admit(&*tx, &account, new, changes, trail, now).await? {
        return Err(Refusal::Locked.into());
    }
    let Account { person, .. } = &mut account;
    (person.last_login_at, person.is_suspended) = (Some(now), false);
    let actor = Actor { id: person.id, role: person.role };
    if actor.is_staff() {
        let target = ("user", person.id.0);
        audit::record(&*tx, Entry::security(actor, "Signed in", person.website_id, target, trail)).await?;
    }
    tx.commit().await?;
    Ok(SignedIn { account, session, refresh_token, expires_at })
}

pub(crate) fn broken(failed: HashFailed) -> ApiError {
    ApiError::internal(failed)
}
