//! Many clients move money at once while the server is killed again and again.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tally_entity::{Role, UserId};
use tally_testkit::{PrivateRedis, Serving, TestApp, WireClient, is_soak, tally_to};
use tokio::task::JoinSet;

use super::{number, report, whole};
use crate::{
    dice::Dice,
    process::{StateDir, token, token_of},
};

const CLIENTS: usize = 16;
const ACCOUNTS: usize = 50;
/// Of these the first half are clients, who give tips to the others.
const GIVERS: usize = ACCOUNTS / 2;
const AGAIN: Duration = Duration::from_millis(25);
/// What a writer without a level gets of a tip, in percent.
const SHARE: i64 = 30;

fn transfers() -> usize {
    if is_soak() { 100_000 } else { 1_200 }
}

/// Somebody with a wallet.
struct Account {
    user: UserId,
    wallet: i64,
    token: String,
}

/// A request that got its answer.
struct Done {
    token: usize,
    path: String,
    key: String,
    body: String,
    status: u16,
    answer: Vec<u8>,
    /// What it did to whom, when it succeeded.
    effect: Vec<(usize, i64)>,
}

struct Bank {
    app: TestApp,
    redis: PrivateRedis,
    state: StateDir,
    accounts: Vec<Account>,
    boss: String,
    addr: Mutex<SocketAddr>,
}

impl Bank {
    async fn open() -> (Arc<Self>, Serving) {
        let app = TestApp::start().await;
        let site = app.website("alpha").await;
        let mut accounts = Vec::new();
        for at in 0..ACCOUNTS {
            let role = if at < GIVERS { Role::Client } else { Role::Writer };
            let user = app.user(role, Some(site)).insert().await;
            let wallet = app.wallet(site, user.id).insert().await.id.0;
            accounts.push(Account { user: user.id, wallet, token: token_of(&app, &user).await });
        }
        let boss = token(&app, Role::Admin, Some(site)).await;
        let (redis, state) = (PrivateRedis::start().await, StateDir::new());
        let serving = serve(&app, &redis, &state).await;
        let addr = Mutex::new(serving.addr);
        (Arc::new(Self { app, redis, state, accounts, boss, addr }), serving)
    }

    fn token(&self, who: usize) -> &str {
        self.accounts.get(who).map_or(&self.boss, |account| &account.token)
    }

    fn addr(&self) -> SocketAddr {
        *self.addr.lock().unwrap()
    }

    /// One of the ways in which money moves: a tip, a top-up, a correction.
    fn wish(&self, dice: &mut Dice, key: String) -> Done {
        // The first account is hot.
        let giver = if dice.roll(3) == 0 { 0 } else { dice.pick(GIVERS) };
        let any = if dice.roll(3) == 0 { 0 } else { dice.pick(ACCOUNTS) };
        let cents = i64::try_from(dice.roll(4_000)).unwrap();
        let amount = |cents: i64| tally_kernel::Money { cents }.to_string();
        let (token, path, body, effect) = match dice.roll(4) {
            0 => {
                let cents = cents + 100;
                let path = "/api/v1/wallet/api/client-wallet/top_up/".to_owned();
                (giver, path, json!({ "amount": amount(cents) }), vec![(giver, cents)])
            }
            1 => {
                let cents = if dice.roll(2) == 0 { cents + 1 } else { -cents - 1 };
                let area =
                    if any < GIVERS { "wallet/api/admin/wallets" } else { "writer-wallet/writer-wallets" };
                let path = format!("/api/v1/{area}/{}/adjust/", self.accounts[any].wallet);
                (ACCOUNTS, path, json!({ "amount": amount(cents), "reason": "chance" }), vec![(any, cents)])
            }
            _ => {
                let (cents, writer) = (cents + 50, GIVERS + dice.pick(ACCOUNTS - GIVERS));
                let body = json!({ "writer_id": self.accounts[writer].user, "tip_amount": amount(cents) });
                let share = (cents * SHARE + 50) / 100;
                let path = "/api/v1/writer-management/tips/".to_owned();
                (giver, path, body, vec![(giver, -cents), (writer, share)])
            }
        };
        Done { token, path, key, body: body.to_string(), status: 0, answer: Vec::new(), effect }
    }
}

async fn serve(app: &TestApp, redis: &PrivateRedis, state: &StateDir) -> Serving {
    let mut command = tally_to(app.database_url()).unwrap();
    command.env("REDIS_URL", redis.url()).env("TALLY_TOP_UP", "instant");
    Serving::start(command, &state.0).await.unwrap()
}

/// One of those who ask, with a connection for each account it asks as.
struct Asking {
    bank: Arc<Bank>,
    connections: HashMap<usize, (SocketAddr, WireClient)>,
}

impl Asking {
    /// The answer, however often the request must be sent for it.
    async fn insist(&mut self, wish: &Done) -> (u16, String, Vec<u8>) {
        loop {
            match self.once(wish).await {
                Ok((status, head, body)) if status != 503 && !is_under_way(status, &body) => {
                    return (status, head, body);
                }
                Ok(_) => {}
                Err(_) => {
                    self.connections.remove(&wish.token);
                }
            }
            tokio::time::sleep(AGAIN).await;
        }
    }

