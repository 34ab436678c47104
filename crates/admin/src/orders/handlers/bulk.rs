//! What the screens that change many orders at once share.

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use tally_entity::OrderId;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr, Schema,
        schema::{ArrayBuilder, ObjectBuilder, Type},
    },
};

use crate::orders::repository::bulk::Results;

/// 1 to 100 orders. One that is named twice counts once.
#[derive(Debug)]
pub(crate) struct OrderIds(pub(super) Vec<OrderId>);

const MOST: usize = 100;

impl<'de> Deserialize<'de> for OrderIds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut ids = Vec::<OrderId>::deserialize(deserializer)?;
        if !(1..=MOST).contains(&ids.len()) {
            return Err(D::Error::custom("must name 1 to 100 orders"));
        }
        let mut seen = BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        Ok(Self(ids))
    }
}

impl PartialSchema for OrderIds {
    fn schema() -> RefOr<Schema> {
        let id = ObjectBuilder::new().schema_type(Type::Integer);
        ArrayBuilder::new().items(id).min_items(Some(1)).max_items(Some(MOST)).into()
    }
}

impl ToSchema for OrderIds {}

/// What became of each order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BulkAnswer {
    /// How many it was done to, as a sentence.
    pub(super) detail: String,
    results: BulkResults,
}

/// In the order they were named in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BulkResults {
    #[schema(value_type = Vec<i64>)]
    success: Vec<OrderId>,
    failed: Vec<FailedOrder>,
}

/// An order that stays as it was.
#[derive(Debug, Serialize, ToSchema)]
struct FailedOrder {
    #[schema(value_type = i64)]
    order_id: OrderId,
    /// Why, as a sentence.
    error: String,
}

impl BulkAnswer {
    /// `done` says what was done: "assigned".
    pub(super) fn new(results: Results, done: &str) -> Self {
        let Results { success, failed } = results;
        let orders = |count| if count == 1 { "order" } else { "orders" };
        let detail = match failed.len() {
            0 => format!("{} {} {done}.", success.len(), orders(success.len())),
            n => format!("{} {} {done}, {n} not.", success.len(), orders(success.len())),
        };
        let failed = failed.into_iter().map(|(order_id, error)| FailedOrder { order_id, error }).collect();
        Self { detail, results: BulkResults { success, failed } }
    }
}
