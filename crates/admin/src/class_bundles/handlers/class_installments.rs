//! `GET /api/v1/class-management/class-installments`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ClassBundleId, ClassBundleStatus};
use tally_http::{
    ApiResult, Flag, Page, PageQuery, Paging, Params, Problems,
    access::{Access, MEMBER},
};
use tally_kernel::Clock;
use utoipa::{IntoParams, ToSchema};

use crate::{
    class_bundles::repository::class_installments::{self, BundleInstallment, Wanted},
    installments::handlers::tracking::InstallmentRow,
    viewer::Viewer,
};

/// Writers can open the page of a package, which may ask for its installments.
const ACCESS: Access = Access {
    roles: &["superadmin", "admin", "editor", "support", "client"],
    empty_for: &["writer"],
    ..MEMBER
};

/// Which installments are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ClassInstallmentsQuery {
    /// Of this package of classes.
    #[param(value_type = Option<i64>)]
    bundle: Option<ClassBundleId>,
    #[param(value_type = Option<bool>)]
    is_paid: Option<Flag>,
}

impl From<ClassInstallmentsQuery> for Wanted {
    fn from(query: ClassInstallmentsQuery) -> Self {
        let ClassInstallmentsQuery { bundle, is_paid } = query;
        Self { bundle, is_paid: is_paid.map(|Flag(is_paid)| is_paid) }
    }
}

/// Of a package of classes, and where that stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfBundle {
    class_bundle: BundleRef,
}

/// A package of classes, and where it stands.
#[derive(Debug, Serialize, ToSchema)]
struct BundleRef {
    #[schema(value_type = i64)]
    id: ClassBundleId,
    #[schema(value_type = String)]
    status: ClassBundleStatus,
}

fn row(
    BundleInstallment { installment, bundle_status: status }: BundleInstallment,
) -> InstallmentRow<OfBundle> {
    InstallmentRow::of(installment, |id, _| OfBundle { class_bundle: BundleRef { id: id.into(), status } })
}

/// The installments of the packages of classes the caller sees; none for writers
#[utoipa::path(
    get,
    path = "/class-management/class-installments",
    tag = "classes",
    params(ScopeQuery, ClassInstallmentsQuery, PageQuery),
    responses((status = OK, body = Page<InstallmentRow<OfBundle>>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ACCESS))),
)]
pub(crate) async fn list_class_installments(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    paging: Paging<250, 20>,
    Params(query): Params<ClassInstallmentsQuery>,
) -> ApiResult<Json<Page<InstallmentRow<OfBundle>>>> {
    let (viewer, slice) = (Viewer::of(&member), (paging.limit(), paging.offset()));
    let (count, rows) =
        class_installments::load(db.reads(), viewer, query.into(), slice, clock.now()).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(row).collect())))
}
