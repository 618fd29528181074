//! A session that is going on. Every window of it holds the same state; a command makes the next one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vac_xin_so::model::{ChoiceId, Passage, PassageId, Scenario, Story};

use crate::plan::{Plan, What};
use crate::scene::{Scene, Works, beats, open, scene};

/// A gap so long, in milliseconds, in which nobody ticked: the device slept, and the lesson did not go on.
pub const SLEEP: f64 = 90_000.0;

/// The longest class: what is typed beyond is cut.
const MOST_PUPILS: u16 = 2_000;

/// A passage that was shown, and the choice that the class took there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The passage.
    pub passage: PassageId,
    /// What the class decided; nothing where it still is.
    pub choice: Option<ChoiceId>,
}

/// Time, as far as somebody was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Clock {
    /// Milliseconds spent.
    pub spent: f64,
    /// When it was last looked at, in milliseconds of the device's clock; nothing before the beginning.
    pub last: Option<f64>,
    /// The milliseconds that the device slept, all together: they are not counted.
    pub slept: f64,
}

impl Clock {
    /// The clock at a moment. Asked twice for one moment it is the same, so two windows may tick.
    #[must_use]
    pub fn at(self, now: f64) -> Self {
        let gap = now - self.last.unwrap_or(now);
        match gap {
            // A clock that was set back.
            gap if gap < 0.0 => Self {
                last: Some(now),
                ..self
            },
            gap if gap > SLEEP => Self {
                last: Some(now),
                slept: self.slept + gap,
                ..self
            },
            gap => Self {
                last: Some(now),
                spent: self.spent + gap,
                ..self
            },
        }
    }

    /// Whole minutes spent, at least one.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "minutes of a lesson"
    )]
    pub fn minutes(self) -> u16 {
        (self.spent / 60_000.0).round().clamp(1.0, 600.0) as u16
    }
}

/// A session that is going on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Its name, unlike any other's.
    pub id: String,
    /// How many commands have made it: of two states the higher one is the newer.
    pub revision: u64,
    /// The day, as `2026-11-25`.
    pub date: String,
    /// What is planned.
    pub plan: Plan,
    /// The class, as the teacher calls it.
    pub class: String,
    /// How many pupils are there.
    pub pupils: u16,
    /// The step that goes on.
    pub step: usize,
    /// What of it is shown.
    pub beat: usize,
    /// The way through the scenario of each step.
    pub trails: BTreeMap<usize, Vec<Taken>>,
    /// The steps that were shown.
    pub seen: Vec<usize>,
    /// Counted votes, by what was voted on ([`Session::poll`]).
    pub votes: BTreeMap<String, Vec<u16>>,
    /// Questions that pupils asked, without names.
    pub questions: Vec<String>,
    /// The wall is dark.
    pub blank: bool,
    /// When the timer ends, in milliseconds of the device's clock.
    pub timer: Option<f64>,
    /// The balloon in the light, by its place in the panel.
    pub spot: Option<usize>,
    /// Time.
    pub clock: Clock,
}

/// What can be done in a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    /// What comes next; at a choice the way that leads in the vote.
    Next,
    /// What was before.
    Back,
    /// To a step of the plan.
    Step(usize),
    /// To something of this step: the first panel, the last one.
    Beat(usize),
    /// A way on, by its place among those that are open.
    Choose(usize),
    /// “What if we had…”: back to a decision of this step, by its place on the way.
    Rewind(usize),
    /// More hands for an answer, or fewer.
    Count(usize, i32),
    /// So many hands for an answer.
    Set(usize, u16),
    /// All counts of a vote at once: what the camera has seen.
    Counts(Vec<u16>),
    /// A vote begins anew.
    Clear,
    /// The wall goes dark, or light again.
    Blank,
    /// A timer of so many seconds from now on; none stops it.
    Timer(Option<u16>),
    /// Light on a balloon, or on all.
    Spot(Option<usize>),
    /// How many pupils are there.
    Pupils(u16),
    /// The class's name.
    Class(String),
    /// A question that somebody asked.
    Ask(String),
    /// Takes a question back.
    Unask(usize),
}

