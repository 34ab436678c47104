//! Whoever gets past the database's own guards is found out.

use std::process::Stdio;

use axum::http::StatusCode;
use sea_orm::{ConnectionTrait, DbBackend, Set, Statement, TransactionTrait};
use serde_json::{Value, json};
use tally_entity::{PaymentStatus, Role, WebsiteId};
use tally_testkit::{Caller, TestApp, tally_to};

use super::{number, report, whole};
use crate::{dice::Dice, process::StateDir};

const TRIES: u32 = 100;
const PASSWORD: &str = "a password of a test";

/// A table, what is done to one of its rows, and which rows it can be done to.
type Tampering = (&'static str, &'static str, &'static str);

const ANY: &str = "true";

/// Every column of the ledger's rows that a change of can go unnoticed nowhere else, and what points at them.
const TAMPERINGS: &[Tampering] = &[
    ("ledger_entries", "SET id = (SELECT max(id) + 5 FROM ledger_entries)", ANY),
    ("ledger_entries", "SET website_id = website_id + 1", ANY),
    ("ledger_entries", "SET transfer_id = (SELECT max(id) + 5 FROM ledger_transfers)", ANY),
    (
        "ledger_entries",
        "SET transfer_id = (SELECT t.id FROM ledger_transfers t WHERE NOT EXISTS (SELECT FROM ledger_entries e
            WHERE e.transfer_id = t.id AND e.wallet_id = row.wallet_id) LIMIT 1)",
        "EXISTS (SELECT FROM ledger_transfers t WHERE NOT EXISTS (SELECT FROM ledger_entries e
            WHERE e.transfer_id = t.id AND e.wallet_id = row.wallet_id))",
    ),
    (
        "ledger_entries",
        "SET wallet_id = (SELECT w.id FROM wallets w WHERE NOT EXISTS (SELECT FROM ledger_entries e
            WHERE e.transfer_id = row.transfer_id AND e.wallet_id = w.id) LIMIT 1)",
        ANY,
    ),
    ("ledger_entries", "SET amount_cents = amount_cents * 2", ANY),
    ("ledger_entries", "SET amount_cents = -amount_cents", ANY),
    ("ledger_entries", "SET balance_after_cents = balance_after_cents + 1", ANY),
    ("ledger_entries", "SET created_at = created_at + interval '1 microsecond'", ANY),
    ("ledger_entries", "", ANY),
    ("ledger_transfers", "SET id = (SELECT max(id) + 5 FROM ledger_transfers)", ANY),
    ("ledger_transfers", "SET website_id = website_id + 1", ANY),
    ("ledger_transfers", "SET kind = 'fee'", "kind <> 'reversal'"),
    ("ledger_transfers", "SET reference = reference || '0'", ANY),
    ("ledger_transfers", "SET description = description || '.'", ANY),
    ("ledger_transfers", "SET created_by_id = coalesce(created_by_id, 0) + 1", ANY),
    ("ledger_transfers", "SET created_by_id = NULL", "created_by_id IS NOT NULL"),
    ("ledger_transfers", "SET reverses_id = reverses_id + 1000", "kind = 'reversal'"),
    ("ledger_transfers", "SET metadata = metadata || '{\"note\": 1}'", ANY),
    ("ledger_transfers", "SET metadata = '{}'", ANY),
    ("ledger_transfers", "SET created_at = created_at - interval '1 microsecond'", ANY),
    ("ledger_transfers", "", ANY),
    ("wallets", "SET balance_cents = balance_cents + 1", ANY),
    ("wallets", "SET id = (SELECT max(id) + 5 FROM wallets)", ANY),
    ("wallets", "SET website_id = website_id + 1000", ANY),
    ("wallets", "SET user_id = user_id + 1000", "user_id IS NOT NULL"),
    ("wallets", "SET kind = 'payable'", "user_id IS NULL"),
    ("wallets", "SET shard = shard + 100", ANY),
    ("wallets", "SET currency = 'EUR'", ANY),
    ("wallets", "SET created_at = created_at + interval '1 microsecond'", ANY),
    ("wallets", "", ANY),
    ("payments", "SET amount_cents = amount_cents + 1", "ledger_transfer_id IS NOT NULL"),
    ("payments", "SET refunded_cents = (refunded_cents + 1) % 2", "ledger_transfer_id IS NOT NULL"),
    ("payments", "SET ledger_transfer_id = NULL", "ledger_transfer_id IS NOT NULL"),
    ("payments", "SET ledger_transfer_id = ledger_transfer_id + 100000", "ledger_transfer_id IS NOT NULL"),
    ("payments", "SET status = 'pending'", "ledger_transfer_id IS NOT NULL"),
    ("tips", "SET ledger_transfer_id = NULL", "ledger_transfer_id IS NOT NULL"),
    ("tips", "SET payment_status = 'pending'", "ledger_transfer_id IS NOT NULL"),
    ("refunds", "SET wallet_amount_cents = wallet_amount_cents + 1", "ledger_transfer_id IS NOT NULL"),
    ("refunds", "SET status = 'pending'", "ledger_transfer_id IS NOT NULL"),
    ("refunds", "", "ledger_transfer_id IS NOT NULL"),
];

