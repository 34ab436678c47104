//! `GET writer-management/dashboard/estimated-earnings`

use sea_orm::{Set, prelude::Decimal};
use serde_json::{Value, json};
use tally_entity::EarningMode;
use tally_testkit::TestApp;

use super::hands::{Hand, for_writers_only, level};

const PATH: &str = "/writer-management/dashboard/estimated-earnings/";

#[tokio::test]
async fn an_estimate_is_the_payout_of_an_order_that_is_none() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = Hand::new(&app, site, "jane").await;
    let ask = async |query: &str| -> Value {
        let reply = jane.caller.get(&format!("{PATH}{query}")).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 1);
        reply.json().clone()
    };
    assert_eq!(
        ask("").await,
        json!({ "estimated_earnings": 0, "level_info": null, "detail": "Writer level not assigned." })
    );
    let senior = level(&app, site, "Senior", |level| {
        level.earning_mode = Set(EarningMode::PercentageOfOrderCost);
        level.cost_pct = Set(Some(Decimal::from(40)));
        (level.urgency_pct, level.urgency_page_cents) = (Set(Decimal::new(125, 1)), Set(50));
        (level.technical_page_cents, level.technical_slide_cents) = (Set(100), Set(40));
    });
    jane.profile(Some(&senior.await), |_| ()).await;
    let parts = |answer: &Value| {
        let names = ["total_earnings", "base_earnings", "urgency_bonus", "technical_bonus"];
        json!(names.map(|name| answer["estimated_earnings"][name].clone()))
    };
    // Ten pages at 6.00 are more than 40 % of 10 × 10.00.
    let plain = ask("").await;
    assert_eq!(parts(&plain), json!([60, 60, 0, 0]));
    assert_eq!(plain["level_info"], json!({ "name": "Senior", "earning_mode": "percentage_of_order_cost" }));
    assert_eq!(plain["estimated_earnings"]["earning_mode"], "percentage_of_order_cost");
    assert!(plain.get("detail").is_none());
    // 40 % of 120.00 × 1.125 + 5 × 0.50 + 5 × 1.00 + 2 × 0.40
    let hasty = ask("?pages=5&slides=2&order_cost=120&order_total=100&is_urgent=true&is_technical=yes").await;
    assert_eq!(parts(&hasty), json!([62.3, 48, 8.5, 5.8]));
    // Without a cost it is the total.
    assert_eq!(parts(&ask("?pages=1&order_total=99.99").await), json!([40, 40, 0, 0]));
    assert_eq!(parts(&ask("?pages=1&order_cost=99.99").await), json!([40, 40, 0, 0]));
    // Nothing at all by the level: its share of the price.
    assert_eq!(parts(&ask("?pages=0&order_total=50&order_cost=0").await), json!([20, 20, 0, 0]));
    for wrong in ["?order_total=-1", "?order_cost=1.234", "?pages=x", "?is_urgent=maybe"] {
        jane.caller.get(&format!("{PATH}{wrong}")).await.assert_problem(422, "invalid");
    }
    for_writers_only(&app, site, PATH).await;
}
