//! `GET websites/websites` and `POST websites/websites/{id}/{soft_delete|restore}`

use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, QueryOrder as _, Set};
use serde_json::json;
use tally_entity::{Role, WebsiteId, audit_log, website};
use tally_testkit::{Caller, Reply, TestApp, ago};

const WEBSITES: &str = "/websites/websites/";

async fn change(app: &TestApp, id: WebsiteId, change: impl FnOnce(&mut website::ActiveModel)) {
    let mut row = website::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap().into_active_model();
    change(&mut row);
    row.update(app.db()).await.unwrap();
}

fn names(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

async fn seen(caller: &Caller<'_>, query: &str) -> (u64, Vec<String>) {
    let reply = caller.get(&format!("{WEBSITES}{query}")).await;
    (reply.statements(), names(&reply).into_iter().map(ToOwned::to_owned).collect())
}

#[tokio::test]
async fn everybody_sees_the_websites_of_his_scope() {
    let app = TestApp::start().await;
    let (beta, alpha, gone) =
        (app.website("beta").await, app.website("alpha").await, app.website("gone").await);
    change(&app, beta, |w| {
        (w.is_active, w.theme_color) = (Set(false), Set(Some("teal".to_owned())));
        w.created_at = Set(ago(5, 0));
    })
    .await;
    change(&app, gone, |w| w.deleted_at = Set(Some(ago(1, 0)))).await;

    let superadmin = app.superadmin().await;
    let all = superadmin.get(WEBSITES).await;
    assert_eq!((all.statements(), names(&all)), (1, vec!["alpha", "beta", "gone"]));
    assert_eq!(all.json()["results"][2]["is_deleted"], true);
    let alias = superadmin.get("/websites/").await;
    assert_eq!((alias.statements(), alias.json()), (0, all.json()));

    // The same scope, but not the same answer.
    let support = app.role(Role::Support, None).await;
    assert_eq!(seen(&support, "").await, (1, vec!["alpha".into(), "beta".into()]));
    assert_eq!(seen(&superadmin, &format!("?website_id={gone}")).await, (1, vec!["gone".into()]));
    assert_eq!(seen(&support, &format!("?website_id={gone}")).await, (1, vec![]));
    let client = app.role(Role::Client, Some(beta)).await;
    let own = client.get(WEBSITES).await;
    assert_eq!((own.statements(), names(&own)), (1, vec!["beta"]));
    insta::assert_json_snapshot!(own.json()["results"][0], @r#"
    {
      "id": 1,
      "name": "beta",
      "domain": "beta.example",
      "slug": "beta",
      "is_active": false,
      "is_deleted": false,
      "theme_color": "teal",
      "contact_email": null,
      "contact_phone": null,
      "currency": "USD",
      "timezone": "UTC",
      "created_at": "2026-04-10T12:00:00Z"
    }
    "#);
    client.get(&format!("{WEBSITES}?website_id={alpha}")).await.assert_problem(404, "not-found");
    assert_eq!(seen(&app.role(Role::Writer, Some(beta)).await, "").await, (0, vec!["beta".into()]));
}

#[tokio::test]
async fn filters_and_pages_are_part_of_the_kept_answer() {
    let app = TestApp::start().await;
    let beta = app.website("beta").await;
    app.website("alpha").await;
    change(&app, beta, |w| w.is_active = Set(false)).await;
    let superadmin = app.superadmin().await;

    for (query, expected) in [
        ("?is_active=true", vec!["alpha"]),
        ("?is_active=no", vec!["beta"]),
        ("?search=AL", vec!["alpha"]),
        ("?search=lpha", vec![]),
        (&format!("?search={beta}"), vec!["beta"]),
        ("?page_size=1", vec!["alpha"]),
        ("?page_size=1&page=2", vec!["beta"]),
        ("?page=9", vec![]),
    ] {
        assert_eq!(names(&superadmin.get(&format!("{WEBSITES}{query}")).await), expected, "{query}");
    }
    let page = superadmin.get(&format!("{WEBSITES}?page_size=1&is_active=&search=exa&other=1")).await;
    assert_eq!(page.json()["count"], 0);
    let page = superadmin.get(&format!("{WEBSITES}?page_size=1&other=1")).await;
    assert_eq!((page.statements(), &page.json()["count"]), (0, &json!(2)));
    assert_eq!(page.json()["next"], "http://tally.example/api/v1/websites/websites/?page_size=1&page=2");
    let elsewhere = superadmin.clone().header("x-forwarded-proto", "https");
    let next = elsewhere.get(&format!("{WEBSITES}?page_size=1")).await.json()["next"].clone();
    assert_eq!(next, "https://tally.example/api/v1/websites/websites/?page_size=1&page=2");

    assert_eq!(seen(&superadmin, "").await.0, 1);
    app.website("new").await;
    app.sweep().await;
    assert_eq!(seen(&superadmin, "").await, (1, vec!["alpha".into(), "beta".into(), "new".into()]));
}

fn removal(id: impl std::fmt::Display, verb: &str) -> String {
    format!("{WEBSITES}{id}/{verb}/")
}

#[tokio::test]
async fn a_website_is_removed_and_brought_back() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let superadmin = app.superadmin().await;
    let neighbour = app.admin(other).await;
    assert_eq!(seen(&superadmin, "").await.1, ["alpha", "beta"]);
    let dashboard = "/admin-management/dashboard/metrics/payment-status/";
    neighbour.get(dashboard).await.assert_status(200);

    let removed = superadmin.post(&removal(site, "soft_delete"), json!({})).await;
    removed.assert_status(200);
    assert_eq!((&removed.json()["is_active"], &removed.json()["is_deleted"]), (&json!(false), &json!(true)));
    let list = superadmin.get(WEBSITES).await;
    assert_eq!((list.statements(), &list.json()["results"][0]), (1, removed.json()));
    assert_eq!(seen(&app.admin(site).await, "").await.1, Vec::<String>::new());
    assert!(neighbour.get(dashboard).await.header("cache-status").contains("; hit"));
    superadmin.post(&removal(site, "soft_delete"), json!({})).await.assert_problem(409, "conflict");

    let restored = superadmin.post(&removal(site, "restore"), json!({})).await;
    restored.assert_status(200);
    let flags = (&restored.json()["is_active"], &restored.json()["is_deleted"]);
    assert_eq!(flags, (&json!(false), &json!(false)), "it is not switched on");
    assert_eq!(seen(&app.admin(site).await, "").await.1, ["alpha"]);
    superadmin.post(&removal(site, "restore"), json!({})).await.assert_problem(409, "conflict");

    let entries = audit_log::Entity::find().order_by_asc(audit_log::Column::Id).all(app.db()).await.unwrap();
    let of = |entry: &audit_log::Model| (entry.action.clone(), entry.action_type.clone(), entry.website_id);
    let expected = [("Removed website alpha", "deleted"), ("Restored website alpha", "updated")]
        .map(|(action, kind)| (action.to_owned(), kind.to_owned(), Some(site)));
    assert_eq!(entries.iter().map(of).collect::<Vec<_>>(), expected);
    let target = (Some("website".to_owned()), Some(site.0));
    assert_eq!((entries[0].target_type.clone(), entries[0].target_id), target);
    assert_eq!(entries[0].before, Some(json!({ "is_active": true, "deleted_at": null })));
    let after = json!({ "is_active": false, "deleted_at": "2026-04-15T12:00:00Z" });
    assert_eq!((&entries[0].after, &entries[1].before), (&Some(after.clone()), &Some(after)));
}

#[tokio::test]
async fn only_superadmins_remove_websites_that_exist() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let admin = app.role(Role::Admin, None).await;
    let superadmin = app.superadmin().await;
    for verb in ["soft_delete", "restore"] {
        admin.post(&removal(site, verb), json!({})).await.assert_problem(403, "forbidden");
        for unknown in ["987654321", "x"] {
            superadmin.post(&removal(unknown, verb), json!({})).await.assert_problem(404, "not-found");
        }
        let narrowed = format!("{}?website_id={other}", removal(site, verb));
        superadmin.post(&narrowed, json!({})).await.assert_problem(404, "not-found");
    }
    assert_eq!(seen(&superadmin, "?is_active=true").await.1, ["alpha", "beta"]);
}
