//! Payments, movements of wallets and bonuses as one list.

use chrono::{DateTime, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, Value, entity::prelude::*};
use tally_entity::{UserId, WebsiteId, WebsiteScope};
use tokio::try_join;

use crate::payments::repository::payment::{ListedPayment, PAYMENTS, named};

/// What went through people's wallets. What payments and tips moved stands with these already.
const MOVEMENTS: &str = "
    SELECT CASE users.role WHEN 'client' THEN 'client_wallet' ELSE 'writer_wallet' END AS kind,
        ledger_entries.id AS source_id, 'wallet_transaction' AS payment_type,
        abs(ledger_entries.amount_cents) AS amount_cents, 'completed' AS status, 'wallet' AS method,
        CASE users.role WHEN 'client' THEN users.id END AS client_id,
        CASE users.role WHEN 'client' THEN NULL ELSE users.id END AS writer_id, ledger_entries.website_id,
        NULL::bigint AS order_id, NULL::bigint AS special_order_id, NULL::bigint AS class_bundle_id,
        wallets.id AS related_id, 'wallet' AS related_type, ledger_transfers.reference::text AS reference_id,
        NULL::text AS transaction_id, ledger_transfers.description::text AS description,
        ledger_entries.amount_cents > 0 AS is_credit, ledger_entries.created_at,
        ledger_entries.created_at AS confirmed_at
    FROM ledger_entries
    JOIN wallets ON wallets.id = ledger_entries.wallet_id AND wallets.kind = 'user'
    JOIN users ON users.id = wallets.user_id
    JOIN ledger_transfers ON ledger_transfers.id = ledger_entries.transfer_id
        AND ledger_transfers.kind NOT IN ('payment', 'top_up', 'tip', 'escrow_fund')";

const BONUSES: &str = "
    SELECT 'bonus' AS kind, id AS source_id, 'bonus' AS payment_type, amount_cents,
        CASE WHEN paid_at IS NULL THEN 'pending' ELSE 'completed' END AS status, NULL::text AS method,
        NULL::bigint AS client_id, writer_id, website_id, order_id, special_order_id, class_bundle_id,
        coalesce(order_id, special_order_id, class_bundle_id) AS related_id,
        CASE WHEN order_id IS NOT NULL THEN 'order' WHEN special_order_id IS NOT NULL THEN 'special_order'
            WHEN class_bundle_id IS NOT NULL THEN 'class_bundle' END AS related_type,
        'bonus-' || id AS reference_id, NULL::text AS transaction_id, reason AS description,
        true AS is_credit, created_at, paid_at AS confirmed_at
    FROM writer_bonuses";

/// Whose money it is about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Whose {
    /// Of clients of these websites.
    Clients(WebsiteScope),
    /// Of this client.
    Client(UserId),
    /// Of everybody of these websites, writers too.
    Everybody(WebsiteScope),
}

/// Which rows are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) payment_types: Option<Vec<String>>,
    pub(crate) statuses: Option<Vec<String>>,
    pub(crate) client: Option<UserId>,
    pub(crate) from: Option<DateTime<Utc>>,
    pub(crate) until: Option<DateTime<Utc>>,
    /// How a reference begins; for staff also a client's user name or address.
    pub(crate) search: Option<String>,
}

#[derive(Debug, FromQueryResult)]
struct Count {
    count: i64,
}

/// A statement on its way: its conditions, and the values that these name.
#[derive(Default)]
struct Terms {
    values: Vec<Value>,
    wanted: Vec<String>,
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    whose: Whose,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<ListedPayment>), DbErr> {
    let mut terms = Terms::default();
    let rows = terms.rows(whose, wanted);
    let sql = format!("SELECT count(*) AS count FROM ({rows}) AS listed");
    let count = Statement::from_sql_and_values(DbBackend::Postgres, sql, terms.values.clone());
    let (limit, offset) = (terms.bind(limit), terms.bind(offset));
    // Cut first, so that only the rows of the page meet the tables with their names.
    let page = named(&format!(
        "SELECT * FROM ({rows}) AS cut ORDER BY created_at DESC, source_id DESC, kind LIMIT {limit} OFFSET {offset}"
    ));
    let sql = format!("{page} ORDER BY listed.created_at DESC, listed.source_id DESC, listed.kind");
    let page = Statement::from_sql_and_values(DbBackend::Postgres, sql, terms.values);
    let counted = async {
        let found = Count::find_by_statement(count).one(db).await?;
        Ok(found.map_or(0, |found| found.count))
    };
    try_join!(counted, ListedPayment::find_by_statement(page).all(db))
}

impl Terms {
    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// The rows before they have names.
    fn rows(&mut self, whose: Whose, wanted: &Wanted) -> String {
        let (scope, client, everybody) = match whose {
            Whose::Clients(scope) => (scope, wanted.client, false),
            Whose::Client(id) => (WebsiteScope::All, Some(id), false),
            Whose::Everybody(scope) => (scope, wanted.client, true),
        };
        // Writers' wallets are nobody else's business.
        let clients = (!everybody || client.is_some()).then_some("users.role = 'client'");
        let mut parts = vec![
            self.part(PAYMENTS, "payments", "payments.client_id", scope, client, None),
            self.part(MOVEMENTS, "ledger_entries", "users.id", scope, client, clients),
        ];
        if everybody && client.is_none() {
            parts.push(self.part(BONUSES, "writer_bonuses", "NULL", scope, None, None));
        }
        self.narrow(wanted, !matches!(whose, Whose::Client(_)));
        let wanted = if self.wanted.is_empty() { "true".to_owned() } else { self.wanted.join(" AND ") };
        format!("SELECT * FROM ({}) AS found WHERE {wanted}", parts.join(" UNION ALL "))
    }

    fn part(
        &mut self,
        rows: &str,
        table: &str,
        person: &str,
        scope: WebsiteScope,
        client: Option<UserId>,
        besides: Option<&str>,
    ) -> String {
        let mut terms: Vec<_> = besides.map(str::to_owned).into_iter().collect();
        if let WebsiteScope::One(WebsiteId(id)) = scope {
            terms.push(format!("{table}.website_id = {}", self.bind(id)));
        }
        if let Some(UserId(id)) = client {
            terms.push(format!("{person} = {}", self.bind(id)));
        }
        let terms = terms.join(" AND ");
        if terms.is_empty() { rows.to_owned() } else { format!("{rows} WHERE {terms}") }
    }

    fn narrow(&mut self, wanted: &Wanted, with_people: bool) {
        let Wanted { payment_types, statuses, client: _, from, until, search } = wanted;
        for (column, words) in [("payment_type", payment_types), ("status", statuses)] {
            if let Some(words) = words.clone() {
                let words = self.bind(words);
                self.wanted.push(format!("{column} = ANY ({words})"));
            }
        }
        for (operator, instant) in [(">=", from), ("<", until)] {
            if let Some(instant) = *instant {
                let instant = self.bind(instant);
                self.wanted.push(format!("created_at {operator} {instant}"));
            }
        }
        if let Some(text) = search.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let text = self.bind(text);
            let people = if with_people {
                format!(
                    " OR client_id IN (SELECT id FROM users
                        WHERE starts_with(lower(username), lower({text})) OR starts_with(email, lower({text})))"
                )
            } else {
                String::new()
            };
            self.wanted.push(format!(
                "(starts_with(transaction_id, {text}) OR starts_with(reference_id, lower({text}))
                    OR starts_with(reference_id, {text}){people})"
            ));
        }
    }
}
