//! Rows that others point at, as answers show them.

use serde::Serialize;
use tally_entity::{
    OrderId, Role, UserId, WebsiteId,
    refs::{UserName, WebsiteName},
};
use utoipa::ToSchema;

/// A person, under the name that the reader may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct UserRef {
    /// The user.
    #[schema(value_type = i64)]
    pub id: UserId,
    /// What he signs in with.
    pub username: String,
    /// Null across the line between clients and writers.
    pub email: Option<String>,
    /// First and last name; the username when there is neither.
    pub full_name: String,
    /// What he is to the business.
    #[schema(value_type = String)]
    pub role: Role,
}

/// A website.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct WebsiteRef {
    /// The website.
    #[schema(value_type = i64)]
    pub id: WebsiteId,
    /// What people call it.
    pub name: String,
    /// Where it is found.
    pub domain: String,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct OrderRef {
    /// The order.
    #[schema(value_type = i64)]
    pub id: OrderId,
    /// What it is about.
    pub topic: String,
}

impl UserRef {
    /// A person as `reader` may know him.
    ///
    /// Clients and writers do not know each other's names, and nobody but staff knows addresses.
    pub fn seen_by(reader: Role, person: UserName) -> Self {
        use Role::{Admin, Client, Editor, Superadmin, Support, Writer};
        let full_name = person.full_name();
        let UserName { id, username, email, first_name: _, last_name: _, role, pen_name } = person;
        let under = |name: String| Self { id, username: name.clone(), email: None, full_name: name, role };
        match (reader, role) {
            (Superadmin | Admin | Editor | Support, _) => {
                Self { id, username, email: Some(email), full_name, role }
            }
            (Client, Writer) => under(pen_name.unwrap_or_else(|| format!("Writer #{id}"))),
            (Writer, Client) => under(format!("Client #{id}")),
            (Client | Writer, _) => Self { id, username, email: None, full_name, role },
        }
    }
}

/// As staff sees him.
impl From<UserName> for UserRef {
    fn from(person: UserName) -> Self {
        Self::seen_by(Role::Admin, person)
    }
}

impl From<WebsiteName> for WebsiteRef {
    fn from(WebsiteName { id, name, domain }: WebsiteName) -> Self {
        Self { id, name, domain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(reader: Role, role: Role, pen_name: Option<&str>) -> (String, String, Option<String>) {
        let person = UserName {
            id: UserId(7),
            username: "maria".to_owned(),
            email: "m@people.example".to_owned(),
            first_name: "Maria".to_owned(),
            last_name: "Silva".to_owned(),
            role,
            pen_name: pen_name.map(ToOwned::to_owned),
        };
        let shown = UserRef::seen_by(reader, person);
        assert_eq!((shown.id, shown.role), (UserId(7), role));
        (shown.username, shown.full_name, shown.email)
    }

    #[test]
    fn names_do_not_cross_the_line_between_clients_and_writers() {
        use Role::{Admin, Client, Editor, Superadmin, Support, Writer};
        let named = |name: &str| (name.to_owned(), name.to_owned(), None);
        let known = |email: Option<&str>| {
            ("maria".to_owned(), "Maria Silva".to_owned(), email.map(ToOwned::to_owned))
        };
        assert_eq!(shown(Client, Writer, None), named("Writer #7"));
        assert_eq!(shown(Client, Writer, Some("Ink")), named("Ink"));
        assert_eq!(shown(Writer, Client, Some("Ink")), named("Client #7"));
        for (reader, role) in [(Client, Client), (Writer, Writer), (Client, Support), (Writer, Editor)] {
            assert_eq!(shown(reader, role, Some("Ink")), known(None));
        }
        for reader in [Superadmin, Admin, Editor, Support] {
            assert_eq!(shown(reader, Writer, Some("Ink")), known(Some("m@people.example")));
        }
    }
}
