//! The database schema: what it is, and how a database gets there.
//!
//! A table is one file of `src/tables`, as it was when its migration was written; a later change is a
//! migration of its own and leaves that file alone. Migrations run in the order of [`Migrator`], each
//! in a transaction. An index on a table that already has rows is made with `CREATE INDEX
//! CONCURRENTLY`, by a migration that does nothing else and whose `use_transaction` answers
//! `Some(false)`: PostgreSQL refuses it inside one, and the table stays writable meanwhile.
//!
//! A migration that adds a table which dashboards read also names it in [`invalidation::TRACKED`] and
//! calls [`invalidation::install`].

mod changes;
mod error;
pub mod invalidation;
mod lock;
mod migrations;
mod run;
mod steps;
mod tables;

pub use self::{
    error::MigrateError,
    lock::Locking,
    migrations::Migrator,
    run::{State, down, fresh, pending, refresh, reset, status, up},
};
