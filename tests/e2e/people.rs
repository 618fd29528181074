//! Who reads: animals, the vaccine card, the little question before and after, parents, handing on.

use crate::browser::{Driver, Server, Visit};
use crate::reading::{COMIC, SCENARIO};

const END: char = '\u{E010}';
const RIGHT: char = '\u{E014}';

/// Today as the app counts days.
const TODAY: &str = "Math.floor((Date.now() / 6e4 - new Date().getTimezoneOffset()) / 1440)";

pub(crate) async fn each_animal_has_a_card_of_its_own_and_what_was_cleared_comes_back(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    visit.press(END).await;
    visit.at_panel("p14").await;
    visit.press(RIGHT).await;
    visit
        .until(
            "a stamp is given",
            "return document.querySelector('#_after .stamped') !== null",
        )
        .await;
    visit.click("#_after .stamped a").await;
    let stamps = "[...document.querySelectorAll('[data-stamp]')].map(s => s.dataset.stamp).join()";
    let has = |list: &str| format!("return {stamps} === '{list}'");
    visit
        .until("the card has it", &has("kim-cuong-mien-phi"))
        .await;
    visit.click("[data-add]").await;
    visit.click(".pick [data-animal=ho]").await;
    visit.until("the tiger's card is empty", &has("")).await;
    visit
        .until(
            "the tiger is in the bar",
            "return document.querySelector('.bar .who img').src.endsWith('/icons/ho.svg')",
        )
        .await;
    // Another visit: the tiger still reads, the pangolin has kept its stamp.
    visit.open_awake("en/so-tiem/").await;
    visit
        .until(
            "the tiger is known",
            "return document.querySelector('[data-animal=ho]').getAttribute('aria-pressed') === 'true'",
        )
        .await;
    visit.click("[data-animal=te-te]").await;
    visit
        .until("the pangolin's stamp", &has("kim-cuong-mien-phi"))
        .await;
    visit.click("[data-clear=one]").await;
    visit.click("[data-clear=no]").await;
    visit
        .until("nothing is lost", &has("kim-cuong-mien-phi"))
        .await;
    visit.click("[data-clear=one]").await;
    visit.click("[data-clear=yes]").await;
    visit.until("cleared", &has("")).await;
    visit.click("[data-undo]").await;
    visit.until("given back", &has("kim-cuong-mien-phi")).await;
    visit.click("[data-clear=all]").await;
    visit.click("[data-clear=yes]").await;
    visit
        .until(
            "everybody is forgotten",
            "return document.querySelector('[data-animal=ho]') === null",
        )
        .await;
    visit.click("[data-undo]").await;
    visit
        .until(
            "everybody is back",
            "return document.querySelector('.readers [data-animal=ho]') !== null",
        )
        .await;
}

pub(crate) async fn the_little_question_is_asked_before_and_after_and_again(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    // Who follows a link is not asked.
    visit.open_awake(COMIC).await;
    assert_eq!(
        visit
            .ask("return document.querySelector('[data-before]') === null")
            .await,
        true
    );
    visit.open_awake("vi/").await;
    visit.click("[data-card=kim-cuong-mien-phi]").await;
    visit.click("[data-before] li:nth-child(2) button").await;
    visit
        .until(
            "the story begins",
            "return document.querySelector('[data-before]') === null",
        )
        .await;
    visit.press(END).await;
    visit.at_panel("p14").await;
    visit.press(RIGHT).await;
    visit.click("#_after [data-answer=right] summary").await;
    visit
        .until(
            "what has changed is told, with the words of then",
            "return document.querySelector('.change').textContent.includes('Gửi nhanh kẻo hết quà')",
        )
        .await;
    // Weeks later it comes again, and an answer sends it away.
    let record = "vac-xin-so/record/1/te-te/kim-cuong-mien-phi";
    visit
        .ask(&format!("const r = localStorage.getItem('{record}'); localStorage.setItem('{record}', r.replace(/done=\\d+/, 'done=' + ({TODAY} - 15)))"))
        .await;
    visit.open_awake("vi/").await;
    visit
        .until(
            "home tells",
            "return document.querySelector('[data-shelf-of=due] [data-card=kim-cuong-mien-phi]') !== null",
        )
        .await;
    visit.open_awake("vi/so-tiem/").await;
    visit.click("[data-due] a").await;
    visit.click("#_after [data-answer=right] summary").await;
    visit
        .until(
            "it is written down",
            &format!("return localStorage.getItem('{record}').includes('again=' + {TODAY})"),
        )
        .await;
    visit.open_awake("vi/so-tiem/").await;
    visit
        .until(
            "nothing is due",
            "return document.querySelector('[data-due]') === null && document.querySelector('[data-stamp] .stamp').src.endsWith('stamp-booster.svg')",
        )
        .await;
}

