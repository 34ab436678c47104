//! Every foreign key has an index, but for the ones that were thought about.

use tally_testkit::TestDatabase;

use super::{connect, texts};

/// Nothing reads by these, and the row they point at is never deleted: choices and levels are switched
/// off, people who acted are shown and not searched, children are reached through their parent, and who used
/// a discount stands in a table of its own.
const WITHOUT_INDEX: &[&str] = &[
    "broadcast_views.website_id",
    "dispute_responses.website_id",
    "ledger_entries.website_id",
    "ledger_transfers.created_by_id",
    "message_flags.website_id",
    "message_reactions.website_id",
    "message_receipts.user_id",
    "message_receipts.website_id",
    "messages.attachment_file_id",
    "messages.deleted_by_id",
    "messages.website_id",
    "notification_preferences.website_id",
    "notifications.actor_id",
    "notifications.website_id",
    "order_assignments.website_id",
    "order_files.website_id",
    "order_items.website_id",
    "order_pricing_snapshots.website_id",
    "order_transitions.user_id",
    "order_transitions.website_id",
    "orders.academic_level_id",
    "orders.completed_by_id",
    "orders.deleted_by_id",
    "orders.discount_id",
    "orders.english_type_id",
    "orders.formatting_style_id",
    "orders.paper_type_id",
    "orders.placed_by_id",
    "orders.restored_by_id",
    "orders.subject_id",
    // Both indexes that it leads skip deleted orders.
    "orders.website_id",
    "orders.work_type_id",
    "orders.writer_level_id",
    "payments.discount_id",
    "preferred_writer_responses.website_id",
    "special_order_prices.website_id",
    "thread_participants.website_id",
    "user_badges.website_id",
    "writer_order_priorities.website_id",
    "writer_subject_preferences.website_id",
];

/// An index serves a foreign key when the column leads it and no row with a value is missing from it.
const UNINDEXED: &str = "
    SELECT relname || '.' || attname
    FROM pg_constraint
    JOIN pg_class ON pg_class.oid = conrelid
    JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_index JOIN pg_class index ON index.oid = indexrelid JOIN pg_am ON pg_am.oid = index.relam
        WHERE indrelid = conrelid AND indkey[0] = conkey[1] AND indisvalid AND amname = 'btree'
          AND (indpred IS NULL OR pg_get_expr(indpred, indrelid) = format('(%I IS NOT NULL)', attname)))
    ORDER BY 1";

#[tokio::test]
async fn the_foreign_keys_without_an_index_are_known() {
    let database = TestDatabase::create().await;
    let mut db = connect(&database.url).await;
    assert_eq!(texts(&mut db, UNINDEXED).await, WITHOUT_INDEX);

    let of_two = "SELECT conname::text FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) > 1";
    assert_eq!(texts(&mut db, of_two).await, Vec::<String>::new(), "the statement above looks at one column");
}
