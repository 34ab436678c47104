//! What stands in Redis: packed answers, those of other programs, and the marks of tags that were pruned.

use std::time::Duration;

use bytes::Bytes;
use deadpool_redis::redis::{aio::MultiplexedConnection, cmd};

use super::{POLICY, Table, prefix, process, redis_url};
use crate::{Cache, Key, Policy, Reads, Scope, Source, key::FORMAT};

static TEXTS: Policy = Policy::new("trial.texts", 300, &[Reads::Whole("texts")]);

fn table_key() -> Key {
    Key::new(&POLICY, Scope::Everything, 0)
}

/// The bytes of one answer in Redis.
struct Stored {
    server: MultiplexedConnection,
    name: String,
}

impl Stored {
    async fn of(process: &Cache, key: &Key) -> Self {
        let client = deadpool_redis::redis::Client::open(redis_url()).unwrap();
        let name = process.inner.shared.as_ref().unwrap().link.names.answer(key.address());
        Self { server: client.get_multiplexed_async_connection().await.unwrap(), name }
    }

    async fn read(&mut self) -> Vec<u8> {
        cmd("GET").arg(&self.name).query_async(&mut self.server).await.unwrap()
    }

    async fn write(&mut self, bytes: &[u8]) {
        let _: () = cmd("SET").arg(&self.name).arg(bytes).query_async(&mut self.server).await.unwrap();
    }
}

/// Everything behind the head.
fn body(stored: &[u8]) -> &[u8] {
    let length = u32::from_be_bytes(stored[1..5].try_into().unwrap());
    &stored[5 + usize::try_from(length).unwrap()..]
}

#[tokio::test]
async fn programs_of_other_versions_have_no_answers_for_each_other() {
    let (table, prefix) = (Table::default(), prefix());
    let (one, _o) = process(redis_url(), &prefix, &table).await;
    table.read(&one).await;
    let mut stored = Stored::of(&one, &table_key()).await;
    let ours = stored.read().await;
    assert_eq!((ours[0], body(&ours)), (3, &b"0"[..]));
    assert!(table_key().text().starts_with("00000001:3;"), "nor do they meet at one address");
    for version in [1, 2, 4, 255] {
        // The same in everything else, with another number in it.
        let mut other = [&ours[..ours.len() - 1], b"7"].concat();
        stored.write(&other).await;
        let (reads, _r) = process(redis_url(), &prefix, &table).await;
        assert_eq!(table.read(&reads).await, (7, Source::Level2), "of our version it would be read");
        other[0] = version;
        stored.write(&other).await;
        let (loads, _l) = process(redis_url(), &prefix, &table).await;
        assert_eq!(table.read(&loads).await, (0, Source::Loaded { stored: true }), "version {version}");
        assert_eq!(stored.read().await[0], FORMAT, "it has put its own in the place");
    }
}

#[tokio::test]
async fn long_answers_are_packed_and_come_out_as_they_went_in() {
    let (prefix, table) = (prefix(), Table::default());
    let (one, _o) = process(redis_url(), &prefix, &table).await;
    let (two, _t) = process(redis_url(), &prefix, &table).await;
    // Hashes do not get smaller by much; below a kilobyte nothing is tried.
    let hashes: String = (0..100_u32).map(|n| blake3::hash(&n.to_be_bytes()).to_string()).collect();
    let texts = ["short".repeat(100), "long ".repeat(2_000), "very long ".repeat(50_000), hashes];
    for (text, share) in texts.into_iter().zip([100, 5, 5, 60]) {
        let key = Key::new(&TEXTS, Scope::Everything, 0).with(text.len());
        let get = async |cache: &Cache| {
            let text = text.clone();
            cache.get(key.clone(), false, move || async move { Ok(text) }).await.unwrap()
        };
        let loaded = get(&one).await.entry;
        assert_eq!(loaded.body, Bytes::from(format!("\"{text}\"")));
        let bytes = Stored::of(&one, &key).await.read().await;
        let found = get(&two).await;
        assert_eq!((found.source, &found.entry.body), (Source::Level2, &loaded.body));
        assert_eq!(found.entry.etag, loaded.etag);
        let percent = body(&bytes).len() * 100 / loaded.body.len();
        println!("{} bytes: {percent} % in Redis", loaded.body.len());
        assert!(percent <= share && (share < 100) == (percent < 100), "{percent}");
    }
}

