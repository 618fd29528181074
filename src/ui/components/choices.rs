//! The ways on from a passage: links to passages, which work without any script.

use yew::prelude::*;

use crate::model::{Choice, NonEmpty};
use crate::reader::Action;
use crate::ui::Words;

/// `offered` tells of each choice whether it is offered, `aloud` which of them is being read aloud.
pub(crate) fn choices(
    choices: &NonEmpty<Choice>,
    offered: &[bool],
    aloud: Option<usize>,
    words: Words,
    act: &Callback<Action>,
) -> Html {
    let one = |(i, (choice, offered)): (usize, (&Choice, &bool))| {
        let onclick = {
            let (act, id) = (act.clone(), choice.id.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                act.emit(Action::Choose(id.clone()));
            })
        };
        html! {
            <li hidden={!offered}>
                <a class="choice" data-aloud={(aloud == Some(i)).then_some("")} data-choice={choice.id.to_string()} href={choice.to.href()} {onclick}>{ choice.text.in_(words.0) }</a>
            </li>
        }
    };
    html! {
        <div class="choices">
            <h2>{ words.choose() }</h2>
            <ul>{ for choices.iter().zip(offered).enumerate().map(one) }</ul>
        </div>
    }
}
