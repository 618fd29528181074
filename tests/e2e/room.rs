//! The classroom: a session in two windows from plan to record, what can go wrong in it, and files that come and go.

use std::time::Duration;

use fantoccini::Locator::Css;
use fantoccini::wd::WindowHandle;
use serde_json::json;

use crate::browser::{Driver, Engine, Server, Visit};

/// A plan with a question, a comic, a scenario and the end.
const PLAN: &str = "vi/buoi-hoc/#ke-hoach=1!35!9-11!scam!Th_E1_BB_AD!w.2~bkim-cuong-mien-phi.2~rkim-cuong-mien-phi.6~akim-cuong-mien-phi.2~rnap-the-doi-skin.12~c.2";
const RIGHT: char = '\u{E014}';

/// What is kept of the session.
const SESSION: &str =
    "const kept = JSON.parse(localStorage.getItem('vac-xin-so/class/1/session')); ";

async fn begin(visit: &Visit) {
    visit.open_awake(PLAN).await;
    visit.click(".plan-ways .button.strong").await;
    visit
        .until(
            "the desk is there, and its works have come",
            "return !!document.querySelector('.desk .parts svg')",
        )
        .await;
}

/// A key, with the keyboard on nothing in particular.
async fn key(visit: &Visit, key: char) {
    visit
        .ask("document.activeElement?.blur(); return true")
        .await;
    visit.press(key).await;
}

async fn second_window(visit: &Visit) -> (WindowHandle, WindowHandle) {
    let desk = visit.browser.window().await.unwrap();
    let wall = visit.browser.new_window(false).await.unwrap().handle;
    visit.browser.switch_to_window(wall.clone()).await.unwrap();
    visit.open_awake("vi/buoi-hoc/#man-chieu").await;
    (desk, wall)
}

pub(crate) async fn a_session_goes_from_plan_to_record_in_two_windows(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/buoi-hoc/#ke-hoach").await;
    visit
        .until(
            "the library has come",
            "return !document.querySelector('.wish > .button').disabled",
        )
        .await;
    visit
        .click(".wish fieldset:nth-of-type(2) button:nth-of-type(2)")
        .await;
    visit.click(".wish > .button").await;
    visit
        .until(
            "a plan that fits",
            "return document.querySelectorAll('.plan-steps li').length > 5 && document.querySelector('.fits').hasAttribute('data-fits')",
        )
        .await;
    begin(&visit).await;
    let (desk, wall) = second_window(&visit).await;
    visit
        .until(
            "the wall shows the welcome",
            "return !!document.querySelector('.wall .welcome')",
        )
        .await;
    visit.browser.switch_to_window(desk.clone()).await.unwrap();
    visit
        .until(
            "the desk knows of the wall",
            "return document.querySelector('[data-wall]').dataset.wall === 'there'",
        )
        .await;
    key(&visit, RIGHT).await;
    for digit in "12222223".chars() {
        key(&visit, digit).await;
    }
    let counts = "return [...document.querySelectorAll('.tallied')].map(e => e.textContent).join()";
    visit
        .until("the desk counts", &format!("{counts} === '1,6,1'"))
        .await;
    visit.browser.switch_to_window(wall.clone()).await.unwrap();
    visit
        .until("the wall counts along", &format!("{counts} === '1,6,1'"))
        .await;
    // A clicker may stand on the wall's window as well.
    key(&visit, RIGHT).await;
    visit
        .until(
            "what is said to each answer",
            "return document.querySelectorAll('.wall .word-on').length === 3",
        )
        .await;
    key(&visit, RIGHT).await;
    visit
        .until(
            "the first panel is drawn on the wall",
            "const art = document.querySelector('.wall .art[data-panel=p1] svg'); return !!art && art.getBoundingClientRect().height > 300",
        )
        .await;
    visit.browser.switch_to_window(desk.clone()).await.unwrap();
    visit
        .until(
            "the desk followed, and shows what is next",
            "return !!document.querySelector('.on-wall .art[data-panel=p1]') && !!document.querySelector('.next-up .art[data-panel=p2]')",
        )
        .await;
    key(&visit, 's').await;
    visit.browser.switch_to_window(wall).await.unwrap();
    visit
        .until(
            "light on one balloon",
            "return (document.querySelector('.wall .light path')?.getAttribute('d') ?? '').includes('a')",
        )
        .await;
    // Without its second window the session goes on, and the desk says so.
    visit.browser.close_window().await.unwrap();
    visit.browser.switch_to_window(desk).await.unwrap();
    visit
        .until(
            "the desk misses the wall",
            "return document.querySelector('[data-wall]').dataset.wall === 'none'",
        )
        .await;
    // A reload loses nothing.
    visit.browser.refresh().await.unwrap();
    visit.awake().await;
    visit
        .until(
            "the same panel again",
            "return !!document.querySelector('.on-wall .art[data-panel=p1]')",
        )
        .await;
    pause(&visit).await;
    choose_and_finish(&visit).await;
}

