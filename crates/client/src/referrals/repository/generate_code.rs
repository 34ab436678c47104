//! A client's code, made when there is none.

use sea_orm::{DbErr, Set, entity::prelude::*, sea_query::OnConflict};
use tally_entity::{UserId, WebsiteId, referral_code};
use uuid::Uuid;

/// No letter is taken for a digit, nor a digit for a letter.
const LETTERS: &[u8; 34] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789";
const LENGTH: usize = 8;
/// Codes are so many that two tries are enough.
const TRIES: usize = 10;

/// The code, and whether it was there before.
pub(crate) async fn find_or_make(
    tx: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
) -> Result<(String, bool), DbErr> {
    for _ in 0..TRIES {
        if let Some(found) = own(tx, me).await? {
            return Ok((found.code, true));
        }
        let code = draw();
        let row = referral_code::ActiveModel {
            website_id: Set(website),
            user_id: Set(me),
            code: Set(code.clone()),
            ..Default::default()
        };
        // Taken by somebody else, or made by this client a moment ago: look again.
        let nothing = OnConflict::new().do_nothing().to_owned();
        if referral_code::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await? > 0 {
            return Ok((code, false));
        }
    }
    Err(DbErr::Custom("no free referral code was drawn".to_owned()))
}

async fn own(tx: &impl ConnectionTrait, me: UserId) -> Result<Option<referral_code::Model>, DbErr> {
    referral_code::Entity::find().filter(referral_code::COLUMN.user_id.eq(me)).one(tx).await
}

fn draw() -> String {
    // The lower half of such an id is random but for two bits.
    let mut left = Uuid::new_v4().as_u64_pair().1;
    let mut letter = || {
        let at = usize::try_from(left % 34).unwrap_or_default();
        left /= 34;
        char::from(LETTERS[at])
    };
    (0..LENGTH).map(|_| letter()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn codes_differ_and_use_every_letter() {
        let codes: BTreeSet<_> = (0..1_000).map(|_| draw()).collect();
        assert_eq!(codes.len(), 1_000);
        assert!(codes.iter().all(|code| code.len() == LENGTH));
        let letters: BTreeSet<_> = codes.iter().flat_map(|code| code.bytes()).collect();
        assert_eq!(letters, LETTERS.iter().copied().collect());
    }
}
