//! A message as it is sent: JSON, or a form with a file.

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::header::CONTENT_TYPE,
};
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use tally_entity::{FileKind, MessageId, ThreadId, UserId};
use tally_http::{ApiError, ApiResult, Body, FileBytes, Text};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::messages::{repository::write::NewFile, sending::Draft};

const LONGEST_NAME: usize = 255;
const LONGEST_TYPE: usize = 100;

/// A message to send. Text or a file is needed.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(crate) struct NewMessage {
    /// To whom; without one, whoever is on the other side.
    #[schema(value_type = Option<i64>)]
    recipient: Option<Number>,
    /// Another name of `recipient`.
    #[schema(value_type = Option<i64>)]
    recipient_id: Option<Number>,
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 5000)]
    message: Option<Text<0, 5000>>,
    /// For staff: clients and writers do not see it.
    #[schema(value_type = Option<bool>)]
    is_internal_note: Option<Yes>,
    #[schema(value_type = Option<i64>)]
    reply_to: Option<Number>,
    /// Another name of `reply_to`.
    #[schema(value_type = Option<i64>)]
    reply_to_id: Option<Number>,
    /// Of a message that is sent by itself: its conversation.
    #[schema(value_type = Option<i64>)]
    thread_id: Option<Number>,
}

/// The form of a message with a file.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: the form is read field by field")]
pub(crate) struct MessageForm {
    #[schema(value_type = Option<i64>)]
    recipient: Option<UserId>,
    #[schema(value_type = Option<String>, max_length = 5000)]
    message: Option<String>,
    is_internal_note: Option<bool>,
    #[schema(value_type = Option<i64>)]
    reply_to: Option<MessageId>,
    /// The file, of 10 MiB at most.
    #[schema(value_type = Option<FileBytes>)]
    attachment: Option<FileBytes>,
}

/// A number, in a form as text.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Value")]
struct Number(i64);

impl TryFrom<Value> for Number {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        let number = value.as_i64().or_else(|| value.as_str()?.trim().parse().ok());
        number.map(Self).ok_or("must be a number")
    }
}

/// True or false, in a form as text.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Value")]
struct Yes(bool);

impl TryFrom<Value> for Yes {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        let word = value.as_str().map(str::to_ascii_lowercase);
        match (value.as_bool(), word.as_deref()) {
            (Some(set), _) => Ok(Self(set)),
            (_, Some("true" | "1" | "yes")) => Ok(Self(true)),
            (_, Some("false" | "0" | "no")) => Ok(Self(false)),
            _ => Err("must be true or false"),
        }
    }
}

/// What was sent.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) fields: NewMessage,
    file: Option<NewFile>,
}

impl Sent {
    pub(crate) fn draft(self) -> Draft {
        let Self { fields, file } = self;
        let NewMessage { recipient, recipient_id, message, is_internal_note, reply_to, reply_to_id, .. } =
            fields;
        Draft {
            to: recipient.or(recipient_id).map(|Number(id)| UserId(id)),
            text: message.map(|Text(text)| text).unwrap_or_default(),
            is_internal_note: is_internal_note.is_some_and(|Yes(set)| set),
            reply_to: reply_to.or(reply_to_id).map(|Number(id)| MessageId(id)),
            file,
        }
    }

    /// The conversation, where the address does not name it.
    pub(crate) fn thread(&self) -> ApiResult<ThreadId> {
        let thread = self.fields.thread_id.map(|Number(id)| ThreadId(id));
        thread.ok_or_else(|| ApiError::invalid("/thread_id", "is required"))
    }

    pub(crate) fn has_file(&self) -> bool {
        self.file.is_some()
    }
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        if !kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data") {
            let Body(fields) = Body::from_request(request, state).await?;
            return Ok(Self { fields, file: None });
        }
        let form = Multipart::from_request(request, state).await;
        read(form.map_err(|_| ApiError::malformed("The form has no boundary."))?).await
    }
}

async fn read(mut form: Multipart) -> ApiResult<Sent> {
    let (mut members, mut file) = (Map::new(), None);
    while let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        let Some(name) = field.name().map(ToOwned::to_owned) else { continue };
        let filename = field.file_name().filter(|file| !file.is_empty()).map(ToOwned::to_owned);
        let kind = field.content_type().map(ToOwned::to_owned);
        let bytes = field.bytes().await.map_err(|error| unreadable(&error))?;
        if let Some(filename) = filename.filter(|_| ["attachment", "file"].contains(&name.as_str())) {
            file = Some(described(&filename, kind.as_deref(), &bytes)?);
        } else if !bytes.is_empty() {
            let text = String::from_utf8(bytes.to_vec());
            let text = text.map_err(|_| ApiError::malformed("The form holds text that is not UTF-8."))?;
            members.insert(name, Value::String(text));
        }
    }
    let Body(fields) = Body::of(Value::Object(members))?;
    Ok(Sent { fields, file })
}

fn unreadable(error: &MultipartError) -> ApiError {
    match error.status().as_u16() {
        413 => ApiError::too_large("The form is larger than this address takes."),
        _ => ApiError::malformed("The form cannot be read."),
    }
}

fn described(filename: &str, kind: Option<&str>, bytes: &[u8]) -> ApiResult<NewFile> {
    // Some programs send the whole path.
    let name = filename.rsplit(['/', '\\']).next().unwrap_or(filename).trim();
    if name.is_empty() || name.contains('\0') || name.chars().count() > LONGEST_NAME {
        return Err(ApiError::invalid("/attachment", "must have a name of 1 to 255 characters"));
    }
    let mime = kind.unwrap_or("application/octet-stream").to_ascii_lowercase();
    if mime.len() > LONGEST_TYPE || mime.contains('\0') {
        return Err(ApiError::invalid("/attachment", "has a type of more than 100 characters"));
    }
    Ok(NewFile {
        storage_key: format!("messages/{}", Uuid::now_v7()),
        name: name.to_owned(),
        kind: file_kind(&mime),
        mime,
        size_bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        sha256: Sha256::digest(bytes).to_vec(),
    })
}

fn file_kind(mime: &str) -> FileKind {
    match mime.split('/').next() {
        Some("image") => FileKind::Image,
        Some("audio") => FileKind::Audio,
        Some("video") => FileKind::Video,
        Some("text") => FileKind::Document,
        _ if ["pdf", "word", "document", "sheet", "excel", "presentation", "powerpoint", "rtf"]
            .iter()
            .any(|part| mime.contains(part)) =>
        {
            FileKind::Document
        }
        _ => FileKind::Other,
    }
}
