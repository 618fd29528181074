//! A work being read: joins the pure reader to the screen.

use std::rc::Rc;

use yew::prelude::*;

use super::comic::Comic;
use super::scenario::ScenarioView;
use crate::model::{Lang, Story, Work};
use crate::reader::{Action, Reader, Settings, Sheet};
use crate::ui::aloud::use_voice;
use crate::ui::components::{Aloud, Offer, Views};
use crate::ui::{Art, Words, WorldRef};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ReadingProps {
    pub(crate) work: Rc<Work>,
    pub(crate) lang: Lang,
    pub(crate) home: AttrValue,
    pub(crate) art: Art,
    pub(crate) world: WorldRef,
    pub(crate) settings: Settings,
    pub(crate) sheet: Sheet,
    pub(crate) set: Callback<Settings>,
}

/// A reader and the way to make it act. Effects are performed inside the event itself, so that what a
/// browser allows only in answer to a gesture still counts as one.
#[hook]
fn use_reader(work: &Rc<Work>, world: &WorldRef) -> (Reader, Callback<Action>) {
    let state = {
        let work = work.clone();
        use_mut_ref(move || Reader::new(work))
    };
    let redraw = use_force_update();
    let act = use_mut_ref(Callback::noop);
    {
        let (state, world, work, answer) =
            (state.clone(), world.clone(), work.id.clone(), act.clone());
        *act.borrow_mut() = Callback::from(move |action| {
            let (next, effects) = state.borrow().reduce(action);
            let changed = *state.borrow() != next;
            *state.borrow_mut() = next;
            if changed {
                redraw.force_update();
            }
            for effect in effects {
                let answer = answer.borrow().clone();
                world.0.perform(&work, effect, answer);
            }
        });
    }
    let (now, act) = (state.borrow().clone(), act.borrow().clone());
    (now, act)
}

#[component]
pub(crate) fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps {
        work,
        lang,
        home,
        art,
        world,
        settings,
        sheet,
        set,
    } = props;
    let (reader, act) = use_reader(work, world);
    {
        let act = act.clone();
        use_effect_with((), move |()| act.emit(Action::Woke));
    }
    {
        let world = world.clone();
        use_effect_with(reader.awake(), move |awake| {
            if *awake {
                world.0.ready();
            }
        });
    }
    let panel = reader
        .panel()
        .and_then(|id| work.story.panel(id).cloned())
        .filter(|_| reader.awake());
    // Before a choice nothing follows by itself: there the voice waits for the reader.
    let aloud = Settings {
        on: settings.on && reader.can_go_on(),
        ..*settings
    };
    let voice = use_voice(panel, *lang, aloud, world, &act);
    let class = use_state_eq(|| false);
    {
        let (class, world) = (class.setter(), world.clone());
        use_effect_with((), move |()| class.set(world.0.for_class()));
    }
    let here = reader.place().href();
    let story = match &work.story {
        Story::Comic(panels) => html! {
            <Comic panels={panels.clone()} reader={reader.clone()} lang={*lang} home={home.clone()} art={art.clone()} act={act.clone()} voice={voice.clone()} settings={*settings} sheet={*sheet} set={set.clone()} />
        },
        Story::Scenario(scenario) => html! {
            <ScenarioView scenario={scenario.clone()} reader={reader.clone()} lang={*lang} home={home.clone()} art={art.clone()} act={act.clone()} voice={voice.clone()} />
        },
    };
    html! {
        <main id="main" tabindex="-1" data-work={work.id.to_string()} data-kind={work.kind()}>
            <div class="heading">
                <h1>{ work.title.in_(*lang) }</h1>
                <div class="reading-tools">
                    <Aloud lang={*lang} voice={voice.clone()} />
                    if matches!(work.story, Story::Comic(_)) {
                        <Views lang={*lang} settings={*settings} set={set.clone()} />
                    }
                    <a class="class-link" href={format!("?view=class{here}")}>{ Words(*lang).class_view() }</a>
                </div>
            </div>
            { story }
            if *class {
                <a class="class-leave" href={format!("./{here}")}>{ Words(*lang).class_leave() }</a>
            }
            if reader.offer().is_some() {
                <Offer lang={*lang} {act} />
            }
        </main>
    }
}
