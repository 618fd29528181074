//! The offer to go on where one was. It lies over the page, so nothing shifts.

use yew::prelude::*;

use crate::reader::Action;
use crate::ui::Words;

pub(crate) fn offer(words: Words, act: &Callback<Action>) -> Html {
    let yes = act.reform(|_| Action::Resume);
    let no = act.reform(|_| Action::StartOver);
    html! {
        <aside class="offer" data-offer="" aria-label={words.resume()}>
            <p>{ words.resume() }</p>
            <button class="button strong" data-resume="yes" onclick={yes}>{ words.resume_yes() }</button>
            <button class="button" data-resume="no" onclick={no}>{ words.resume_no() }</button>
        </aside>
    }
}
