pub(super) mod analytics;
pub(super) mod dashboard;
pub(super) mod earnings;
pub(super) mod give;
mod levels;
pub(super) mod list_tips;
mod pay;
pub(super) mod process_payment;
pub(super) mod seen;
mod sums;

pub(super) use self::{levels::LevelTips, sums::TipSums};
