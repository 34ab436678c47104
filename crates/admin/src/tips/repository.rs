pub(super) mod analytics;
pub(super) mod dashboard;
pub(super) mod earnings;
mod levels;
pub(super) mod list_tips;
mod sums;

pub(super) use self::{levels::LevelTips, sums::TipSums};
