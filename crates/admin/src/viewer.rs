//! Who looks at rows that belong to a client, and perhaps to the writer who works on them.

use sea_orm::{Condition, entity::prelude::*};
use tally_auth::{Member, Scoped};
use tally_entity::{Role, UserId, WebsiteScope};

/// Whose rows somebody sees.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Viewer {
    /// All of these websites.
    Staff(WebsiteScope),
    /// What is done for him.
    Client(UserId),
    /// What he does.
    Writer(UserId),
}

impl Viewer {
    pub(crate) fn of(member: &Scoped<Member>) -> Self {
        match member.role {
            Role::Client => Self::Client(member.id),
            Role::Writer => Self::Writer(member.id),
            Role::Superadmin | Role::Admin | Role::Editor | Role::Support => Self::Staff(member.scope),
        }
    }

    /// The condition that keeps a statement to the rows he sees, by the columns that say whose they are.
    pub(crate) fn sees<C: ColumnTrait>(self, website: C, client: C, writer: C) -> Condition {
        match self {
            Self::Staff(scope) => scope.of(website),
            Self::Client(id) => client.eq(id).into(),
            Self::Writer(id) => writer.eq(id).into(),
        }
    }
}
