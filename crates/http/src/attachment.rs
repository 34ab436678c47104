use std::borrow::Cow;

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{KnownFormat, RefOr, Schema, SchemaFormat, schema::ObjectBuilder, schema::Type},
};

use crate::{answer::Finished, middleware::no_store};

/// What kind of file an attachment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Comma-separated values.
    Csv,
    /// A JSON document.
    Json,
    /// A spreadsheet.
    Xlsx,
    /// Events of a calendar.
    Calendar,
}

impl FileKind {
    /// What names of such files end with, and the word that parameters have for the kind.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Calendar => "ics",
        }
    }

    fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Calendar => "text/calendar; charset=utf-8",
        })
    }
}

/// A file to keep, where others answer with something to show. Nobody on the way may store it.
#[derive(Debug)]
pub struct Attachment {
    /// Its name without the extension: letters, digits and `_`.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Its bytes.
    pub body: Body,
}

impl IntoResponse for Attachment {
    fn into_response(self) -> Response {
        let Self { name, kind, body } = self;
        let mut response = body.into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, kind.content_type());
        let disposition = format!("attachment; filename=\"{name}.{}\"", kind.extension());
        if let Ok(disposition) = HeaderValue::try_from(disposition) {
            headers.insert(header::CONTENT_DISPOSITION, disposition);
        }
        if kind == FileKind::Xlsx {
            // It is compressed in itself.
            response.extensions_mut().insert(Finished);
        }
        no_store::mark(&mut response);
        response
    }
}

/// The bytes of a file, for the OpenAPI document.
#[derive(Clone, Copy, Debug)]
pub struct FileBytes;

impl PartialSchema for FileBytes {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
            .into()
    }
}

impl ToSchema for FileBytes {
    fn name() -> Cow<'static, str> {
        "FileBytes".into()
    }
}
