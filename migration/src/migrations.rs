//! Every migration, oldest first. A name never changes once it has been released.

use sea_orm_migration::prelude::*;

use crate::{
    changes::{Change, ConcurrentIndexes},
    invalidation::{self, Tracked},
    steps::{admin_tables, first_tables, tables_of_people},
    tables::CreateTables,
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
        all.push(Box::new(LEDGER_RULES));
        all.push(Box::new(BOOKINGS));
        all.push(Box::new(BOOKING_INDEXES));
        all.push(Box::new(Invalidation { name: "m0025_invalidation_of_people", of: made_for_people }));
        all
    }
}

fn made_for_the_admin_api(tracked: &Tracked) -> bool {
    is_made_by(&admin_tables(), tracked)
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

/// The entries of a transfer sum to zero, and nothing of them is ever changed.
const LEDGER_RULES: Change = Change {
    name: "m0022_ledger_rules",
    up: include_str!("changes/ledger_rules.up.sql"),
    down: include_str!("changes/ledger_rules.down.sql"),
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
