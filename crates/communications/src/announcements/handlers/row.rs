//! An announcement as it is shown.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use tally_auth::{Member, Scoped};
use tally_entity::{BroadcastId, Role, WebsiteId, refs::UserName};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::announcements::repository::announcement::{Announcement, Reader};

/// An announcement, and what the reader has done with it.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "an announcement has these marks")]
pub(crate) struct AnnouncementRow {
    #[schema(value_type = i64)]
    id: BroadcastId,
    title: String,
    message: String,
    category: String,
    is_pinned: bool,
    /// Not over yet.
    is_active: bool,
    is_read: bool,
    is_acknowledged: bool,
    viewed_at: Option<DateTime<Utc>>,
    require_acknowledgement: bool,
    /// Null: pictures are not kept by this version.
    featured_image_url: Option<String>,
    read_more_url: Option<String>,
    #[schema(value_type = Option<i64>)]
    website_id: Option<WebsiteId>,
    /// Null when it is for every website.
    website_name: Option<String>,
    /// All roles when it is for everybody.
    target_roles: Vec<String>,
    created_by_name: Option<String>,
    /// When it was sent.
    created_at: DateTime<Utc>,
    expires_at: Option<DateTime<Utc>>,
}

impl AnnouncementRow {
    pub(super) fn new(row: Announcement, reader: Role) -> Self {
        let Announcement {
            id,
            title,
            body,
            category,
            is_pinned,
            require_acknowledgement,
            audience,
            sent_at,
            created_at,
            viewed_at,
            acknowledged_at,
            is_active,
            website,
            author,
        } = row;
        let text = |name: &str| audience.get(name).and_then(Value::as_str);
        let everybody = audience.get("all") == Some(&Value::Bool(true));
        let roles = audience.get("roles").and_then(Value::as_array).into_iter().flatten();
        let named = roles.filter_map(|role| role.as_str().map(ToOwned::to_owned));
        let all = || Role::ALL.iter().map(ToString::to_string).collect();
        Self {
            id,
            title,
            message: body,
            category,
            is_pinned,
            is_active,
            is_read: viewed_at.is_some(),
            is_acknowledged: acknowledged_at.is_some(),
            viewed_at,
            require_acknowledgement,
            featured_image_url: None,
            read_more_url: text("read_more_url").map(ToOwned::to_owned),
            target_roles: if everybody { all() } else { named.collect() },
            website_id: website.as_ref().map(|website| website.id),
            website_name: website.map(|website| website.name),
            created_by_name: author.map(|author| name(reader, &author)),
            created_at: sent_at.unwrap_or(created_at),
            expires_at: text("expires_at").and_then(|time| time.parse().ok()),
        }
    }
}

/// Clients and writers do not learn who of the staff it was.
fn name(reader: Role, author: &UserName) -> String {
    match (reader, author.role) {
        (Role::Client | Role::Writer, Role::Editor) => "Editor".to_owned(),
        (Role::Client | Role::Writer, _) => "Support".to_owned(),
        _ => author.full_name(),
    }
}

pub(super) fn reader(member: &Scoped<Member>, clock: &Clock) -> Reader {
    Reader { id: member.id, role: member.role, scope: member.scope, now: clock.now() }
}
