use serde_json::{Value, json};
use tally_testkit::{Caller, TestApp};

use super::servers::PAYMENTS;

const PATH: &str = "/insight/cache/warm/";
/// What the contract marks, as far as it exists.
const MARKED: [&str; 7] = [
    "admin.dashboard",
    "admin.monthly",
    "admin.payment_status",
    "admin.service_revenue",
    "admin.summary",
    "admin.yearly",
    "admin.yearly_comparison",
];

async fn warm(caller: &Caller<'_>, body: Value) -> Value {
    let reply = caller.post(PATH, body).await;
    reply.assert_status(200);
    reply.json().clone()
}

fn counts(done: &Value) -> [u64; 4] {
    ["warmed", "fresh", "failed", "left"].map(|outcome| done[outcome].as_u64().unwrap())
}

#[tokio::test]
async fn what_is_marked_is_loaded_for_everybody_before_anybody_asks() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    app.order(alpha).insert().await;
    app.order(beta).insert().await;
    app.sweep().await;
    let admin = app.superadmin().await;
    let done = warm(&admin, json!({})).await;
    assert_eq!(counts(&done), [21, 0, 0, 0], "{done}");
    let items = done["items"].as_array().unwrap();
    let expected: Vec<_> = MARKED
        .iter()
        .flat_map(|policy| {
            [json!(null), json!(alpha.0), json!(beta.0)].map(|website| (json!(policy), website))
        })
        .collect();
    let told: Vec<_> =
        items.iter().map(|item| (item["policy"].clone(), item["website_id"].clone())).collect();
    assert_eq!(told, expected);
    assert!(items.iter().all(|item| item["outcome"] == "warmed" && item["ms"].as_f64() > Some(0.0)));

    // Nobody asked, and whoever asks now waits for nothing.
    let told = admin.get("/insight/cache/?policy=admin.payment_status").await;
    let row = &told.json()["policies"][0];
    assert_eq!(
        (&row["l1"], &row["miss"], &row["loads"], &row["entries"]),
        (&json!(0), &json!(0), &json!(3), &json!(3))
    );
    for caller in [app.admin(alpha).await, app.admin(beta).await, admin.clone()] {
        for path in [PAYMENTS, "/admin-management/dashboard/", "/admin-management/dashboard/metrics/summary/"]
        {
            let reply = caller.get(path).await;
            assert!(reply.header("cache-status").starts_with("tally; hit"), "{path}");
            assert_eq!(reply.statements(), 0);
        }
    }
}

#[tokio::test]
async fn what_is_good_is_left_unless_it_is_forced_and_what_ended_is_not() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    let admin = app.superadmin().await;
    let two = json!({ "policies": ["admin.payment_status"], "website_ids": [alpha.0, beta.0] });
    assert_eq!(counts(&warm(&admin, two.clone()).await), [2, 0, 0, 0]);
    assert_eq!(counts(&warm(&admin, two.clone()).await), [0, 2, 0, 0]);
    app.order(alpha).insert().await;
    app.sweep().await;
    let done = warm(&admin, two.clone()).await;
    assert_eq!(counts(&done), [1, 1, 0, 0]);
    assert_eq!(
        (&done["items"][0]["outcome"], &done["items"][1]["outcome"]),
        (&json!("warmed"), &json!("fresh"))
    );
    let forced = json!({ "policies": ["admin.payment_status"], "website_ids": [beta.0], "force": true });
    assert_eq!(counts(&warm(&admin, forced).await), [1, 0, 0, 0]);
    assert_eq!(counts(&warm(&admin, json!({ "policies": [] })).await), [0, 0, 0, 0]);
}

#[tokio::test]
async fn what_there_is_not_is_refused() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    for (policies, pointer) in
        [(json!(["admin.summary", "admin.none"]), "/policies/1"), (json!(["admin.tips"]), "/policies/0")]
    {
        let reply = admin.post(PATH, json!({ "policies": policies })).await;
        reply.assert_problem(422, "invalid");
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer);
    }
    admin.post(PATH, json!({ "website_ids": [987_654_321] })).await.assert_problem(404, "not-found");
}
