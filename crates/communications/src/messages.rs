//! What people write in a conversation.

mod editing;
pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
pub(crate) mod screening;
pub(crate) mod sending;
