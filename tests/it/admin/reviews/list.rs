//! `GET reviews/{kind}-reviews` and `GET reviews/{kind}-reviews/{id}`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{ReviewKind, Role, UserId, review as table, user};
use tally_testkit::{Caller, Reply, TestApp, ago};

use super::{about, ids, pointer, review, with};

const WRITERS: &str = "/reviews/writer-reviews/";

fn page(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["page_size"]), (2, &json!(100)));
    ids(&reply.json()["results"])
}

/// The ids that somebody sees, and that he sees each alone, too.
async fn sees(caller: &Caller<'_>, kind: &str) -> Vec<i64> {
    let path = format!("/reviews/{kind}-reviews/");
    let reply = caller.get(&path).await;
    for row in reply.json()["results"].as_array().unwrap() {
        let alone = caller.get(&format!("{path}{}/", row["id"])).await;
        assert_eq!((alone.json(), alone.statements()), (row, 1));
    }
    page(&reply)
}

fn called(username: &str, first: &str, last: &str) -> impl FnOnce(&mut user::ActiveModel) {
    let (username, first, last) = (username.to_owned(), first.to_owned(), last.to_owned());
    move |u| {
        u.email = Set(format!("{username}@people.example"));
        (u.username, u.first_name, u.last_name) = (Set(username), Set(first), Set(last));
    }
}

#[tokio::test]
async fn a_row_tells_each_reader_what_he_may_know() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = app.user(Role::Client, Some(site)).set(called("ann", "Ann", "Lee")).insert().await;
    let jane = app.user(Role::Writer, Some(site)).set(called("jane", "Jane", "Doe")).insert().await;
    let boss = app.user(Role::Admin, Some(site)).set(called("boss", "", "")).insert().await;
    let order = app.order(site).set(|o| o.topic = Set("Tides".to_owned())).insert().await.id;
    let row = review(&app, site, ReviewKind::Order, 45, |r| {
        (r.reviewer_id, r.order_id, r.reviewed_user_id) = (Set(ann.id), Set(Some(order)), Set(Some(jane.id)));
        (r.title, r.comment) = (Set(Some("Good".to_owned())), Set("Well done".to_owned()));
        (r.moderated_at, r.moderated_by_id) = (Set(Some(ago(1, 0))), Set(Some(boss.id)));
        r.moderation_notes = Set(Some("checked".to_owned()));
    });
    let id = row.await.id;
    let shown = async |user: &user::Model| {
        let reply = app.sign_in(user).await.get(&format!("/reviews/order-reviews/{id}/")).await;
        reply.assert_status(200);
        reply.json().clone()
    };
    let person = |user: &user::Model, name: &str, full: &str, email: Option<&str>| json!({ "id": user.id, "username": name, "email": email, "full_name": full, "role": user.role });
    let mut expected = json!({
        "id": id, "website": { "id": site, "name": "alpha", "domain": "alpha.example" }, "website_name": "alpha",
        "reviewer": person(&ann, "ann", "Ann Lee", Some("ann@people.example")), "reviewer_name": "Ann Lee",
        "writer": person(&jane, "jane", "Jane Doe", Some("jane@people.example")), "writer_name": "Jane Doe",
        "order": order, "order_topic": "Tides", "rating": 4.5, "title": "Good", "comment": "Well done",
        "origin": "client", "is_approved": true, "is_shadowed": false, "is_flagged": false, "flag_reason": null,
        "moderation_notes": "checked", "moderated_at": "2026-04-14T12:00:00Z", "moderated_by": "boss",
        "disputed_at": null, "dispute_reason": null,
        "submitted_at": "2026-04-05T12:00:00Z", "created_at": "2026-04-05T12:00:00Z",
    });
    assert_eq!(shown(&boss).await, expected);

    (expected["moderation_notes"], expected["moderated_by"]) = (json!(null), json!(null));
    let (client, writer) = (format!("Client #{}", ann.id), format!("Writer #{}", jane.id));
    let mut of_writer = expected.clone();
    of_writer["reviewer"] = person(&ann, &client, &client, None);
    of_writer["writer"] = person(&jane, "jane", "Jane Doe", None);
    of_writer["reviewer_name"] = json!(client);
    assert_eq!(shown(&jane).await, of_writer);
    expected["reviewer"] = person(&ann, "ann", "Ann Lee", None);
    expected["writer"] = person(&jane, &writer, &writer, None);
    expected["writer_name"] = json!(writer);
    assert_eq!(shown(&ann).await, expected);
}

