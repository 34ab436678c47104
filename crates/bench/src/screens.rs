//! Every list and dashboard there is, for everybody who may see it: cold, warm, and how its statements are run.

use std::{
    collections::{BTreeSet, HashSet},
    time::Instant,
};

use anyhow::Context as _;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};
use serde_json::Value;
use tally_entity::{Role, UserId, WebsiteId};
use tally_testkit::WireClient;

use crate::{
    app::{Bench, session_of, sign_in},
    figures::{Figures, median},
};

const TURNS: usize = 3;
const COLD_MS: f64 = 300.0;
const WARM_MS: f64 = 5.0;
/// Of the dashboards of the busiest client and the busiest writer.
const PEOPLE_COLD_MS: f64 = 50.0;
const PEOPLE_WARM_MS: f64 = 2.0;
const QUEUE: &str = "/dashboard/queue";
const QUEUE_COLD_MS: f64 = 100.0;
/// A table with more rows is not read whole for a small tenant.
const LARGE_ROWS: f32 = 50_000.0;
/// A tenant with a smaller share of the orders is small.
const SMALL_SHARE: f64 = 0.05;

/// What the document's paths do not say: searches, filters, orders and far pages.
const NARROWED: &[&str] = &[
    "/api/v1/admin-management/unified-search/search?q=health",
    "/api/v1/admin-management/user-management?search=client",
    "/api/v1/admin-management/user-management?page=100",
    "/api/v1/orders/orders?search=health",
    "/api/v1/orders/orders?status=cancelled",
    "/api/v1/orders/orders?needs_attention=overdue,stuck",
    "/api/v1/orders/orders?ordering=-total_price&page=100",
];

/// Who looks.
struct Reader {
    name: String,
    role: Role,
    website: Option<WebsiteId>,
    /// Somebody of the data, not somebody new.
    who: Option<UserId>,
    /// Holds so little that no large table is read whole for him.
    small: bool,
}

/// What one reader's screens took.
#[derive(Default)]
struct Taken {
    cold: Vec<(f64, String)>,
    kept: Vec<(f64, String)>,
    loaded: Vec<(f64, String)>,
    whole_tables: BTreeSet<String>,
}

/// What the busiest client and the busiest writer wait for.
pub(crate) async fn measure_people(bench: &Bench, figures: &mut Figures) -> anyhow::Result<()> {
    for (role, column) in [(Role::Client, "client_id"), (Role::Writer, "assigned_writer_id")] {
        let reader = busiest(&bench.db, role, column).await?;
        let Taken { cold, kept, loaded, .. } = take(bench, &reader, &HashSet::new()).await?;
        let name = &reader.name;
        let dashboards = |times: &[(f64, String)]| -> Vec<_> {
            times
                .iter()
                .filter(|(_, path)| path.contains("/dashboard/") && !path.ends_with(QUEUE))
                .cloned()
                .collect()
        };
        let (most, path) = slowest(&dashboards(&cold)).map(|(ms, path)| (ms, path.to_owned()))?;
        figures.at_most(format!("{name}, slowest dashboard cold: {path}"), most, "ms", PEOPLE_COLD_MS);
        let (most, path) = slowest(&dashboards(&kept)).map(|(ms, path)| (ms, path.to_owned()))?;
        figures.at_most(format!("{name}, slowest dashboard kept: {path}"), most, "ms", PEOPLE_WARM_MS);
        if let Ok((most, path)) = slowest(&dashboards(&loaded)) {
            figures.note(format!("{name}, slowest dashboard that is not kept, again: {path}"), most, "ms");
        }
        if let Some((ms, path)) = cold.iter().find(|(_, path)| path.ends_with(QUEUE)) {
            figures.at_most(format!("{name}, cold: {path}"), *ms, "ms", QUEUE_COLD_MS);
        }
        let (most, path) = slowest(&cold)?;
        figures.note(format!("{name}, slowest of {} cold: {path}", cold.len()), most, "ms");
    }
    Ok(())
}

