//! `GET` and `POST writer-management/dashboard/availability`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::Role;
use tally_testkit::TestApp;

use super::people::writer;

const AVAILABILITY: &str = "/writer-management/dashboard/availability/";

#[tokio::test]
async fn a_writer_says_whether_he_is_there() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = writer(&app, site, |w| w.availability_message = Set("back on Monday".to_owned())).await;
    let plain = app.user(Role::Writer, Some(site)).insert().await;
    for (who, message) in [(jane, "back on Monday"), (plain, "")] {
        let own = app.sign_in(&who).await;
        let said = own.get(AVAILABILITY).await;
        assert_eq!(said.statements(), 1);
        assert_eq!(said.json(), &json!({ "is_available": true, "message": message, "last_changed": null }));
        let reply = own.post(AVAILABILITY, json!({ "is_available": "no" })).await;
        reply.assert_status(200);
        let now =
            json!({ "is_available": false, "message": message, "last_changed": "2026-04-15T12:00:00Z" });
        assert_eq!(reply.json(), &now);
        assert_eq!(own.get(AVAILABILITY).await.json(), &now);
        let long = format!("  {}  ", "ä".repeat(200));
        let reply = own.post(AVAILABILITY, json!({ "is_available": " YES ", "message": long })).await;
        assert_eq!(reply.json()["is_available"], true);
        assert_eq!(reply.json()["message"], "ä".repeat(160));
        for (word, is) in [(json!(true), true), (json!(1), true), (json!("on"), true), (json!("off"), false)]
        {
            let reply = own.post(AVAILABILITY, json!({ "is_available": word, "message": "" })).await;
            assert_eq!(reply.json()["is_available"], is, "{word}");
        }
        for missing in [json!({}), json!({ "is_available": Value::Null })] {
            let reply = own.post(AVAILABILITY, missing).await;
            reply.assert_problem(422, "invalid");
            assert_eq!(reply.json()["detail"], "'is_available' is required.");
        }
    }
}
