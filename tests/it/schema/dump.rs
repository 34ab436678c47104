//! The schema as `pg_dump` writes it.

use std::process::Command;

use tally_migration::{Locking::Advisory, State, down, refresh, reset, status, up};
use tally_testkit::TestDatabase;

use crate::root;

#[tokio::test]
async fn up_down_up_equals_up_equals_the_committed_file() {
    let database = TestDatabase::bare().await;
    let db = &database.connection;
    let nothing = dump(&database.url);
    let all: Vec<String> = status(db).await.unwrap().into_iter().map(|State { name, .. }| name).collect();

    assert_eq!(up(db, Advisory, None).await.unwrap(), all);
    let migrated = dump(&database.url);
    let committed = std::fs::read_to_string(root().join("migration/schema.sql")).unwrap();
    assert_same(
        &committed,
        &migrated,
        "migrate an empty database and write migration/dump.sh's output to schema.sql",
    );

    let backwards: Vec<String> = all.iter().rev().cloned().collect();
    assert_eq!(down(db, Advisory, None).await.unwrap(), backwards);
    assert_eq!(up(db, Advisory, None).await.unwrap(), all);
    assert_same(&migrated, &dump(&database.url), "down leaves something, or takes too much");

    assert_eq!(refresh(db, Advisory).await.unwrap(), all);
    assert_same(&migrated, &dump(&database.url), "refresh is down and up");

    assert_eq!(reset(db, Advisory).await.unwrap(), backwards);
    assert_same(&nothing, &dump(&database.url), "reset leaves nothing, its own list included");
}

/// One step back and forth at every height: a migration that is undone only together with later ones
/// cannot be taken back when it has just been released.
#[tokio::test]
async fn each_migration_can_be_undone_alone() {
    let database = TestDatabase::bare().await;
    let db = &database.connection;
    let steps = status(db).await.unwrap().len();
    let mut below = dump(&database.url);
    for step in 0..steps {
        let name = up(db, Advisory, Some(1)).await.unwrap();
        let here = dump(&database.url);
        assert_eq!(down(db, Advisory, Some(1)).await.unwrap(), name);
        if step > 0 {
            assert_same(&below, &dump(&database.url), &format!("{name:?} down"));
        }
        assert_eq!(up(db, Advisory, Some(1)).await.unwrap(), name);
        assert_same(&here, &dump(&database.url), &format!("{name:?} up again"));
        below = here;
    }
}

fn dump(url: &str) -> String {
    let output = Command::new(root().join("migration/dump.sh")).arg(url).output().expect("bash and pg_dump");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Shows the first line that differs instead of both texts.
#[track_caller]
fn assert_same(expected: &str, found: &str, why: &str) {
    let (mut expected, mut found) = (expected.lines(), found.lines());
    for number in 1.. {
        let (expected, found) = (expected.next(), found.next());
        assert_eq!(expected, found, "line {number}: {why}");
        if expected.is_none() {
            break;
        }
    }
}
