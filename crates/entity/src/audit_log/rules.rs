//! What a word about the log means, on every screen.

use sea_orm::sea_query::Expr;

use super::COLUMN;
use crate::{Role, words::one_of};

/// Done by somebody who works for the business, in the role he had then.
pub fn by_staff() -> Expr {
    one_of(COLUMN.actor_role, &[Role::Superadmin, Role::Admin, Role::Editor, Role::Support])
}
