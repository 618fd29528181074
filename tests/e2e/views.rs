//! Ways to look: pages and strips, searches, the view of a class, reading aloud, settings that are kept.

use crate::browser::{Driver, Server, Visit};
use crate::reading::{COMIC, SCENARIO};

/// How many panels stand on the screen's paper, shown or not yet scrolled to.
const LAID_OUT: &str = "return [...document.querySelectorAll('.comic > [data-panel]')].filter(p => p.getBoundingClientRect().height > 40 && getComputedStyle(p).opacity > 0).length";

pub(crate) async fn a_comic_is_seen_as_pages_and_as_a_strip_and_the_choice_is_kept(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    assert_eq!(visit.ask(LAID_OUT).await, 1, "panel by panel");
    visit.click(".views button:nth-child(2)").await;
    visit
        .until(
            "pages",
            "return document.querySelector('.comic').dataset.view === 'page'",
        )
        .await;
    assert_eq!(visit.ask(LAID_OUT).await, 14, "all panels are on pages");
    let rows = "const tops = new Map(); for (const a of document.querySelectorAll('.comic .art')) { const b = a.getBoundingClientRect(); const row = tops.get(Math.round(b.top / 4)) ?? []; row.push(b.height); tops.set(Math.round(b.top / 4), row) } return [...tops.values()].every(row => Math.max(...row) - Math.min(...row) < 4) && tops.size > 2";
    assert_eq!(
        visit.ask(rows).await,
        true,
        "the panels of a row are equally high"
    );
    visit.open_awake(COMIC).await;
    visit
        .until(
            "pages again",
            "return document.querySelector('.comic').dataset.view === 'page'",
        )
        .await;
    visit.click("#p5 .art").await;
    visit.at_panel("p5").await;
    visit
        .until(
            "a touched panel comes near",
            "return document.querySelector('.comic').dataset.view === 'guided'",
        )
        .await;
    visit.click(".views button:nth-child(3)").await;
    visit
        .until(
            "a strip",
            "return document.querySelector('.comic').dataset.view === 'strip'",
        )
        .await;
    assert_eq!(visit.ask(LAID_OUT).await, 14);
}

