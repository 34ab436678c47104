//! `GET /api/v1/order-configs/api/{subjects, paper-types, …}`

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::WebsiteId;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::MEMBER};
use utoipa::ToSchema;

use crate::choices::repository::list::{self, Choice, Table};

static POLICY: Policy = Policy::new(
    "orders.choices",
    1800,
    &[
        Reads::Scoped("subjects"),
        Reads::Scoped("paper_types"),
        Reads::Scoped("academic_levels"),
        Reads::Scoped("work_types"),
        Reads::Scoped("formatting_styles"),
        Reads::Scoped("english_types"),
    ],
);

/// Something an order can be about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderChoice {
    id: i64,
    name: String,
    is_active: bool,
    is_technical: bool,
    #[schema(value_type = i64)]
    website: WebsiteId,
}

impl From<Choice> for OrderChoice {
    fn from(row: Choice) -> Self {
        let Choice { id, name, is_active, is_technical, website_id } = row;
        Self { id, name, is_active, is_technical, website: website_id }
    }
}

async fn answer(db: Db, member: Scoped<Member>, table: Table) -> ApiResult<Answer<Vec<OrderChoice>>> {
    let scope = member.scope;
    let load = move || async move {
        let found = list::load(db.reads(), scope, table).await?;
        Ok(found.into_iter().map(OrderChoice::from).collect())
    };
    member.answer(&POLICY).with(table.name()).load(load).await
}

macro_rules! lists {
    ($($(#[$about:meta])* $name:ident: $path:literal, $table:ident;)+) => {$(
        $(#[$about])*
        #[utoipa::path(
            get,
            path = $path,
            tag = "orders",
            params(ScopeQuery, RefreshQuery),
            responses((status = OK, body = Vec<OrderChoice>), Problems),
            security(("bearer" = [])),
            extensions(("x-access" = json!(MEMBER))),
        )]
        pub(crate) async fn $name(
            State(db): State<Db>,
            member: Scoped<Member>,
        ) -> ApiResult<Answer<Vec<OrderChoice>>> {
            answer(db, member, Table::$table).await
        }
    )+};
}

lists! {
    /// Subjects of orders
    list_subjects: "/order-configs/api/subjects", Subjects;
    /// Kinds of papers
    list_paper_types: "/order-configs/api/paper-types", PaperTypes;
    /// Academic levels
    list_academic_levels: "/order-configs/api/academic-levels", AcademicLevels;
    /// Kinds of work
    list_types_of_work: "/order-configs/api/types-of-work", WorkTypes;
    /// Ways to format a paper
    list_formatting_styles: "/order-configs/api/formatting-styles", FormattingStyles;
    /// Kinds of English
    list_english_types: "/order-configs/api/english-types", EnglishTypes;
}
