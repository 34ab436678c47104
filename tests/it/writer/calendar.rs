//! `GET writer-management/dashboard/calendar` and its export

use chrono::{DateTime, Duration, Utc};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{OrderStatus, order};
use tally_testkit::{TestApp, now};

use super::hands::{Hand, for_writers_only};

const PATH: &str = "/writer-management/dashboard/calendar/";
const EXPORT: &str = "/writer-management/dashboard/calendar/export/";

fn due(text: &str) -> impl FnOnce(&mut order::ActiveModel) {
    let due: DateTime<Utc> = text.parse().unwrap();
    move |order| order.client_deadline_at = Set(Some(due))
}

#[tokio::test]
async fn work_in_hand_is_listed_by_the_day_it_is_due() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    let first = jane.order(OrderStatus::InProgress, due("2026-04-01T00:00:00Z")).await;
    let last = jane.order(OrderStatus::OnHold, due("2026-04-30T23:59:59Z")).await;
    jane.order(OrderStatus::InProgress, due("2026-03-31T23:59:59Z")).await;
    let next = jane.order(OrderStatus::InProgress, due("2026-05-01T00:00:00Z")).await;
    // A day from now presses, a second more does not; the writer's own deadline goes first.
    let urgent = jane
        .order(OrderStatus::Assigned, |order| {
            due("2026-04-20T00:00:00Z")(order);
            order.writer_deadline_at = Set(Some(now() + Duration::hours(24)));
            (order.topic, order.number_of_pages, order.total_price_cents) =
                (Set(String::new()), Set(4), Set(1_250));
        })
        .await;
    let calm = jane.order(OrderStatus::Assigned, due("2026-04-16T12:00:01Z")).await;
    jane.order(OrderStatus::Assigned, |_| ()).await;
    jane.completed(1, due("2026-04-16T12:00:00Z")).await;
    joe.order(OrderStatus::InProgress, due("2026-04-16T12:00:00Z")).await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    let answer = reply.json();
    assert_eq!(
        json!([
            answer["from_date"],
            answer["to_date"],
            answer["total_orders"],
            answer["overdue_count"],
            answer["urgent_count"]
        ]),
        json!(["2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z", 4, 1, 1])
    );
    let days: Vec<_> = answer["calendar"].as_object().unwrap().keys().collect();
    assert_eq!(days, ["2026-04-01", "2026-04-16", "2026-04-30"]);
    assert_eq!(answer["calendar"]["2026-04-01"][0]["hours_remaining"], json!(null));
    assert_eq!(answer["calendar"]["2026-04-01"][0]["id"], json!(first.id));
    assert_eq!(answer["calendar"]["2026-04-30"][0]["id"], json!(last.id));
    assert_eq!(
        answer["calendar"]["2026-04-16"][0],
        json!({
            "id": urgent.id, "topic": "No topic", "service_type": "Unknown", "pages": 4,
            "deadline": "2026-04-16T12:00:00Z", "status": "assigned", "is_overdue": false, "is_urgent": true,
            "hours_remaining": 24, "total_price": 12.5,
        })
    );
    assert_eq!(answer["calendar"]["2026-04-16"][1]["id"], json!(calm.id));
    assert_eq!(answer["calendar"]["2026-04-16"][1]["is_urgent"], false);

    // Days are whole, and the last one is in.
    let day = jane.caller.get(&format!("{PATH}?from_date=2026-05-01&to_date=2026-05-01")).await;
    assert_eq!(day.json()["calendar"]["2026-05-01"][0]["id"], json!(next.id));
    let instant = jane.caller.get(&format!("{PATH}?from_date=2026-04-30&to_date=2026-05-01T00:00:00Z")).await;
    assert_eq!(instant.json()["total_orders"], 1);
    jane.caller.get(&format!("{PATH}?from_date=2026-01-01&to_date=2027-01-01")).await.assert_status(200);
    for path in [PATH, EXPORT] {
        let long = jane.caller.get(&format!("{path}?from_date=2026-01-01&to_date=2027-01-02")).await;
        long.assert_problem(422, "invalid");
        for_writers_only(&app, site, path).await;
    }
}

#[tokio::test]
async fn the_file_is_a_calendar_that_others_read() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    // The first instant of today is in, that of the day 90 days on is not.
    let today = jane
        .order(OrderStatus::InProgress, |order| {
            due("2026-04-15T00:00:00Z")(order);
            order.topic = Set(format!("One; two, three \\ four\n{}", "é".repeat(60)));
        })
        .await;
    let later = jane.order(OrderStatus::InProgress, due("2026-07-13T23:59:59Z")).await;
    jane.order(OrderStatus::InProgress, due("2026-07-14T00:00:00Z")).await;
    jane.order(OrderStatus::InProgress, due("2026-04-14T23:59:59Z")).await;
    joe.order(OrderStatus::InProgress, due("2026-05-01T00:00:00Z")).await;

    let reply = jane.caller.get(EXPORT).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"writer_calendar_20260415.ics\"");
    let text = std::str::from_utf8(&reply.body).unwrap();
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let whole = text.replace("\r\n ", "");
    let lines: Vec<_> = whole.split("\r\n").collect();
    assert_eq!(
        lines[..5],
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Tally//Writer Calendar//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH"
        ]
    );
    let topic = format!("One\\; two\\, three \\\\ four\\n{}", "é".repeat(60));
    let id = today.id;
    let domain = "alpha";
    let expected = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:order-{id}@tally"),
        "DTSTAMP:20260415T120000Z".to_owned(),
        "DTSTART:20260415T000000Z".to_owned(),
        "DTEND:20260415T000000Z".to_owned(),
        format!("SUMMARY:Order #{id}: {topic}"),
        format!(
            "DESCRIPTION:Order ID: {id}\\nTopic: {topic}\\nService: Unknown\\nPages: 0\\nStatus: in_progress"
        ),
        "STATUS:CONFIRMED".to_owned(),
        "SEQUENCE:0".to_owned(),
        "PRIORITY:1".to_owned(),
        format!("LOCATION:{domain}"),
    ];
    assert_eq!(lines[5..16], expected);
    assert!(
        lines[16].starts_with("URL:https://") && lines[16].ends_with(&format!("/orders/{id}")),
        "{}",
        lines[16]
    );
    assert_eq!(lines[17..19], ["BEGIN:VALARM", "ACTION:DISPLAY"]);
    assert_eq!(lines[20..23], ["TRIGGER:-PT4320M", "END:VALARM", "END:VEVENT"]);
    let events: Vec<_> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(
        events,
        [&format!("UID:order-{id}@tally").as_str(), &format!("UID:order-{}@tally", later.id).as_str()]
    );
    assert_eq!(lines.iter().filter(|line| **line == "PRIORITY:5").count(), 1);

    // What presses is told a day ahead.
    jane.order(OrderStatus::InProgress, due("2026-04-16T00:00:00Z")).await;
    let pressing = jane.caller.get(&format!("{EXPORT}?from_date=2026-04-16&to_date=2026-04-16")).await;
    let text = String::from_utf8_lossy(&pressing.body).into_owned();
    assert!(text.contains("TRIGGER:-PT1440M\r\n") && text.contains("PRIORITY:1\r\n"), "{text}");
}
