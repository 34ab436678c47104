//! `GET admin-management/exports/*`

mod broken;
mod money;
mod orders;

use axum::http::Method;
use sea_orm::{EntityTrait as _, QueryOrder as _, Set};
use serde_json::json;
use tally_entity::{Role, audit_log, client_profile, staff_profile, writer_profile};
use tally_testkit::{Reply, TestApp, ago};

const USERS: &str = "/admin-management/exports/users/";

/// What is in the file, line by line.
#[track_caller]
fn lines(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    let text = std::str::from_utf8(&reply.body).unwrap();
    text.strip_suffix("\r\n").expect("the last line ends").split("\r\n").collect()
}

async fn log(app: &TestApp) -> Vec<audit_log::Model> {
    audit_log::Entity::find().order_by_asc(audit_log::Column::Id).all(app.db()).await.unwrap()
}

#[tokio::test]
async fn users_leave_with_their_profiles_and_that_is_written_down() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let admin = app.user(Role::Admin, Some(site)).set(|u| {
        (u.username, u.email) = (Set("root".to_owned()), Set("root@people.example".to_owned()));
        u.joined_at = Set(ago(4, 0));
    });
    let admin = admin.insert().await;
    let client = app.user(Role::Client, Some(site)).set(|u| {
        (u.username, u.email) = (Set("=1+1".to_owned()), Set("ann@people.example".to_owned()));
        (u.first_name, u.last_name) = (Set("Ann, B.".to_owned()), Set("O\"Neil".to_owned()));
        (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))));
        (u.joined_at, u.last_login_at) = (Set(ago(3, 0)), Set(Some(ago(0, 1))));
    });
    let client = client.insert().await;
    let profile = client_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(client.id),
        registration_id: Set("C-1".to_owned()),
        ..Default::default()
    };
    app.insert(profile).await;
    let writer = app.user(Role::Writer, Some(site)).set(|u| {
        (u.username, u.email) = (Set("pen".to_owned()), Set("pen@people.example".to_owned()));
        (u.is_active, u.joined_at) = (Set(false), Set(ago(3, 0)));
    });
    let writer = writer.insert().await;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(writer.id),
        registration_id: Set("W-1".to_owned()),
        pen_name: Set(Some("@pen".to_owned())),
        ..Default::default()
    };
    app.insert(profile).await;
    app.user(Role::Client, Some(site)).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    app.user(Role::Client, Some(other)).insert().await;

    let caller = app.sign_in(&admin).await;
    let reply = caller.get(USERS).await;
    let (root, ann, pen) = (
        "1,root,root@people.example,admin,,,Yes,Yes,No,2026-04-11 12:00:00,,,,",
        "2,'=1+1,ann@people.example,client,\"Ann, B.\",\"O\"\"Neil\",Yes,No,Yes,2026-04-12 12:00:00,2026-04-15 11:00:00,C-1,,",
        "3,pen,pen@people.example,writer,,,No,No,No,2026-04-12 12:00:00,,,W-1,'@pen",
    );
    let head = "User ID,Username,Email,Role,First Name,Last Name,Is Active,Is Staff,Is Suspended,Date Joined,\
                Last Login,Registration ID (Client),Registration ID (Writer),Pen Name";
    assert_eq!(lines(&reply), [head, pen, ann, root]);
    assert_eq!(reply.statements(), 1);
    assert_eq!(reply.header("cache-control"), "no-store");
    let disposition = "attachment; filename=\"users_export_20260415_120000.csv\"";
    assert_eq!(reply.header("content-disposition"), disposition);

    let entries = log(&app).await;
    let [entry] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!((entry.actor_id, entry.website_id), (Some(admin.id), Some(site)));
    assert_eq!((entry.action.as_str(), entry.action_type.as_str()), ("Exported 3 users", "exported"));
    assert_eq!((entry.target_type.as_deref(), entry.target_id), (Some("user"), None));
    let details = json!({ "filters": {}, "format": "csv", "rows": 3, "complete": true });
    assert_eq!(entry.after, Some(details));
    assert_eq!(entry.request_id.as_deref(), Some(reply.header("x-request-id")));

    for (query, expected) in [
        ("?role=writer", vec![head, pen]),
        ("?role=writer,client&is_active=yes", vec![head, ann]),
        ("?role=unknown", vec![head]),
        ("?role=&is_active=0", vec![head, pen]),
    ] {
        assert_eq!(lines(&caller.get(&format!("{USERS}{query}")).await), expected, "{query}");
    }
    let entry = log(&app).await.remove(2);
    let filters = json!({ "role": "writer,client", "is_active": "yes" });
    assert_eq!(entry.after.unwrap()["filters"], filters);
    assert_eq!(lines(&app.superadmin().await.get(USERS).await).len(), 1 + 5);
    let narrowed = format!("{USERS}?website={other}");
    assert_eq!(lines(&app.superadmin().await.get(&narrowed).await).len(), 1 + 1);
}

