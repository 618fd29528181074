//! What can go wrong on a device: each time a kind word, or nothing at all, and reading goes on.

use serde_json::Value;

use crate::browser::{Driver, Engine, Server, Visit};
use crate::reading::COMIC;

const RIGHT: char = '\u{E014}';

/// Writes down what goes wrong in the page from now on.
const WATCH: &str = "window.wrong = []; \
     addEventListener('error', e => wrong.push(String(e.message))); \
     addEventListener('unhandledrejection', e => wrong.push(String(e.reason))); \
     const said = console.error; console.error = (...all) => { wrong.push(all.map(String).join(' ')); said(...all) }";

async fn nothing_went_wrong(visit: &Visit) {
    assert_eq!(
        visit.ask("return window.wrong").await,
        Value::Array(vec![]),
        "{:?}",
        visit.engine
    );
}

pub(crate) async fn a_full_or_forbidden_storage_forgets_only_when_the_page_is_closed(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    let forbidden = "for (const name of ['getItem', 'setItem', 'removeItem', 'key']) \
         Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError') }";
    let absent = "Object.defineProperty(window, 'localStorage', { value: null })";
    // WebKit does not let a page take the property away.
    let faults = match visit.engine {
        Engine::WebKit => vec![full, forbidden],
        Engine::Chromium | Engine::Firefox => vec![full, forbidden, absent],
    };
    for fault in faults {
        visit.open_awake("vi/").await;
        visit.ask("localStorage.clear()").await;
        visit.open_awake(COMIC).await;
        visit.ask(WATCH).await;
        visit.ask(fault).await;
        visit.press(RIGHT).await;
        visit.at_panel("p2").await;
        visit.click(".brand").await;
        visit
            .until(
                "the place is known while the page is open",
                "return !!document.querySelector('[data-shelf-of=begun] [data-card=kim-cuong-mien-phi]')",
            )
            .await;
        visit.click(".me").await;
        visit
            .until(
                "a kind word says that it will be forgotten",
                "return document.querySelector('.forgets') !== null",
            )
            .await;
        nothing_went_wrong(&visit).await;
    }
}

pub(crate) async fn two_tabs_do_not_overwrite_each_other(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    let first = visit.browser.window().await.unwrap();
    let second = visit.browser.new_window(true).await.unwrap().handle;
    visit.browser.switch_to_window(second).await.unwrap();
    visit.open_awake("vi/anh-trong-nhom/").await;
    visit.press(RIGHT).await;
    visit.at_panel("p2").await;
    visit.browser.switch_to_window(first).await.unwrap();
    visit.press(RIGHT).await;
    visit.at_panel("p2").await;
    visit.press(RIGHT).await;
    visit.at_panel("p3").await;
    visit.open_awake("vi/").await;
    visit
        .until(
            "both are half read",
            "return [...document.querySelectorAll('[data-shelf-of=begun] [data-card]')].map(c => c.dataset.card).sort().join() === 'anh-trong-nhom,kim-cuong-mien-phi'",
        )
        .await;
}

pub(crate) async fn a_wrong_clock_takes_no_stamp_away(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/").await;
    visit
        .ask("localStorage.setItem('vac-xin-so/record/1/te-te/kim-cuong-mien-phi', 'done=20780')")
        .await;
    for year in [1971, 1999, 2099] {
        visit.open_awake("vi/").await;
        visit.ask(WATCH).await;
        visit
            .ask(&format!("const D = Date; window.Date = class extends D {{ constructor(...a) {{ a.length ? super(...a) : super({year}, 0, 2) }} }}"))
            .await;
        visit.click(".me").await;
        visit
            .until(
                "the stamp is there",
                "return !!document.querySelector('[data-stamp=kim-cuong-mien-phi]')",
            )
            .await;
        let due = visit
            .ask("return document.querySelector('[data-due]') !== null")
            .await;
        assert_eq!(due, year == 2099, "in {year}");
        nothing_went_wrong(&visit).await;
    }
}

