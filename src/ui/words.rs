//! The words of the interface, one function each, from `assets/i18n/ui.toml`.

use crate::model::{Dose, EndingKind, Lang, Topic};
use crate::reader::{Animal, Day, Record};

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

    /// What an animal is called.
    #[must_use]
    pub const fn animal(self, animal: Animal) -> &'static str {
        match animal {
            Animal::TeTe => self.animal_te_te(),
            Animal::Trau => self.animal_trau(),
            Animal::Meo => self.animal_meo(),
            Animal::Ho => self.animal_ho(),
            Animal::Ga => self.animal_ga(),
            Animal::Voi => self.animal_voi(),
            Animal::Rua => self.animal_rua(),
            Animal::Cho => self.animal_cho(),
            Animal::Ca => self.animal_ca(),
            Animal::Vooc => self.animal_vooc(),
            Animal::Co => self.animal_co(),
            Animal::Lon => self.animal_lon(),
        }
    }

    /// A day as people here write it: “25/11”.
    #[must_use]
    pub fn day(self, day: Day) -> String {
        let (month, day) = day.of_year();
        format!("{day}/{month}")
    }

    /// What the two answers around a story tell, in kind words; nothing if there are not two.
    #[must_use]
    pub fn change(self, dose: &Dose, record: &Record) -> Option<String> {
        let was = dose.answers.get(record.before?)?;
        let is = dose.answers.get(record.after?)?;
        let said = was.text.in_(self.0);
        Some(match (was.right, is.right) {
            (false, true) => self.changed_learned(said),
            (true, true) => self.changed_knew().to_owned(),
            (false, false) => self.changed_still().to_owned(),
            (true, false) => self.changed_lost(said),
        })
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
