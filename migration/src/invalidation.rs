//! Triggers that write down which cached answers a statement ended.
//!
//! Each tracked table has one function and one statement-level trigger per kind of statement. They
//! leave a row in `cache_outbox` per distinct tag: the table (`orders`) and the table narrowed by a
//! column (`orders/website_id=3`). An UPDATE leaves the tags of the old and of the new values, NULL
//! leaves no narrowed tag, TRUNCATE leaves [`EVERYTHING`].

mod sql;
mod tracked;

use sea_orm_migration::prelude::*;

pub use self::tracked::{Ignored, TRACKED, Tracked};

/// The tag that ends every answer.
pub const EVERYTHING: &str = "*";

/// A statement that touched more distinct values of a column than this leaves one tag for the whole
/// column (`orders/client_id`), which every answer narrowed by that column has to carry as well.
pub const MOST_VALUES: u32 = 500;

/// Makes, or makes anew, the triggers of every tracked table that exists so far.
pub async fn install(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for tracked in TRACKED {
        if manager.has_table(tracked.table).await? {
            manager.get_connection().execute_unprepared(&tracked.sql()).await?;
        }
    }
    Ok(())
}

/// Drops the triggers of these tables and the functions behind them. A migration that drops a tracked
/// table calls it first.
pub async fn remove(manager: &SchemaManager<'_>, tables: &[Tracked]) -> Result<(), DbErr> {
    for Tracked { table, .. } in tables {
        let sql = format!("DROP FUNCTION IF EXISTS invalidate_{table}() CASCADE");
        manager.get_connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}
