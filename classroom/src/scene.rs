//! What is on the wall at a moment of a session.

use std::collections::BTreeMap;
use std::rc::Rc;

use vac_xin_so::model::{
    Choice, Dose, Ending, Flag, Next, Panel, Passage, Scenario, Story, Text, Work, WorkId,
};

use crate::library::Ask;
use crate::plan::What;
use crate::session::{Session, Taken};

/// The works that have arrived, and what a class is asked while it reads them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Works(BTreeMap<WorkId, (Rc<Work>, Vec<Ask>)>);

impl Works {
    /// A work has arrived. Its pauses have to be known by then: a session counts them among its beats.
    pub fn insert(&mut self, work: Rc<Work>, asks: &[Ask]) {
        self.0.insert(work.id.clone(), (work, asks.to_vec()));
    }

    /// The work of a name, if it has arrived.
    #[must_use]
    pub fn get(&self, id: &WorkId) -> Option<&Rc<Work>> {
        self.0.get(id).map(|(work, _)| work)
    }

    /// Panels of a work, and the pauses behind them, in the order in which they are shown.
    fn shown<'a>(&'a self, id: &WorkId, panels: &'a [Panel]) -> Vec<Shown<'a>> {
        let asks = self.0.get(id).map_or(&[][..], |(_, asks)| asks);
        let mut shown = Vec::new();
        for (i, panel) in panels.iter().enumerate() {
            shown.push(Shown::Panel(i, panel));
            let own = asks.iter().filter(|ask| ask.panel == panel.id);
            shown.extend(own.map(|ask| Shown::Pause(panel, &ask.text)));
        }
        shown
    }
}

/// What is shown of a story, one after another.
#[derive(Clone, Copy)]
enum Shown<'a> {
    /// A panel and its place.
    Panel(usize, &'a Panel),
    /// The question behind a panel.
    Pause(&'a Panel, &'a Text),
}

impl<'a> Shown<'a> {
    /// The scene of it, in a work, among so many panels.
    fn scene(self, work: &'a Work, all: usize) -> Scene<'a> {
        match self {
            Self::Panel(i, panel) => Scene::Panel {
                work,
                panel,
                count: (i + 1, all),
            },
            Self::Pause(panel, question) => Scene::Pause {
                work,
                panel,
                question,
            },
        }
    }
}

/// What is on the wall.
#[derive(Clone, Debug, PartialEq)]
pub enum Scene<'a> {
    /// The title of the session.
    Welcome,
    /// A check question; behind the vote its kind words are shown.
    Dose {
        /// The work that it belongs to.
        work: &'a Work,
        /// The question.
        dose: &'a Dose,
        /// Whether it is asked before the work.
        before: bool,
        /// Whether what is said to each answer is shown.
        told: bool,
    },
    /// A panel.
    Panel {
        /// Its work.
        work: &'a Work,
        /// The panel.
        panel: &'a Panel,
        /// Which one it is, from one, and of how many (of its passage, in a scenario).
        count: (usize, usize),
    },
    /// A pause behind a panel: the class talks about a question, the panel stays beside it.
    Pause {
        /// The work.
        work: &'a Work,
        /// The panel.
        panel: &'a Panel,
        /// The question.
        question: &'a Text,
    },
    /// A choice, on which the class votes.
    Choices {
        /// The work.
        work: &'a Work,
        /// The passage that ends in it.
        passage: &'a Passage,
        /// The ways that are open.
        choices: Vec<&'a Choice>,
    },
    /// An ending.
    Ending {
        /// The work.
        work: &'a Work,
        /// The ending.
        ending: &'a Ending,
    },
    /// A question to talk about.
    Talk {
        /// The work that it is about.
        work: &'a Work,
        /// The question.
        question: &'a Text,
        /// Which one it is, from one, and of how many.
        count: (usize, usize),
    },
    /// The teacher's own question or note.
    Own(&'a str),
    /// Everybody moves.
    Stretch,
    /// The end: what we take home.
    Close,
    /// A work that has not arrived, or that this library does not have.
    Missing(&'a WorkId),
}

/// The flags that were set on the way.
fn flags<'a>(scenario: &'a Scenario, trail: &[Taken]) -> Vec<&'a Flag> {
    let mut flags = Vec::new();
    for taken in trail {
        if let Some(passage) = scenario.passage(&taken.passage)
            && let Next::Choices(choices) = &passage.next
            && let Some(choice) = choices
                .iter()
                .find(|choice| Some(&choice.id) == taken.choice.as_ref())
        {
            flags.extend(&choice.sets);
        }
    }
    flags
}

