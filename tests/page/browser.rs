//! A headless browser, told what to do over the protocol of its developer tools: JSON messages, each
//! ended by a zero byte.

use std::{fs, path::Path, process::Stdio, time::Duration};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    process::{Child, ChildStdin, ChildStdout, Command},
};

/// Time enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser with one page.
pub struct Browser {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    /// The page's, once there is one.
    session: Option<String>,
    last: u64,
    /// What the page reported and nobody has looked at yet.
    events: Vec<Value>,
}

impl Browser {
    /// Starts one that keeps everything it writes in `home`.
    pub async fn start(program: &Path, home: &Path) -> Self {
        fs::create_dir_all(home).unwrap();
        let mut process = Command::new(program)
            .args(["--headless", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars"])
            .args(["--no-first-run", "--disable-background-networking", "--disable-component-update"])
            .args(["--disable-dev-shm-usage", "--lang=en-US"])
            .arg(format!("--user-data-dir={}", home.display()))
            .env("HOME", home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let input = process.stdin.take().unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let mut browser = Self { process, input, output, session: None, last: 0, events: Vec::new() };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" })).await;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = browser.call("Target.attachToTarget", attach).await;
        browser.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({})).await;
        }
        browser
    }

    /// Calls a method of the protocol and answers its result.
    pub async fn call(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.input.write_all(format!("{message}\0").as_bytes()).await.unwrap();
        loop {
            let mut message = self.read(method).await;
            if message["id"] == self.last {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].take();
            }
            self.events.push(message);
        }
    }

    /// Waits until the page has reported `event` once more.
    pub async fn wait_for(&mut self, event: &str) {
        loop {
            let message = self.read(event).await;
            let is_it = message["method"] == event;
            self.events.push(message);
            if is_it {
                return;
            }
        }
    }

    async fn read(&mut self, what_for: &str) -> Value {
        let mut bytes = Vec::new();
        let read = tokio::time::timeout(PATIENCE, self.output.read_until(0, &mut bytes)).await;
        let length = read.unwrap_or_else(|_| panic!("no word from the browser: {what_for}")).unwrap();
        assert!(length > 0, "the browser ended: {what_for}");
        serde_json::from_slice(&bytes[..length - 1]).unwrap()
    }

    /// The reports of one kind, which are forgotten with that.
    pub fn take(&mut self, event: &str) -> Vec<Value> {
        self.events
            .extract_if(.., |message| message["method"] == event)
            .map(|mut it| it["params"].take())
            .collect()
    }

    /// Opens an address, or the present one again.
    pub async fn open(&mut self, address: Option<&str>) {
        match address {
            Some(url) => self.call("Page.navigate", json!({ "url": url })).await,
            None => self.call("Page.reload", json!({})).await,
        };
        self.wait_for("Page.loadEventFired").await;
    }

    /// The value of a JavaScript expression, or what its promise comes to.
    pub async fn value(&mut self, expression: &str) -> Value {
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut result = self.call("Runtime.evaluate", asked).await;
        assert!(result["exceptionDetails"].is_null(), "{expression}: {}", result["exceptionDetails"]);
        result["result"]["value"].take()
    }

    /// Waits until a JavaScript expression is true.
    pub async fn until(&mut self, expression: &str) {
        let look = format!("(function look() {{ ({expression}) ? done() : requestAnimationFrame(look) }})()");
        self.value(&format!("new Promise((done) => {look})")).await;
    }

    /// Presses and releases a key.
    pub async fn press(&mut self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "ArrowDown" => (40, ""),
            _ => panic!("the code of {key} is not here"),
        };
        for kind in ["keyDown", "keyUp"] {
            let event =
                json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
            self.call("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Types a text where the focus is.
    pub async fn write(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text })).await;
    }

    /// Gives the window this width and the system this theme.
    pub async fn look(&mut self, width: u32, theme: &str) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.call("Emulation.setDeviceMetricsOverride", size).await;
        // Without motion a picture is the same at any instant.
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.call("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Keeps a picture of the whole page.
    pub async fn picture(&mut self, file: &Path) {
        let metrics = self.call("Page.getLayoutMetrics", json!({})).await;
        let (width, height) = (&metrics["cssContentSize"]["width"], &metrics["cssContentSize"]["height"]);
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let asked = json!({ "captureBeyondViewport": true, "clip": clip });
        let picture = self.call("Page.captureScreenshot", asked).await;
        fs::write(file, BASE64_STANDARD.decode(picture["data"].as_str().unwrap()).unwrap()).unwrap();
    }

    /// Ends it, and whatever it started.
    pub async fn end(mut self) {
        self.session = None;
        self.call("Browser.close", json!({})).await;
        self.process.wait().await.unwrap();
    }
}
