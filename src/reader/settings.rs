//! How somebody likes to read.

/// How a comic is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// One panel at a time.
    #[default]
    Guided,
    /// Composed pages.
    Page,
    /// All panels, one under the other.
    Strip,
}

impl View {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Guided, Self::Page, Self::Strip];

    /// The name that styles use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Guided => "guided",
            Self::Page => "page",
            Self::Strip => "strip",
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black on white with strong lines.
    Contrast,
}

impl Theme {
    /// All of them, the usual one first.
    pub const ALL: [Self; 4] = [Self::Device, Self::Light, Self::Dark, Self::Contrast];

    /// The name that styles use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// The size of words beside pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// As designed.
    #[default]
    Usual,
    /// A third larger.
    Large,
    /// Twice as large.
    Huge,
}

impl Letters {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Usual, Self::Large, Self::Huge];

    /// The name that styles use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Huge => "huge",
        }
    }
}

/// What a reader has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// How comics are shown.
    pub view: View,
    /// Light or dark.
    pub theme: Theme,
    /// The size of words beside pictures.
    pub letters: Letters,
    /// Wider spaces between letters, words and lines: easier for some eyes.
    pub roomy: bool,
    /// Reading aloud goes on through the panels.
    pub on: bool,
    /// Reading aloud is slow.
    pub slow: bool,
}

impl Settings {
    /// A short note of it: the names, with spaces between.
    #[must_use]
    pub fn note(&self) -> String {
        let space = if self.roomy { "roomy" } else { "close" };
        let (on, slow) = (
            if self.on { "on" } else { "once" },
            if self.slow { "slow" } else { "brisk" },
        );
        let (view, theme, letters) = (self.view.name(), self.theme.name(), self.letters.name());
        [view, theme, letters, space, on, slow].join(" ")
    }

    /// Reads a note. What is missing or unknown in it is as usual: an older or a newer app may have written it.
    #[must_use]
    pub fn read(note: &str) -> Self {
        let has = |name: &str| note.split(' ').any(|word| word == name);
        Self {
            view: View::ALL
                .into_iter()
                .find(|view| has(view.name()))
                .unwrap_or_default(),
            theme: Theme::ALL
                .into_iter()
                .find(|theme| has(theme.name()))
                .unwrap_or_default(),
            letters: Letters::ALL
                .into_iter()
                .find(|size| has(size.name()))
                .unwrap_or_default(),
            roomy: has("roomy"),
            on: has("on"),
            slow: has("slow"),
        }
    }
}
