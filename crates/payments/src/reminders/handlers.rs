pub(super) mod configs;
pub(super) mod deletion_messages;
mod filter;
pub(super) mod sent;
