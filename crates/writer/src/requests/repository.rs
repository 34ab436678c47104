pub(super) mod assign;
pub(super) mod create;
pub(super) mod list;
pub(super) mod reject;
pub(super) mod request;
mod seat;
pub(super) mod take;
pub(super) mod withdraw;
