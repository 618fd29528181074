//! The ways on from a passage: links to passages, which work without any script.

use yew::prelude::*;

use crate::model::{Choice, Lang, NonEmpty};
use crate::reader::Action;
use crate::ui::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ChoicesProps {
    pub(crate) choices: NonEmpty<Choice>,
    /// Which of them are offered, in the same order.
    pub(crate) offered: Vec<bool>,
    pub(crate) lang: Lang,
    pub(crate) act: Callback<Action>,
}

#[component]
pub(crate) fn Choices(
    ChoicesProps {
        choices,
        offered,
        lang,
        act,
    }: &ChoicesProps,
) -> Html {
    let one = |(choice, offered): (&Choice, &bool)| {
        let onclick = {
            let (act, id) = (act.clone(), choice.id.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                act.emit(Action::Choose(id.clone()));
            })
        };
        html! {
            <li hidden={!offered}>
                <a class="choice" data-choice={choice.id.to_string()} href={choice.to.href()} {onclick}>{ choice.text.in_(*lang) }</a>
            </li>
        }
    };
    html! {
        <div class="choices">
            <h2>{ Words(*lang).choose() }</h2>
            <ul>{ for choices.iter().zip(offered).map(one) }</ul>
        </div>
    }
}
