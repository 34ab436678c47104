//! The database: connecting, counting statements, transactions that tell the cache what they touched, and
//! the SQL vocabulary the domains share.

pub mod aggregate;
mod connect;
mod cursor;
#[cfg(feature = "embedded")]
mod embedded;
mod folder;
mod meter;
mod outbox;
pub mod search;
mod snapshot;
mod write;

pub use sea_orm::{DatabaseConnection, DbErr};

#[cfg(feature = "embedded")]
pub use self::embedded::Embedded;
pub use self::{
    connect::{Db, OpenError, ServingLock, connect},
    cursor::{Batches, Cursor},
    folder::FolderLock,
    meter::{Meter, metered, unmetered},
    outbox::{Look, OutboxRow, discard, look},
    snapshot::{NoSnapshot, Snapshot},
    write::{LeaveToSweeper, TagSink, Write},
};
