pub(super) mod figures;
pub(super) mod profiles;
