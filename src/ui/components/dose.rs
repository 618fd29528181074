//! The check question: every answer opens kind words, with or without script.

use web_sys::Element;
use yew::prelude::*;

use crate::model::{Answer, Dose as Question, Lang};
use crate::reader::Record;
use crate::ui::fixed::fixed;
use crate::ui::{Art, Words};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct DoseProps {
    pub(crate) dose: Question,
    pub(crate) lang: Lang,
    pub(crate) art: Art,
    /// What this reader has of the work.
    pub(crate) record: Record,
    /// Whether the question is asked again, long after.
    pub(crate) due: bool,
    /// An answer was opened.
    pub(crate) answered: Callback<usize>,
}

#[component]
pub(crate) fn Dose(props: &DoseProps) -> Html {
    let DoseProps {
        dose,
        lang,
        art,
        record,
        due,
        answered,
    } = props;
    let words = Words(*lang);
    // What has changed is told after an answer of today, not on every later visit.
    let today = use_state_eq(|| false);
    let title = if *due { words.due_dose() } else { words.dose() };
    let answers = fixed(art, "dose", || {
        let one = |(i, answer): (usize, &Answer)| {
            let (mark, said) = if answer.right {
                ("right", words.right())
            } else {
                ("again", words.think_again())
            };
            html! {
                <details class="answer" data-answer={mark} data-i={i.to_string()}>
                    <summary>{ answer.text.in_(*lang) }</summary>
                    <p><b>{ said }</b>{ " " }{ answer.feedback.in_(*lang) }</p>
                </details>
            }
        };
        html! {
            <>
                <p class="question">{ dose.question.in_(*lang) }</p>
                { for dose.answers.iter().enumerate().map(one) }
            </>
        }
    });
    let onclick = {
        let (answered, today) = (answered.clone(), today.setter());
        Callback::from(move |event: MouseEvent| {
            let on = event.target_dyn_into::<Element>();
            let answer = on.and_then(|on| on.closest("summary").ok().flatten()?.parent_element());
            let which = answer.and_then(|answer| answer.get_attribute("data-i")?.parse().ok());
            if let Some(which) = which {
                answered.emit(which);
                today.set(true);
            }
        })
    };
    let change = today.then(|| words.change(dose, record)).flatten();
    html! {
        <section class="dose" aria-label={title} {onclick}>
            <h2>{ title }</h2>
            { answers }
            <p class="change" role="status">{ change }</p>
        </section>
    }
}