/// A website with money that went every way there is.
async fn money(app: &TestApp, name: &str) -> WebsiteId {
    let site = app.website(name).await;
    let hash = tally_auth::password::hash(PASSWORD.to_owned()).await.unwrap();
    let boss = app.user(Role::Admin, Some(site)).set(|u| u.password_hash = Set(hash)).insert().await;
    let boss = app.sign_in(&boss).await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    for amount in [100, 200, 300] {
        let user = app.user(Role::Client, Some(site)).insert().await;
        let client = app.sign_in(&user).await;
        let wallet = ok(&client, "/wallet/api/client-wallet/top_up/", json!({ "amount": amount })).await;
        let tip = json!({ "writer_id": writer, "tip_amount": 7.35 });
        ok(&client, "/writer-management/tips/", tip).await;
        let adjust = format!("/wallet/api/admin/wallets/{}/adjust/", wallet["wallet"]["id"]);
        ok(&boss, &adjust, json!({ "amount": -1.5, "reason": "a mistake" })).await;
        let order = app.order(site).set(|o| {
            (o.client_id, o.total_price_cents) = (Set(Some(user.id)), Set(5_000));
        });
        let order = order.insert().await;
        let pay = format!("/order-payments/order-payments/orders/{}/initiate/", order.id);
        ok(&client, &pay, json!({ "payment_method": "wallet" })).await;
        refund(app, &boss, order.id.0).await;
    }
    site
}

async fn refund(app: &TestApp, boss: &Caller<'_>, order: i64) {
    let paid = format!("SELECT id FROM payments WHERE order_id = {order}");
    let payment = number(app.db(), &paid).await;
    let wish = json!({ "order_payment": payment, "wallet_amount": 10, "external_amount": 2.5 });
    let refund = ok(boss, "/refunds/refunds/", wish).await;
    let process = format!("/refunds/refunds/{}/process/", refund["id"]);
    ok(boss, &process, json!({ "password": PASSWORD })).await;
}

async fn ok(caller: &Caller<'_>, path: &str, body: Value) -> Value {
    let reply = caller.post(path, body).await;
    let is_good = [StatusCode::OK, StatusCode::CREATED].contains(&reply.status);
    assert!(is_good, "{path}: {} {}", reply.status, reply.json());
    reply.json().clone()
}

