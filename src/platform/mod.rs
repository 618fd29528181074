//! The browser: performs effects and answers with actions. Everything here may be missing or forbidden
//! (storage, service workers, history), and then the answer is “not available”, never a panic.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the layer that touches the browser"
)]

mod address;
mod offline;
mod paper;
mod share;
mod speech;
mod storage;
mod travel;
mod view;

pub use travel::fetched;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;
use yew::Callback;

use crate::model::{Lang, WorkId};
use crate::reader::{Action, Animal, Day, Effect, Mark, Place, Record, Settings, Sheet};
use crate::ui::{Forgotten, Leaf, News, Page, Readers, Shelf, Spoken, World, turn_for};

/// A second tap comes within so many milliseconds.
const SECOND_TAP: u32 = 280;

/// A strip that has not been scrolled for so long is being read, in milliseconds.
const REST: u32 = 200;

/// The browser around the app.
#[derive(Debug)]
pub struct Browser(Rc<State>);

/// What the browser's side remembers.
#[derive(Debug)]
struct State {
    /// The address of the library's root, with a slash at its end.
    root: String,
    /// The version of this app.
    version: String,
    /// The page that is or will be on the screen, without its fragment.
    page: RefCell<String>,
    /// The page on the screen: its links are meant from there.
    shown: RefCell<String>,
    /// Who reads here, if anybody.
    reader: RefCell<Option<Callback<Action>>>,
    news: RefCell<Callback<News>>,
    /// Whether a new version lies ready: no other news of the shelf matters more.
    updated: RefCell<bool>,
    /// What speaks.
    mouth: speech::Mouth,
    /// What is remembered.
    memory: storage::Memory,
    /// Whether a page has been shown before this one.
    moved: RefCell<bool>,
    /// Whether this page was reached from within the library.
    travelled: Cell<bool>,
    /// The language of the page on the screen.
    lang: Cell<Lang>,
}

impl Browser {
    /// The browser as it stands around the first page.
    #[must_use]
    pub fn around(leaf: &Leaf) -> Self {
        Self(Rc::new(State {
            root: address::root(&leaf.root),
            version: leaf.version.to_string(),
            page: RefCell::new(address::page()),
            shown: RefCell::new(address::page()),
            reader: RefCell::default(),
            news: RefCell::default(),
            updated: RefCell::new(false),
            mouth: speech::Mouth::default(),
            memory: storage::Memory::default(),
            travelled: Cell::new(false),
            lang: Cell::new(leaf.lang),
            moved: RefCell::new(false),
        }))
    }
}

impl World for Browser {
    fn perform(&self, work: &WorkId, effect: Effect, answer: Callback<Action>) {
        match effect {
            Effect::Recall => {
                *self.0.reader.borrow_mut() = Some(answer.clone());
                let kept = self.0.memory.record(work).place;
                answer.emit(Action::Recalled {
                    address: address::fragment(),
                    kept,
                });
            }
            Effect::Address(place, entry) => address::write(&place, entry),
            Effect::Keep(place, passage) => {
                let mark = Mark::At {
                    place: place.name().to_owned(),
                    passage: passage.map(|id| id.to_string()),
                };
                self.0.memory.mark(work, mark);
            }
            Effect::Finish(ending) => {
                let mark = Mark::Done(ending.map(|id| id.to_string()));
                self.0.memory.mark(work, mark);
            }
            Effect::Show(place) => view::show(&place),
        }
    }

    fn records(&self) -> Vec<(WorkId, Record)> {
        self.0.memory.records()
    }

    fn record(&self, work: &WorkId) -> Record {
        self.0.memory.record(work)
    }

    fn mark(&self, work: &WorkId, mark: Mark) {
        self.0.memory.mark(work, mark);
    }

    fn today(&self) -> Day {
        storage::today()
    }

    fn readers(&self) -> Readers {
        self.0.memory.readers()
    }

    fn be(&self, animal: Animal) {
        self.0.memory.be(animal);
    }

    fn forget(&self, who: Option<Animal>) -> Forgotten {
        self.0.memory.forget(who)
    }

    fn restore(&self, forgotten: &Forgotten) {
        self.0.memory.restore(forgotten);
    }

    fn forgets(&self) -> bool {
        self.0.memory.forgets()
    }

    fn travelled(&self) -> bool {
        self.0.travelled.get()
    }

    fn address(&self, place: Option<&Place>) -> String {
        let page = self.0.page.borrow().clone();
        let page = page.split('?').next().unwrap_or_default();
        place.map_or_else(
            || page.to_owned(),
            |place| format!("{page}{}", place.href()),
        )
    }

    fn can_share(&self) -> bool {
        share::possible()
    }

