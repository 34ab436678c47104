//! A movement of money as the lists show it, with the names that belong to it.

use chrono::{DateTime, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{
    ClassBundleId, OrderId, PaymentId, SpecialOrderId,
    refs::{UserName, WebsiteName},
};

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct ListedPayment {
    /// The word before the number in `id`; also what kind of row it is.
    pub(crate) kind: String,
    /// The key of the row, in whichever table it is.
    pub(crate) source_id: i64,
    pub(crate) payment_type: String,
    pub(crate) amount_cents: i64,
    pub(crate) status: String,
    pub(crate) method: Option<String>,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: Option<UserName>,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: Option<UserName>,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) special_order_id: Option<SpecialOrderId>,
    pub(crate) class_bundle_id: Option<ClassBundleId>,
    pub(crate) related_id: Option<i64>,
    pub(crate) related_type: Option<String>,
    pub(crate) reference_id: String,
    pub(crate) transaction_id: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) is_credit: bool,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) confirmed_at: Option<DateTime<Utc>>,
}

/// The columns of a part of the lists: rows of `payments`, tips by their own number. What follows narrows it.
pub(crate) const PAYMENTS: &str = "
    SELECT CASE WHEN payments.tip_id IS NULL THEN 'order_payment' ELSE 'tip' END AS kind,
        coalesce(payments.tip_id, payments.id) AS source_id,
        payments.payment_type::text AS payment_type, payments.amount_cents, payments.status::text AS status,
        payments.method::text AS method, payments.client_id,
        coalesce(payments.recipient_id, tips.writer_id) AS writer_id, payments.website_id,
        coalesce(payments.order_id, tips.order_id) AS order_id, payments.special_order_id,
        coalesce(payments.class_bundle_id, tips.class_bundle_id) AS class_bundle_id,
        coalesce(payments.order_id, payments.special_order_id, payments.class_bundle_id, payments.invoice_id,
            payments.tip_id, payments.wallet_id) AS related_id,
        CASE WHEN payments.order_id IS NOT NULL THEN 'order'
            WHEN payments.special_order_id IS NOT NULL THEN 'special_order'
            WHEN payments.class_bundle_id IS NOT NULL THEN 'class_bundle'
            WHEN payments.invoice_id IS NOT NULL THEN 'invoice'
            WHEN payments.tip_id IS NOT NULL THEN 'tip'
            WHEN payments.wallet_id IS NOT NULL THEN 'wallet' END AS related_type,
        payments.reference_id::text AS reference_id, payments.transaction_id::text AS transaction_id,
        NULL::text AS description, payments.payment_type = 'wallet_loading' AS is_credit,
        payments.created_at, payments.confirmed_at
    FROM payments LEFT JOIN tips ON tips.id = payments.tip_id";

/// Adds the names to `rows`, a statement with the columns of [`PAYMENTS`]. What follows orders it, by columns of
/// `listed`.
pub(crate) fn named(rows: &str) -> String {
    format!(
        "SELECT listed.*,
            client.username AS client_username, client.email AS client_email,
            client.first_name AS client_first_name, client.last_name AS client_last_name,
            client.role AS client_role, NULL::text AS client_pen_name,
            writer.username AS writer_username, writer.email AS writer_email,
            writer.first_name AS writer_first_name, writer.last_name AS writer_last_name,
            writer.role AS writer_role, writer_profiles.pen_name AS writer_pen_name,
            websites.name AS website_name, websites.domain AS website_domain
        FROM ({rows}) AS listed
        JOIN websites ON websites.id = listed.website_id
        LEFT JOIN users AS client ON client.id = listed.client_id
        LEFT JOIN users AS writer ON writer.id = listed.writer_id
        LEFT JOIN writer_profiles ON writer_profiles.user_id = listed.writer_id"
    )
}

/// One payment. Whether its reader may see it has been looked at before.
pub(crate) async fn find(db: &impl ConnectionTrait, id: PaymentId) -> Result<ListedPayment, DbErr> {
    let sql = named(&format!("{PAYMENTS} WHERE payments.id = $1"));
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [id.into()]);
    let found = ListedPayment::find_by_statement(statement).one(db).await?;
    found.ok_or_else(|| DbErr::RecordNotFound(format!("payment {id}")))
}
