use sea_orm::{EntityTrait as _, QueryOrder as _};
use serde_json::{Value, json};
use tally_entity::audit_log;
use tally_testkit::TestApp;

use super::servers::{PAYMENTS, Servers, TIPS, until};

const PATH: &str = "/insight/cache/flush/";

#[tokio::test]
async fn exactly_one_thing_is_named() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    for (body, pointer) in [
        (json!({}), "/policy"),
        (json!({ "everything": false }), "/policy"),
        (json!({ "policy": "admin.tips", "tag": "tips" }), "/policy"),
        (json!({ "tag": "tips", "everything": true }), "/policy"),
        (json!({ "policy": "admin.no_such" }), "/policy"),
        (json!({ "tag": "*" }), "/tag"),
        (json!({ "tag": "tips\nusers" }), "/tag"),
        (json!({ "everything": "yes" }), "/everything"),
    ] {
        let reply = admin.post(PATH, body).await;
        reply.assert_problem(422, "invalid");
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer, "{}", reply.json());
    }
    assert!(audit_log::Entity::find().one(app.db()).await.unwrap().is_none(), "nothing was done");
}

#[tokio::test]
async fn it_ends_what_it_names_for_every_process_and_is_written_down() {
    let servers = Servers::new().await;
    let [(_one, mut one), (_two, mut two)] = servers.two().await;
    let mut seq = 0;
    for (body, ends) in [
        (json!({ "policy": "admin.payment_status" }), [true, false]),
        (json!({ "tag": "tips" }), [false, true]),
        (json!({ "tag": "orders/website_id=1" }), [false, false]),
        (json!({ "everything": true }), [true, true]),
    ] {
        for path in [PAYMENTS, TIPS] {
            until("both have it", async || {
                one.status(path).await.starts_with("hit") && two.status(path).await.starts_with("hit")
            })
            .await;
        }
        let loads = async |one: &mut super::servers::Asking, two: &mut super::servers::Asking| {
            let mut loads = Vec::new();
            for policy in ["admin.payment_status", "admin.tips"] {
                let own = one.policy(policy, "process").await["loads"].as_u64().unwrap();
                loads.push(own + two.policy(policy, "process").await["loads"].as_u64().unwrap());
            }
            loads
        };
        let before = loads(&mut one, &mut two).await;
        let flushed = one.post(PATH, &body).await;
        let what = body.as_object().unwrap().values().next().unwrap();
        let named = if what == true { json!("everything") } else { what.clone() };
        assert_eq!(flushed["flushed"], named);
        let moved = flushed["seq"].as_u64().unwrap();
        assert!(moved > seq || what == true, "{flushed}");
        seq = moved;
        // The one that was asked knows at once; the other within the time a message takes.
        for (path, ends) in [PAYMENTS, TIPS].into_iter().zip(ends) {
            assert_eq!(one.status(path).await.starts_with("fwd=miss"), ends, "{body} {path}");
        }
        let expected: Vec<u64> =
            before.iter().zip(ends).map(|(loads, ends)| loads + u64::from(ends)).collect();
        until("the other has its answers anew", async || {
            for path in [PAYMENTS, TIPS] {
                two.status(path).await;
            }
            let known = two.json("/insight/cache/?scope=process").await["clock"].clone();
            let here = one.json("/insight/cache/?scope=process").await["clock"].clone();
            (&known["epoch"], &known["seq"]) == (&here["epoch"], &here["seq"])
        })
        .await;
        assert_eq!(loads(&mut one, &mut two).await, expected, "{body}: one load for both, of what ended");
    }
    let rows =
        audit_log::Entity::find().order_by_asc(audit_log::Column::Id).all(servers.app.db()).await.unwrap();
    let told: Vec<_> = rows.iter().map(|row| row.action.as_str()).collect();
    let flushed = ["admin.payment_status", "tips", "orders/website_id=1", "everything"];
    assert_eq!(told, flushed.map(|what| format!("Flushed the cache: {what}")));
    assert!(rows.iter().all(|row| row.target_id.is_none() && row.website_id.is_none()));
    assert_eq!(rows[0].target_type.as_deref(), Some("cache"));
    assert_eq!(rows[0].before, None::<Value>);
}
