//! The record of a session: what was done with how many, what was asked, what has changed. No names of pupils.

use serde::{Deserialize, Serialize};
use vac_xin_so::model::{Dose, Lang, Story, Topic, WorkId};

use crate::plan::What;
use crate::scene::{Works, open};
use crate::session::Session;

/// The record of one session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// The session's name, unlike any other's.
    pub id: String,
    /// When it was last changed, in milliseconds of the device's clock.
    pub changed: f64,
    /// The day, as `2026-11-25`.
    pub date: String,
    /// The school or ward.
    pub place: String,
    /// The class or group.
    pub class: String,
    /// How many pupils were there.
    pub pupils: u16,
    /// What it was called.
    pub title: String,
    /// The minutes that were planned.
    pub planned: u16,
    /// The minutes that it took.
    pub minutes: u16,
    /// The works that were shown.
    pub works: Vec<Shown>,
    /// What it was about.
    pub topics: Vec<String>,
    /// Check questions, before and after.
    pub doses: Vec<Asked>,
    /// What the class decided in stories.
    pub votes: Vec<Vote>,
    /// Questions from the class, without names.
    pub questions: Vec<String>,
    /// What the one who led it wants to add.
    pub remarks: String,
}

/// A work that was shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// Its name.
    pub id: String,
    /// Its title in the language of the session.
    pub title: String,
}

/// Votes on a check question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The title of its work.
    pub title: String,
    /// The wise answers and all answers, before the story.
    pub before: Option<(u32, u32)>,
    /// The same after it.
    pub after: Option<(u32, u32)>,
}

/// A vote in a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vote {
    /// The title of the work.
    pub title: String,
    /// The ways, and how many wanted each.
    pub ways: Vec<(String, u16)>,
}

/// The wise answers and all answers of a vote.
fn wise(dose: &Dose, counts: &[u16]) -> Option<(u32, u32)> {
    let all: u32 = counts.iter().map(|count| u32::from(*count)).sum();
    let right = dose
        .answers
        .iter()
        .zip(counts)
        .filter(|(answer, _)| answer.right);
    (all > 0).then(|| (right.map(|(_, count)| u32::from(*count)).sum(), all))
}

impl Record {
    /// The record of a session so far.
    #[must_use]
    pub fn of(session: &Session, works: &Works, lang: Lang, now: f64) -> Self {
        let mut record = Self {
            id: session.id.clone(),
            changed: now,
            date: session.date.clone(),
            class: session.class.clone(),
            pupils: session.pupils,
            title: session.plan.title.clone(),
            planned: session.plan.minutes,
            minutes: session.clock.at(now).minutes(),
            questions: session.questions.clone(),
            ..Self::default()
        };
        let mut seen = session.seen.clone();
        seen.sort_unstable();
        for step in seen {
            let Some(what) = session.plan.steps.get(step).map(|step| &step.what) else {
                continue;
            };
            let Some(work) = what.work().and_then(|id| works.get(id)) else {
                continue;
            };
            let title = work.title.in_(lang).to_owned();
            match what {
                What::Read(_) => {
                    record.read(&work.id, &title, work.topics.iter().copied());
                    if let Story::Scenario(scenario) = &work.story {
                        let of_step = format!("{step}:");
                        let own = session.votes.iter().filter(|(poll, counts)| {
                            poll.starts_with(&of_step) && counts.iter().any(|count| *count > 0)
                        });
                        for (poll, counts) in own {
                            let passage = scenario
                                .passages
                                .iter()
                                .find(|passage| poll[of_step.len()..] == *passage.id.as_str());
                            let Some(passage) = passage else { continue };
                            // The ways that were open there, by what had been decided before.
                            let trail = session.trails.get(&step).map_or(&[][..], Vec::as_slice);
                            let before = trail
                                .iter()
                                .position(|taken| taken.passage == passage.id)
                                .unwrap_or(trail.len());
                            let choices = open(scenario, passage, &trail[..before]);
                            let ways = choices
                                .iter()
                                .zip(counts)
                                .map(|(choice, count)| (choice.text.in_(lang).to_owned(), *count));
                            record.votes.push(Vote {
                                title: title.clone(),
                                ways: ways.collect(),
                            });
                        }
                    }
                }
                What::Before(_) | What::After(_) => {
                    let counts = session
                        .votes
                        .get(&step.to_string())
                        .and_then(|counts| wise(&work.dose, counts));
                    if counts.is_some() {
                        record.ask(&title, matches!(what, What::Before(_)), counts);
                    }
                }
                What::Talk(_) | What::Welcome | What::Own(_) | What::Stretch | What::Close => {}
            }
        }
        record
    }

    fn read(&mut self, id: &WorkId, title: &str, topics: impl Iterator<Item = Topic>) {
        if self.works.iter().all(|shown| shown.id != id.as_str()) {
            self.works.push(Shown {
                id: id.to_string(),
                title: title.to_owned(),
            });
        }
        for topic in topics {
            if self.topics.iter().all(|own| own != topic.name()) {
                self.topics.push(topic.name().to_owned());
            }
        }
    }

    fn ask(&mut self, title: &str, before: bool, counts: Option<(u32, u32)>) {
        let at = self
            .doses
            .iter()
            .position(|asked| asked.title == title)
            .unwrap_or_else(|| {
                self.doses.push(Asked {
                    title: title.to_owned(),
                    ..Asked::default()
                });
                self.doses.len() - 1
            });
        if before {
            self.doses[at].before = counts;
        } else {
            self.doses[at].after = counts;
        }
    }

    /// Whether it says the same, whenever it was written.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        *self
            == Self {
                changed: self.changed,
                ..other.clone()
            }
    }
}

/// Wise answers in a hundred; nothing if nobody answered.
#[must_use]
pub fn percent(counts: Option<(u32, u32)>) -> Option<u32> {
    let (right, all) = counts?;
    (right * 100 + all / 2).checked_div(all)
}
