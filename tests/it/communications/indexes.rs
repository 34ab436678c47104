//! The eight ways in which conversations are looked for have an index each, without the planner being told to.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use tally_testkit::TestApp;

const MANY: &str = "
    INSERT INTO websites (name, slug, domain)
        SELECT 'w' || n, 'w' || n, 'w' || n || '.example' FROM generate_series(1, 40) n;
    INSERT INTO orders (website_id, topic, status)
        SELECT (SELECT min(id) FROM websites) + n % 40, 'topic', 'pending' FROM generate_series(1, 5000) n;
    INSERT INTO threads (website_id, order_id, thread_type, created_at, updated_at, closed_at)
        SELECT o.website_id, o.id, (ARRAY['order', 'general', 'dispute', 'client_writer', 'support'])[1 + n % 5],
            now() - n * interval '1 minute', now() - n * interval '1 minute',
            CASE WHEN n % 3 = 0 THEN now() END
        FROM generate_series(1, 4) k, LATERAL (SELECT id, website_id, row_number() OVER () * k AS n FROM orders) o;
    ANALYZE threads";

const SHAPES: [(&str, &str, &str); 8] = [
    ("order, -updated", "order_id = $1 ORDER BY updated_at DESC", "threads_order_id_updated_at_idx"),
    ("website, -updated", "website_id = $1 ORDER BY updated_at DESC", "threads_website_id_updated_at_idx"),
    (
        "type, -updated",
        "thread_type = 'dispute' ORDER BY updated_at DESC",
        "threads_thread_type_updated_at_idx",
    ),
    ("active, -updated", "closed_at IS NULL ORDER BY updated_at DESC", "threads_active_idx"),
    (
        "website, order, -updated",
        "website_id = $2 AND order_id = $1 ORDER BY updated_at DESC",
        "threads_order_id_updated_at_idx",
    ),
    (
        "website, type, -updated",
        "website_id = $1 AND thread_type = 'dispute' ORDER BY updated_at DESC",
        "threads_website_id_thread_type_updated_at_idx",
    ),
    ("order, active", "order_id = $1 AND closed_at IS NULL", "threads_order_id_updated_at_idx"),
    (
        "active, updated",
        "closed_at IS NULL AND updated_at > now() - interval '10 minutes'",
        "threads_active_idx",
    ),
];

async fn plan(app: &TestApp, sql: &str) -> String {
    let rows = app.db().query_all_raw(Statement::from_string(DbBackend::Postgres, format!("EXPLAIN {sql}")));
    let rows = rows.await.unwrap();
    rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>().join("\n")
}

async fn number(app: &TestApp, sql: &str) -> i64 {
    let row =
        app.db().query_one_raw(Statement::from_string(DbBackend::Postgres, sql.to_owned())).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

#[tokio::test]
async fn each_way_to_look_for_conversations_has_an_index() {
    let app = TestApp::start().await;
    app.db().execute_unprepared(MANY).await.unwrap();
    let order = number(&app, "SELECT order_id FROM threads ORDER BY id OFFSET 777 LIMIT 1").await;
    let website = number(&app, &format!("SELECT website_id FROM orders WHERE id = {order}")).await;
    for (name, condition, index) in SHAPES {
        let first = if condition.starts_with("website_id = $1") { website } else { order };
        let condition = condition.replace("$1", &first.to_string()).replace("$2", &website.to_string());
        let plan = plan(&app, &format!("SELECT * FROM threads WHERE {condition} LIMIT 20")).await;
        assert!(plan.contains(index) && !plan.contains("Seq Scan"), "({name}): {plan}");
        println!("({name}): {index}");
    }
}
