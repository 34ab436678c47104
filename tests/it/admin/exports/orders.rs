//! Orders in files.

use sea_orm::Set;
use tally_entity::{OrderStatus, Role, academic_level, formatting_style};
use tally_testkit::{TestApp, ago};

use super::{lines, log};

const ORDERS: &str = "/admin-management/exports/orders/";
const HEAD: &str = "Order ID,Topic,Client ID,Client Email,Writer ID,Writer Email,Paper Type,Academic Level,\
                    Formatting Style,Number of Pages,Number of Slides,Status,Total Price,Writer Compensation,\
                    Is Paid,Client Deadline,Writer Deadline,Created At,Updated At,Website";

#[tokio::test]
async fn orders_leave_with_the_names_that_belong_to_them() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let client = app.user_id(Role::Client, Some(site)).await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let paper = app.paper_type(site, "Essay, long").insert().await.id;
    let level = academic_level::ActiveModel {
        website_id: Set(site),
        name: Set("Master".to_owned()),
        ..Default::default()
    };
    let level = app.insert(level).await.id;
    let style = formatting_style::ActiveModel {
        website_id: Set(site),
        name: Set("APA".to_owned()),
        ..Default::default()
    };
    let style = app.insert(style).await.id;
    let full = app.order(site).set(|o| {
        (o.topic, o.status) = (Set("=Tides".to_owned()), Set(OrderStatus::InProgress));
        (o.client_id, o.assigned_writer_id) = (Set(Some(client)), Set(Some(writer)));
        (o.paper_type_id, o.academic_level_id) = (Set(Some(paper)), Set(Some(level)));
        (o.formatting_style_id, o.is_paid, o.paid_at) = (Set(Some(style)), Set(true), Set(Some(ago(1, 0))));
        (o.number_of_pages, o.number_of_slides) = (Set(12), Set(3));
        (o.total_price_cents, o.writer_compensation_cents) = (Set(123_456), Set(50_005));
        (o.client_deadline_at, o.writer_deadline_at) = (Set(Some(ago(-2, 0))), Set(Some(ago(-1, 0))));
        (o.created_at, o.updated_at) = (Set(ago(1, 0)), Set(ago(0, 1)));
    });
    full.insert().await;
    let bare = app.order(site).set(|o| {
        (o.topic, o.created_at, o.updated_at) = (Set("plain".to_owned()), Set(ago(2, 0)), Set(ago(2, 0)));
        o.number_of_pages = Set(1);
    });
    bare.insert().await;
    app.order(site).set(|o| o.deleted_at = Set(Some(ago(0, 1)))).insert().await;
    app.order(other).insert().await;

    let full = "1,'=Tides,1,client1@people.example,2,writer2@people.example,\"Essay, long\",Master,APA,12,3,\
                in_progress,1234.56,500.05,Yes,2026-04-17 12:00:00,2026-04-16 12:00:00,2026-04-14 12:00:00,\
                2026-04-15 11:00:00,alpha";
    let bare = "2,plain,,,,,,,,1,0,pending,0.00,0.00,No,,,2026-04-13 12:00:00,2026-04-13 12:00:00,alpha";
    let admin = app.admin(site).await;
    let reply = admin.get(ORDERS).await;
    assert_eq!((lines(&reply), reply.statements()), (vec![HEAD, full, bare], 1));
    let disposition = "attachment; filename=\"orders_export_20260415_120000.csv\"";
    assert_eq!(reply.header("content-disposition"), disposition);
    for (query, expected) in [
        ("?status=in_progress", vec![HEAD, full]),
        ("?status_group=unknown", vec![HEAD]),
        ("?is_paid=false", vec![HEAD, bare]),
        ("?search=tid", vec![HEAD, full]),
        ("?client_query=CLIENT1@", vec![HEAD, full]),
        ("?writer_id=2", vec![HEAD, full]),
        ("?date_to=2026-04-13", vec![HEAD, bare]),
        ("?price_min=1234.56&pages__gte=12", vec![HEAD, full]),
        ("?needs_attention=unpaid", vec![HEAD, bare]),
        ("?ordering=created_at", vec![HEAD, full, bare]),
    ] {
        assert_eq!(lines(&admin.get(&format!("{ORDERS}{query}")).await), expected, "{query}");
    }
    let removed = lines(&admin.get(&format!("{ORDERS}?only_deleted=true")).await).len();
    assert_eq!(removed, 2);
    assert_eq!(lines(&app.superadmin().await.get(ORDERS).await).len(), 1 + 3);
    admin.get(&format!("{ORDERS}?website={other}")).await.assert_problem(404, "not-found");
    assert_eq!(log(&app).await[0].action, "Exported 2 orders");
}
