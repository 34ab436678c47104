//! What makes a change of any column of a booking show.
//!
//! A transfer carries a digest of itself, of its entries and of whose wallets they are. It is computed by the
//! database from the same text when it is written and when it is verified, so nothing has to be spelled the same
//! way twice. Like the rest of `metadata` it is never changed: the ledger's rows are not.

/// Where in `metadata` the digest is kept.
const NAME: &str = "seal";

/// The digest of a transfer, as SQL. `transfer`, `entry` and `wallet` are the names of the rows; `entry` and
/// `wallet` are aggregated over.
pub(crate) fn digest(transfer: &str, entry: &str, wallet: &str) -> String {
    // The text of an instant depends on the time zone of the session, its number does not.
    let micros = |row: &str| format!("(extract(epoch FROM {row}.created_at) * 1000000)::bigint");
    let columns = |row: &str, names: &[&str]| {
        names.iter().map(|name| format!("{row}.{name}")).collect::<Vec<_>>().join(", ")
    };
    let transfer_columns = columns(
        transfer,
        &["id", "website_id", "kind", "reference", "description", "reverses_id", "created_by_id"],
    );
    let entry_columns =
        columns(entry, &["id", "website_id", "wallet_id", "amount_cents", "balance_after_cents"]);
    let wallet_columns = columns(wallet, &["website_id", "user_id", "kind", "shard", "currency"]);
    format!(
        "encode(sha256(convert_to(
            ROW({transfer_columns}, {transfer}.metadata - '{NAME}', {})::text
            || string_agg(ROW({entry_columns}, {}, {wallet_columns}, {})::text, '' ORDER BY {entry}.id),
        'UTF8')), 'hex')",
        micros(transfer),
        micros(entry),
        micros(wallet),
    )
}

/// The digest that a transfer carries, as SQL; null without one.
pub(crate) fn kept(transfer: &str) -> String {
    format!("{transfer}.metadata ->> '{NAME}'")
}

/// `metadata` with the digest in it, as SQL.
pub(crate) fn sealed(metadata: &str, digest: &str) -> String {
    format!("{metadata} || jsonb_build_object('{NAME}', {digest})")
}
