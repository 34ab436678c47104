pub(crate) mod change_user_role;
pub(crate) mod create_user;
pub(crate) mod dashboard;
pub(crate) mod logs;
pub(crate) mod reactivate_user;
pub(crate) mod superadmin_profile;
pub(crate) mod suspend_user;
pub(crate) mod users;
