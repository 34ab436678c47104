//! What the main dashboard shows beside orders, people and money.

use chrono::Duration;
use sea_orm::Set;
use serde_json::Value;
use tally_entity::{DisputeStatus, Role, TicketStatus, UserActionKind, UserActionStatus, UserId, WebsiteId};
use tally_testkit::{TestApp, ago};

use super::PATH;

#[tokio::test]
async fn tickets_disputes_reminders_and_what_staff_did() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    for site in [alpha, beta] {
        tickets_and_disputes(&app, site).await;
    }
    let staff =
        app.user(Role::Support, Some(alpha)).set(|u| u.username = Set("sue".to_owned())).insert().await;
    let client = app.user_id(Role::Client, Some(alpha)).await;
    reminders(&app, alpha, client).await;
    activities(&app, alpha, beta, staff.id, client).await;
    requests(&app, alpha, beta, staff.id).await;
    let admin = app.admin(alpha).await;

    let reply = admin.get(PATH).await;
    reply.assert_status(200);
    let part = |names: &[&str]| {
        names.iter().map(|name| ((*name).to_owned(), reply.json()[name].clone())).collect::<Value>()
    };
    insta::assert_json_snapshot!(part(&["total_tickets", "open_tickets_count", "closed_tickets_count"]), @r#"
    {
      "total_tickets": 5,
      "open_tickets_count": 2,
      "closed_tickets_count": 1
    }
    "#);
    assert_eq!(reply.json()["stats"]["total_disputes"], 3);
    assert_eq!(reply.json()["stats"]["resolved_disputes"], 1);
    assert_eq!(reply.json()["stats"].get("open_tickets"), None);
    insta::assert_json_snapshot!(reply.json()["payment_reminder_stats"], @r#"
    {
      "total_reminder_configs": 2,
      "active_reminder_configs": 1,
      "total_deletion_messages": 3,
      "active_deletion_messages": 2,
      "total_sent_reminders": 3,
      "recent_sent_reminders": 1
    }
    "#);
    insta::assert_json_snapshot!(
        part(&["recent_activities", "recent_logs", "pending_promotion_requests"]), @r#"
    {
      "recent_activities": [
        {
          "id": 2,
          "action": "later",
          "timestamp": "2026-04-15T10:00:00Z",
          "admin": "sue",
          "admin_username": "sue",
          "admin_id": 1
        },
        {
          "id": 1,
          "action": "earlier",
          "timestamp": "2026-04-15T09:00:00Z",
          "admin": null,
          "admin_username": null,
          "admin_id": null
        }
      ],
      "recent_logs": [
        "later",
        "earlier"
      ],
      "pending_promotion_requests": [
        {
          "id": 1,
          "requested_by": "sue",
          "target_user": "asked",
          "requested_role": "editor",
          "reason": "good",
          "status": "pending",
          "requested_at": "2026-04-13T12:00:00Z"
        }
      ]
    }
    "#);
}

async fn tickets_and_disputes(app: &TestApp, site: WebsiteId) {
    use TicketStatus::{Cancelled, Closed, InProgress, New, Open};
    for status in [New, Open, InProgress, Closed, Cancelled] {
        let closed_at = [Closed, Cancelled].contains(&status).then(|| ago(1, 0));
        app.ticket(site).set(|t| (t.status, t.closed_at) = (Set(status), Set(closed_at))).insert().await;
    }
    let order = app.order(site).insert().await;
    app.dispute(&order).insert().await;
    app.dispute(&order).set(|d| d.status = Set(DisputeStatus::Closed)).insert().await;
    app.dispute(&order).set(|d| d.resolved_at = Set(Some(ago(1, 0)))).insert().await;
}

async fn reminders(app: &TestApp, site: WebsiteId, client: UserId) {
    let config = app.payment_reminder_config(site).insert().await;
    app.payment_reminder_config(site).set(|c| c.is_active = Set(false)).insert().await;
    app.payment_deletion_message(site).insert().await;
    app.payment_deletion_message(site).insert().await;
    app.payment_deletion_message(site).set(|m| m.is_active = Set(false)).insert().await;
    let order = app.order(site).insert().await;
    let at = [ago(7, 0), ago(7, 0) - Duration::microseconds(1), ago(0, 0)];
    for sent_at in at {
        let order = if sent_at == at[0] { order.clone() } else { app.order(site).insert().await };
        app.payment_reminder_sent(&config, &order, client).set(|s| s.sent_at = Set(sent_at)).insert().await;
    }
}

async fn activities(app: &TestApp, alpha: WebsiteId, beta: WebsiteId, staff: UserId, client: UserId) {
    let log = |action: &'static str, hours| {
        app.audit_log(Some(alpha))
            .set(|a| (a.action, a.created_at) = (Set(action.to_owned()), Set(ago(0, hours))))
    };
    log("earlier", 3).set(|a| a.actor_role = Set(Some("editor".to_owned()))).insert().await;
    log("later", 2)
        .set(|a| (a.actor_role, a.actor_id) = (Set(Some("support".to_owned())), Set(Some(staff))))
        .insert()
        .await;
    log("of a client", 1)
        .set(|a| (a.actor_role, a.actor_id) = (Set(Some("client".to_owned())), Set(Some(client))))
        .insert()
        .await;
    log("of the system", 1).set(|a| a.actor_role = Set(None)).insert().await;
    log("a sign-in", 1).set(|a| a.action_type = Set("security".to_owned())).insert().await;
    app.audit_log(Some(beta)).insert().await;
    app.audit_log(None).insert().await;
}

async fn requests(app: &TestApp, alpha: WebsiteId, beta: WebsiteId, staff: UserId) {
    let target =
        |name: &'static str| app.user(Role::Writer, Some(alpha)).set(|u| u.username = Set(name.to_owned()));
    let asked = target("asked").insert().await.id;
    app.user_action_request(Some(alpha), staff, asked)
        .set(|r| r.reason = Set("good".to_owned()))
        .insert()
        .await;
    app.user_action_request(Some(alpha), staff, asked)
        .set(|r| r.status = Set(UserActionStatus::Approved))
        .insert()
        .await;
    app.user_action_request(Some(alpha), staff, asked)
        .set(|r| (r.kind, r.requested_role) = (Set(UserActionKind::SuspendWriter), Set(None)))
        .insert()
        .await;
    let other = target("other").insert().await.id;
    app.user_action_request(Some(beta), staff, other).insert().await;
}