impl Session {
    /// A session by a plan.
    #[must_use]
    pub fn begin(id: String, date: String, plan: Plan, now: f64) -> Self {
        Self {
            id,
            date,
            plan,
            seen: vec![0],
            clock: Clock {
                last: Some(now),
                ..Clock::default()
            },
            ..Self::default()
        }
    }

    /// The way through the scenario of this step.
    #[must_use]
    pub fn trail(&self) -> &[Taken] {
        self.trails.get(&self.step).map_or(&[], Vec::as_slice)
    }

    /// The passage that is shown.
    #[must_use]
    pub fn passage<'a>(&self, scenario: &'a Scenario) -> &'a Passage {
        let last = self.trail().last();
        last.and_then(|taken| scenario.passage(&taken.passage))
            .unwrap_or_else(|| scenario.start())
    }

    /// The vote that is going on, if one is: its name (the step, and in a story its passage) and how many answers
    /// it has.
    fn ballot(&self, works: &Works) -> Option<(String, usize)> {
        let wall = scene(self, works);
        if let Scene::Dose { dose, .. } = wall {
            Some((self.step.to_string(), dose.answers.len()))
        } else if let Scene::Choices {
            passage, choices, ..
        } = wall
        {
            Some((format!("{}:{}", self.step, passage.id), choices.len()))
        } else {
            None
        }
    }

    /// The name of the vote that is going on.
    #[must_use]
    pub fn poll(&self, works: &Works) -> Option<String> {
        self.ballot(works).map(|(poll, _)| poll)
    }

    /// How many answers the vote has that is going on.
    #[must_use]
    pub fn answers(&self, works: &Works) -> usize {
        self.ballot(works).map_or(0, |(_, answers)| answers)
    }

    /// The counts of the vote that is going on.
    #[must_use]
    pub fn counts(&self, works: &Works) -> Vec<u16> {
        let mut counts = self
            .poll(works)
            .and_then(|poll| self.votes.get(&poll).cloned())
            .unwrap_or_default();
        counts.resize(self.answers(works), 0);
        counts
    }

    /// The answer that leads; nothing if nobody has voted or two lead.
    #[must_use]
    pub fn leading(&self, works: &Works) -> Option<usize> {
        let counts = self.counts(works);
        let most = counts.iter().copied().max().filter(|most| *most > 0)?;
        let mut leading = (0..counts.len()).filter(|i| counts[*i] == most);
        let first = leading.next();
        first.filter(|_| leading.next().is_none())
    }

    /// The state after a command.
    #[must_use]
    pub fn after(&self, command: &Command, works: &Works, now: f64) -> Self {
        let mut next = self.clone();
        next.revision += 1;
        next.clock = self.clock.at(now);
        match command {
            Command::Next => next.next(works),
            Command::Back => next.back(works),
            Command::Step(step) => {
                next.go((*step).min(self.plan.steps.len().saturating_sub(1)), 0);
            }
            Command::Beat(beat) => next.stand((*beat).min(beats(self, works) - 1)),
            Command::Choose(choice) => next.choose(*choice, works),
            Command::Rewind(at) => next.rewind(*at, works),
            Command::Count(answer, by) => {
                next.vote(works, |counts| {
                    if let Some(count) = counts.get_mut(*answer) {
                        *count = u16::try_from((i32::from(*count) + by).max(0))
                            .unwrap_or(0)
                            .min(MOST_PUPILS);
                    }
                });
            }
            Command::Set(answer, count) => next.vote(works, |counts| {
                if let Some(own) = counts.get_mut(*answer) {
                    *own = (*count).min(MOST_PUPILS);
                }
            }),
            Command::Counts(seen) => next.vote(works, |counts| {
                for (own, count) in counts.iter_mut().zip(seen) {
                    *own = *count;
                }
            }),
            Command::Clear => next.vote(works, |counts| counts.fill(0)),
            Command::Blank => next.blank = !self.blank,
            Command::Timer(seconds) => {
                next.timer = seconds.map(|seconds| now + f64::from(seconds) * 1000.0);
            }
            Command::Spot(balloon) => next.spot = *balloon,
            Command::Pupils(pupils) => next.pupils = (*pupils).min(MOST_PUPILS),
            Command::Class(name) => next.class.clone_from(name),
            Command::Ask(text) => {
                let text = text.trim();
                if !text.is_empty() {
                    next.questions.push(text.to_owned());
                }
            }
            Command::Unask(at) => {
                if *at < next.questions.len() {
                    next.questions.remove(*at);
                }
            }
        }
        next
    }

    fn vote(&mut self, works: &Works, change: impl FnOnce(&mut Vec<u16>)) {
        let mut counts = self.counts(works);
        if let Some(poll) = self.poll(works) {
            change(&mut counts);
            self.votes.insert(poll, counts);
        }
    }

    fn stand(&mut self, beat: usize) {
        self.beat = beat;
        self.spot = None;
        self.timer = None;
        self.blank = false;
    }

    fn go(&mut self, step: usize, beat: usize) {
        self.step = step;
        self.stand(beat);
        if !self.seen.contains(&step) {
            self.seen.push(step);
        }
    }

    fn next(&mut self, works: &Works) {
        // Whoever presses on after a pause wants to see the wall, not to miss what is behind it.
        if self.blank {
            self.blank = false;
            return;
        }
        if matches!(scene(self, works), Scene::Choices { .. }) {
            if let Some(leading) = self.leading(works) {
                self.choose(leading, works);
            }
        } else if self.beat + 1 < beats(self, works) {
            self.stand(self.beat + 1);
        } else if self.step + 1 < self.plan.steps.len() {
            self.go(self.step + 1, 0);
        }
    }

    fn back(&mut self, works: &Works) {
        if self.blank {
            self.blank = false;
        } else if self.beat > 0 {
            self.stand(self.beat - 1);
        } else if self.trail().len() > 1 {
            self.rewind(self.trail().len() - 2, works);
        } else if self.step > 0 {
            self.go(self.step - 1, 0);
            self.stand(beats(self, works) - 1);
        }
    }

    fn scenario<'a>(&self, works: &'a Works) -> Option<&'a Scenario> {
        let What::Read(id) = &self.plan.steps.get(self.step)?.what else {
            return None;
        };
        match &works.get(id)?.story {
            Story::Scenario(scenario) => Some(scenario),
            Story::Comic(_) => None,
        }
    }

    fn choose(&mut self, choice: usize, works: &Works) {
        let Some(scenario) = self.scenario(works) else {
            return;
        };
        let passage = self.passage(scenario);
        let Some((id, to)) = open(scenario, passage, self.trail())
            .get(choice)
            .map(|choice| (choice.id.clone(), choice.to.clone()))
        else {
            return;
        };
        let trail = self.trails.entry(self.step).or_default();
        if trail.is_empty() {
            trail.push(Taken {
                passage: passage.id.clone(),
                choice: None,
            });
        }
        if let Some(last) = trail.last_mut() {
            last.choice = Some(id);
        }
        trail.push(Taken {
            passage: to,
            choice: None,
        });
        self.stand(0);
    }

    /// Back to a decision: what was decided there is open again, and its votes are kept to be looked at.
    fn rewind(&mut self, at: usize, works: &Works) {
        if self.scenario(works).is_none() {
            return;
        }
        let Some(trail) = self
            .trails
            .get_mut(&self.step)
            .filter(|trail| at < trail.len())
        else {
            return;
        };
        trail.truncate(at + 1);
        trail[at].choice = None;
        self.stand(beats(self, works) - 1);
    }
}
