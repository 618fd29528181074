//! The state of a reader and its one step.

use std::rc::Rc;

use super::{Action, Effect, Entry, Place, Turn};
use crate::model::{
    Choice, ChoiceId, Ending, Flag, Next, PanelId, Passage, PassageId, Scenario, Story, Work,
};

/// A passage that was read, and the choice that led on from it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    passage: PassageId,
    choice: Option<ChoiceId>,
}

/// Someone reading a work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    work: Rc<Work>,
    place: Place,
    /// The passages read, in order; the last one is where the reader is. Empty in a comic.
    trail: Vec<Step>,
    /// Where to go on from, if that was offered and not answered yet.
    offer: Option<Place>,
    awake: bool,
}

impl Reader {
    /// At the very beginning. This is what the printed page shows.
    #[must_use]
    pub fn new(work: Rc<Work>) -> Self {
        let place = Place::first(&work.story);
        let mut reader = Self {
            work,
            place: place.clone(),
            trail: Vec::new(),
            offer: None,
            awake: false,
        };
        reader.enter(place, None);
        reader
    }

    /// The work that is read.
    #[must_use]
    pub fn work(&self) -> &Rc<Work> {
        &self.work
    }

    /// Where the reader is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Where one could go on from, while that is offered.
    #[must_use]
    pub fn offer(&self) -> Option<&Place> {
        self.offer.as_ref()
    }

    /// Whether the page is awake: before that the address alone decides what is shown.
    #[must_use]
    pub fn awake(&self) -> bool {
        self.awake
    }

    /// The panel that is current; none behind the end of a story.
    #[must_use]
    pub fn panel(&self) -> Option<&PanelId> {
        match &self.place {
            Place::Panel(id) => Some(id),
            Place::Passage(id) => Some(&self.scenario()?.passage(id)?.panels.first().id),
            Place::After => None,
        }
    }

    /// The passage that is shown (scenarios only).
    #[must_use]
    pub fn passage(&self) -> Option<&Passage> {
        let scenario = self.scenario()?;
        match &self.place {
            Place::Passage(id) => scenario.passage(id),
            Place::Panel(id) => holding(scenario, id),
            Place::After => None,
        }
    }

    /// The ending that is shown, if this is one.
    #[must_use]
    pub fn ending(&self) -> Option<&Ending> {
        match &self.passage()?.next {
            Next::Ending(ending) => Some(ending),
            Next::Choices(_) => None,
        }
    }

    /// Whether a choice of the passage shown is offered, by what happened before.
    ///
    /// Who came by a link has no past: then everything is offered rather than nothing.
    #[must_use]
    pub fn offers(&self, choice: &Choice) -> bool {
        let Some(Next::Choices(choices)) = self.passage().map(|p| &p.next) else {
            return true;
        };
        let flags = self.flags();
        let open = |choice: &Choice| choice.needs.iter().all(|flag| flags.contains(&flag));
        open(choice) || !choices.iter().any(open)
    }

