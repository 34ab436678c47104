//! People as they are shown to one another.

use serde::Serialize;
use tally_entity::{Role, UserId, user::full_name};
use utoipa::ToSchema;

use crate::notifications::repository::feed::Person;

/// A person, under the name that the reader may know.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct UserRef {
    #[schema(value_type = i64)]
    pub(super) id: UserId,
    pub(super) username: String,
    /// Null unless staff reads.
    pub(super) email: Option<String>,
    pub(super) full_name: String,
    /// Everybody who works for the business, except editors, is `support` to those who do not.
    #[schema(value_type = String)]
    pub(super) role: Role,
}

impl UserRef {
    /// Clients and writers know neither each other's names nor who of the staff wrote to them.
    pub(super) fn new(person: Person, reader: Role) -> Self {
        let Person { actor_id: id, username, email, first_name, last_name, role, pen_name } = person;
        let full_name = full_name(&first_name, &last_name, &username);
        let under =
            |name: String, role| Self { id, username: name.clone(), email: None, full_name: name, role };
        match (reader, role) {
            (Role::Superadmin | Role::Admin | Role::Editor | Role::Support, _) => {
                Self { id, username, email: Some(email), full_name, role }
            }
            (_, Role::Superadmin | Role::Admin | Role::Support) => under("Support".to_owned(), Role::Support),
            (_, Role::Editor) => under("Editor".to_owned(), role),
            (Role::Client, Role::Writer) => under(pen_name.unwrap_or_else(|| format!("Writer #{id}")), role),
            (Role::Writer, Role::Client) => under(format!("Client #{id}"), role),
            (Role::Client, Role::Client) | (Role::Writer, Role::Writer) => {
                Self { id, username, email: None, full_name, role }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(reader: Role, role: Role, pen_name: Option<&str>) -> (String, bool, Role) {
        let person = Person {
            actor_id: UserId(7),
            username: "maria".to_owned(),
            email: "m@people.example".to_owned(),
            first_name: "Maria".to_owned(),
            last_name: "Silva".to_owned(),
            role,
            pen_name: pen_name.map(ToOwned::to_owned),
        };
        let shown = UserRef::new(person, reader);
        let known = shown.username == "maria" && shown.full_name == "Maria Silva";
        assert!(known || shown.username == shown.full_name);
        (if known { "known".to_owned() } else { shown.username }, shown.email.is_some(), shown.role)
    }

    #[test]
    fn names_do_not_cross_the_line_between_clients_and_writers() {
        use Role::{Admin, Client, Editor, Superadmin, Support, Writer};
        let hidden = |name: &str, role| (name.to_owned(), false, role);
        assert_eq!(name(Client, Writer, None), hidden("Writer #7", Writer));
        assert_eq!(name(Client, Writer, Some("Ink")), hidden("Ink", Writer));
        assert_eq!(name(Writer, Client, None), hidden("Client #7", Client));
        assert_eq!(name(Writer, Writer, Some("Ink")), hidden("known", Writer));
        for (staff, shown) in [(Superadmin, Support), (Admin, Support), (Support, Support)] {
            assert_eq!(name(Client, staff, None), hidden("Support", shown));
        }
        assert_eq!(name(Writer, Editor, None), hidden("Editor", Editor));
        for reader in [Superadmin, Admin, Editor, Support] {
            assert_eq!(name(reader, Client, None), ("known".to_owned(), true, Client));
        }
    }
}
