//! What is about a bundle, with the bundle's client.

use sea_orm::{JoinType, QuerySelect, Select, entity::prelude::*};
use tally_entity::{class_bundle, user};

/// Keeps `rows` to those about a bundle, and adds its id and the name of its client.
pub(super) fn about_bundles<E: EntityTrait>(rows: Select<E>, bundle: E::Column) -> Select<E> {
    let to_bundle = E::belongs_to(class_bundle::Entity).from(bundle).to(class_bundle::Column::Id);
    let to_client = class_bundle::Entity::belongs_to(user::Entity)
        .from(class_bundle::Column::ClientId)
        .to(user::Column::Id);
    rows.column_as(bundle, "bundle_id")
        .column_as(user::Column::Username, "bundle_client")
        .join(JoinType::InnerJoin, to_bundle.into())
        .join(JoinType::InnerJoin, to_client.into())
        // The join implies it, but only what is said makes the partial indexes serve.
        .filter(bundle.is_not_null())
}
