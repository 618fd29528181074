//! The button that reads aloud, and a kind word where there is no voice.

use yew::prelude::*;

use super::settings::pressed;
use crate::ui::aloud::Voice;
use crate::ui::fixed::fixed;
use crate::ui::{Art, Words};

pub(crate) fn aloud(words: Words, art: &Art, voice: &Voice) -> Html {
    let reads = voice.at.is_some();
    let label = if reads {
        words.aloud_stop()
    } else {
        words.aloud()
    };
    let onclick = voice.toggle.reform(|_| ());
    html! {
        <>
            <button type="button" class="aloud" aria-pressed={pressed(reads)} {onclick}>
                <i aria-hidden="true"></i><span>{ label }</span>
            </button>
            <div class="no-voice" role="status" hidden={!voice.mute}>{ fixed(art, "mute", || html! { words.aloud_none() }) }</div>
        </>
    }
}
