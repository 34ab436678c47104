pub(super) mod generate_code;
pub(super) mod list;
pub(crate) mod usage;
