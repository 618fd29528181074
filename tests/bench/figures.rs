//! The figures of the design: sizes, speed and memory, printed and never asserted. `cargo xtask bench [--json FILE]`.
//!
//! Pages are measured in Chromium with the processor slowed 6 times and a network of 1.6 Mbit/s and 150 ms.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark speaks, and stops where it cannot measure"
)]

#[path = "../browser/mod.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod browser;

mod room;
mod synthetic;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use browser::server::dist;
use browser::{Engine, Visit, Wish, visit};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

const COMIC: &str = "vi/kim-cuong-mien-phi/";

/// What can be measured alone.
const PARTS: [&str; 4] = ["sizes", "browser", "press", "room"];

fn main() {
    let mut figures = BTreeMap::new();
    // `-- room` measures one part alone.
    let part = std::env::args()
        .skip(1)
        .find(|arg| PARTS.contains(&arg.as_str()));
    let wanted = |name: &str| part.as_deref().is_none_or(|part| part == name);
    if wanted("sizes") {
        sizes(&mut figures);
    }
    if wanted("browser") {
        in_the_browser(&mut figures);
    }
    if wanted("press") {
        let home = synthetic::press(&mut figures);
        a_thousand_works(&mut figures, &home);
    }
    if wanted("room") {
        room::figures(&mut figures);
    }
    let args: Vec<String> = std::env::args().collect();
    if let Some(file) = args
        .iter()
        .position(|arg| arg == "--json")
        .and_then(|at| args.get(at + 1))
    {
        std::fs::write(file, serde_json::to_string_pretty(&figures).unwrap()).unwrap();
    }
}

/// The figures by name.
type Figures = BTreeMap<String, Value>;

fn tell(figures: &mut Figures, name: &str, value: Value, unit: &str) {
    println!("{name:58} {value} {unit}");
    figures.insert(name.to_owned(), value);
}

fn packed(bytes: &[u8]) -> (usize, usize) {
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 4096, 11, 22)
        .write_all(bytes)
        .unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes).unwrap();
    (gzip.finish().unwrap().len(), brotli.len())
}

fn sizes(figures: &mut Figures) {
    println!("\nSizes: raw, gzip, brotli (bytes)");
    let mut kinds: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    let mut open = vec![dist()];
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(folder)
            .unwrap()
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let kind = match path
                .extension()
                .and_then(|e| e.to_str())
                .unwrap_or_default()
            {
                "html" => "pages",
                "wasm" | "js" => "app and worker",
                "woff2" => "faces",
                "css" => "styles",
                "svg" => "covers and icons",
                "png" => "previews and icons",
                _ => "other",
            };
            let bytes = std::fs::read(&path).unwrap();
            let (gzip, brotli) = packed(&bytes);
            let sum = kinds.entry(kind).or_default();
            *sum = (sum.0 + bytes.len(), sum.1 + gzip, sum.2 + brotli);
        }
    }
    for (kind, (raw, gzip, brotli)) in kinds {
        tell(figures, kind, json!([raw, gzip, brotli]), "");
    }
}

/// A command of Chromium's own protocol, through its driver.
#[derive(Debug)]
struct Cdp(&'static str, Value);

impl WebDriverCompatibleCommand for Cdp {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }
    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "cmd": self.0, "params": self.1 }).to_string()),
        )
    }
}

async fn cdp(visit: &Visit, command: &'static str, params: Value) -> Value {
    visit
        .browser
        .issue_cmd(Cdp(command, params))
        .await
        .unwrap_or_else(|why| panic!("{command}: {why}"))
}

/// Slow as a cheap tablet on slow 4G, with an empty cache.
async fn slow(visit: &Visit) {
    cdp(visit, "Network.enable", json!({})).await;
    cdp(
        visit,
        "Network.setCacheDisabled",
        json!({ "cacheDisabled": true }),
    )
    .await;
    cdp(visit, "Network.emulateNetworkConditions", json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000 })).await;
    cdp(
        visit,
        "Emulation.setCPUThrottlingRate",
        json!({ "rate": 6 }),
    )
    .await;
}

