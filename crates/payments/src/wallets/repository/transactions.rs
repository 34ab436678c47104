//! What went through a wallet.

use sea_orm::{Condition, DbErr, QuerySelect, QueryTrait, entity::prelude::*};
use tally_db::aggregate::count;
use tally_entity::{UserId, WalletId, WalletKind, WebsiteScope, wallet};
use tally_ledger::movements::{self, Movement, Wanted};

/// Who looks at wallets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Viewer {
    /// Sees those of these websites.
    Staff(WebsiteScope),
    /// Sees his own.
    Owner(UserId),
}

impl Viewer {
    /// Accounts of the platform are nobody's to see here.
    fn sees(self) -> Condition {
        let people = Condition::all().add(wallet::COLUMN.kind.eq(WalletKind::User));
        match self {
            Self::Staff(scope) => people.add(scope.of(wallet::COLUMN.website_id)),
            Self::Owner(user) => people.add(wallet::COLUMN.user_id.eq(user)),
        }
    }
}

/// How many movements there are, and `limit` of them after the first `offset`, newest first; nothing when he sees
/// no such wallet.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wallet: WalletId,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<Option<(i64, Vec<Movement>)>, DbErr> {
    let counted = movements::which(wallet, wanted).expr_as(count(), "count").into_query();
    let counted = wallet::Entity::find()
        .select_only()
        .expr_as(Expr::SubQuery(None, Box::new(counted.into())), "count")
        .filter(viewer.sees())
        .filter(wallet::COLUMN.id.eq(wallet))
        .into_tuple::<i64>()
        .one(db)
        .await?;
    let Some(count) = counted else { return Ok(None) };
    Ok(Some((count, movements::load(db, wallet, wanted, limit, offset).await?)))
}
