//! A conversation, attached to a piece of work or between people. `updated_at` moves with every message.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{ClassBundleId, OrderId, SpecialOrderId, ThreadId, WebsiteId},
    user::Role,
    words,
};

words! {
    /// What a conversation is about.
    pub enum ThreadType: "String(StringLen::N(16))" {
        ClientWriter = "client_writer",
        Order = "order",
        Internal = "internal",
        Special = "special",
        Dispute = "dispute",
        General = "general",
        Revision = "revision",
        Feedback = "feedback",
        Clarification = "clarification",
        Complaint = "complaint",
        Request = "request",
        Escalation = "escalation",
        Announcement = "announcement",
        ClassBundle = "class_bundle",
        Support = "support",
        Account = "account",
        Custom = "custom",
        Other = "other",
        Direct = "direct",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "threads")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ThreadId,
    pub website_id: WebsiteId,
    pub thread_type: ThreadType,
    pub order_id: Option<OrderId>,
    pub special_order_id: Option<SpecialOrderId>,
    pub class_bundle_id: Option<ClassBundleId>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub subject: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(12))")]
    pub sender_role: Option<Role>,
    #[sea_orm(column_type = "String(StringLen::N(12))")]
    pub recipient_role: Option<Role>,
    /// The two people of a direct conversation.
    #[sea_orm(column_type = "String(StringLen::N(41))")]
    pub direct_key: Option<String>,
    pub allow_messaging: bool,
    pub admin_override: bool,
    pub notifications_enabled: bool,
    pub closed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