#[tokio::test]
async fn damaged_answers_are_none() {
    let (prefix, table) = (prefix(), Table::default());
    let (one, _o) = process(redis_url(), &prefix, &table).await;
    let key = Key::new(&TEXTS, Scope::Everything, 0);
    let get = async |cache: &Cache| {
        cache.get(key.clone(), false, || async { Ok("text ".repeat(1_000)) }).await.unwrap()
    };
    get(&one).await;
    let mut stored = Stored::of(&one, &key).await;
    let whole = stored.read().await;
    let longer = String::from_utf8_lossy(&whole).contains("\"length\":5002");
    assert!(longer, "the head says how long the body is");
    let at = whole.windows(4).position(|four| four == b"5002").unwrap();
    let lying = |digits: &[u8]| [&whole[..at], digits, &whole[at + 4..]].concat();
    let damaged = [
        whole[..whole.len() - 5].to_vec(),
        whole[..3].to_vec(),
        [&whole[..whole.len() - 5], b"damage"].concat(),
        lying(b"5001"),
        lying(b"5003"),
        Vec::new(),
    ];
    for bytes in damaged {
        stored.write(&bytes).await;
        let (reads, _r) = process(redis_url(), &prefix, &table).await;
        let reply = get(&reads).await;
        assert_eq!((reply.source, reply.entry.body.len()), (Source::Loaded { stored: true }, 5_002));
    }
}

#[tokio::test]
async fn who_forgets_a_tag_forgets_the_answers_from_before() {
    let (table, prefix) = (Table::default(), prefix());
    let (one, _o) = process(redis_url(), &prefix, &table).await;
    let (two, _t) = process(redis_url(), &prefix, &table).await;
    let texts = async |cache: &Cache| {
        let key = Key::new(&TEXTS, Scope::Everything, 0);
        cache.get(key, false, || async { Ok(1) }).await.unwrap().source
    };
    assert_eq!(table.read(&one).await, (0, Source::Loaded { stored: true }));
    // This ends the answer, which stays where it is in Redis; then so much moves that the mark is pruned.
    let (written, _) = table.write(&one).await;
    let others: Vec<String> = (0..1_500).map(|number| format!("t{number}")).collect();
    assert!(one.invalidate(&others).await);
    assert_eq!(texts(&one).await, Source::Loaded { stored: true });
    let shared = one.inner.shared.as_ref().unwrap();
    assert!(shared.tick_keeping(1, 1_000).await);

    let client = deadpool_redis::redis::Client::open(redis_url()).unwrap();
    let mut server = client.get_multiplexed_async_connection().await.unwrap();
    let names = &shared.link.names;
    let left: usize = cmd("ZCARD").arg(&names.moves).query_async(&mut server).await.unwrap();
    let marked: Option<u64> =
        cmd("HGET").arg(&names.clock).arg("t:orders").query_async(&mut server).await.unwrap();
    assert_eq!((left, marked), (501, None), "the thousand oldest are forgotten");

    let (three, _h) = process(redis_url(), &prefix, &table).await;
    for cache in [&three, &two] {
        assert_eq!(table.read(cache).await.0, written, "the answer from before the write");
    }
    assert_eq!(texts(&three).await, Source::Level2, "what is younger holds");
    assert_eq!(table.read(&one).await, (written, Source::Level2));
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(texts(&one).await, Source::Hit, "and goes on holding");
}
