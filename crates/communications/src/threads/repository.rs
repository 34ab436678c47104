pub(super) mod change;
pub(crate) mod list;
pub(super) mod open;
pub(super) mod order_recipients;
pub(crate) mod people;
pub(crate) mod thread;
pub(crate) mod typing_status;
