//! However many ask, in however many processes, one loads.

use std::time::{Duration, Instant};

use tally_testkit::{Crowd, Pace};

use super::scene::{PATIENCE, Scene, rounds, until};

const LOAD: Duration = Duration::from_millis(100);
const CALLERS: usize = 1_000;
/// What everybody may wait beyond the load.
const EXTRA: Duration = Duration::from_millis(50);

#[tokio::test]
async fn a_crowd_in_two_processes_is_one_load() {
    let rounds = rounds(5, 20);
    let scene = Scene::with_websites(rounds + 1).await;
    let [one, two] = scene.two().await;
    let mut waits = Vec::new();
    // The first only opens connections.
    for (round, website) in scene.websites.iter().copied().enumerate() {
        let before = one.loads().await.unwrap() + two.loads().await.unwrap();
        let (here, there) = tokio::join!(
            one.crowd("load", website, CALLERS, PATIENCE, LOAD),
            two.crowd("load", website, CALLERS, PATIENCE, LOAD),
        );
        let loads = one.loads().await.unwrap() + two.loads().await.unwrap() - before;
        assert_eq!(loads, 1, "round {round}");
        for crowd in [here.unwrap(), there.unwrap()] {
            assert_eq!((crowd.answered, crowd.value), (CALLERS, Some(0)), "{crowd:?}");
            waits.push(crowd.slowest);
        }
    }
    waits.drain(..2);
    waits.sort_unstable();
    let (median, slowest) = (waits[waits.len() / 2], waits[waits.len() - 1]);
    println!(
        "C1: {rounds} rounds of 2 × {CALLERS} misses: 1 load each, slowest caller {median:?} in the median \
         round, {slowest:?} in the worst"
    );
    assert!(median <= LOAD + EXTRA, "{waits:?}");
}

#[tokio::test]
async fn impatient_callers_and_panics_cost_one_load_each() {
    let scene = Scene::with_websites(2).await;
    let [one, two] = scene.two().await;
    let (patient, frightened) = (scene.websites[0], scene.websites[1]);
    let crowd = one.crowd("load", patient, 50, Duration::from_millis(30), LOAD).await.unwrap();
    assert_eq!((crowd.answered, crowd.left), (0, 50), "{crowd:?}");
    until("the load has ended", async || two.get("long", patient, Pace::default()).await.is_ok()).await;
    let loads = one.loads().await.unwrap() + two.loads().await.unwrap();
    let after = one.get("long", patient, Pace::default()).await.unwrap();
    assert_eq!((loads, after.value, after.source.as_str()), (1, 0, "Hit"));

    let Crowd { answered, refused, left, .. } =
        one.crowd("panic", frightened, 50, PATIENCE, LOAD).await.unwrap();
    assert_eq!((answered, refused, left), (0, 50, 0), "each hears of it once");
    let panicked = one.loads().await.unwrap() + two.loads().await.unwrap() - loads;
    let next = one.get("long", frightened, Pace::default()).await.unwrap();
    println!(
        "C2: 50 callers with 30 ms patience on a 100 ms load: {loads} load, kept; 50 callers of a panic: \
         {panicked} load, {refused} refusals, then {}",
        next.source
    );
    assert_eq!((panicked, next.source.as_str()), (1, "Loaded { stored: true }"));
}

#[tokio::test]
async fn a_killed_holder_of_the_lease_holds_nobody_up() {
    let scene = Scene::with_websites(rounds(3, 20)).await;
    let survivor = scene.node();
    survivor.joined().await.unwrap();
    let mut slowest = Duration::ZERO;
    for website in scene.websites.iter().copied() {
        let holder = scene.node();
        holder.joined().await.unwrap();
        scene.told().await;
        let asked = holder.get("long", website, Pace { before: 60_000, after: 0 });
        let killed = async {
            until("it loads", async || holder.loads().await.unwrap() == 1).await;
            let leases = scene.redis.cli(&["--scan", "--pattern", "*lease*"]).await;
            assert_eq!(leases.lines().count(), 1, "{leases}");
            holder.kill().await.unwrap();
            let began = Instant::now();
            let pace = Pace { before: 100, after: 0 };
            (survivor.get("long", website, pace).await.unwrap(), began.elapsed())
        };
        let (lost, (answer, took)) = tokio::join!(asked, killed);
        assert!(lost.is_err());
        assert_eq!(answer.value, 0);
        let leases = scene.redis.cli(&["--scan", "--pattern", "*lease*"]).await;
        assert_eq!(leases, "", "an orphan");
        slowest = slowest.max(took);
    }
    println!(
        "C3: {} holders killed in mid load: the other process answers after at most {slowest:?}, no lease left",
        scene.websites.len()
    );
    assert!(slowest <= Duration::from_millis(2_500) + LOAD, "{slowest:?}");
}
