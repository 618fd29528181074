//! Reading: panels, passages, places.

use crate::browser::{Driver, Server, Visit};

pub(crate) const COMIC: &str = "vi/kim-cuong-mien-phi/";
pub(crate) const SCENARIO: &str = "vi/ban-moi-goi-video/";

const RIGHT: char = '\u{E014}';
const LEFT: char = '\u{E012}';
const END: char = '\u{E010}';
const HOME: char = '\u{E011}';
const PAGE_DOWN: char = '\u{E00F}';

pub(crate) async fn a_child_opens_a_comic_and_reads_it_with_keys_clicks_and_taps(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/").await;
    visit.click("[data-card=kim-cuong-mien-phi]").await;
    visit
        .until(
            "the comic is here without a reload",
            "return !!document.querySelector('main[data-work=kim-cuong-mien-phi]')",
        )
        .await;
    visit
        .until(
            "the title follows the journey",
            "return document.title.startsWith('Kim cương miễn phí')",
        )
        .await;
    assert_eq!(visit.panels_seen().await, ["p1"], "one panel at a time");
    visit.press(RIGHT).await;
    visit.at_panel("p2").await;
    visit.press(' ').await;
    visit.at_panel("p3").await;
    visit.press(PAGE_DOWN).await;
    visit.at_panel("p4").await;
    visit.press(LEFT).await;
    visit.at_panel("p3").await;
    visit.click("[data-turn=next]").await;
    visit.at_panel("p4").await;
    visit.press(END).await;
    visit.at_panel("p14").await;
    visit.press(HOME).await;
    visit.at_panel("p1").await;
    // A tap on the right of the picture turns on, a slide to the right turns back.
    let touch = |from: f64, to: f64| {
        format!(
            "const art = document.querySelector('.panel[aria-current=true] .art'), b = art.getBoundingClientRect(); \
             const at = (type, x) => art.dispatchEvent(new PointerEvent(type, {{ bubbles: true, isPrimary: true, clientX: b.left + b.width * x, clientY: b.top + 50 }})); \
             at('pointerdown', {from}); at('pointerup', {to})"
        )
    };
    visit.ask(&touch(0.8, 0.8)).await;
    visit.at_panel("p2").await;
    visit.ask(&touch(0.4, 0.8)).await;
    visit.at_panel("p1").await;
    visit.press(END).await;
    visit.at_panel("p14").await;
    visit.press(RIGHT).await;
    visit
        .until(
            "what comes after is shown",
            "return document.getElementById('_after').getClientRects().length > 0",
        )
        .await;
}

pub(crate) async fn the_browsers_back_returns_to_the_panel_before(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(&format!("{COMIC}#p1")).await;
    visit.press(RIGHT).await;
    visit.at_panel("p2").await;
    visit.press(RIGHT).await;
    visit.at_panel("p3").await;
    visit.browser.back().await.unwrap();
    visit.at_panel("p2").await;
    visit.browser.forward().await.unwrap();
    visit.at_panel("p3").await;
    visit.click(".brand").await;
    visit
        .until("home", "return !!document.querySelector('.home-page')")
        .await;
    visit.browser.back().await.unwrap();
    visit.at_panel("p3").await;
}

pub(crate) async fn a_link_to_panel_four_shows_that_panel(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open(&format!("{COMIC}#p4")).await;
    visit
        .until(
            "panel 4 alone is seen",
            "return [...document.querySelectorAll('[data-panel]')].filter(p => p.getClientRects().length > 0).map(p => p.id).join() === 'p4'",
        )
        .await;
    visit.awake().await;
    visit.at_panel("p4").await;
    assert_eq!(visit.panels_seen().await, ["p4"]);
    let drawn = visit.ask("return document.querySelector('[data-panel=p4] .art use').getBoundingClientRect().width > 0").await;
    assert_eq!(
        drawn, true,
        "its drawing refers to parts that earlier panels have brought"
    );
}

