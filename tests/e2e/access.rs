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
        "vi/so-tiem/",
        "en/kim-cuong-mien-phi/phu-huynh/",
        "vi/tat-ca/",
        "vi/bi-doa-dang-anh/ban-do/",
        "vi/quy-tac-cua-em/",
        "vi/quy-tac-cua-em/ap-phich/",
        "en/lam-chu-thoi-gian/",
        "vi/an-toan-thong-tin/",
        "vi/luat-hinh-anh/",
        "en/co-chuyen-xay-ra/#bi-doa",
        "vi/thoa-thuan-gia-dinh/",
        "en/so-tay-cong-tac-vien/",
        "vi/cho-thay-co/",
        "vi/tu-dien/",
        "vi/buoi-hoc/",
        "en/buoi-hoc/#the",
        "vi/buoi-hoc/#ke-hoach=1!35!9-11!scam!Th_E1_BB_AD!w.2~bkim-cuong-mien-phi.2~rkim-cuong-mien-phi.6~c.2",
        "vi/kim-cuong-mien-phi/tai-ve/",
    ];
    // How the page is seen: the view and the theme, as they are kept.
    let looks = ["guided light", "page dark", "strip contrast huge roomy"];
    for (i, (page, look)) in pages
        .iter()
        .flat_map(|page| looks.iter().map(move |look| (page, look)))
        .enumerate()
    {
        // Chromium sees every page in every look; the others see every page, and every look.
        let (page_number, look_number) = (i / looks.len(), i % looks.len());
        if visit.engine != Engine::Chromium && page_number % looks.len() != look_number {
            continue;
        }
        visit.open("404.html").await;
        visit
            .ask(&format!("localStorage.setItem('vac-xin-so/settings/1', '{look}'); localStorage.setItem('vac-xin-so/record/1/te-te/kim-cuong-mien-phi', 'done=100'); localStorage.setItem('vac-xin-so/record/1/te-te/ban-moi-goi-video', 'seen=tin-nhan,me-day ends=me-day done=100')"))
            .await;
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
        assert_eq!(
            found,
            Value::Array(vec![]),
            "{:?} {page} ({look})",
            visit.engine
        );
    }
}

pub(crate) async fn nothing_is_asked_of_another_origin(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    for page in ["vi/", COMIC, SCENARIO, "vi/quy-tac-cua-em/"] {
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
    let pages = [
        "vi/",
        COMIC,
        "vi/kim-cuong-mien-phi/#p4",
        SCENARIO,
        "vi/so-tiem/",
        "en/chu-cong-an-goi/phu-huynh/",
        "vi/quy-tac-cua-em/",
        "en/hieu-luat-de-tu-tin/",
        "vi/cho-teen/",
    ];
    for (width, height) in SCREENS {
        visit.browser.set_window_size(width, height).await.unwrap();
        for page in pages {
            visit.open("404.html").await;
            visit.open_awake(page).await;
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            let script = "const done = arguments[arguments.length - 1]; const all = []; \
                 new PerformanceObserver(list => { for (const e of list.getEntries()) \
                 all.push([e.value, e.startTime, ...e.sources.map(s => [s.node?.nodeName, s.node?.className, s.previousRect, s.currentRect, s.node?.textContent.slice(0, 40)])]) }).observe({ type: 'layout-shift', buffered: true }); \
                 setTimeout(() => done(all), 300)";
            let shifts = visit.browser.execute_async(script, vec![]).await.unwrap();
            assert_eq!(shifts, Value::Array(vec![]), "{page} at {width} px shifts");
        }
    }
}

/// A phone, a tablet upright and lying, a projector.
const SCREENS: [(u32, u32); 4] = [(360, 740), (768, 1024), (1024, 768), (1920, 1080)];

pub(crate) async fn nothing_sticks_out(visit: Visit, _server: Server, _driver: Driver) {
    for (width, height) in SCREENS {
        visit.browser.set_window_size(width, height).await.unwrap();
        for page in [
            "vi/",
            "en/kim-cuong-mien-phi/#p10",
            "en/ban-moi-goi-video/#lo-noi",
            "en/so-tiem/",
            "vi/chu-cong-an-goi/phu-huynh/",
            "vi/quy-tac-cua-em/",
            "en/an-toan-thong-tin/",
            "vi/co-chuyen-xay-ra/#bi-doa",
            "en/thoa-thuan-gia-dinh/",
            "vi/giao-an-35/",
            "en/cho-cha-me/",
            "vi/buoi-hoc/",
            "en/buoi-hoc/#ke-hoach=1!35!9-11!scam!T!w.2~bkim-cuong-mien-phi.2~rkim-cuong-mien-phi.6~c.2",
            "en/bi-doa-dang-anh/tai-ve/",
        ] {
            visit.open("404.html").await;
            visit.open_awake(page).await;
            let out = visit
                .ask("const wide = document.documentElement.clientWidth; \
                      const seen = [...document.querySelectorAll('main a, main button, header > *')].filter(e => !e.closest('.cards, .scroll, .table')).filter(e => e.checkVisibility ? e.checkVisibility() : e.getClientRects().length); \
                      return [document.documentElement.scrollWidth - wide, ...seen.filter(e => e.getBoundingClientRect().right > wide + 1).map(e => e.outerHTML.slice(0, 80))]")
                .await;
            assert_eq!(
                out,
                serde_json::json!([0]),
                "{:?}: {page} at {width} px",
                visit.engine
            );
        }
    }
}
