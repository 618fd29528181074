//! Without a network: what was visited once is kept whole.

use serde_json::Value;

use crate::browser::server::{Instead, dist};
use crate::browser::{Driver, Engine, Server, Visit, Wish};
use crate::reading::COMIC;

async fn kept(visit: &Visit) {
    visit
        .until(
            "the whole library is kept",
            "return document.documentElement.dataset.offline === 'ready'",
        )
        .await;
}

/// Every page of the library: address and title.
fn pages() -> Vec<(String, String)> {
    let library: Value =
        serde_json::from_str(&std::fs::read_to_string(dist().join("library.json")).unwrap())
            .unwrap();
    let works = library["works"].as_array().unwrap();
    let pages = works.iter().flat_map(|work| {
        ["vi", "en"].map(|lang| {
            (
                work["url"][lang].as_str().unwrap().to_owned(),
                work["title"][lang].as_str().unwrap().to_owned(),
            )
        })
    });
    pages.collect()
}

async fn every_page_opens(visit: &Visit) {
    for (address, title) in pages() {
        visit.open_awake(&address).await;
        assert_eq!(
            visit
                .word("return document.querySelector('h1').textContent")
                .await,
            title,
            "{address}"
        );
    }
    for home in ["", "vi/", "en/"] {
        visit.open_awake(home).await;
        assert!(
            visit
                .ask("return document.querySelectorAll('[data-card]').length")
                .await
                .as_u64()
                .unwrap()
                >= 2,
            "{home}"
        );
    }
}

pub(crate) async fn after_one_visit_every_page_opens_without_a_server(
    visit: Visit,
    mut server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    kept(&visit).await;
    server.vanish();
    every_page_opens(&visit).await;
    // And journeys within the app, too.
    visit.open_awake("vi/").await;
    visit.click("[data-card=ban-moi-goi-video]").await;
    visit.at_passage("tin-nhan").await;
    visit.open(&format!("{COMIC}#p4")).await;
    visit.awake().await;
    visit.at_panel("p4").await;
}

fn profile(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("vac-xin-so-{name}-{}", std::process::id()));
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(test);
}

/// A visit with a profile that is there again the next time.
async fn visit_with(engine: Engine, profile: &std::path::Path, root: &str) -> (Visit, Driver) {
    let driver = Driver::start(engine);
    let browser = driver
        .open(&Wish {
            profile: Some(profile.to_owned()),
            ..Wish::default()
        })
        .await;
    (
        Visit {
            engine,
            browser,
            root: root.to_owned(),
        },
        driver,
    )
}

pub(crate) fn after_a_restart(engine: Engine) {
    run(async {
        let profile = profile(&format!("restart-{engine:?}"));
        let mut server = Server::start();
        let (visit, driver) = visit_with(engine, &profile, &server.root()).await;
        visit.open_awake(COMIC).await;
        kept(&visit).await;
        // What was kept is written to disk a moment later.
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        visit.browser.clone().close().await.unwrap();
        drop(driver);
        server.vanish();
        let (visit, _driver) = visit_with(engine, &profile, &visit.root).await;
        every_page_opens(&visit).await;
        visit.browser.close().await.unwrap();
        drop(std::fs::remove_dir_all(profile));
    });
}

/// The library as if somebody had published another version: one word of a page differs.
fn publish_another(server: &Server) {
    let page = std::fs::read_to_string(dist().join(format!("{COMIC}index.html"))).unwrap();
    server.answer(
        &format!("{COMIC}index.html"),
        Instead::Content(
            page.replace("Kim cương miễn phí", "Kim cương bản mới")
                .into(),
        ),
    );
    let worker = std::fs::read_to_string(dist().join("sw.js")).unwrap();
    let fresh = worker.replacen("\"version\":\"", "\"version\":\"another-", 1);
    assert_ne!(worker, fresh, "the worker names its version");
    server.answer("sw.js", Instead::Content(fresh.into()));
}

const TITLE: &str = "return document.querySelector('h1').textContent";

pub(crate) fn a_new_version(engine: Engine) {
    run(async {
        let profile = profile("update");
        let server = Server::start();
        let (visit, driver) = visit_with(engine, &profile, &server.root()).await;
        visit.open_awake(COMIC).await;
        kept(&visit).await;
        publish_another(&server);
        visit.open_awake(COMIC).await;
        visit
            .until(
                "the new version is told",
                "return document.querySelector('[data-shelf=update]') !== null",
            )
            .await;
        visit.open_awake(COMIC).await;
        assert_eq!(
            visit.word(TITLE).await,
            "Kim cương miễn phí",
            "while somebody reads, nothing changes"
        );
        visit.browser.clone().close().await.unwrap();
        drop(driver);
        let (visit, _driver) = visit_with(engine, &profile, &visit.root).await;
        visit.open_awake(COMIC).await;
        assert_eq!(
            visit.word(TITLE).await,
            "Kim cương bản mới",
            "the next visit takes the new version"
        );
        visit.browser.close().await.unwrap();
        drop(std::fs::remove_dir_all(profile));
    });
}

pub(crate) async fn a_broken_new_version(visit: Visit, mut server: Server, _driver: Driver) {
    visit.open_awake(COMIC).await;
    kept(&visit).await;
    publish_another(&server);
    server.answer("en/index.html", Instead::Failure);
    visit.open_awake(COMIC).await;
    let script = "const done = arguments[arguments.length - 1]; (async () => { \
        const r = await navigator.serviceWorker.getRegistration(); await r.update().catch(() => {}); \
        while (r.installing) await new Promise(next => setTimeout(next, 50)); done(r.waiting === null && r.active !== null) })()";
    let alone = visit.browser.execute_async(script, vec![]).await.unwrap();
    assert_eq!(
        alone, true,
        "the broken version is gone, the last good one stays"
    );
    server.vanish();
    every_page_opens(&visit).await;
}
