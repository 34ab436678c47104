//! What must hold, each as a statement that finds the rows for which it does not.

use crate::seal::{digest, kept};

/// One thing that must hold.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Its name.
    pub name: &'static str,
    /// It, in words.
    pub about: &'static str,
    /// The statement, with the columns of [`super::Violation`].
    pub(super) sql: fn() -> String,
}

const fn check(name: &'static str, about: &'static str, sql: fn() -> String) -> Check {
    Check { name, about, sql }
}

/// Everything that must hold, in the order in which it is looked at.
pub const CHECKS: &[Check] = &[
    check("transfers", "each transfer has two or more entries, balances, and is as it was booked", transfers),
    check("entries", "each entry belongs to a transfer and to a wallet", || ENTRIES.to_owned()),
    check("chain", "each entry goes on from the one before it in its wallet", || CHAIN.to_owned()),
    check("balances", "each wallet holds what its entries sum to", || BALANCES.to_owned()),
    check("currencies", "all wallets of a currency sum to nothing", || CURRENCIES.to_owned()),
    check("below zero", "no person's wallet and no escrow was ever below zero", || BELOW.to_owned()),
    check("refunded", "payments know what was given back of them", || REFUNDED.to_owned()),
    check("payments", "payments and their transfers agree", || PAYMENTS.to_owned()),
    check("tips", "tips and their transfers agree", || TIPS.to_owned()),
    check("refunds", "refunds and their transfers agree", || REFUNDS.to_owned()),
    check("points", "converted points and their transfers agree", || POINTS.to_owned()),
    check("causes", "each transfer has the row that it was booked for", || CAUSES.to_owned()),
];

fn transfers() -> String {
    let (kept, digest) = (kept("transfer"), digest("transfer", "entry", "wallet"));
    format!(
        "SELECT 'ledger_transfers' AS table_name, transfer.id, CASE
            WHEN count(entry.id) < 2 THEN 'has fewer than two entries'
            WHEN sum(entry.amount_cents) <> 0 THEN 'its entries sum to ' || sum(entry.amount_cents) || ' cents'
            ELSE 'it, an entry of it or the owner of a wallet was changed after it was booked' END AS problem
        FROM ledger_transfers AS transfer
        LEFT JOIN ledger_entries AS entry ON entry.transfer_id = transfer.id
        LEFT JOIN wallets AS wallet ON wallet.id = entry.wallet_id
        GROUP BY transfer.id
        HAVING count(entry.id) < 2 OR sum(entry.amount_cents) <> 0 OR ({kept}) IS DISTINCT FROM {digest}"
    )
}

const ENTRIES: &str = "
    SELECT 'ledger_entries' AS table_name, entry.id, CASE WHEN transfer.id IS NULL
        THEN 'there is no transfer ' || entry.transfer_id
        ELSE 'there is no wallet ' || entry.wallet_id END AS problem
    FROM ledger_entries AS entry
    LEFT JOIN ledger_transfers AS transfer ON transfer.id = entry.transfer_id
    LEFT JOIN wallets AS wallet ON wallet.id = entry.wallet_id
    WHERE transfer.id IS NULL OR wallet.id IS NULL";

const CHAIN: &str = "
    SELECT 'ledger_entries' AS table_name, id,
        'wallet ' || wallet_id || ' held ' || held || ' cents before, and ' || balance_after_cents
        || ' after ' || amount_cents AS problem
    FROM (
        SELECT id, wallet_id, amount_cents, balance_after_cents,
            lag(balance_after_cents, 1, 0::bigint) OVER (PARTITION BY wallet_id ORDER BY id) AS held
        FROM ledger_entries
    ) AS entry
    WHERE balance_after_cents <> held + amount_cents";

const BALANCES: &str = "
    SELECT 'wallets' AS table_name, wallet.id,
        'holds ' || wallet.balance_cents || ' cents, its entries sum to ' || coalesce(entries.total, 0)
        AS problem
    FROM wallets AS wallet
    LEFT JOIN (SELECT wallet_id, sum(amount_cents) AS total FROM ledger_entries GROUP BY wallet_id) AS entries
        ON entries.wallet_id = wallet.id
    WHERE wallet.balance_cents <> coalesce(entries.total, 0)";

const CURRENCIES: &str = "
    SELECT 'wallets' AS table_name, NULL::bigint AS id,
        'those in ' || currency || ' sum to ' || sum(balance_cents) || ' cents' AS problem
    FROM wallets GROUP BY currency HAVING sum(balance_cents) <> 0";

const BELOW: &str = "
    SELECT 'ledger_entries' AS table_name, entry.id,
        'left ' || entry.balance_after_cents || ' cents in wallet ' || entry.wallet_id AS problem
    FROM ledger_entries AS entry JOIN wallets AS wallet ON wallet.id = entry.wallet_id
    WHERE entry.balance_after_cents < 0 AND wallet.kind IN ('user', 'escrow')";

