//! Every migration, oldest first. A name never changes once it has been released.

use sea_orm_migration::prelude::*;

use crate::{
    changes::{Change, ConcurrentIndexes},
    invalidation::{self, Tracked},
    tables::{CreateTables, table},
};

/// The ordered list of migrations.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut all: Vec<Box<dyn MigrationTrait>> = vec![Box::new(RowTriggers)];
        all.extend(first_tables().into_iter().map(|step| Box::new(step) as Box<dyn MigrationTrait>));
        all.push(Box::new(Invalidation { name: "m0010_invalidation", of: |_| true }));
        all.extend(admin_tables().into_iter().map(|step| Box::new(step) as Box<dyn MigrationTrait>));
        all.push(Box::new(REFERENCES));
        all.push(Box::new(REFERENCE_INDEXES));
        all.push(Box::new(Invalidation { name: "m0017_admin_invalidation", of: made_for_the_admin_api }));
        all
    }
}

fn first_tables() -> Vec<CreateTables> {
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

/// What the whole of the admin API reads and writes.
fn admin_tables() -> Vec<CreateTables> {
    vec![
        CreateTables {
            name: "m0011_files_and_discounts",
            tables: vec![
                table!("files"),
                table!("promotional_campaigns"),
                table!("discounts"),
                table!("discount_usages"),
            ],
        },
        CreateTables {
            name: "m0012_work_on_orders",
            tables: vec![
                table!("order_transitions"),
                table!("order_assignments"),
                table!("order_requests"),
                table!("order_change_requests"),
                table!("preferred_writer_responses"),
                table!("order_files"),
                table!("editor_tasks"),
                table!("special_order_prices"),
                table!("dispute_responses"),
            ],
        },
        CreateTables {
            name: "m0013_accounts_of_people",
            tables: vec![table!("wallets"), table!("writer_payments"), table!("referrals")],
        },
        CreateTables {
            name: "m0014_threads_and_idempotency",
            tables: vec![
                table!("threads"),
                table!("thread_participants"),
                table!("messages"),
                table!("idempotency_keys"),
            ],
        },
    ]
}

fn made_for_the_admin_api(tracked: &Tracked) -> bool {
    admin_tables().iter().flat_map(|step| &step.tables).any(|table| table.name == tracked.table)
}

/// Columns that point at tables which did not exist when theirs was made.
const REFERENCES: Change = Change {
    name: "m0015_references",
    up: include_str!("changes/references.up.sql"),
    down: include_str!("changes/references.down.sql"),
};

const REFERENCE_INDEXES: ConcurrentIndexes = ConcurrentIndexes {
    name: "m0016_reference_indexes",
    indexes: &[
        ("class_bundles_discount_id_fk", "class_bundles (discount_id) WHERE discount_id IS NOT NULL", None),
        (
            "payments_wallet_id_created_at_idx",
            "payments (wallet_id, created_at DESC) WHERE wallet_id IS NOT NULL",
            Some("top_up_history"),
        ),
    ],
};

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

/// The triggers that tell the cache what changed: going up, those of every tracked table there is by then;
/// going down, those of the tables that this step brought in.
struct Invalidation {
    name: &'static str,
    of: fn(&Tracked) -> bool,
}

impl MigrationName for Invalidation {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Invalidation {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        invalidation::install(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let brought: Vec<_> =
            invalidation::TRACKED.iter().filter(|tracked| (self.of)(tracked)).copied().collect();
        invalidation::remove(manager, &brought).await
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{admin_tables, first_tables, invalidation::TRACKED};

    #[test]
    fn each_tracked_table_is_named_once_and_made_by_a_migration() {
        let made: BTreeSet<_> = first_tables()
            .iter()
            .chain(&admin_tables())
            .flat_map(|step| &step.tables)
            .map(|table| table.name)
            .collect();
        let tracked: BTreeSet<_> = TRACKED.iter().map(|tracked| tracked.table).collect();
        assert_eq!(tracked.len(), TRACKED.len());
        assert_eq!(tracked.difference(&made).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
