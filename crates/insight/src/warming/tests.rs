use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use axum::{Router, http::header::HeaderName, routing::get};
use tally_cache::Reads;
use utoipa::openapi::OpenApi;

use super::*;

static POLICY: Policy = Policy::new("slow", 300, &[Reads::Scoped("orders")]).warm();

/// Routes that answer after five seconds, with the status that the path names.
fn slow(at_once: &Arc<AtomicUsize>, most: &Arc<AtomicUsize>) -> Insight {
    let (at_once, most) = (Arc::clone(at_once), Arc::clone(most));
    Insight::new(move || {
        let (at_once, most) = (Arc::clone(&at_once), Arc::clone(&most));
        let answer = |status: &'static str| {
            let (at_once, most) = (Arc::clone(&at_once), Arc::clone(&most));
            get(async move || {
                most.fetch_max(at_once.fetch_add(1, SeqCst) + 1, SeqCst);
                sleep(Duration::from_secs(5)).await;
                at_once.fetch_sub(1, SeqCst);
                ([(HeaderName::from_static("cache-status"), status)], "")
            })
        };
        let router = Router::new()
            .route("/loaded", answer("tally; fwd=miss; stored"))
            .route("/kept", answer("tally; hit; ttl=7"))
            .route("/moved", answer("tally; fwd=miss"));
        (router, OpenApi::default())
    })
}

fn target(path: &str, website: i64) -> Target {
    let kept = Kept { policy: &POLICY, endpoints: vec![], varies_on: vec![], path: path.to_owned() };
    Target::new(&kept, Some(WebsiteId(website)))
}

#[tokio::test(start_paused = true)]
async fn four_at_a_time_until_twelve_seconds_have_gone() {
    let (at_once, most) = (Arc::default(), Arc::default());
    let insight = slow(&at_once, &most);
    let paths = ["/loaded", "/kept", "/moved", "/none"];
    let targets = (0..16).map(|at| target(paths[usize::try_from(at).unwrap() % 4], at)).collect();
    let began = Instant::now();
    let done = insight.load_ahead(targets, false).await;
    assert_eq!(began.elapsed(), STOPS_AFTER);
    assert_eq!(most.load(SeqCst), 4);
    let websites: Vec<_> = done.iter().map(|(target, ..)| target.website.unwrap().0).collect();
    assert_eq!(websites, (0..16).collect::<Vec<_>>(), "in the order asked");
    let outcomes: Vec<_> = done.iter().map(|(_, outcome, took)| (*outcome, took.is_some())).collect();
    let round =
        [Outcome::Warmed, Outcome::Fresh, Outcome::Failed, Outcome::Failed].map(|outcome| (outcome, true));
    assert_eq!((&outcomes[..4], &outcomes[4..8]), (&round[..], &round[..]));
    assert_eq!(outcomes[15], (Outcome::Left, false));
    assert!(outcomes[8..].iter().any(|(outcome, _)| *outcome == Outcome::Left), "{outcomes:?}");
}
