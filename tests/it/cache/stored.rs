//! Stored answers: shared, compressed once, made anew on request, loaded once for many.

use futures::future::join_all;
use tally_testkit::TestApp;

const PATH: &str = "/admin-management/dashboard/";

#[tokio::test]
async fn staff_of_one_scope_share_one_answer() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (one, two, platform) = (app.admin(site).await, app.admin(site).await, app.superadmin().await);
    app.sweep().await;
    let first = one.get(PATH).await;
    let same = two.get(PATH).await;
    assert_eq!((same.statements(), &same.body), (0, &first.body));
    let narrowed = platform.get(&format!("{PATH}?website_id={site}")).await;
    assert_eq!((narrowed.statements(), &narrowed.body), (0, &first.body));
    let remembered = platform.clone().header("x-website", site.to_string()).get(PATH).await;
    assert_eq!(remembered.statements(), 0);
    assert_ne!(platform.get(PATH).await.statements(), 0, "every website is another answer");
}

#[tokio::test]
async fn a_refresh_replaces_the_answer_for_everyone_once_in_a_while() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (admin, colleague) = (app.admin(site).await, app.admin(site).await);
    app.sweep().await;
    let refresh = format!("{PATH}?refresh=true");
    let fresh = admin.get(&refresh).await;
    assert_eq!(fresh.header("cache-status"), "tally; fwd=request; stored");
    assert!(colleague.get(PATH).await.header("cache-status").starts_with("tally; hit"));
    let soon = colleague.get(&refresh).await;
    assert!(soon.header("cache-status").starts_with("tally; hit"), "at most one load in five seconds");
}

#[tokio::test]
async fn many_at_once_are_one_load() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    app.sweep().await;
    admin.get("/auth/session-management/status").await.assert_status(200);
    let replies = join_all((0..50).map(|_| admin.get(PATH))).await;
    let loads =
        replies.iter().filter(|reply| reply.header("cache-status") == "tally; fwd=miss; stored").count();
    assert_eq!(loads, 1);
    assert!(replies.iter().all(|reply| reply.status.as_u16() == 200 && reply.body == replies[0].body));
    let statements: u64 = replies.iter().map(tally_testkit::Reply::statements).sum();
    assert_eq!(statements, 14);
}

#[tokio::test]
async fn a_large_answer_is_sent_as_it_is_stored() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    app.sweep().await;
    let plain = admin.get(PATH).await;
    assert!(plain.body.len() > 1024, "{} bytes are too few to compress", plain.body.len());
    // Compression goes on behind the answer.
    let coded = loop {
        let reply = admin.clone().header("accept-encoding", "gzip, br").get(PATH).await;
        if !reply.header("content-encoding").is_empty() {
            break reply;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(coded.header("content-encoding"), "br");
    assert!(coded.body.len() < plain.body.len());
    assert_eq!(coded.header("etag"), plain.header("etag"));
    let gzip = admin.clone().header("accept-encoding", "gzip").get(PATH).await;
    assert_eq!(gzip.header("content-encoding"), "gzip");
    let known = admin.clone().header("if-none-match", plain.header("etag").to_owned());
    known.header("accept-encoding", "br").get(PATH).await.assert_status(304);
}
