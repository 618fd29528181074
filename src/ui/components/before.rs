//! The check question before a story: asked of who comes from the shelves, never of who follows a link.

use yew::prelude::*;

use crate::model::{Answer, Dose};
use crate::ui::Words;

/// It lies over the page, so nothing shifts. Nothing is right or wrong yet; no answer means that one would
/// rather read.
pub(crate) fn before(dose: &Dose, words: Words, answered: &Callback<Option<usize>>) -> Html {
    let lang = words.0;
    let one = |(i, answer): (usize, &Answer)| {
        let onclick = answered.reform(move |_| Some(i));
        html! { <li><button type="button" class="choice" {onclick}>{ answer.text.in_(lang) }</button></li> }
    };
    html! {
        <aside class="offer before" data-before="" aria-label={words.before()}>
            <h2>{ words.before() }</h2>
            <p>{ dose.question.in_(lang) }</p>
            <ul>{ for dose.answers.iter().enumerate().map(one) }</ul>
            <p class="fine">{ words.before_more() }</p>
            <button type="button" class="button" data-skip="" onclick={answered.reform(|_| None)}>{ words.before_skip() }</button>
        </aside>
    }
}
