//! What every endpoint speaks: state, parameters, answers, problems, and the layers around them.

pub mod access;
mod answer;
mod body;
mod client;
mod error;
mod limits;
pub mod middleware;
mod number;
mod page;
mod params;
mod path;
mod state;

pub use self::{
    answer::{Answer, Asked, Lookup, RefreshQuery},
    body::Body,
    client::{ClientAddress, Origin, RequestId, UserAgent},
    error::{ApiError, ApiResult, FieldError, Problem, Problems, TokenFault},
    limits::{Limit, Limits},
    number::{Amount, Decimal},
    page::{Page, PageQuery, Paging},
    params::{Clamped, DayOrInstant, Flag, Params, Words, invalid_param},
    path::PathParam,
    state::AppState,
};
