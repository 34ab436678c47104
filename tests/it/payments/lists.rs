//! `GET order-payments/order-payments/client-payments` and `…/all-transactions`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    PaymentMethod, PaymentStatus, PaymentType, Role, TransferKind, UserId, WebsiteId, writer_bonus,
};
use tally_testkit::{Reply, TestApp, ago};

const OWN: &str = "/order-payments/order-payments/client-payments/";
const ALL: &str = "/order-payments/order-payments/all-transactions/";

fn ids(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    let rows = reply.json()["results"].as_array().unwrap();
    assert_eq!(reply.json()["count"], rows.len());
    rows.iter().map(|row| row["id"].as_str().unwrap()).collect()
}

async fn bonus(app: &TestApp, site: WebsiteId, writer: UserId, paid: bool, days: i64) -> i64 {
    let row = writer_bonus::ActiveModel {
        website_id: Set(site),
        writer_id: Set(writer),
        amount_cents: Set(500),
        paid_at: Set(paid.then(|| ago(1, 0))),
        created_at: Set(ago(days, 0)),
        ..Default::default()
    };
    app.insert(row).await.id.0
}

#[tokio::test]
async fn all_that_was_paid_stands_in_one_list() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann =
        app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann-lee".to_owned())).insert().await;
    let bob = app.user_id(Role::Client, Some(site)).await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let far = app.user_id(Role::Client, Some(other)).await;
    let order_of =
        async |site, client| app.order(site).set(|o| o.client_id = Set(Some(client))).insert().await;
    let order = order_of(site, ann.id).await;
    let card = app.payment(&order).set(|p| {
        (p.amount_cents, p.status, p.method) =
            (Set(1_250), Set(PaymentStatus::Completed), Set(Some(PaymentMethod::Card)));
        (p.transaction_id, p.created_at) = (Set(Some("TX-77".to_owned())), Set(ago(2, 0)));
    });
    let card = card.insert().await;
    let pending = app.payment(&order).set(|p| p.created_at = Set(ago(3, 0))).insert().await;
    let given = app.tip(site, ann.id, writer).insert().await;
    let tip = app.payment(&order).set(|p| {
        (p.order_id, p.tip_id, p.payment_type) = (Set(None), Set(Some(given.id)), Set(PaymentType::Tip));
        (p.status, p.created_at) = (Set(PaymentStatus::Completed), Set(ago(4, 0)));
    });
    tip.insert().await;
    let own = app.wallet(site, ann.id).insert().await.id;
    let wages = app.wallet(site, writer).insert().await.id;
    let back = app.booked(site, TransferKind::Refund, own, 300, ago(5, 0)).await;
    app.booked(site, TransferKind::Payment, own, -300, ago(5, 1)).await;
    app.booked(site, TransferKind::TopUp, own, 400, ago(5, 2)).await;
    let paid_out = app.booked(site, TransferKind::WriterPayment, wages, 900, ago(6, 0)).await;
    let (due, had) = (bonus(&app, site, writer, false, 7).await, bonus(&app, site, writer, true, 8).await);
    let theirs =
        app.payment(&order_of(site, bob).await).set(|p| p.created_at = Set(ago(9, 0))).insert().await;
    let foreign =
        app.payment(&order_of(other, far).await).set(|p| p.created_at = Set(ago(10, 0))).insert().await;

    let id = |kind: &str, id: i64| format!("{kind}_{id}");
    let mine = [
        id("order_payment", card.id.0),
        id("order_payment", pending.id.0),
        id("tip", given.id.0),
        id("client_wallet", back.0),
    ];
    let caller = app.sign_in(&ann).await;
    let reply = caller.get(OWN).await;
    assert_eq!((reply.statements(), ids(&reply)), (2, mine.iter().map(String::as_str).collect()));
    let row = &reply.json()["results"][0];
    assert_eq!((&row["type"], &row["amount"]), (&json!("order_payment"), &json!(12.5)));
    assert_eq!((&row["payment_method"], &row["client"]["username"]), (&json!("card"), &json!("ann-lee")));
    let row = &reply.json()["results"][3];
    let figures =
        [&row["payment_type"], &row["status"], &row["payment_method"], &row["amount"], &row["is_credit"]];
    assert_eq!(
        figures.map(Clone::clone),
        [json!("wallet_transaction"), json!("completed"), json!("wallet"), json!(3), json!(true)]
    );

    let admin = app.admin(site).await;
    let theirs = id("order_payment", theirs.id.0);
    let seen: Vec<_> = mine.iter().chain([&theirs]).map(String::as_str).collect();
    assert_eq!(ids(&admin.get(OWN).await), seen);
    let whole = admin.get(ALL).await;
    let bonuses = [id("writer_wallet", paid_out.0), id("bonus", due), id("bonus", had)];
    let all: Vec<_> = mine.iter().chain(&bonuses).chain([&theirs]).map(String::as_str).collect();
    assert_eq!((whole.statements(), ids(&whole)), (2, all.clone()));
    let states: Vec<_> =
        whole.json()["results"].as_array().unwrap()[5..7].iter().map(|row| &row["status"]).collect();
    assert_eq!(states, [&json!("pending"), &json!("completed")]);
    let everywhere = app.superadmin().await.get(ALL).await;
    assert_eq!(ids(&everywhere).last(), Some(&id("order_payment", foreign.id.0).as_str()));
    let there = app.superadmin().await.get(&format!("{ALL}?website_id={other}")).await;
    assert_eq!(ids(&there).len(), 1);

    let narrowed = async |query: &str| {
        let reply = admin.get(&format!("{ALL}?{query}")).await;
        reply.json()["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].clone())
            .collect::<Vec<Value>>()
    };
    assert_eq!(narrowed("search=tx-7").await, Vec::<Value>::new(), "as it is written");
    assert_eq!(narrowed("search=TX-7").await, [mine[0].as_str()]);
    assert_eq!(
        narrowed(&format!("search={}", &card.reference_id.to_string()[..8])).await,
        [mine[0].as_str()]
    );
    assert_eq!(narrowed("search=Ann-").await, mine.iter().map(|id| json!(id)).collect::<Vec<_>>());
    assert_eq!(narrowed("status=completed&payment_type=standard").await, [mine[0].as_str()]);
    assert_eq!(narrowed("payment_type=bonus,tip").await, [mine[2].as_str(), &bonuses[1], &bonuses[2]]);
    assert_eq!(narrowed("date_from=2026-04-12&date_to=2026-04-12").await, [mine[1].as_str()]);
    assert_eq!(narrowed(&format!("client_id={bob}")).await, [theirs.as_str()]);
    assert_eq!(narrowed("status=no-such").await, Vec::<Value>::new());
    let page = admin.get(&format!("{ALL}?page=2&page_size=3")).await;
    let rows: Vec<_> =
        page.json()["results"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!((rows, &page.json()["total_pages"]), (all[3..6].to_vec(), &json!(3)));
    caller.get(ALL).await.assert_problem(403, "forbidden");
    app.role(Role::Writer, Some(site)).await.get(OWN).await.assert_problem(403, "forbidden");
}
