//! The check question: every answer opens kind words, with or without script.

use yew::prelude::*;

use crate::model::{Answer, Dose as Question, Lang};
use crate::ui::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct DoseProps {
    pub(crate) dose: Question,
    pub(crate) lang: Lang,
}

#[component]
pub(crate) fn Dose(DoseProps { dose, lang }: &DoseProps) -> Html {
    let words = Words(*lang);
    let one = |answer: &Answer| {
        let (mark, said) = if answer.right {
            ("right", words.right())
        } else {
            ("again", words.think_again())
        };
        html! {
            <details class="answer" data-answer={mark}>
                <summary>{ answer.text.in_(*lang) }</summary>
                <p><b>{ said }</b>{ " " }{ answer.feedback.in_(*lang) }</p>
            </details>
        }
    };
    html! {
        <section class="dose" aria-label={words.dose()}>
            <h2>{ words.dose() }</h2>
            <p class="question">{ dose.question.in_(*lang) }</p>
            { for dose.answers.iter().map(one) }
        </section>
    }
}
