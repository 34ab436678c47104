//! A server with demo data and a browser beside it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use tally_testkit::{Serving, TestDatabase, tally_to};
use uuid::Uuid;

use crate::{browser::Browser, figures::Api};

pub const WIDE: u32 = 1360;
pub const NARROW: u32 = 390;
/// All panels are done, and it was said.
const SETTLED: &str =
    "!document.querySelector('[aria-busy=true]') && document.querySelector('#status').textContent";
/// Charts take a new size or theme one frame later.
const DRAWN: &str =
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
const READABLE: &str = include_str!("readable.js");

pub struct Scene {
    pub browser: Browser,
    pub database: TestDatabase,
    serving: Serving,
    pub origin: String,
    pictures: PathBuf,
    home: PathBuf,
}

impl Scene {
    pub async fn set() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let home = std::env::temp_dir().join(format!("tally-page-{}", Uuid::new_v4().simple()));
        let pictures = root.join("target/page");
        fs::create_dir_all(&pictures).unwrap();
        let database = TestDatabase::create().await;
        let seeded =
            tally_to(&database.url).unwrap().args(["seed", "--size", "small"]).output().await.unwrap();
        assert!(seeded.status.success(), "{}", String::from_utf8_lossy(&seeded.stderr));
        let empty = "INSERT INTO websites (name, slug, domain) VALUES ('Zero', 'zero', 'zero.example')";
        database.connection.execute_unprepared(empty).await.unwrap();
        let serving = Serving::start(tally_to(&database.url).unwrap(), &home).await.unwrap();
        let browser = Browser::start(&root.join("scripts/browser"), &home.join("browser")).await;
        let origin = format!("http://{}/", serving.addr);
        Self { browser, database, serving, origin, pictures, home }
    }

    pub async fn end(self) {
        self.browser.end().await;
        drop(self.serving);
        fs::remove_dir_all(self.home).unwrap();
    }

    /// Waits until all figures are there.
    pub async fn settled(&mut self) {
        self.browser.until(SETTLED).await;
    }

    /// Keeps pictures of the screen in both themes and widths, and fails where something cannot be read.
    pub async fn picture(&mut self, name: &str) {
        for (width, theme) in [(NARROW, "dark"), (NARROW, "light"), (WIDE, "dark"), (WIDE, "light")] {
            self.browser.look(width, theme).await;
            self.browser.value(DRAWN).await;
            let unreadable = self.browser.value(READABLE).await;
            assert_eq!(unreadable, json!([]), "{name}, {theme}, {width} pixels wide");
            let size = if width == WIDE { "wide" } else { "narrow" };
            self.browser.picture(&self.pictures.join(format!("{name}-{theme}-{size}.png"))).await;
        }
    }

    /// A property of the element that a selector finds.
    pub async fn property(&mut self, selector: &str, name: &str) -> Value {
        self.browser.value(&format!("document.querySelector('{selector}').{name}")).await
    }

    pub async fn text(&mut self, selector: &str) -> String {
        self.property(selector, "textContent").await.as_str().unwrap().to_owned()
    }

    /// What has the focus: its id, or else its text.
    pub async fn focus(&mut self) -> Value {
        self.browser.value("document.activeElement.id || document.activeElement.textContent").await
    }

    /// Waits until an element shows a text.
    pub async fn told(&mut self, selector: &str, text: &str) {
        let shows = format!("document.querySelector('{selector}').textContent.includes({})", json!(text));
        self.browser.until(&shows).await;
    }

    /// Fills in the form and sends it, by keyboard.
    pub async fn sign_in(&mut self, email: &str, password: &str) {
        self.browser.value("document.querySelector('#email').select()").await;
        self.browser.write(email).await;
        self.browser.press("Tab").await;
        self.browser.write(password).await;
        self.browser.press("Enter").await;
    }

    /// Fails unless the page shows what the API answers for a website, or for all.
    pub async fn assert_shown(&mut self, website: Option<u64>, everywhere: bool) {
        let mut api = Api::of(&mut self.browser, self.serving.addr, website).await;
        api.assert_shown(&mut self.browser, everywhere).await;
    }

    /// Fails unless these are all the complaints since the last call: parts of the lines of the console.
    pub async fn assert_complaints(&mut self, expected: &[&str]) {
        // What was reported before this answer has arrived with it.
        self.browser.value("true").await;
        let complaints = self.browser.take("Log.entryAdded");
        let texts: Vec<_> = complaints.iter().map(|entry| entry["entry"]["text"].to_string()).collect();
        let as_expected = texts.iter().zip(expected).all(|(text, part)| text.contains(part));
        assert!(texts.len() == expected.len() && as_expected, "{texts:?} instead of {expected:?}");
        for event in ["Runtime.exceptionThrown", "Runtime.consoleAPICalled"] {
            assert_eq!(self.browser.take(event), Vec::<Value>::new());
        }
        for request in self.browser.take("Network.requestWillBeSent") {
            let url = request["request"]["url"].as_str().unwrap();
            assert!(url.starts_with(&self.origin), "{url} is elsewhere");
        }
    }
}
