//! Money: every movement is one balanced transfer of a double-entry ledger.
//!
//! [`book`] is the only way in which money moves, and it does so inside the transaction of the business that is
//! the reason for it. [`settle`] says what a payment moves and what follows from it, [`verify`] proves the whole
//! history.

mod accounts;
mod booking;
pub mod movements;
mod refusal;
mod reversal;
mod seal;
mod settle;
pub mod verify;
pub mod wallets;

pub use self::{
    accounts::Account,
    booking::{Booked, BookedEntry, Booking, Leg, book},
    refusal::BookError,
    reversal::reverse,
    settle::{Settlement, settle},
};