pub(crate) async fn an_ending_shows_the_paths_found_and_gives_nothing_away(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(SCENARIO).await;
    for choice in ["ke-meo", "giu-kin", "ke-ngay"] {
        visit.click(&format!("[data-choice={choice}]")).await;
    }
    visit.at_passage("ke-me").await;
    let known = "document.querySelectorAll('[data-shown] [data-map] [data-known]').length";
    visit
        .until("four passages are known", &format!("return {known} === 4"))
        .await;
    let told = visit
        .word("return [...document.querySelectorAll('[data-shown] [data-map] g:not([data-known]) > title')].map(t => t.textContent).join()")
        .await;
    assert!(!told.is_empty() && told.split(',').all(|one| one == "Chưa tới"));
    // A place on the map leads there.
    visit
        .ask("document.querySelector('[data-shown] [data-map] a[href=\"#hoi-nha\"]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
        .await;
    visit.at_passage("hoi-nha").await;
    visit.browser.back().await.unwrap();
    visit.at_passage("ke-me").await;
    visit.click("[data-shown] [data-after]").await;
    visit
        .until(
            "behind the end",
            "return document.querySelector('#_after .stamped')?.getClientRects().length > 0",
        )
        .await;
    visit.click("#_after [data-turn=back]").await;
    visit.at_passage("ke-me").await;
}

pub(crate) async fn a_link_is_copied_or_shown_and_a_code_made_here_leads_to_the_place(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(&format!("{COMIC}#p4")).await;
    visit
        .ask("window.copied = []; Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => (copied.push(text), Promise.resolve()) }, configurable: true })")
        .await;
    visit.click(".share > summary").await;
    visit.click(".share [data-copy]").await;
    visit
        .until(
            "the story's address",
            "return copied.at(-1)?.endsWith('/vi/kim-cuong-mien-phi/')",
        )
        .await;
    visit.click(".share .options button:nth-child(2)").await;
    visit.click(".share [data-copy]").await;
    visit
        .until(
            "the place's address",
            "return copied.at(-1)?.endsWith('/vi/kim-cuong-mien-phi/#p4')",
        )
        .await;
    let code = visit
        .word("return document.querySelector('.qr path:last-of-type').getAttribute('d')")
        .await;
    assert!(code.matches('M').count() > 200, "a code of many squares");
    // A browser that refuses shows the link instead.
    visit
        .ask("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) }, configurable: true })")
        .await;
    visit.click(".share [data-copy]").await;
    visit
        .until(
            "how to copy it by hand",
            "return document.querySelector('.share .link').previousElementSibling?.textContent.includes('Chạm giữ')",
        )
        .await;
}

pub(crate) async fn parents_find_three_questions_and_what_to_do(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    for (page, language) in [
        ("vi/kim-cuong-mien-phi/phu-huynh/", "vi"),
        ("en/kim-cuong-mien-phi/phu-huynh/", "en"),
    ] {
        visit.open_awake(page).await;
        let counts = visit
            .ask("return [...document.querySelectorAll('.parents section')].map(s => s.querySelectorAll('li').length)")
            .await;
        let counts: Vec<u64> = serde_json::from_value(counts).unwrap();
        assert_eq!(counts[1], 3, "three questions");
        assert!(counts[2] >= 4, "steps, in order");
        assert_eq!(
            visit.word("return document.documentElement.lang").await,
            language
        );
    }
    visit.click("[data-language=vi]").await;
    visit
        .until(
            "the other language, the same page",
            "return document.documentElement.lang === 'vi' && !!document.querySelector('[data-parents=kim-cuong-mien-phi] h1') && document.querySelector('.help summary').textContent === 'Cần giúp?'",
        )
        .await;
    visit.click(".parents-head .button").await;
    visit
        .until(
            "the story",
            "return !!document.querySelector('main[data-work=kim-cuong-mien-phi] .panel[aria-current=true]#p1')",
        )
        .await;
}

pub(crate) async fn two_taps_in_the_middle_bring_a_picture_near_and_away_again(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(&format!("{COMIC}#p4")).await;
    let taps = |across: f64, times: usize| {
        format!(
            "const art = document.querySelector('.panel[aria-current=true] .art'), b = art.getBoundingClientRect(); \
             const at = type => art.dispatchEvent(new PointerEvent(type, {{ bubbles: true, isPrimary: true, clientX: b.left + b.width * {across}, clientY: b.top + b.height * .3 }})); \
             for (let i = 0; i < {times}; i++) {{ at('pointerdown'); at('pointerup') }}"
        )
    };
    let near = |yes: bool| {
        format!("return document.querySelector('#p4 .art').hasAttribute('data-near') === {yes}")
    };
    visit.ask(&taps(0.5, 2)).await;
    visit.until("near", &near(true)).await;
    visit
        .until(
            "it is larger than its frame",
            "const art = document.querySelector('#p4 .art'); return art.scrollWidth > art.clientWidth * 2 && art.scrollLeft > 0",
        )
        .await;
    // A tap at its side turns nothing while it is near; two taps send it away.
    visit.ask(&taps(0.9, 1)).await;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    visit.at_panel("p4").await;
    visit.ask(&taps(0.5, 2)).await;
    visit.until("whole again", &near(false)).await;
    // One tap in the middle turns on, a moment later; one at the left turns back at once.
    visit.ask(&taps(0.5, 1)).await;
    visit.at_panel("p5").await;
    visit.ask(&taps(0.1, 1)).await;
    visit.at_panel("p4").await;
    visit.ask(&taps(0.5, 2)).await;
    visit.until("near", &near(true)).await;
    visit.press(RIGHT).await;
    visit.at_panel("p5").await;
    visit.until("what is left is whole", &near(false)).await;
}

pub(crate) async fn a_scrolled_strip_keeps_the_place(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(COMIC).await;
    visit.click(".views button:nth-child(3)").await;
    visit
        .until(
            "the strip",
            "return document.querySelector('.comic').dataset.view === 'strip'",
        )
        .await;
    visit
        .ask("document.getElementById('p7').scrollIntoView({ behavior: 'instant' })")
        .await;
    visit
        .until("the address follows", "return location.hash === '#p7'")
        .await;
    let depth = visit.ask("return history.length").await;
    visit
        .ask("document.getElementById('p9').scrollIntoView({ behavior: 'instant' })")
        .await;
    visit
        .until("and again", "return location.hash === '#p9'")
        .await;
    assert_eq!(visit.ask("return history.length").await, depth);
    visit.open_awake(COMIC).await;
    visit.click("[data-resume=yes]").await;
    visit
        .until("it was kept", "return location.hash === '#p9'")
        .await;
}
