//! Beginning a conversation: with whom, and whether there is one already.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use tally_auth::audit::{ActionKind, Entry, Trail, record};
use tally_entity::{OrderId, OrderStatus, ThreadId, ThreadType, UserId, WebsiteId, WebsiteScope};
use tally_http::{ApiError, ApiResult};

use super::repository::{
    open::{Between, find, make},
    people::{self, Order, Person},
};
use crate::viewer::Viewer;

/// A conversation that somebody wants to have.
#[derive(Debug)]
pub(crate) struct Wish {
    pub(crate) order: Option<OrderId>,
    /// With whom; without any, with whom the order says.
    pub(crate) people: Vec<UserId>,
    pub(crate) thread_type: ThreadType,
    pub(crate) subject: Option<String>,
    /// The field that names the people.
    pub(crate) field: &'static str,
    /// Whether it was looked up that the caller may write to them.
    pub(crate) is_checked: bool,
}

/// What became of the wish.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opened {
    pub(crate) id: ThreadId,
    pub(crate) is_new: bool,
}

/// The conversation that `viewer` wishes for: the one there is, or a new one. Of two at once the second finds the
/// first one's, because both lock the order, or the people when there is none.
pub(crate) async fn open(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    wish: Wish,
    (trail, now): (&Trail, DateTime<Utc>),
) -> ApiResult<Opened> {
    let order = about(tx, viewer, &wish).await?;
    let (others, website) = others(tx, viewer, &wish, order.as_ref()).await?;
    let people: Vec<_> =
        [(viewer.id, viewer.role)].into_iter().chain(others.iter().map(|p| (p.id, p.role))).collect();
    let Wish { order, thread_type, subject, .. } = wish;
    let between = Between { website, order, thread_type, subject, people: &people };
    if let Some(id) = find(tx, &between).await? {
        return Ok(Opened { id, is_new: false });
    }
    let id = make(tx, between, now).await?;
    if viewer.is_staff() {
        let entry = Entry {
            actor: viewer.into(),
            kind: ActionKind::Created,
            action: format!("Started thread {id}"),
            website: Some(website),
            target: ("thread", id.0),
            before: None,
            after: None,
            trail,
        };
        record(tx, entry).await?;
    }
    Ok(Opened { id, is_new: true })
}

async fn about(tx: &impl ConnectionTrait, viewer: Viewer, wish: &Wish) -> ApiResult<Option<Order>> {
    let Some(id) = wish.order else {
        if wish.people.is_empty() {
            return Err(ApiError::invalid("/order", "is required unless participants are named"));
        }
        return Ok(None);
    };
    let order = people::lock_order(tx, viewer, id).await?;
    let order = order.ok_or_else(|| ApiError::not_found("There is no such order."))?;
    if matches!(order.status, OrderStatus::Archived | OrderStatus::Cancelled) {
        return Err(ApiError::conflict(format!("The order is {}: nobody writes about it.", order.status)));
    }
    Ok(Some(order))
}

/// Everybody but `viewer`, in the order named, and the website of the conversation.
async fn others(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    wish: &Wish,
    order: Option<&Order>,
) -> ApiResult<(Vec<Person>, WebsiteId)> {
    let of_order = order.map(|order| [order.client_id, order.assigned_writer_id]).into_iter().flatten();
    let mut ids = if wish.people.is_empty() { of_order.flatten().collect() } else { wish.people.clone() };
    let mut known = vec![viewer.id];
    ids.retain(|id| {
        !known.contains(id) && {
            known.push(*id);
            true
        }
    });
    let found = people::by_ids(tx, &known, order.is_none()).await?;
    let by_id = |id: &UserId| found.iter().find(|person| person.id == *id).copied();
    let mut others: Vec<Person> = ids.iter().filter_map(by_id).collect();
    let refused = || ApiError::invalid(wish.field, "Selected recipient does not have access to this order.");
    let home = by_id(&viewer.id).and_then(|me| me.website_id);
    let website = order.map(|order| order.website_id).or(home).or(match viewer.scope {
        WebsiteScope::One(id) => Some(id),
        WebsiteScope::All => others.iter().find_map(|person| person.website_id),
    });
    let website = website.ok_or_else(|| ApiError::invalid(wish.field, "belongs to no website"))?;
    let may = |person: &Person| wish.is_checked || may_join(viewer, person, order, website);
    if others.len() < ids.len() || !others.iter().all(may) {
        return Err(refused());
    }
    if others.is_empty() {
        others.extend(people::desk(tx, website).await?.filter(|person| person.id != viewer.id));
    }
    if others.is_empty() {
        return Err(ApiError::invalid(wish.field, "There is nobody else to write to about this order."));
    }
    Ok((others, website))
}

/// The order's client and writer, and staff that looks after its website. Without an order staff may write to
/// anybody there.
fn may_join(viewer: Viewer, person: &Person, order: Option<&Order>, website: WebsiteId) -> bool {
    let is_here = person.website_id.is_none_or(|at| at == website);
    let is_of_order =
        order.is_some_and(|order| [order.client_id, order.assigned_writer_id].contains(&Some(person.id)));
    is_of_order || (is_here && (person.is_at_work || (order.is_none() && viewer.is_staff())))
}

/// The kinds of conversation that can be begun here.
pub(crate) fn kind(word: Option<&str>, default: ThreadType) -> ApiResult<ThreadType> {
    let Some(word) = word else { return Ok(default) };
    let known = word.parse().ok().filter(|kind| *kind != ThreadType::Direct);
    known.ok_or_else(|| ApiError::invalid("/thread_type", "is no type of a conversation"))
}
