pub(crate) mod installments;
pub(super) mod invoices;
pub(super) mod stats;
