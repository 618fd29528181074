//! Back and next below a panel: real links, so that they work before the app has woken.

use yew::prelude::*;

use crate::reader::{Action, Place, Turn};
use crate::ui::Words;

/// Where back and next lead from a panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ways {
    pub(crate) back: Option<Place>,
    pub(crate) next: Option<Place>,
    /// “3/14”, and the same in words.
    pub(crate) count: Option<(usize, usize)>,
}

pub(crate) fn turning(words: Words, ways: &Ways, act: &Callback<Action>) -> Html {
    let Ways { back, next, count } = ways;
    let click = |turn: Turn| {
        let act = act.clone();
        Callback::from(move |event: MouseEvent| {
            if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                event.prevent_default();
                act.emit(Action::Turn(turn));
            }
        })
    };
    html! {
        <nav class="turn" aria-label={count.map(|(n, of)| words.panel_of(n, of))}>
            if let Some(back) = back {
                <a class="back" data-turn="back" href={back.href()} onclick={click(Turn::Back)} aria-label={words.back()}><i aria-hidden="true"></i></a>
            } else {
                <span class="back none"></span>
            }
            if let Some((n, of)) = count {
                <span class="count" aria-hidden="true">{ format!("{n} / {of}") }</span>
            }
            if let Some(next) = next {
                <a class="next" data-turn="next" href={next.href()} onclick={click(Turn::Next)}><span>{ words.next() }</span><i aria-hidden="true"></i></a>
            } else {
                <span class="next none"></span>
            }
        </nav>
    }
}
