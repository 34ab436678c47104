//! The table of keys.

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
};
use chrono::TimeDelta;
use sea_orm::{DbBackend, DbErr, Set, Statement, entity::prelude::*, sea_query::OnConflict};
use serde_json::{Map, Value};
use tally_entity::{UserId, idempotency_key};
use tally_kernel::Clock;

/// How long a client may send a request again.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// An answer as it was sent.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// Whose key it is, and for which request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim<'a> {
    pub(super) user: UserId,
    pub(super) key: &'a str,
    pub(super) endpoint: &'a str,
    pub(super) hash: &'a [u8; 32],
}

/// The request that a user gave this key, and its answer.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    user: UserId,
    key: &str,
) -> Result<Option<(Vec<u8>, Stored)>, DbErr> {
    let columns = idempotency_key::COLUMN;
    let row = idempotency_key::Entity::find()
        .filter(columns.user_id.eq(user))
        .filter(columns.key.eq(key))
        .filter(columns.expires_at.gt(Clock::real()))
        .one(db)
        .await?;
    Ok(row.and_then(|row| {
        let status = u16::try_from(row.status_code?).ok().and_then(|code| StatusCode::from_u16(code).ok())?;
        let body = Bytes::from(row.response_body.unwrap_or_default());
        Some((row.request_hash, Stored { status, headers: headers(row.response_headers.as_ref()), body }))
    }))
}

/// Takes the key for the transaction, unless another one has it or it has an answer already. Whoever comes
/// second is told so instead of waiting.
pub(super) async fn claim(tx: &impl ConnectionTrait, user: UserId, key: &str) -> Result<bool, DbErr> {
    let lock = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT pg_try_advisory_xact_lock($1)",
        [lock_of(user, key).into()],
    );
    let free = tx.query_one_raw(lock).await?.map(|row| row.try_get_by_index(0)).transpose()?;
    // Asked only now: the one that had the key may have committed since it was looked up.
    Ok(free == Some(true) && find(tx, user, key).await?.is_none())
}

/// Keys of different users and texts rarely share a lock; those that do are told to try again.
fn lock_of(user: UserId, key: &str) -> i64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"idempotency").update(&user.0.to_le_bytes()).update(key.as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    i64::from_le_bytes(first)
}

/// Keeps the answer, unless the key has one that still counts; says whether it did.
pub(super) async fn insert(
    db: &impl ConnectionTrait,
    claim: Claim<'_>,
    stored: Stored,
) -> Result<bool, DbErr> {
    use idempotency_key::Column as C;
    let now = Clock::real();
    let Claim { user, key, endpoint, hash } = claim;
    let Stored { status, headers, body } = stored;
    let row = idempotency_key::ActiveModel {
        user_id: Set(Some(user)),
        key: Set(key.to_owned()),
        endpoint: Set(endpoint.to_owned()),
        request_hash: Set(hash.to_vec()),
        status_code: Set(i16::try_from(status.as_u16()).ok()),
        response_headers: Set(Some(object(&headers))),
        response_body: Set(Some(body.to_vec())),
        completed_at: Set(Some(now)),
        expires_at: Set(now + KEPT),
        ..Default::default()
    };
    let replace = OnConflict::columns([C::UserId, C::Key])
        .update_columns([C::Endpoint, C::RequestHash, C::StatusCode, C::ResponseHeaders, C::ResponseBody])
        .update_columns([C::CompletedAt, C::ExpiresAt])
        .action_and_where(idempotency_key::COLUMN.expires_at.lte(now))
        .to_owned();
    let rows = idempotency_key::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(rows > 0)
}

fn object(headers: &HeaderMap) -> Value {
    let text = |value: &HeaderValue| value.to_str().map(|text| Value::String(text.to_owned())).ok();
    let members = headers.iter().filter_map(|(name, value)| Some((name.to_string(), text(value)?)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn headers(object: Option<&Value>) -> HeaderMap {
    let members = object.and_then(Value::as_object);
    let header = |(name, value): (&String, &Value)| {
        Some((HeaderName::try_from(name).ok()?, HeaderValue::try_from(value.as_str()?).ok()?))
    };
    members.into_iter().flatten().filter_map(header).collect()
}

/// Forgets the answers that nobody may ask for any more.
///
/// # Errors
/// When the database cannot be asked.
pub async fn forget_expired(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let past = idempotency_key::COLUMN.expires_at.lte(Clock::real());
    Ok(idempotency_key::Entity::delete_many().filter(past).exec(db).await?.rows_affected)
}
