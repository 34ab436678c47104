//! `GET /api/v1/class-management/class-bundles/{id}`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ClassBundleId, PaymentId, PaymentPart, PaymentStatus, Role};
use tally_http::{Amount, ApiError, ApiResult, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::row::BundleRow;
use crate::{
    class_bundles::repository::detail::{self, Detail, Purchase},
    installments::handlers::tracking::{InstallmentRow, OfClassBundle},
    viewer::Viewer,
};

/// A package of classes with what is paid and to be paid for it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClassBundleAnswer {
    #[serde(flatten)]
    bundle: BundleRow,
    /// By number.
    installments: Vec<InstallmentRow<OfClassBundle>>,
    /// The newest five.
    purchases: Vec<ClassPurchase>,
    /// Always empty: packages have no files.
    #[schema(value_type = Vec<Object>)]
    files: [(); 0],
}

/// A payment for a package.
#[derive(Debug, Serialize, ToSchema)]
struct ClassPurchase {
    #[schema(value_type = i64)]
    id: PaymentId,
    /// How much of the whole it is: full, deposit or installment.
    #[schema(value_type = String)]
    payment_type: PaymentPart,
    #[schema(value_type = String)]
    status: PaymentStatus,
    price_locked: Amount,
    paid_at: Option<DateTime<Utc>>,
}

impl ClassBundleAnswer {
    fn of(found: Detail, reader: Role) -> Self {
        let Detail { bundle, installments, purchases } = found;
        Self {
            bundle: BundleRow::of(bundle, reader),
            installments: installments.into_iter().map(Into::into).collect(),
            purchases: purchases.iter().map(ClassPurchase::from).collect(),
            files: [],
        }
    }
}

impl From<&Purchase> for ClassPurchase {
    fn from(row: &Purchase) -> Self {
        Self {
            id: row.id,
            payment_type: row.part,
            status: row.status,
            price_locked: Amount::cents(row.amount_cents),
            paid_at: row.paid_at(),
        }
    }
}

/// One package of classes
#[utoipa::path(
    get,
    path = "/class-management/class-bundles/{id}",
    tag = "classes",
    params(("id" = i64, Path, description = "The package"), ScopeQuery),
    responses((status = OK, body = ClassBundleAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_class_bundle(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    PathParam(id): PathParam<ClassBundleId>,
) -> ApiResult<Json<ClassBundleAnswer>> {
    let found = detail::find(db.reads(), Viewer::of(&member), id, clock.now()).await?;
    let found = found.ok_or_else(|| ApiError::not_found("There is no such package of classes."))?;
    Ok(Json(ClassBundleAnswer::of(found, member.role)))
}
