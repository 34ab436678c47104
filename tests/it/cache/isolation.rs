//! Nobody is given what belongs to somebody else.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use futures::{StreamExt as _, stream};
use tally_cache::{Background, Cache, CacheOptions, Key, NoOutbox, Policy, Reads, Scope};
use tally_entity::Role;
use tally_testkit::{Caller, PrivateRedis, TestApp};

use super::scene::{Dice, rounds, until};

static SHARED: Policy = Policy::new("isolation.shared", 300, &[Reads::Scoped("orders")]);
static OWN: Policy = Policy::new("isolation.own", 300, &[Reads::Own("notifications", "user_id")]);
const AT_ONCE: usize = 32;
/// Room for a part of them, so that the others come from Redis.
const BYTES: u64 = 256 << 10;

/// Who asks for what, in words: also what the answer says.
#[derive(Clone, Debug)]
struct Asks {
    scope: Scope,
    role: &'static str,
    limit: u64,
    text: String,
}

impl Asks {
    fn roll(dice: &mut Dice) -> Self {
        let number = i64::try_from(dice.roll(10)).unwrap();
        let scope = match dice.roll(3) {
            0 => Scope::Everything,
            1 => Scope::Website(number),
            _ => Scope::User(number),
        };
        let text = ["", "a", "ab", "b;00000001:a", "1", "11"][dice.pick(6)].to_owned();
        Self { scope, role: ["admin", "client", "writer"][dice.pick(3)], limit: dice.roll(3), text }
    }

    fn key(&self) -> Key {
        let policy = if matches!(self.scope, Scope::User(_)) { &OWN } else { &SHARED };
        Key::new(policy, self.scope, 1).with(self.role).with(self.limit).with(&self.text)
    }
}

async fn process(redis: &PrivateRedis, new: fn(&CacheOptions) -> Cache) -> (Cache, Background) {
    let options = CacheOptions { max_bytes: BYTES, redis_url: Some(redis.url()), ..CacheOptions::default() };
    let cache = new(&options);
    let background = cache.start(NoOutbox);
    until("it finds Redis", async || cache.is_joined()).await;
    (cache, background)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_given_the_answer_of_somebody_else() {
    ask_at_random("whole addresses", Cache::new).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn not_even_when_addresses_collide() {
    ask_at_random("addresses of 8 bits", Cache::colliding).await;
}

async fn ask_at_random(name: &str, new: fn(&CacheOptions) -> Cache) {
    let redis = PrivateRedis::start().await;
    let ((one, _o), (two, _t)) = (process(&redis, new).await, process(&redis, new).await);
    let (requests, mut dice) = (rounds(10_000, 100_000), Dice::new(14));
    let (foreign, from_redis) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let asked = stream::iter(0..requests).map(|number| {
        let cache = if number % 2 == 0 { one.clone() } else { two.clone() };
        let (foreign, from_redis) = (Arc::clone(&foreign), Arc::clone(&from_redis));
        let asks = Asks::roll(&mut dice);
        let ends = dice.roll(200) == 0;
        tokio::spawn(async move {
            if ends {
                cache.invalidate(&["orders".to_owned(), "orders/website_id".to_owned()]).await;
            }
            let answer = format!("{asks:?}");
            let reply = cache.get(asks.key(), false, move || async move { Ok(answer) }).await.unwrap();
            let body: String = serde_json::from_slice(&reply.entry.body).unwrap();
            foreign.fetch_add(usize::from(body != format!("{asks:?}")), SeqCst);
            from_redis.fetch_add(usize::from(format!("{:?}", reply.source) == "Level2"), SeqCst);
        })
    });
    let mut ended = asked.buffer_unordered(AT_ONCE);
    while let Some(ended) = ended.next().await {
        ended.unwrap();
    }
    let (foreign, from_redis) = (foreign.load(SeqCst), from_redis.load(SeqCst));
    println!(
        "C14: {requests} requests in two processes, {name}, {from_redis} answered from Redis: {foreign} foreign bodies"
    );
    assert!(from_redis > 0);
    assert_eq!(foreign, 0);
}

/// Each website has another number of unpaid orders, and every caller knows what he may see.
#[tokio::test]
async fn over_http_everybody_sees_his_own() {
    let app = TestApp::start().await;
    let mut callers: Vec<(Caller<'_>, Vec<(String, u64)>)> = Vec::new();
    let (superadmin, mut all, mut total) = (app.superadmin().await, Vec::new(), 0);
    for number in 1..=4_u64 {
        let website = app.website(&format!("site{number}")).await;
        for _ in 0..number {
            app.order(website).insert().await;
        }
        total += number;
        let narrowed = format!("?website_id={website}");
        all.push((narrowed.clone(), number));
        for role in [Role::Admin, Role::Admin] {
            let sees = vec![(String::new(), number), (narrowed.clone(), number)];
            callers.push((app.role(role, Some(website)).await, sees));
        }
    }
    all.push((String::new(), total));
    callers.push((superadmin, all));
    app.sweep().await;
    let (requests, mut dice) = (rounds(2_000, 100_000), Dice::new(15));
    let mut foreign = 0;
    for number in 0..requests {
        let (caller, sees) = &callers[dice.pick(callers.len())];
        let (query, expected) = &sees[dice.pick(sees.len())];
        if number % 200 == 0 {
            app.state.cache.forget_everything().await;
        }
        let reply = caller.get(&format!("/admin-management/dashboard/metrics/payment-status/{query}")).await;
        reply.assert_status(200);
        foreign += usize::from(reply.json()["unpaid"]["count"] != *expected);
    }
    println!("C14: {requests} requests over HTTP by {} callers: {foreign} foreign bodies", callers.len());
    assert_eq!(foreign, 0);
}
