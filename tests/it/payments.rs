//! What was paid, what is owed, and what reminds of it.

mod installments;
mod invoices;
mod job;
mod lists;
mod reminder_configs;
mod sent;
mod summary;
