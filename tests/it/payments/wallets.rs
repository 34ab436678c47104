//! `GET wallet/api/admin/wallets`, `GET writer-wallet/writer-wallets` and one of each

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{Role, UserId, WebsiteId, client_profile};
use tally_testkit::{Caller, TestApp};

use super::{somebody, with_money};

const CLIENTS: &str = "/wallet/api/admin/wallets/";
const WRITERS: &str = "/writer-wallet/writer-wallets/";

async fn points(app: &TestApp, site: WebsiteId, user: UserId, points: i32) {
    let profile = client_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(user),
        registration_id: Set(format!("C{user}")),
        loyalty_points: Set(points),
        ..Default::default()
    };
    app.insert(profile).await;
}

async fn owners(caller: &Caller<'_>, query: &str) -> Vec<String> {
    let reply = caller.get(&format!("{CLIENTS}?{query}")).await;
    reply.assert_status(200);
    let rows = reply.json()["results"].as_array().unwrap().iter();
    rows.map(|row| row["client"]["username"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn staff_sees_the_wallets_of_clients_with_their_sums() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    for (site, name, amount, loyalty) in [(alpha, "ann", 30, 5), (alpha, "bob", 10, 90), (beta, "cid", 20, 0)]
    {
        let user = somebody(&app, Role::Client, site, name).await;
        with_money(&app.sign_in(&user).await, amount).await;
        points(&app, site, user.id, loyalty).await;
    }
    let writer = somebody(&app, Role::Writer, alpha, "wil").await;
    let wallet = with_money(&app.sign_in(&writer).await, 40).await;
    let (root, boss) = (app.superadmin().await, app.admin(alpha).await);
    let all = root.get(CLIENTS).await;
    all.assert_status(200);
    assert_eq!(all.statements(), 3);
    let sums = |id: WebsiteId, name: &str, balance: i64, wallets: i64| json!({ "website__id": id, "website__name": name, "total_balance": balance, "wallet_count": wallets });
    let summary = json!({ "total_balance": 60, "total_wallets": 3, "total_loyalty_points": 95,
        "website_totals": [sums(alpha, "alpha", 40, 2), sums(beta, "beta", 20, 1)] });
    assert_eq!((&all.json()["summary"], &all.json()["count"]), (&summary, &json!(3)));
    let first = &all.json()["results"][0];
    assert_eq!(
        (&first["balance"], &first["loyalty_points"], &first["website_name"]),
        (&json!(30), &json!(5), &json!("alpha"))
    );
    assert_eq!((&first["client"], &first["is_frozen"]), (&first["user"], &json!(false)));
    assert_eq!(boss.get(&format!("{CLIENTS}{}/", first["id"])).await.json(), first);

    assert_eq!(owners(&root, "").await, ["ann", "cid", "bob"]);
    assert_eq!(owners(&boss, "").await, ["ann", "bob"]);
    assert_eq!(owners(&root, "ordering=balance").await, ["bob", "cid", "ann"]);
    assert_eq!(owners(&root, "ordering=-loyalty_points").await, ["bob", "ann", "cid"]);
    assert_eq!(owners(&root, "search=bo").await, ["bob"]);
    assert_eq!(owners(&root, "min_balance=20&max_balance=29.99").await, ["cid"]);
    assert_eq!(owners(&root, &format!("website={beta}")).await, ["cid"]);
    assert_eq!(owners(&root, &format!("user={}", first["user"]["id"])).await, ["ann"]);
    root.get(&format!("{CLIENTS}?min_balance=x")).await.assert_problem(422, "invalid");
    boss.get(&format!("{CLIENTS}{wallet}/")).await.assert_problem(404, "not-found");
    app.admin(beta).await.get(&format!("{CLIENTS}{}/", first["id"])).await.assert_problem(404, "not-found");
}

#[tokio::test]
async fn a_writer_sees_his_own_as_a_plain_list() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.role(Role::Writer, Some(site)).await;
    let none = writer.get(WRITERS).await;
    none.assert_status(200);
    assert_eq!((&none.json()[0]["id"], &none.json()[0]["balance"]), (&Value::Null, &json!(0)));
    assert_eq!((none.statements(), none.json().as_array().unwrap().len()), (1, 1));
    let wallet = with_money(&writer, 15).await;
    let own = writer.get(WRITERS).await;
    assert_eq!((&own.json()[0]["id"], &own.json()[0]["balance"]), (&json!(wallet), &json!(15)));
    let boss = app.admin(site).await;
    let list = boss.get(WRITERS).await;
    assert_eq!((list.statements(), &list.json()["results"][0]["id"]), (3, &json!(wallet)));
    assert_eq!(boss.get(&format!("{WRITERS}{wallet}/")).await.json(), &list.json()["results"][0]);
    let client = app.role(Role::Client, Some(site)).await;
    client.get(WRITERS).await.assert_problem(403, "forbidden");
}
