//! What somebody can find, one statement for each kind of thing.

mod messages;
mod orders;
mod payments;
mod users;

use sea_orm::{DbErr, entity::prelude::*};
use tally_entity::{Role, UserId, WebsiteScope};
use tokio::try_join;

pub(crate) use self::{messages::FoundMessage, orders::FoundOrder, payments::FoundPayment};
use crate::{orders::repository::visible::Viewer, users::repository::person::Person};

/// Who searches for what.
#[derive(Debug)]
pub(crate) struct Search<'a> {
    /// Beginnings of words, or a number.
    pub(crate) query: &'a str,
    /// The most of each kind.
    pub(crate) limit: u64,
    /// Who asks.
    pub(crate) caller: UserId,
    pub(crate) role: Role,
    /// The websites he sees.
    pub(crate) scope: WebsiteScope,
    /// The orders he sees.
    pub(crate) viewer: Viewer,
}

/// Which kinds are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each kind is looked for or not")]
pub(crate) struct Kinds {
    pub(crate) orders: bool,
    pub(crate) users: bool,
    pub(crate) payments: bool,
    pub(crate) messages: bool,
}

/// What was found, the best first.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) orders: Vec<FoundOrder>,
    pub(crate) users: Vec<Person>,
    pub(crate) payments: Vec<FoundPayment>,
    pub(crate) messages: Vec<FoundMessage>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    search: &Search<'_>,
    kinds: Kinds,
) -> Result<Found, DbErr> {
    let orders = when(kinds.orders, || orders::load(db, search));
    let users = when(kinds.users, || users::load(db, search));
    let payments = when(kinds.payments, || payments::load(db, search));
    let messages = when(kinds.messages, || messages::load(db, search));
    let (orders, users, payments, messages) = try_join!(orders, users, payments, messages)?;
    Ok(Found { orders, users, payments, messages })
}

async fn when<T, F>(wanted: bool, load: impl FnOnce() -> F) -> Result<Vec<T>, DbErr>
where
    F: Future<Output = Result<Vec<T>, DbErr>>,
{
    if wanted { load().await } else { Ok(Vec::new()) }
}

impl Search<'_> {
    /// The number that was typed, if it is one.
    fn number(&self) -> Option<i64> {
        self.query.parse().ok()
    }
}
