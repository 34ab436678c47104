//! Money: every movement is one balanced transfer of a double-entry ledger.
//!
//! [`book`] is the only way in which money moves, and it does so inside the transaction of the business that is
//! the reason for it. [`settle`] says what a payment moves and what follows from it, [`verify`] proves the whole
//! history.

pub mod movements;
pub mod wallets;
