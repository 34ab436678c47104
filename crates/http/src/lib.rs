//! What every endpoint speaks: state, parameters, answers, problems, and the layers around them.

pub mod access;
mod answer;
mod attachment;
mod body;
mod client;
mod error;
pub mod idempotency;
mod inward;
mod limits;
pub mod middleware;
mod number;
mod page;
mod params;
mod path;
mod price;
mod refs;
mod state;
mod text;

pub use tally_config::Limit;

pub use self::{
    answer::{Answer, Asked, Lookup, RefreshQuery, knows},
    attachment::{Attachment, FileBytes, FileKind},
    body::Body,
    client::{ClientAddress, Origin, RequestId, UserAgent},
    error::{ApiError, ApiResult, FieldError, Problem, Problems, TokenFault},
    idempotency::{IdempotencyHeader, KeyedRequest},
    inward::Inward,
    limits::{Allowance, Limits},
    middleware::Unhurried,
    number::{Amount, Decimal},
    page::{Page, PageQuery, Paging},
    params::{Clamped, DayOrInstant, Flag, Params, Words, invalid_param},
    path::PathParam,
    price::{Change, Price},
    refs::{OrderRef, UserRef, WebsiteRef},
    state::AppState,
    text::Text,
};
