//! A work: one comic or scenario with all that parents and teachers need around it.

use serde::{Deserialize, Serialize};

use super::{NonEmpty, ShelfId, Story, Text, WorkId};

/// The ages a work is made for, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ages {
    /// The youngest reader, in years.
    pub min: u8,
    /// The oldest reader it speaks to, in years.
    pub max: u8,
}

macro_rules! topics {
    ($($(#[$doc:meta])* $topic:ident = $name:literal;)*) => {
        /// A risk or a skill that a work is about (the fixed list of the library).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Topic { $($(#[$doc])* $topic,)* }

        impl Topic {
            /// Every topic, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$topic,)*];

            /// The name that authors write.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$topic => $name,)* }
            }
        }
    };
}

topics! {
    /// Gifts and prizes that want something from you.
    Scam = "scam";
    /// Passwords and one-time codes.
    Password = "password";
    /// People met only online.
    Stranger = "stranger";
    /// Being led, step by step, into secrecy.
    Grooming = "grooming";
    /// Pictures and personal information.
    Privacy = "privacy";
    /// Hurting and being hurt online.
    Bullying = "bullying";
    /// False news and made-up pictures.
    FakeNews = "fake-news";
    /// Games, time and money.
    Games = "games";
    /// Telling an adult, asking for help.
    AskForHelp = "ask-for-help";
    /// Making, learning and helping with the Internet.
    Create = "create";
    /// Sleep, sport, meals and screens in balance.
    Balance = "balance";
}

/// A whole work, in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Its name and the name of its page.
    pub id: WorkId,
    /// The shelf on which it stands.
    pub shelf: ShelfId,
    /// Its title.
    pub title: Text,
    /// One or two sentences that make one want to read it.
    pub summary: Text,
    /// For whom.
    pub ages: Ages,
    /// What it is about.
    pub topics: NonEmpty<Topic>,
    /// How long reading takes, in minutes.
    pub minutes: u8,
    /// The story.
    pub story: Story,
    /// Questions to talk about afterwards.
    pub talk: NonEmpty<Text>,
    /// A note for teachers and parents.
    pub note: Text,
    /// The check question: the “dose”.
    pub dose: Dose,
}

/// A question asked around a story, with kind words after every answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dose {
    /// The question.
    pub question: Text,
    /// The answers; at least one is right.
    pub answers: NonEmpty<Answer>,
}

/// One answer to a check question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The answer.
    pub text: Text,
    /// Whether it is a wise one.
    pub right: bool,
    /// What we say to someone who chose it; never a scolding.
    pub feedback: Text,
}

impl Work {
    /// The kind's name in addresses and lists: `comic`, `scenario`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self.story {
            Story::Comic(_) => "comic",
            Story::Scenario(_) => "scenario",
        }
    }

    /// Where its page lies under a language's folder.
    #[must_use]
    pub fn folder(&self) -> String {
        format!("{}/", self.id)
    }
}