#[tokio::test]
async fn the_log_shows_an_export_at_once_and_only_where_it_belongs() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let dashboard = "/admin-management/dashboard/";
    let (admin, neighbour) = (app.admin(site).await, app.admin(other).await);
    admin.get(dashboard).await.assert_status(200);
    neighbour.get(dashboard).await.assert_status(200);
    admin.get(USERS).await.assert_status(200);
    assert_eq!(admin.get(dashboard).await.json()["recent_logs"], json!(["Exported 1 users"]));
    assert!(neighbour.get(dashboard).await.header("cache-status").contains("; hit"));
}

#[tokio::test]
async fn a_spreadsheet_holds_the_same() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app.user(Role::Editor, Some(site)).set(|u| u.first_name = Set("=A1".to_owned()));
    user.insert().await;
    let admin = app.admin(site).await;
    let reply = admin.get(&format!("{USERS}?format=xlsx&role=editor")).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(reply.header("content-type"), kind);
    let disposition = "attachment; filename=\"users_export_20260415_120000.xlsx\"";
    assert_eq!(reply.header("content-disposition"), disposition);
    let cells = cells(&reply.body);
    assert_eq!(cells[..3], ["User ID", "Username", "Email"]);
    assert_eq!(cells[14..20], ["1", "editor1", "editor1@people.example", "editor", "'=A1", "Yes"]);
    let details = json!({
        "filters": { "format": "xlsx", "role": "editor" },
        "format": "xlsx",
        "rows": 1,
        "complete": true,
    });
    assert_eq!(log(&app).await[0].after, Some(details));
    admin.get(&format!("{USERS}?format=pdf")).await.assert_problem(422, "invalid");
}

/// What the cells of a spreadsheet hold, row by row; empty ones are left out.
fn cells(file: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let sheet = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    let values = sheet.split("<c ").skip(1).map(|cell| {
        let (_, value) = cell.split_once("<t>").or_else(|| cell.split_once("<v>")).expect("a value");
        value.split('<').next().unwrap_or_default().to_owned()
    });
    values.collect()
}

#[tokio::test]
async fn who_asks_for_the_headers_takes_no_rows() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    for format in ["csv", "xlsx"] {
        let address = format!("/api/v1{USERS}?format={format}");
        let reply = admin.send_raw(Method::HEAD, &address, None, "".into()).await;
        reply.assert_status(200);
        assert!(reply.header("content-disposition").ends_with(&format!(".{format}\"")));
    }
    assert_eq!(log(&app).await.len(), 0);
}

#[tokio::test]
async fn reports_are_for_those_who_may_take_them() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app.user(Role::Admin, Some(site)).insert().await;
    let profile = staff_profile::ActiveModel {
        website_id: Set(Some(site)),
        user_id: Set(user.id),
        can_view_reports: Set(false),
        ..Default::default()
    };
    app.insert(profile).await;
    let admin = app.sign_in(&user).await;
    for path in [
        USERS,
        "/admin-management/exports/orders/",
        "/admin-management/exports/payments/",
        "/admin-management/exports/financial/",
        "/admin-management/advanced-analytics/export/",
    ] {
        let refusal = admin.get(path).await;
        refusal.assert_problem(403, "forbidden");
        assert!(refusal.json()["detail"].as_str().unwrap().contains("can_view_reports"), "{path}");
    }
    assert_eq!(log(&app).await.len(), 0);
}
