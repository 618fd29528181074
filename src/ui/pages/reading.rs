//! A work being read: joins the pure reader to the screen.

use std::rc::Rc;

use yew::prelude::*;

use super::comic::{Comic, comic};
use super::scenario::scenario;
use crate::model::{Next, PanelId, Story, Work};
use crate::reader::{Action, Mark, Place, Reader, Record, Settings, Sheet};
use crate::ui::aloud::{Script, Voice, use_voice};
use crate::ui::components::{After, Share, aloud as aloud_button, before, offer, views};
use crate::ui::{Art, Here, WorldRef};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ReadingProps {
    pub(crate) work: Rc<Work>,
    pub(crate) here: Here,
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

/// A work that is open: what its pictures, its end and its tools are made of.
#[derive(Debug)]
pub(super) struct Open<'a> {
    pub(super) work: &'a Work,
    pub(super) reader: &'a Reader,
    pub(super) here: &'a Here,
    pub(super) record: &'a Record,
    /// Whether it is time to ask the little question again.
    pub(super) due: bool,
    pub(super) answered: &'a Callback<usize>,
    pub(super) world: &'a WorldRef,
    pub(super) art: &'a Art,
    pub(super) act: &'a Callback<Action>,
    pub(super) voice: &'a Voice,
}

impl Open<'_> {
    /// What is known behind the end.
    pub(super) fn after(&self) -> After<'_> {
        After {
            work: self.work,
            here: self.here,
            art: self.art,
            record: self.record,
            due: self.due,
            answered: self.answered,
        }
    }
}

/// What this reader has of the work: looked up when the page wakes and whenever the place has changed.
#[hook]
fn use_record(reader: &Reader, world: &WorldRef) -> (Record, Callback<Mark>) {
    let record = use_state_eq(Record::default);
    let look = {
        let (record, world, id) = (record.setter(), world.clone(), reader.work().id.clone());
        move || record.set(world.0.record(&id))
    };
    {
        let look = look.clone();
        use_effect_with(
            (reader.awake(), reader.place().clone()),
            move |(awake, _)| {
                if *awake {
                    look();
                }
            },
        );
    }
    let mark = {
        let (world, id) = (world.clone(), reader.work().id.clone());
        Callback::from(move |mark| {
            world.0.mark(&id, mark);
            look();
        })
    };
    ((*record).clone(), mark)
}

/// What is read aloud where the reader is: the words of the panel, and behind the last one of a passage
/// the choices, or what was learned.
fn script(reader: &Reader, panel: &PanelId, here: &Here) -> Option<Script> {
    let (lang, words) = (here.lang, here.words());
    let own = reader.work().story.panel(panel)?;
    let mut lines: Vec<String> = own
        .balloons
        .iter()
        .map(|balloon| balloon.text.in_(lang).to_owned())
        .collect();
    let passage = reader.passage();
    match passage
        .filter(|passage| passage.panels.last().id == *panel)
        .map(|passage| &passage.next)
    {
        Some(Next::Choices(choices)) => {
            lines.push(words.choose().to_owned());
            let open = choices.iter().filter(|choice| reader.offers(choice));
            lines.extend(open.map(|choice| choice.text.in_(lang).to_owned()));
        }
        Some(Next::Ending(ending)) => {
            lines.push(ending.title.in_(lang).to_owned());
            lines.extend(ending.learned.iter().map(|one| one.in_(lang).to_owned()));
        }
        None => {}
    }
    Some(Script {
        panel: panel.clone(),
        lines,
    })
}

#[component]
pub(crate) fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps {
        work,
        here,
        art,
        world,
        settings,
        sheet,
        set,
    } = props;
    let (lang, words) = (here.lang, here.words());
    let (reader, act) = use_reader(work, world);
    let (record, mark) = use_record(&reader, world);
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
    let script = reader
        .panel()
        .filter(|_| reader.awake())
        .and_then(|panel| script(&reader, panel, here));
    // Before a choice and at an ending nothing follows by itself: there the voice waits for the reader.
    let aloud = Settings {
        on: settings.on && reader.can_go_on() && reader.ending().is_none(),
        ..*settings
    };
    let voice = use_voice(script, lang, aloud, world, &act);
    // Who comes from the shelves, and not in the view of a class, is asked the little question first.
    let (class, asks) = (use_state_eq(|| false), use_state_eq(|| false));
    {
        let (class, asks, world) = (class.setter(), asks.clone(), world.clone());
        use_effect_with((), move |()| {
            class.set(world.0.for_class());
            asks.set(world.0.travelled() && !world.0.for_class());
        });
    }
    let fresh = record.before.is_none() && record.done.is_none() && reader.offer().is_none();
    let asking = *asks && fresh && reader.awake() && *reader.place() == Place::first(&work.story);
    let asked = {
        let (mark, asks) = (mark.clone(), asks.setter());
        Callback::from(move |answer: Option<usize>| {
            asks.set(false);
            if let Some(answer) = answer {
                mark.emit(Mark::Before(answer));
            }
        })
    };
    let place = reader.place().clone();
    let open = Open {
        work,
        reader: &reader,
        here,
        record: &record,
        due: reader.awake() && record.due(world.0.today()),
        answered: &mark.reform(Mark::After),
        world,
        art,
        act: &act,
        voice: &voice,
    };
    let story = match &work.story {
        Story::Comic(panels) => comic(&Comic {
            panels,
            open: &open,
            settings: *settings,
            sheet: *sheet,
            set,
        }),
        Story::Scenario(own) => scenario(own, &open),
    };
    let title = work.title.in_(lang).to_owned();
    html! {
        <main id="main" tabindex="-1" data-work={work.id.to_string()} data-kind={work.kind()}>
            <div class="heading">
                <h1>{ title.clone() }</h1>
                <div class="reading-tools">
                    { aloud_button(words, art, &voice) }
                    if matches!(work.story, Story::Comic(_)) {
                        { views(words, *settings, set) }
                    }
                    <Share {lang} {title} place={place.clone()} world={world.clone()} />
                    <a class="class-link" href={format!("?view=class{}", place.href())}>{ words.class_view() }</a>
                </div>
            </div>
            { story }
            if *class {
                <a class="class-leave" href={format!("./{}", place.href())}>{ words.class_leave() }</a>
            }
            if reader.offer().is_some() {
                { offer(words, &act) }
            }
            if asking {
                { before(&work.dose, words, &asked) }
            }
        </main>
    }
}
