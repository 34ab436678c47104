//! Reviews are decided about, disputed and removed in any sequence: their marks are those of a plain model, and
//! ratings are what the rows say.

use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{Config, TestRunner},
};
use sea_orm::{EntityTrait as _, PaginatorTrait as _, Set};
use serde_json::{Value, json};
use tally_entity::{ReviewId, ReviewKind, Role, audit_log, review as table};
use tally_testkit::{Caller, TestApp};

use super::{ANALYTICS, Marks, STATS, about, is_settled, marks, settle, with};

const REVIEWS: usize = 5;

/// Something done to one review, or to several.
#[derive(Clone, Debug)]
enum Step {
    Act(&'static str, usize, Option<&'static str>),
    Bulk(bool, Vec<usize>, Option<&'static str>),
    Moderate(usize, [Option<bool>; 3], Option<&'static str>),
    Dispute(usize),
    Delete(usize),
}

fn marked() -> impl Strategy<Value = Marks> {
    let reason = || select(&["odd", "rude"][..]);
    (any::<bool>(), any::<bool>(), any::<bool>(), proptest::option::of(reason()), reason()).prop_map(
        |(approved, shadowed, flagged, reason, other)| {
            let reason = reason.or(flagged.then_some(other)).map(ToOwned::to_owned);
            (approved, shadowed, flagged, reason)
        },
    )
}

fn steps() -> impl Strategy<Value = (Vec<Marks>, Vec<Step>)> {
    let which = || 0..REVIEWS;
    let reason = || proptest::option::of(select(&["spam", "odd"][..]));
    let set = || proptest::option::of(any::<bool>());
    let actions = select(&["approve", "reject", "flag", "shadow"][..]);
    let step = prop_oneof![
        8 => (actions, which(), reason()).prop_map(|(action, place, why)| Step::Act(action, place, why)),
        3 => (any::<bool>(), vec(which(), 1..8), reason()).prop_map(|(yes, places, why)| Step::Bulk(yes, places, why)),
        4 => (which(), [set(), set(), set()], reason()).prop_map(|(place, set, why)| Step::Moderate(place, set, why)),
        2 => which().prop_map(Step::Dispute),
        1 => which().prop_map(Step::Delete),
    ];
    (vec(marked(), REVIEWS), vec(step, 1..25))
}

#[test]
fn no_sequence_of_decisions_leaves_wrong_marks_or_ratings() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = Config { cases: 16, failure_persistence: None, ..Config::default() };
    let run = |(first, steps): (Vec<Marks>, Vec<Step>)| {
        runtime.block_on(run(&first, &steps));
        Ok(())
    };
    TestRunner::new(config).run(&steps(), run).unwrap();
}

/// A review as it should be: nothing when it is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Model {
    marks: Marks,
    disputed: bool,
}

async fn run(first: &[Marks], steps: &[Step]) {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = app.user(Role::Writer, Some(site)).insert().await;
    let joe = app.user_id(Role::Writer, Some(site)).await;
    let mut ids = Vec::new();
    for (place, marks) in (0_i64..).zip(first) {
        // The last of them are about somebody else.
        let of = if place < 3 { jane.id } else { joe };
        let row = super::review(&app, site, ReviewKind::Writer, 10 + 7 * place, |r| {
            about(of)(r);
            with(marks.clone())(r);
            r.moderated_at = Set(Some(tally_testkit::ago(1, 0)));
        });
        ids.push(row.await.id);
    }
    settle(&app).await;
    let mut model: Vec<_> =
        first.iter().map(|marks| Some(Model { marks: marks.clone(), disputed: false })).collect();
    let (admin, writer) = (app.admin(site).await, app.sign_in(&jane).await);
    for step in steps {
        let expected = expect(&mut model, step);
        let status = take(&admin, &writer, &ids, step).await;
        assert_eq!(status, expected, "{step:?}");
        holds(&app, &ids, &model, step).await;
        shows(&admin, &model, step).await;
        // The same once more leaves everything as it is, the log included.
        let written = audit_log::Entity::find().count(app.db()).await.unwrap();
        take(&admin, &writer, &ids, step).await;
        holds(&app, &ids, &model, step).await;
        let again = audit_log::Entity::find().count(app.db()).await.unwrap();
        assert_eq!(again, written, "{step:?} again");
    }
}

