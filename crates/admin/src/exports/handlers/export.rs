//! What every export asks of its request: who may have rows, and how he wants them.

use axum::{body::Body, extract::FromRequestParts, http::request::Parts};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use tally_auth::Caller;
use tally_db::Batches;
use tally_entity::WebsiteScope;
use tally_http::{ApiError, ApiResult, AppState, Attachment, FileKind, Params, Unhurried};
use tally_sheet::Record;
use utoipa::{IntoParams, ToSchema};

use super::{
    file,
    log::{Exported, Log},
};

/// The parameter of every export.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FormatQuery {
    #[serde(default)]
    #[param(inline)]
    format: ExportFormat,
}

/// What kind of file is wanted.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum ExportFormat {
    #[default]
    Csv,
    Xlsx,
}

/// Somebody who may take rows away, and how he wants them. He may wait for them as long as it takes.
pub(crate) struct Export {
    /// Whose rows.
    pub(super) scope: WebsiteScope,
    /// What is now for them.
    pub(super) now: DateTime<Utc>,
    format: ExportFormat,
    log: Log,
}

impl FromRequestParts<AppState> for Export {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let log = Log::from_request_parts(parts, app).await?;
        let Params(FormatQuery { format }) = Params::from_request_parts(parts, app).await?;
        let Ok(Unhurried) = Unhurried::from_request_parts(parts, app).await;
        Ok(Self { scope: log.admin.scope, now: app.clock.now(), format, log })
    }
}

impl Export {
    /// Who takes them.
    pub(super) fn caller(&self) -> &Caller {
        &self.log.admin
    }

    /// The rows as a file. What fails before its first byte is a problem as on any other route.
    pub(super) async fn send<S, const N: usize>(self, what: Exported, rows: S) -> ApiResult<Attachment>
    where
        S: Batches<Row: Record<N>>,
    {
        let Self { scope: _, now, format, log } = self;
        let (kind, body) = match format {
            ExportFormat::Csv if log.only_head => (FileKind::Csv, Body::empty()),
            ExportFormat::Xlsx if log.only_head => (FileKind::Xlsx, Body::empty()),
            ExportFormat::Csv => (FileKind::Csv, file::csv(what, rows, log).await?),
            ExportFormat::Xlsx => (FileKind::Xlsx, file::xlsx(what, rows, log).await?),
        };
        let name = format!("{}_{}", what.file, now.format("%Y%m%d_%H%M%S"));
        Ok(Attachment { name, kind, body })
    }
}
