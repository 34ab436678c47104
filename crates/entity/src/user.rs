//! Everybody who can sign in. Without a website a user is platform staff.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{UserId, WebsiteId},
    words,
};

words! {
    /// What a person is to the business, and so what they may do.
    pub enum Role: "String(StringLen::N(20))" {
        Superadmin = "superadmin",
        Admin = "admin",
        Editor = "editor",
        Support = "support",
        Writer = "writer",
        Client = "client",
    }
}

words! {
    /// The second factor of a sign-in.
    pub enum MfaMethod: "String(StringLen::N(12))" {
        None = "none",
        EmailOtp = "email_otp",
        SmsOtp = "sms_otp",
        Totp = "totp",
        QrCode = "qr_code",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: UserId,
    pub website_id: Option<WebsiteId>,
    /// Always in lower case.
    #[sea_orm(column_type = "String(StringLen::N(254))", unique)]
    pub email: String,
    #[sea_orm(column_type = "String(StringLen::N(150))", unique)]
    pub username: String,
    /// `!` for somebody who cannot sign in.
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub password_hash: String,
    #[sea_orm(column_type = "String(StringLen::N(150))")]
    pub first_name: String,
    #[sea_orm(column_type = "String(StringLen::N(150))")]
    pub last_name: String,
    #[sea_orm(column_type = "String(StringLen::N(30))")]
    pub phone_number: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub employee_code: Option<String>,
    /// Key in the object store.
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub avatar_key: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub bio: Option<String>,
    pub role: Role,
    pub is_active: bool,
    pub is_available: bool,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub location: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub country: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub state: Option<String>,
    /// IANA name.
    #[sea_orm(column_type = "String(StringLen::N(64))")]
    pub timezone: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub preferences: Json,
    pub email_verified_at: Option<DateTimeUtc>,
    pub joined_at: DateTimeUtc,
    pub last_login_at: Option<DateTimeUtc>,
    pub is_suspended: bool,
    #[sea_orm(column_type = "Text")]
    pub suspension_reason: Option<String>,
    pub suspended_at: Option<DateTimeUtc>,
    pub suspension_ends_at: Option<DateTimeUtc>,
    pub is_blacklisted: bool,
    pub is_on_probation: bool,
    #[sea_orm(column_type = "Text")]
    pub probation_reason: Option<String>,
    pub probation_starts_at: Option<DateTimeUtc>,
    pub probation_ends_at: Option<DateTimeUtc>,
    /// Since the last success or lock.
    pub failed_logins: i16,
    pub login_lock_ends_at: Option<DateTimeUtc>,
    /// Access tokens of an older version are void.
    pub token_version: i32,
    pub mfa_method: MfaMethod,
    /// Encrypted.
    pub mfa_secret_enc: Option<Vec<u8>>,
    /// Of the approved, not shadowed ratings received; changes with them.
    #[sea_orm(column_type = "Decimal(Some((12, 1)))")]
    pub rating_sum: Decimal,
    pub rating_count: i32,
    pub deleted_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

/// First and last name, or the user name of somebody who gave neither.
pub fn full_name(first_name: &str, last_name: &str, username: &str) -> String {
    let name = format!("{first_name} {last_name}");
    let name = name.trim();
    if name.is_empty() { username.to_owned() } else { name.to_owned() }
}
