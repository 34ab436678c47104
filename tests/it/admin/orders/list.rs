//! `GET orders/orders`

mod filters;
mod rows;

use sea_orm::Set;
use tally_entity::{OrderRequestStatus, OrderStatus, Role};
use tally_testkit::{TestApp, ago};

use super::{free, given_to, page_ids};

const LIST: &str = "/orders/orders/";

#[tokio::test]
async fn clients_see_what_they_ordered() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = app.user(Role::Client, Some(site)).insert().await;
    let bob = app.user_id(Role::Client, Some(site)).await;
    let of = |client| app.order(site).set(move |o| o.client_id = Set(Some(client)));
    let own = of(ann.id).insert().await.id.0;
    of(bob).insert().await;
    of(ann.id).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    app.order(site).insert().await;
    let ann = app.sign_in(&ann).await;
    assert_eq!(page_ids(&ann.get(LIST).await), [own]);
    assert_eq!(page_ids(&ann.get(&format!("{LIST}?include_deleted=1")).await), [own]);
    assert_eq!(page_ids(&ann.get(&format!("{LIST}?client_id={bob}&client=x&writer=y")).await), [own]);
}

#[tokio::test]
async fn writers_see_their_work_what_they_asked_for_and_the_pool() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let jane = app.user(Role::Writer, Some(site)).insert().await;
    let rival = app.user_id(Role::Writer, Some(site)).await;
    let mut seen = vec![app.order(site).set(given_to(jane.id)).insert().await.id.0];
    app.order(site).set(given_to(rival)).insert().await;
    app.order(site).set(given_to(jane.id)).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    for status in OrderRequestStatus::ALL {
        let order = app.order(site).set(given_to(rival)).insert().await;
        app.order_request(&order, jane.id).set(|r| r.status = Set(*status)).insert().await;
        if [OrderRequestStatus::Pending, OrderRequestStatus::Approved].contains(status) {
            seen.push(order.id.0);
        }
        app.order_request(&order, rival).insert().await;
    }
    seen.push(app.order(site).set(free).insert().await.id.0);
    seen.push(
        app.order(site).set(free).set(|o| o.preferred_writer_id = Set(Some(jane.id))).insert().await.id.0,
    );
    app.order(site).set(free).set(|o| o.preferred_writer_id = Set(Some(rival))).insert().await;
    app.order(site).set(free).set(|o| (o.is_paid, o.paid_at) = (Set(false), Set(None))).insert().await;
    app.order(site).set(free).set(|o| o.assigned_writer_id = Set(Some(rival))).insert().await;
    app.order(site).set(free).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    app.order(site).set(free).set(|o| o.status = Set(OrderStatus::Paid)).insert().await;
    app.order(other).set(free).insert().await;
    let declined = app.order(site).set(free).insert().await;
    app.preferred_writer_response(&declined, jane.id).insert().await;
    let declined_by_another = app.order(site).set(free).insert().await;
    app.preferred_writer_response(&declined_by_another, rival).insert().await;
    seen.push(declined_by_another.id.0);

    let jane = app.sign_in(&jane).await;
    assert_eq!(page_ids(&jane.get(&format!("{LIST}?ordering=id")).await), seen);
    assert_eq!(page_ids(&jane.get(&format!("{LIST}?assigned_writer=true")).await), seen[..1]);
    assert_eq!(page_ids(&jane.get(&format!("{LIST}?writer_query=nobody&ordering=id")).await), seen);
}

#[tokio::test]
async fn staff_sees_its_scope_and_admins_what_was_removed() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let here = app.order(site).insert().await.id.0;
    let removed = app.order(site).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await.id.0;
    let there = app.order(other).set(|o| o.created_at = Set(ago(11, 0))).insert().await.id.0;
    let (admin, superadmin) = (app.admin(site).await, app.superadmin().await);
    assert_eq!(page_ids(&admin.get(LIST).await), [here]);
    assert_eq!(page_ids(&superadmin.get(LIST).await), [here, there]);
    assert_eq!(page_ids(&superadmin.get(&format!("{LIST}?website={other}")).await), [there]);
    assert_eq!(page_ids(&admin.get(&format!("{LIST}?include_deleted=true")).await), [removed, here]);
    assert_eq!(page_ids(&admin.get(&format!("{LIST}?only_deleted=true")).await), [removed]);
    for role in [Role::Support, Role::Editor] {
        let staff = app.role(role, Some(site)).await;
        assert_eq!(page_ids(&staff.get(&format!("{LIST}?only_deleted=true")).await), [here]);
    }
}

#[tokio::test]
async fn archived_orders_are_out_of_sight_until_somebody_asks() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let client = app.user(Role::Client, Some(site)).insert().await;
    let of = |status| {
        app.order(site).set(move |o| (o.client_id, o.status) = (Set(Some(client.id)), Set(status))).insert()
    };
    let live = of(OrderStatus::Pending).await.id.0;
    let archived = of(OrderStatus::Archived).await.id.0;
    let expired = of(OrderStatus::Expired).await.id.0;
    for role in [Role::Superadmin, Role::Admin, Role::Support] {
        let staff = app.role(role, (role != Role::Superadmin).then_some(site)).await;
        assert_eq!(page_ids(&staff.get(&format!("{LIST}?ordering=id")).await), [live, archived, expired]);
    }
    let editor = app.role(Role::Editor, Some(site)).await;
    for caller in [app.sign_in(&client).await, editor] {
        for (query, expected) in [
            ("", vec![live, expired]),
            ("&include_archived=false", vec![live, expired]),
            ("&include_archived=true", vec![live, archived, expired]),
            ("&only_archived=true", vec![archived, expired]),
            ("&only_archived=true&status=expired,pending", vec![expired]),
            ("&status=archived", vec![archived]),
            ("&status_group=final", vec![archived]),
        ] {
            let reply = caller.get(&format!("{LIST}?ordering=id{query}")).await;
            assert_eq!(page_ids(&reply), expected, "{query}");
        }
    }
}
