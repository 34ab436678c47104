pub(super) mod adjust;
pub(super) mod convert;
pub(super) mod my_wallet;
pub(super) mod top_up;
pub(super) mod transactions;
pub(super) mod wallets;
