//! Writers and clients.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    dice::{Dice, Stream},
    plan::{Plan, SITES, level_of, site_of},
    staff,
    totals::Totals,
    words,
};
use crate::rows::{
    Tenths,
    people::{BlacklistedEmail, ClientProfile, User, UserPresence, WriterProfile, registration_id},
};

/// What a few people have against them. The first of each kind, whose login is shown, never has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Inactive,
    Suspended,
    Blacklisted,
    Probation,
}

fn mark_of_writer(writer: usize) -> Option<Mark> {
    match writer % 30 {
        7 => Some(Mark::Suspended),
        11 => Some(Mark::Probation),
        19 => Some(Mark::Inactive),
        _ => None,
    }
}

fn mark_of_client(client: usize) -> Option<Mark> {
    match client % 100 {
        13 => Some(Mark::Inactive),
        29 => Some(Mark::Suspended),
        43 => Some(Mark::Blacklisted),
        71 => Some(Mark::Probation),
        _ => None,
    }
}

/// Writers were there before the first order, or joined in the first year.
pub(super) fn writer_joined_at(plan: &Plan, writer: usize) -> DateTime<Utc> {
    let days = if writer < 20 { 0 } else { Dice::of(Stream::Writer, writer).between(0, 365) };
    plan.opened_at() + TimeDelta::days(days)
}

/// Shortly before his first order.
pub(super) fn client_joined_at(plan: &Plan, client: usize) -> DateTime<Utc> {
    let minutes = Dice::of(Stream::Client, client).between(5, 600);
    plan.ordered_at(Plan::first_order_of(client)) - TimeDelta::minutes(minutes)
}

pub(super) fn writers(plan: &Plan, totals: &Totals) -> impl Iterator<Item = User> {
    (0..plan.writers).map(|writer| {
        let rating = totals.writers[writer];
        let user = person(plan, "writer", writer, writer_joined_at(plan, writer), mark_of_writer(writer));
        User {
            id: plan.writer(writer),
            rating_sum: Tenths(rating.tenths),
            rating_count: rating.count,
            ..user
        }
    })
}

pub(super) fn clients(plan: &Plan) -> impl Iterator<Item = User> {
    (0..plan.clients).map(|client| {
        let user = person(plan, "client", client, client_joined_at(plan, client), mark_of_client(client));
        User { id: plan.client(client), ..user }
    })
}

fn person(
    plan: &Plan,
    role: &'static str,
    place: usize,
    joined_at: DateTime<Utc>,
    mark: Option<Mark>,
) -> User {
    let mut dice = Dice::of(if role == "writer" { Stream::Writer } else { Stream::Client }, place);
    dice.between(0, 1);
    let (first, last) = (dice.pick(&words::FIRST_NAMES), dice.pick(&words::LAST_NAMES));
    let (country, state) = dice.pick(&words::HOMES);
    let site = site_of(place);
    let name = format!("{}.{}.{role}{place}", first.to_lowercase(), last.to_lowercase());
    let (username, email) = match place {
        0 => (format!("{role}.{}", SITES[site].slug), staff::email(role, Some(site))),
        _ => (name.clone(), format!("{name}@mail.example")),
    };
    let seen = plan.now - TimeDelta::minutes(dice.between(1, 120 * 24 * 60));
    let user = User {
        website_id: Some(plan.website(site)),
        email: email.into(),
        username: username.into(),
        password_hash: plan.password_hash.clone().into(),
        first_name: first.into(),
        last_name: last.into(),
        country: Some(country.into()),
        state: Some(state.into()),
        email_verified_at: Some(joined_at),
        last_login_at: Some(seen.max(joined_at)),
        ..User::joined(role, joined_at)
    };
    marked(plan, user, mark)
}

