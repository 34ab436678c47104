//! Lines as a file.

use axum::body::Body;
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_http::{Amount, ApiError, ApiResult, Attachment, FileKind};
use tally_kernel::Period;
use tally_sheet::{Cell, Record, csv};
use utoipa::ToSchema;

use super::{EarningsFormat, record::EarningsLine};

/// The same as JSON.
#[derive(Serialize, ToSchema)]
pub(crate) struct EarningsFile {
    earnings: Vec<EarningsLine>,
    total: Amount,
    date_range: EarningsRange,
}

#[derive(Serialize, ToSchema)]
struct EarningsRange {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

pub(super) fn file(
    username: &str,
    period: Period,
    format: EarningsFormat,
    records: Vec<EarningsLine>,
) -> ApiResult<Attachment> {
    let day = |moment: DateTime<Utc>| moment.format("%Y%m%d");
    let name = format!("earnings_export_{}_{}_{}", plain(username), day(period.from), day(period.until));
    let total = records.iter().map(|record| record.cents).sum();
    Ok(match format {
        EarningsFormat::Csv => {
            Attachment { name, kind: FileKind::Csv, body: Body::from(table(records, total)) }
        }
        EarningsFormat::Json => {
            let date_range = EarningsRange { from: period.from, to: period.until };
            let document = EarningsFile { earnings: records, total: Amount::cents(total), date_range };
            let body = serde_json::to_vec(&document).map_err(ApiError::internal)?;
            Attachment { name, kind: FileKind::Json, body: Body::from(body) }
        }
    })
}

fn table(records: Vec<EarningsLine>, total: i64) -> String {
    let mut out = String::new();
    csv::head::<EarningsLine, 5>(&mut out);
    for record in records {
        csv::line(&mut out, &record.cells());
    }
    csv::line(&mut out, &[]);
    csv::line(&mut out, &["Total".into(), Cell::Empty, Cell::Money(total), Cell::Empty, Cell::Empty]);
    out
}

/// A name of a file has nothing that a header or a folder could misread.
fn plain(username: &str) -> String {
    username.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect()
}
