//! `GET loyalty_management/…` and `GET discounts/discounts/my_discounts`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{DiscountType, RedemptionRequestStatus, RedemptionType};
use tally_testkit::{Reply, TestApp, ago, now};

use super::client;

fn rows(reply: &Reply) -> &Vec<Value> {
    reply.assert_status(200);
    reply.json().as_array().expect("a plain array")
}

fn names<'a>(reply: &'a Reply, name: &str) -> Vec<&'a str> {
    rows(reply).iter().map(|row| row[name].as_str().unwrap()).collect()
}

#[tokio::test]
async fn points_are_worth_what_the_website_says() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = client(&app, site, "ann").await;
    let tier = app.loyalty_tier(site, "Silver", 100).insert().await;
    let profile = app.client_profile(site, ann.id);
    profile.set(|p| (p.loyalty_points, p.loyalty_tier_id) = (Set(250), Set(Some(tier.id)))).insert().await;
    // A point is worth 1.5 cents, so 66.67 points are one unit.
    let worth =
        |c: &mut tally_entity::loyalty_config::ActiveModel| c.cents_per_point = Set("1.5".parse().unwrap());
    app.loyalty_config(site).set(worth).insert().await;
    app.loyalty_config(other).insert().await;
    let caller = app.sign_in(&ann).await;
    let reply = caller.get("/loyalty_management/loyalty/summary/").await;
    assert_eq!(reply.statements(), 1);
    let expected =
        json!({ "loyalty_points": 250, "wallet_balance": 0, "tier": "Silver", "conversion_rate": 66.67 });
    assert_eq!(reply.json(), &expected);
    let bob = app.sign_in(&client(&app, app.website("gamma").await, "bob").await).await;
    let none = json!({ "loyalty_points": 0, "wallet_balance": 0, "tier": "None", "conversion_rate": 0 });
    assert_eq!(bob.get("/loyalty-management/loyalty/summary/").await.json(), &none);
    app.admin(site).await.get("/loyalty_management/loyalty/summary/").await.assert_problem(403, "forbidden");

    let change = app.loyalty_transaction(site, ann.id, 7).insert().await;
    app.loyalty_transaction(site, client(&app, site, "eve").await.id, 8).insert().await;
    let reply = caller.get("/loyalty_management/loyalty/transactions/").await;
    assert_eq!((reply.statements(), rows(&reply).len()), (1, 1));
    let when = "2026-04-14T12:00:00Z";
    let expected = json!({
        "id": change.id, "timestamp": when, "created_at": when, "transaction_type": "add", "points": 7,
        "reason": change.reason,
    });
    assert_eq!(rows(&reply)[0], expected);
}

