//! What a period brought, by month and by week, where several screens show it alike.

pub(crate) mod handlers;
pub(crate) mod repository;
