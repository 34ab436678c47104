//! The fields a person may change about himself, as JSON or as a form.

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::header::CONTENT_TYPE,
};
use serde::Deserialize;
use serde_json::{Map, Value};
use tally_auth::names::check_username;
use tally_entity::user::Column;
use tally_http::{ApiError, ApiResult, Body, FieldError};
use utoipa::ToSchema;

use crate::repository::update_user::{Edit, name_of};

/// What may be changed; whatever is absent stays as it is.
#[derive(Deserialize, ToSchema)]
#[expect(dead_code, reason = "only described: the members are read by their rules, to tell null from absent")]
pub(crate) struct ProfileChanges {
    /// Letters, digits and `_ . + @ -`.
    #[schema(min_length = 3, max_length = 150)]
    username: Option<String>,
    #[schema(max_length = 150)]
    first_name: Option<String>,
    #[schema(max_length = 150)]
    last_name: Option<String>,
    /// Null clears it, like the following four.
    #[schema(max_length = 30)]
    phone_number: Option<String>,
    #[schema(max_length = 2000)]
    bio: Option<String>,
    #[schema(max_length = 100)]
    country: Option<String>,
    #[schema(max_length = 100)]
    state: Option<String>,
    #[schema(max_length = 255)]
    location: Option<String>,
    /// IANA name.
    timezone: Option<String>,
    /// Clears the picture.
    remove_picture: Option<bool>,
    /// A new picture, in a form only. There is no store for it: 503.
    profile_picture: Option<String>,
}

/// The changes of a request, each of them valid.
pub(crate) struct ProfileForm(pub(crate) Vec<Edit>);

impl<S: Send + Sync> FromRequest<S> for ProfileForm {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let members = if kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data") {
            let form = Multipart::from_request(request, state).await;
            members_of(form.map_err(|_| ApiError::malformed("The form has no boundary."))?).await?
        } else {
            Body::<Map<String, Value>>::from_request(request, state).await?.0
        };
        edits(&members).map(Self)
    }
}

async fn members_of(mut form: Multipart) -> ApiResult<Map<String, Value>> {
    let mut members = Map::new();
    let unreadable = |error: MultipartError| match error.status().as_u16() {
        413 => ApiError::too_large("The form is larger than this address takes."),
        _ => ApiError::malformed("The form cannot be read."),
    };
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let Some(name) = field.name().map(ToOwned::to_owned) else { continue };
        // A form with nothing chosen sends a file without a name.
        if name == "profile_picture" && field.file_name().is_some_and(|file| !file.is_empty()) {
            return Err(ApiError::unavailable("Pictures cannot be stored: no object store is configured."));
        }
        members.insert(name, Value::String(field.text().await.map_err(unreadable)?));
    }
    Ok(members)
}

/// A column of text and what it takes, in characters.
struct Rule {
    column: Column,
    shortest: usize,
    longest: usize,
    nullable: bool,
    /// The reason against a text of the right length.
    refuses: fn(&str) -> Option<&'static str>,
}

const fn text(column: Column, longest: usize) -> Rule {
    Rule { column, shortest: 0, longest, nullable: false, refuses: |_| None }
}

const fn nullable(column: Column, longest: usize) -> Rule {
    Rule { nullable: true, ..text(column, longest) }
}

const RULES: [Rule; 9] = [
    Rule { shortest: 3, refuses: |name| check_username(name).err(), ..text(Column::Username, 150) },
    text(Column::FirstName, 150),
    text(Column::LastName, 150),
    nullable(Column::PhoneNumber, 30),
    nullable(Column::Bio, 2000),
    nullable(Column::Country, 100),
    nullable(Column::State, 100),
    nullable(Column::Location, 255),
    Rule { shortest: 1, refuses: super::update_timezone::odd, ..text(Column::Timezone, 64) },
];

impl Rule {
    fn edit(&self, value: &Value) -> Result<Edit, String> {
        let &Self { column, shortest, longest, nullable, refuses } = self;
        let text = match value {
            Value::Null if nullable => return Ok(Edit { column, value: None }),
            Value::String(text) => text.trim(),
            _ => return Err(if nullable { "must be a text or null" } else { "must be a text" }.to_owned()),
        };
        let length = text.chars().count();
        if length > longest {
            return Err(format!("must have {longest} characters at most"));
        }
        if length < shortest {
            return Err(format!("must have {shortest} characters or more"));
        }
        // A form sends NUL as it is; a JSON body with one does not get here.
        let reason =
            if text.contains('\0') { Some("must not contain the character NUL") } else { refuses(text) };
        match reason {
            Some(reason) => Err(reason.to_owned()),
            None => {
                Ok(Edit { column, value: Some(text.to_owned()).filter(|text| !nullable || !text.is_empty()) })
            }
        }
    }
}

fn edits(members: &Map<String, Value>) -> ApiResult<Vec<Edit>> {
    let (mut edits, mut wrong) = (Vec::new(), Vec::new());
    for rule in &RULES {
        let name = name_of(rule.column);
        match members.get(name).map(|value| rule.edit(value)) {
            Some(Ok(edit)) => edits.push(edit),
            Some(Err(detail)) => wrong.push(FieldError { pointer: format!("/{name}"), detail }),
            None => {}
        }
    }
    let removes = members.get("remove_picture").is_some_and(|value| {
        value
            .as_bool()
            .unwrap_or_else(|| value.as_str().is_some_and(|word| matches!(word, "true" | "1" | "yes")))
    });
    if removes {
        edits.push(Edit { column: Column::AvatarKey, value: None });
    }
    if wrong.is_empty() { Ok(edits) } else { Err(ApiError::invalid_fields(wrong)) }
}
