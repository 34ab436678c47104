//! The migrations that only make tables.

use crate::tables::{CreateTables, table};

/// What the first screens read.
pub(crate) fn first_tables() -> Vec<CreateTables> {
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
pub(crate) fn admin_tables() -> Vec<CreateTables> {
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

/// What clients and writers earn, pay and write to each other.
pub(crate) fn tables_of_people() -> Vec<CreateTables> {
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
