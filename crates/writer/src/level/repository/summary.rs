//! What every page of a writer shows at its top.

mod money;
mod work;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, entity::prelude::*, sea_query::Condition};
use tally_entity::{UserId, writer_level};
use tally_kernel::{Period, first_of_month, midnight};
use tokio::try_join;

pub(crate) use self::{
    money::{Fines, Paid, Tips},
    work::{NextDeadline, RecentReview, Revision},
};
use super::{
    ladder,
    record::{Done, done, takes},
    reviews::{self, Rating},
};
use crate::repository::profile::{self, Profile};

/// How long ago a review is recent.
const RECENT_DAYS: u32 = 30;

#[derive(Debug)]
pub(crate) struct Summary {
    pub(crate) profile: Profile,
    pub(crate) done: Done,
    pub(crate) rating: Rating,
    pub(crate) takes: i64,
    /// The active levels, the lowest first.
    pub(crate) levels: Vec<writer_level::Model>,
    pub(crate) revisions: Vec<Revision>,
    pub(crate) reviews: Vec<RecentReview>,
    pub(crate) tips: Tips,
    pub(crate) fines: Fines,
    pub(crate) paid: Paid,
    pub(crate) next_deadline: Option<NextDeadline>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<Summary, DbErr> {
    let month = midnight(first_of_month(now.date_naive()));
    let recent = Period::last_days(RECENT_DAYS, now);
    let (profile, done, rating, takes, levels, revisions, reviews, tips, fines, paid, next_deadline) = try_join!(
        profile::load(db, writer),
        done(db, writer, month),
        reviews::load(db, writer, Condition::all(), recent),
        takes(db, writer),
        ladder::load(db, writer),
        work::revisions(db, writer),
        work::reviews(db, writer),
        money::tips(db, writer, month),
        money::fines(db, writer, month),
        money::paid(db, writer),
        work::next_deadline(db, writer, now),
    )?;
    Ok(Summary { profile, done, rating, takes, levels, revisions, reviews, tips, fines, paid, next_deadline })
}