/// Does it behind the guards' backs, and gives back the row as it was.
async fn tamper(app: &TestApp, (table, change, which): Tampering, dice: &mut Dice) -> (i64, Value) {
    let rows = number(app.db(), &format!("SELECT count(*) FROM {table} AS row WHERE {which}")).await;
    let nth = dice.roll(rows.unsigned_abs());
    let pick = format!(
        "SELECT row.id, to_jsonb(row) FROM {table} AS row WHERE {which} ORDER BY id OFFSET {nth} LIMIT 1"
    );
    let row = Statement::from_string(DbBackend::Postgres, pick);
    let row = app.db().query_one_raw(row).await.unwrap().unwrap();
    let (id, was): (i64, Value) = (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
    let sql = match change {
        "" => format!("DELETE FROM {table} WHERE id = {id}"),
        change => format!("UPDATE {table} AS row {change} WHERE id = {id}"),
    };
    unguarded(app, &sql).await;
    (id, was)
}

async fn unguarded(app: &TestApp, sql: &str) {
    let tx = app.db().begin().await.unwrap();
    tx.execute_unprepared("SET LOCAL session_replication_role = replica").await.unwrap();
    tx.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    tx.commit().await.unwrap();
}

/// Puts the row back, whatever became of it.
async fn mend(app: &TestApp, table: &str, id: i64, was: &Value) {
    let columns = "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''";
    let columns = columns.replace("$1", &format!("'{table}'"));
    let columns = Statement::from_string(DbBackend::Postgres, columns);
    let columns: String =
        app.db().query_one_raw(columns).await.unwrap().unwrap().try_get_by_index(0).unwrap();
    // Its number may have been changed, too.
    let moved = format!("id = {id} OR id NOT IN (SELECT id FROM kept_{table})");
    let was = was.to_string().replace('\'', "''");
    unguarded(app, &format!("DELETE FROM {table} WHERE {moved}")).await;
    unguarded(
        app,
        &format!("INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_populate_record(NULL::{table}, '{was}')"),
    )
    .await;
}

#[tokio::test]
async fn a_hundred_of_a_hundred_tampered_rows_are_found() {
    let app = TestApp::start().await;
    money(&app, "alpha").await;
    money(&app, "beta").await;
    let wrong = number(app.db(), "SELECT min(id) FROM ledger_transfers WHERE kind = 'adjustment'").await;
    let tx = app.db().begin().await.unwrap();
    let wrong = tally_entity::LedgerTransferId(wrong);
    tally_ledger::reverse(&tx, wrong, "a mistake".to_owned(), None, tally_testkit::now()).await.unwrap();
    tx.commit().await.unwrap();
    whole(&report(&app).await);
    for table in ["ledger_entries", "ledger_transfers", "wallets", "payments", "tips", "refunds"] {
        app.db()
            .execute_unprepared(&format!("CREATE TABLE kept_{table} AS SELECT id FROM {table}"))
            .await
            .unwrap();
    }

    let mut dice = Dice::new(7);
    let mut unnoticed = Vec::new();
    for number in 0..TRIES as usize {
        // Each of them, and then at random.
        let which = if number < TAMPERINGS.len() { number } else { dice.pick(TAMPERINGS.len()) };
        let tampering = TAMPERINGS[which];
        let (id, was) = tamper(&app, tampering, &mut dice).await;
        let found = report(&app).await;
        if found.is_whole() {
            unnoticed.push((tampering, was.clone()));
        }
        mend(&app, tampering.0, id, &was).await;
        whole(&report(&app).await);
    }
    assert!(unnoticed.is_empty(), "{unnoticed:#?}");
    println!("{TRIES} of {TRIES} tampered rows were found");
}

#[tokio::test]
async fn the_command_says_which_row_it_is_and_fails() {
    let app = TestApp::start().await;
    money(&app, "alpha").await;
    let state = StateDir::new();
    let prove = async || {
        let mut command = tally_to(app.database_url()).unwrap();
        command.args(["ledger", "verify"]).env("TALLY_STATE_DIR", &state.0).stdin(Stdio::null());
        let output = command.output().await.unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (code, told, progress) = prove().await;
    assert_eq!(code, Some(0), "{told}{progress}");
    assert!(told.contains("All is well") && told.contains("transfers"), "{told}");
    assert!(progress.contains("[ 1/"), "{progress}");

    let entry = number(app.db(), "SELECT max(id) FROM ledger_entries").await;
    unguarded(&app, &format!("UPDATE ledger_entries SET balance_after_cents = 1 WHERE id = {entry}")).await;
    let (code, told, complaint) = prove().await;
    assert_eq!(code, Some(1), "{told}{complaint}");
    assert!(told.contains(&format!("ledger_entries {entry}: ")), "{told}");
    assert!(complaint.contains("the ledger is not whole"), "{complaint}");
}

#[tokio::test]
async fn a_top_up_that_says_it_was_paid_and_was_never_booked_is_found() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = app.user_id(Role::Client, Some(site)).await;
    let wallet = app.wallet(site, ann).insert().await;
    whole(&report(&app).await);
    let order = app.order(site).set(|o| o.client_id = Set(Some(ann))).insert().await;
    let paid = app.payment(&order).set(|p| {
        (p.payment_type, p.order_id) = (Set(tally_entity::PaymentType::WalletLoading), Set(None));
        (p.wallet_id, p.amount_cents) = (Set(Some(wallet.id)), Set(500));
        p.status = Set(PaymentStatus::Completed);
    });
    let paid = paid.insert().await;
    let report = report(&app).await;
    let found: Vec<_> = report.violations.iter().map(|(_, row)| (row.table_name.as_str(), row.id)).collect();
    assert_eq!(found, [("payments", Some(paid.id.0))]);
}
