//! The words of the interface, one function each, from `assets/i18n/ui.toml`.

use crate::model::{EndingKind, Lang, Topic};

/// The interface in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Lang);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Words {
    /// What a topic is called.
    #[must_use]
    pub const fn topic(self, topic: Topic) -> &'static str {
        match topic {
            Topic::Scam => self.topic_scam(),
            Topic::Password => self.topic_password(),
            Topic::Stranger => self.topic_stranger(),
            Topic::Grooming => self.topic_grooming(),
            Topic::Privacy => self.topic_privacy(),
            Topic::Bullying => self.topic_bullying(),
            Topic::FakeNews => self.topic_fake_news(),
            Topic::Games => self.topic_games(),
            Topic::AskForHelp => self.topic_ask_for_help(),
            Topic::Create => self.topic_create(),
            Topic::Balance => self.topic_balance(),
        }
    }

    /// What kind of ending this is.
    #[must_use]
    pub const fn ending(self, kind: EndingKind) -> &'static str {
        match kind {
            EndingKind::Safe => self.ending_safe(),
            EndingKind::Learned => self.ending_learned(),
            EndingKind::Helped => self.ending_helped(),
        }
    }
}
