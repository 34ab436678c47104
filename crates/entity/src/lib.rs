//! The tables, one file each, the words their columns may hold, and the names of their keys.
//!
//! Money is in minor units (`*_cents`), times are UTC. Timestamps with a default, `id` and generated
//! columns are left unset when a row is inserted: the database fills them in. The database also keeps
//! `updated_at`, whoever writes.
#![expect(missing_docs, reason = "a column or word is documented where its name does not say everything")]
#![expect(clippy::struct_excessive_bools, reason = "a row has the flags that its table has")]

pub mod ids;
pub mod refs;
mod schema;
mod scope;
mod words;

pub mod academic_level;
pub mod additional_service;
pub mod advance_payment;
pub mod audit_log;
pub mod badge;
pub mod blacklisted_email;
pub mod broadcast;
pub mod broadcast_view;
pub mod cache_outbox;
pub mod class_bundle;
pub mod class_bundle_config;
pub mod client_profile;
pub mod discount;
pub mod discount_usage;
pub mod dispute;
pub mod dispute_response;
pub mod editor_task;
pub mod english_type;
pub mod express_class;
pub mod file;
pub mod fine;
pub mod formatting_style;
pub mod idempotency_key;
pub mod installment;
pub mod invoice;
pub mod ledger_entry;
pub mod ledger_transfer;
pub mod loyalty_config;
pub mod loyalty_tier;
pub mod loyalty_transaction;
pub mod message;
pub mod message_flag;
pub mod message_reaction;
pub mod message_receipt;
pub mod notification;
pub mod notification_delivery;
pub mod notification_preference;
pub mod order;
pub mod order_assignment;
pub mod order_change_request;
pub mod order_file;
pub mod order_item;
pub mod order_pricing_snapshot;
pub mod order_request;
pub mod order_transition;
pub mod paper_type;
pub mod payment;
pub mod payment_deletion_message;
pub mod payment_reminder_config;
pub mod payment_reminder_sent;
pub mod payout_method;
pub mod payout_request;
pub mod preferred_writer_response;
pub mod promotional_campaign;
pub mod redemption_item;
pub mod redemption_request;
pub mod referral;
pub mod referral_code;
pub mod refund;
pub mod review;
pub mod screened_word;
pub mod session;
pub mod special_order;
pub mod special_order_price;
pub mod special_order_type;
pub mod staff_profile;
pub mod subject;
pub mod thread;
pub mod thread_participant;
pub mod ticket;
pub mod tip;
pub mod user;
pub mod user_action_request;
pub mod user_badge;
pub mod user_presence;
pub mod wallet;
pub mod website;
pub mod work_type;
pub mod writer_bonus;
pub mod writer_config;
pub mod writer_level;
pub mod writer_order_priority;
pub mod writer_payment;
pub mod writer_performance_snapshot;
pub mod writer_profile;
pub mod writer_subject_preference;

pub use self::scope::WebsiteScope;
pub use self::{
    advance_payment::AdvancePaymentStatus,
    badge::{BadgeAudience, BadgeType},
    broadcast::{BroadcastKind, BroadcastStatus},
    class_bundle::{ClassBundleStatus, PricingSource},
    class_bundle_config::ClassLevel,
    discount::{DiscountOrigin, DiscountType},
    dispute::{DisputeReason, DisputeStatus, ResolutionOutcome},
    editor_task::{EditorAssignmentType, EditorTaskStatus},
    express_class::ExpressClassStatus,
    file::{FileKind, ScanStatus},
    fine::{FineStatus, FineType},
    ids::*,
    ledger_transfer::TransferKind,
    loyalty_transaction::LoyaltyTransactionType,
    message::MessageType,
    message_receipt::ReceiptStatus,
    notification::NotificationCategory,
    notification_delivery::{DeliveryChannel, DeliveryStatus},
    notification_preference::NotificationChannel,
    order::{OrderStatus, Spacing},
    order_assignment::{AssignmentSource, AssignmentStatus},
    order_change_request::{ChangeRequestStatus, ChangeRequestType},
    order_file::FilePurpose,
    order_request::{OrderRequestKind, OrderRequestStatus},
    payment::{PaymentMethod, PaymentPart, PaymentStatus, PaymentType},
    payout_method::PayoutChannel,
    payout_request::PayoutStatus,
    preferred_writer_response::PreferredWriterAnswer,
    promotional_campaign::CampaignStatus,
    redemption_item::RedemptionType,
    redemption_request::RedemptionRequestStatus,
    refund::{RefundMethod, RefundStatus, RefundType},
    review::{ReviewKind, ReviewOrigin, Sentiment},
    schema::create_statements,
    session::RevokeReason,
    special_order::{SpecialOrderPricing, SpecialOrderStatus},
    thread::ThreadType,
    ticket::{TicketCategory, TicketIdentifier, TicketPriority, TicketSource, TicketStatus},
    tip::{TipPaymentStatus, TipType},
    user::{MfaMethod, Role},
    user_action_request::{UserActionKind, UserActionStatus},
    wallet::WalletKind,
    words::UnknownWord,
    writer_bonus::BonusCategory,
    writer_level::EarningMode,
    writer_order_priority::OrderPriority,
    writer_payment::{WriterPaymentKind, WriterPaymentStatus},
    writer_profile::PaymentSchedule,
};

use words::words;