/// From the start of the journey: the largest paint, and when the app was awake (ms).
const PAINTS: &str = "const done = arguments[arguments.length - 1]; let lcp = 0, long = []; \
    new PerformanceObserver(l => { for (const e of l.getEntries()) lcp = e.startTime }).observe({ type: 'largest-contentful-paint', buffered: true }); \
    new PerformanceObserver(l => { for (const e of l.getEntries()) long.push(Math.round(e.duration)) }).observe({ type: 'longtask', buffered: true }); \
    setTimeout(() => done({ lcp: Math.round(lcp), fcp: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0), long }), 600)";

/// Turns panels and measures from the tap to the next frame after it (ms).
const TURNS: &str = "const done = arguments[arguments.length - 1], count = arguments[0]; (async () => { const times = []; \
    const frame = () => new Promise(f => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = f; c.port2.postMessage(0) })); \
    for (let i = 0; i < count; i++) { \
      const key = Math.floor(i / 13) % 2 ? 'ArrowLeft' : 'ArrowRight'; const start = performance.now(); \
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); await frame(); times.push(performance.now() - start) } \
    done(times) })()";

#[expect(clippy::too_many_lines, reason = "one visit, told in order")]
fn in_the_browser(figures: &mut Figures) {
    println!("\nIn Chromium, processor 6x slower, 1.6 Mbit/s, 150 ms, cold");
    let found = Rc::new(RefCell::new(Figures::new()));
    let notes = found.clone();
    visit(
        Engine::Chromium,
        &Wish::default(),
        |visit, server, driver| async move {
            // The block holds only what it names: the driver must live as long as it does.
            let _driver = driver;
            slow(&visit).await;
            let page = std::fs::read_to_string(dist().join(format!("{COMIC}index.html"))).unwrap();
            let start = page.find("<script type=\"module\"").expect("the starter");
            let end = start + page[start..].find("</script>").unwrap() + 9;
            let bare = format!("{}{}", &page[..start], &page[end..]);
            server.answer(
                "bare/vi/x/index.html",
                browser::server::Instead::Content(bare.replace("../../", "../../../").into()),
            );
            let (mut with, mut without) = (Vec::new(), Vec::new());
            for _ in 0..5 {
                for (address, times) in [(COMIC, &mut with), ("bare/vi/x/", &mut without)] {
                    visit.open("404.html").await;
                    cdp(&visit, "Storage.clearDataForOrigin", json!({ "origin": visit.root.trim_end_matches("/some/where/"), "storageTypes": "all" })).await;
                    visit.open(address).await;
                    let paints = visit.browser.execute_async(PAINTS, vec![]).await.unwrap();
                    times.push(paints["lcp"].as_f64().unwrap());
                }
            }
            let (with, without) = (median(with), median(without));
            tell(
                &mut notes.borrow_mut(),
                "largest paint on a shared link, median of 5",
                json!(with),
                "ms",
            );
            tell(
                &mut notes.borrow_mut(),
                "the same page without scripts, median of 5",
                json!(without),
                "ms",
            );
            tell(
                &mut notes.borrow_mut(),
                "ratio",
                json!((with / without * 1000.0).round() / 1000.0),
                "",
            );
            visit.open("404.html").await;
            visit.open(COMIC).await;
            visit.awake().await;
            let awake = visit.ask("return Math.round(performance.now())").await;
            tell(
                &mut notes.borrow_mut(),
                "until the app is awake",
                awake,
                "ms",
            );
            let long = visit.browser.execute_async(PAINTS, vec![]).await.unwrap();
            tell(
                &mut notes.borrow_mut(),
                "tasks over 50 ms while waking",
                long["long"].clone(),
                "ms",
            );
            cdp(&visit, "Network.emulateNetworkConditions", json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 })).await;
            let turns = async |count: usize| -> Vec<f64> {
                let times = visit
                    .browser
                    .execute_async(TURNS, vec![json!(count)])
                    .await
                    .unwrap();
                times
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_f64)
                    .collect()
            };
            for (view, button) in [("guided", 1), ("page", 2), ("strip", 3)] {
                visit
                    .click(&format!(".views button:nth-child({button})"))
                    .await;
                tokio::time::sleep(Duration::from_millis(1500)).await;
                let mut times = turns(200).await;
                times.sort_by(f64::total_cmp);
                tell(
                    &mut notes.borrow_mut(),
                    &format!("tap to next panel painted, {view}, median and p98 of 200"),
                    json!([times[100].round(), times[196].round()]),
                    "ms",
                );
            }
            visit.click(".views button:nth-child(1)").await;
            cdp(
                &visit,
                "Emulation.setCPUThrottlingRate",
                json!({ "rate": 1 }),
            )
            .await;
            let heap = async || -> f64 {
                cdp(&visit, "HeapProfiler.collectGarbage", json!({})).await;
                tokio::time::sleep(Duration::from_millis(300)).await;
                let usage = cdp(&visit, "Runtime.getHeapUsage", json!({})).await;
                usage["usedSize"].as_f64().unwrap()
            };
            let before = heap().await;
            turns(1000).await;
            let after = heap().await;
            tell(
                &mut notes.borrow_mut(),
                "heap after 200 turns",
                json!(before),
                "bytes",
            );
            tell(
                &mut notes.borrow_mut(),
                "heap after 1,200 turns",
                json!(after),
                "bytes",
            );
        },
    );
    figures.append(&mut found.borrow_mut());
}

