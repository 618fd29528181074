//! What a text is made of.

use vac_xin_so::model::PanelId;

/// A piece of text as markup: links are resolved, letters escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(pub String);

/// One part of a text.
#[derive(Clone, Debug)]
pub enum Block {
    /// Paragraphs, headings, lists, tables.
    Prose(Prose),
    /// A panel, with words below.
    Figure(PanelId, Prose),
    /// Panels side by side.
    Strip(Vec<PanelId>),
    /// A box with something inside.
    Box(Box, Option<String>, Vec<Block>),
    /// A question with answers; as an address if its answers are the parts of one.
    Check {
        /// Its name on the page.
        id: String,
        /// Whether the answers are the parts of an address.
        link: bool,
        /// What is asked.
        prompt: Prose,
        /// What can be said.
        answers: Vec<Answer>,
    },
    /// Statements to judge.
    Rate {
        /// Its name on the page.
        id: String,
        /// How they can be judged.
        labels: Vec<String>,
        /// What is asked.
        prompt: Prose,
        /// The statements.
        items: Vec<Item>,
    },
    /// A day of 24 hours.
    Pie {
        /// Its name on the page.
        id: String,
        /// What is asked.
        prompt: Prose,
        /// What the day is made of.
        slices: Vec<Slice>,
    },
    /// Something to write, and one good way to say it.
    Write {
        /// Its name on the page.
        id: String,
        /// What is asked.
        prompt: Prose,
        /// One good way to say it.
        example: Prose,
    },
    /// A list whose ticks the device keeps.
    Tick {
        /// Its name on the page.
        id: String,
        /// What to tick.
        items: Vec<Prose>,
    },
    /// Whom to call.
    Call(Vec<Helper>),
    /// The law in one sentence.
    Law,
    /// A sheet to fill in and print.
    Sheet {
        /// Its name on the page.
        id: String,
        /// Its title.
        title: String,
        /// What is on it.
        inside: Vec<Block>,
    },
    /// The plan of a lesson: its minutes, and a table.
    Plan(u16, Prose),
    /// One thing that can happen, and what to do.
    Case {
        /// Its address on the page.
        id: String,
        /// Its title.
        title: String,
        /// What to do.
        inside: Vec<Block>,
    },
}

/// What a box is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Box {
    /// A pull quote.
    Quote,
    /// Something beside the text.
    Note,
    /// A way of several steps.
    Steps,
    /// A sentence to say aloud.
    Say,
    /// Do this now.
    Now,
    /// How to keep proof.
    Proof,
    /// The challenge of the week.
    Challenge,
}

impl Box {
    /// Every box.
    pub const ALL: [Self; 7] = [
        Self::Quote,
        Self::Note,
        Self::Steps,
        Self::Say,
        Self::Now,
        Self::Proof,
        Self::Challenge,
    ];

    /// The name that authors and styles use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Note => "note",
            Self::Steps => "steps",
            Self::Say => "say",
            Self::Now => "now",
            Self::Proof => "proof",
            Self::Challenge => "challenge",
        }
    }
}

/// An answer to a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Whether it is a wise one.
    pub right: bool,
    /// The answer.
    pub text: Prose,
    /// What we say to it.
    pub feedback: Prose,
}

/// A statement to judge.
#[derive(Clone, Debug)]
pub struct Item {
    /// The statement.
    pub text: Prose,
    /// The sensible labels, by their places; empty if there is no wrong one.
    pub right: Vec<usize>,
    /// What we say: to a label, or to all.
    pub feedback: Vec<(Option<usize>, Prose)>,
}

/// A part of a day.
#[derive(Clone, Debug)]
pub struct Slice {
    /// What one does.
    pub label: Prose,
    /// For how many hours, to begin with.
    pub hours: u8,
    /// What to think about.
    pub hint: Prose,
}

/// Who can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    /// The national hotline for the protection of children.
    Hotline,
    /// The police, in danger.
    Police,
    /// The network VN-COP.
    Network,
    /// The report button of the place where it happened.
    Platform,
}

impl Helper {
    /// Every helper, as authors write it.
    pub const ALL: [(&'static str, Self); 4] = [
        ("111", Self::Hotline),
        ("113", Self::Police),
        ("vn-cop", Self::Network),
        ("platform", Self::Platform),
    ];
}
