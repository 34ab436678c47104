//! `tally cache`, beside real servers.

use std::process::Stdio;

use serde_json::Value;
use tally_testkit::{Serving, tally_to};
use tokio::{io::AsyncWriteExt as _, process::Command};

use super::servers::{PAYMENTS, Servers, TIPS, until};

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

async fn run(mut command: Command) -> Said {
    command.stdin(Stdio::null());
    let output = command.output().await.unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Said { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
}

#[tokio::test]
async fn statistics_flush_and_warm_work_beside_servers() {
    let servers = Servers::new().await;
    let said = run(servers.tally(&["cache"])).await;
    assert_eq!(said.code, Some(69), "{}", said.err);
    assert!(said.err.contains("no server has told its counters"), "{}", said.err);

    let [(_one, mut one), (_two, mut two)] = servers.two().await;
    for path in [PAYMENTS, TIPS] {
        for _ in 0..2 {
            one.status(path).await;
            two.status(path).await;
        }
    }
    let said = run(servers.tally(&["--json", "cache", "stats"])).await;
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, &told["processes"], &told["scope"]), (Some(0), &2.into(), &"all".into()));
    let said = run(servers.tally(&["cache", "stats"])).await;
    assert!(said.out.starts_with("2 process(es) since "), "{}", said.out);
    let said = run(servers.tally(&["cache", "policies"])).await;
    let line = said.out.lines().find(|line| line.starts_with("admin.payment_status ")).unwrap();
    assert_eq!(
        line.split_whitespace().collect::<Vec<_>>(),
        ["admin.payment_status", "300", "150", "900", "warm", "website", "orders/website_id"]
    );

    let said = run(servers.tally(&["cache", "flush", "--policy", "admin.payment_status"])).await;
    assert_eq!((said.code, said.out.as_str()), (Some(0), "Flushed: admin.payment_status.\n"), "{}", said.err);
    until("both have heard", async || {
        let mut heard = true;
        for asking in [&mut one, &mut two] {
            let clock = asking.json("/insight/cache/?scope=process").await["clock"].clone();
            heard &= clock["seq"] == clock["applied_seq"] && clock["seq"].as_u64() > Some(0);
        }
        heard
    })
    .await;
    assert!(one.status(TIPS).await.starts_with("hit"), "another policy's");
    // This process loads what ended, and everybody finds it in Redis.
    let said = run(servers.tally(&["--json", "cache", "warm", "--policy", "admin.payment_status"])).await;
    let done: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}", said.err));
    assert_eq!((&done["warmed"], &done["failed"]), (&2.into(), &0.into()), "{done}");
    for asking in [&mut one, &mut two] {
        let before = asking.policy("admin.payment_status", "process").await["loads"].clone();
        assert!(asking.status(PAYMENTS).await.starts_with("hit"));
        assert_eq!(asking.policy("admin.payment_status", "process").await["loads"], before);
    }
}

#[tokio::test]
async fn everything_is_flushed_only_by_those_who_mean_it() {
    let servers = Servers::new().await;
    let (_one, mut one) = servers.start().await;
    let epoch = async |asking: &mut super::servers::Asking| {
        asking.json("/insight/cache/").await["clock"]["epoch"].clone()
    };
    let first = epoch(&mut one).await;
    let said = run(servers.tally(&["cache", "flush", "--everything"])).await;
    assert!(said.code == Some(0) && said.out.ends_with("Nothing was flushed.\n"), "{}", said.out);
    assert_eq!(epoch(&mut one).await, first);
    let mut asked = servers.tally(&["cache", "flush", "--everything"]);
    let mut asked = asked.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    asked.stdin.take().unwrap().write_all(b"y\n").await.unwrap();
    let said = asked.wait_with_output().await.unwrap();
    assert!(String::from_utf8_lossy(&said.stdout).ends_with("Flushed: everything.\n"));
    until("a new epoch is heard of", async || epoch(&mut one).await != first).await;
    let second = epoch(&mut one).await;
    let said = run(servers.tally(&["--json", "cache", "flush", "--everything", "--yes"])).await;
    assert_eq!(said.out, "{\"flushed\":\"everything\",\"seq\":0}\n");
    until("another epoch is heard of", async || epoch(&mut one).await != second).await;
}

#[tokio::test]
async fn what_cannot_be_done_is_said_kindly() {
    let mut servers = Servers::new().await;
    for arguments in
        [&["cache", "flush"][..], &["cache", "flush", "--policy", "a", "--tag", "b"], &["cache", "fill"]]
    {
        assert_eq!(run(servers.tally(arguments)).await.code, Some(64), "{arguments:?}");
    }
    let said = run(servers.tally(&["cache", "flush", "--policy", "admin.none"])).await;
    assert_eq!((said.code, said.err.contains("there is no such policy")), (Some(1), true), "{}", said.err);
    servers.redis.kill().await;
    for arguments in [&["cache"][..], &["cache", "flush", "--tag", "orders"], &["cache", "warm"]] {
        let said = run(servers.tally(arguments)).await;
        assert_eq!((said.code, said.err.contains("Redis does not answer")), (Some(69), true), "{}", said.err);
    }
    let alone = |arguments: &[&str]| {
        let mut command = tally_to(servers.app.database_url()).unwrap();
        command.args(arguments).env("TALLY_STATE_DIR", &servers.state.0);
        command
    };
    for arguments in [&["cache", "flush", "--everything", "--yes"][..], &["cache", "warm"]] {
        let said = run(alone(arguments)).await;
        assert_eq!((said.code, said.err.contains("REDIS_URL is not set")), (Some(69), true), "{}", said.err);
    }
    assert_eq!(run(alone(&["cache", "stats"])).await.code, Some(69));
    // Without Redis a server leaves its counters in the state folder.
    let _serving = Serving::start(alone(&[]), &servers.state.0).await.unwrap();
    until("it has written them", async || run(alone(&["cache", "stats"])).await.code == Some(0)).await;
    let said = run(alone(&["--json", "cache"])).await;
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&told["processes"], &told["level2"]["state"]), (&1.into(), &"off".into()));
}
