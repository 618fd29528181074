//! Everybody's access: axe, the policy of the pages, and nothing that jumps.

use serde_json::Value;

use crate::browser::{Driver, Engine, Server, Visit};
use crate::reading::{COMIC, SCENARIO};

pub(crate) async fn axe_finds_nothing(visit: Visit, _server: Server, _driver: Driver) {
    let axe = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/e2e/node_modules/axe-core/axe.min.js"
    ))
    .expect("axe-core is installed (cargo xtask test does it)");
    let pages = [
        "vi/",
        "en/",
        COMIC,
        "en/kim-cuong-mien-phi/#p4",
        "vi/kim-cuong-mien-phi/#_after",
        SCENARIO,
        "en/ban-moi-goi-video/#me-day",
    ];
    for page in pages {
        visit.open("404.html").await;
        visit.open_awake(page).await;
        // The page's policy allows no foreign script; WebDriver stands outside of it.
        visit.ask(&axe).await;
        let found = visit
            .browser
            .execute_async(
                "const done = arguments[arguments.length - 1]; axe.run(document, { resultTypes: ['violations'] }).then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '))), e => done(['axe failed: ' + e]))",
                vec![],
            )
            .await
            .unwrap_or_else(|why| panic!("{page}: {why}"));
        assert_eq!(found, Value::Array(vec![]), "{:?} {page}", visit.engine);
    }
}

pub(crate) async fn nothing_is_asked_of_another_origin(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    for page in ["vi/", COMIC, SCENARIO] {
        visit.open_awake(page).await;
        let foreign = visit.ask("return performance.getEntriesByType('resource').map(e => e.name).filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))").await;
        assert_eq!(foreign, Value::Array(vec![]), "{page}");
        // A script that a page does not bring itself does not run.
        visit.ask("const s = document.createElement('script'); s.textContent = 'window.smuggled = true'; document.body.append(s)").await;
        assert_eq!(
            visit.ask("return window.smuggled === undefined").await,
            true,
            "{:?}: an inline script ran on {page}",
            visit.engine
        );
    }
}

pub(crate) async fn nothing_shifts(visit: Visit, _server: Server, _driver: Driver) {
    assert_eq!(
        visit.engine,
        Engine::Chromium,
        "only Chromium measures shifts"
    );
    for page in ["vi/", COMIC, "vi/kim-cuong-mien-phi/#p4", SCENARIO] {
        visit.open("404.html").await;
        visit.open_awake(page).await;
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        let script = "const done = arguments[arguments.length - 1]; let sum = 0; \
             new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value }).observe({ type: 'layout-shift', buffered: true }); \
             setTimeout(() => done(sum), 300)";
        let shift = visit
            .browser
            .execute_async(script, vec![])
            .await
            .unwrap()
            .as_f64()
            .unwrap();
        assert!(shift.abs() < 1e-6, "{page} shifts by {shift}");
    }
}