pub(crate) async fn a_turned_tablet_a_refused_fullscreen_and_a_lost_panel_do_no_harm(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(&format!("{COMIC}#p99")).await;
    assert_eq!(visit.panels_seen().await, ["p1"], "a panel that is gone");
    visit.open("404.html").await;
    visit.open_awake(&format!("{COMIC}#p3")).await;
    visit.ask(WATCH).await;
    let touch = |kind: &str, across: f64| {
        format!(
            "const art = document.querySelector('.panel[aria-current=true] .art'), b = art.getBoundingClientRect(); \
             art.dispatchEvent(new PointerEvent('{kind}', {{ bubbles: true, isPrimary: true, clientX: b.left + b.width * {across}, clientY: b.top + 50 }}))"
        )
    };
    visit.browser.set_window_size(1024, 768).await.unwrap();
    visit.ask(&touch("pointerdown", 0.9)).await;
    visit.browser.set_window_size(768, 1024).await.unwrap();
    visit.ask(&touch("pointerup", 0.1)).await;
    // Whatever the finger meant: the reader is at one panel, and it can be turned.
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    assert_eq!(visit.panels_seen().await.len(), 1);
    visit.press(RIGHT).await;
    visit
        .until(
            "it turns",
            "return document.querySelectorAll('.panel[aria-current=true]').length === 1",
        )
        .await;
    nothing_went_wrong(&visit).await;
    visit.open_awake(&format!("{COMIC}?view=class#p3")).await;
    visit.ask(WATCH).await;
    visit
        .ask("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))")
        .await;
    visit.press('f').await;
    visit.press(RIGHT).await;
    visit.at_panel("p4").await;
    visit
        .ask("Element.prototype.requestFullscreen = undefined")
        .await;
    visit.press('f').await;
    visit.press(RIGHT).await;
    visit.at_panel("p5").await;
    nothing_went_wrong(&visit).await;
}

pub(crate) async fn a_voice_that_hangs_is_called_missing_after_a_while(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    visit
        .ask("window.SpeechSynthesisUtterance = class extends EventTarget {}; \
              Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'vi-VN', localService: true }], cancel() {}, speak() {} } })")
        .await;
    visit.click("button.aloud").await;
    visit
        .until(
            "a kind word",
            "return document.querySelector('.no-voice:not([hidden])') !== null",
        )
        .await;
}

/// The app breaks down as compiled code does: in an event, or in a promise. What a driver's own script throws is hidden
/// from pages, so the page is told.
async fn break_down(visit: &Visit, event: &str) {
    visit
        .ask(&format!(
            "window.before = true; const why = new WebAssembly.RuntimeError('unreachable'); setTimeout(() => dispatchEvent({event})); return true"
        ))
        .await;
}

pub(crate) async fn an_app_that_breaks_down_is_opened_anew_where_the_reader_was(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    visit.press(RIGHT).await;
    visit.at_panel("p2").await;
    break_down(&visit, "new ErrorEvent('error', { error: why })").await;
    visit
        .until(
            "the page has been opened anew",
            "return window.before === undefined && document.documentElement.hasAttribute('data-ready')",
        )
        .await;
    visit.at_panel("p2").await;
    // What breaks down again at once is not tried for ever: the page is read as it was printed.
    break_down(&visit, "new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: why })").await;
    visit
        .until(
            "the page is read without the app",
            "const { app, ready } = document.documentElement.dataset; return window.before === true && app === 'off' && ready === undefined",
        )
        .await;
    visit
        .until(
            "the comic is a strip that stands where the reader was",
            "const [p2, p3] = ['p2', 'p3'].map(id => document.getElementById(id).getBoundingClientRect()); return p3.height > 0 && p2.height > 0 && p2.top < innerHeight && p2.bottom > 0",
        )
        .await;
}

/// Five hundred taps on whatever can be tapped (but for what leaves the library), seeded so that they can be
/// repeated.
const TAPS: &str = r"
    const done = arguments[arguments.length - 1]
    let seed = arguments[0]
    const random = n => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n }
    const tap = async () => {
        const all = [...document.querySelectorAll('a[href], button, summary, .art')]
            .filter(e => e.getClientRects().length && !e.closest('[data-exit], [data-print],[download], [data-load], [href^=tel], [href^=https], [href*=view], .class-link, .class-leave, .skip, [data-clear=yes]'))
        const one = all[random(all.length)]
        if (!one) return
        window.name = window.name.slice(-900) + '\n' + location.href + ' ' + one.outerHTML.slice(0, 160)
        if (one.classList.contains('art')) {
            const b = one.getBoundingClientRect(), x = b.left + b.width * random(100) / 100
            for (const type of ['pointerdown', 'pointerup'])
                one.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true, clientX: x, clientY: b.top + 20 }))
        } else one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    }
    for (let i = 0; i < 25; i++) { await tap(); await new Promise(r => setTimeout(r, i % 10 ? 8 : 60)) }
    done(true)";

pub(crate) async fn five_hundred_random_taps_end_in_no_error(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/").await;
    visit.ask(WATCH).await;
    for round in 0..20u32 {
        let script = format!("(async function () {{ {TAPS} }}).apply(null, arguments)");
        let done = visit
            .browser
            .execute_async(&script, vec![Value::from(round * 7919 + 17)])
            .await;
        if let Err(why) = done {
            let last = visit
                .word("return window.name + ' now at ' + location.href + ' for ' + performance.now() + ' ms'")
                .await;
            panic!(
                "{:?} round {round}: {why}; after taps on {last}",
                visit.engine
            );
        }
    }
    nothing_went_wrong(&visit).await;
    visit
        .until(
            "a page stands on the screen",
            "return document.querySelector('main') !== null && !document.documentElement.hasAttribute('data-travel')",
        )
        .await;
}
