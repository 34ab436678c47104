//! The notices of one person.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, JoinType, Order, QueryOrder, QuerySelect, Select,
    entity::prelude::*, sea_query::Query,
};
use tally_db::{
    aggregate::count_where,
    search::{has_words, starts_with},
};
use tally_entity::{
    NotificationId, Role, UserId, WebsiteId,
    notification::{self, rules},
    user, user_presence, writer_profile,
};
use tokio::try_join;

/// Which notices are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) is_read: Option<bool>,
    /// An area, or a stored category.
    pub(crate) category: Option<String>,
    /// Beginnings of words of the title or the text, or an id.
    pub(crate) search: Option<String>,
    pub(crate) is_pinned: Option<bool>,
    /// How the event begins.
    pub(crate) event: Option<String>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Notice {
    pub(crate) id: NotificationId,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) area: String,
    pub(crate) event: String,
    pub(crate) link: Option<String>,
    pub(crate) payload: Json,
    pub(crate) read_at: Option<DateTime<Utc>>,
    pub(crate) is_acknowledged: bool,
    pub(crate) is_pinned: bool,
    pub(crate) priority: i16,
    pub(crate) is_critical: bool,
    pub(crate) website_id: Option<WebsiteId>,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested)]
    pub(crate) actor: Option<Person>,
}

/// Who did what the notice is about.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Person {
    pub(crate) actor_id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) role: Role,
    /// The name a writer works under.
    pub(crate) pen_name: Option<String>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Counts {
    /// Rows that are wanted.
    pub(crate) wanted: i64,
    /// Rows not read, wanted or not.
    pub(crate) unread: i64,
    /// When he looked at them last.
    pub(crate) seen_at: Option<DateTime<Utc>>,
}

/// The pinned ones first, then the newest: `limit` of them after the first `offset`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    user: UserId,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
    now: DateTime<Utc>,
) -> Result<(Counts, Vec<Notice>), DbErr> {
    let notices = with_columns(of(user, now).filter(wanted.condition()))
        .order_by(notification::COLUMN.pinned_at.is_not_null(), Order::Desc)
        .order_by_desc(notification::Column::CreatedAt)
        .order_by_desc(notification::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(counts(db, user, wanted, now), notices)
}

/// One of them.
pub(crate) async fn one(
    db: &impl ConnectionTrait,
    user: UserId,
    id: NotificationId,
    now: DateTime<Utc>,
) -> Result<Option<Notice>, DbErr> {
    with_columns(of(user, now).filter(notification::COLUMN.id.eq(id))).into_model().one(db).await
}

async fn counts(
    db: &impl ConnectionTrait,
    user: UserId,
    wanted: &Wanted,
    now: DateTime<Utc>,
) -> Result<Counts, DbErr> {
    let seen_at = Query::select()
        .column(user_presence::Column::NotificationsSeenAt)
        .from(user_presence::Entity)
        .and_where(user_presence::COLUMN.user_id.eq(user))
        .take();
    of(user, now)
        .expr_as(count_where(wanted.condition()), "wanted")
        .expr_as(count_where(rules::unread()), "unread")
        .expr_as(Expr::SubQuery(None, Box::new(seen_at.into())), "seen_at")
        .into_model()
        .require_one(db)
        .await
}

fn of(user: UserId, now: DateTime<Utc>) -> Select<notification::Entity> {
    notification::Entity::find()
        .select_only()
        .filter(notification::COLUMN.user_id.eq(user))
        .filter(rules::current(now))
}

fn with_columns(notices: Select<notification::Entity>) -> Select<notification::Entity> {
    use notification::Column::{
        ActorId, Body, CreatedAt, Event, Id, IsCritical, Link, Payload, Priority, ReadAt, Title, WebsiteId,
    };
    let actor = notification::Entity::belongs_to(user::Entity).from(ActorId).to(user::Column::Id);
    let profile = user::Entity::belongs_to(writer_profile::Entity)
        .from(user::Column::Id)
        .to(writer_profile::Column::UserId);
    notices
        .columns([Id, Title, Body, Event, Link, Payload, ReadAt, Priority, IsCritical, WebsiteId])
        .columns([CreatedAt, ActorId])
        .expr_as(rules::area(), "area")
        .expr_as(notification::COLUMN.acknowledged_at.is_not_null(), "is_acknowledged")
        .expr_as(notification::COLUMN.pinned_at.is_not_null(), "is_pinned")
        .columns([user::Column::Username, user::Column::Email, user::Column::FirstName])
        .columns([user::Column::LastName, user::Column::Role])
        .column(writer_profile::Column::PenName)
        .join(JoinType::LeftJoin, actor.into())
        .join(JoinType::LeftJoin, profile.into())
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { is_read, category, search, is_pinned, event } = self;
        let notice = notification::COLUMN;
        let set = |column: Expr, wanted: bool| if wanted { column } else { column.not() };
        Condition::all()
            .add_option(is_read.map(|read| set(notice.read_at.is_not_null(), read)))
            .add_option(is_pinned.map(|pinned| set(notice.pinned_at.is_not_null(), pinned)))
            .add_option(category.as_deref().map(of_category))
            .add_option(search.as_deref().map(searched))
            .add_option(event.as_deref().map(|start| starts_with(notice.event, start)))
    }
}

/// A word that is both is an area.
pub(super) fn of_category(word: &str) -> Expr {
    if rules::AREAS.contains(&word) {
        rules::area().eq(word)
    } else {
        notification::Column::Category.into_expr().eq(word)
    }
}

fn searched(query: &str) -> Condition {
    let text = Expr::cust_with_exprs(
        "$1 || ' ' || $2",
        [notification::Column::Title.into_expr(), notification::Column::Body.into_expr()],
    );
    let id = query.trim().parse::<i64>().ok();
    Condition::any()
        .add(has_words(text, query))
        .add_option(id.map(|id| notification::COLUMN.id.eq(NotificationId(id))))
}
