//! A static server that can vanish, come back at the same address, and misbehave on request.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// What a file is answered with instead of its content.
#[derive(Clone, Debug)]
pub(crate) enum Instead {
    /// Another content.
    Content(Vec<u8>),
    /// A failure of the server.
    Failure,
}

#[derive(Debug, Default)]
struct Shared {
    instead: Mutex<BTreeMap<String, Instead>>,
}

/// A server of `dist`, below a folder as many hosts have it.
#[derive(Debug)]
pub(crate) struct Server {
    port: u16,
    shared: Arc<Shared>,
    running: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

/// The path below which the library is served: it must work in any.
const BELOW: &str = "/some/where/";

/// The folder of the built library.
pub(crate) fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

impl Server {
    pub(crate) fn start() -> Self {
        assert!(
            dist().join("library.json").is_file(),
            "there is no library in dist/: run `cargo xtask build` first"
        );
        let mut server = Self {
            port: 0,
            shared: Arc::default(),
            running: None,
        };
        server.come_back();
        server
    }

    /// The address of the library's root.
    pub(crate) fn root(&self) -> String {
        format!("http://127.0.0.1:{}{BELOW}", self.port)
    }

    /// Answers a file, named relative to the root, with something else from now on.
    pub(crate) fn answer(&self, name: &str, with: Instead) {
        self.shared
            .instead
            .lock()
            .unwrap()
            .insert(name.to_owned(), with);
    }

    /// Closes the port: nobody answers any more.
    pub(crate) fn vanish(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            stop.store(true, Ordering::SeqCst);
            // Wake the listener so that it sees the word.
            drop(TcpStream::connect(("127.0.0.1", self.port)));
            thread.join().unwrap();
        }
    }

    /// Answers again, at the same address.
    pub(crate) fn come_back(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).expect("a free port");
        self.port = listener.local_addr().unwrap().port();
        let (stop, shared) = (Arc::new(AtomicBool::new(false)), self.shared.clone());
        let stopped = stop.clone();
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::SeqCst) {
                    break;
                }
                let shared = shared.clone();
                std::thread::spawn(move || drop(serve(&stream, &shared)));
            }
        });
        self.running = Some((stop, thread));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.vanish();
    }
}

fn serve(mut stream: &TcpStream, shared: &Shared) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
    }
    let path = request
        .split_whitespace()
        .nth(1)
        .unwrap_or("/")
        .split('?')
        .next()
        .unwrap_or("/")
        .to_owned();
    let name = path.strip_prefix(BELOW).map(str::to_owned);
    let (status, kind, body) = answer(name.as_deref(), shared);
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)?;
    stream.flush()
}

fn answer(name: Option<&str>, shared: &Shared) -> (&'static str, &'static str, Vec<u8>) {
    let lost = || {
        (
            "404 Not Found",
            "text/html; charset=utf-8",
            std::fs::read(dist().join("404.html")).unwrap_or_default(),
        )
    };
    let Some(name) = name.filter(|name| !name.contains("..")) else {
        return lost();
    };
    let file = if name.is_empty() || name.ends_with('/') {
        format!("{name}index.html")
    } else {
        name.to_owned()
    };
    let kind = match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
    match shared.instead.lock().unwrap().get(&file) {
        Some(Instead::Failure) => return ("503 Service Unavailable", "text/plain", Vec::new()),
        Some(Instead::Content(body)) => return ("200 OK", kind, body.clone()),
        None => {}
    }
    std::fs::read(dist().join(&file)).map_or_else(|_| lost(), |body| ("200 OK", kind, body))
}
