//! What the pages of a writer compute, apart from where the numbers come from.

pub(crate) mod match_score;
pub(crate) mod payout;
pub(crate) mod special_payout;
