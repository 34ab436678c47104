//! Which rows of the log are wanted, and whose the reader may see.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use tally_auth::{Member, Scoped};
use tally_entity::{Role, UserId};
use tally_http::{Clamped, Paging};
use utoipa::{IntoParams, ToSchema};

use crate::activity::repository::{
    entries::{ActorType, Wanted},
    visible::Visible,
};

/// Which rows are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EntriesQuery {
    /// Rows of a page, instead of `page_size`.
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250)]
    limit: Option<Clamped<1, 250, 10>>,
    /// Who did it.
    #[param(value_type = Option<i64>)]
    user_id: Option<UserId>,
    /// Another name of `user_id`.
    #[param(value_type = Option<i64>)]
    user: Option<UserId>,
    action_type: Option<String>,
    /// The role somebody had, or `system`.
    actor_type: Option<String>,
    /// Beginnings of words of the action or the user name, or an id.
    search: Option<String>,
    /// How long ago it may be.
    #[param(inline)]
    time_range: Option<TimeRange>,
}

/// How long ago something may be.
#[derive(Clone, Copy, Deserialize, ToSchema)]
enum TimeRange {
    #[serde(rename = "24h")]
    Day,
    #[serde(rename = "7d")]
    Week,
    #[serde(rename = "30d")]
    Month,
    #[serde(rename = "90d")]
    Quarter,
    #[serde(rename = "all")]
    All,
}

impl TimeRange {
    fn span(self) -> Option<TimeDelta> {
        match self {
            Self::Day => Some(TimeDelta::hours(24)),
            Self::Week => Some(TimeDelta::days(7)),
            Self::Month => Some(TimeDelta::days(30)),
            Self::Quarter => Some(TimeDelta::days(90)),
            Self::All => None,
        }
    }
}

/// The pages of a log.
pub(super) type Pages = Paging<250, 10>;

impl EntriesQuery {
    /// The pages asked for, which `limit` may have sized.
    pub(super) fn pages(&self, mut paging: Pages) -> Pages {
        if let Some(limit) = self.limit {
            paging.page_size = limit.0;
        }
        paging
    }

    pub(super) fn wanted(self, now: DateTime<Utc>) -> Wanted {
        let Self { limit: _, user_id, user, action_type, actor_type, search, time_range } = self;
        let actor = |word: String| if word == "system" { ActorType::System } else { ActorType::Role(word) };
        Wanted {
            actor: user_id.or(user),
            action_type,
            actor_type: actor_type.map(actor),
            search,
            since: time_range.and_then(TimeRange::span).map(|span| now - span),
        }
    }
}

/// Whose doings this member may see.
pub(super) fn visible(member: &Scoped<Member>) -> Visible {
    match member.role {
        Role::Superadmin | Role::Admin => Visible::All(member.scope),
        Role::Support => Visible::OwnAndCared(member.id, member.scope),
        Role::Editor | Role::Writer | Role::Client => Visible::Own(member.id),
    }
}
