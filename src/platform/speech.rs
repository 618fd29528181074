//! The device's own voices. They may be missing for a language, come late, or hang.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    SpeechSynthesis, SpeechSynthesisEvent, SpeechSynthesisUtterance, SpeechSynthesisVoice,
};
use yew::Callback;

use crate::model::Lang;
use crate::ui::Spoken;

/// A voice that has not begun by then will not, in milliseconds.
const PATIENCE: u32 = 4000;

/// By then a browser has brought its voices, in milliseconds.
const LATE: u32 = 900;

/// How long a panel without words is looked at, in milliseconds.
const MOMENT: u32 = 1800;

/// What is being said, so that the ends of earlier sayings are not taken for its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Mouth(Rc<RefCell<Saying>>);

#[derive(Debug, Default)]
struct Saying {
    number: u32,
    listeners: Vec<EventListener>,
    watch: Option<Timeout>,
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = gloo::utils::window();
    // Absent in some browsers, whatever the types say.
    js_sys::Reflect::get(&window, &"speechSynthesis".into())
        .is_ok_and(|speech| speech.is_object())
        .then(|| window.speech_synthesis().ok())?
}

/// A voice for a language: one of the device's own. A voice from the network would send our words to strangers.
fn voice(lang: Lang) -> Option<(SpeechSynthesis, SpeechSynthesisVoice)> {
    let synthesis = synthesis()?;
    let fits = |voice: &SpeechSynthesisVoice| {
        voice
            .lang()
            .to_ascii_lowercase()
            .replace('_', "-")
            .starts_with(lang.tag())
    };
    let found = synthesis
        .get_voices()
        .iter()
        .map(JsCast::unchecked_into)
        .find(|voice| fits(voice) && voice.local_service())?;
    Some((synthesis, found))
}

/// How long a word is that is being said; 0 where the engine does not tell.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an odd length marks an odd word"
)]
fn length(told: &SpeechSynthesisEvent) -> usize {
    let length = js_sys::Reflect::get(told, &"charLength".into());
    length.ok().and_then(|n| n.as_f64()).unwrap_or(0.0) as usize
}

impl Mouth {
    /// Says a text; what was said before is cut off.
    pub(super) fn speak(&self, text: &str, lang: Lang, slow: bool, heard: Callback<Spoken>) {
        self.hush();
        let number = self.0.borrow().number;
        if let Some(found) = voice(lang) {
            self.say(text, found, slow, heard);
            return;
        }
        // Browsers bring their voices a moment after they were first asked for.
        let (mouth, text) = (self.clone(), text.to_owned());
        self.later(LATE, number, move || match voice(lang) {
            Some(found) => mouth.say(&text, found, slow, heard),
            None => heard.emit(Spoken::NoVoice),
        });
    }

    fn say(
        &self,
        text: &str,
        (synthesis, voice): (SpeechSynthesis, SpeechSynthesisVoice),
        slow: bool,
        heard: Callback<Spoken>,
    ) {
        let number = self.0.borrow().number;
        let Ok(saying) = SpeechSynthesisUtterance::new_with_text(text) else {
            heard.emit(Spoken::NoVoice);
            return;
        };
        saying.set_lang(&voice.lang());
        saying.set_voice(Some(&voice));
        saying.set_rate(if slow { 0.75 } else { 1.0 });
        let on = |event: &'static str, spoken: Spoken| {
            let (state, heard) = (self.0.clone(), heard.clone());
            EventListener::new(&saying, event, move |_| {
                if state.borrow().number == number {
                    heard.emit(spoken);
                }
            })
        };
        let ends = vec![on("end", Spoken::Done), on("error", Spoken::NoVoice)];
        let words = {
            let (state, heard) = (self.0.clone(), heard.clone());
            EventListener::new(&saying, "boundary", move |event| {
                let told: &SpeechSynthesisEvent = event.unchecked_ref();
                if state.borrow().number == number && told.name().is_some_and(|name| name == "word")
                {
                    heard.emit(Spoken::Word(told.char_index() as usize, length(told)));
                }
            })
        };
        let begun = {
            let state = self.0.clone();
            EventListener::once(&saying, "start", move |_| {
                if state.borrow().number == number {
                    state.borrow_mut().watch = None;
                }
            })
        };
        self.0.borrow_mut().listeners = ends;
        self.0.borrow_mut().listeners.extend([begun, words]);
        self.later(PATIENCE, number, move || heard.emit(Spoken::NoVoice));
        synthesis.speak(&saying);
    }

    /// Waits for as long as a silent panel is looked at.
    pub(super) fn pause(&self, then: Callback<()>) {
        self.hush();
        let number = self.0.borrow().number;
        self.later(MOMENT, number, move || then.emit(()));
    }

    /// Is silent.
    pub(super) fn hush(&self) {
        let mut state = self.0.borrow_mut();
        state.number = state.number.wrapping_add(1);
        state.watch = None;
        // The listeners of what is cut off go when the next thing is said: they may be running now.
        if let Some(synthesis) = synthesis() {
            synthesis.cancel();
        }
    }

    fn later(&self, after: u32, number: u32, then: impl FnOnce() + 'static) {
        let state = self.0.clone();
        let watch = Timeout::new(after, move || {
            if state.borrow().number == number {
                then();
            }
        });
        self.0.borrow_mut().watch = Some(watch);
    }
}
