//! Documents: questions answered by hand and by keyboard, ticks that are kept, a day that adds up, a calm way through
//! when something happened, a voice that reads, and doors that lead there.

use fantoccini::Locator::Css;

use crate::browser::{Driver, Server, Visit};
use crate::views::VOICE;

const RULES: &str = "vi/quy-tac-cua-em/";
const HELP: &str = "vi/co-chuyen-xay-ra/";
const RIGHT: &str = "\u{E014}";

/// What can be seen of a selector, by their ids or their first words.
fn seen(selector: &str) -> String {
    format!(
        "[...document.querySelectorAll('{selector}')].filter(e => e.getClientRects().length).map(e => e.id || e.textContent.trim().slice(0, 12))"
    )
}

pub(crate) async fn a_rule_is_answered_by_picture_and_by_keyboard(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(RULES).await;
    let said = "[...document.querySelectorAll('#r1-dieu .said')].map(e => e.getClientRects().length > 0).join()";
    assert_eq!(
        visit.word(&format!("return {said}")).await,
        "false,false,false"
    );
    visit.click("label[for=r1-0]").await;
    visit
        .until(
            "the first answer is answered",
            &format!("return {said} === 'true,false,false'"),
        )
        .await;
    // The keyboard goes on from there.
    let radio = visit.browser.find(Css("#r1-0")).await.unwrap();
    radio.send_keys(RIGHT).await.unwrap();
    radio_is(&visit, "r1-1").await;
    let radio = visit.browser.find(Css("#r1-1")).await.unwrap();
    radio.send_keys(RIGHT).await.unwrap();
    visit
        .until("the third answer is the wise one", &format!("return {said} === 'false,false,true' && document.querySelector('#r1-dieu .said-2').hasAttribute('data-right')"))
        .await;
    let pictures = visit.ask("return [document.querySelectorAll('.rule').length, document.querySelectorAll('.rule .spot svg[role=img]').length]").await;
    assert_eq!(
        pictures,
        serde_json::json!([12, 60]),
        "a picture for each do, don't and answer"
    );
}

async fn radio_is(visit: &Visit, id: &str) {
    visit
        .until(
            &format!("{id} is chosen"),
            &format!("return document.getElementById('{id}').checked"),
        )
        .await;
}

pub(crate) async fn ticks_are_kept_and_each_animal_has_its_own(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    let page = "vi/quy-tac-vang/";
    let ticked = "[...document.querySelectorAll('[data-tick]')].map(e => +e.checked).join('')";
    let are = |list: &str| format!("return {ticked} === '{list}'");
    visit.open_awake(page).await;
    visit.click(".ticks li:nth-child(2) label").await;
    visit.click(".ticks li:nth-child(4) label").await;
    visit.until("two are ticked", &are("01010")).await;
    visit.open_awake(page).await;
    visit.until("they are kept", &are("01010")).await;
    visit.click(".ticks li:nth-child(4) label").await;
    // Another page, and back by a link: the tick that was taken away stays away.
    visit.click(".kicker a").await;
    visit
        .until(
            "the teens' page",
            "return document.querySelector('[data-card=quy-tac-vang]') !== null",
        )
        .await;
    visit.click("[data-card=quy-tac-vang]").await;
    visit.until("one is left", &are("01000")).await;
    visit.open_awake("vi/so-tiem/").await;
    visit.click("[data-add]").await;
    visit.click(".pick [data-animal=ho]").await;
    visit.open_awake(page).await;
    visit.until("the tiger has none", &are("00000")).await;
    // Clearing a card clears its ticks; they come back with it.
    visit.open_awake("vi/so-tiem/").await;
    visit.click("[data-animal=te-te]").await;
    visit.click("[data-clear=one]").await;
    visit.click("[data-clear=yes]").await;
    visit
        .until(
            "nothing is left of them",
            "return ![...Object.keys(localStorage)].some(key => key.endsWith('/te-te/~'))",
        )
        .await;
    visit.click("[data-undo]").await;
    visit
        .until("given back", "return localStorage.getItem('vac-xin-so/record/1/te-te/~') === 'quy-tac-vang/nam-ngon-1'")
        .await;
}

pub(crate) async fn a_day_adds_up_as_it_is_moved(visit: Visit, _server: Server, _driver: Driver) {
    visit.open_awake("vi/lam-chu-thoi-gian/").await;
    let told = "[document.querySelector('.pie output').textContent, document.querySelector('.arc-0').getAttribute('stroke-dasharray'), document.querySelector('.arc-1').getAttribute('stroke-dashoffset'), document.querySelector('.pie-sum b').textContent, document.querySelector('.pie-sum').dataset.sum === 'off'].join(' · ')";
    assert_eq!(
        visit.word(&format!("return {told}")).await,
        "7 giờ · 7 24 · -7 · 24 · false"
    );
    let sleep = visit.browser.find(Css(".pie input")).await.unwrap();
    sleep.send_keys(&RIGHT.repeat(2)).await.unwrap();
    visit
        .until(
            "nine hours of sleep, and two too many",
            &format!("return {told} === '9 giờ · 9 24 · -9 · 26 · true'"),
        )
        .await;
}

