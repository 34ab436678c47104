//! What the pages of a writer compute, apart from where the numbers come from.

pub(crate) mod exact;
pub(crate) mod fortnight;
pub(crate) mod match_score;
pub(crate) mod pay_window;
pub(crate) mod payout;
pub(crate) mod progress;
pub(crate) mod special_payout;
