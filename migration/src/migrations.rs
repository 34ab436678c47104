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
        all.extend(tables_of_people().into_iter().map(|step| Box::new(step) as Box<dyn MigrationTrait>));
        all.push(Box::new(LEDGER_BALANCE));
        all.push(Box::new(BOOKINGS));
        all.push(Box::new(BOOKING_INDEXES));
        all.push(Box::new(Invalidation { name: "m0025_invalidation_of_people", of: made_for_people }));
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
    is_made_by(&admin_tables(), tracked)
}

/// What clients and writers earn, pay and write to each other.
fn tables_of_people() -> Vec<CreateTables> {
    vec![
        CreateTables {
            name: "m0018_ledger",
            tables: vec![
                table!("ledger_transfers"),
                table!("ledger_entries"),
                table!("payout_methods"),
                table!("express_classes"),
                table!("invoices"),
                table!("advance_payments"),
                table!("writer_bonuses"),
            ],
        },
        CreateTables {
            name: "m0019_work_of_writers",
            tables: vec![
                table!("order_pricing_snapshots"),
                table!("writer_order_priorities"),
                table!("writer_configs"),
                table!("writer_subject_preferences"),
                table!("writer_performance_snapshots"),
                table!("badges"),
                table!("user_badges"),
                table!("fines"),
            ],
        },
        CreateTables {
            name: "m0020_loyalty_and_referrals",
            tables: vec![
                table!("loyalty_configs"),
                table!("redemption_items"),
                table!("redemption_requests"),
                table!("referral_codes"),
            ],
        },
        CreateTables {
            name: "m0021_conversations",
            tables: vec![
                table!("message_receipts"),
                table!("message_reactions"),
                table!("message_flags"),
                table!("screened_words"),
                table!("notification_preferences"),
                table!("notification_deliveries"),
            ],
        },
    ]
}

fn made_for_people(tracked: &Tracked) -> bool {
    is_made_by(&tables_of_people(), tracked)
}

fn is_made_by(steps: &[CreateTables], tracked: &Tracked) -> bool {
    steps.iter().flat_map(|step| &step.tables).any(|table| table.name == tracked.table)
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

/// The entries of a transfer sum to zero.
const LEDGER_BALANCE: Change = Change {
    name: "m0022_ledger_balance",
    up: include_str!("changes/ledger_balance.up.sql"),
    down: include_str!("changes/ledger_balance.down.sql"),
};

/// What moved money points at its transfer, and bills can be paid.
const BOOKINGS: Change = Change {
    name: "m0023_bookings",
    up: include_str!("changes/bookings.up.sql"),
    down: include_str!("changes/bookings.down.sql"),
};

const BOOKING_INDEXES: ConcurrentIndexes = ConcurrentIndexes {
    name: "m0024_booking_indexes",
    indexes: &[
        (
            "payments_ledger_transfer_id_key",
            "payments (ledger_transfer_id) WHERE ledger_transfer_id IS NOT NULL",
            None,
        ),
        (
            "payments_invoice_id_idx",
            "payments (invoice_id) WHERE invoice_id IS NOT NULL",
            Some("payment of an invoice"),
        ),
        (
            "refunds_ledger_transfer_id_key",
            "refunds (ledger_transfer_id) WHERE ledger_transfer_id IS NOT NULL",
            None,
        ),
        (
            "tips_ledger_transfer_id_fk",
            "tips (ledger_transfer_id) WHERE ledger_transfer_id IS NOT NULL",
            None,
        ),
        (
            "writer_payments_ledger_transfer_id_fk",
            "writer_payments (ledger_transfer_id) WHERE ledger_transfer_id IS NOT NULL",
            None,
        ),
        (
            "referrals_ledger_transfer_id_fk",
            "referrals (ledger_transfer_id) WHERE ledger_transfer_id IS NOT NULL",
            None,
        ),
        (
            "loyalty_transactions_redemption_request_id_fk",
            "loyalty_transactions (redemption_request_id) WHERE redemption_request_id IS NOT NULL",
            None,
        ),
        (
            "payout_requests_payout_method_id_fk",
            "payout_requests (payout_method_id) WHERE payout_method_id IS NOT NULL",
            None,
        ),
        (
            "payout_requests_hold_transfer_id_fk",
            "payout_requests (hold_transfer_id) WHERE hold_transfer_id IS NOT NULL",
            None,
        ),
        (
            "payout_requests_settle_transfer_id_fk",
            "payout_requests (settle_transfer_id) WHERE settle_transfer_id IS NOT NULL",
            None,
        ),
        ("installments_invoice_id_fk", "installments (invoice_id) WHERE invoice_id IS NOT NULL", None),
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

    use super::{admin_tables, first_tables, invalidation::TRACKED, tables_of_people};

    #[test]
    fn each_tracked_table_is_named_once_and_made_by_a_migration() {
        let made: BTreeSet<_> = first_tables()
            .iter()
            .chain(&admin_tables())
            .chain(&tables_of_people())
            .flat_map(|step| &step.tables)
            .map(|table| table.name)
            .collect();
        let tracked: BTreeSet<_> = TRACKED.iter().map(|tracked| tracked.table).collect();
        assert_eq!(tracked.len(), TRACKED.len());
        assert_eq!(tracked.difference(&made).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
