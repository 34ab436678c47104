//! Who sees which conversation, and which message of it: the one place that says so.
//!
//! In every statement `t` is the conversation, `o` its order and `m` the message.

use tally_auth::{RoleRule, Scoped, Staff, audit::Actor};
use tally_entity::{Role, UserId, WebsiteScope};
use tally_http::Limit;

use crate::sql::Sql;

/// Somebody who looks at conversations.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Viewer {
    pub(crate) id: UserId,
    pub(crate) role: Role,
    /// The websites that staff sees.
    pub(crate) scope: WebsiteScope,
}

impl From<Viewer> for Actor {
    fn from(viewer: Viewer) -> Self {
        Self { id: viewer.id, role: viewer.role }
    }
}

impl Viewer {
    pub(crate) fn of<R: RoleRule>(member: &Scoped<R>) -> Self {
        Self { id: member.id, role: member.role, scope: member.scope }
    }

    pub(crate) fn is_staff(self) -> bool {
        Staff::ROLES.contains(&self.role)
    }

    pub(crate) fn is_admin(self) -> bool {
        matches!(self.role, Role::Superadmin | Role::Admin)
    }

    /// How often he may write.
    pub(crate) fn writing(self) -> Limit {
        if self.is_staff() { Limit::StaffMessages } else { Limit::Messages }
    }

    /// The conversations of his list.
    pub(crate) fn lists(self, sql: &mut Sql) -> String {
        let own = |sql: &mut Sql| {
            let me = sql.bind(self.id);
            format!(
                "t.id IN (SELECT p.thread_id FROM thread_participants p
                WHERE p.user_id = {me} AND p.left_at IS NULL)"
            )
        };
        let seen = match self.role {
            Role::Superadmin | Role::Admin => self.in_scope(sql, "t.website_id"),
            Role::Support | Role::Editor => format!(
                "({} OR (t.sender_role = 'client' AND t.recipient_role = 'writer')
                OR (t.sender_role = 'writer' AND t.recipient_role = 'client')) AND {}",
                own(sql),
                self.in_scope(sql, "t.website_id"),
            ),
            Role::Client | Role::Writer => own(sql),
        };
        // Direct conversations have routes of their own.
        format!("t.thread_type <> 'direct' AND {seen}")
    }

    /// A conversation that is named. Client and writer of its order may join it with a message, unless they left.
    pub(crate) fn finds(self, sql: &mut Sql) -> String {
        let listed = self.lists(sql);
        if self.is_staff() {
            return listed;
        }
        let me = sql.bind(self.id);
        format!(
            "({listed} OR (t.thread_type <> 'direct' AND {me} IN (o.client_id, o.assigned_writer_id)
            AND NOT EXISTS (SELECT FROM thread_participants p WHERE p.thread_id = t.id AND p.user_id = {me})))"
        )
    }

    /// A message of a conversation he sees.
    pub(crate) fn reads(self, sql: &mut Sql) -> String {
        if self.is_staff() {
            return "m.deleted_at IS NULL".to_owned();
        }
        let (me, role) = (sql.bind(self.id), sql.bind(self.role.as_str()));
        format!(
            "m.deleted_at IS NULL AND NOT m.is_internal_note AND (NOT m.is_hidden OR m.sender_id = {me})
            AND ({me} IN (m.sender_id, m.recipient_id) OR {role} = ANY(m.visible_to_roles))"
        )
    }

    /// Whether the recipient has read a message of his, or he a message of others. Who got none need not read it.
    pub(crate) fn has_read(self, sql: &mut Sql) -> String {
        let me = sql.bind(self.id);
        format!(
            "CASE WHEN m.sender_id = {me} THEN EXISTS (SELECT FROM message_receipts r
                WHERE r.message_id = m.id AND r.user_id = m.recipient_id AND r.read_at IS NOT NULL)
            ELSE NOT EXISTS (SELECT FROM message_receipts r
                WHERE r.message_id = m.id AND r.user_id = {me} AND r.read_at IS NULL) END"
        )
    }

    /// An order, by the name `o`, that he may talk about.
    pub(crate) fn orders(self, sql: &mut Sql) -> String {
        let seen = match self.role {
            Role::Client => format!("o.client_id = {}", sql.bind(self.id)),
            Role::Writer => format!("o.assigned_writer_id = {}", sql.bind(self.id)),
            _ => self.in_scope(sql, "o.website_id"),
        };
        format!("o.deleted_at IS NULL AND {seen}")
    }

    pub(crate) fn in_scope(self, sql: &mut Sql, column: &str) -> String {
        match self.scope {
            WebsiteScope::All => "true".to_owned(),
            WebsiteScope::One(id) => format!("{column} = {}", sql.bind(id)),
        }
    }
}
