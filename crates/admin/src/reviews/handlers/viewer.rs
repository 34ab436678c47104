//! Who looks at which reviews.

use serde::Deserialize;
use tally_auth::{Member, Scoped};
use tally_entity::{ReviewKind, Role};
use utoipa::ToSchema;

use crate::reviews::repository::visible::Viewer;

/// The reviews that exist for this caller.
pub(super) fn viewer(member: &Scoped<Member>) -> Viewer {
    match member.role {
        Role::Writer => Viewer::Writer(member.id),
        Role::Client => Viewer::Client(member.id),
        Role::Superadmin | Role::Admin | Role::Editor | Role::Support => Viewer::Staff(member.scope),
    }
}

/// The reviews of one kind, as addresses name them.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
pub(crate) enum Kind {
    #[serde(rename = "website-reviews")]
    Website,
    #[serde(rename = "writer-reviews")]
    Writer,
    #[serde(rename = "order-reviews")]
    Order,
}

impl From<Kind> for ReviewKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Website => Self::Website,
            Kind::Writer => Self::Writer,
            Kind::Order => Self::Order,
        }
    }
}

/// What is reviewed, as parameters and bodies name it.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ReviewType {
    Website,
    Writer,
    Order,
}

impl From<ReviewType> for ReviewKind {
    fn from(kind: ReviewType) -> Self {
        match kind {
            ReviewType::Website => Self::Website,
            ReviewType::Writer => Self::Writer,
            ReviewType::Order => Self::Order,
        }
    }
}
