//! What a list is narrowed and sorted by.

use sea_orm::Set;
use tally_entity::{OrderStatus, Role, WebsiteId, order, subject, work_type};
use tally_testkit::{TestApp, ago, now};

use super::LIST;
use crate::admin::orders::{named, page_ids};

type Change = fn(&mut order::ActiveModel);

/// An order that nothing of what the tests ask for holds for, and one each for which one thing does.
async fn each(app: &TestApp, site: WebsiteId, changes: &[Change]) -> Vec<i64> {
    let mut ids = Vec::new();
    for change in [(|_| ()) as Change].iter().chain(changes) {
        ids.push(app.order(site).set(change).insert().await.id.0);
    }
    ids
}

#[tokio::test]
async fn each_parameter_about_the_order_itself_narrows_the_list() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let instant = |text: &str| Set(Some(text.parse().unwrap()));
    let rows: [Change; 9] = [
        |o| o.status = Set(OrderStatus::Rated),
        |o| (o.is_paid, o.paid_at) = (Set(true), Set(Some(now()))),
        |o| o.topic = Set("Green energy".to_owned()),
        |o| o.number_of_pages = Set(5),
        |o| o.total_price_cents = Set(1_050),
        |o| o.flags = Set(vec!["UO".to_owned(), "LO".to_owned()]),
        |o| o.created_at = Set("2026-03-01T23:59:59Z".parse().unwrap()),
        |o| o.flags = Set(vec!["UO".to_owned()]),
        |o| o.status = Set(OrderStatus::OnHold),
    ];
    let ids = each(&app, site, &rows).await;
    let [none, rated, paid, energy, pages, price, both_flags, march, one_flag, held] = ids[..] else {
        panic!()
    };
    let due =
        app.order(site).set(|o| o.client_deadline_at = instant("2026-05-01T00:00:00Z")).insert().await.id.0;
    let due_for_writer =
        app.order(site).set(|o| o.writer_deadline_at = instant("2026-05-01T00:00:00Z")).insert().await.id.0;
    let changed = app.order(site).set(|o| o.updated_at = Set("2026-02-01T12:00:00Z".parse().unwrap()));
    let changed = changed.insert().await.id.0;
    let admin = app.admin(site).await;

    let all = app.order(site).insert().await.id.0;
    for (query, expected) in [
        ("status=rated", vec![rated]),
        ("status=rated&status__in=on_hold", vec![rated, held]),
        ("status[]=rated&status[]=on_hold", vec![rated, held]),
        ("status=rated,nonsense", vec![rated]),
        ("status=nonsense", vec![]),
        ("status_group=submission", vec![rated]),
        ("status_group=submission&status=on_hold", vec![rated, held]),
        ("status_group=nonsense", vec![]),
        ("is_paid=true", vec![paid]),
        ("is_special_order=true", vec![]),
        ("search=green%20ener", vec![energy]),
        ("q=ENERGY", vec![energy]),
        ("search=reen", vec![]),
        (&format!("search={pages}"), vec![pages]),
        ("pages_min=5&pages_max=5", vec![pages]),
        ("pages__gte=5&pages__lte=5", vec![pages]),
        ("pages_min=6", vec![]),
        ("pages_min=1&pages_max=4", vec![]),
        ("price_min=10.5&price_max=10.5", vec![price]),
        ("total_price__gte=10.50&total_price__lte=10.50", vec![price]),
        ("price_min=10.51", vec![]),
        ("price_min=0.01&price_max=10.49", vec![]),
        ("flags=UO,LO", vec![both_flags]),
        ("flags=UO", vec![both_flags, one_flag]),
        ("created_to=2026-03-01", vec![march]),
        ("date_to=2026-03-01T23:59:59Z", vec![]),
        ("created_from=2026-03-01&created_to=2026-03-31", vec![march]),
        ("date_from=2026-03-02&date_to=2026-04-01", vec![]),
        ("deadline_from=2026-05-01&deadline_to=2026-05-01", vec![due]),
        ("deadline_to=2026-04-30", vec![]),
        ("writer_deadline__gte=2026-05-01&writer_deadline__lte=2026-05-01", vec![due_for_writer]),
        ("writer_deadline__gte=2026-05-02", vec![]),
        ("updated_from=2026-02-01&updated_to=2026-02-01", vec![changed]),
        ("updated_to=2026-01-31", vec![]),
    ] {
        let reply = admin.get(&format!("{LIST}?ordering=id&{query}")).await;
        assert_eq!(page_ids(&reply), expected, "{query}");
        assert_eq!(reply.json()["count"], expected.len(), "{query}");
    }
    for query in ["is_special_order=false", "status=", "ordering=id,nonsense", "is_paid="] {
        let reply = admin.get(&format!("{LIST}?ordering=id&{query}")).await;
        assert_eq!((page_ids(&reply).len(), page_ids(&reply)[0]), (14, none), "{query}");
    }
    assert_eq!(
        admin.get(&format!("{LIST}?page_size=1&page=14&ordering=id")).await.json()["results"][0]["id"],
        all
    );
    for wrong in ["pages_min=x", "price_min=1.234", "created_from=soon", "subject_id=x", "is_paid=2"] {
        admin.get(&format!("{LIST}?{wrong}")).await.assert_problem(422, "invalid");
    }
}