/// Types a word letter by letter and measures from each letter to the frame that answers it (ms).
const SEARCH: &str = "const done = arguments[arguments.length - 1]; (async () => { const times = []; \
    const frame = () => new Promise(f => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = f; c.port2.postMessage(0) })); \
    const field = document.querySelector('.finder input'); \
    for (const words of ['k', 'ki', 'kim', 'kim c', 'kim cuong 77', 'lua dao', 'mat khau 3', 'zzz', '']) { \
      field.value = words; const start = performance.now(); field.dispatchEvent(new Event('input', { bubbles: true })); await frame(); times.push(performance.now() - start) } \
    done([times, document.querySelectorAll('[data-card]').length]) })()";

/// The home page of a thousand works: what it weighs, when it wakes, how fast it finds.
fn a_thousand_works(figures: &mut Figures, home: &str) {
    println!("\nThe home page of 1,000 works, processor 6x slower");
    let (gzip, brotli) = packed(home.as_bytes());
    tell(
        figures,
        "home of 1,000 works: raw, gzip, brotli",
        json!([home.len(), gzip, brotli]),
        "bytes",
    );
    let found = Rc::new(RefCell::new(Figures::new()));
    let (notes, home) = (found.clone(), home.to_owned());
    visit(
        Engine::Chromium,
        &Wish::default(),
        |visit, server, driver| async move {
            let _driver = driver;
            server.answer(
                "vi/index.html",
                browser::server::Instead::Content(home.into()),
            );
            slow(&visit).await;
            visit.open("vi/").await;
            visit.awake().await;
            let awake = visit.ask("return Math.round(performance.now())").await;
            tell(
                &mut notes.borrow_mut(),
                "home of 1,000 works, until it is awake",
                awake,
                "ms",
            );
            let answer = visit.browser.execute_async(SEARCH, vec![]).await.unwrap();
            let mut times: Vec<f64> = answer[0]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_f64)
                .map(f64::round)
                .collect();
            times.sort_by(f64::total_cmp);
            tell(
                &mut notes.borrow_mut(),
                "search in 1,000 works, a letter to its answer",
                json!(times),
                "ms",
            );
        },
    );
    figures.append(&mut found.borrow_mut());
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The project's folder.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