/// On to the question behind the fifth panel; it is there after a reload too.
async fn pause(visit: &Visit) {
    let asked = "return document.querySelector('.on-wall .talk-scene h2')?.textContent.includes('réo chuông') === true && !!document.querySelector('.on-wall .talk-scene .art[data-panel=p5] svg')";
    for _ in 0..5 {
        key(visit, RIGHT).await;
    }
    visit.until("the class is asked", asked).await;
    visit.browser.refresh().await.unwrap();
    visit.awake().await;
    visit.until("it is still asked", asked).await;
    key(visit, RIGHT).await;
    visit
        .until(
            "the story goes on",
            "return !!document.querySelector('.on-wall .art[data-panel=p6]')",
        )
        .await;
}

/// To the scenario, through a vote that is followed, back by “what if”, and to the record.
async fn choose_and_finish(visit: &Visit) {
    visit.click(".steps li:nth-child(4) button").await;
    key(visit, '1').await;
    key(visit, '1').await;
    visit.click(".steps li:nth-child(5) button").await;
    visit
        .until(
            "the scenario's panels",
            "return !!document.querySelector('.on-wall .art')",
        )
        .await;
    key(visit, '\u{E010}').await;
    visit
        .until(
            "its first choice",
            "return document.querySelectorAll('.on-wall .pick').length === 3",
        )
        .await;
    key(visit, '2').await;
    key(visit, RIGHT).await;
    let way = format!("{SESSION}return kept.trails[4].map(t => t.passage).join()");
    visit
        .until("the class's way", &format!("{way} === 'sanh-game,xem-gia'"))
        .await;
    key(visit, '\u{E012}').await;
    visit
        .until(
            "the decision again, with its votes",
            "return [...document.querySelectorAll('.tallied')].map(e => e.textContent).join() === '0,1,0'",
        )
        .await;
    let pupils = visit
        .browser
        .find(Css(".class input[type=number]"))
        .await
        .unwrap();
    pupils.clear().await.unwrap();
    pupils.send_keys("42\u{E007}").await.unwrap();
    let asked = visit.browser.find(Css(".ask-form input")).await.unwrap();
    asked
        .send_keys("=Nếu lỡ gửi thì sao?\u{E007}")
        .await
        .unwrap();
    visit
        .until(
            "the question is noted",
            "return document.querySelectorAll('.questions li').length === 1",
        )
        .await;
    visit.click(".class > p .button.strong").await;
    visit
        .until("the record", "return !!document.querySelector('.paper')")
        .await;
    let paper = visit
        .word("return document.querySelector('.paper').textContent")
        .await;
    for part in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "42 học sinh",
        "Kim cương miễn phí",
        "1/8 (13%)",
        "2/2 (100%)",
        "=Nếu lỡ gửi thì sao?",
    ] {
        assert!(paper.contains(part), "{part}: {paper}");
    }
    assert_eq!(
        visit
            .ask("return localStorage.getItem('vac-xin-so/class/1/session')")
            .await,
        json!(null),
        "the session is over"
    );
    // What leaves as a table holds no formula.
    visit
        .ask("URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return '#' }; location.hash = ''; return true")
        .await;
    visit.click(".file-tools button:nth-of-type(2)").await;
    visit
        .until(
            "a table",
            "return (window.saved ?? '').includes(\"'=Nếu lỡ\") && window.saved.includes('\\r\\n')",
        )
        .await;
    visit.open_awake("vi/buoi-hoc/#tong-ket").await;
    visit
        .until(
            "the term",
            "return document.querySelector('.figures').textContent.includes('42') && document.querySelectorAll('.chart').length === 4",
        )
        .await;
}