#[tokio::test]
async fn what_needs_attention_is_told_as_on_the_dashboard() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let order = |status, change: Change| {
        let row = app.order(site).set(move |o| {
            (o.status, o.assigned_writer_id) = (Set(status), Set(Some(writer)));
            o.updated_at = Set(now());
        });
        row.set(change).insert()
    };
    let overdue = order(OrderStatus::Assigned, |o| o.client_deadline_at = Set(Some(ago(0, 1)))).await.id.0;
    let stuck = order(OrderStatus::Assigned, |o| o.updated_at = Set(ago(7, 1))).await.id.0;
    let unassigned = order(OrderStatus::Available, |o| o.assigned_writer_id = Set(None)).await.id.0;
    let unpaid = order(OrderStatus::Unpaid, |_| ()).await.id.0;
    order(OrderStatus::Assigned, |_| ()).await;
    let admin = app.admin(site).await;
    for (reasons, expected) in [
        ("overdue", vec![overdue]),
        ("stuck", vec![stuck]),
        ("unassigned", vec![unassigned]),
        ("unpaid", vec![unpaid]),
        ("overdue,unpaid", vec![overdue, unpaid]),
        ("boring", vec![]),
    ] {
        let reply = admin.get(&format!("{LIST}?ordering=id&needs_attention={reasons}")).await;
        assert_eq!(page_ids(&reply), expected, "{reasons}");
    }
}

#[tokio::test]
async fn people_are_found_by_the_names_the_reader_knows() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, bob) =
        (named(&app, Role::Client, site, "ann").await, named(&app, Role::Client, site, "bob").await);
    let (jane, joe) =
        (named(&app, Role::Writer, site, "jane").await, named(&app, Role::Writer, site, "joe").await);
    let of = |client, writer| {
        app.order(site).set(move |o| {
            (o.client_id, o.assigned_writer_id) = (Set(Some(client)), Set(Some(writer)));
        })
    };
    let first = of(ann.id, jane.id).insert().await.id.0;
    let second = of(bob.id, jane.id).set(|o| o.preferred_writer_id = Set(Some(joe.id))).insert().await.id.0;
    let third = of(bob.id, joe.id).insert().await.id.0;
    let admin = app.admin(site).await;
    let (bob_id, joe_id) = (bob.id, joe.id);
    for (query, expected) in [
        (format!("client={bob_id}"), vec![second, third]),
        (format!("client_id={bob_id}"), vec![second, third]),
        ("client=OB".to_owned(), vec![second, third]),
        ("client_query=nn".to_owned(), vec![first]),
        ("client__username__icontains=nn".to_owned(), vec![first]),
        ("client_query=jane".to_owned(), vec![]),
        (format!("assigned_writer={joe_id}"), vec![third]),
        ("assigned_writer=true".to_owned(), vec![]),
        (format!("writer={joe_id}"), vec![third]),
        (format!("writer_id={joe_id}&client=ann"), vec![]),
        ("writer=joe".to_owned(), vec![third]),
        ("writer_query=an".to_owned(), vec![first, second]),
        (format!("preferred_writer_id={joe_id}"), vec![second]),
        ("search=joe".to_owned(), vec![third]),
        ("search=topic%20bob%20jane".to_owned(), vec![second]),
    ] {
        assert_eq!(page_ids(&admin.get(&format!("{LIST}?ordering=id&{query}")).await), expected, "{query}");
    }
    admin.get(&format!("{LIST}?assigned_writer=jane")).await.assert_problem(422, "invalid");

    let jane = app.sign_in(&jane).await;
    for (query, expected) in [
        (format!("client=client%20%23{bob_id}"), vec![second]),
        (format!("client_query=%23{bob_id}"), vec![second]),
        (format!("client_id={bob_id}"), vec![second]),
        ("client=bob".to_owned(), vec![]),
        ("search=bob".to_owned(), vec![]),
        ("writer=joe".to_owned(), vec![first, second]),
    ] {
        assert_eq!(page_ids(&jane.get(&format!("{LIST}?ordering=id&{query}")).await), expected, "{query}");
    }
    let bob = app.sign_in(&bob).await;
    assert_eq!(page_ids(&bob.get(&format!("{LIST}?search=jane")).await), Vec::<i64>::new());
    assert_eq!(
        page_ids(&bob.get(&format!("{LIST}?ordering=id&writer=jane&client=ann")).await),
        [second, third]
    );
}

