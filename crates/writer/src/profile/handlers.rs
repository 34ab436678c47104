pub(super) mod my_profile;
mod row;
pub(super) mod writer_profiles;
