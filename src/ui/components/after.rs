//! What comes after a story: the stamp, the little question, things to talk about, where to go next.

use yew::prelude::*;

use super::Dose;
use crate::model::{Story, Work};
use crate::reader::{Place, Record};
use crate::ui::fixed::{fixed, put};
use crate::ui::{Art, BOOKLET, Here, PARENTS, PATHS};

/// What is known behind the end of a story.
#[derive(Debug)]
pub(crate) struct After<'a> {
    pub(crate) work: &'a Work,
    pub(crate) here: &'a Here,
    pub(crate) art: &'a Art,
    pub(crate) record: &'a Record,
    pub(crate) due: bool,
    pub(crate) answered: &'a Callback<usize>,
}

pub(crate) fn after(known: &After<'_>) -> Html {
    let After {
        work,
        here,
        art,
        record,
        due,
        answered,
    } = *known;
    let (words, lang) = (here.words(), here.lang);
    let ways = fixed(art, "ways", || {
        html! {
            <p class="ways">
                <a class="button" href={Place::first(&work.story).href()}>{ words.from_start() }</a>
                <a class="button strong" href={here.to("")}>{ words.more_stories() }</a>
            </p>
        }
    });
    let around = fixed(art, "around", || {
        let parents = here.to(&format!("{}{PARENTS}", work.folder()));
        html! {
            <>
                <section class="talk" aria-label={words.talk()}>
                    <h2>{ words.talk() }</h2>
                    <ul>{ for work.talk.iter().map(|question| html! { <li>{ question.in_(lang) }</li> }) }</ul>
                </section>
                { put() }
                <p class="ways"><a class="button" href={parents}>{ words.parents_link() }</a></p>
                <details class="note">
                    <summary>{ words.note() }</summary>
                    <p>{ work.note.in_(lang) }</p>
                    if matches!(work.story, Story::Scenario(_)) {
                        <p><a href={here.to(&format!("{}{PATHS}", work.folder()))}>{ words.map_all() }</a></p>
                    }
                </details>
            </>
        }
    });
    html! {
        <div class="after">
            if record.done.is_some() {
                <p class="stamped">
                    <img src={here.icon("stamp-done")} width="96" height="96" alt="" />
                    <a href={here.to(BOOKLET)}>{ words.stamped() }</a>
                </p>
            }
            <Dose dose={work.dose.clone()} {lang} art={art.clone()} record={record.clone()} {due} answered={answered.clone()} />
            { ways }
            { around }
        </div>
    }
}
