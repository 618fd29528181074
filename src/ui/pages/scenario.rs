//! A scenario: one passage at a time, and the choices that lead on.

use yew::prelude::*;

use crate::model::{Lang, Next, Panel, Passage, Scenario};
use crate::reader::{Action, Reader, Turn};
use crate::ui::aloud::Voice;
use crate::ui::components::{After, Choices, EndingCard, PanelView, Shown};
use crate::ui::{Art, Words};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ScenarioProps {
    pub(crate) scenario: Scenario,
    pub(crate) reader: Reader,
    pub(crate) lang: Lang,
    pub(crate) home: AttrValue,
    pub(crate) art: Art,
    pub(crate) act: Callback<Action>,
    pub(crate) voice: Voice,
}

#[component]
pub(crate) fn ScenarioView(props: &ScenarioProps) -> Html {
    html! {
        <div class="scenario">{ for props.scenario.passages.iter().map(|passage| one(props, passage)) }</div>
    }
}

fn one(props: &ScenarioProps, passage: &Passage) -> Html {
    let ScenarioProps {
        reader,
        lang,
        home,
        art,
        act,
        ..
    } = props;
    let current = reader.passage().is_some_and(|here| here.id == passage.id);
    let panels = passage.panels.iter().map(|panel| picture(props, panel));
    let next = match &passage.next {
        Next::Choices(choices) => {
            let offered = choices
                .iter()
                .map(|choice| !current || reader.offers(choice))
                .collect::<Vec<_>>();
            html! { <Choices choices={choices.clone()} {offered} lang={*lang} act={act.clone()} /> }
        }
        Next::Ending(ending) => html! {
            <>
                <EndingCard ending={ending.clone()} lang={*lang} />
                <After work={reader.work().clone()} lang={*lang} home={home.clone()} />
            </>
        },
    };
    html! {
        <>
            <div class="parts">{ Html::from_html_unchecked(art.get(&format!("parts-{}", passage.id))) }</div>
            <section class="passage" id={passage.id.to_string()} data-passage={passage.id.to_string()} data-shown={current.then_some("true")} tabindex="-1">
                <div class="pictures" data-count={passage.panels.len().to_string()}>{ for panels }</div>
                { next }
                if current && reader.can_go_back() {
                    <Backward lang={*lang} act={act.clone()} />
                }
            </section>
        </>
    }
}

fn picture(props: &ScenarioProps, panel: &Panel) -> Html {
    let ScenarioProps {
        reader,
        lang,
        art,
        voice,
        ..
    } = props;
    let shown = if reader.panel() == Some(&panel.id) {
        Shown::Current
    } else {
        Shown::Waiting
    };
    html! {
        <div class="panel" id={panel.id.to_string()} data-panel={panel.id.to_string()} aria-current={shown.aria()} tabindex="-1">
            <PanelView panel={panel.clone()} lang={*lang} art={art.clone()} aloud={voice.balloon(&panel.id)} ontouch={Callback::noop()} />
        </div>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct BackwardProps {
    lang: Lang,
    act: Callback<Action>,
}

/// Back to the step before: it needs a past, so only the woken app can offer it.
#[component]
fn Backward(BackwardProps { lang, act }: &BackwardProps) -> Html {
    let onclick = act.reform(|_| Action::Turn(Turn::Back));
    html! { <button class="button backward" data-turn="back" {onclick}>{ Words(*lang).back_story() }</button> }
}
