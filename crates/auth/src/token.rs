//! Access tokens (signed, short-lived) and refresh tokens (random, kept as a hash).

use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, errors::ErrorKind};
use serde::{Deserialize, Serialize};
use tally_config::Secret;
use tally_entity::{Role, UserId, WebsiteId};
use tally_http::TokenFault;
use tally_kernel::Clock;
use uuid::Uuid;

/// How long an access token is good for.
pub const LIFETIME: Duration = Duration::from_hours(1);

const ISSUER: &str = "tally";
const TYPE: &str = "access";
/// Clocks of servers differ by less than this.
const LEEWAY_SECONDS: u64 = 5;
const REFRESH_BYTES: usize = 32;

/// What an access token says. Role and website are for logs: authority comes from the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    typ: String,
    sub: String,
    /// The session (`sessions.family_id`).
    pub sid: Uuid,
    /// The user's token version when it was issued.
    pub ver: i32,
    role: Role,
    wid: Option<WebsiteId>,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// Whom a token is issued to.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The user.
    pub user: UserId,
    /// His session.
    pub session: Uuid,
    /// His token version.
    pub version: i32,
    /// His role, for logs.
    pub role: Role,
    /// His website, for logs.
    pub website: Option<WebsiteId>,
}

impl Claims {
    /// From when on it is no good.
    pub fn expires_at(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.exp, 0).unwrap_or_default()
    }

    /// Whom the token was issued to, when it names a user at all.
    pub fn user(&self) -> Option<UserId> {
        self.sub.parse().ok()
    }
}

/// Signs a token for `subject`, good for [`LIFETIME`] from now (real time).
///
/// # Errors
/// When signing fails, which a secret of any length does not cause.
pub fn issue(secret: &Secret, subject: Subject) -> Result<String, jsonwebtoken::errors::Error> {
    let now = Clock::real().timestamp();
    let claims = Claims {
        iss: ISSUER.to_owned(),
        typ: TYPE.to_owned(),
        sub: subject.user.to_string(),
        sid: subject.session,
        ver: subject.version,
        role: subject.role,
        wid: subject.website,
        iat: now,
        nbf: now,
        exp: now + i64::try_from(LIFETIME.as_secs()).unwrap_or(i64::MAX),
    };
    let key = EncodingKey::from_secret(secret.reveal().as_bytes());
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key)
}

/// Reads a token: its signature, algorithm, issuer, type and times.
///
/// # Errors
/// [`TokenFault::Expired`] for one that was good, [`TokenFault::Invalid`] for everything else.
pub fn verify(secret: &Secret, token: &str) -> Result<Claims, TokenFault> {
    decode(secret, token, true)
}

/// Like [`verify`], but takes an expired token too: signing out needs no fresh one.
///
/// # Errors
/// [`TokenFault::Invalid`].
pub fn verify_even_expired(secret: &Secret, token: &str) -> Result<Claims, TokenFault> {
    decode(secret, token, false)
}

fn decode(secret: &Secret, token: &str, validate_exp: bool) -> Result<Claims, TokenFault> {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.set_issuer(&[ISSUER]);
    rules.set_required_spec_claims(&["exp", "nbf", "iss", "sub"]);
    rules.leeway = LEEWAY_SECONDS;
    rules.validate_nbf = true;
    rules.validate_exp = validate_exp;
    let key = DecodingKey::from_secret(secret.reveal().as_bytes());
    match jsonwebtoken::decode::<Claims>(token, &key, &rules) {
        Ok(data) if data.claims.typ == TYPE => Ok(data.claims),
        Err(error) if matches!(error.kind(), ErrorKind::ExpiredSignature) => Err(TokenFault::Expired),
        _ => Err(TokenFault::Invalid),
    }
}

/// A new refresh token. Only its [`refresh_hash`] is kept.
pub fn new_refresh() -> String {
    let bytes: [u8; REFRESH_BYTES] = rand::random();
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What is kept of a refresh token. Its randomness makes a slow hash needless.
pub fn refresh_hash(token: &str) -> Vec<u8> {
    blake3::hash(token.as_bytes()).as_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn secret() -> Secret {
        Secret::new("a secret for tests that is long enough")
    }

    fn subject() -> Subject {
        let (session, role, website) = (Uuid::from_u128(7), Role::Admin, Some(WebsiteId(3)));
        Subject { user: UserId(42), session, version: 2, role, website }
    }

    fn signed(algorithm: Algorithm, change: &serde_json::Value) -> String {
        let token = issue(&secret(), subject()).unwrap();
        let claims = verify(&secret(), &token).unwrap();
        let mut claims = serde_json::to_value(claims).unwrap();
        claims.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let key = EncodingKey::from_secret(secret().reveal().as_bytes());
        jsonwebtoken::encode(&Header::new(algorithm), &claims, &key).unwrap()
    }

    #[test]
    fn a_token_says_who_and_is_taken_only_as_issued() {
        let claims = verify(&secret(), &issue(&secret(), subject()).unwrap()).unwrap();
        assert_eq!((claims.user(), claims.sid, claims.ver), (Some(UserId(42)), Uuid::from_u128(7), 2));

        let fault = |token: String| verify(&secret(), &token).unwrap_err();
        let past = Clock::real().timestamp() - 60;
        assert_eq!(fault(signed(Algorithm::HS256, &json!({ "exp": past }))), TokenFault::Expired);
        assert_eq!(fault(signed(Algorithm::HS256, &json!({ "iss": "other" }))), TokenFault::Invalid);
        assert_eq!(fault(signed(Algorithm::HS256, &json!({ "typ": "refresh" }))), TokenFault::Invalid);
        assert_eq!(fault(signed(Algorithm::HS256, &json!({ "nbf": past + 3600 }))), TokenFault::Invalid);
        assert_eq!(fault(signed(Algorithm::HS512, &json!({}))), TokenFault::Invalid);
        let other = Secret::new("another secret that is long enough, too");
        assert_eq!(verify(&other, &issue(&secret(), subject()).unwrap()), Err(TokenFault::Invalid));
        assert!(verify_even_expired(&secret(), &signed(Algorithm::HS256, &json!({ "exp": past }))).is_ok());
    }

    #[test]
    fn an_unsigned_token_is_refused() {
        let head = URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"JWT"}"#);
        let token = issue(&secret(), subject()).unwrap();
        let body = token.split('.').nth(1).unwrap();
        assert_eq!(verify(&secret(), &format!("{head}.{body}.")), Err(TokenFault::Invalid));
    }
}
