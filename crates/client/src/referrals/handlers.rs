pub(super) mod generate_code;
pub(super) mod list;
pub(super) mod my_code;
pub(super) mod stats;