/// The ways that are open at the end of a passage; all of them if the story would else stop.
pub(crate) fn open<'a>(
    scenario: &'a Scenario,
    passage: &'a Passage,
    trail: &[Taken],
) -> Vec<&'a Choice> {
    let Next::Choices(choices) = &passage.next else {
        return Vec::new();
    };
    let flags = flags(scenario, trail);
    let free: Vec<&Choice> = choices
        .iter()
        .filter(|choice| choice.needs.iter().all(|flag| flags.contains(&flag)))
        .collect();
    if free.is_empty() {
        choices.iter().collect()
    } else {
        free
    }
}

/// How many beats a step has: things that are shown one after another. A passage's last one is its choice or ending.
pub(crate) fn beats(session: &Session, works: &Works) -> usize {
    let Some(step) = session.plan.steps.get(session.step) else {
        return 1;
    };
    let work = step.what.work().and_then(|id| works.get(id));
    match (&step.what, work) {
        (What::Before(_) | What::After(_), Some(_)) => 2,
        (What::Talk(_), Some(work)) => work.talk.len(),
        (What::Read(_), Some(work)) => match &work.story {
            Story::Comic(panels) => works.shown(&work.id, panels).len(),
            Story::Scenario(scenario) => {
                let passage = session.passage(scenario);
                works.shown(&work.id, &passage.panels).len() + 1
            }
        },
        _ => 1,
    }
}

/// What is on the wall in a session.
#[must_use]
pub fn scene<'a>(session: &'a Session, works: &'a Works) -> Scene<'a> {
    at(session, works, session.beat)
}

/// What follows on the wall without a decision; nothing before a choice and at the very end.
#[must_use]
pub fn following<'a>(session: &'a Session, works: &'a Works) -> Option<Scene<'a>> {
    (session.beat + 1 < beats(session, works)).then(|| at(session, works, session.beat + 1))
}

fn at<'a>(session: &'a Session, works: &'a Works, beat: usize) -> Scene<'a> {
    let Some(step) = session.plan.steps.get(session.step) else {
        return Scene::Close;
    };
    let work = match step.what.work() {
        None => None,
        Some(id) => match works.get(id) {
            None => return Scene::Missing(id),
            Some(work) => Some(work),
        },
    };
    match (&step.what, work) {
        (What::Before(_) | What::After(_), Some(work)) => Scene::Dose {
            work,
            dose: &work.dose,
            before: matches!(step.what, What::Before(_)),
            told: beat > 0,
        },
        (What::Talk(_), Some(work)) => {
            let i = beat.min(work.talk.len() - 1);
            Scene::Talk {
                work,
                question: &work.talk[i],
                count: (i + 1, work.talk.len()),
            }
        }
        (What::Read(_), Some(work)) => reading(session, works, work, beat),
        (What::Own(text), _) => Scene::Own(text),
        (What::Stretch, _) => Scene::Stretch,
        (What::Close, _) => Scene::Close,
        _ => Scene::Welcome,
    }
}

fn reading<'a>(session: &'a Session, works: &'a Works, work: &'a Work, beat: usize) -> Scene<'a> {
    match &work.story {
        Story::Comic(panels) => {
            let shown = works.shown(&work.id, panels);
            shown[beat.min(shown.len() - 1)].scene(work, panels.len())
        }
        Story::Scenario(scenario) => {
            let passage = session.passage(scenario);
            if let Some(shown) = works.shown(&work.id, &passage.panels).get(beat) {
                return shown.scene(work, passage.panels.len());
            }
            match &passage.next {
                Next::Choices(_) => Scene::Choices {
                    work,
                    passage,
                    choices: open(scenario, passage, session.trail()),
                },
                Next::Ending(ending) => Scene::Ending { work, ending },
            }
        }
    }
}
