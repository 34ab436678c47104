pub(super) mod configs;
pub(super) mod deletion_messages;
pub(super) mod job;
pub(super) mod sent;
