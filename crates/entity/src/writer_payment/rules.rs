//! What a word about the pay of writers means, on every screen.

use sea_orm::{
    ColumnTrait,
    sea_query::{Condition, Expr},
};

use super::{COLUMN, WriterPaymentKind, WriterPaymentStatus};
use crate::{ids::UserId, words::one_of};

/// Everything that one writer was, is and will be paid.
pub fn of(writer: UserId) -> Condition {
    Condition::all().add(COLUMN.writer_id.eq(writer))
}

/// The writer has it, since `paid_at`.
pub fn paid() -> Expr {
    one_of(COLUMN.status, &[WriterPaymentStatus::Paid])
}

/// The writer waits for it.
pub fn owed() -> Expr {
    one_of(COLUMN.status, &[WriterPaymentStatus::Pending, WriterPaymentStatus::Delayed])
}

/// Leaves out the payments of a schedule, which repeat what the rows of its work say.
pub fn without_installments() -> Expr {
    COLUMN.kind.ne(WriterPaymentKind::Installment)
}
