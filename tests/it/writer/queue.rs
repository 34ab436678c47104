//! `GET writer-management/dashboard/queue` and `order-requests`

use chrono::Duration;
use sea_orm::{
    ConnectionTrait as _, DbBackend, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _, Set, Statement,
};
use serde_json::{Value, json};
use tally_entity::{
    ChangeRequestStatus, OrderId, OrderRequestStatus, Role, UserId, WebsiteId, order, subject, work_type,
    writer_subject_preference,
};
use tally_testkit::{TestApp, ago, now};

use super::people::{free, given_to, level, takes_enabled, writer};

const QUEUE: &str = "/writer-management/dashboard/queue/";
const ASKED: &str = "/writer-management/dashboard/order-requests/";

fn ids(rows: &Value) -> Vec<i64> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn a_writer_sees_what_he_could_write_and_what_suits_him() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    takes_enabled(&app, site, |_| ()).await;
    let senior = level(&app, site, |l| l.max_orders = Set(4)).await;
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let jane = writer(&app, site, |w| {
        w.writer_level_id = Set(Some(senior));
        (w.skills, w.keywords) = (Set(texts(&["statistics"])), Set(texts(&["essay"])));
    });
    let jane = jane.await;
    let joe = app.user_id(Role::Writer, Some(site)).await;
    let biology =
        subject::ActiveModel { website_id: Set(site), name: Set("Biology".to_owned()), ..Default::default() };
    let biology = app.insert(biology).await.id;
    let likes = writer_subject_preference::ActiveModel {
        website_id: Set(site),
        writer_id: Set(jane.id),
        subject_id: Set(biology),
        ..Default::default()
    };
    app.insert(likes).await;
    let essay =
        work_type::ActiveModel { website_id: Set(site), name: Set("Essay".to_owned()), ..Default::default() };
    let essay = app.insert(essay).await.id;
    let made = async |hours: i64, change: &dyn Fn(&mut order::ActiveModel)| {
        let row = app.order(site).set(free).set(|o| o.created_at = Set(ago(0, hours)));
        row.set(|o| change(o)).insert().await
    };
    let plain = made(1, &|_| ()).await;
    let best = made(5, &|o| {
        (o.subject_id, o.work_type_id) = (Set(Some(biology)), Set(Some(essay)));
        (o.topic, o.number_of_pages) = (Set("Statistics of mice".to_owned()), Set(25));
        o.total_price_cents = Set(40_000);
        o.client_deadline_at = Set(Some(now() + Duration::days(3)));
    })
    .await;
    let mine = made(3, &|o| o.preferred_writer_id = Set(Some(jane.id))).await;
    made(2, &|o| o.preferred_writer_id = Set(Some(joe))).await;
    made(2, &|o| (o.is_paid, o.paid_at) = (Set(false), Set(None))).await;
    app.order(other).set(free).insert().await;
    let declined = made(2, &|_| ()).await;
    app.preferred_writer_response(&declined, jane.id).insert().await;
    let asked = made(4, &|o| o.subject_id = Set(Some(biology))).await;
    let request = app.order_request(&asked, jane.id).set(|r| r.status = Set(OrderRequestStatus::Rejected));
    let request = request.insert().await;
    let back = app.order_request(&plain, jane.id).set(|r| r.status = Set(OrderRequestStatus::Withdrawn));
    back.insert().await;
    let work = app.order(site).set(given_to(jane.id)).insert().await;
    let change = app.order_change_request(&work, jane.id).insert().await;

    let own = app.sign_in(&jane).await;
    let reply = own.get(QUEUE).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 6);
    let queue = reply.json();
    assert_eq!(ids(&queue["available_orders"]), [plain.id, mine.id, asked.id, best.id].map(|OrderId(id)| id));
    assert_eq!(ids(&queue["preferred_orders"]), [mine.id.0]);
    assert_eq!(
        ids(&queue["recommended_orders"]),
        [best.id, mine.id, plain.id].map(|OrderId(id)| id),
        "best first"
    );
    let mut requested = [asked.id.0, work.id.0];
    requested.sort_unstable();
    assert_eq!((&queue["requested_order_ids"], &queue["takes_enabled"]), (&json!(requested), &json!(true)));
    assert_eq!(
        queue["recommended_orders"][0],
        json!({ "id": best.id, "topic": "Statistics of mice", "subject": "Biology", "service_type": "Essay",
            "paper_type": null, "deadline": "2026-04-18T12:00:00Z", "pages": 25, "price": 400,
            "created_at": "2026-04-15T07:00:00Z", "is_requested": false, "match_score": 80,
            "match_tags": ["Subject match: Biology", "Preferred work type: Essay",
                "Topic mentions 'statistics'", "High payout opportunity"],
            "potential_payout": 150 })
    );
    let of_asked = &queue["available_orders"][2];
    assert_eq!((&of_asked["is_requested"], &of_asked["match_score"]), (&json!(true), &json!(40)));
    assert_eq!(of_asked["service_type"], "Unknown");
    let [row] = &queue["order_requests"].as_array().unwrap()[..] else { panic!("one request") };
    assert_eq!(
        (&row["id"], &row["type"], &row["approved"]),
        (&json!(request.id), &json!("order_request"), &json!(false))
    );
    let [row] = &queue["writer_requests"].as_array().unwrap()[..] else { panic!("one change") };
    assert_eq!(
        (&row["id"], &row["type"], &row["status"]),
        (&json!(change.id), &json!("revision"), &json!("pending"))
    );
    assert_eq!(
        queue["level_capacity"],
        json!({ "level_details": { "id": senior, "name": "senior", "max_orders": 4 },
            "max_orders": 4, "active_orders": 1, "remaining_slots": 3 })
    );
}

