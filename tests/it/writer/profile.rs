//! `writer-management/writers/my_profile` and `writer-management/writer-profiles`

use sea_orm::{ActiveModelTrait as _, Set, Unchanged};
use serde_json::{Value, json};
use tally_entity::{
    AssignmentSource, AssignmentStatus, OrderStatus, ReviewKind, Role, WriterPaymentKind,
    WriterPaymentStatus, order, subject, website, writer_payment, writer_subject_preference,
};
use tally_testkit::{TestApp, ago};

use super::people::{given_to, level, writer};

const MINE: &str = "/writer-management/writers/my_profile/";
const ALL: &str = "/writer-management/writer-profiles/";

fn finished(order: &mut order::ActiveModel) {
    order.status = Set(OrderStatus::Completed);
    (order.submitted_at, order.completed_at) = (Set(Some(ago(2, 0))), Set(Some(ago(1, 0))));
}

#[tokio::test]
async fn a_writer_sees_what_he_says_of_himself_and_what_he_has_done() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let junior = level(&app, site, |l| (l.name, l.display_order) = (Set("junior".to_owned()), Set(5))).await;
    let next = level(&app, site, |l| (l.display_order, l.min_orders) = (Set(4), Set(2))).await;
    let jane = writer(&app, site, |w| {
        (w.writer_level_id, w.pen_name) = (Set(Some(junior)), Set(Some("Ink".to_owned())));
        (w.skills, w.introduction) = (Set(vec!["statistics".to_owned()]), Set("I write.".to_owned()));
        (w.is_available_for_auto_assignments, w.verified_at) = (Set(false), Set(Some(ago(3, 0))));
    });
    let jane = jane.await;
    for name in ["Physics", "Biology"] {
        let subject =
            subject::ActiveModel { website_id: Set(site), name: Set(name.to_owned()), ..Default::default() };
        let likes = writer_subject_preference::ActiveModel {
            website_id: Set(site),
            writer_id: Set(jane.id),
            subject_id: Set(app.insert(subject).await.id),
            ..Default::default()
        };
        app.insert(likes).await;
    }
    let done = app.order(site).set(given_to(jane.id)).set(finished).insert().await;
    app.order(site).set(given_to(jane.id)).insert().await;
    app.order(site).set(given_to(jane.id)).set(|o| o.deleted_at = Set(Some(ago(0, 0)))).insert().await;
    let taken = app.order_assignment(&done, jane.id).set(|a| {
        (a.source, a.status, a.ended_at) =
            (Set(AssignmentSource::Take), Set(AssignmentStatus::Ended), Set(Some(ago(1, 0))));
    });
    taken.insert().await;
    for (rating, is_shadowed) in [("4.5", false), ("5", false), ("1", true)] {
        let review = app.review(site).await.set(|r| {
            (r.kind, r.reviewed_user_id) = (Set(ReviewKind::Writer), Set(Some(jane.id)));
            (r.rating, r.is_shadowed) = (Set(rating.parse().unwrap()), Set(is_shadowed));
        });
        review.insert().await;
    }
    for (kind, cents) in [(WriterPaymentKind::Order, 6_050), (WriterPaymentKind::Installment, 900)] {
        let row = writer_payment::ActiveModel {
            website_id: Set(site),
            writer_id: Set(jane.id),
            kind: Set(kind),
            amount_cents: Set(cents),
            status: Set(WriterPaymentStatus::Paid),
            paid_at: Set(Some(ago(1, 0))),
            ..Default::default()
        };
        app.insert(row).await;
    }
    let off = website::ActiveModel {
        id: Unchanged(site),
        settings: Set(json!({ "manual_payment_requests_enabled": false })),
        ..Default::default()
    };
    off.update(app.db()).await.unwrap();

    let own = app.sign_in(&jane).await;
    let reply = own.get(MINE).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 5);
    let mine = reply.json();
    let figures = ["completed_orders", "active_orders", "total_earnings", "average_rating"];
    assert_eq!(json!(figures.map(|name| mine[name].clone())), json!([1, 1, 60.5, 4.75]));
    assert_eq!((&mine["writer_level"], &mine["writer_level_name"]), (&json!(junior), &json!("junior")));
    assert_eq!(mine["writer_level_details"]["base_pay_per_page"], 6);
    let above = &mine["next_level_info"];
    assert_eq!((&above["next_level"]["id"], &above["is_eligible"]), (&json!(next), &json!(false)));
    assert_eq!(above["failed_requirements"], json!(["Need 2 completed orders (currently have 1)"]));
    assert_eq!(
        (&mine["subject_preferences"], &mine["skills"]),
        (&json!(["Biology", "Physics"]), &json!(["statistics"]))
    );
    assert_eq!((&mine["pen_name"], &mine["bio"]), (&json!("Ink"), &json!("I write.")));
    assert_eq!((&mine["username"], &mine["email"]), (&json!(jane.username), &json!(jane.email)));
    assert_eq!((&mine["website"]["id"], &mine["website_name"]), (&json!(site), &json!("alpha")));
    let flags =
        ["is_available_for_auto_assignments", "verification_status", "manual_payment_requests_enabled"];
    assert_eq!(json!(flags.map(|name| mine[name].clone())), json!([false, true, false]));
    assert_eq!(own.get(ALL).await.json(), &json!([mine]));
}

#[tokio::test]
async fn a_writer_without_a_profile_has_one_all_the_same() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    level(&app, site, |l| l.min_orders = Set(1)).await;
    let entry = level(&app, site, |l| (l.name, l.display_order) = (Set("entry".to_owned()), Set(9))).await;
    let plain = app.user(Role::Writer, Some(site)).insert().await;
    let reply = app.sign_in(&plain).await.header("x-website", "987654321").get(MINE).await;
    reply.assert_status(200);
    let mine = reply.json();
    assert_eq!((&mine["id"], &mine["registration_id"]), (&json!(0), &json!("")));
    assert_eq!((&mine["writer_level"], &mine["average_rating"]), (&Value::Null, &Value::Null));
    assert_eq!(mine["next_level_info"]["next_level"]["id"], json!(entry));
    assert_eq!((&mine["payment_schedule"], &mine["skills"]), (&json!("bi-weekly"), &json!([])));
    assert_eq!(mine["manual_payment_requests_enabled"], true);
}

#[tokio::test]
async fn staff_sees_the_writers_of_the_scope() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (first, second) = (writer(&app, site, |_| ()).await, writer(&app, site, |_| ()).await);
    let far = writer(&app, other, |_| ()).await;
    app.user(Role::Writer, Some(site)).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    let shown = async |caller: tally_testkit::Caller<'_>, query: &str| {
        let reply = caller.get(&format!("{ALL}{query}")).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 5);
        let rows = reply.json().as_array().unwrap().clone();
        rows.iter().map(|row| row["user"]["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let of_site = [first.id.0, second.id.0];
    assert_eq!(shown(app.admin(site).await, "").await, of_site);
    assert_eq!(shown(app.superadmin().await, "").await, [first.id.0, second.id.0, far.id.0]);
    assert_eq!(shown(app.superadmin().await, &format!("?website_id={site}")).await, of_site);
    app.role(Role::Client, Some(site)).await.get(ALL).await.assert_problem(403, "forbidden");
}
