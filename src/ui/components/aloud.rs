//! The button that reads aloud, and a kind word where there is no voice.

use yew::prelude::*;

use super::settings::pressed;
use crate::ui::Words;
use crate::ui::aloud::Voice;

pub(crate) fn aloud(words: Words, voice: &Voice) -> Html {
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
            if voice.mute {
                <p class="no-voice" role="status">{ words.aloud_none() }</p>
            }
        </>
    }
}
