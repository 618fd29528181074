//! A work on a shelf.

use yew::prelude::*;

use crate::model::Card;
use crate::reader::Record;
use crate::ui::Here;

/// `record` is what this reader has of it.
pub(crate) fn card(card: &Card, here: &Here, record: Option<&Record>) -> Html {
    let (words, lang) = (here.words(), here.lang);
    let kind = match &*card.kind {
        "comic" => words.comic(),
        "scenario" => words.scenario(),
        _ => words.paper(),
    };
    let half = record.is_some_and(Record::half_read);
    let done = record.is_some_and(|record| record.done.is_some());
    html! {
        <li class="card" key={card.id.to_string()}>
            <a href={here.to(&format!("{}/", card.id))} data-card={card.id.to_string()}>
                <span class="cover"><img src={format!("{}{}", here.root, card.cover)} width="500" height="500" loading="lazy" alt={card.cover_alt.in_(lang).to_owned()} /></span>
                <span class="card-title">{ card.title.in_(lang) }</span>
                <span class="card-facts">{ kind }{ " · " }{ words.ages(card.ages.min, card.ages.max) }{ " · " }{ words.minutes(card.minutes) }</span>
                <span class="card-summary">{ card.summary.in_(lang) }</span>
                <span class="card-place" aria-hidden={(!half).then_some("true")}>{ half.then(|| words.reading_at()) }</span>
                if done {
                    <img class="card-stamp" src={here.icon("stamp-done")} width="72" height="72" alt={words.stamped()} />
                }
            </a>
        </li>
    }
}
