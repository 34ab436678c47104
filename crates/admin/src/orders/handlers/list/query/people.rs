//! Whose orders are wanted.

use serde::{Deserialize, Deserializer, de::Error as _};
use tally_auth::Caller;
use tally_entity::{Role, UserId};
use utoipa::IntoParams;

use crate::orders::repository::list::{Wanted, Whose};

/// Whose orders are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PeopleQuery {
    /// The client: an id, or a part of the user name or address; for writers a part of the name they know.
    client: Option<String>,
    #[param(value_type = Option<i64>)]
    client_id: Option<UserId>,
    /// A part of the client's user name or address.
    client_query: Option<String>,
    /// The same as `client_query`.
    #[serde(rename = "client__username__icontains")]
    client_username_icontains: Option<String>,
    /// An id, or `true` for the caller.
    #[param(value_type = Option<String>)]
    assigned_writer: Option<Assigned>,
    /// The writer: an id, or a part of the user name or address. Staff only, like the next two.
    writer: Option<String>,
    #[param(value_type = Option<i64>)]
    writer_id: Option<UserId>,
    /// A part of the writer's user name or address.
    writer_query: Option<String>,
    #[param(value_type = Option<i64>)]
    preferred_writer_id: Option<UserId>,
}

#[derive(Clone, Copy)]
enum Assigned {
    Caller,
    To(UserId),
}

impl<'de> Deserialize<'de> for Assigned {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "true" => Ok(Self::Caller),
            id => {
                id.parse().map(Self::To).map_err(|_| D::Error::custom("must be true or the id of a writer"))
            }
        }
    }
}

impl PeopleQuery {
    pub(super) fn narrow(self, wanted: &mut Wanted, caller: &Caller) {
        let Self {
            client,
            client_id,
            client_query,
            client_username_icontains,
            assigned_writer,
            writer,
            writer_id,
            writer_query,
            preferred_writer_id,
        } = self;
        if caller.role != Role::Client {
            wanted.clients = people(client, client_id, [client_query, client_username_icontains]);
        }
        if caller.is_staff() {
            wanted.writers = people(writer, writer_id, [writer_query, None]);
        }
        wanted.writers.extend(assigned_writer.map(|who| match who {
            Assigned::Caller => Whose::Id(caller.id),
            Assigned::To(id) => Whose::Id(id),
        }));
        wanted.preferred_writer = preferred_writer_id;
    }
}

fn people(any: Option<String>, id: Option<UserId>, names: [Option<String>; 2]) -> Vec<Whose> {
    let names = names.into_iter().flatten().map(Whose::Named);
    any.map(either).into_iter().chain(id.map(Whose::Id)).chain(names).collect()
}

/// A number is an id.
fn either(text: String) -> Whose {
    text.parse().map_or_else(|_| Whose::Named(text), Whose::Id)
}