pub(crate) async fn a_session_survives_a_full_storage_a_blocked_window_and_an_hour_of_sleep(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    begin(&visit).await;
    visit.ask("window.open = () => null; return true").await;
    visit.click(".time p:last-child .button").await;
    visit
        .until(
            "the address for another window",
            "return document.querySelector('.notice code')?.textContent.endsWith('#man-chieu')",
        )
        .await;
    let spent = "return document.querySelector('[data-clock]').textContent";
    visit
        .ask("const D = Date; window.Date = class extends D { static now() { return D.now() + 3600000 } }; return true")
        .await;
    visit
        .until(
            "an hour of sleep is told",
            "return document.querySelector('.notice p')?.textContent.includes('60')",
        )
        .await;
    let clock = visit.word(spent).await;
    assert!(clock.starts_with("0:"), "sleep is no lesson: {clock}");
    visit
        .ask("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }; return true")
        .await;
    key(&visit, RIGHT).await;
    key(&visit, '2').await;
    visit
        .until(
            "the session goes on and says what to do",
            "return document.querySelectorAll('.pick').length === 3 && document.querySelectorAll('.notice .button').length === 2 && document.querySelectorAll('.tallied')[1].textContent === '1'",
        )
        .await;
}

pub(crate) async fn files_come_in_or_are_refused_and_nothing_is_lost(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    let record = |id: &str, pupils: u32, changed: u32| json!({ "id": id, "changed": changed, "date": "2026-11-20", "place": "Trường B", "class": "4C", "pupils": pupils, "title": "Thử", "planned": 35, "minutes": 33 });
    let file = |version: u32, records: &[serde_json::Value]| {
        json!({ "format": "vac-xin-so/records", "version": version, "records": records })
            .to_string()
    };
    visit.open_awake("vi/buoi-hoc/").await;
    let choose = async |text: &str| {
        let script = format!(
            "const input = document.querySelector('.file input'); const box = new DataTransfer(); box.items.add(new File([{}], 'a.json')); input.files = box.files; input.dispatchEvent(new Event('change', {{ bubbles: true }})); return true",
            serde_json::Value::from(text)
        );
        visit.ask(&script).await;
    };
    let rows = "document.querySelectorAll('.records .rows li').length";
    let whole = file(1, &[record("a", 30, 5), record("b", 20, 5)]);
    for (text, word) in [
        ("PNG", "không phải"),
        (&whole[..whole.len() / 2], "hỏng"),
        (&file(9, &[]), "9"),
    ] {
        choose(text).await;
        visit
            .until(
                &format!("a word about {word}"),
                &format!("return (document.querySelector('.notice p')?.textContent ?? '').includes('{word}') && {rows} === 0"),
            )
            .await;
        visit.click(".notice .button").await;
    }
    choose(&whole).await;
    visit.click(".merging .button.strong").await;
    visit
        .until("two records", &format!("return {rows} === 2"))
        .await;
    // The same again, one of them changed later elsewhere.
    choose(&file(
        1,
        &[
            record("a", 30, 5),
            record("b", 27, 9_000_000),
            record("c", 9, 1),
        ],
    ))
    .await;
    visit
        .until(
            "what the file holds",
            "const text = document.querySelector('.merging b')?.textContent ?? ''; return ['1 biên bản mới', '1 đã có y hệt', '1 đã có nhưng khác'].every(part => text.includes(part))",
        )
        .await;
    visit.click(".merging .button.strong").await;
    visit
        .until(
            "three records, the later one taken",
            &format!("return {rows} === 3 && document.querySelector('.records').textContent.includes('27 em')"),
        )
        .await;
    visit.open_awake("vi/buoi-hoc/#bien-ban=c").await;
    visit
        .until("one of them", "return !!document.querySelector('.paper')")
        .await;
    visit.click(".no-print > p .button:last-child").await;
    visit
        .until(
            "it is gone, and can come back",
            &format!(
                "return {rows} === 2 && document.querySelectorAll('.notice .button').length === 2"
            ),
        )
        .await;
    visit.click(".notice .button").await;
    visit
        .until("it is back", &format!("return {rows} === 3"))
        .await;
}

