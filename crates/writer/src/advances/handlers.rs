pub(super) mod eligibility;
pub(super) mod list;