/// Figures that are kept are those of the rows, whoever changed these last.
async fn shows(admin: &Caller<'_>, model: &[Option<Model>], step: &Step) {
    let count = |is: fn(&Marks) -> bool| model.iter().flatten().filter(|review| is(&review.marks)).count();
    let (analytics, totals) = (admin.get(ANALYTICS).await, admin.get(STATS).await);
    let summary = &analytics.json()["summary"];
    let shown = ["total_reviews", "pending_reviews", "approved_reviews", "flagged_reviews"]
        .map(|name| summary[name]["writer"].as_u64().unwrap());
    let expected = [
        count(|_| true),
        count(|(approved, shadowed, flagged, _)| !approved || *shadowed || *flagged),
        count(|(approved, shadowed, ..)| *approved && !shadowed),
        count(|(_, _, flagged, _)| *flagged),
    ];
    assert_eq!(shown, expected.map(|count| count as u64), "{step:?}");
    let shown = ["approved", "pending", "flagged", "shadowed"]
        .map(|name| totals.json()["writer"][name].as_u64().unwrap());
    let expected = [
        count(|(approved, ..)| *approved),
        count(|(approved, shadowed, ..)| !approved && !shadowed),
        count(|(_, _, flagged, _)| *flagged),
        count(|(_, shadowed, ..)| *shadowed),
    ];
    assert_eq!(shown, expected.map(|count| count as u64), "{step:?}");
}

async fn holds(app: &TestApp, ids: &[ReviewId], model: &[Option<Model>], step: &Step) {
    let rows = table::Entity::find().all(app.db()).await.unwrap();
    for (id, expected) in ids.iter().zip(model) {
        let row = rows.iter().find(|row| row.id == *id);
        let found = row.map(|row| Model { marks: marks(row), disputed: row.disputed_at.is_some() });
        assert_eq!(&found, expected, "{step:?}");
    }
    is_settled(app).await;
}

/// Changes the model, and says what the answer's status is.
fn expect(model: &mut [Option<Model>], step: &Step) -> u16 {
    let text = |why: Option<&str>| why.map(ToOwned::to_owned);
    match step {
        Step::Act("flag", _, None) | Step::Moderate(_, [None, None, None] | [_, _, Some(true)], None) => 422,
        Step::Act(action, place, why) => {
            let Some(review) = &mut model[*place] else { return 404 };
            decide(&mut review.marks, action, text(*why));
            200
        }
        Step::Bulk(yes, places, why) => {
            for place in places {
                if let Some(review) = &mut model[*place] {
                    decide(&mut review.marks, if *yes { "approve" } else { "reject" }, text(*why));
                }
            }
            200
        }
        Step::Moderate(place, [approved, shadowed, flagged], why) => {
            let Some(Model { marks, .. }) = &mut model[*place] else { return 404 };
            marks.0 = approved.unwrap_or(marks.0);
            marks.1 = shadowed.unwrap_or(marks.1);
            marks.2 = flagged.unwrap_or(marks.2);
            if why.is_some() || *flagged == Some(false) {
                marks.3 = text(*why);
            }
            200
        }
        Step::Dispute(place) => {
            let own = *place < 3;
            let Some(review) = model[*place].as_mut().filter(|review| own && !review.marks.1) else {
                return 404;
            };
            if review.disputed {
                return 409;
            }
            review.disputed = true;
            (review.marks.2, review.marks.3) = (true, Some("Disputed by writer".to_owned()));
            200
        }
        Step::Delete(place) => model[*place].take().map_or(404, |_| 204),
    }
}

fn decide(marks: &mut Marks, action: &str, why: Option<String>) {
    match action {
        "approve" => *marks = (true, false, false, None),
        "reject" => {
            (marks.0, marks.1) = (false, true);
            marks.3 = why.or(marks.3.take());
        }
        "flag" => (marks.2, marks.3) = (true, why),
        _ => marks.1 = true,
    }
}

async fn take(admin: &Caller<'_>, writer: &Caller<'_>, ids: &[ReviewId], step: &Step) -> u16 {
    let one = |place: &usize| format!("/reviews/writer-reviews/{}/", ids[*place]);
    let reply = match step {
        Step::Act(action, place, why) => {
            let body = json!({ "review_type": "writer", "review_id": ids[*place], "reason": why });
            admin.post(&format!("/admin-management/reviews/{action}/"), body).await
        }
        Step::Bulk(yes, places, why) => {
            let ids: Vec<_> = places.iter().map(|place| ids[*place]).collect();
            let body = json!({ "review_type": "writer", "review_ids": ids, "reason": why });
            let name = if *yes { "bulk-approve" } else { "bulk-reject" };
            admin.post(&format!("/admin-management/reviews/{name}/"), body).await
        }
        Step::Moderate(place, [approved, shadowed, flagged], why) => {
            let body: Value = json!({ "is_approved": approved, "is_shadowed": shadowed, "is_flagged": flagged, "flag_reason": why });
            admin.post(&format!("{}moderate/", one(place)), body).await
        }
        Step::Dispute(place) => {
            writer.post(&format!("{}dispute/", one(place)), json!({ "reason": "not mine" })).await
        }
        Step::Delete(place) => admin.delete(&one(place)).await,
    };
    reply.status.as_u16()
}
