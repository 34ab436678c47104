//! The page for admins in a real browser, on the real program with demo data. `make page` runs it.

mod browser;
mod figures;
mod scene;

use sea_orm::ConnectionTrait as _;
use serde_json::json;

use self::scene::{Scene, WIDE};

/// Of every seeded person.
const PASSWORD: &str = "tally-demo-2026";
/// Bytes that opening the page may take, as they are sent.
const BUDGET: f64 = 150.0 * 1024.0;
const DAYS: &str = ".panel:has(option[value=\"90\"])";

#[tokio::test]
async fn an_admin_reads_true_figures() {
    let mut scene = Scene::set().await;
    signing_in_by_keyboard(&mut scene).await;
    figures_and_their_age(&mut scene).await;
    choices_by_keyboard(&mut scene).await;
    a_website_without_anything(&mut scene).await;
    themes(&mut scene).await;
    failures(&mut scene).await;
    the_end_of_a_session(&mut scene).await;
    who_may_see_it(&mut scene).await;
    scene.end().await;
}

async fn signing_in_by_keyboard(scene: &mut Scene) {
    scene.browser.look(WIDE, "light").await;
    let origin = scene.origin.clone();
    scene.browser.open(Some(&origin)).await;
    assert_eq!(scene.focus().await, "email", "one can write at once");
    let answers = scene.browser.take("Network.loadingFinished");
    let bytes: f64 = answers.iter().filter_map(|answer| answer["encodedDataLength"].as_f64()).sum();
    assert!(answers.len() > 10 && bytes <= BUDGET, "{} files of {bytes} bytes", answers.len());
    println!("the page is {bytes} bytes in {} files", answers.len());
    scene.picture("sign-in").await;

    scene.browser.value("document.body.setAttribute('style', 'color: red')").await;
    scene.assert_complaints(&["Content Security Policy"]).await;
    scene.browser.press("Enter").await;
    assert_eq!(scene.text("#refusal").await, "Enter your e-mail address and your password.");
    scene.sign_in("superadmin@tally.example", "a wrong one").await;
    scene.told("#refusal", "Invalid email or password.").await;
    assert_eq!(scene.focus().await, "password");
    scene.assert_complaints(&["status of 400"]).await;
    scene.sign_in("superadmin@tally.example", PASSWORD).await;
    scene.settled().await;
    assert_eq!(scene.focus().await, "main");
}

async fn figures_and_their_age(scene: &mut Scene) {
    assert!(scene.text("#fresh").await.starts_with("fresh · "));
    scene.assert_shown(None, true).await;
    scene.picture("dashboard").await;

    scene.browser.open(None).await;
    scene.settled().await;
    assert!(scene.text("#fresh").await.starts_with("hit · "), "the reload is answered from memory");
    scene.browser.value("document.activeElement.blur()").await;
    for control in ["Skip to the content", "website", "refresh"] {
        scene.browser.press("Tab").await;
        assert_eq!(scene.focus().await, control);
    }
    // Until then a refresh gets the answer of the last one.
    scene.browser.until("/· [5-9]s/.test(document.querySelector('#fresh').textContent)").await;
    scene.browser.press("Enter").await;
    scene.settled().await;
    let how = scene.property("#fresh", "title").await;
    assert!(how.as_str().unwrap().contains("fwd=request"), "{how}");
    assert!(scene.text("#fresh").await.starts_with("fresh · "));
    scene.assert_complaints(&[]).await;
}

async fn choices_by_keyboard(scene: &mut Scene) {
    scene.browser.value("document.querySelector('#website').focus()").await;
    scene.browser.press("ArrowDown").await;
    scene.settled().await;
    let website = scene.property("#website", "value").await.as_str().unwrap().parse().unwrap();
    assert_eq!(scene.browser.value("location.search").await, format!("?website_id={website}"));
    scene.assert_shown(Some(website), false).await;

    scene.browser.value(&format!("document.querySelector('{DAYS} select').focus()")).await;
    scene.browser.press("ArrowDown").await;
    scene.browser.until(&format!("document.querySelectorAll('{DAYS} tbody tr').length === 91")).await;
    scene.browser.open(None).await;
    scene.settled().await;
    scene.assert_shown(Some(website), false).await;
    scene.assert_complaints(&[]).await;
}

