//! Announcements and what one person has done with them.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, DbErr, FromQueryResult, JoinType, Order, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{
    BroadcastId, Role, UserId, WebsiteScope,
    broadcast::{self, rules},
    broadcast_view,
    refs::{UserName, WebsiteName},
};
use tokio::try_join;

/// Who reads announcements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    pub(crate) id: UserId,
    pub(crate) role: Role,
    pub(crate) scope: WebsiteScope,
    pub(crate) now: DateTime<Utc>,
}

/// Which announcements are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) category: Option<String>,
    pub(crate) is_pinned: Option<bool>,
    pub(crate) is_unread: bool,
    /// Beginnings of words of the title or the text.
    pub(crate) search: Option<String>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Announcement {
    pub(crate) id: BroadcastId,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) category: String,
    pub(crate) is_pinned: bool,
    pub(crate) require_acknowledgement: bool,
    pub(crate) audience: Json,
    pub(crate) sent_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) viewed_at: Option<DateTime<Utc>>,
    pub(crate) acknowledged_at: Option<DateTime<Utc>>,
    /// Not over yet.
    pub(crate) is_active: bool,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: Option<WebsiteName>,
    #[sea_orm(nested(prefix = "author_"))]
    pub(crate) author: Option<UserName>,
}

impl Reader {
    /// Those who run the business see all there were on their websites.
    fn sees(&self) -> Condition {
        let announced = rules::announced().add(rules::on(self.scope));
        match self.role {
            Role::Superadmin | Role::Admin => announced,
            _ => announced.add(rules::current(self.now)).add(rules::meant_for(self.role)),
        }
    }
}

/// The pinned ones first, then the newest.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    reader: Reader,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Announcement>), DbErr> {
    let condition = reader.sees().add(wanted.condition());
    let counted = with_view(broadcast::Entity::find().select_only(), reader.id)
        .expr_as(count(), "announcements")
        .filter(condition.clone())
        .into_tuple()
        .require_one(db);
    let page = rows(reader)
        .filter(condition)
        .order_by(broadcast::Column::IsPinned, Order::Desc)
        .order_by_desc(broadcast::Column::SentAt)
        .order_by_desc(broadcast::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(counted, page)
}

/// One that is shown to the reader.
pub(crate) async fn one(
    db: &impl ConnectionTrait,
    reader: Reader,
    id: BroadcastId,
) -> Result<Option<Announcement>, DbErr> {
    rows(reader).filter(reader.sees()).filter(broadcast::COLUMN.id.eq(id)).into_model().one(db).await
}

fn rows(reader: Reader) -> Select<broadcast::Entity> {
    use broadcast::Column::{
        Audience, Body, Category, CreatedAt, CreatedById, Id, IsPinned, RequireAcknowledgement, SentAt,
        Title, WebsiteId,
    };
    let rows = with_view(broadcast::Entity::find().select_only(), reader.id)
        .columns([Id, Title, Body, Category, IsPinned, RequireAcknowledgement, Audience, SentAt, CreatedAt])
        .columns([broadcast_view::Column::ViewedAt, broadcast_view::Column::AcknowledgedAt])
        .expr_as(rules::current(reader.now), "is_active");
    UserName::join(WebsiteName::join(rows, WebsiteId), CreatedById, "author")
}

/// With the reader's own row, if he has one.
fn with_view(rows: Select<broadcast::Entity>, reader: UserId) -> Select<broadcast::Entity> {
    let view = broadcast::Entity::belongs_to(broadcast_view::Entity)
        .from(broadcast::Column::Id)
        .to(broadcast_view::Column::BroadcastId)
        .on_condition(move |_, _| broadcast_view::COLUMN.user_id.eq(reader).into());
    rows.join(JoinType::LeftJoin, view.into())
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { category, is_pinned, is_unread, search } = self;
        let text = Expr::cust_with_exprs(
            "$1 || ' ' || $2",
            [broadcast::Column::Title.into_expr(), broadcast::Column::Body.into_expr()],
        );
        Condition::all()
            .add_option(category.as_deref().map(|word| broadcast::COLUMN.category.eq(word)))
            .add_option(is_pinned.map(|pinned| broadcast::COLUMN.is_pinned.eq(pinned)))
            .add_option(is_unread.then(|| broadcast_view::COLUMN.id.is_null()))
            .add_option(search.as_deref().map(|query| has_words(text, query)))
    }
}