    async fn once(&mut self, wish: &Done) -> anyhow::Result<(u16, String, Vec<u8>)> {
        let addr = self.bank.addr();
        if self.connections.get(&wish.token).is_none_or(|(known, _)| *known != addr) {
            let client = WireClient::connect(addr, self.bank.token(wish.token)).await?;
            self.connections.insert(wish.token, (addr, client));
        }
        let (_, client) = self.connections.get_mut(&wish.token).expect("just made");
        let (status, answer) = client.post_once(&wish.path, &wish.key, &wish.body).await?;
        Ok((status, answer.head, answer.body))
    }
}

fn is_under_way(status: u16, body: &[u8]) -> bool {
    let problem =
        || serde_json::from_slice::<Value>(body).is_ok_and(|body| body["type"] == "/problems/in-progress");
    status == 409 && problem()
}

/// `count` transfers by one of the clients; now and then a request is sent again at once.
async fn ask(bank: Arc<Bank>, number: usize, count: usize) -> Vec<Done> {
    let mut asking = Asking { bank: Arc::clone(&bank), connections: HashMap::new() };
    let mut dice = Dice::new(number as u64 + 100);
    let mut all = Vec::new();
    let mut left = count;
    while left > 0 {
        let mut wish = bank.wish(&mut dice, format!("{number}-{}", all.len()));
        let (status, _, answer) = asking.insist(&wish).await;
        assert!(
            matches!(status, 200 | 201 | 409),
            "{}: {status} {}",
            wish.path,
            String::from_utf8_lossy(&answer)
        );
        (wish.status, wish.answer) = (status, answer);
        if dice.roll(10) == 0 {
            replayed(&mut asking, &wish).await;
        }
        left -= usize::from(status != 409);
        all.push(wish);
    }
    all
}

async fn replayed(asking: &mut Asking, done: &Done) {
    let (status, head, answer) = asking.insist(done).await;
    assert!(head.contains("idempotent-replayed: true"), "{head}");
    assert_eq!((status, &answer), (done.status, &done.answer), "{}", done.path);
}

/// Kills the server at random, and starts it again elsewhere, until everybody is done.
async fn kill(
    bank: &Bank,
    mut serving: Serving,
    asking: &mut JoinSet<Vec<Done>>,
) -> (u32, Vec<Done>, Serving) {
    let (mut dice, mut kills, mut done) = (Dice::new(3), 0, Vec::new());
    loop {
        let life = Duration::from_millis(700 + dice.roll(1_800));
        let ended = async {
            while let Some(all) = asking.join_next().await {
                done.extend(all.unwrap());
            }
        };
        if tokio::time::timeout(life, ended).await.is_ok() {
            return (kills, done, serving);
        }
        serving.process.kill().await.unwrap();
        kills += 1;
        serving = serve(&bank.app, &bank.redis, &bank.state).await;
        *bank.addr.lock().unwrap() = serving.addr;
    }
}

#[tokio::test]
async fn every_cent_is_there_however_often_the_server_is_killed() {
    let (bank, serving) = Bank::open().await;
    let began = Instant::now();
    let mut asking = JoinSet::new();
    for number in 0..CLIENTS {
        asking.spawn(ask(Arc::clone(&bank), number, transfers() / CLIENTS));
    }
    let (kills, done, _serving) = kill(&bank, serving, &mut asking).await;
    let took = began.elapsed();

    // Once more, after everything.
    let mut again = Asking { bank: Arc::clone(&bank), connections: HashMap::new() };
    for done in done.iter().step_by(if is_soak() { 1 } else { 4 }) {
        replayed(&mut again, done).await;
    }
    let succeeded: Vec<_> = done.iter().filter(|done| done.status != 409).collect();
    let count = i64::try_from(succeeded.len()).unwrap();
    assert_eq!(
        number(bank.app.db(), "SELECT count(*) FROM ledger_transfers").await,
        count,
        "one effect each"
    );
    let kept = "SELECT count(*) FROM idempotency_keys WHERE status_code < 400";
    assert_eq!(number(bank.app.db(), kept).await, count, "one answer each");

    let mut expected = vec![0; ACCOUNTS];
    for (account, cents) in succeeded.iter().flat_map(|done| &done.effect) {
        expected[*account] += cents;
    }
    for (account, expected) in bank.accounts.iter().zip(expected) {
        let held = format!("SELECT balance_cents FROM wallets WHERE id = {}", account.wallet);
        assert_eq!(number(bank.app.db(), &held).await, expected, "wallet {}", account.wallet);
    }
    let sums = "SELECT (sum(amount_cents) FILTER (WHERE amount_cents > 0)
        + sum(amount_cents) FILTER (WHERE amount_cents < 0))::bigint FROM ledger_entries";
    assert_eq!(number(bank.app.db(), sums).await, 0, "debits are credits");
    let proof = report(&bank.app).await;
    whole(&proof);
    assert!(kills > 0, "nothing was killed");
    println!(
        "{count} transfers by {CLIENTS} clients over {ACCOUNTS} accounts in {:.1} s, {} refused, {kills} kills: \
         every cent is there",
        took.as_secs_f64(),
        done.len() - succeeded.len()
    );
}
