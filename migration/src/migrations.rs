//! Every migration, oldest first. A name never changes once it has been released.

use sea_orm_migration::prelude::*;

use crate::{
    invalidation,
    tables::{CreateTables, table},
};

/// The ordered list of migrations.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut all: Vec<Box<dyn MigrationTrait>> = vec![Box::new(RowTriggers)];
        all.extend(tables().into_iter().map(|step| Box::new(step) as Box<dyn MigrationTrait>));
        all.push(Box::new(Invalidation));
        all
    }
}

fn tables() -> Vec<CreateTables> {
    vec![
        CreateTables {
            name: "m0002_people",
            tables: vec![
                table!("websites"),
                table!("users"),
                table!("user_presence"),
                table!("sessions"),
                table!("staff_profiles"),
                table!("user_action_requests"),
                table!("blacklisted_emails"),
            ],
        },
        CreateTables {
            name: "m0003_orders",
            tables: vec![
                table!("paper_types"),
                table!("work_types"),
                table!("academic_levels"),
                table!("formatting_styles"),
                table!("english_types"),
                table!("subjects"),
                table!("additional_services"),
                table!("writer_levels"),
                table!("orders"),
                table!("order_items"),
            ],
        },
        CreateTables {
            name: "m0004_special_orders_and_classes",
            tables: vec![
                table!("special_order_types"),
                table!("special_orders"),
                table!("class_bundle_configs"),
                table!("class_bundles"),
            ],
        },
        CreateTables {
            name: "m0005_payments",
            tables: vec![
                table!("tips"),
                table!("payments"),
                table!("installments"),
                table!("payment_reminder_configs"),
                table!("payment_deletion_messages"),
                table!("payment_reminders_sent"),
                table!("payout_requests"),
            ],
        },
        CreateTables {
            name: "m0006_writers_and_clients",
            tables: vec![
                table!("writer_profiles"),
                table!("loyalty_tiers"),
                table!("client_profiles"),
                table!("loyalty_transactions"),
            ],
        },
        CreateTables {
            name: "m0007_reviews_disputes_refunds",
            tables: vec![table!("reviews"), table!("disputes"), table!("refunds")],
        },
        CreateTables {
            name: "m0008_notifications",
            tables: vec![table!("notifications"), table!("broadcasts"), table!("broadcast_views")],
        },
        CreateTables {
            name: "m0009_tickets_and_system",
            tables: vec![table!("tickets"), table!("audit_log"), table!("cache_outbox")],
        },
    ]
}

/// The functions behind the row triggers of the tables.
struct RowTriggers;

impl MigrationName for RowTriggers {
    fn name(&self) -> &'static str {
        "m0001_row_triggers"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for RowTriggers {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(include_str!("functions.sql")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP FUNCTION touch_updated_at, refuse_change").await?;
        Ok(())
    }
}

/// The triggers that tell the cache what changed.
struct Invalidation;

impl MigrationName for Invalidation {
    fn name(&self) -> &'static str {
        "m0010_invalidation"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Invalidation {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        invalidation::install(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        invalidation::remove(manager, invalidation::TRACKED).await
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{invalidation::TRACKED, tables};

    #[test]
    fn each_tracked_table_is_named_once_and_made_by_a_migration() {
        let made: BTreeSet<_> =
            tables().iter().flat_map(|step| &step.tables).map(|table| table.name).collect();
        let tracked: BTreeSet<_> = TRACKED.iter().map(|tracked| tracked.table).collect();
        assert_eq!(tracked.len(), TRACKED.len());
        assert_eq!(tracked.difference(&made).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