#[tokio::test]
async fn a_writer_without_a_profile_sees_the_queue_and_every_write_ends_it() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let plain = app.user(Role::Writer, Some(site)).insert().await;
    let own = app.sign_in(&plain).await;
    let wanted = app.order(site).set(free).set(|o| o.total_price_cents = Set(10_000)).insert().await;
    app.sweep().await;
    let first = own.get(QUEUE).await;
    assert_eq!(
        (&first.json()["takes_enabled"], &first.json()["level_capacity"]["level_details"]),
        (&json!(false), &Value::Null)
    );
    assert_eq!(first.json()["available_orders"][0]["potential_payout"], 55);
    assert_eq!(first.json()["level_capacity"]["max_orders"], 5);
    let warm = own.get(QUEUE).await;
    assert_eq!((warm.statements(), warm.json()), (0, first.json()));

    let requests = "/writer-management/writer-order-requests/";
    own.post(requests, json!({ "order": wanted.id, "reason": "I know all about it." }))
        .await
        .assert_status(201);
    let after = own.get(QUEUE).await;
    assert_eq!((&after.json()["requested_order_ids"], after.statements()), (&json!([wanted.id]), 6));
    assert_eq!(after.json()["recommended_orders"], json!([]));
    let taken = format!("/orders/orders/{}/action/", wanted.id);
    let joe = app.user_id(Role::Writer, Some(site)).await;
    let body = json!({ "action": "assign_order", "writer_id": joe });
    app.admin(site).await.post(&taken, body).await.assert_status(200);
    assert_eq!(own.get(QUEUE).await.json()["available_orders"], json!([]), "somebody else has it");
    for role in [Role::Admin, Role::Client] {
        app.role(role, Some(site)).await.get(QUEUE).await.assert_problem(403, "forbidden");
    }
}

