//! One page of the bundles somebody sees.

use sea_orm::{
    DbErr, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr},
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{ClassBundleId, ClassBundleStatus, PricingSource, class_bundle, user};
use tokio::try_join;

use super::bundle::{CLIENT, ClassBundle, bundles};
use crate::viewer::Viewer;

/// Which bundles are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) statuses: Option<Vec<ClassBundleStatus>>,
    pub(crate) pricing_sources: Option<Vec<PricingSource>>,
    /// Beginnings of words of the client's user name or e-mail address, or an id.
    pub(crate) search: Option<String>,
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<ClassBundle>), DbErr> {
    let rows = bundles().filter(sees(viewer)).filter(wanted.condition(viewer));
    let count = rows.clone().select_only().expr_as(count(), "count").into_tuple().require_one(db);
    let page = rows
        .order_by_desc(class_bundle::Column::CreatedAt)
        .order_by_desc(class_bundle::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(count, page)
}

/// The bundles that exist for him.
pub(super) fn sees(viewer: Viewer) -> Condition {
    use class_bundle::Column::{AssignedWriterId, ClientId, WebsiteId};
    viewer.sees(WebsiteId, ClientId, AssignedWriterId)
}

impl Wanted {
    fn condition(&self, viewer: Viewer) -> Condition {
        let Self { statuses, pricing_sources, search } = self;
        let bundle = class_bundle::COLUMN;
        let word = |query: &String| searched(query, viewer);
        Condition::all()
            .add_option(statuses.clone().map(|statuses| bundle.status.is_in(statuses)))
            .add_option(pricing_sources.clone().map(|sources| bundle.pricing_source.is_in(sources)))
            .add_option(search.as_ref().map(word))
    }
}

/// A writer finds clients by no name but the one he knows.
fn searched(query: &str, viewer: Viewer) -> Condition {
    let name = match viewer {
        Viewer::Staff(_) | Viewer::Client(_) => {
            let column = |column: user::Column| Expr::col((Alias::new(CLIENT), column));
            let columns = [user::Column::Username, user::Column::Email].map(column);
            Expr::cust_with_exprs("$1 || ' ' || $2", columns)
        }
        Viewer::Writer(_) => {
            Expr::cust_with_expr("'Client #' || $1", class_bundle::Column::ClientId.into_expr())
        }
    };
    let id = query.trim().parse().ok().map(|id| class_bundle::COLUMN.id.eq(ClassBundleId(id)));
    Condition::any().add(has_words(name, query)).add_option(id)
}
