//! What a writer earns, does next and asks for.

mod advances;
mod availability;
mod communications;
mod offers;
pub(crate) mod people;
mod preferred;
mod queue;
mod requests;
mod takes;
