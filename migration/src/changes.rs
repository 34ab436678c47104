//! Migrations that change tables which exist already.

use sea_orm_migration::prelude::*;

/// A change in SQL, and how it is undone.
pub(crate) struct Change {
    pub name: &'static str,
    pub up: &'static str,
    pub down: &'static str,
}

impl MigrationName for Change {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Change {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(self.up).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(self.down).await.map(drop)
    }
}

/// Indexes on tables that have rows: name, table with columns, and what they serve unless it is a foreign
/// key alone. A name that ends in `_key` is that of a unique one. The tables stay writable meanwhile.
pub(crate) struct ConcurrentIndexes {
    pub name: &'static str,
    pub indexes: &'static [(&'static str, &'static str, Option<&'static str>)],
}

impl MigrationName for ConcurrentIndexes {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for ConcurrentIndexes {
    fn use_transaction(&self) -> Option<bool> {
        Some(false)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for (index, on, serves) in self.indexes {
            // An attempt that was cut short leaves one that is not valid.
            db.execute_unprepared(&format!("DROP INDEX CONCURRENTLY IF EXISTS {index}")).await?;
            let unique = if index.ends_with("_key") { "UNIQUE " } else { "" };
            db.execute_unprepared(&format!("CREATE {unique}INDEX CONCURRENTLY {index} ON {on}")).await?;
            if let Some(serves) = serves {
                db.execute_unprepared(&format!("COMMENT ON INDEX {index} IS '{serves}'")).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (index, ..) in self.indexes {
            let sql = format!("DROP INDEX CONCURRENTLY IF EXISTS {index}");
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }
}
