mod configs;
pub(super) mod create;
pub(super) mod list;
pub(super) mod update;
