pub(crate) mod installment;
pub(super) mod installments;
pub(super) mod invoices;
mod row;
pub(super) mod stats;
