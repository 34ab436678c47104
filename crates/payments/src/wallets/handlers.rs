pub(crate) mod adjust;
pub(crate) mod convert;
pub(crate) mod my_wallet;
mod own;
mod row;
pub(crate) mod top_up;
pub(crate) mod transactions;
pub(crate) mod wallets;
