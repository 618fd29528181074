//! Words that find no room: how many would, and a picture of the panel to look at.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use vac_xin_so::model::{Lang, Panel, Text, WorkId};

use super::{kept, picture};
use crate::art::Art;
use crate::letter::{self, Face, Placed};
use crate::stage::{self, Staged};
use crate::staging::Staging;

/// A panel whose words do not fit in a language.
#[derive(Debug)]
pub(super) struct Case<'a> {
    pub(super) panel: &'a Panel,
    pub(super) staging: &'a Staging,
    pub(super) staged: &'a Staged,
    pub(super) lang: Lang,
    /// The balloon that found no room, in reading order.
    pub(super) balloon: usize,
}

impl Case<'_> {
    /// What to do about it: how short the balloon would have to be, and where the panel can be seen.
    pub(super) fn hint(
        &self,
        work: &WorkId,
        art: &Art,
        face: &Face,
        pictures: Option<&Path>,
    ) -> String {
        let text = self.panel.balloons[self.balloon].text.in_(self.lang);
        let words: Vec<&str> = text.split_whitespace().collect();
        let fitting = (1..words.len()).rev().find_map(|count| {
            let placed = self.with(&words[..count].join(" "), face)?;
            Some((count, placed))
        });
        let mut hint = match &fitting {
            Some((count, _)) => format!(
                "it fits with {count} of its {} words: shorten this balloon",
                words.len()
            ),
            None => "even one word finds none: shorten the balloons before it".to_owned(),
        };
        hint.push_str(", move an actor, or use a wider shot");
        let placed = fitting.map(|(_, placed)| placed).unwrap_or_default();
        if let Some(file) =
            pictures.and_then(|folder| self.picture(folder, work, &placed, art, face))
        {
            let _ = write!(hint, "; see {}", file.display());
        }
        hint
    }

    /// The panel lettered with other words in the balloon.
    fn with(&self, words: &str, face: &Face) -> Option<Vec<Placed>> {
        let mut panel = self.panel.clone();
        panel.balloons[self.balloon].text = Text::new(words, words);
        letter::letter(&panel, self.staging, self.staged, self.lang, face).ok()
    }

    /// Draws the panel with what would fit, and around the heads the boxes that balloons must leave free.
    fn picture(
        &self,
        folder: &Path,
        work: &WorkId,
        placed: &[Placed],
        art: &Art,
        face: &Face,
    ) -> Option<PathBuf> {
        let mut inside = stage::cover(self.staged, art);
        for head in &self.staged.faces {
            let _ = write!(
                inside,
                "<rect x=\"{:.0}\" y=\"{:.0}\" width=\"{:.0}\" height=\"{:.0}\" fill=\"none\" stroke=\"#e2574c\" stroke-width=\"5\" stroke-dasharray=\"16 12\"/>",
                head.x0,
                head.y0,
                head.width(),
                head.height()
            );
        }
        inside.push_str(&letter::print(placed, self.staging, self.staged, self.lang));
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 {}\">{inside}</svg>",
            self.staging.shape.height()
        );
        let png = picture::png(&svg, 700, &[face]).ok()?;
        let name = format!("{work}-{}-{}.png", self.panel.id, self.lang.tag());
        let path = folder.join(name);
        kept::put(&path, &png).then_some(path)
    }
}