    /// Whether there is something to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.before().is_some()
    }

    /// Whether there is something that follows without a decision.
    #[must_use]
    pub fn can_go_on(&self) -> bool {
        self.after().is_some()
    }

    /// One step: the new state, and what should happen outside.
    #[must_use]
    pub fn reduce(&self, action: Action) -> (Self, Vec<Effect>) {
        let mut next = self.clone();
        let effects = match action {
            Action::Woke => vec![Effect::Recall],
            Action::Recalled { address, kept } => next.recall(&address, kept),
            Action::Turn(turn) => match self.target(turn) {
                Some(place) => next.go(place, Entry::Push),
                None => Vec::new(),
            },
            Action::Go(place) => match Place::named(place.name(), &next.work.story) {
                Some(place) => next.go(place, Entry::Push),
                None => Vec::new(),
            },
            Action::Seen(name) => next.seen(&name),
            Action::Moved(address) => next.moved(&address),
            Action::Choose(id) => next.choose(&id),
            Action::Resume => match next.offer.take() {
                Some(place) => next.go(place, Entry::Push),
                None => Vec::new(),
            },
            Action::StartOver => {
                next.offer = None;
                Vec::new()
            }
        };
        (next, effects)
    }

    fn recall(&mut self, address: &str, kept: Option<String>) -> Vec<Effect> {
        self.awake = true;
        // A kept place may name a panel that an edit has removed since.
        let kept = kept.and_then(|name| Place::named(&name, &self.work.story));
        if let Some(place) = Place::named(address, &self.work.story) {
            self.enter(place, None);
            vec![Effect::Show(self.place.clone())]
        } else {
            // Who had finished begins anew.
            let first = Place::first(&self.work.story);
            self.offer = kept.filter(|place| *place != first && *place != Place::After);
            Vec::new()
        }
    }

    fn moved(&mut self, address: &str) -> Vec<Effect> {
        let place = if address.is_empty() {
            Some(Place::first(&self.work.story))
        } else {
            Place::named(address, &self.work.story)
        };
        match place {
            Some(place) if place != self.place => {
                self.offer = None;
                self.enter(place, None);
                vec![self.kept(), Effect::Show(self.place.clone())]
            }
            _ => Vec::new(),
        }
    }

    fn go(&mut self, place: Place, entry: Entry) -> Vec<Effect> {
        if place == self.place {
            return Vec::new();
        }
        self.offer = None;
        self.enter(place, None);
        self.arrived(entry)
    }

    /// What a step to a new place asks of the world.
    fn arrived(&self, entry: Entry) -> Vec<Effect> {
        let mut effects = vec![Effect::Address(self.place.clone(), entry), self.kept()];
        if self.finished() {
            let ending = self.ending().and(self.passage());
            effects.push(Effect::Finish(ending.map(|ending| ending.id.clone())));
        }
        effects.push(Effect::Show(self.place.clone()));
        effects
    }

    fn kept(&self) -> Effect {
        let passage = self.passage().map(|passage| passage.id.clone());
        Effect::Keep(self.place.clone(), passage)
    }

    /// Whether the story has been read to an end here.
    fn finished(&self) -> bool {
        self.ending().is_some() || self.place == Place::After
    }

    /// The strip was scrolled: the reader stands where the eyes are, and nothing moves.
    fn seen(&mut self, name: &str) -> Vec<Effect> {
        match Place::named(name, &self.work.story) {
            Some(place) if place != self.place => {
                self.offer = None;
                self.enter(place, None);
                let mut effects = self.arrived(Entry::Replace);
                effects.pop();
                effects
            }
            _ => Vec::new(),
        }
    }

    fn choose(&mut self, id: &ChoiceId) -> Vec<Effect> {
        let chosen = self.passage().and_then(|passage| match &passage.next {
            Next::Choices(choices) => choices.iter().find(|choice| choice.id == *id).cloned(),
            Next::Ending(_) => None,
        });
        let Some(choice) = chosen.filter(|choice| self.offers(choice)) else {
            return Vec::new();
        };
        self.offer = None;
        self.enter(Place::Passage(choice.to.clone()), Some(choice.id));
        self.arrived(Entry::Push)
    }

    /// Stands at a place and keeps the trail true: back to where one was cuts it, a choice adds to it,
    /// and a leap to elsewhere begins a new one.
    fn enter(&mut self, place: Place, by: Option<ChoiceId>) {
        self.place = place;
        let Some(passage) = self.passage().map(|passage| passage.id.clone()) else {
            return;
        };
        if let Some(choice) = by {
            if let Some(last) = self.trail.last_mut() {
                last.choice = Some(choice);
            }
            self.trail.push(Step {
                passage,
                choice: None,
            });
            return;
        }
        match self.trail.iter().rposition(|step| step.passage == passage) {
            Some(i) => {
                self.trail.truncate(i + 1);
                self.trail[i].choice = None;
            }
            None => {
                self.trail = vec![Step {
                    passage,
                    choice: None,
                }];
            }
        }
    }

    fn target(&self, turn: Turn) -> Option<Place> {
        match turn {
            Turn::Next => self.after(),
            Turn::Back => self.before(),
            Turn::First => Some(match self.passage() {
                Some(passage) => Place::Passage(passage.id.clone()),
                None => Place::first(&self.work.story),
            }),
            Turn::Last => match (&self.work.story, self.passage()) {
                (Story::Comic(panels), _) => Some(Place::Panel(panels.last().id.clone())),
                (Story::Scenario(_), Some(passage)) => {
                    Some(panel_place(passage, passage.panels.len() - 1))
                }
                (Story::Scenario(_), None) => None,
            },
        }
    }

    fn after(&self) -> Option<Place> {
        match (&self.work.story, self.passage()) {
            (Story::Comic(panels), _) => {
                let at = panels
                    .iter()
                    .position(|panel| Some(&panel.id) == self.panel())?;
                Some(
                    panels
                        .get(at + 1)
                        .map_or(Place::After, |panel| Place::Panel(panel.id.clone())),
                )
            }
            (Story::Scenario(_), Some(passage)) => {
                let at = passage
                    .panels
                    .iter()
                    .position(|panel| Some(&panel.id) == self.panel())?;
                if at + 1 < passage.panels.len() {
                    return Some(panel_place(passage, at + 1));
                }
                matches!(passage.next, Next::Ending(_)).then_some(Place::After)
            }
            (Story::Scenario(_), None) => None,
        }
    }

    fn before(&self) -> Option<Place> {
        match (&self.work.story, self.passage()) {
            (Story::Comic(panels), _) => match self.panel() {
                None => Some(Place::Panel(panels.last().id.clone())),
                Some(here) => {
                    let at = panels.iter().position(|panel| panel.id == *here)?;
                    panels
                        .get(at.checked_sub(1)?)
                        .map(|panel| Place::Panel(panel.id.clone()))
                }
            },
            (Story::Scenario(_), Some(passage)) => {
                let at = passage
                    .panels
                    .iter()
                    .position(|panel| Some(&panel.id) == self.panel())?;
                if let Some(before) = at.checked_sub(1) {
                    Some(panel_place(passage, before))
                } else {
                    let step = self.trail.len().checked_sub(2)?;
                    Some(Place::Passage(self.trail[step].passage.clone()))
                }
            }
            // From behind the end back to the ending that was reached.
            (Story::Scenario(scenario), None) => Some(
                match self
                    .trail
                    .last()
                    .and_then(|step| scenario.passage(&step.passage))
                {
                    Some(passage) => panel_place(passage, passage.panels.len() - 1),
                    None => Place::first(&self.work.story),
                },
            ),
        }
    }

    fn flags(&self) -> Vec<&Flag> {
        let Some(scenario) = self.scenario() else {
            return Vec::new();
        };
        self.trail
            .iter()
            .filter_map(|step| {
                let Next::Choices(choices) = &scenario.passage(&step.passage)?.next else {
                    return None;
                };
                choices
                    .iter()
                    .find(|choice| Some(&choice.id) == step.choice.as_ref())
            })
            .flat_map(|choice| &choice.sets)
            .collect()
    }

    fn scenario(&self) -> Option<&Scenario> {
        match &self.work.story {
            Story::Scenario(scenario) => Some(scenario),
            Story::Comic(_) => None,
        }
    }
}

fn holding<'a>(scenario: &'a Scenario, panel: &PanelId) -> Option<&'a Passage> {
    scenario
        .passages
        .iter()
        .find(|passage| passage.panels.iter().any(|p| p.id == *panel))
}

/// The place of a passage's panel; the first one is the passage itself, so that it has one address.
fn panel_place(passage: &Passage, index: usize) -> Place {
    if index == 0 {
        Place::Passage(passage.id.clone())
    } else {
        Place::Panel(passage.panels[index].id.clone())
    }
}
