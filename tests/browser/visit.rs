//! A visit to the library: verbs that read aloud in a test.

use std::future::Future;
use std::time::{Duration, Instant};

use fantoccini::{Client, Locator};
use serde_json::Value;

use super::{Driver, Engine, Server, Wish};

/// Someone visiting the library with a browser.
#[derive(Debug)]
pub(crate) struct Visit {
    pub(crate) engine: Engine,
    pub(crate) browser: Client,
    pub(crate) root: String,
}

/// How long a test waits for something to come true.
const PATIENCE: Duration = Duration::from_secs(25);

/// What is told of a page when a wait was in vain: how far it has come, who answers it, what it asked for and when that came.
const STATE: &str = "\
    const came = performance.getEntriesByType('resource').map(one => `${one.name.split('/').pop()} ${Math.round(one.startTime)}-${Math.round(one.responseEnd)}`); \
    return [location.href, document.readyState, navigator.serviceWorker?.controller?.state, ...came, \
    document.documentElement.outerHTML.slice(0, 300)].join('\\n')";

/// Runs a test with a server and a browser, and closes both whatever happens.
pub(crate) fn visit<F: Future<Output = ()>>(
    engine: Engine,
    wish: &Wish,
    test: impl FnOnce(Visit, Server, Driver) -> F,
) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let server = Server::start();
        let driver = Driver::start(engine);
        let browser = driver.open(wish).await;
        let root = server.root();
        test(
            Visit {
                engine,
                browser: browser.clone(),
                root,
            },
            server,
            driver,
        )
        .await;
        drop(browser.close().await);
    });
}

impl Visit {
    /// Opens a page by its address, relative to the root.
    pub(crate) async fn open(&self, page: &str) {
        self.browser
            .goto(&format!("{}{page}", self.root))
            .await
            .unwrap_or_else(|why| panic!("{page}: {why}"));
    }

    /// Opens a page and waits until the app is awake.
    pub(crate) async fn open_awake(&self, page: &str) {
        self.open(page).await;
        self.awake().await;
    }

    pub(crate) async fn awake(&self) {
        self.until(
            "the app is awake",
            "return document.documentElement.hasAttribute('data-ready')",
        )
        .await;
    }

    /// What a script says.
    pub(crate) async fn ask(&self, script: &str) -> Value {
        self.browser
            .execute(script, vec![])
            .await
            .unwrap_or_else(|why| panic!("{script}: {why}"))
    }

    /// The text that a script says.
    pub(crate) async fn word(&self, script: &str) -> String {
        self.ask(script)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until a script says true.
    pub(crate) async fn until(&self, what: &str, script: &str) {
        let end = Instant::now() + PATIENCE;
        loop {
            // While a page is being left there is nobody to ask.
            if let Ok(Value::Bool(true)) = self.browser.execute(script, vec![]).await {
                return;
            }
            if Instant::now() > end {
                let state = self.browser.execute(STATE, vec![]).await;
                panic!("{:?}: waited in vain until {what}; {state:?}", self.engine);
            }
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Waits until the reader is at a panel.
    pub(crate) async fn at_panel(&self, id: &str) {
        let script = format!(
            "const now = [...document.querySelectorAll('.panel[aria-current=true]')]; \
             return now.length === 1 && now[0].dataset.panel === '{id}' && now[0].getClientRects().length > 0 && location.hash === '#{id}'"
        );
        self.until(&format!("panel {id} is current"), &script).await;
    }

    /// Waits until exactly one passage is shown, and it is this one.
    pub(crate) async fn at_passage(&self, id: &str) {
        let script = format!(
            "const now = [...document.querySelectorAll('[data-passage]')].filter(p => p.getClientRects().length > 0 && getComputedStyle(p).opacity > 0); \
             return now.length === 1 && now[0].dataset.passage === '{id}'"
        );
        self.until(&format!("passage {id} is shown"), &script).await;
    }

    /// Clicks what a selector finds and a reader can see, as a hand would.
    pub(crate) async fn click(&self, selector: &str) {
        let end = Instant::now() + PATIENCE;
        loop {
            for one in self
                .browser
                .find_all(Locator::Css(selector))
                .await
                .unwrap_or_default()
            {
                if one.is_displayed().await.unwrap_or(false) && one.click().await.is_ok() {
                    return;
                }
            }
            assert!(
                Instant::now() < end,
                "{:?}: {selector} cannot be clicked",
                self.engine
            );
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Presses a key, wherever the keyboard stands.
    pub(crate) async fn press(&self, key: char) {
        let body = self.browser.find(Locator::Css("body")).await.unwrap();
        body.send_keys(&key.to_string()).await.unwrap();
    }

    /// The panels that can be seen.
    pub(crate) async fn panels_seen(&self) -> Vec<String> {
        let seen = self.ask("return [...document.querySelectorAll('[data-panel]')].filter(p => p.getClientRects().length > 0 && getComputedStyle(p).opacity > 0).map(p => p.dataset.panel)").await;
        seen.as_array()
            .into_iter()
            .flatten()
            .filter_map(|id| id.as_str().map(str::to_owned))
            .collect()
    }
}
