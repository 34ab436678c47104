//! What a member of staff may do and how much work fits. A member of staff without a row has the defaults.

use sea_orm::entity::prelude::*;

use crate::ids::{StaffProfileId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "staff_profiles")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: StaffProfileId,
    pub website_id: Option<WebsiteId>,
    #[sea_orm(unique)]
    pub user_id: UserId,
    #[sea_orm(column_type = "String(StringLen::N(50))", unique)]
    pub registration_id: Option<String>,
    pub can_manage_users: bool,
    pub can_suspend_users: bool,
    pub can_put_on_probation: bool,
    pub can_handle_orders: bool,
    pub can_resolve_disputes: bool,
    pub can_manage_payouts: bool,
    pub can_manage_financials: bool,
    pub can_manage_tickets: bool,
    pub can_view_reports: bool,
    pub can_blacklist_users: bool,
    pub can_manage_writers: bool,
    pub can_manage_clients: bool,
    pub can_manage_editors: bool,
    pub can_self_assign: bool,
    pub max_concurrent_tasks: i32,
    pub last_action_at: Option<DateTimeUtc>,
    pub action_count: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
