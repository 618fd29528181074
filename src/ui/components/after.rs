//! What comes after a story: the little question, things to talk about, where to go next.

use std::rc::Rc;

use yew::prelude::*;

use super::Dose;
use crate::model::{Lang, Work};
use crate::reader::Place;
use crate::ui::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct AfterProps {
    pub(crate) work: Rc<Work>,
    pub(crate) lang: Lang,
    pub(crate) home: AttrValue,
}

#[component]
pub(crate) fn After(AfterProps { work, lang, home }: &AfterProps) -> Html {
    let words = Words(*lang);
    html! {
        <div class="after">
            <p class="ways">
                <a class="button" href={Place::first(&work.story).href()}>{ words.from_start() }</a>
                <a class="button strong" href={home}>{ words.more_stories() }</a>
            </p>
            <Dose dose={work.dose.clone()} lang={*lang} />
            <section class="talk" aria-label={words.talk()}>
                <h2>{ words.talk() }</h2>
                <ul>{ for work.talk.iter().map(|question| html! { <li>{ question.in_(*lang) }</li> }) }</ul>
            </section>
            <details class="note">
                <summary>{ words.note() }</summary>
                <p>{ work.note.in_(*lang) }</p>
            </details>
        </div>
    }
}
