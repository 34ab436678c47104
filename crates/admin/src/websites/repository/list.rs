//! The websites somebody may see.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, FromQueryResult, QueryOrder, QuerySelect, Select, entity::prelude::*};
use tally_db::search::has_words;
use tally_entity::{WebsiteId, WebsiteScope, website};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Website {
    pub(crate) id: WebsiteId,
    pub(crate) name: String,
    pub(crate) domain: String,
    pub(crate) slug: String,
    pub(crate) is_active: bool,
    pub(crate) is_deleted: bool,
    pub(crate) theme_color: Option<String>,
    pub(crate) contact_email: Option<String>,
    pub(crate) contact_phone: Option<String>,
    pub(crate) currency: String,
    pub(crate) timezone: String,
    pub(crate) created_at: DateTime<Utc>,
}

/// Which websites are wanted.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// Removed ones too.
    pub(crate) deleted: bool,
    pub(crate) is_active: Option<bool>,
    /// Beginnings of words of the name, the domain or the slug.
    pub(crate) search: Option<String>,
}

/// All of them by name: a platform has tens of websites.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
) -> Result<Vec<Website>, DbErr> {
    with_columns(website::Entity::find())
        .filter(scope.of(website::COLUMN.id))
        .filter(wanted.condition())
        .order_by_asc(website::Column::Name)
        .order_by_asc(website::Column::Id)
        .into_model::<Website>()
        .all(db)
        .await
}

/// The columns of [`Website`], and no others.
pub(super) fn with_columns(websites: Select<website::Entity>) -> Select<website::Entity> {
    use website::Column::{
        ContactEmail, ContactPhone, CreatedAt, Currency, Domain, Id, IsActive, Name, Slug, ThemeColor,
        Timezone,
    };
    websites
        .select_only()
        .columns([Id, Name, Domain, Slug, IsActive, ThemeColor, ContactEmail, ContactPhone])
        .columns([Currency, Timezone, CreatedAt])
        .expr_as(website::COLUMN.deleted_at.is_not_null(), "is_deleted")
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { deleted, is_active, search } = self;
        let website = website::COLUMN;
        let words = |query: &str| {
            let id = query.trim().parse::<i64>().ok();
            let text = Expr::cust_with_exprs(
                "$1 || ' ' || $2 || ' ' || $3",
                [website::Column::Name, website::Column::Domain, website::Column::Slug]
                    .map(ColumnTrait::into_expr),
            );
            Condition::any().add(has_words(text, query)).add_option(id.map(|id| website.id.eq(WebsiteId(id))))
        };
        Condition::all()
            .add_option((!deleted).then(|| website.deleted_at.is_null()))
            .add_option(is_active.map(|active| website.is_active.eq(active)))
            .add_option(search.as_deref().map(words))
    }
}
