//! What no dashboard shows leaves no tag, and everything else does.

use tally_migration::invalidation::{Ignored, TRACKED, Tracked};

use super::{FreeTables, insert, narrowed, tags, values};

/// Every sign-in writes some columns of its user.
#[tokio::test]
async fn a_change_of_ignored_columns_alone_leaves_nothing() {
    let mut tables = FreeTables::create().await;
    for (tracked, ignored) in by_columns() {
        let table = tracked.table;
        insert(&mut tables, tracked, 1).await;
        insert(&mut tables, tracked, 2).await;
        tags(&mut tables).await;
        let columns = tables.columns(table).await;

        let unseen = columns.iter().filter(|column| ignored.contains(&column.name.as_str()));
        let set: Vec<_> = unseen.map(|column| format!("{} = {}", column.name, column.other())).collect();
        assert_eq!(set.len(), ignored.len());
        tables.run(&format!("UPDATE {table} SET {}", set.join(", "))).await;
        assert_eq!(tags(&mut tables).await, Vec::<String>::new(), "{table} {ignored:?}");

        // The second row changes in ignored columns only: the same statement leaves no tag of it.
        let first = format!("{} = {}", tracked.columns[0], values(tracked, 1)[0].1);
        let old = values(tracked, 1);
        for column in columns.iter().filter(|column| !ignored.contains(&column.name.as_str())) {
            let (name, other) = (&column.name, column.other());
            let mut new = old.clone();
            new.iter_mut().filter(|(tag, _)| tag == name).for_each(|(_, value)| value.clone_from(&other));
            let mut expected = narrowed(tracked, &[&old, &new]);
            expected.dedup();

            tables.run("BEGIN").await;
            let set = [format!("{name} = CASE WHEN {first} THEN {other} ELSE {name} END"), set.join(", ")]
                .join(", ");
            tables.run(&format!("UPDATE {table} SET {set}")).await;
            assert_eq!(tags(&mut tables).await, expected, "{table}.{name}");
            tables.run("ROLLBACK").await;
        }
    }
}

fn by_columns() -> impl Iterator<Item = (&'static Tracked, &'static [&'static str])> {
    let of = |tracked: &'static Tracked| match tracked.ignored {
        Ignored::Columns(columns) => Some((tracked, columns)),
        Ignored::Nothing | Ignored::Rows(_) => None,
    };
    assert!(TRACKED.iter().any(|tracked| of(tracked).is_some()));
    TRACKED.iter().filter_map(of)
}

/// Sign-ins are written down but are no activity that is shown.
#[tokio::test]
async fn security_rows_of_the_audit_log_leave_nothing() {
    let of_rows = TRACKED.iter().filter(|tracked| matches!(tracked.ignored, Ignored::Rows(_)));
    assert_eq!(
        of_rows.map(|tracked| tracked.table).collect::<Vec<_>>(),
        ["audit_log"],
        "test the others too"
    );

    let mut tables = FreeTables::create().await;
    tables.insert("audit_log", 2, &[("website_id", "n"), ("action_type", "'security'")]).await;
    assert_eq!(tags(&mut tables).await, Vec::<String>::new());

    let mixed = "CASE n WHEN 1 THEN 'security' ELSE 'other' END";
    tables.insert("audit_log", 2, &[("website_id", "n"), ("action_type", mixed)]).await;
    assert_eq!(tags(&mut tables).await, ["audit_log", "audit_log/website_id=2"]);

    tables.run("DELETE FROM audit_log WHERE action_type = 'security'").await;
    assert_eq!(tags(&mut tables).await, Vec::<String>::new());
}
