//! What the windows of a session say to each other, on this device only.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

use crate::session::Session;

/// The channel's name.
const NAME: &str = "vac-xin-so/class";

/// A word from one window to the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// A window has opened and wants to know what goes on.
    Hello,
    /// This goes on now.
    Now(Box<Session>),
    /// The session is over.
    Over,
    /// A wall is here and shows it.
    Wall,
    /// Where the pointer is on the picture, as parts of it; nothing when it has left.
    Point(Option<(f32, f32)>),
}

/// What hears, as long as the channel is open.
type Hear = Closure<dyn Fn(MessageEvent)>;

/// This window's end of the channel.
#[derive(Debug, Default)]
pub struct Channel {
    inner: Option<(BroadcastChannel, Hear)>,
}

impl Channel {
    /// Listens. A browser without channels has windows that know nothing of each other, but share the storage.
    #[must_use]
    pub fn open(heard: Callback<Word>) -> Self {
        let there = js_sys::Reflect::has(&gloo::utils::window(), &"BroadcastChannel".into());
        if !there.unwrap_or(false) {
            return Self::default();
        }
        let Ok(channel) = BroadcastChannel::new(NAME) else {
            return Self::default();
        };
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            // Another version of the page may say something else.
            if let Ok(word) = serde_json::from_str(&text) {
                heard.emit(word);
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        Self {
            inner: Some((channel, hear)),
        }
    }

    /// Says something to all other windows.
    pub fn say(&self, word: &Word) {
        if let Some((channel, _)) = &self.inner
            && let Ok(text) = serde_json::to_string(word)
        {
            drop(channel.post_message(&text.into()));
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some((channel, _)) = &self.inner {
            channel.close();
        }
    }
}