#[tokio::test]
async fn everybody_sees_his_reviews_and_no_others() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let jane = app.user(Role::Writer, Some(site)).insert().await;
    let ann = app.user(Role::Client, Some(site)).insert().await;
    let new = async |kind, days, change: fn(&mut table::ActiveModel, UserId, UserId)| {
        let row = review(&app, site, kind, 50, |r| {
            r.submitted_at = Set(ago(days, 0));
            change(r, jane.id, ann.id);
        });
        row.await.id.0
    };
    let own = new(ReviewKind::Writer, 1, |r, jane, _| about(jane)(r)).await;
    let hidden = new(ReviewKind::Writer, 2, |r, jane, _| {
        about(jane)(r);
        with((true, true, false, None))(r);
    });
    let hidden = hidden.await;
    let written = new(ReviewKind::Writer, 3, |r, _, ann| {
        r.reviewer_id = Set(ann);
        with((false, true, false, None))(r);
    });
    let written = written.await;
    let of_site = new(ReviewKind::Website, 4, |r, _, ann| r.reviewer_id = Set(ann)).await;
    let of_order = new(ReviewKind::Order, 5, |r, jane, _| about(jane)(r)).await;
    // At the same instant: the later row first.
    let same = new(ReviewKind::Writer, 3, |_, _, _| ()).await;
    let foreign = review(&app, other, ReviewKind::Writer, 50, |_| ()).await.id.0;

    let (writer, client) = (app.sign_in(&jane).await, app.sign_in(&ann).await);
    for role in [Role::Admin, Role::Support, Role::Editor] {
        let staff = app.role(role, Some(site)).await;
        assert_eq!(sees(&staff, "writer").await, [own, hidden, same, written], "{role}");
        assert_eq!(sees(&staff, "website").await, [of_site]);
    }
    assert_eq!(sees(&writer, "writer").await, [own]);
    assert_eq!((sees(&writer, "order").await, sees(&writer, "website").await), (vec![of_order], vec![]));
    assert_eq!(sees(&client, "writer").await, [written]);
    assert_eq!((sees(&client, "website").await, sees(&client, "order").await), (vec![of_site], vec![]));
    let root = app.superadmin().await;
    assert_eq!(sees(&root, "writer").await, [own, hidden, same, written, foreign]);
    assert_eq!(page(&root.get(&format!("{WRITERS}?website={other}")).await), [foreign]);

    for (caller, id) in [(&writer, hidden), (&writer, written), (&client, own), (&client, foreign)] {
        caller.get(&format!("{WRITERS}{id}/")).await.assert_problem(404, "not-found");
    }
    root.get(&format!("/reviews/order-reviews/{own}/")).await.assert_problem(404, "not-found");
    root.get("/reviews/job-reviews/").await.assert_problem(404, "not-found");
    writer.get(&format!("{WRITERS}?website_id={other}")).await.assert_problem(404, "not-found");
}

#[tokio::test]
async fn each_parameter_narrows_the_list() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = app.user(Role::Writer, Some(site)).insert().await;
    let maria = app.user(Role::Client, Some(site)).set(called("maria", "Maria", "Silva")).insert().await.id;
    let new = async |days, tenths, marks, comment: &str| {
        let row = review(&app, site, ReviewKind::Writer, tenths, |r| {
            about(jane.id)(r);
            with(marks)(r);
            (r.submitted_at, r.comment) = (Set(ago(days, 0)), Set(comment.to_owned()));
        });
        row.await.id.0
    };
    let shown = new(1, 45, (true, false, false, None), "clear words").await;
    let doubted = new(2, 50, (true, false, true, Some("odd".to_owned())), "").await;
    let hidden = new(3, 10, (true, true, false, None), "clearly bad").await;
    let fresh = new(4, 40, (false, false, false, None), "unclear").await;
    let of_maria = review(&app, site, ReviewKind::Writer, 50, |r| {
        r.reviewer_id = Set(maria);
        r.submitted_at = Set(ago(5, 0));
    });
    let of_maria = of_maria.await.id.0;
    let (admin, writer) = (app.admin(site).await, app.sign_in(&jane).await);
    for (query, expected) in [
        (String::new(), vec![shown, doubted, hidden, fresh, of_maria]),
        ("status=&rating=&search=&is_flagged=".to_owned(), vec![shown, doubted, hidden, fresh, of_maria]),
        ("status=pending".to_owned(), vec![doubted, hidden, fresh]),
        ("status=approved".to_owned(), vec![shown, doubted, of_maria]),
        ("status=flagged".to_owned(), vec![doubted]),
        ("status=shadowed".to_owned(), vec![hidden]),
        ("status=shadowed,flagged".to_owned(), vec![doubted, hidden]),
        ("status=odd".to_owned(), vec![]),
        ("rating=5".to_owned(), vec![doubted, of_maria]),
        ("rating=4.5".to_owned(), vec![shown]),
        ("rating=4.51".to_owned(), vec![]),
        ("is_approved=no".to_owned(), vec![fresh]),
        ("is_flagged=true".to_owned(), vec![doubted]),
        ("is_shadowed=1".to_owned(), vec![hidden]),
        ("search=clear".to_owned(), vec![shown, hidden]),
        ("search=CLEAR+wo".to_owned(), vec![shown]),
        ("search=silva".to_owned(), vec![of_maria]),
        (format!("search={fresh}"), vec![fresh]),
        ("submitted_at__gte=2026-04-13".to_owned(), vec![shown, doubted]),
        ("submitted_at__gte=2026-04-13T12:00:00.000001Z".to_owned(), vec![shown]),
        ("is_approved=1&rating=5&is_flagged=0".to_owned(), vec![of_maria]),
    ] {
        let reply = admin.get(&format!("{WRITERS}?{query}")).await;
        assert_eq!(page(&reply), expected, "{query}");
        assert_eq!(reply.json()["count"], expected.len(), "{query}");
    }
    // Writers do not know who wrote what, so they do not find it out.
    assert_eq!(page(&writer.get(&format!("{WRITERS}?search=client")).await), [0; 0]);
    assert_eq!(page(&writer.get(&format!("{WRITERS}?search=clear")).await), [shown]);
    let second = admin.get(&format!("{WRITERS}?page_size=2&page=2")).await;
    assert_eq!(
        (ids(&second.json()["results"]), &second.json()["total_pages"]),
        (vec![hidden, fresh], &json!(3))
    );
    for (query, name) in [
        ("rating=many", "?rating"),
        ("is_flagged=2", "?is_flagged"),
        ("submitted_at__gte=x", "?submitted_at__gte"),
    ] {
        assert_eq!(pointer(&admin.get(&format!("{WRITERS}?{query}")).await), name);
    }
}
