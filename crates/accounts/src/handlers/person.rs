//! A user as answers show him.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::Role;
use tally_http::Decimal;
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::repository::person::Person;

/// A website in few words.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct WebsiteRef {
    id: i64,
    name: String,
    domain: String,
}

/// What a writer shows.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct WriterProfile {
    id: i64,
    website_id: i64,
    pen_name: Option<String>,
    writer_level_id: Option<i64>,
}

/// What a client is known by.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct ClientProfile {
    id: i64,
    website_id: i64,
    registration_id: String,
}

/// A user who has signed in.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct LoginUser {
    id: i64,
    email: String,
    username: String,
    /// First and last name; the username when there is neither.
    full_name: String,
    first_name: String,
    last_name: String,
    #[schema(value_type = String)]
    role: Role,
    /// The role with a capital.
    role_display: String,
    is_active: bool,
    date_joined: DateTime<Utc>,
    last_login: Option<DateTime<Utc>>,
    /// Null for people of the platform.
    website_id: Option<i64>,
    website: Option<WebsiteRef>,
    /// IANA name.
    timezone: String,
    /// `timezone` again.
    client_timezone: String,
    /// `timezone` again.
    writer_timezone: String,
    /// Null: pictures need an object store, and none can be configured.
    avatar_url: Option<String>,
    is_available: bool,
    /// Of writers.
    writer_profile: Option<WriterProfile>,
    /// Of clients.
    client_profile: Option<ClientProfile>,
}

/// A user with what he tells about himself.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct OwnProfile {
    #[serde(flatten)]
    user: LoginUser,
    phone_number: Option<String>,
    bio: Option<String>,
    country: Option<String>,
    state: Option<String>,
    location: Option<String>,
    /// Null: pictures need an object store, and none can be configured.
    avatar: Option<String>,
    /// `avatar` again.
    profile_picture: Option<String>,
    email_verified: bool,
    is_suspended: bool,
    is_on_probation: bool,
    /// The mean of the ratings received; null without any.
    rating: Option<Decimal>,
    created_at: DateTime<Utc>,
}

impl From<Person> for LoginUser {
    fn from(person: Person) -> Self {
        OwnProfile::from(person).user
    }
}

impl From<Person> for OwnProfile {
    fn from(person: Person) -> Self {
        let website = website(&person);
        let (writer_profile, client_profile) = (writer_profile(&person), client_profile(&person));
        let (full_name, role_display) = (full_name(&person), capitalised(person.role.as_str()));
        let user = LoginUser {
            id: person.id.0,
            email: person.email,
            username: person.username,
            full_name,
            first_name: person.first_name,
            last_name: person.last_name,
            role: person.role,
            role_display,
            is_active: person.is_active,
            date_joined: person.joined_at,
            last_login: person.last_login_at,
            website_id: person.website_id.map(i64::from),
            website,
            client_timezone: person.timezone.clone(),
            writer_timezone: person.timezone.clone(),
            timezone: person.timezone,
            avatar_url: None,
            is_available: person.is_available,
            writer_profile,
            client_profile,
        };
        Self {
            user,
            phone_number: person.phone_number,
            bio: person.bio,
            country: person.country,
            state: person.state,
            location: person.location,
            avatar: None,
            profile_picture: None,
            email_verified: person.is_email_verified,
            is_suspended: person.is_suspended,
            is_on_probation: person.is_on_probation,
            rating: person.rating_hundredths.map(|rating| Hundredths(rating).into()),
            created_at: person.created_at,
        }
    }
}

fn website(person: &Person) -> Option<WebsiteRef> {
    Some(WebsiteRef {
        id: person.website_id?.0,
        name: person.website_name.clone()?,
        domain: person.website_domain.clone()?,
    })
}

fn writer_profile(person: &Person) -> Option<WriterProfile> {
    let id = person.writer_profile_id.filter(|_| person.role == Role::Writer)?;
    Some(WriterProfile {
        id: id.0,
        website_id: person.writer_website_id?.0,
        pen_name: person.pen_name.clone(),
        writer_level_id: person.writer_level_id.map(i64::from),
    })
}

fn client_profile(person: &Person) -> Option<ClientProfile> {
    let id = person.client_profile_id.filter(|_| person.role == Role::Client)?;
    Some(ClientProfile {
        id: id.0,
        website_id: person.client_website_id?.0,
        registration_id: person.client_registration_id.clone()?,
    })
}

fn full_name(person: &Person) -> String {
    let name = format!("{} {}", person.first_name, person.last_name);
    let name = name.trim();
    if name.is_empty() { person.username.clone() } else { name.to_owned() }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
