use std::collections::BTreeSet;

use serde_json::{Value, json};
use tally_entity::Role;
use tally_testkit::{Caller, TestApp, TestOptions, WireClient};

use super::servers::{PAYMENTS, Servers, TIPS, until};

const PATH: &str = "/insight/cache/";

async fn row(caller: &Caller<'_>, policy: &str) -> Value {
    let reply = caller.get(&format!("{PATH}?policy={policy}")).await;
    reply.assert_status(200);
    reply.json()["policies"][0].clone()
}

fn members(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[tokio::test]
async fn a_scripted_run_is_told_exactly() {
    let app = TestApp::start().await;
    let (alpha, admin) = (app.website("alpha").await, app.superadmin().await);
    app.order(alpha).insert().await;
    let first = admin.get(PAYMENTS).await;
    let knowing = admin.clone().header("if-none-match", first.header("etag").to_owned());
    for _ in 0..3 {
        admin.get(PAYMENTS).await.assert_status(200);
    }
    for _ in 0..2 {
        knowing.get(PAYMENTS).await.assert_status(304);
    }
    let few = row(&admin, "admin.payment_status").await;
    assert_eq!((&few["verdict"], &few["advice"]), (&json!("idle"), &Value::Null));
    // A commit ends it; the next one loads.
    app.order(alpha).insert().await;
    app.sweep().await;
    for _ in 0..14 {
        admin.get(PAYMENTS).await.assert_status(200);
    }
    let mut told = row(&admin, "admin.payment_status").await;
    let loads = told["load_ms"].take();
    let (mean, p95) = (loads["mean"].as_f64().unwrap(), loads["p95"].as_f64().unwrap());
    assert!(mean > 0.0 && p95 >= mean * 0.97, "{loads}");
    let saved = told["saved_ms"].take().as_f64().unwrap();
    assert!((saved - 18.0 * mean).abs() < 0.02, "18 hits of {mean} ms are not {saved} ms");
    let bytes = told["bytes"].take().as_u64().unwrap();
    assert!((512..4_096).contains(&bytes), "{bytes}");
    assert_eq!(
        told,
        json!({
            "policy": "admin.payment_status", "endpoints": ["get_admin_payment_status"],
            "fresh_s": 300, "grace_s": 150, "fail_safe_s": 900,
            "varies_on": ["website"], "reads": ["orders/website_id"],
            "l1": 18, "l2": 0, "stale": 0, "miss": 2, "collapsed": 0, "bypass": 0, "refresh": 0,
            "not_modified": 2, "hit_rate": 90,
            "loads": 2, "load_errors": 0, "load_ms": null, "load_statements_mean": 1, "saved_ms": null,
            "lost": { "expired": 0, "invalidated": 1, "evicted": 0 },
            "top_tags": [{ "tag": "orders", "invalidations": 1 }],
            "entries": 1, "bytes": null, "verdict": "good", "advice": null,
        })
    );
}

#[tokio::test]
async fn the_whole_has_its_shape_and_is_never_kept() {
    let app = TestApp::with(TestOptions { redis: true, ..TestOptions::default() }).await;
    let admin = app.superadmin().await;
    until("Redis is there", async || app.state.cache.is_joined()).await;
    for _ in 0..2 {
        admin.get(TIPS).await.assert_status(200);
    }
    until("nothing is left to tell", async || admin.get(PATH).await.json()["clock"]["outbox_rows"] == 0)
        .await;
    let reply = admin.get(PATH).await;
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!((reply.header("etag"), reply.header("cache-status")), ("", ""));
    assert_eq!(reply.statements(), 0);
    let told = reply.json();
    assert_eq!(
        members(told),
        ["scope", "processes", "since", "generated_at", "totals", "level1", "level2", "clock", "policies"]
    );
    assert_eq!((&told["scope"], &told["processes"]), (&json!("all"), &json!(1)));
    assert_eq!(
        members(&told["totals"]),
        ["hits", "misses", "total_operations", "hit_rate", "saved_ms", "saved_statements", "target"]
    );
    assert_eq!(members(&told["level1"]), ["entries", "bytes", "max_bytes", "evictions"]);
    assert_eq!(members(&told["level2"]), ["state", "entries", "bytes", "errors", "round_trip_ms"]);
    assert_eq!(
        members(&told["clock"]),
        ["epoch", "seq", "applied_seq", "in_doubt", "outbox_rows", "oldest_outbox_ms"]
    );
    let (level1, level2, clock) = (&told["level1"], &told["level2"], &told["clock"]);
    assert_eq!((&level1["max_bytes"], &level1["evictions"]), (&json!(8 << 20), &json!(0)));
    assert_eq!((&level2["state"], &level2["errors"]), (&json!("up"), &json!(0)));
    assert!(level2["entries"].as_u64() > Some(0) && level2["bytes"].as_u64() > Some(100_000), "{level2}");
    assert!(level2["round_trip_ms"]["p99"].as_f64() >= level2["round_trip_ms"]["p50"].as_f64());
    assert!(clock["epoch"].as_str().is_some_and(|epoch| epoch.len() > 10), "{clock}");
    assert_eq!((&clock["in_doubt"], &clock["oldest_outbox_ms"]), (&json!(false), &Value::Null));

    let policies = told["policies"].as_array().unwrap();
    let names: Vec<_> = policies.iter().map(|row| row["policy"].as_str().unwrap()).collect();
    let sorted: Vec<_> = names.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(names, sorted, "each once, by name");
    let sum = |field: &str| policies.iter().map(|row| row[field].as_u64().unwrap()).sum::<u64>();
    assert_eq!(told["totals"]["hits"], sum("l1") + sum("l2") + sum("stale"));
    assert_eq!(told["totals"]["misses"], sum("miss") + sum("collapsed"));
    assert_eq!(
        (sum("entries"), sum("bytes")),
        (level1["entries"].as_u64().unwrap(), level1["bytes"].as_u64().unwrap())
    );
    let unasked = policies.iter().find(|row| row["policy"] == "admin.loyalty").unwrap();
    assert_eq!(
        (&unasked["verdict"], &unasked["load_ms"]),
        (&json!("idle"), &json!({ "mean": null, "p95": null }))
    );

    let two = admin.get(&format!("{PATH}?policy=admin.&limit=2&scope=process")).await;
    let names: Vec<_> = two.json()["policies"].as_array().unwrap().iter().map(|row| &row["policy"]).collect();
    assert_eq!(names, ["admin.advanced", "admin.advanced_comparison"]);
    assert_eq!(
        two.json()["totals"]["hits"],
        told["totals"]["hits"].as_u64().unwrap() + 1,
        "of the caller's row"
    );
}

#[tokio::test]
async fn only_those_who_run_the_platform_are_told() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    app.role(Role::Admin, None).await.get(PATH).await.assert_status(200);
    for caller in
        [app.admin(site).await, app.role(Role::Editor, None).await, app.role(Role::Support, None).await]
    {
        caller.get(PATH).await.assert_problem(403, "forbidden");
        for path in ["/insight/cache/warm/", "/insight/cache/flush/", "/insight/reset/"] {
            caller.post(path, json!({ "everything": true })).await.assert_problem(403, "forbidden");
        }
    }
    let reply = app.superadmin().await.get("/insight/cache/?scope=cluster").await;
    reply.assert_problem(422, "invalid");
    assert_eq!(reply.json()["errors"][0]["pointer"], "?scope");
}

