//! Which orders a list is narrowed to.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType},
};
use tally_db::search::{contains, has_words, words};
use tally_entity::{
    AcademicLevelId, OrderId, OrderStatus, PaperTypeId, SubjectId, UserId, WebsiteScope, WorkTypeId, order,
    subject, user, work_type,
};

use super::super::visible::{Removed, Viewer};

/// What is absent or empty narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Any of these; none of all, when the list is there and empty.
    pub(crate) statuses: Option<Vec<OrderStatus>>,
    /// Leaves archived orders out.
    pub(crate) unarchived: bool,
    pub(crate) removed: Removed,
    /// Any of these; none of all, when the list is there and empty.
    pub(crate) attention: Option<Vec<Attention>>,
    pub(crate) is_paid: Option<bool>,
    /// No order at all: what is wanted has a table of its own.
    pub(crate) nothing: bool,
    /// Beginnings of words, or an id.
    pub(crate) search: Option<String>,
    pub(crate) clients: Vec<Whose>,
    pub(crate) writers: Vec<Whose>,
    pub(crate) preferred_writer: Option<UserId>,
    pub(crate) subject: Option<SubjectId>,
    /// A part of its name.
    pub(crate) subject_name: Option<String>,
    pub(crate) paper_type: Option<PaperTypeId>,
    pub(crate) academic_level: Option<AcademicLevelId>,
    pub(crate) work_type: Option<WorkTypeId>,
    /// The whole of its name.
    pub(crate) work_type_name: Option<String>,
    /// All of these.
    pub(crate) flags: Vec<String>,
    /// Both included.
    pub(crate) pages: (Option<i64>, Option<i64>),
    /// Both included, in cents.
    pub(crate) price: (Option<i64>, Option<i64>),
    pub(crate) created: Span,
    pub(crate) updated: Span,
    pub(crate) client_deadline: Span,
    pub(crate) writer_deadline: Span,
}

/// A span of time that is open where nothing is said; the end is outside.
pub(crate) type Span = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// A person, by key or by a part of the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    Id(UserId),
    Named(String),
}

/// Why somebody should look at an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attention {
    Overdue,
    Stuck,
    Unassigned,
    Unpaid,
}

impl Wanted {
    pub(super) fn condition(&self, viewer: Viewer, now: DateTime<Utc>) -> Condition {
        let order = order::COLUMN;
        let any = |reasons: &Vec<Attention>| {
            reasons
                .iter()
                .fold(Condition::any().add(Expr::val(false)), |any, reason| any.add(reason.condition(now)))
        };
        Condition::all()
            .add_option(self.statuses.as_ref().map(|statuses| order.status.is_in(statuses.iter().copied())))
            .add_option(self.unarchived.then(|| order.status.ne(OrderStatus::Archived)))
            .add_option(self.attention.as_ref().map(any))
            .add_option(self.is_paid.map(|is_paid| order.is_paid.eq(is_paid)))
            .add_option(self.nothing.then(|| Expr::val(false)))
            .add_option(self.search.as_deref().map(|query| searched(query, viewer)))
            .add(self.people(viewer))
            .add(self.work())
            .add(within(order::Column::CreatedAt, self.created))
            .add(within(order::Column::UpdatedAt, self.updated))
            .add(within(order::Column::ClientDeadlineAt, self.client_deadline))
            .add(within(order::Column::WriterDeadlineAt, self.writer_deadline))
    }

    fn people(&self, viewer: Viewer) -> Condition {
        let order = order::COLUMN;
        let client = |whose: &Whose| match (whose, viewer) {
            (Whose::Id(id), _) => order.client_id.eq(*id).into(),
            // A writer knows clients by no other name.
            (Whose::Named(part), Viewer::Writer { .. }) => {
                let known_as = Expr::cust_with_expr("'Client #' || $1", order::Column::ClientId.into_expr());
                Condition::all().add(contains(known_as, part))
            }
            (Whose::Named(part), _) => named(order::Column::ClientId, part),
        };
        let writer = |whose: &Whose| match whose {
            Whose::Id(id) => order.assigned_writer_id.eq(*id).into(),
            Whose::Named(part) => named(order::Column::AssignedWriterId, part),
        };
        let people = self.clients.iter().map(client).chain(self.writers.iter().map(writer));
        people
            .fold(Condition::all(), Condition::add)
            .add_option(self.preferred_writer.map(|id| order.preferred_writer_id.eq(id)))
    }

