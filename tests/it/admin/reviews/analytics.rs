//! `GET admin-management/reviews/analytics`

use chrono::{DateTime, Duration, Utc};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{ReviewKind, Role};
use tally_testkit::{TestApp, ago};

use super::{ANALYTICS, review};

const TICK: Duration = Duration::microseconds(1);

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[tokio::test]
async fn every_figure_is_of_the_reviews_of_its_kind() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    review(&app, site, ReviewKind::Website, 50, |_| ()).await;
    review(&app, site, ReviewKind::Website, 45, |r| r.is_approved = Set(false)).await;
    review(&app, site, ReviewKind::Writer, 44, |r| r.is_shadowed = Set(true)).await;
    review(&app, site, ReviewKind::Order, 15, |r| {
        (r.is_flagged, r.flag_reason) = (Set(true), Set(Some("rude".to_owned())));
    })
    .await;
    review(&app, site, ReviewKind::Order, 14, |r| r.submitted_at = Set(ago(3_000, 0))).await;
    review(&app, site, ReviewKind::Order, 14, |r| r.submitted_at = Set(ago(3_000, 0))).await;
    review(&app, other, ReviewKind::Order, 30, |_| ()).await;
    let admin = app.admin(site).await;

    let reply = admin.get(ANALYTICS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    insta::assert_json_snapshot!(reply.json()["summary"], @r#"
    {
      "total_reviews": {
        "website": 2,
        "writer": 1,
        "order": 3,
        "total": 6
      },
      "pending_reviews": {
        "website": 1,
        "writer": 1,
        "order": 1,
        "total": 3
      },
      "approved_reviews": {
        "website": 1,
        "writer": 0,
        "order": 3,
        "total": 4
      },
      "flagged_reviews": {
        "website": 0,
        "writer": 0,
        "order": 1,
        "total": 1
      },
      "average_ratings": {
        "website": 4.75,
        "writer": 4.4,
        "order": 1.43
      },
      "website_reviews": 2,
      "writer_reviews": 1,
      "order_reviews": 3,
      "average_rating": 3.03
    }
    "#);
    assert_eq!(reply.json()["rating_distribution"], json!({ "1": 2, "2": 1, "3": 0, "4": 1, "5": 2 }));
    let alias = admin.get("/admin-management/reviews/dashboard/analytics/").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));

    let all = app.superadmin().await.get(ANALYTICS).await;
    assert_eq!(all.json()["summary"]["total_reviews"]["total"], 7);
    app.role(Role::Support, Some(site)).await.get(ANALYTICS).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn trends_are_of_a_year_by_month_and_of_twelve_weeks() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let submitted = async |kind, at, approved| {
        review(&app, site, kind, 50, |r| (r.submitted_at, r.is_approved) = (Set(at), Set(approved))).await;
    };
    submitted(ReviewKind::Order, ago(365, 0), true).await;
    submitted(ReviewKind::Order, ago(365, 0) - TICK, true).await;
    submitted(ReviewKind::Order, ago(0, 0), true).await;
    submitted(ReviewKind::Order, ago(0, 0) - TICK, false).await;
    submitted(ReviewKind::Order, at("2026-04-01T00:00:00Z"), true).await;
    submitted(ReviewKind::Writer, at("2026-03-31T23:59:59.999999Z"), true).await;
    // Eleven weeks before the week of the test begins on the 26th of January, a Monday.
    submitted(ReviewKind::Website, at("2026-01-26T00:00:00Z"), true).await;
    submitted(ReviewKind::Website, at("2026-01-25T23:59:59.999999Z"), true).await;

    let reply = app.admin(site).await.get(ANALYTICS).await;
    insta::assert_json_snapshot!(reply.json()["monthly_trends"], @r#"
    {
      "website": [
        {
          "month": "2026-01-01",
          "count": 2,
          "approved": 2
        }
      ],
      "writer": [
        {
          "month": "2026-03-01",
          "count": 1,
          "approved": 1
        }
      ],
      "order": [
        {
          "month": "2025-04-01",
          "count": 1,
          "approved": 1
        },
        {
          "month": "2026-04-01",
          "count": 2,
          "approved": 1
        }
      ]
    }
    "#);
    insta::assert_json_snapshot!(reply.json()["weekly_trends"], @r#"
    [
      {
        "week": "2026-01-26",
        "count": 1
      },
      {
        "week": "2026-03-30",
        "count": 2
      },
      {
        "week": "2026-04-13",
        "count": 1
      }
    ]
    "#);
}

#[tokio::test]
async fn nothing_is_no_average() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.admin(site).await;
    let empty = admin.get(ANALYTICS).await;
    let summary = &empty.json()["summary"];
    assert_eq!(summary["average_ratings"], json!({ "website": null, "writer": null, "order": null }));
    assert_eq!((&summary["average_rating"], &summary["order_reviews"]), (&json!(null), &json!(0)));
    assert_eq!(empty.json()["weekly_trends"], json!([]));

    review(&app, site, ReviewKind::Order, 50, |_| ()).await;
    app.sweep().await;
    let reply = admin.get(ANALYTICS).await;
    assert_eq!((reply.statements(), &reply.json()["summary"]["average_rating"]), (2, &json!(5)));
}