pub(crate) async fn when_something_happened_one_way_is_shown_and_nothing_is_kept(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(HELP).await;
    let cases = seen("[data-case]");
    let doors = seen("#chuyen a");
    assert_eq!(visit.ask(&format!("return {doors}.length")).await, 7);
    assert_eq!(visit.ask(&format!("return {cases}.length")).await, 0);
    visit.click("#chuyen a[href='#bi-doa']").await;
    visit
        .until(
            "one way, and no doors",
            &format!("return {cases}.join() === 'bi-doa' && {doors}.length === 0"),
        )
        .await;
    let calls = visit.ask("return [...document.querySelectorAll('#bi-doa .calls a')].map(a => a.getAttribute('href'))").await;
    assert_eq!(
        calls,
        serde_json::json!(["tel:111", "tel:113", "https://vn-cop.vn"])
    );
    assert_eq!(
        visit
            .ask(&format!("return {}.length", seen("#bi-doa [data-exit]")))
            .await,
        1
    );
    visit.click("#bi-doa a[href='#chuyen']").await;
    visit
        .until(
            "all doors again",
            &format!("return {cases}.length === 0 && {doors}.length === 7"),
        )
        .await;
    // A link from another document leads to its case.
    visit.open_awake("vi/chiu-trach-nhiem/").await;
    visit.click("a[href$='co-chuyen-xay-ra/#minh-lo']").await;
    visit
        .until(
            "the case that was linked",
            &format!("return {cases}.join() === 'minh-lo'"),
        )
        .await;
    let kept = visit
        .ask("return Object.keys(localStorage).filter(key => key.includes('/record/'))")
        .await;
    assert_eq!(
        kept,
        serde_json::json!([]),
        "nothing tells that somebody was here"
    );
}

pub(crate) async fn a_document_is_read_aloud_and_falls_silent(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(RULES).await;
    visit.ask(VOICE).await;
    visit.click("#r2-dieu .listen").await;
    let rule = "heard.filter(text => text !== 'hush')";
    visit
        .until("the rule, its reason and its question are read in their order", &format!("const at = [...document.querySelectorAll('#r2-dieu h2, #r2-dieu .why, #r2-dieu .asked')].map(e => {rule}.indexOf(e.textContent)); return at.every((n, i) => n >= 0 && (i === 0 || n > at[i - 1]))"))
        .await;
    visit
        .until(
            "it ends by itself",
            "return !document.querySelector('[data-on], [data-spoken]')",
        )
        .await;
    let unseen = visit.ask(&format!("return {rule}.some(text => text === document.querySelector('#r2-dieu .said').textContent)")).await;
    assert_eq!(unseen, false, "what is not shown is not said");
    visit.click("[data-say='.doc-text']").await;
    visit
        .until(
            "it reads",
            "return document.querySelector('[data-spoken]') !== null",
        )
        .await;
    visit.click("[data-say='.doc-text']").await;
    visit
        .until(
            "a second touch silences it",
            "return !document.querySelector('[data-on], [data-spoken]')",
        )
        .await;
}

pub(crate) async fn doors_search_and_stories_lead_to_documents_and_back(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/").await;
    for (door, card) in [
        ("child", "quy-tac-cua-em"),
        ("teen", "nhan-dien-lua-dao"),
        ("parent", "thoa-thuan-gia-dinh"),
        ("teacher", "so-tay-cong-tac-vien"),
    ] {
        visit.click(&format!("[data-door={door}]")).await;
        visit
            .until("what is behind the door", &format!("return document.querySelector('main [data-card={card}]') !== null && document.querySelector('h1') !== null"))
            .await;
        visit.click(".brand").await;
        visit
            .until(
                "at home",
                "return document.querySelector('.shelves') !== null",
            )
            .await;
    }
    let search = visit.browser.find(Css("input[type=search]")).await.unwrap();
    search.send_keys("so tay cong tac vien").await.unwrap();
    visit
        .until("a document is found", "return document.querySelector('[data-shelf-of=found] [data-card=so-tay-cong-tac-vien]') !== null")
        .await;
    visit.open_awake("vi/chu-cong-an-goi/#_after").await;
    visit
        .click(".further [data-card=cong-an-khong-bao-gio]")
        .await;
    visit
        .until(
            "the law behind the story",
            "return document.querySelector('main').dataset.work === 'cong-an-khong-bao-gio'",
        )
        .await;
    visit.click(".doc-shows [data-card=chu-cong-an-goi]").await;
    visit
        .until(
            "and the story again",
            "return document.querySelector('main').dataset.work === 'chu-cong-an-goi'",
        )
        .await;
}
