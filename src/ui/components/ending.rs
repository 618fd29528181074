//! An ending: a medal, what we learned, the stamp, and the way back to the deciding choice.

use yew::prelude::*;

use super::{Known, map};
use crate::model::{Ending, PassageId, Scenario};
use crate::reader::{Place, Record};
use crate::ui::fixed::fixed;
use crate::ui::{Art, Words};

/// An ending that is on the page.
#[derive(Debug)]
pub(crate) struct EndingCard<'a> {
    pub(crate) ending: &'a Ending,
    pub(crate) scenario: &'a Scenario,
    pub(crate) passage: &'a PassageId,
    pub(crate) record: &'a Record,
    /// Whether the reader is here.
    pub(crate) current: bool,
    /// Whether the words are being read aloud.
    pub(crate) aloud: bool,
}

pub(crate) fn ending(words: Words, art: &Art, card: &EndingCard<'_>) -> Html {
    let EndingCard {
        ending,
        scenario,
        passage,
        record,
        current,
        aloud,
    } = card;
    let lang = words.0;
    let told = fixed(art, format!("end-{passage}"), || {
        html! {
            <>
                <p class="ending-kind">{ words.ending(ending.kind) }</p>
                <h2>{ ending.title.in_(lang) }</h2>
                <h3>{ words.learned() }</h3>
                <ul>{ for ending.learned.iter().map(|lesson| html! { <li>{ lesson.in_(lang) }</li> }) }</ul>
                <p class="ways">
                    <a class="button" data-retry="" href={ending.retry.href()}>{ words.try_again() }</a>
                    <a class="button strong" data-after="" href={Place::After.href()}>{ words.to_after() }</a>
                </p>
            </>
        }
    });
    html! {
        <div class="ending" data-ending={ending.kind.name()} data-aloud={aloud.then_some("")}>
            { told }
            if *current && !record.seen.is_empty() {
                { map(scenario, Known::Found(passage, &record.seen), words) }
            }
        </div>
    }
}