#[tokio::test]
async fn an_item_can_be_had_when_nothing_stands_in_the_way() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let low = app.loyalty_tier(site, "Low", 10).insert().await;
    let mine = app.loyalty_tier(site, "Mine", 100).insert().await;
    let high = app.loyalty_tier(site, "High", 500).insert().await;
    let profile = app.client_profile(site, ann.id);
    profile.set(|p| (p.loyalty_points, p.loyalty_tier_id) = (Set(100), Set(Some(mine.id)))).insert().await;
    let named = |name: &'static str, points| {
        app.redemption_item(site, points).set(move |i| i.name = Set(name.to_owned()))
    };
    let most =
        |most| move |i: &mut tally_entity::redemption_item::ActiveModel| i.max_per_client = Set(Some(most));
    named("just enough", 100).insert().await;
    named("too dear", 101).insert().await;
    named("sold out", 1).set(|i| i.stock_quantity = Set(Some(0))).insert().await;
    named("the last", 2).set(|i| i.stock_quantity = Set(Some(1))).insert().await;
    named("for all", 3).set(|i| i.min_tier_id = Set(Some(low.id))).insert().await;
    named("for few", 4).set(|i| i.min_tier_id = Set(Some(high.id))).insert().await;
    let once = named("once", 5).set(most(1)).insert().await;
    let again = named("again", 6).set(most(1)).insert().await;
    named("gone", 7).set(|i| i.is_active = Set(false)).insert().await;
    let cash = named("cash", 8).set(|i| {
        (i.category, i.redemption_type) = (Set("Money".to_owned()), Set(RedemptionType::Cash));
        (i.value_cents, i.discount_pct) = (Set(Some(1_250)), Set(Some("7.5".parse().unwrap())));
    });
    let cash = cash.insert().await;
    let had = app.redemption_request(&once, ann.id).insert().await;
    let refused = |r: &mut tally_entity::redemption_request::ActiveModel| {
        (r.status, r.created_at) = (Set(RedemptionRequestStatus::Rejected), Set(ago(1, 0)));
    };
    app.redemption_request(&again, ann.id).set(refused).insert().await;
    app.redemption_request(&again, bob.id).insert().await;
    app.redemption_item(app.website("beta").await, 1).insert().await;

    let caller = app.sign_in(&ann).await;
    let reply = caller.get("/loyalty_management/redemption-items/").await;
    assert_eq!(reply.statements(), 1);
    let can: Vec<_> = rows(&reply).iter().filter(|row| row["can_redeem"] == true).collect();
    let can: Vec<_> = can.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(can, ["the last", "for all", "again", "cash", "just enough"]);
    assert_eq!(rows(&reply).len(), 9);
    let expected = json!({
        "id": cash.id, "name": "cash", "category": "Money", "category_name": "Money", "description": "",
        "points_required": 8, "redemption_type": "cash", "value": 12.5, "discount_percentage": 7.5,
        "stock_quantity": null, "image_url": null, "is_active": true, "can_redeem": true,
    });
    assert!(rows(&reply).contains(&expected), "{}", reply.json());
    let categories = caller.get("/loyalty_management/redemption-categories/").await;
    assert_eq!(categories.json(), &json!([{ "id": "Money", "name": "Money" }]));
    let requests = caller.get("/loyalty_management/redemption-requests/").await;
    assert_eq!((requests.statements(), names(&requests, "item_name")), (1, vec!["again", "once"]));
    let expected = json!({
        "id": had.id, "item": once.id, "item_name": "once", "item_points": 5, "points_used": 5,
        "status": "pending", "created_at": "2026-04-12T12:00:00Z",
    });
    assert_eq!(rows(&requests)[1], expected);
}

#[tokio::test]
async fn discounts_are_those_that_can_be_used_now() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let code = |code: &'static str| app.discount(site).set(move |d| d.code = Set(code.to_owned()));
    let plain = code("PLAIN").set(|d| {
        (d.discount_type, d.percent) = (Set(DiscountType::Fixed), Set(None));
        (d.amount_cents, d.min_order_cents) = (Set(Some(550)), Set(2_000));
        d.created_at = Set(ago(1, 0));
    });
    let plain = plain.insert().await;
    let mine =
        code("MINE").set(|d| (d.is_general, d.assigned_to_client_id) = (Set(false), Set(Some(ann.id))));
    mine.set(|d| d.created_at = Set(ago(2, 0))).insert().await;
    code("HIS")
        .set(|d| (d.is_general, d.assigned_to_client_id) = (Set(false), Set(Some(bob.id))))
        .insert()
        .await;
    code("LATER").set(|d| d.starts_at = Set(Some(now() + chrono::Duration::hours(1)))).insert().await;
    code("OVER").set(|d| d.ends_at = Set(Some(now()))).insert().await;
    code("OFF").set(|d| d.is_active = Set(false)).insert().await;
    code("GONE").set(|d| d.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    code("USED").set(|d| (d.used_count, d.usage_limit) = (Set(3), Set(Some(3)))).insert().await;
    let once = code("ONCE").set(|d| d.per_user_usage_limit = Set(Some(1))).insert().await;
    app.discount_usage(&once, ann.id).insert().await;
    let twice =
        code("TWICE").set(|d| (d.per_user_usage_limit, d.created_at) = (Set(Some(2)), Set(ago(3, 0))));
    let twice = twice.insert().await;
    app.discount_usage(&twice, ann.id).insert().await;
    app.discount(other).insert().await;

    let reply = app.sign_in(&ann).await.get("/discounts/discounts/my_discounts/").await;
    assert_eq!((reply.statements(), names(&reply, "code")), (1, vec!["PLAIN", "MINE", "TWICE"]));
    let expected = json!({
        "id": plain.id, "code": "PLAIN", "discount_code": "PLAIN", "description": "", "discount_type": "fixed",
        "value": 5.5, "min_order_value": 20, "max_discount_value": null, "start_date": null, "end_date": null,
        "is_active": true, "used_count": 0,
    });
    assert_eq!((&rows(&reply)[0], &rows(&reply)[1]["value"]), (&expected, &json!(10)));
}
