//! Components in a real browser: the first frame equals the printed page, and reading works in the DOM.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use vac_xin_so::model::{Work, WorkId};
use vac_xin_so::reader::{Action, Effect, Record};
use vac_xin_so::ui::{App, AppProps, Art, Leaf, News, Page, World, WorldRef};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};
use yew::Callback;

wasm_bindgen_test_configure!(run_in_browser);

/// A world that remembers what it was asked.
#[derive(Default)]
struct Notes(RefCell<Vec<Effect>>);

impl World for Notes {
    fn perform(&self, _: &WorkId, effect: Effect, answer: Callback<Action>) {
        if effect == Effect::Recall {
            answer.emit(Action::Recalled {
                address: String::new(),
                kept: None,
            });
        }
        self.0.borrow_mut().push(effect);
    }
    fn records(&self) -> Vec<(WorkId, Record)> {
        Vec::new()
    }
    fn listen(&self, _: Callback<News>) {}
    fn settled(&self, _: &Leaf) {}
    fn ready(&self) {}
}

fn work() -> Work {
    let text = serde_json::json!({ "vi": "Chào", "en": "Hello" });
    let panel = |id: &str| serde_json::json!({ "id": id, "shape": "square", "alt": text, "balloons": [{ "kind": "speech", "who": text, "text": text }] });
    serde_json::from_value(serde_json::json!({
        "id": "thu", "shelf": "ke", "title": text, "summary": text, "ages": { "min": 8, "max": 11 }, "topics": ["scam"], "minutes": 2,
        "story": { "comic": [panel("p1"), panel("p2")] }, "talk": [text], "note": text,
        "dose": { "question": text, "answers": [{ "text": text, "right": true, "feedback": text }] }
    }))
    .expect("a work")
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Lets Yew draw.
async fn drawn() {
    let promise = js_sys::Promise::new(&mut |done, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&done, 20)
            .unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

async fn app() -> (Element, Rc<Notes>) {
    let host = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let notes = Rc::new(Notes::default());
    let art = [
        ("p1", "<svg id=\"one\"></svg>"),
        ("p2", "<svg id=\"two\"></svg>"),
        (
            "fixed-help",
            "<details class=\"help\"><a class=\"call-big\" href=\"tel:111\">111</a></details>",
        ),
    ]
    .map(|(id, svg)| (id.to_owned(), svg.into()));
    let leaf = Leaf {
        lang: vac_xin_so::model::Lang::En,
        page: Page::Work(Rc::new(work())),
        root: "../../".into(),
        version: "1".into(),
        art: Art::Here(Rc::new(art.into())),
    };
    yew::Renderer::<App>::with_root_and_props(
        host.clone(),
        AppProps {
            leaf,
            world: WorldRef(notes.clone()),
        },
    )
    .render();
    drawn().await;
    (host, notes)
}

fn current(host: &Element) -> Option<String> {
    host.query_selector(".panel[aria-current=true]")
        .unwrap()?
        .get_attribute("data-panel")
}

#[wasm_bindgen_test]
async fn a_click_on_next_turns_asks_for_the_address_and_keeps_the_drawings() {
    let (host, notes) = app().await;
    assert_eq!(current(&host).as_deref(), Some("p1"));
    let drawing = host
        .query_selector("#one")
        .unwrap()
        .expect("the drawing is there");
    host.query_selector("[data-panel=p1] [data-turn=next]")
        .unwrap()
        .unwrap()
        .dyn_into::<HtmlElement>()
        .unwrap()
        .click();
    drawn().await;
    assert_eq!(current(&host).as_deref(), Some("p2"));
    assert!(
        drawing.is_connected(),
        "the same drawing, not another one like it"
    );
    assert!(
        notes
            .0
            .borrow()
            .iter()
            .any(|effect| matches!(effect, Effect::Address(place, _) if place.name() == "p2"))
    );
}

#[wasm_bindgen_test]
async fn what_never_changes_is_taken_from_the_page_that_was_fetched() {
    let (host, _) = app().await;
    let call = host
        .query_selector("[data-fixed=help] details.help .call-big")
        .unwrap()
        .expect("the part that came with the page");
    assert_eq!(call.get_attribute("href").as_deref(), Some("tel:111"));
}

#[wasm_bindgen_test]
async fn the_words_of_a_panel_are_plain_text_too() {
    let (host, _) = app().await;
    let words = host
        .query_selector("[data-panel=p1] .words")
        .unwrap()
        .unwrap()
        .text_content()
        .unwrap();
    assert_eq!(words, "Hello: Hello");
}
