//! Reading aloud: balloon after balloon, panel after panel, as long as somebody wants it.

use yew::prelude::*;

use crate::model::{Lang, Panel, PanelId};
use crate::reader::{Action, Settings, Turn};
use crate::ui::WorldRef;

/// How far the voice is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Voice {
    /// The panel and the balloon that is being read, if any.
    pub(crate) at: Option<(PanelId, usize)>,
    /// This device has no voice for the language.
    pub(crate) mute: bool,
    /// Starts or stops.
    pub(crate) toggle: Callback<()>,
}

impl Voice {
    /// The balloon of a panel that is being read.
    pub(crate) fn balloon(&self, panel: &PanelId) -> Option<usize> {
        self.at
            .as_ref()
            .filter(|(id, _)| id == panel)
            .map(|(_, i)| *i)
    }
}

/// What became of a piece of text that was to be spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// It was spoken to its end.
    Done,
    /// There is no voice for it, or it never began.
    NoVoice,
}

/// What follows when a balloon has been spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Next {
    Balloon(PanelId, usize),
    Turn,
    Silence,
}

/// After a balloon comes the next one of its panel; after the last one the next panel, if that is wanted.
fn next(panel: &Panel, spoken: usize, on: bool) -> Next {
    if spoken + 1 < panel.balloons.len() {
        Next::Balloon(panel.id.clone(), spoken + 1)
    } else if on {
        Next::Turn
    } else {
        Next::Silence
    }
}

/// Reads the panel that is current, and those that follow.
#[hook]
pub(crate) fn use_voice(
    panel: Option<Panel>,
    lang: Lang,
    settings: Settings,
    world: &WorldRef,
    act: &Callback<Action>,
) -> Voice {
    let at = use_state_eq(|| None::<(PanelId, usize)>);
    let mute = use_state_eq(|| false);
    // Who leaves the page leaves the voice.
    {
        let world = world.clone();
        use_effect_with((), move |()| move || world.0.hush());
    }
    // A voice that reads on follows the reader to the next panel.
    {
        let (set, at, world) = (at.setter(), (*at).clone(), world.clone());
        let id = panel.as_ref().map(|panel| panel.id.clone());
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
        let (set, mute, world, act) = (at.setter(), mute.setter(), world.clone(), act.clone());
        let panel = panel.clone();
        use_effect_with(
            ((*at).clone(), lang, settings.slow),
            move |(at, lang, slow)| {
                let (Some((id, i)), Some(panel)) = (at, panel) else {
                    return;
                };
                if *id != panel.id {
                    return;
                }
                let i = *i;
                let on = settings.on;
                let follow = {
                    let (panel, set) = (panel.clone(), set.clone());
                    move || match next(&panel, i, on) {
                        Next::Balloon(id, i) => set.set(Some((id, i))),
                        Next::Turn => act.emit(Action::Turn(Turn::Next)),
                        Next::Silence => set.set(None),
                    }
                };
                match panel.balloons.get(i) {
                    Some(balloon) => {
                        let heard = Callback::from(move |spoken| match spoken {
                            Spoken::Done => follow(),
                            Spoken::NoVoice => {
                                mute.set(true);
                                set.set(None);
                            }
                        });
                        world.0.speak(balloon.text.in_(*lang), *lang, *slow, heard);
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
                set.set(panel.as_ref().map(|panel| (panel.id.clone(), 0)));
            }
        })
    };
    Voice {
        at: (*at).clone(),
        mute: *mute,
        toggle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Balloon, BalloonKind, Shape, Text};

    fn panel(balloons: usize) -> Option<Panel> {
        let one = Balloon {
            kind: BalloonKind::Speech,
            who: None,
            text: Text::new("à", "ah"),
        };
        Some(Panel {
            id: "p1".parse().ok()?,
            shape: Shape::Square,
            framed: false,
            alt: Text::new("…", "…"),
            balloons: vec![one; balloons],
        })
    }

    #[test]
    fn balloons_are_read_in_order_and_the_last_one_turns_or_ends() {
        let Some(two) = panel(2) else { return };
        assert_eq!(next(&two, 0, false), Next::Balloon(two.id.clone(), 1));
        assert_eq!(next(&two, 1, false), Next::Silence);
        assert_eq!(next(&two, 1, true), Next::Turn);
        let Some(none) = panel(0) else { return };
        assert_eq!(next(&none, 0, true), Next::Turn);
    }
}
