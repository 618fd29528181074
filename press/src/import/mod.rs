//! Twine stories in the Twee 3 notation → the skeleton of a scenario, and a report of what it leaves out.
//!
//! A skeleton has every key and every passage, but pictures, English words and endings are to-dos that check
//! tells one by one. Nothing is dropped in silence: what cannot come along is told with its line.

mod prose;
mod story;
mod twee;
mod write;

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

use crate::load;

/// More passages than this are never a work: their file would be larger than [`load`] reads.
const MOST_PASSAGES: usize = 1000;

/// What was made of a story.
#[derive(Clone, Debug)]
pub struct Import {
    /// Its title, if it has one.
    pub title: Option<String>,
    /// The text of its `work.toml`.
    pub text: String,
    /// How many passages it has.
    pub passages: usize,
    /// What an author should know, in the order of the lines.
    pub notes: Vec<Note>,
}

/// Something that did not come along, or that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The line in the Twee file, from 1.
    pub line: usize,
    /// What is the matter, in one plain sentence.
    pub message: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// All notes, while a story is read.
#[derive(Debug, Default)]
struct Notes(Vec<Note>);

impl Notes {
    fn say(&mut self, line: usize, message: impl Into<String>) {
        self.0.push(Note {
            line,
            message: message.into(),
        });
    }

    fn leave_out(&mut self, line: usize, what: &str) {
        self.say(line, format!("{} is not carried over", short(what)));
    }
}

/// A piece of the file as it is named in a note: one line, not too long.
fn short(piece: &str) -> String {
    const MOST: usize = 60;
    let line = piece.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Makes a scenario of a Twee 3 text; `name` is how its file is called.
///
/// # Errors
/// A sentence, where there is no story in it, or too much of one.
pub fn twee(name: &str, text: &str) -> Result<Import, String> {
    let text: String = text.trim_start_matches('\u{feff}').nfc().collect();
    let mut notes = Notes::default();
    let passages = twee::passages(&text, &mut notes);
    let too_long = || {
        Err(format!(
            "{name} is too long for one work: split the story in Twine first"
        ))
    };
    if passages.len() > MOST_PASSAGES {
        return too_long();
    }
    let Some(story) = story::story(passages, &mut notes) else {
        return Err(format!(
            "{name} holds no passage of a story: in Twee each begins with a line like “:: Start”"
        ));
    };
    let text = write::work(name, &story);
    if text.len() as u64 > load::LARGEST {
        return too_long();
    }
    let mut notes = notes.0;
    notes.sort_by_key(|note| note.line);
    notes.dedup();
    Ok(Import {
        title: story.title,
        text,
        passages: story.scenes.len(),
        notes,
    })
}
