//! The program `migration`, started as an operator and eight deployments at once start it.

use std::process::{Command, Output, Stdio};

use tally_migration::status;
use tally_testkit::TestDatabase;

const PROGRAM: &str = env!("CARGO_BIN_EXE_migration-under-test");
const PROCESSES: usize = 8;

fn migration(url: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env("DATABASE_URL", url).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test]
async fn of_eight_at_once_one_applies_and_all_succeed() {
    let database = TestDatabase::bare().await;
    let names: Vec<_> =
        status(&database.connection).await.unwrap().into_iter().map(|state| state.name).collect();
    let listed =
        |word: &str| names.iter().map(|name| format!("{word} {name}\n")).collect::<Vec<_>>().concat();
    let count = names.len();

    let before = migration(&database.url, &["status"]).output().unwrap();
    assert_eq!(out(&before), format!("{}{count} migrations, {count} pending.\n", listed("pending ")));

    let started: Vec<_> =
        (0..PROCESSES).map(|_| migration(&database.url, &["up"]).spawn().expect("it starts")).collect();
    let ended: Vec<_> =
        started.into_iter().map(|process| process.wait_with_output().expect("it ends")).collect();

    for output in &ended {
        assert!(output.status.success(), "{}", err(output));
    }
    let mut said: Vec<_> = ended.iter().map(out).collect();
    said.sort();
    let applied = said.pop();
    assert_eq!(said, vec!["Nothing to apply.\n".to_owned(); PROCESSES - 1]);
    assert_eq!(applied, Some(listed("applied")));

    let after = migration(&database.url, &["status"]).output().unwrap();
    assert_eq!(out(&after), format!("{}{count} migrations, 0 pending.\n", listed("applied ")));
}

#[tokio::test]
async fn it_says_what_is_wrong_and_fails() {
    let unset = migration("", &["up"]).env_remove("DATABASE_URL").output().unwrap();
    assert_eq!(unset.status.code(), Some(2));
    assert!(err(&unset).contains("Set DATABASE_URL"), "{}", err(&unset));

    let nowhere = migration("postgres://nobody@127.0.0.1:1/nothing", &["status"]).output().unwrap();
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(
        err(&nowhere).contains("cannot connect to the database. Check DATABASE_URL"),
        "{}",
        err(&nowhere)
    );

    let database = TestDatabase::create().await;
    let mut db = super::connect(&database.url).await;
    super::run(&mut db, "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 0)")
        .await;
    let newer = migration(&database.url, &["up"]).output().unwrap();
    assert_eq!(newer.status.code(), Some(1));
    assert!(err(&newer).contains("m9999_future"), "{}", err(&newer));
}
