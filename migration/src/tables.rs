//! Migrations that only make tables.

use sea_orm_migration::prelude::*;

/// A table and the SQL that makes it, with its constraints, indexes and row triggers.
pub(crate) struct Table {
    pub name: &'static str,
    pub sql: &'static str,
}

macro_rules! table {
    ($name:literal) => {
        $crate::tables::Table { name: $name, sql: include_str!(concat!("tables/", $name, ".sql")) }
    };
}

pub(crate) use table;

/// Makes tables, parents first; going down it drops them in the other order.
pub(crate) struct CreateTables {
    pub name: &'static str,
    pub tables: Vec<Table>,
}

impl MigrationName for CreateTables {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for CreateTables {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in &self.tables {
            manager.get_connection().execute_unprepared(table.sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in self.tables.iter().rev() {
            manager.get_connection().execute_unprepared(&format!("DROP TABLE {}", table.name)).await?;
        }
        Ok(())
    }
}