const REFUNDED: &str = "
    SELECT 'payments' AS table_name, payment.id,
        payment.refunded_cents || ' of ' || payment.amount_cents || ' cents given back, its refunds sum to '
        || coalesce(given.total, 0) AS problem
    FROM payments AS payment
    LEFT JOIN (
        SELECT payment_id, sum(wallet_amount_cents + external_amount_cents) AS total
        FROM refunds WHERE status = 'processed' GROUP BY payment_id
    ) AS given ON given.payment_id = payment.id
    WHERE payment.refunded_cents <> coalesce(given.total, 0) OR payment.refunded_cents > payment.amount_cents";

/// What came from elsewhere without a transfer stays without one; only top-ups are nothing without it.
const PAYMENTS: &str = "
    SELECT 'payments' AS table_name, payment.id, CASE
        WHEN payment.ledger_transfer_id IS NULL THEN 'is completed and was never booked'
        WHEN transfer.id IS NULL THEN 'there is no transfer ' || payment.ledger_transfer_id
        ELSE 'it differs from transfer ' || transfer.id END AS problem
    FROM payments AS payment
    LEFT JOIN ledger_transfers AS transfer ON transfer.id = payment.ledger_transfer_id
    LEFT JOIN (
        SELECT transfer_id, sum(amount_cents) AS cents FROM ledger_entries WHERE amount_cents > 0 GROUP BY transfer_id
    ) AS moved ON moved.transfer_id = transfer.id
    WHERE (payment.ledger_transfer_id IS NULL AND payment.payment_type = 'wallet_loading'
            AND payment.status IN ('completed', 'succeeded') AND payment.amount_cents > 0)
        OR (payment.ledger_transfer_id IS NOT NULL AND (transfer.id IS NULL
            OR payment.status IN ('pending', 'unpaid', 'failed', 'cancelled')
            OR moved.cents IS DISTINCT FROM payment.amount_cents
            OR transfer.reference <> CASE payment.payment_type WHEN 'wallet_loading' THEN 'top-up:' || payment.id
                WHEN 'tip' THEN 'tip:' || payment.tip_id ELSE 'payment:' || payment.id END))";

const TIPS: &str = "
    SELECT 'tips' AS table_name, tip.id, CASE
        WHEN transfer.id IS NULL THEN 'there is no transfer ' || tip.ledger_transfer_id
        ELSE 'it differs from transfer ' || transfer.id END AS problem
    FROM tips AS tip
    LEFT JOIN ledger_transfers AS transfer ON transfer.id = tip.ledger_transfer_id
    LEFT JOIN (
        SELECT transfer_id, sum(amount_cents) AS cents FROM ledger_entries WHERE amount_cents > 0 GROUP BY transfer_id
    ) AS moved ON moved.transfer_id = transfer.id
    WHERE tip.ledger_transfer_id IS NOT NULL AND (transfer.id IS NULL OR tip.payment_status <> 'completed'
        OR moved.cents IS DISTINCT FROM tip.amount_cents OR transfer.reference <> 'tip:' || tip.id)";

const REFUNDS: &str = "
    SELECT 'refunds' AS table_name, refund.id, CASE
        WHEN transfer.id IS NULL THEN 'there is no transfer ' || refund.ledger_transfer_id
        ELSE 'it differs from transfer ' || transfer.id END AS problem
    FROM refunds AS refund
    LEFT JOIN ledger_transfers AS transfer ON transfer.id = refund.ledger_transfer_id
    LEFT JOIN (
        SELECT transfer_id, sum(amount_cents) AS cents FROM ledger_entries WHERE amount_cents > 0 GROUP BY transfer_id
    ) AS moved ON moved.transfer_id = transfer.id
    WHERE refund.ledger_transfer_id IS NOT NULL AND (transfer.id IS NULL OR refund.status <> 'processed'
        OR moved.cents IS DISTINCT FROM refund.wallet_amount_cents + refund.external_amount_cents
        OR transfer.reference <> 'refund:' || refund.id)";

const POINTS: &str = "
    SELECT 'loyalty_transactions' AS table_name, points.id, 'was converted and never booked' AS problem
    FROM loyalty_transactions AS points
    LEFT JOIN ledger_transfers AS transfer ON transfer.reference = 'loyalty:' || points.id
    WHERE points.source = 'conversion' AND transfer.kind IS DISTINCT FROM 'loyalty'";

const CAUSES: &str = "
    SELECT 'ledger_transfers' AS table_name, transfer.id,
        'no row says that it is the booking ' || transfer.reference AS problem
    FROM ledger_transfers AS transfer
    LEFT JOIN payments AS payment ON payment.ledger_transfer_id = transfer.id
    LEFT JOIN tips AS tip ON tip.ledger_transfer_id = transfer.id
    LEFT JOIN refunds AS refund ON refund.ledger_transfer_id = transfer.id
    LEFT JOIN loyalty_transactions AS points
        ON points.source = 'conversion' AND transfer.reference = 'loyalty:' || points.id
    WHERE CASE transfer.kind WHEN 'payment' THEN payment.id WHEN 'top_up' THEN payment.id WHEN 'tip' THEN tip.id + payment.id
        WHEN 'refund' THEN refund.id WHEN 'loyalty' THEN points.id ELSE 0 END IS NULL";
