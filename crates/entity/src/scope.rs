use std::fmt;

use sea_orm::{
    ExprTrait, IntoSimpleExpr,
    sea_query::{Condition, SimpleExpr},
};

use crate::ids::WebsiteId;

/// Whose rows a statement may see. The first argument of every query after the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WebsiteScope {
    /// Every website, and rows of the platform itself.
    All,
    /// One website.
    One(WebsiteId),
}

impl WebsiteScope {
    /// The condition that keeps a statement inside the scope; `website_id` is the column of the table asked.
    pub fn of(self, website_id: impl IntoSimpleExpr) -> Condition {
        let condition: Option<SimpleExpr> = match self {
            Self::All => None,
            Self::One(id) => Some(website_id.into_simple_expr().eq(id)),
        };
        Condition::all().add_option(condition)
    }
}

impl fmt::Display for WebsiteScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::One(id) => id.fmt(f),
        }
    }
}