#[tokio::test]
async fn choices_are_named_by_key_or_name() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let name = |name: &str| Set(name.to_owned());
    let essay = work_type::ActiveModel { website_id: Set(site), name: name("Essay"), ..Default::default() };
    let essay = app.insert(essay).await.id;
    let biology = subject::ActiveModel { website_id: Set(site), name: name("Biology"), ..Default::default() };
    let biology = app.insert(biology).await.id;
    let report = app.paper_type(site, "Report").insert().await.id;
    app.order(site).insert().await;
    let first = app.order(site).set(|o| o.work_type_id = Set(Some(essay))).insert().await.id.0;
    let second = app.order(site).set(|o| o.subject_id = Set(Some(biology))).insert().await.id.0;
    let third = app.order(site).set(|o| o.paper_type_id = Set(Some(report))).insert().await.id.0;
    let admin = app.admin(site).await;
    for (query, expected) in [
        (format!("type_of_work_id={essay}"), vec![first]),
        ("service_type__name=Essay".to_owned(), vec![first]),
        ("service_type__name=Ess".to_owned(), vec![]),
        (format!("subject_id={biology}"), vec![second]),
        ("subject__name__icontains=OLOG".to_owned(), vec![second]),
        (format!("paper_type_id={report}"), vec![third]),
        ("academic_level_id=1".to_owned(), vec![]),
    ] {
        assert_eq!(page_ids(&admin.get(&format!("{LIST}?{query}")).await), expected, "{query}");
    }
}

#[tokio::test]
async fn the_first_name_decides_the_direction_of_what_is_equal() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user(Role::Writer, Some(site)).insert().await;
    let order = |cents, client: Option<i64>, for_writer: Option<i64>| {
        let row = app.order(site).set(move |o| {
            (o.total_price_cents, o.assigned_writer_id) = (Set(cents), Set(Some(writer.id)));
            o.client_deadline_at = Set(client.map(|days| ago(-days, 0)));
            o.writer_deadline_at = Set(for_writer.map(|days| ago(-days, 0)));
        });
        row.insert()
    };
    let a = order(100, Some(1), Some(9)).await.id.0;
    let b = order(100, Some(3), Some(2)).await.id.0;
    let c = order(200, None, Some(2)).await.id.0;
    let d = order(100, None, None).await.id.0;
    let (admin, writer) = (app.admin(site).await, app.sign_in(&writer).await);
    for (order, of_admin, of_writer) in [
        ("", [d, c, b, a], [d, c, b, a]),
        ("created_at", [a, b, c, d], [a, b, c, d]),
        ("total_price", [a, b, d, c], [a, b, d, c]),
        ("-total_price", [c, d, b, a], [c, d, b, a]),
        ("-total_price,id", [c, a, b, d], [c, a, b, d]),
        ("deadline", [a, c, b, d], [b, c, a, d]),
        ("-deadline", [b, c, a, d], [a, c, b, d]),
        ("client_deadline", [a, b, c, d], [a, b, c, d]),
        ("writer_deadline", [b, c, a, d], [b, c, a, d]),
        ("-status", [d, c, b, a], [d, c, b, a]),
    ] {
        let path = format!("{LIST}?ordering={order}");
        assert_eq!(page_ids(&admin.get(&path).await), of_admin, "{order}");
        assert_eq!(page_ids(&writer.get(&path).await), of_writer, "{order} for the writer");
    }
    let page = admin.get(&format!("{LIST}?page_size=3&page=2")).await;
    assert_eq!(
        (page_ids(&page), &page.json()["count"], &page.json()["total_pages"]),
        (vec![a], &4.into(), &2.into())
    );
}
