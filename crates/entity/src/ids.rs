//! One type per kind of key, so that two kinds cannot be swapped.

use std::{fmt, num::ParseIntError, str::FromStr};

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($name:ident of $table:ident,)+) => {$(
        #[doc = concat!("Key of a row of `", stringify!($table), "`.")]
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType,
        )]
        #[serde(transparent)]
        #[sea_orm(try_getable_array)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    WebsiteId of websites,
    UserId of users,
    UserPresenceId of user_presence,
    SessionId of sessions,
    StaffProfileId of staff_profiles,
    UserActionRequestId of user_action_requests,
    BlacklistedEmailId of blacklisted_emails,
    PaperTypeId of paper_types,
    WorkTypeId of work_types,
    AcademicLevelId of academic_levels,
    FormattingStyleId of formatting_styles,
    EnglishTypeId of english_types,
    SubjectId of subjects,
    AdditionalServiceId of additional_services,
    WriterLevelId of writer_levels,
    OrderId of orders,
    OrderItemId of order_items,
    SpecialOrderTypeId of special_order_types,
    SpecialOrderId of special_orders,
    ClassBundleConfigId of class_bundle_configs,
    ClassBundleId of class_bundles,
    FileId of files,
    PromotionalCampaignId of promotional_campaigns,
    DiscountId of discounts,
    DiscountUsageId of discount_usages,
    OrderTransitionId of order_transitions,
    OrderAssignmentId of order_assignments,
    OrderRequestId of order_requests,
    OrderChangeRequestId of order_change_requests,
    PreferredWriterResponseId of preferred_writer_responses,
    OrderFileId of order_files,
    EditorTaskId of editor_tasks,
    SpecialOrderPriceId of special_order_prices,
    DisputeResponseId of dispute_responses,
    WalletId of wallets,
    WriterPaymentId of writer_payments,
    ReferralId of referrals,
    ThreadId of threads,
    ThreadParticipantId of thread_participants,
    MessageId of messages,
    IdempotencyKeyId of idempotency_keys,
    TipId of tips,
    PaymentId of payments,
    InstallmentId of installments,
    PaymentReminderConfigId of payment_reminder_configs,
    PaymentDeletionMessageId of payment_deletion_messages,
    PaymentReminderSentId of payment_reminders_sent,
    PayoutRequestId of payout_requests,
    WriterProfileId of writer_profiles,
    LoyaltyTierId of loyalty_tiers,
    ClientProfileId of client_profiles,
    LoyaltyTransactionId of loyalty_transactions,
    ReviewId of reviews,
    DisputeId of disputes,
    RefundId of refunds,
    TicketId of tickets,
    NotificationId of notifications,
    BroadcastId of broadcasts,
    BroadcastViewId of broadcast_views,
    AuditLogId of audit_log,
    CacheOutboxId of cache_outbox,
    OrderPricingSnapshotId of order_pricing_snapshots,
    WriterOrderPriorityId of writer_order_priorities,
    ExpressClassId of express_classes,
    InvoiceId of invoices,
    LedgerTransferId of ledger_transfers,
    LedgerEntryId of ledger_entries,
    PayoutMethodId of payout_methods,
    AdvancePaymentId of advance_payments,
    WriterBonusId of writer_bonuses,
    WriterConfigId of writer_configs,
    WriterSubjectPreferenceId of writer_subject_preferences,
    WriterPerformanceSnapshotId of writer_performance_snapshots,
    BadgeId of badges,
    UserBadgeId of user_badges,
    FineId of fines,
    LoyaltyConfigId of loyalty_configs,
    RedemptionItemId of redemption_items,
    RedemptionRequestId of redemption_requests,
    ReferralCodeId of referral_codes,
    MessageReceiptId of message_receipts,
    MessageReactionId of message_reactions,
    MessageFlagId of message_flags,
    ScreenedWordId of screened_words,
    NotificationPreferenceId of notification_preferences,
    NotificationDeliveryId of notification_deliveries,
}
