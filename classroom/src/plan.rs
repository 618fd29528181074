//! What a session is made of: steps, each with its minutes.

use serde::{Deserialize, Serialize};
use vac_xin_so::model::{Topic, WorkId};

/// The lengths of a session that are offered, in minutes: at the flag, a lesson, a lesson of secondary school.
pub const LENGTHS: [u16; 3] = [15, 35, 45];

/// The ages that are offered, in years.
pub const AGES: [(u8, u8); 3] = [(6, 8), (9, 11), (12, 15)];

/// A plan for a session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// What the teacher calls it.
    pub title: String,
    /// The youngest and the oldest in the class, in years.
    pub ages: (u8, u8),
    /// How long it may take, in minutes.
    pub minutes: u16,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// What is done, in order.
    pub steps: Vec<Step>,
}

/// A step of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What is done.
    pub what: What,
    /// How long, in minutes.
    pub minutes: u16,
}

/// What is done in a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Good morning, and what this is about.
    Welcome,
    /// The check question of a work, before it.
    Before(WorkId),
    /// A work is read together.
    Read(WorkId),
    /// Its questions to talk about.
    Talk(WorkId),
    /// The check question again.
    After(WorkId),
    /// A question or a note of the teacher's own.
    Own(String),
    /// Everybody stands up and moves.
    Stretch,
    /// What we take home, and who helps.
    Close,
}

impl What {
    /// The work that it needs.
    #[must_use]
    pub fn work(&self) -> Option<&WorkId> {
        match self {
            Self::Before(id) | Self::Read(id) | Self::Talk(id) | Self::After(id) => Some(id),
            Self::Welcome | Self::Own(_) | Self::Stretch | Self::Close => None,
        }
    }
}

impl Plan {
    /// How long its steps take together, in minutes.
    #[must_use]
    pub fn total(&self) -> u16 {
        self.steps.iter().map(|step| step.minutes).sum()
    }

    /// The works that it needs, each once.
    #[must_use]
    pub fn works(&self) -> Vec<WorkId> {
        let mut works: Vec<WorkId> = Vec::new();
        for id in self.steps.iter().filter_map(|step| step.what.work()) {
            if !works.contains(id) {
                works.push(id.clone());
            }
        }
        works
    }

    /// When a step begins, in minutes from the beginning.
    #[must_use]
    pub fn begins(&self, step: usize) -> u16 {
        self.steps.iter().take(step).map(|step| step.minutes).sum()
    }
}