pub(crate) async fn the_language_switch_keeps_the_place(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(&format!("{COMIC}#p5")).await;
    visit.click("[data-language=en]").await;
    visit
        .until("English", "return document.documentElement.lang === 'en'")
        .await;
    visit.at_panel("p5").await;
    assert!(
        visit
            .word("return document.querySelector('[data-panel=p5] .words').textContent")
            .await
            .contains("belly")
    );
    visit.click("[data-language=vi]").await;
    visit
        .until(
            "Vietnamese",
            "return document.documentElement.lang === 'vi'",
        )
        .await;
    visit.at_panel("p5").await;
}

pub(crate) async fn a_scenario_is_played_left_and_played_another_way(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(SCENARIO).await;
    visit.at_passage("tin-nhan").await;
    visit.click("[data-choice=ke-meo]").await;
    visit.at_passage("hoi-nha").await;
    visit.click("[data-choice=giu-kin]").await;
    visit.at_passage("hen-rieng").await;
    visit.click("[data-turn=back]").await;
    visit.at_passage("hoi-nha").await;
    visit.click("[data-choice=giu-kin]").await;
    visit.click("[data-choice=ke-ngay]").await;
    visit.at_passage("ke-me").await;
    assert_eq!(
        visit
            .word(
                "return document.querySelector('[data-passage=ke-me] [data-ending]').dataset.ending"
            )
            .await,
        "safe"
    );
    visit.click("[data-retry]").await;
    visit.at_passage("hen-rieng").await;
    visit.click("[data-choice=sang-thu]").await;
    visit.at_passage("goi-video").await;
    visit.click("[data-choice=goi-me]").await;
    visit.at_passage("me-day").await;
    visit.browser.back().await.unwrap();
    visit.at_passage("goi-video").await;
}

pub(crate) async fn a_place_is_kept_and_offered_on_return(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake(&format!("{COMIC}#p3")).await;
    visit.press(RIGHT).await;
    visit.at_panel("p4").await;
    visit.open_awake("vi/").await;
    visit.until("the card tells", "return document.querySelector('[data-card=kim-cuong-mien-phi] .card-place').textContent !== ''").await;
    visit.click("[data-card=kim-cuong-mien-phi]").await;
    visit.click("[data-resume=yes]").await;
    visit.at_panel("p4").await;
}

pub(crate) async fn a_place_of_the_first_format_is_still_known(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/").await;
    let old = r#"{"kim-cuong-mien-phi":{"panel":"p5"},"odd":7}"#;
    visit
        .ask(&format!(
            "localStorage.removeItem('vac-xin-so/places/2'); localStorage.setItem('vac-xin-so/places/1', {old:?})"
        ))
        .await;
    visit.open_awake(COMIC).await;
    visit.click("[data-offer] button").await;
    visit.at_panel("p5").await;
}

pub(crate) async fn a_corrupt_storage_does_not_stop_reading(
    visit: Visit,
    _server: Server,
    _driver: Driver,
) {
    visit.open_awake("vi/").await;
    for nonsense in [
        "{",
        "[1,2]",
        r#"{"kim-cuong-mien-phi":{"panel":"p99"}}"#,
        r#"{"KIM":{"panel":"p1"}}"#,
        "1\nkim-cuong-mien-phi\n0\np99\n",
        "9999999999\n",
    ] {
        visit
            .ask(&format!(
                "localStorage.clear(); localStorage.setItem('vac-xin-so/places/2', {nonsense:?})"
            ))
            .await;
        visit.open_awake(COMIC).await;
        assert_eq!(visit.panels_seen().await, ["p1"], "after {nonsense}");
        assert_eq!(
            visit
                .ask("return document.querySelector('[data-offer]') === null")
                .await,
            true,
            "nothing to offer after {nonsense}"
        );
        visit.press(RIGHT).await;
        visit.at_panel("p2").await;
    }
}