pub(crate) async fn words_without_marks_and_ages_find_a_story(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/").await;
    let type_in = |words: &str| {
        format!(
            "const field = document.querySelector('.finder input'); field.value = '{words}'; field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        )
    };
    visit.ask(&type_in("kim cuong")).await;
    visit
        .until("one is found", "return [...document.querySelectorAll('.card a')].map(a => a.dataset.card).join() === 'kim-cuong-mien-phi'")
        .await;
    visit.ask(&type_in("xyzzy")).await;
    visit
        .until("a kind word", "return document.querySelectorAll('.card').length === 0 && document.querySelector('[role=status].found') !== null")
        .await;
    visit.ask(&type_in("")).await;
    visit.click(".finder .options button:nth-child(4)").await;
    visit
        .until("those for teens", "const all = [...document.querySelectorAll('.card a')].map(a => a.dataset.card); return all.includes('chi-gui-mot-nguoi') && !all.includes('phim-con-ngo')")
        .await;
}

pub(crate) async fn a_class_sees_the_picture_alone_and_b_blanks_it(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(&format!("{COMIC}?view=class#p3")).await;
    visit.at_panel("p3").await;
    assert_eq!(
        visit
            .ask("return ['.bar', '.foot', '.heading', '#p3 .words'].every(name => getComputedStyle(document.querySelector(name)).display === 'none')")
            .await,
        true,
        "nothing but the picture"
    );
    visit.press('b').await;
    visit
        .until(
            "blank",
            "return document.documentElement.hasAttribute('data-blank')",
        )
        .await;
    visit.press('b').await;
    visit.press('\u{E00F}').await;
    visit.at_panel("p4").await;
    visit.click(".class-leave").await;
    visit
        .until(
            "the usual view, at the same panel",
            "return !document.documentElement.hasAttribute('data-class') && document.documentElement.hasAttribute('data-ready')",
        )
        .await;
    visit.at_panel("p4").await;
    visit.open_awake(&format!("{SCENARIO}?view=class")).await;
    assert_eq!(
        visit.ask("return document.querySelector('[data-passage][data-shown] a[data-choice]').getBoundingClientRect().height > 40").await,
        true,
        "choices are large"
    );
}

pub(crate) async fn where_there_is_no_voice_a_kind_word_says_so_and_reading_goes_on(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    visit
        .ask("if (window.speechSynthesis) Object.defineProperty(Object.getPrototypeOf(speechSynthesis), 'getVoices', { value: () => [] })")
        .await;
    visit.click("button.aloud").await;
    visit
        .until(
            "a kind word",
            "return document.querySelector('.no-voice:not([hidden])') !== null",
        )
        .await;
    visit.press('\u{E014}').await;
    visit.at_panel("p2").await;
}

pub(crate) async fn settings_dress_the_page_and_are_kept(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    visit.click(".settings > summary").await;
    visit
        .click(".settings .options:nth-of-type(1) button:nth-child(3)")
        .await;
    visit
        .until(
            "dark",
            "return document.documentElement.dataset.theme === 'dark'",
        )
        .await;
    visit.open_awake("en/").await;
    visit
        .until(
            "still dark",
            "return document.documentElement.dataset.theme === 'dark'",
        )
        .await;
    visit
        .ask("localStorage.setItem('vac-xin-so/settings/1', 'nonsense \\u0000')")
        .await;
    visit.open_awake(COMIC).await;
    assert_eq!(visit.panels_seen().await, ["p1"]);
}

/// A voice for every language that comes late, says each thing in a moment, and writes down what it was asked.
pub(crate) const VOICE: &str = r"
    window.heard = []
    const voices = ['vi-VN', 'en-GB'].map(lang => ({ lang, localService: true }))
    let asked = 0
    window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text } }
    Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => asked++ === 0 ? [] : voices,
        cancel: () => heard.push('hush'),
        speak: one => {
            heard.push(one.text)
            setTimeout(() => one.dispatchEvent(new Event('start')), 5)
            setTimeout(() => one.dispatchEvent(new Event('end')), 60)
        },
    } })";

pub(crate) async fn a_late_voice_reads_a_panel_and_falls_silent_when_one_leaves(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/kim-cuong-mien-phi/#p6").await;
    visit.ask(VOICE).await;
    visit.click("button.aloud").await;
    visit
        .until(
            "both balloons in their order",
            "return heard.filter(text => text !== 'hush').join(' | ') === [...document.querySelectorAll('#p6 .words li')].map(li => li.lastChild.textContent).join(' | ')",
        )
        .await;
    visit
        .until(
            "it ends with the panel",
            "return document.querySelector('.aloud').getAttribute('aria-pressed') === 'false'",
        )
        .await;
    visit.at_panel("p6").await;
    visit.click("button.aloud").await;
    visit
        .until(
            "it reads again",
            "return document.querySelector('[data-aloud]') !== null",
        )
        .await;
    visit.click(".brand").await;
    visit
        .until(
            "at home nobody speaks",
            "return document.querySelector('.home-page') !== null && heard.at(-1) === 'hush'",
        )
        .await;
}

pub(crate) async fn a_voice_that_reads_on_waits_before_a_choice(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(SCENARIO).await;
    visit
        .ask("localStorage.setItem('vac-xin-so/settings/1', 'guided device usual close on brisk')")
        .await;
    visit.open_awake(SCENARIO).await;
    visit.ask(VOICE).await;
    visit.click("button.aloud").await;
    visit
        .until(
            "it has read to the choice",
            "return heard.includes([...document.querySelectorAll('[data-shown] .words li')].at(-1).lastChild.textContent)",
        )
        .await;
    visit
        .until(
            "and waits there",
            "return document.querySelector('.aloud').getAttribute('aria-pressed') === 'false'",
        )
        .await;
}