#[tokio::test]
async fn everything_asked_for_is_counted_and_named() {
    use OrderRequestStatus::{Approved, Expired, Pending, Rejected, Withdrawn};
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = writer(&app, site, |_| ()).await;
    let client = app.user_id(Role::Client, Some(site)).await;
    let order = app.order(site).set(given_to(jane.id)).set(|o| {
        (o.number_of_pages, o.total_price_cents) = (Set(7), Set(1_250));
    });
    let order = order.insert().await;
    for (status, days) in [(Approved, 1), (Expired, 9), (Pending, 6), (Rejected, 8), (Withdrawn, 1)] {
        let wanted = app.order(site).set(free).insert().await;
        let row = app.order_request(&wanted, jane.id);
        row.set(|r| (r.status, r.created_at) = (Set(status), Set(ago(days, 0)))).insert().await;
    }
    let change = app.order_change_request(&order, jane.id).set(|c| {
        (c.status, c.additional_pages, c.created_at) =
            (Set(ChangeRequestStatus::Accepted), Set(2), Set(ago(0, 1)));
        (c.decided_by_id, c.counter_offer) = (Set(Some(client)), Set(Some(json!({ "pages": 1 }))));
    });
    change.insert().await;
    let reply = app.sign_in(&jane).await.get(ASKED).await;
    assert_eq!(reply.statements(), 2);
    let answer = reply.json();
    let figures = json!({ "total": 5, "pending": 1, "approved": 2, "rejected": 2, "recent_7_days": 3 });
    assert_eq!((&answer["statistics"], &answer["last_updated"]), (&figures, &json!("2026-04-15T12:00:00Z")));
    let statuses: Vec<_> =
        answer["requests"].as_array().unwrap().iter().map(|row| row["status"].clone()).collect();
    assert_eq!(json!(statuses), json!(["accepted", "approved", "pending", "rejected", "expired"]));
    let newest = &answer["requests"][0];
    assert_eq!(
        (&newest["type"], &newest["reviewed_by"]),
        (&json!("writer_request"), &json!(format!("Client #{client}")))
    );
    assert_eq!((&newest["order_price"], &newest["order_pages"]), (&json!(12.5), &json!(7)));
    assert_eq!((&newest["additional_pages"], &newest["has_counter_offer"]), (&json!(2), &json!(true)));
    let joe = app.role(Role::Writer, Some(site)).await.get(ASKED).await;
    assert_eq!((&joe.json()["requests"], &joe.json()["statistics"]["total"]), (&json!([]), &json!(0)));
}

/// Orders of a busy website: one in twenty is free.
async fn many_orders(app: &TestApp, site: WebsiteId, writer: UserId, count: u32) {
    let rows = format!(
        "INSERT INTO orders (website_id, topic, status, is_paid, paid_at, assigned_writer_id, submitted_at,
            completed_at, total_price_cents, created_at)
        SELECT {site}, 'topic ' || n, CASE WHEN n % 20 = 0 THEN 'available' ELSE 'completed' END, true, now(),
            CASE WHEN n % 20 = 0 THEN NULL ELSE {writer} END, now(), now(), 10000,
            now() - n * interval '1 minute'
        FROM generate_series(1, {count}) n"
    );
    app.db().execute_unprepared(&rows).await.unwrap();
    app.db().execute_unprepared("ANALYZE orders").await.unwrap();
}

#[tokio::test]
async fn the_pool_is_found_by_its_own_index() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (writer(&app, site, |_| ()).await, app.user_id(Role::Writer, Some(site)).await);
    many_orders(&app, site, joe, 20_000).await;
    let pool = order::Entity::find()
        .filter(order::rules::in_pool(site, jane.id))
        .order_by_desc(order::Column::CreatedAt)
        .order_by_desc(order::Column::Id)
        .limit(50)
        .build(DbBackend::Postgres);
    let explain = Statement::from_string(DbBackend::Postgres, format!("EXPLAIN {pool}"));
    let plan = app.db().query_all_raw(explain).await.unwrap();
    let plan: Vec<String> = plan.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    assert!(plan.iter().any(|line| line.contains("orders_available_idx")), "{plan:#?}");

    let own = app.sign_in(&jane).await;
    let started = std::time::Instant::now();
    let reply = own.get(QUEUE).await;
    let took = started.elapsed();
    assert_eq!(ids(&reply.json()["available_orders"]).len(), 50);
    assert_eq!((reply.statements(), ids(&reply.json()["recommended_orders"]).len()), (6, 10));
    println!("a cold queue among 20,000 orders takes {took:?}");
}
