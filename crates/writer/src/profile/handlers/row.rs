//! A writer's profile, as he and those who work with him see it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{
    Role, UserId, WebsiteId, WriterLevelId, WriterProfileId, writer_level, writer_profile::PaymentSchedule,
};
use tally_http::{Amount, Decimal, UserRef, WebsiteRef};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::{
    formulas::progress::Record,
    level::handlers::{
        figures::next,
        level::{LevelRow, NextLevel},
    },
    profile::repository::{
        figures::Figures,
        profiles::{Profiles, Writer},
    },
};

/// A writer's profile.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProfileRow {
    /// Of the profile; 0 where there is none.
    #[schema(value_type = i64)]
    id: WriterProfileId,
    user: UserRef,
    username: String,
    email: String,
    full_name: String,
    website: WebsiteRef,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    website_name: String,
    registration_id: String,
    pen_name: Option<String>,
    #[schema(value_type = Option<i64>)]
    writer_level: Option<WriterLevelId>,
    writer_level_name: Option<String>,
    writer_level_details: Option<LevelRow>,
    next_level_info: Option<NextLevel>,
    skills: Vec<String>,
    /// Names of subjects.
    subject_preferences: Vec<String>,
    bio: String,
    is_available_for_auto_assignments: bool,
    availability_message: String,
    availability_last_changed: Option<DateTime<Utc>>,
    #[schema(value_type = String)]
    payment_schedule: PaymentSchedule,
    manual_payment_requests_enabled: bool,
    /// Whether somebody made sure who he is.
    verification_status: bool,
    completed_orders: i64,
    active_orders: i64,
    total_earnings: Amount,
    average_rating: Option<Decimal>,
    joined_at: DateTime<Utc>,
}

/// The profiles in the order of their writers.
pub(super) fn rows(found: Profiles, reader: Role) -> Vec<ProfileRow> {
    let Profiles { writers, figures, levels } = found;
    let mut active = BTreeMap::<WebsiteId, Vec<writer_level::Model>>::new();
    for level in levels.iter().filter(|level| level.is_active) {
        active.entry(level.website_id).or_default().push(level.clone());
    }
    let row = |writer: Writer| {
        let own = levels.iter().find(|level| Some(level.id) == writer.writer_level_id);
        let above = active.get(&writer.website.id).map_or(&[][..], Vec::as_slice);
        ProfileRow::of(writer, &figures, (own, above), reader)
    };
    writers.into_iter().map(row).collect()
}

impl ProfileRow {
    /// `own` is his level, `levels` are the active ones of his website, the lowest first.
    fn of(
        writer: Writer,
        figures: &Figures,
        (own, levels): (Option<&writer_level::Model>, &[writer_level::Model]),
        reader: Role,
    ) -> Self {
        let Writer {
            user,
            website,
            joined_at,
            may_ask_for_pay,
            subjects,
            profile_id,
            registration_id,
            pen_name,
            writer_level_id,
            skills,
            introduction,
            is_available_for_auto_assignments,
            availability_message,
            availability_changed_at,
            payment_schedule,
            manual_payouts_enabled,
            verified_at,
        } = writer;
        let record = record(figures, user.id);
        Self {
            id: profile_id.unwrap_or(WriterProfileId(0)),
            username: user.username.clone(),
            email: user.email.clone(),
            full_name: user.full_name(),
            completed_orders: record.finished,
            active_orders: figures.work(user.id).active,
            total_earnings: Amount::cents(figures.earned_cents(user.id)),
            average_rating: record.rating.map(|rating| Hundredths(rating).into()),
            user: UserRef::seen_by(reader, user),
            website_id: website.id,
            website_name: website.name.clone(),
            website: website.into(),
            registration_id: registration_id.unwrap_or_default(),
            pen_name,
            writer_level: writer_level_id,
            writer_level_name: own.map(|level| level.name.clone()),
            writer_level_details: own.cloned().map(Into::into),
            next_level_info: next(levels, own, &record).map(NextLevel::new),
            skills: skills.unwrap_or_default(),
            subject_preferences: subjects,
            bio: introduction.unwrap_or_default(),
            is_available_for_auto_assignments: is_available_for_auto_assignments.unwrap_or(true),
            availability_message: availability_message.unwrap_or_default(),
            availability_last_changed: availability_changed_at,
            payment_schedule: payment_schedule.unwrap_or(PaymentSchedule::BiWeekly),
            manual_payment_requests_enabled: may_ask_for_pay || manual_payouts_enabled.unwrap_or(false),
            verification_status: verified_at.is_some(),
            joined_at,
        }
    }
}

fn record(figures: &Figures, writer: UserId) -> Record {
    let (work, others) = (figures.work(writer), figures.others(writer));
    Record {
        assigned: work.assigned,
        finished: work.finished,
        late: work.late,
        revised: work.revised,
        rating: others.rating,
        takes: others.takes,
    }
}