async fn busiest(db: &DatabaseConnection, role: Role, column: &str) -> anyhow::Result<Reader> {
    let sql = format!(
        "SELECT users.id, users.website_id, count(*) AS orders FROM orders JOIN users ON users.id = orders.{column} \
         WHERE users.role = '{role}' AND users.is_active GROUP BY users.id ORDER BY orders DESC, users.id LIMIT 1"
    );
    let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?.context("nobody")?;
    let orders: i64 = row.try_get("", "orders")?;
    Ok(Reader {
        name: format!("the busiest {role} ({orders} orders)"),
        role,
        website: Some(row.try_get("", "website_id")?),
        who: Some(row.try_get("", "id")?),
        small: false,
    })
}

pub(crate) async fn measure(bench: &Bench, figures: &mut Figures) -> anyhow::Result<()> {
    let large = large_tables(&bench.db).await?;
    for reader in readers(&bench.db).await? {
        let taken = take(bench, &reader, &large).await?;
        let name = &reader.name;
        let (most, path) = slowest(&taken.cold)?;
        figures.at_most(format!("{name}, slowest of {} cold: {path}", taken.cold.len()), most, "ms", COLD_MS);
        let (most, path) = slowest(&taken.kept)?;
        figures.at_most(format!("{name}, slowest of {} kept: {path}", taken.kept.len()), most, "ms", WARM_MS);
        let (most, path) = slowest(&taken.loaded)?;
        let count = taken.loaded.len();
        figures.note(format!("{name}, slowest of {count} that are not kept, again: {path}"), most, "ms");
        if reader.small {
            for found in &taken.whole_tables {
                eprintln!("read whole: {found}");
            }
            let count = u32::try_from(taken.whole_tables.len())?;
            figures.at_most(format!("{name}: large tables read whole"), count.into(), "", 0.0);
        }
    }
    Ok(())
}

async fn take(bench: &Bench, reader: &Reader, large: &HashSet<String>) -> anyhow::Result<Taken> {
    let access = match reader.who {
        Some(user) => session_of(&bench.db, user, reader.role, reader.website).await?,
        None => sign_in(&bench.db, reader.role, reader.website).await?,
    };
    let mut client = WireClient::connect(bench.addr, &access).await?;
    let mut taken = Taken::default();
    for path in paths(reader.role) {
        let (mut cold, mut again, mut statements) = (Vec::new(), Vec::new(), Vec::new());
        let mut kept = false;
        for _ in 0..TURNS {
            bench.state.cache.forget_everything().await;
            drop(bench.recorder.take());
            cold.push(ask(&mut client, &path).await?.0);
            statements = bench.recorder.take();
            let (ms, hit) = ask(&mut client, &path).await?;
            again.push(ms);
            kept = hit;
        }
        let (cold, again) = (median(cold), median(again));
        eprintln!(
            "{}: {path}: {cold:.1} ms, {} statements; again {again:.1} ms",
            reader.name,
            statements.len()
        );
        if reader.small {
            for table in read_whole(&bench.db, &statements, large).await? {
                taken.whole_tables.insert(format!("{table} by {path}"));
            }
        }
        if kept { &mut taken.kept } else { &mut taken.loaded }.push((again, path.clone()));
        taken.cold.push((cold, path));
    }
    Ok(taken)
}

/// Milliseconds, and whether the answer was at hand.
async fn ask(client: &mut WireClient, path: &str) -> anyhow::Result<(f64, bool)> {
    let started = Instant::now();
    let answer = client.get(path).await?;
    let ms = started.elapsed().as_secs_f64() * 1e3;
    Ok((ms, answer.head.contains("cache-status: tally; hit")))
}

fn slowest(times: &[(f64, String)]) -> anyhow::Result<(f64, &str)> {
    let most = times.iter().max_by(|one, other| one.0.total_cmp(&other.0)).context("no screen")?;
    Ok((most.0, &most.1))
}

