//! A writer's badges.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{BadgeId, BadgeType, UserBadgeId, badge};
use utoipa::ToSchema;

use crate::level::repository::badges::HeldBadge;

/// Badges that are shown as new.
const RECENT: usize = 10;

/// What a writer has, and what there is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterBadges {
    /// The newest first.
    badges: Vec<BadgeRow>,
    /// The first of them.
    recent_badges: Vec<BadgeRow>,
    badge_counts_by_type: BTreeMap<&'static str, usize>,
    total_badges: usize,
    /// Always empty: nobody keeps milestones yet.
    milestones: Vec<String>,
    available_badges: Vec<AvailableBadge>,
}

/// A badge that the writer has.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct BadgeRow {
    #[schema(value_type = i64)]
    id: UserBadgeId,
    #[schema(value_type = i64)]
    badge_id: BadgeId,
    name: String,
    icon: String,
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    kind: BadgeType,
    description: String,
    issued_at: DateTime<Utc>,
    is_auto_awarded: bool,
}

/// A badge that he can get.
#[derive(Debug, Serialize, ToSchema)]
struct AvailableBadge {
    #[schema(value_type = i64)]
    id: BadgeId,
    name: String,
    icon: String,
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    kind: BadgeType,
    description: String,
    auto_award: bool,
}

impl WriterBadges {
    pub(super) fn new(awarded: Vec<HeldBadge>, available: Vec<badge::Model>) -> Self {
        let badges: Vec<BadgeRow> = awarded.into_iter().map(Into::into).collect();
        let mut by_type = BTreeMap::new();
        for badge in &badges {
            *by_type.entry(badge.kind.as_str()).or_default() += 1;
        }
        Self {
            recent_badges: badges.iter().take(RECENT).cloned().collect(),
            badge_counts_by_type: by_type,
            total_badges: badges.len(),
            badges,
            milestones: Vec::new(),
            available_badges: available.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<HeldBadge> for BadgeRow {
    fn from(badge: HeldBadge) -> Self {
        let HeldBadge { id, badge_id, name, icon, kind, description, awarded_at, is_auto_awarded } = badge;
        Self {
            id,
            badge_id,
            name,
            icon: icon.unwrap_or_default(),
            kind,
            description,
            issued_at: awarded_at,
            is_auto_awarded,
        }
    }
}

impl From<badge::Model> for AvailableBadge {
    fn from(badge: badge::Model) -> Self {
        let badge::Model { id, name, icon, kind, description, auto_award, .. } = badge;
        Self { id, name, icon: icon.unwrap_or_default(), kind, description, auto_award }
    }
}
