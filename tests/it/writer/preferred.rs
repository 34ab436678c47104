//! `orders/preferred-writer-responses`

use sea_orm::{EntityTrait as _, Set};
use serde_json::json;
use tally_entity::{
    AssignmentSource, OrderStatus, PreferredWriterAnswer, Role, UserId, order, preferred_writer_response,
};
use tally_testkit::TestApp;

use super::people::{free, writer};
use crate::admin::orders::written::{assignments, order, steps, told};

const PREFERRED: &str = "/orders/preferred-writer-responses/";
const PENDING: &str = "/orders/preferred-writer-responses/pending/";

fn wants(client: UserId, writer: UserId) -> impl FnOnce(&mut order::ActiveModel) {
    move |o| {
        free(o);
        (o.status, o.client_id) = (Set(OrderStatus::PendingPreferred), Set(Some(client)));
        o.preferred_writer_id = Set(Some(writer));
    }
}

#[tokio::test]
async fn the_writer_whom_a_client_wants_takes_the_order_or_leaves_it_to_others() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let client = app.user_id(Role::Client, Some(site)).await;
    let (jane, joe) = (writer(&app, site, |_| ()).await, app.role(Role::Writer, Some(site)).await);
    let own = app.sign_in(&jane).await;
    let first = app.order(site).set(wants(client, jane.id)).insert().await;
    let second = app.order(site).set(wants(client, jane.id)).insert().await;

    let pending = own.get(PENDING).await;
    assert_eq!(pending.statements(), 1);
    let rows = pending.json().as_array().unwrap();
    assert_eq!([&rows[0]["order_id"], &rows[1]["order_id"]], [&json!(second.id), &json!(first.id)]);
    assert_eq!((&rows[0]["order"]["id"], rows.len()), (&json!(second.id), 2));
    joe.post(&format!("{PREFERRED}{}/accept/", first.id), json!({})).await.assert_problem(404, "not-found");

    let reply = own.post(&format!("{PREFERRED}{}/accept/", first.id), json!({})).await;
    reply.assert_status(200);
    assert_eq!(
        (&reply.json()["status"], &reply.json()["order"]["status"]),
        (&json!("accepted"), &json!("in_progress"))
    );
    let [given] = &assignments(&app, first.id).await[..] else { panic!("one writer") };
    assert_eq!((given.source, given.writer_id), (AssignmentSource::Preferred, jane.id));
    assert_eq!(steps(&app, first.id).await.len(), 2);
    assert_eq!(told(&app, first.id).await, [(client, "order.preferred_accepted".to_owned())]);
    own.post(&format!("{PREFERRED}{}/reject/", first.id), json!({})).await.assert_problem(409, "conflict");

    let queue = "/writer-management/dashboard/queue/";
    let reply = own.post(&format!("{PREFERRED}{}/reject/", second.id), json!({ "reason": "no time" })).await;
    reply.assert_status(200);
    assert_eq!(
        (&reply.json()["status"], &reply.json()["order"]["status"]),
        (&json!("rejected"), &json!("available"))
    );
    let after = order(&app, second.id).await;
    assert_eq!((after.status, after.preferred_writer_id), (OrderStatus::Available, None));
    assert_eq!(told(&app, second.id).await, [(client, "order.preferred_declined".to_owned())]);
    let answers = preferred_writer_response::Entity::find().all(app.db()).await.unwrap();
    let said: Vec<_> =
        answers.iter().map(|row| (row.order_id, row.response, row.reason.as_deref())).collect();
    assert_eq!(
        said,
        [
            (first.id, PreferredWriterAnswer::Accepted, None),
            (second.id, PreferredWriterAnswer::Declined, Some("no time")),
        ]
    );
    assert_eq!(own.get(queue).await.json()["available_orders"], json!([]), "declined for good");
    assert_eq!(joe.get(queue).await.json()["available_orders"][0]["id"], json!(second.id));
    own.post(&format!("{PREFERRED}{}/reject/", second.id), json!({})).await.assert_problem(404, "not-found");
}