fn marked(plan: &Plan, user: User, mark: Option<Mark>) -> User {
    let since = (plan.now - TimeDelta::days(12)).max(user.joined_at);
    let until = Some(plan.now + TimeDelta::days(18));
    match mark {
        None => user,
        Some(Mark::Inactive) => User { is_active: false, updated_at: since, ..user },
        Some(Mark::Blacklisted) => User { is_blacklisted: true, updated_at: since, ..user },
        Some(Mark::Suspended) => User {
            is_suspended: true,
            suspension_reason: Some("Contact details in messages".into()),
            suspended_at: Some(since),
            suspension_ends_at: until,
            updated_at: since,
            ..user
        },
        Some(Mark::Probation) => User {
            is_on_probation: true,
            probation_reason: Some("Repeated complaints".into()),
            probation_starts_at: Some(since),
            probation_ends_at: until,
            updated_at: since,
            ..user
        },
    }
}

pub(super) fn blacklisted_emails(plan: &Plan) -> impl Iterator<Item = BlacklistedEmail> {
    let clients = (0..plan.clients).filter(|client| mark_of_client(*client) == Some(Mark::Blacklisted));
    clients.map(|client| {
        let joined_at = client_joined_at(plan, client);
        let user = person(plan, "client", client, joined_at, None);
        let at = (plan.now - TimeDelta::days(12)).max(joined_at);
        BlacklistedEmail {
            website_id: Some(plan.website(site_of(client))),
            email: user.email,
            user_id: Some(plan.client(client)),
            reason: Some("Chargebacks".into()),
            blacklisted_by_id: Some(plan.staff(2 + site_of(client))),
            created_at: at,
            updated_at: at,
        }
    })
}

pub(super) fn presences(plan: &Plan) -> impl Iterator<Item = UserPresence> {
    let writers =
        (0..plan.writers).map(|writer| (plan.writer(writer), writer_joined_at(plan, writer), writer));
    let clients = (0..plan.clients).step_by(3);
    let clients = clients.map(|client| (plan.client(client), client_joined_at(plan, client), client));
    writers.chain(clients).map(|(user_id, joined_at, place)| {
        let minutes = i64::try_from(place * 37 % 20_000).unwrap_or_default();
        let last_active_at = (plan.now - TimeDelta::minutes(minutes)).max(joined_at);
        UserPresence {
            user_id,
            is_online: minutes < 10,
            last_active_at,
            notifications_seen_at: (!place.is_multiple_of(4)).then_some(last_active_at),
            created_at: joined_at,
            updated_at: last_active_at,
        }
    })
}

pub(super) fn writer_profiles(plan: &Plan) -> impl Iterator<Item = WriterProfile> {
    (0..plan.writers).map(|writer| {
        let joined_at = writer_joined_at(plan, writer);
        let mut dice = Dice::of(Stream::Writer, writer);
        let (one, other) = (dice.pick(&words::SUBJECTS).0, dice.pick(&words::SUBJECTS).0);
        WriterProfile {
            website_id: plan.website(site_of(writer)),
            user_id: plan.writer(writer),
            registration_id: registration_id("WRTR", plan.writer(writer)),
            pen_name: Some(
                format!("{} {}", dice.pick(&words::FIRST_NAMES), level_of(writer) * 100 + writer % 100)
                    .into(),
            ),
            writer_level_id: Some(plan.writer_level(writer)),
            skills: if one == other { vec![one] } else { vec![one, other] },
            introduction: format!("Writes about {} and related fields.", one.to_lowercase()).into(),
            is_available_for_auto_assignments: !writer.is_multiple_of(9),
            verified_at: (writer % 12 != 5).then(|| joined_at + TimeDelta::days(2)),
            created_at: joined_at,
            updated_at: joined_at,
        }
    })
}

pub(super) fn client_profiles(plan: &Plan, totals: &Totals) -> impl Iterator<Item = ClientProfile> {
    (0..plan.clients).map(|client| {
        let (account, site) = (totals.clients[client], site_of(client));
        let (points, joined_at) = (account.points(client), client_joined_at(plan, client));
        let tier = words::TIERS.iter().rposition(|(_, threshold)| *threshold <= points);
        ClientProfile {
            website_id: plan.website(site),
            user_id: plan.client(client),
            registration_id: registration_id("CLNT", plan.client(client)),
            loyalty_points: points,
            loyalty_tier_id: tier
                .map(|tier| Plan::choice(plan.ids.loyalty_tiers, words::TIERS.len(), site, tier)),
            total_spent_cents: account.spent,
            created_at: joined_at,
            updated_at: joined_at,
        }
    })
}
