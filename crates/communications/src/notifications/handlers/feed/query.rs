//! What is asked of the list, and the addresses of its neighbours.

use std::fmt;

use serde::{Deserialize, Serialize};
use tally_http::{Clamped, Flag};
use utoipa::IntoParams;

use crate::notifications::repository::feed::Wanted;

/// Far beyond any list that exists.
const LAST: i64 = 1_000_000_000;

/// Which notices are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FeedQuery {
    #[param(value_type = Option<bool>)]
    is_read: Option<Flag>,
    /// unread or read; any other word means all.
    status: Option<String>,
    /// order, payment, ticket, message, announcement, social, job, system, or a stored category.
    category: Option<String>,
    /// Beginnings of words of the title or the text, or an id.
    search: Option<String>,
    #[param(value_type = Option<bool>)]
    pinned: Option<Flag>,
    /// How the event begins, such as `order.`.
    event: Option<String>,
    /// Rows at most; set to the nearest bound.
    #[param(value_type = Option<i64>, minimum = 1, maximum = 100, default = 25)]
    limit: Option<Clamped<1, 100, 25>>,
    /// Another name of `limit`.
    #[param(value_type = Option<i64>, minimum = 1, maximum = 100)]
    page_size: Option<Clamped<1, 100, 25>>,
    /// Rows left out before these.
    #[param(value_type = Option<i64>, minimum = 0, default = 0)]
    offset: Option<Clamped<0, LAST, 0>>,
    /// Instead of `offset`: which page, from 1.
    #[param(value_type = Option<i64>, minimum = 1)]
    page: Option<Clamped<1, LAST, 1>>,
}

/// A part of the list. Its text names it among all parts of all lists of one person.
#[derive(Debug)]
pub(super) struct Slice {
    pub(super) wanted: Wanted,
    origin: String,
    limit: i64,
    offset: i64,
}

impl Slice {
    pub(super) fn new(origin: String, query: FeedQuery) -> Self {
        let FeedQuery { is_read, status, category, search, pinned, event, limit, page_size, offset, page } =
            query;
        let limit = limit.or(page_size).unwrap_or_default().0;
        let skipped = |page: Clamped<1, LAST, 1>| (page.0 - 1) * limit;
        let by_status = match status.as_deref() {
            Some("unread") => Some(false),
            Some("read") => Some(true),
            _ => None,
        };
        let is_read = is_read.map(|Flag(read)| read).or(by_status);
        let is_pinned = pinned.map(|Flag(pinned)| pinned);
        Self {
            wanted: Wanted { is_read, category, search, is_pinned, event },
            origin,
            limit,
            offset: offset.map(|offset| offset.0).or(page.map(skipped)).unwrap_or_default(),
        }
    }

    pub(super) fn limit(&self) -> u64 {
        self.limit.unsigned_abs()
    }

    pub(super) fn offset(&self) -> u64 {
        self.offset.unsigned_abs()
    }

    /// Whether this is where somebody begins who opens the list.
    pub(super) fn is_first(&self) -> bool {
        self.offset == 0 && self.wanted == Wanted::default()
    }

    pub(super) fn next(&self, count: i64) -> Option<String> {
        let offset = self.offset + self.limit;
        (offset < count).then(|| self.link(offset))
    }

    pub(super) fn previous(&self) -> Option<String> {
        (self.offset > 0).then(|| self.link((self.offset - self.limit).max(0)))
    }

    /// Holds what was understood and nothing else: the answer is kept.
    fn link(&self, offset: i64) -> String {
        let Wanted { is_read, category, search, is_pinned, event } = &self.wanted;
        let link = Link {
            is_read: *is_read,
            category: category.as_deref(),
            search: search.as_deref(),
            pinned: *is_pinned,
            event: event.as_deref(),
            limit: self.limit,
            offset,
        };
        let query = serde_html_form::to_string(link).unwrap_or_default();
        format!("{}/api/v1/notifications_system/notifications/feed/?{query}", self.origin)
    }
}

impl fmt::Display for Slice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

#[derive(Serialize)]
struct Link<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    is_read: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    search: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pinned: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    limit: i64,
    offset: i64,
}
