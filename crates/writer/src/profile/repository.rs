mod figures;
pub(super) mod profiles;
