//! Reading aloud: line after line, panel after panel, as long as somebody wants it.

use yew::prelude::*;

use crate::model::{Lang, PanelId};
use crate::reader::{Action, Settings, Turn};
use crate::ui::WorldRef;

/// What is being read: a line of the panel, and a word of it where the voice tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Its place among the lines.
    pub(crate) line: usize,
    /// Where the word begins and how long it is, in UTF-16 units as the browser counts; a length of 0 is unknown.
    pub(crate) word: Option<(usize, usize)>,
}

impl Spot {
    /// A text cut around the word that is being said.
    pub(crate) fn word(self, text: &str) -> Option<(&str, &str, &str)> {
        let (start, length) = self.word?;
        let byte = |units: usize| {
            let mut passed = 0;
            let at = text.char_indices().find(|(_, letter)| {
                let here = passed;
                passed += letter.len_utf16();
                here >= units
            });
            at.map_or(text.len(), |(at, _)| at)
        };
        let from = byte(start);
        let to = if length == 0 {
            let rest = &text[from..];
            from + rest.find(char::is_whitespace).unwrap_or(rest.len())
        } else {
            byte(start + length)
        };
        (from < to).then(|| (&text[..from], &text[from..to], &text[to..]))
    }
}

/// How far the voice is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Voice {
    /// The panel and the line that is being read, if any.
    pub(crate) at: Option<(PanelId, usize)>,
    /// The word of it.
    word: Option<(usize, usize)>,
    /// This device has no voice for the language.
    pub(crate) mute: bool,
    /// Starts or stops.
    pub(crate) toggle: Callback<()>,
}

impl Voice {
    /// What of a panel is being read.
    pub(crate) fn spot(&self, panel: &PanelId) -> Option<Spot> {
        let (_, line) = self.at.as_ref().filter(|(id, _)| id == panel)?;
        Some(Spot {
            line: *line,
            word: self.word,
        })
    }
}

/// What became of a piece of text that was to be spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// This word of it is being said: where it begins and how long it is, in UTF-16 units.
    Word(usize, usize),
    /// It was spoken to its end.
    Done,
    /// There is no voice for it, or it never began.
    NoVoice,
}

/// What is to be read where the reader is: the words of a panel, and the choices or the lessons below it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Script {
    /// The panel.
    pub(crate) panel: PanelId,
    /// Its lines, in reading order.
    pub(crate) lines: Vec<String>,
}

/// What follows when a line has been spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Next {
    Line(PanelId, usize),
    Turn,
    Silence,
}

/// After a line comes the next one of its panel; after the last one the next panel, if that is wanted.
fn next(script: &Script, spoken: usize, on: bool) -> Next {
    if spoken + 1 < script.lines.len() {
        Next::Line(script.panel.clone(), spoken + 1)
    } else if on {
        Next::Turn
    } else {
        Next::Silence
    }
}

/// Reads the panel that is current, and those that follow.
#[hook]
pub(crate) fn use_voice(
    script: Option<Script>,
    lang: Lang,
    settings: Settings,
    world: &WorldRef,
    act: &Callback<Action>,
) -> Voice {
    let at = use_state_eq(|| None::<(PanelId, usize)>);
    let word = use_state_eq(|| None::<(usize, usize)>);
    let mute = use_state_eq(|| false);
    // Who leaves the page leaves the voice.
    {
        let world = world.clone();
        use_effect_with((), move |()| move || world.0.hush());
    }
    // A voice that reads on follows the reader to the next panel.
    {
        let (set, at, world) = (at.setter(), (*at).clone(), world.clone());
        let id = script.as_ref().map(|script| script.panel.clone());
        use_effect_with(id, move |id| {
            if at.is_some() {
                set.set(id.clone().map(|id| (id, 0)));
                if id.is_none() {
                    world.0.hush();
                }
            }
        });
    }
    {
        let (set, say, mute) = (at.setter(), word.setter(), mute.setter());
        let (world, act, script) = (world.clone(), act.clone(), script.clone());
        use_effect_with(
            ((*at).clone(), lang, settings.slow),
            move |(at, lang, slow)| {
                say.set(None);
                let (Some((id, i)), Some(script)) = (at, script) else {
                    return;
                };
                if *id != script.panel {
                    return;
                }
                let i = *i;
                let on = settings.on;
                let follow = {
                    let (script, set) = (script.clone(), set.clone());
                    move || match next(&script, i, on) {
                        Next::Line(id, i) => set.set(Some((id, i))),
                        Next::Turn => act.emit(Action::Turn(Turn::Next)),
                        Next::Silence => set.set(None),
                    }
                };
                match script.lines.get(i) {
                    Some(line) => {
                        let heard = Callback::from(move |spoken| match spoken {
                            Spoken::Word(from, length) => say.set(Some((from, length))),
                            Spoken::Done => follow(),
                            Spoken::NoVoice => {
                                mute.set(true);
                                set.set(None);
                            }
                        });
                        world.0.speak(line, *lang, *slow, heard);
                    }
                    // A silent panel is looked at for a moment.
                    None => world.0.pause(Callback::from(move |()| follow())),
                }
            },
        );
    }
    let toggle = {
        let (set, now, mute, world) = (at.setter(), (*at).clone(), mute.setter(), world.clone());
        Callback::from(move |()| {
            mute.set(false);
            if now.is_some() {
                world.0.hush();
                set.set(None);
            } else {
                set.set(script.as_ref().map(|script| (script.panel.clone(), 0)));
            }
        })
    };
    Voice {
        at: (*at).clone(),
        word: *word,
        mute: *mute,
        toggle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(lines: usize) -> Option<Script> {
        Some(Script {
            panel: "p1".parse().ok()?,
            lines: vec!["à".into(); lines],
        })
    }

    #[test]
    fn lines_are_read_in_order_and_the_last_one_turns_or_ends() {
        let Some(two) = script(2) else { return };
        assert_eq!(next(&two, 0, false), Next::Line(two.panel.clone(), 1));
        assert_eq!(next(&two, 1, false), Next::Silence);
        assert_eq!(next(&two, 1, true), Next::Turn);
        let Some(none) = script(0) else { return };
        assert_eq!(next(&none, 0, true), Next::Turn);
    }

    fn cut(text: &str, word: (usize, usize)) -> Option<(&str, &str, &str)> {
        Spot {
            line: 0,
            word: Some(word),
        }
        .word(text)
    }

    #[test]
    fn a_word_is_found_where_the_browser_counts_it() {
        assert_eq!(cut("Ơ kìa Mai!", (2, 3)), Some(("Ơ ", "kìa", " Mai!")));
        // A length that is not told ends with the word; signs beyond the plane count twice.
        assert_eq!(cut("😀 vui quá", (3, 0)), Some(("😀 ", "vui", " quá")));
    }

    #[test]
    fn a_word_that_is_not_there_marks_nothing() {
        assert_eq!(cut("Mai", (9, 2)), None);
        assert_eq!(cut("", (0, 0)), None);
    }
}
