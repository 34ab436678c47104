//! `?refresh=true` is for everybody, and many at once are one load.

use std::time::Duration;

use sea_orm::{ConnectionTrait as _, TransactionTrait as _};
use tally_testkit::Pace;

use super::scene::{PATIENCE, Scene, until};

/// Sooner after a load nobody loads again.
const INTERVAL: Duration = Duration::from_millis(5_200);

/// Changes a price without any trigger: nobody hears of it, and only a refresh can show it.
async fn change_untold(scene: &Scene, website: i64, value: i64) {
    let transaction = scene.app.db().begin().await.unwrap();
    let sql = format!(
        "SET LOCAL session_replication_role = replica; \
         UPDATE orders SET total_price_cents = {value} WHERE website_id = {website}"
    );
    transaction.execute_unprepared(&sql).await.unwrap();
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn a_refresh_is_for_everyone_and_a_hundred_are_one_load() {
    let scene = Scene::with_websites(1).await;
    let website = scene.websites[0];
    let [one, two] = scene.two().await;
    for node in [&one, &two] {
        assert_eq!(node.get("long", website, Pace::default()).await.unwrap().value, 0);
    }
    change_untold(&scene, website, 1).await;
    for node in [&one, &two] {
        assert_eq!(node.get("long", website, Pace::default()).await.unwrap().value, 0, "nobody was told");
    }
    tokio::time::sleep(INTERVAL).await;
    let before = one.loads().await.unwrap() + two.loads().await.unwrap();
    let load = Duration::from_millis(100);
    let (here, there) = tokio::join!(
        one.crowd("refresh", website, 50, PATIENCE, load),
        two.crowd("refresh", website, 50, PATIENCE, load),
    );
    let loads = one.loads().await.unwrap() + two.loads().await.unwrap() - before;
    for crowd in [here.unwrap(), there.unwrap()] {
        assert_eq!((crowd.answered, crowd.value), (50, Some(1)), "{crowd:?}");
    }
    println!("C17: 100 refreshes at once in two processes: {loads} load");
    assert_eq!(loads, 1);

    change_untold(&scene, website, 2).await;
    tokio::time::sleep(INTERVAL).await;
    assert_eq!(one.refresh("long", website, Pace::default()).await.unwrap().value, 2);
    assert_eq!(one.get("long", website, Pace::default()).await.unwrap().value, 2);
    let shown = until("the other process shows the refreshed answer", async || {
        two.get("long", website, Pace::default()).await.unwrap().value == 2
    })
    .await;
    println!("C17: a refresh in one process shows in the other after {shown:?}");
    assert!(shown <= Duration::from_millis(100), "{shown:?}");
}
