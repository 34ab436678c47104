//! Payments and finances in files.

use sea_orm::Set;
use tally_entity::{PaymentMethod, PaymentStatus, PaymentType, Role};
use tally_testkit::{TestApp, ago};
use uuid::Uuid;

use super::{lines, log};

const PAYMENTS: &str = "/admin-management/exports/payments/";
const FINANCES: &str = "/admin-management/exports/financial/";

#[tokio::test]
async fn payments_leave_with_what_was_paid() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let client = app.user_id(Role::Client, Some(site)).await;
    let order = app.order(site).insert().await;
    let full = app.payment(&order).set(|p| {
        (p.reference_id, p.transaction_id) = (Set(Uuid::from_u128(7)), Set(Some("-tx".to_owned())));
        (p.client_id, p.status) = (Set(Some(client)), Set(PaymentStatus::Completed));
        (p.amount_cents, p.original_amount_cents, p.discount_cents) = (Set(1_205), Set(Some(1_250)), Set(45));
        p.method = Set(Some(PaymentMethod::CreditCard));
        p.created_at = Set("2026-04-10T00:00:00Z".parse().unwrap());
        p.confirmed_at = Set(Some(ago(1, 0)));
    });
    full.insert().await;
    let bare = app.payment(&order).set(|p| {
        p.reference_id = Set(Uuid::from_u128(8));
        p.created_at = Set("2026-04-09T23:59:59.999999Z".parse().unwrap());
    });
    bare.insert().await;
    let elsewhere = app.order(other).insert().await;
    app.payment(&elsewhere).insert().await;

    let head = "Payment ID,Reference ID,Transaction ID,Client ID,Client Email,Order ID,Payment Type,Amount,\
                Original Amount,Discount,Status,Payment Method,Created At,Confirmed At,Website";
    let (full, bare) = (
        "1,00000000-0000-0000-0000-000000000007,'-tx,1,client1@people.example,1,standard,12.05,12.50,0.45,\
         completed,credit_card,2026-04-10 00:00:00,2026-04-14 12:00:00,alpha",
        "2,00000000-0000-0000-0000-000000000008,,,,1,standard,0.00,,0.00,pending,,2026-04-09 23:59:59,,alpha",
    );
    let admin = app.admin(site).await;
    let reply = admin.get(PAYMENTS).await;
    assert_eq!((lines(&reply), reply.statements()), (vec![head, full, bare], 1));
    for (query, expected) in [
        ("?status=completed,failed", vec![head, full]),
        ("?status=paid", vec![head]),
        ("?payment_type=standard&status[]=pending", vec![head, bare]),
        ("?payment_type=tip", vec![head]),
        ("?date_from=2026-04-10", vec![head, full]),
        ("?date_to=2026-04-09", vec![head, bare]),
        ("?date_to=2026-04-10", vec![head, full, bare]),
    ] {
        assert_eq!(lines(&admin.get(&format!("{PAYMENTS}{query}")).await), expected, "{query}");
    }
    assert_eq!(log(&app).await[0].action, "Exported 2 payments");
}

#[tokio::test]
async fn the_financial_report_is_the_overview() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let order = app.order(site).insert().await;
    let paid = |p: &mut tally_entity::payment::ActiveModel| {
        (p.status, p.payment_type) = (Set(PaymentStatus::Completed), Set(PaymentType::Standard));
        (p.amount_cents, p.created_at) = (Set(10_000), Set(ago(1, 0)));
    };
    app.payment(&order).set(paid).insert().await;
    app.writer_payment(site, writer).set(|w| w.amount_cents = Set(2_550)).insert().await;

    let admin = app.admin(site).await;
    let reply = admin.get(&format!("{FINANCES}?date_from=2026-04-01&date_to=2026-04-30")).await;
    let found = lines(&reply);
    assert_eq!(reply.statements(), 3);
    assert_eq!(found[0], "Category,Item,Amount,Period");
    let of = |period: &str| {
        [
            format!("Revenue,Orders,100.00,{period}"),
            format!("Revenue,Special Orders,0.00,{period}"),
            format!("Revenue,Classes,0.00,{period}"),
            format!("Revenue,Total,100.00,{period}"),
            format!("Expenses,Writer Payments,25.50,{period}"),
            format!("Expenses,Tips,0.00,{period}"),
            format!("Expenses,Total,25.50,{period}"),
            format!("Net Revenue,Total,74.50,{period}"),
        ]
    };
    assert_eq!(found[1..9], of("2026-04-01 to 2026-04-30"));
    assert_eq!(found[9..17], of("2026-04"));
    assert_eq!(found[17], "Revenue,Orders,0.00,2026-03");
    assert_eq!(found.len(), 1 + 8 * 13);
    let disposition = "attachment; filename=\"financial_report_20260415_120000.csv\"";
    assert_eq!(reply.header("content-disposition"), disposition);
    let alias = admin.get("/admin-management/exports/financial-report/").await;
    assert_eq!(lines(&alias)[1], "Revenue,Orders,100.00,All time");
}