    fn work(&self) -> Condition {
        let order = order::COLUMN;
        let named = |name: &String| {
            let mut types = Query::select();
            types.column((work_type::Entity, work_type::Column::Id)).from(work_type::Entity);
            order.work_type_id.in_subquery(types.and_where(work_type::COLUMN.name.eq(name)).take())
        };
        let about = |part: &String| {
            let mut subjects = Query::select();
            subjects.column((subject::Entity, subject::Column::Id)).from(subject::Entity);
            order.subject_id.in_subquery(subjects.and_where(contains(subject::COLUMN.name, part)).take())
        };
        let flagged = Expr::cust_with_exprs(
            "$1 @> $2",
            [order::Column::Flags.into_expr(), Expr::val(self.flags.clone())],
        );
        Condition::all()
            .add_option(self.subject.map(|id| order.subject_id.eq(id)))
            .add_option(self.paper_type.map(|id| order.paper_type_id.eq(id)))
            .add_option(self.academic_level.map(|id| order.academic_level_id.eq(id)))
            .add_option(self.work_type.map(|id| order.work_type_id.eq(id)))
            .add_option(self.work_type_name.as_ref().map(named))
            .add_option(self.subject_name.as_ref().map(about))
            .add_option((!self.flags.is_empty()).then_some(flagged))
            .add(between(order::Column::NumberOfPages, self.pages))
            .add(between(order::Column::TotalPriceCents, self.price))
    }
}

impl Attention {
    fn condition(self, now: DateTime<Utc>) -> Condition {
        match self {
            Self::Overdue => order::rules::overdue(now),
            Self::Stuck => order::rules::stuck(now),
            Self::Unassigned => order::rules::needs_assignment(),
            Self::Unpaid => {
                let waiting = order::COLUMN.status.is_in([OrderStatus::Unpaid, OrderStatus::Pending]);
                Condition::all().add(order::COLUMN.is_paid.eq(false)).add(waiting)
            }
        }
    }
}

/// Staff also know people's names.
fn searched(query: &str, viewer: Viewer) -> Condition {
    let (order, id) = (order::COLUMN, query.trim().parse().ok());
    let text = match viewer {
        Viewer::Staff(scope) => words(query).map(|word| order.id.in_subquery(about(word, scope))).fold(
            Condition::all().add_option(words(query).next().is_none().then(|| Expr::val(false))),
            Condition::add,
        ),
        Viewer::Writer { .. } | Viewer::Client(_) => has_words(order.topic, query).into(),
    };
    Condition::any().add(text).add_option(id.map(|id| order.id.eq(OrderId(id))))
}

/// The orders with the word in their topic or in the user name or the address of their client or writer. Each
/// of the three is found by an index of its own, which one condition with OR would not use.
fn about(word: &str, scope: WebsiteScope) -> SelectStatement {
    use order::Column::{AssignedWriterId, ClientId, Id, Topic};
    let orders = |condition: Expr| {
        let orders = order::Entity::find().select_only().column(Id);
        orders.filter(scope.of(order::COLUMN.website_id)).filter(condition).into_query()
    };
    let address = Expr::cust_with_exprs(
        "$1 || ' ' || $2",
        [user::Column::Username, user::Column::Email].map(ColumnTrait::into_expr),
    );
    let people = Condition::all().add(has_words(user::rules::names(), word)).add(has_words(address, word));
    let mut found = orders(has_words(Topic, word));
    found
        .union(UnionType::All, orders(ClientId.in_subquery(users(people.clone()))))
        .union(UnionType::All, orders(AssignedWriterId.in_subquery(users(people))));
    found
}

/// A part of the user name or the address of the client or writer in `column`.
fn named(column: order::Column, part: &str) -> Condition {
    let user = user::COLUMN;
    let people = Condition::any().add(contains(user.username, part)).add(contains(user.email, part));
    Condition::all().add(column.in_subquery(users(people)))
}

fn users(condition: Condition) -> SelectStatement {
    user::Entity::find().select_only().column(user::Column::Id).filter(condition).into_query()
}

fn within(column: order::Column, (from, until): Span) -> Condition {
    Condition::all()
        .add_option(from.map(|from| column.into_expr().gte(from)))
        .add_option(until.map(|until| column.into_expr().lt(until)))
}

fn between(column: order::Column, (least, most): (Option<i64>, Option<i64>)) -> Condition {
    Condition::all()
        .add_option(least.map(|least| column.into_expr().gte(least)))
        .add_option(most.map(|most| column.into_expr().lte(most)))
}
