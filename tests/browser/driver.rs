//! The three engines behind `WebDriver`. An engine that cannot start is a failure, not a skipped test.

use std::cell::RefCell;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// How a browser should be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// With scripts switched off in its settings.
    pub(crate) no_script: bool,
    /// With a profile that outlives the session.
    pub(crate) profile: Option<PathBuf>,
    /// With a camera that shows this film (Chromium alone has one).
    pub(crate) film: Option<PathBuf>,
}

/// A driver process, ended with its display when dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    engine: Engine,
    port: u16,
    processes: Vec<Child>,
    /// The browsers that it has opened.
    sessions: RefCell<Vec<String>>,
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

impl Driver {
    pub(crate) fn start(engine: Engine) -> Self {
        let port = free_port();
        let mut processes = Vec::new();
        let mut command = match engine {
            Engine::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Engine::Firefox => {
                let mut command = Command::new("geckodriver");
                command.args(["--port", &port.to_string(), "--log", "fatal"]);
                command
            }
            Engine::WebKit => {
                let display = format!(":{}", 100 + port % 900);
                let xvfb = Command::new("Xvfb")
                    .args([&display, "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("Xvfb starts (WebKit needs a screen)");
                processes.push(xvfb);
                std::thread::sleep(Duration::from_millis(600));
                let mut command = Command::new("WebKitWebDriver");
                command
                    .arg(format!("--port={port}"))
                    .env("DISPLAY", display)
                    .env("GDK_BACKEND", "x11")
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                    .env("LIBGL_ALWAYS_SOFTWARE", "1");
                command
            }
        };
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        processes.push(
            child.unwrap_or_else(|why| panic!("the driver of {engine:?} does not start: {why}")),
        );
        Self {
            engine,
            port,
            processes,
            sessions: RefCell::default(),
        }
    }

    /// Opens a browser.
    pub(crate) async fn open(&self, wish: &Wish) -> Client {
        let capabilities = self.capabilities(wish);
        let address = format!("http://127.0.0.1:{}", self.port);
        let patience = Instant::now() + Duration::from_secs(40);
        loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            match builder.connect(&address).await {
                Ok(client) => {
                    let session = client.session_id().await.ok().flatten();
                    self.sessions.borrow_mut().extend(session);
                    return client;
                }
                Err(why) if Instant::now() > patience => {
                    panic!("{:?} does not open: {why}", self.engine)
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(250)).await,
            }
        }
    }

    fn capabilities(&self, wish: &Wish) -> Map<String, Value> {
        let capabilities = match self.engine {
            Engine::Chromium => {
                let mut args: Vec<String> = [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--lang=vi",
                ]
                .map(String::from)
                .to_vec();
                if let Some(profile) = &wish.profile {
                    args.push(format!("--user-data-dir={}", profile.display()));
                }
                if let Some(film) = &wish.film {
                    args.push("--use-fake-ui-for-media-stream".into());
                    args.push("--use-fake-device-for-media-stream".into());
                    args.push(format!(
                        "--use-file-for-fake-video-capture={}",
                        film.display()
                    ));
                }
                let mut options = json!({ "args": args, "binary": "/usr/bin/chromium" });
                if wish.no_script {
                    options["prefs"] =
                        json!({ "profile.managed_default_content_settings.javascript": 2 });
                }
                json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
            }
            Engine::Firefox => {
                let mut args = vec!["-headless".to_owned()];
                if let Some(profile) = &wish.profile {
                    std::fs::create_dir_all(profile).unwrap();
                    args.extend(["-profile".to_owned(), profile.display().to_string()]);
                }
                let mut prefs = json!({ "intl.accept_languages": "vi", "media.navigator.permission.disabled": true, "dom.serviceWorkers.testing.enabled": true });
                if wish.no_script {
                    prefs["javascript.enabled"] = json!(false);
                }
                json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": args, "prefs": prefs, "binary": "/usr/bin/firefox-esr" } })
            }
            Engine::WebKit => json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": {
                "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "args": ["--automation"] } }),
        };
        capabilities.as_object().cloned().unwrap_or_default()
    }
}

/// Ends a session without a runtime, since it must work wherever a driver is dropped.
fn end(port: u16, session: &str) -> std::io::Result<()> {
    let mut driver = TcpStream::connect(("127.0.0.1", port))?;
    driver.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(
        driver,
        "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )?;
    // The first byte of the answer comes when the browser has gone.
    driver.read_exact(&mut [0; 1])
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that is killed leaves its browsers behind: it closes them first, also when a test fails.
        for session in self.sessions.take() {
            drop(end(self.port, &session));
        }
        for process in self.processes.iter_mut().rev() {
            drop(process.kill());
            drop(process.wait());
        }
    }
}