    fn share(&self, title: &str, address: &str) {
        share::hand(title, address);
    }

    fn copy(&self, text: &str, copied: Callback<bool>) {
        share::copy(text, copied);
    }

    fn settings(&self) -> Settings {
        self.0.memory.settings()
    }

    fn keep_settings(&self, settings: Settings) {
        self.0.memory.keep_settings(settings);
        view::dress(settings);
    }

    fn sheet(&self) -> Sheet {
        view::sheet()
    }

    fn speak(&self, text: &str, lang: Lang, slow: bool, heard: Callback<Spoken>) {
        self.0.mouth.speak(text, lang, slow, heard);
    }

    fn pause(&self, then: Callback<()>) {
        self.0.mouth.pause(then);
    }

    fn soon(&self, then: Callback<()>) {
        Timeout::new(SECOND_TAP, move || then.emit(())).forget();
    }

    fn hush(&self) {
        self.0.mouth.hush();
    }

    fn for_class(&self) -> bool {
        view::for_class()
    }

    fn listen(&self, news: Callback<News>) {
        *self.0.news.borrow_mut() = news;
        let document = gloo::utils::document();
        let window = gloo::utils::window();
        let state = self.0.clone();
        let active = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, "keydown", active, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                state.key(event);
            }
        })
        .forget();
        let state = self.0.clone();
        EventListener::new_with_options(&document, "click", active, move |event| {
            travel::clicked(&state, event);
        })
        .forget();
        let state = self.0.clone();
        EventListener::new(&document, "input", move |event| {
            paper::changed(&state, event);
        })
        .forget();
        for moved in ["popstate", "hashchange"] {
            let state = self.0.clone();
            EventListener::new(&window, moved, move |_| state.moved()).forget();
        }
        let state = self.0.clone();
        EventListener::new(&window, "resize", move |_| {
            state.tell(News::Turned(view::sheet()));
        })
        .forget();
        view::watch_pinch();
        let state = self.0.clone();
        let later = RefCell::new(None::<Timeout>);
        EventListener::new(&window, "scroll", move |_| {
            let state = state.clone();
            // Where the eyes rest, not what flies past.
            *later.borrow_mut() = Some(Timeout::new(REST, move || state.scrolled()));
        })
        .forget();
        offline::keep(&self.0);
    }

    fn settled(&self, leaf: &Leaf) {
        self.0.lang.set(leaf.lang);
        // A work is ready when its reader has heard where it is; any other page is ready now.
        if !matches!(leaf.page, Page::Work(_)) {
            *self.0.reader.borrow_mut() = None;
            paper::settled(&self.0);
            view::ready();
        }
        let first = !std::mem::replace(&mut *self.0.moved.borrow_mut(), true);
        view::settled(leaf, first);
    }

    fn ready(&self) {
        view::ready();
    }
}

impl State {
    fn tell(&self, news: News) {
        let callback = self.news.borrow().clone();
        callback.emit(news);
    }

    fn shelf(&self, shelf: Shelf) {
        let updated = *self.updated.borrow() || shelf == Shelf::Update;
        *self.updated.borrow_mut() = updated;
        let shelf = if updated { Shelf::Update } else { shelf };
        view::mark_shelf(shelf);
        self.tell(News::Shelf(shelf));
    }

    /// A key: a turn, unless it belongs to what the keyboard stands on.
    fn key(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
            return;
        }
        let key = event.key();
        let on = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let holds = |names: &str| {
            on.as_ref()
                .is_some_and(|el| el.closest(names).ok().flatten().is_some())
        };
        if holds("input, textarea, select, [contenteditable]")
            || key == " " && holds("a, button, summary")
        {
            return;
        }
        if view::for_class() && view::stage_key(&key) {
            event.prevent_default();
            return;
        }
        let reader = self.reader.borrow().clone();
        if let (Some(turn), Some(reader)) = (turn_for(&key), reader) {
            event.prevent_default();
            reader.emit(Action::Turn(turn));
        }
    }

    /// A strip has come to rest: the reader is where the eyes are.
    fn scrolled(&self) {
        let reader = self.reader.borrow().clone();
        if let (Some(name), Some(reader)) = (view::panel_in_strip(), reader) {
            reader.emit(Action::Seen(name));
        }
    }

    /// The address has changed by itself: within this page, or to another.
    fn moved(self: &Rc<Self>) {
        if *self.page.borrow() == address::page() {
            let reader = self.reader.borrow().clone();
            if let Some(reader) = reader {
                reader.emit(Action::Moved(address::fragment()));
            }
        } else {
            travel::to(self, &address::whole(), travel::Entry::Present);
        }
    }
}
