//! What the entities take the tables to be.

use sea_orm::{DbBackend, Schema, sea_query::TableCreateStatement};

macro_rules! statements {
    ($($table:ident)+) => {
        vec![$(Schema::new(DbBackend::Postgres).create_table_from_entity(crate::$table::Entity)),+]
    };
}

/// Statements that would make the columns of every table as its entity sees them, so that a test can
/// compare them with the migrated database. They know no constraints and are of no other use.
pub fn create_statements() -> Vec<TableCreateStatement> {
    statements! {
        website
        user
        user_presence
        session
        staff_profile
        user_action_request
        blacklisted_email
        paper_type
        work_type
        academic_level
        formatting_style
        english_type
        subject
        additional_service
        writer_level
        order
        order_item
        special_order_type
        special_order
        class_bundle_config
        class_bundle
        tip
        payment
        installment
        payment_reminder_config
        payment_deletion_message
        payment_reminder_sent
        payout_request
        writer_profile
        loyalty_tier
        client_profile
        loyalty_transaction
        review
        dispute
        refund
        ticket
        notification
        broadcast
        broadcast_view
        file
        promotional_campaign
        discount
        discount_usage
        order_transition
        order_assignment
        order_request
        order_change_request
        preferred_writer_response
        order_file
        editor_task
        special_order_price
        dispute_response
        wallet
        writer_payment
        referral
        thread
        thread_participant
        message
        idempotency_key
        audit_log
        cache_outbox
        advance_payment
        badge
        express_class
        fine
        invoice
        ledger_entry
        ledger_transfer
        loyalty_config
        message_flag
        message_reaction
        message_receipt
        notification_delivery
        notification_preference
        order_pricing_snapshot
        payout_method
        redemption_item
        redemption_request
        referral_code
        screened_word
        user_badge
        writer_bonus
        writer_config
        writer_order_priority
        writer_performance_snapshot
        writer_subject_preference
    }
}
