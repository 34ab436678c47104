//! One page of the referrals.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Alias,
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{ReferralId, UserId, WebsiteScope, referral, refs::UserName, user};
use tokio::try_join;

const REFERRER: &str = "referrer";
const REFEREE: &str = "referee";

#[derive(Debug, FromQueryResult)]
pub(crate) struct Tracked {
    pub(crate) id: ReferralId,
    #[sea_orm(nested(prefix = "referrer_"))]
    pub(crate) referrer: UserName,
    #[sea_orm(nested(prefix = "referee_"))]
    pub(crate) referee: UserName,
    pub(crate) referral_code: String,
    pub(crate) bonus_cents: i64,
    pub(crate) is_awarded: bool,
    pub(crate) is_flagged: bool,
    pub(crate) flagged_reason: Option<String>,
    pub(crate) is_voided: bool,
    pub(crate) created_at: DateTime<Utc>,
}

/// Which referrals are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Who brought somebody, or was brought.
    pub(crate) client: Option<UserId>,
    /// Beginnings of words of the code or of either's names, or an id.
    pub(crate) search: Option<String>,
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Tracked>), DbErr> {
    use referral::Column::{
        BonusCents, CreatedAt, FlaggedReason, Id, IsFlagged, RefereeId, ReferralCode, ReferrerId,
    };
    let referral = referral::COLUMN;
    let rows = referral::Entity::find()
        .select_only()
        .filter(scope.of(referral.website_id))
        .filter(wanted.condition());
    let rows = UserName::join(UserName::join(rows, ReferrerId, REFERRER), RefereeId, REFEREE);
    let count = rows.clone().select_only().expr_as(count(), "count").into_tuple().require_one(db);
    let page = rows
        .columns([Id, ReferralCode, BonusCents, IsFlagged, FlaggedReason, CreatedAt])
        .expr_as(referral.bonus_awarded_at.is_not_null(), "is_awarded")
        .expr_as(referral.voided_at.is_not_null(), "is_voided")
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(count, page)
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { client, search } = self;
        let referral = referral::COLUMN;
        let either =
            |id: UserId| Condition::any().add(referral.referrer_id.eq(id)).add(referral.referee_id.eq(id));
        Condition::all().add_option(client.map(either)).add_option(search.as_deref().map(searched))
    }
}

fn searched(query: &str) -> Condition {
    use user::Column::{Email, FirstName, LastName, Username};
    let names = [REFERRER, REFEREE].into_iter().flat_map(|who| {
        [Username, Email, FirstName, LastName].map(|column| Expr::col((Alias::new(who), column)))
    });
    let text = Expr::cust_with_exprs(
        "concat_ws(' ', $1, $2, $3, $4, $5, $6, $7, $8, $9)",
        std::iter::once(referral::Column::ReferralCode.into_expr()).chain(names),
    );
    let id = query.trim().parse::<i64>().ok();
    Condition::any()
        .add(has_words(text, query))
        .add_option(id.map(|id| referral::COLUMN.id.eq(ReferralId(id))))
}