#[tokio::test]
async fn processes_are_added_up() {
    let servers = Servers::new().await;
    let [(serving, mut one), (_two, mut two)] = servers.two().await;
    for _ in 0..3 {
        one.status(PAYMENTS).await;
    }
    for _ in 0..4 {
        two.status(PAYMENTS).await;
    }
    let own = one.policy("admin.payment_status", "process").await;
    assert_eq!((&own["miss"], &own["l1"], &own["l2"]), (&json!(1), &json!(2), &json!(0)));
    let other = two.policy("admin.payment_status", "process").await;
    assert_eq!((&other["miss"], &other["l1"], &other["l2"]), (&json!(0), &json!(3), &json!(1)));
    until("both have told", async || one.json(PATH).await["processes"] == 2).await;
    let both = one.json(PATH).await;
    assert_eq!((&both["scope"], &both["processes"]), (&json!("all"), &json!(2)));
    assert_eq!(both["level1"]["max_bytes"], 2 * (32 << 20));
    assert_eq!(one.json(&format!("{PATH}?scope=process")).await["processes"], 1);

    let mut metrics = WireClient::connect(serving.ops_addr, "").await.unwrap();
    let page = String::from_utf8(metrics.get("/metrics").await.unwrap().body).unwrap();
    let count = |outcome: &str| {
        let line =
            format!("tally_cache_requests_total{{policy=\"admin.payment_status\",outcome=\"{outcome}\"}} ");
        page.lines().find_map(|read| read.strip_prefix(&line)).map(str::to_owned)
    };
    assert_eq!((count("miss").as_deref(), count("hit").as_deref()), (Some("1"), Some("2")), "{page}");
    for name in ["tally_cache_load_seconds_count", "tally_cache_entries ", "tally_cache_bytes "] {
        assert!(page.contains(&format!("\n{name}")), "{name}: {page}");
    }
}
