//! A scenario: one passage at a time, and the choices that lead on.

use yew::prelude::*;

use super::reading::Open;
use crate::model::{Next, Panel, Passage, Scenario};
use crate::reader::{AFTER, Action, Place, Turn};
use crate::ui::Words;
use crate::ui::components::{EndingCard, PanelView, Shown, after, choices, ending};

pub(crate) fn scenario(scenario: &Scenario, open: &Open<'_>) -> Html {
    let ended = *open.reader.place() == Place::After;
    let words = open.here.words();
    html! {
        <div class="scenario">
            { for scenario.passages.iter().map(|passage| one(scenario, open, passage)) }
            <section class="passage end" id={AFTER} data-shown={ended.then_some("true")} tabindex="-1" aria-label={words.the_end()}>
                <h2 class="the-end">{ words.the_end() }</h2>
                { after(&open.after()) }
                if ended {
                    { backward(words, open.act) }
                }
            </section>
        </div>
    }
}

fn one(scenario: &Scenario, open: &Open<'_>, passage: &Passage) -> Html {
    let Open {
        reader,
        here,
        record,
        art,
        act,
        voice,
        ..
    } = *open;
    let words = here.words();
    let current = reader.passage().is_some_and(|here| here.id == passage.id);
    let panels = passage.panels.iter().map(|panel| picture(open, panel));
    // Behind the words of the last panel the voice reads what is below it.
    let last = passage.panels.last();
    let below = voice.spot(&last.id).map(|spot| spot.line);
    let below = below.and_then(|line| line.checked_sub(last.balloons.len()));
    let next = match &passage.next {
        Next::Choices(all) => {
            let offered = all
                .iter()
                .map(|choice| !current || reader.offers(choice))
                .collect::<Vec<_>>();
            let aloud = below.and_then(|line| {
                let open = offered.iter().enumerate().filter(|(_, open)| **open);
                open.map(|(i, _)| i).nth(line.checked_sub(1)?)
            });
            choices(all, &offered, aloud, words, act)
        }
        Next::Ending(own) => ending(
            words,
            art,
            &EndingCard {
                ending: own,
                scenario,
                passage: &passage.id,
                record,
                current,
                aloud: below.is_some(),
            },
        ),
    };
    html! {
        <>
            <div class="parts">{ Html::from_html_unchecked(art.get(&format!("parts-{}", passage.id))) }</div>
            <section class="passage" id={passage.id.to_string()} data-passage={passage.id.to_string()} data-shown={current.then_some("true")} tabindex="-1">
                <div class="pictures" data-count={passage.panels.len().to_string()}>{ for panels }</div>
                { next }
                if current && reader.can_go_back() {
                    { backward(words, act) }
                }
            </section>
        </>
    }
}

fn picture(open: &Open<'_>, panel: &Panel) -> Html {
    let Open {
        reader,
        here,
        world,
        art,
        act,
        voice,
        ..
    } = *open;
    let shown = if reader.panel() == Some(&panel.id) {
        Shown::Current
    } else {
        Shown::Waiting
    };
    html! {
        <div class="panel" id={panel.id.to_string()} data-panel={panel.id.to_string()} aria-current={shown.aria()} tabindex="-1">
            <PanelView panel={panel.clone()} lang={here.lang} art={art.clone()} aloud={voice.spot(&panel.id)} {shown} world={world.clone()} act={act.clone()} ontouch={Callback::noop()} />
        </div>
    }
}

/// Back to the step before: it needs a past, so only the woken app can offer it.
fn backward(words: Words, act: &Callback<Action>) -> Html {
    let onclick = act.reform(|_| Action::Turn(Turn::Back));
    html! { <button class="button backward" data-turn="back" {onclick}>{ words.back_story() }</button> }
}
