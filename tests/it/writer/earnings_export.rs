//! `GET writer-management/dashboard/earnings-export`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{Role, WriterPaymentKind, writer_bonus};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, owed};

const PATH: &str = "/writer-management/dashboard/earnings-export/";

#[tokio::test]
async fn a_payment_is_as_many_lines_as_it_has_reasons() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane.d").await, Hand::new(&app, site, "joe").await);
    let client = app.user_id(Role::Client, Some(site)).await;
    let order = jane.completed(3, |_| ()).await;
    jane.payment(1_000, |row| {
        (row.kind, row.order_id, row.paid_at) =
            (Set(WriterPaymentKind::Order), Set(Some(order.id)), Set(Some(ago(2, 0))));
        (row.tips_cents, row.bonuses_cents, row.fines_cents) = (Set(25), Set(50), Set(105));
        row.description = Set("=HYPERLINK(\"x\")".to_owned());
    })
    .await;
    for (kind, days) in [
        (WriterPaymentKind::SpecialOrder, 400),
        (WriterPaymentKind::SpecialOrder, 5),
        (WriterPaymentKind::Class, 6),
        (WriterPaymentKind::Adjustment, 1),
        (WriterPaymentKind::Installment, 1),
    ] {
        jane.payment(200, |row| (row.kind, row.paid_at) = (Set(kind), Set(Some(ago(days, 0))))).await;
    }
    jane.payment(99_999, owed).await;
    joe.payment(77_777, |_| ()).await;
    let class = app.class_bundle(site, client).insert().await;
    let bonus = writer_bonus::ActiveModel {
        website_id: Set(site),
        writer_id: Set(jane.id),
        class_bundle_id: Set(Some(class.id)),
        amount_cents: Set(300),
        granted_at: Set(ago(4, 0)),
        reason: Set("-5, well \"done\"".to_owned()),
        ..Default::default()
    };
    app.insert(bonus).await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        reply.header("content-disposition"),
        "attachment; filename=\"earnings_export_jane_d_20250415_20260415.csv\""
    );
    assert_eq!(reply.header("cache-control"), "no-store");
    let link = "\"'=HYPERLINK(\"\"x\"\")\"";
    let id = order.id;
    assert_eq!(
        String::from_utf8_lossy(&reply.body),
        format!(
            "Date,Type,Amount,Description,Order ID\r\n\
             2026-04-09 12:00:00,Class Payment,2.00,,\r\n\
             2026-04-10 12:00:00,Special Order,2.00,,\r\n\
             2026-04-11 12:00:00,Class Payment,3.00,\"'-5, well \"\"done\"\"\",\r\n\
             2026-04-13 12:00:00,Regular Order,10.00,{link},{id}\r\n\
             2026-04-13 12:00:00,Tip,0.25,{link},{id}\r\n\
             2026-04-13 12:00:00,Bonus,0.50,{link},{id}\r\n\
             2026-04-13 12:00:00,Fine,-1.05,{link},{id}\r\n\
             2026-04-14 12:00:00,Adjustment,2.00,,\r\n\
             \r\n\
             Total,,18.70,,\r\n"
        )
    );

    let document = jane.caller.get(&format!("{PATH}?format=json&days=2")).await;
    document.assert_status(200);
    assert_eq!(document.header("content-type"), "application/json");
    let found = document.json();
    assert_eq!(json!([found["total"], found["earnings"].as_array().unwrap().len()]), json!([11.7, 5]));
    assert_eq!(
        found["earnings"][3],
        json!({ "date": "2026-04-13T12:00:00Z", "type": "Fine", "amount": -1.05,
            "description": "=HYPERLINK(\"x\")", "order_id": id })
    );
    assert_eq!(found["date_range"], json!({ "from": "2026-04-13T12:00:00Z", "to": "2026-04-15T12:00:00Z" }));
    jane.caller.get(&format!("{PATH}?format=xlsx")).await.assert_problem(422, "invalid");
    for_writers_only(&app, site, PATH).await;
}
