//! People as they are shown to one another.

use tally_entity::{Role, refs::UserName};
use tally_http::UserRef;

/// A person, under the name that `reader` may know: clients and writers know neither each other's names nor who of
/// the staff they talk to.
pub(crate) fn shown(reader: Role, person: UserName) -> UserRef {
    if is_staff(reader) || !is_staff(person.role) {
        return UserRef::seen_by(reader, person);
    }
    let role = role_shown(reader, person.role);
    let name = if role == Role::Editor { "Editor" } else { "Support" };
    UserRef { id: person.id, username: name.to_owned(), email: None, full_name: name.to_owned(), role }
}

/// What somebody is to the business, as `reader` may know it.
pub(crate) fn role_shown(reader: Role, role: Role) -> Role {
    match role {
        Role::Superadmin | Role::Admin if !is_staff(reader) => Role::Support,
        role => role,
    }
}

fn is_staff(role: Role) -> bool {
    !matches!(role, Role::Client | Role::Writer)
}

#[cfg(test)]
mod tests {
    use tally_entity::UserId;

    use super::*;

    #[test]
    fn names_do_not_cross_the_lines() {
        use Role::{Admin, Client, Editor, Superadmin, Support, Writer};
        let known = "maria";
        for (reader, role, name, as_role) in [
            (Client, Writer, "Writer #7", Writer),
            (Writer, Client, "Client #7", Client),
            (Client, Superadmin, "Support", Support),
            (Writer, Admin, "Support", Support),
            (Client, Support, "Support", Support),
            (Writer, Editor, "Editor", Editor),
            (Client, Client, known, Client),
            (Admin, Superadmin, known, Superadmin),
            (Editor, Client, known, Client),
        ] {
            let person = UserName {
                id: UserId(7),
                username: known.to_owned(),
                email: "m@people.example".to_owned(),
                first_name: String::new(),
                last_name: String::new(),
                role,
                pen_name: None,
            };
            let seen = shown(reader, person);
            assert_eq!((seen.username.as_str(), seen.full_name.as_str()), (name, name), "{reader} {role}");
            assert_eq!((seen.role, seen.email.is_some()), (as_role, is_staff(reader)), "{reader} {role}");
        }
    }
}