/// Every JSON answer that this role may read and that needs no id.
fn paths(role: Role) -> Vec<String> {
    let document = serde_json::to_value(tally_server::openapi()).unwrap_or_default();
    let readable = |operation: &Value| {
        let roles = operation["x-access"]["roles"].as_array();
        let json = &operation["responses"]["200"]["content"]["application/json"];
        let mut parameters = operation["parameters"].as_array().into_iter().flatten();
        let asks = parameters.any(|parameter| parameter["required"] == true);
        roles.is_some_and(|roles| roles.iter().any(|named| named == role.as_str()))
            && json.is_object()
            && !asks
    };
    let described = document["paths"].as_object().into_iter().flatten();
    let described = described.filter(|(path, item)| !path.contains('{') && readable(&item["get"]));
    // The export sends the dashboard beside it as a file.
    let described = described.map(|(path, _)| path.clone()).filter(|path| !path.ends_with("/export"));
    let narrowed = NARROWED
        .iter()
        .filter(|_| !matches!(role, Role::Client | Role::Writer))
        .map(|path| (*path).to_owned());
    described.chain(narrowed).collect()
}

/// A superadmin, and the admins of the largest website and of the largest one that is small.
async fn readers(db: &DatabaseConnection) -> anyhow::Result<[Reader; 3]> {
    let sql = "SELECT w.id, w.name, count(*)::float8 / sum(count(*)) OVER () AS share \
               FROM orders o JOIN websites w ON w.id = o.website_id GROUP BY w.id, w.name ORDER BY share DESC";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    let mut websites = Vec::new();
    for row in rows {
        let website: (i64, String, f64) =
            (row.try_get("", "id")?, row.try_get("", "name")?, row.try_get("", "share")?);
        websites.push(website);
    }
    let admin = |(id, name, share): &(i64, String, f64)| Reader {
        name: format!("admin of {name} ({:.1} % of the orders)", share * 100.0),
        role: Role::Admin,
        website: Some(WebsiteId(*id)),
        who: None,
        small: *share < SMALL_SHARE,
    };
    let largest = websites.first().context("no orders")?;
    let small = websites.iter().find(|website| website.2 < SMALL_SHARE).context("no small website")?;
    let superadmin = Reader {
        name: "superadmin".to_owned(),
        role: Role::Superadmin,
        website: None,
        who: None,
        small: false,
    };
    Ok([superadmin, admin(largest), admin(small)])
}

async fn large_tables(db: &DatabaseConnection) -> anyhow::Result<HashSet<String>> {
    let sql = format!("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND reltuples > {LARGE_ROWS}");
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
}

/// The large tables that the planner reads from end to end for these statements.
async fn read_whole(
    db: &DatabaseConnection,
    statements: &[Statement],
    large: &HashSet<String>,
) -> anyhow::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for statement in statements.iter().filter(|statement| statement.sql.starts_with("SELECT")) {
        let explain = Statement {
            sql: format!("EXPLAIN (FORMAT JSON) {}", statement.sql),
            values: statement.values.clone(),
            db_backend: DbBackend::Postgres,
        };
        let row = db.query_one_raw(explain).await?.context("no plan")?;
        whole_scans(&row.try_get_by_index::<Value>(0)?, &mut found);
    }
    found.retain(|table| large.contains(table));
    Ok(found)
}

fn whole_scans(plan: &Value, found: &mut BTreeSet<String>) {
    match plan {
        Value::Array(plans) => plans.iter().for_each(|plan| whole_scans(plan, found)),
        Value::Object(node) => {
            if node.get("Node Type").is_some_and(|kind| kind == "Seq Scan")
                && let Some(table) = node.get("Relation Name").and_then(Value::as_str)
            {
                found.insert(table.to_owned());
            }
            node.values().for_each(|value| whole_scans(value, found));
        }
        _ => {}
    }
}
