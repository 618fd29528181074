//! What a reader has read and found out: one record a work, one animal a reader.

macro_rules! animals {
    ($($(#[$doc:meta])* $animal:ident = $name:literal;)*) => {
        /// Who reads on a shared device: an animal, never a name.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Animal { #[default] $($(#[$doc])* $animal,)* }

        impl Animal {
            /// All of them. The first one is there from the beginning.
            pub const ALL: &[Self] = &[$(Self::$animal,)*];

            /// The name in addresses, pictures and the storage.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$animal => $name,)* }
            }
        }
    };
}

animals! {
    /// The pangolin, with whom everybody begins.
    TeTe = "te-te";
    /// The water buffalo.
    Trau = "trau";
    /// The cat.
    Meo = "meo";
    /// The tiger.
    Ho = "ho";
    /// The rooster.
    Ga = "ga";
    /// The elephant.
    Voi = "voi";
    /// The turtle.
    Rua = "rua";
    /// The dog.
    Cho = "cho";
    /// The carp.
    Ca = "ca";
    /// The langur.
    Vooc = "vooc";
    /// The egret.
    Co = "co";
    /// The piglet.
    Lon = "lon";
}

impl Animal {
    /// The animal of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.name() == name)
    }
}

/// A day, counted from 1 January 1970 where the device is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u32);

impl Day {
    /// The month and the day of it (1 to 12, 1 to 31).
    #[must_use]
    pub const fn of_year(self) -> (u32, u32) {
        // Howard Hinnant's civil_from_days: years begin in March, so that the odd day is the last.
        let day = self.0 + 719_468;
        let of_era = day % 146_097;
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        (if month < 10 { month + 3 } else { month - 9 }, day)
    }
}

/// Adds a name that is not there yet.
fn add(names: &mut Vec<String>, name: Option<String>) {
    names.extend(name.filter(|name| !names.contains(name)));
}

/// After so many days what was practised begins to fade, and the little question is asked again (measured
/// effects were about half after two weeks or more: JMIR 2023;25:e49255, table 1).
const FADES: u32 = 14;

/// What was refreshed once lasts longer; the next time to ask again.
const FADES_AGAIN: u32 = 56;

/// What one reader has of one work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The name of the place where the reader stopped; none when nothing is half read.
    pub place: Option<String>,
    /// The passages that were seen (scenarios).
    pub seen: Vec<String>,
    /// Those of them that are endings.
    pub ends: Vec<String>,
    /// The answer to the little question before the story, by its place in the list.
    pub before: Option<usize>,
    /// The last answer after it.
    pub after: Option<usize>,
    /// When the story was first read to its end.
    pub done: Option<Day>,
    /// When the question was last answered again, long after.
    pub again: Option<Day>,
}

/// What happens to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The reader stands here; a passage's name is told so that the map of paths knows it.
    At {
        /// The place.
        place: String,
        /// The passage, in a scenario.
        passage: Option<String>,
    },
    /// The story was read to an end: to this one, in a scenario.
    Done(Option<String>),
    /// The little question was answered before the story.
    Before(usize),
    /// It was answered after the story.
    After(usize),
}

impl Record {
    /// Puts a mark. What was marked before stays: only the place and the last answer change.
    pub fn mark(&mut self, mark: Mark, today: Day) {
        match mark {
            Mark::At { place, passage } => {
                self.place = Some(place);
                add(&mut self.seen, passage);
            }
            Mark::Done(ending) => {
                add(&mut self.ends, ending);
                self.done = Some(self.done.unwrap_or(today));
                self.place = None;
            }
            Mark::Before(answer) => self.before = Some(self.before.unwrap_or(answer)),
            Mark::After(answer) => {
                if self.due(today) {
                    self.again = Some(today);
                }
                self.after = Some(answer);
            }
        }
    }

    /// Whether it is time to ask again. A clock that was set back asks later; nothing else changes.
    #[must_use]
    pub fn due(&self, today: Day) -> bool {
        let (last, lasts) = match (self.done, self.again) {
            (Some(_), Some(again)) => (again, FADES_AGAIN),
            (Some(done), None) => (done, FADES),
            (None, _) => return false,
        };
        today
            .0
            .checked_sub(last.0)
            .is_some_and(|days| days >= lasts)
    }

    /// A short note of it: `place=p3 seen=a,b ends=b before=1 after=0 done=20780 again=20795`.
    #[must_use]
    pub fn note(&self) -> String {
        let list = |all: &[String]| (!all.is_empty()).then(|| all.join(","));
        let number = |n: Option<usize>| n.map(|n| n.to_string());
        let day = |day: Option<Day>| day.map(|day| day.0.to_string());
        let parts = [
            ("place", self.place.clone()),
            ("seen", list(&self.seen)),
            ("ends", list(&self.ends)),
            ("before", number(self.before)),
            ("after", number(self.after)),
            ("done", day(self.done)),
            ("again", day(self.again)),
        ];
        let mut out = String::new();
        for (name, value) in parts {
            if let Some(value) = value {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(name);
                out.push('=');
                out.push_str(&value);
            }
        }
        out
    }

    /// Reads a note. What is missing, broken or unknown in it is as if it had not been written.
    #[must_use]
    pub fn read(note: &str) -> Self {
        let value = |name: &str| {
            note.split(' ')
                .find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
                .filter(|value| !value.is_empty())
        };
        let day = |name| value(name)?.parse().ok().map(Day);
        let list = |name| {
            let mut out = Vec::new();
            for one in value(name).unwrap_or_default().split(',') {
                add(&mut out, (!one.is_empty()).then(|| one.to_owned()));
            }
            out
        };
        Self {
            place: value("place").map(Into::into),
            seen: list("seen"),
            ends: list("ends"),
            before: value("before").and_then(|n| n.parse().ok()),
            after: value("after").and_then(|n| n.parse().ok()),
            done: day("done"),
            again: day("again"),
        }
    }

    /// Whether the work is begun and not finished.
    #[must_use]
    pub fn half_read(&self) -> bool {
        self.place
            .as_deref()
            .is_some_and(|place| place != super::AFTER)
    }
}