pub(crate) async fn a_plan_travels_in_its_link_and_a_broken_one_is_told(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(PLAN).await;
    visit
        .until(
            "the plan of the link",
            "return document.querySelectorAll('.plan-steps li').length === 6 && document.querySelector('.plan input').value === 'Thử'",
        )
        .await;
    visit.click(".step-tools button[aria-label^=Bỏ]").await;
    visit
        .until(
            "a step less, and a link of its own",
            "return document.querySelectorAll('.plan-steps li').length === 5 && !decodeURIComponent(document.querySelector('.pass-on a').href).includes('w.2~') && !!document.querySelector('.pass-on .qr path')",
        )
        .await;
    // A session that was left open is written down when another begins.
    begin(&visit).await;
    visit.open("vi/").await;
    begin(&visit).await;
    visit.open("vi/").await;
    visit.open_awake("vi/buoi-hoc/").await;
    visit
        .until(
            "one record, and one session that goes on",
            "return document.querySelectorAll('.records .rows li').length === 1 && !!document.querySelector('.going-on')",
        )
        .await;
    visit.open("vi/").await;
    visit.open_awake("vi/buoi-hoc/#ke-hoach=1!35!9-11").await;
    visit
        .until(
            "a word about the link, and a way to begin anew",
            "return !!document.querySelector('.notice') && !!document.querySelector('.wish .button')",
        )
        .await;
}

pub(crate) async fn without_a_camera_cards_are_entered_by_hand(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    begin(&visit).await;
    key(&visit, RIGHT).await;
    visit
        .ask("Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }, configurable: true }); return true")
        .await;
    visit.click(".vote-tools .button.strong").await;
    visit
        .until(
            "it is told",
            "return document.querySelector('.camera')?.dataset.runs === 'no'",
        )
        .await;
    for card in [1, 2, 2, 7, 7, 7] {
        visit
            .click(&format!(".card-grid button:nth-child({card})"))
            .await;
    }
    visit
        .until(
            "cards by hand",
            "return [...document.querySelectorAll('.tally li')].map(e => e.textContent).join() === 'A1,B1,C1'",
        )
        .await;
    visit.click(".camera .button.strong").await;
    visit
        .until(
            "they are votes",
            "return [...document.querySelectorAll('.tallied')].map(e => e.textContent).join() === '1,1,1' && !document.querySelector('.camera')",
        )
        .await;
}

/// Cards of a whole class before a real camera's picture.
pub(crate) async fn a_class_votes_with_cards(
    visit: Visit,
    truth: Vec<(cards::Card, cards::Answer)>,
) {
    assert_eq!(visit.engine, Engine::Chromium);
    begin(&visit).await;
    key(&visit, RIGHT).await;
    visit.click(".vote-tools .button.strong").await;
    let count = |answer: cards::Answer| truth.iter().filter(|(_, own)| *own == answer).count();
    let [a, b, c, d] = cards::Answer::ALL.map(count);
    visit
        .until(
            "every card is counted",
            &format!("return [...document.querySelectorAll('.tally li')].map(e => e.textContent).join() === 'A{a},B{b},C{c}' && document.querySelector('.hint').textContent.includes('{d} thẻ')"),
        )
        .await;
    visit.click(".camera .button.strong").await;
    visit
        .until(
            "they are votes, and the camera is off",
            &format!("return [...document.querySelectorAll('.tallied')].map(e => e.textContent).join() === '{a},{b},{c}' && !document.querySelector('video')"),
        )
        .await;
    // Nothing of a picture is kept.
    let kept = visit
        .word("return JSON.stringify(Object.entries(localStorage))")
        .await;
    assert!(
        kept.len() < 4000 && !kept.contains("data:image"),
        "{} letters",
        kept.len()
    );
    tokio::time::sleep(Duration::from_millis(10)).await;
}