async fn a_website_without_anything(scene: &mut Scene) {
    let last = "{ const select = document.querySelector('#website');
        select.selectedIndex = select.length - 1;
        select.dispatchEvent(new Event('change')); }";
    scene.browser.value(last).await;
    scene.settled().await;
    assert_eq!(scene.text("#status").await, "The figures of Zero are shown.");
    let empty = "[...document.querySelectorAll('.empty')].map((text) => text.textContent)";
    let empty = scene.browser.value(empty).await;
    for text in ["No orders in these days.", "No orders yet.", "No installments yet.", "No reviews yet."] {
        assert!(empty.as_array().unwrap().contains(&json!(text)), "{text} is not in {empty}");
    }
    scene.picture("empty").await;
    scene.assert_complaints(&[]).await;
}

async fn themes(scene: &mut Scene) {
    let ground = async |scene: &mut Scene| {
        scene.browser.value("getComputedStyle(document.body).backgroundColor").await
    };
    let light = ground(scene).await;
    scene.browser.value("document.querySelector('#theme').focus()").await;
    scene.browser.press("Enter").await;
    assert_eq!(scene.property("#theme", "ariaPressed").await, "true");
    let dark = ground(scene).await;
    assert_ne!(dark, light);
    scene.browser.open(None).await;
    scene.settled().await;
    assert_eq!(ground(scene).await, dark, "the choice is remembered");
    scene.browser.value("document.querySelector('#theme').click()").await;
    assert_eq!(ground(scene).await, light);
    scene.browser.look(WIDE, "dark").await;
    assert_eq!(ground(scene).await, dark, "the system's theme is followed again");
    scene.browser.look(WIDE, "light").await;
}

async fn failures(scene: &mut Scene) {
    let origin = scene.origin.clone();
    let away = async |scene: &mut Scene, urls: &[&str]| {
        scene.browser.call("Network.setBlockedURLs", json!({ "urls": urls })).await;
    };
    away(scene, &["*/reviews/analytics/*"]).await;
    scene.browser.open(Some(&origin)).await;
    scene.told("#trouble", "Reviews by kind: The server cannot be reached.").await;
    assert_eq!(scene.text(".panel .empty").await, "Not loaded.");
    scene.picture("trouble").await;
    away(scene, &[]).await;
    scene.browser.value("document.querySelector('#trouble button').click()").await;
    scene.settled().await;
    assert_eq!(scene.property("#trouble", "hidden").await, true);
    scene.assert_shown(None, true).await;
    scene.assert_complaints(&[]).await;
}

async fn the_end_of_a_session(scene: &mut Scene) {
    let stored = "JSON.parse(sessionStorage.getItem('tally.session'))";
    let forget_access =
        format!("sessionStorage.setItem('tally.session', JSON.stringify({{ ...{stored}, access: 'x' }}))");
    scene.browser.value(&forget_access).await;
    scene.browser.open(None).await;
    scene.settled().await;
    assert_ne!(scene.browser.value(&format!("{stored}.access")).await, "x", "it was renewed");
    scene.assert_complaints(&["status of 401"]).await;

    let end = "UPDATE sessions SET revoked_at = now(), revoke_reason = 'logout'";
    scene.database.connection.execute_unprepared(end).await.unwrap();
    scene.browser.value(&forget_access).await;
    scene.browser.open(None).await;
    scene.told("#refusal", "Your session has ended. Sign in again to go on.").await;
    assert_eq!(scene.focus().await, "email");
    assert_eq!(scene.browser.value("sessionStorage.length").await, 0);
    scene.assert_complaints(&["status of 401", "status of 401"]).await;
}

async fn who_may_see_it(scene: &mut Scene) {
    scene.sign_in("client@quillhouse.example", PASSWORD).await;
    scene.told("#refusal", "This page is for admins.").await;
    assert_eq!(scene.browser.value("sessionStorage.length").await, 0);

    scene.sign_in("admin@quillhouse.example", PASSWORD).await;
    scene.settled().await;
    assert_eq!(scene.text("#place").await, "Quill House");
    assert_eq!(scene.property("#where", "hidden").await, true);
    scene.assert_shown(None, false).await;
    scene.picture("one-website").await;

    scene.browser.value("document.querySelector('#sign-out').focus()").await;
    scene.browser.press("Enter").await;
    assert_eq!(scene.focus().await, "email");
    assert_eq!(scene.property("#board", "childElementCount").await, 0, "nothing is left to read");
    scene.assert_complaints(&[]).await;
}
