//! What the author asked of a panel's picture: intent, proven by check, drawn by stage and letter.
//!
//! Panel space: origin top left, x right, y down, 1 unit = 1/1000 of the panel's width.

use vac_xin_so::model::{Shape, Text};

/// How a panel is to be drawn. Every name in it exists: check has seen to that.
#[derive(Clone, Debug, PartialEq)]
pub struct Staging {
    /// The outline.
    pub shape: Shape,
    /// What the outline is made of.
    pub frame: Frame,
    /// Where it happens.
    pub set: Set,
    /// The camera turned clockwise, in degrees: unrest.
    pub roll: f64,
    /// What is in the air.
    pub effect: Option<Effect>,
    /// Who is there, from back to front.
    pub actors: Vec<Actor>,
    /// A split panel: what happens elsewhere at the same time, on the right.
    pub beside: Option<Beside>,
    /// Things lying about, in front of the actors.
    pub props: Vec<PropAt>,
    /// One for each balloon of the panel, in the same order.
    pub cues: Vec<Cue>,
}

impl Staging {
    /// A set in a shape, with nobody in it.
    #[must_use]
    pub const fn of(shape: Shape, set: Set) -> Self {
        Self {
            shape,
            frame: Frame::Plain,
            set,
            roll: 0.0,
            effect: None,
            actors: Vec::new(),
            beside: None,
            props: Vec::new(),
            cues: Vec::new(),
        }
    }

    /// A voice is heard out of a device: the screens of which the author says nothing show a call.
    pub fn calls(&mut self) {
        let held = self.actors.iter_mut().map(|actor| &mut actor.shows);
        for shows in held.chain(self.props.iter_mut().map(|prop| &mut prop.shows)) {
            shows.get_or_insert_with(|| CALL.to_owned());
        }
    }
}

/// What a screen shows that a voice comes out of.
const CALL: &str = "call";

/// What a screen shows that is off: it does not shine, and nobody speaks out of it.
pub const DARK: &str = "dark";

/// The other half of a split panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// Where it happens.
    pub set: Set,
    /// The actors from this one on are there.
    pub from: usize,
}

/// What the outline of a panel is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    /// A straight border.
    #[default]
    Plain,
    /// A cloud: remembered, dreamt, imagined.
    Cloud,
    /// Torn: a shock.
    Jagged,
    /// Leaning sides: speed.
    Slanted,
    /// Round: seen through something, or alone in the world.
    Round,
}

/// What is in the air of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Lines towards the first actor's face: a shock, a decision.
    Burst,
    /// Lines along the way: speed.
    Speed,
    /// Shade that hangs from above: shame, dread.
    Gloom,
    /// Small lights: joy.
    Sparkle,
    /// Rain.
    Rain,
}

/// Where a panel happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Set {
    /// In a place of the world, seen through a camera.
    Place {
        /// The place's file name without its ending.
        place: String,
        /// The light.
        time: Time,
        /// How near the camera is.
        shot: Shot,
        /// Which part of the place is behind the actors.
        focus: Focus,
        /// The foreground that frames the picture, if any.
        near: Option<String>,
        /// The screen that the first actor holds, in the shot [`Shot::InHand`].
        held: Option<Screen>,
    },
    /// On a screen that fills the panel.
    Screen(Screen),
}

impl Set {
    /// A place by day.
    #[must_use]
    pub const fn place(place: String, shot: Shot) -> Self {
        Self::Place {
            place,
            time: Time::Day,
            shot,
            focus: Focus::Centre,
            near: None,
            held: None,
        }
    }

    /// The light.
    #[must_use]
    pub const fn time(&self) -> Time {
        match self {
            Self::Place { time, .. } => *time,
            Self::Screen(_) => Time::Day,
        }
    }

    /// The screen that is seen, if any.
    #[must_use]
    pub const fn screen(&self) -> Option<&Screen> {
        match self {
            Self::Place { held, .. } => held.as_ref(),
            Self::Screen(screen) => Some(screen),
        }
    }
}

/// A screen of a phone or a tablet.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The screen's file name without its ending.
    pub kind: String,
    /// The words in its title bar: a group, or the name of the other one.
    pub title: Text,
    /// The prop that is the other one's picture, if any.
    pub avatar: Option<String>,
    /// The character who holds it.
    pub me: Option<String>,
}

/// The light of a place: made from the palette, not drawn twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// As drawn.
    #[default]
    Day,
    /// Warm and low.
    Evening,
    /// Blue, with lamps.
    Night,
}

/// How much of the figures is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shot {
    /// The whole place, figures small.
    Wide,
    /// Figures from head to feet.
    Full,
    /// Figures from head to thigh.
    #[default]
    Medium,
    /// Head and shoulders.
    Close,
    /// Past the first actor's shoulder to the others.
    OverShoulder,
    /// Past the first actor's head to the screen in the hands.
    InHand,
}

impl Shot {
    /// Whether the viewer stands behind the first actor, who is then seen from behind, before all others.
    #[must_use]
    pub const fn behind_the_first(self) -> bool {
        matches!(self, Self::OverShoulder | Self::InHand)
    }
}

/// Which third of the place the camera looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The left third.
    Left,
    /// The middle.
    #[default]
    Centre,
    /// The right third.
    Right,
}

/// A figure in a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The character's file name without its ending.
    pub who: String,
    /// The pose: a group `pose-…` of the character's file.
    pub pose: String,
    /// The expression: a group `face-…`.
    pub face: String,
    /// The outfit, of the cast's `wears`.
    pub wears: String,
    /// From where it is seen.
    pub view: View,
    /// What the hands hold, instead of what the pose says: a prop.
    pub holds: Option<String>,
    /// What is on the screen that the hands hold: a layer `shows-…` of the prop; without it the usual.
    pub shows: Option<String>,
    /// A mark beside the head, of `marks/marks.svg`.
    pub mark: Option<String>,
    /// Where the figure stands: x in panel units, 0 to 1000.
    pub x: f64,
    /// Moved down by so many panel units (up if negative).
    pub dy: f64,
    /// Drawn larger or smaller than the shot would have it (1 = as the shot says).
    pub scale: f64,
    /// Head turned clockwise, in degrees.
    pub tilt: f64,
    /// Which way the figure turns.
    pub facing: Facing,
    /// Where the eyes go.
    pub gaze: Gaze,
}

impl Actor {
    /// Somebody who simply stands there, in the middle.
    #[must_use]
    pub fn of(who: &str) -> Self {
        Self {
            who: who.to_owned(),
            pose: "stand".to_owned(),
            face: "calm".to_owned(),
            wears: crate::names::HOME.to_owned(),
            view: View::Front,
            holds: None,
            shows: None,
            mark: None,
            x: 500.0,
            dy: 0.0,
            scale: 1.0,
            tilt: 0.0,
            facing: Facing::Right,
            gaze: Gaze::Found,
        }
    }
}

/// Which way a figure turns, as the viewer sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    /// To the viewer's left.
    Left,
    /// To the viewer's right.
    Right,
}

/// Where an actor looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gaze {
    /// Whom it speaks with, what it holds: the stage finds it.
    #[default]
    Found,
    /// At the actor of that index.
    At(usize),
    /// As the author says.
    To(Look),
}

/// Where the eyes go, seen from the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Where the face points.
    #[default]
    Ahead,
    /// Back over the shoulder.
    Back,
    /// Up.
    Up,
    /// Down, at what the hands hold.
    Down,
}

/// From where a figure is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Three quarters from the front: the usual one.
    #[default]
    Front,
    /// From the side.
    Profile,
    /// From behind.
    Back,
}

impl View {
    /// The word in front of a layer of heads.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Front => "",
            Self::Profile => "profile-",
            Self::Back => "back-",
        }
    }
}

/// A thing in a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct PropAt {
    /// The prop's file name without its ending.
    pub what: String,
    /// What is on its screen: a layer `shows-…` of the prop; without it the usual.
    pub shows: Option<String>,
    /// The place of its middle, in panel units.
    pub x: f64,
    /// The place of its middle, in panel units.
    pub y: f64,
    /// Its size: 1 = 200 panel units.
    pub scale: f64,
    /// Turned clockwise, in degrees.
    pub turn: f64,
}

/// Where a balloon's words come from, and where the author wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// The source of the words.
    pub source: Source,
    /// The place for words on the screen that they fill, instead of a balloon.
    pub slot: Option<String>,
    /// The middle of the balloon in panel units, where the author insists.
    pub at: Option<(f64, f64)>,
}

/// The source of a balloon's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The figure of that index in [`Staging::actors`]: the tail points at its mouth.
    Actor(usize),
    /// Two figures at once: a tail to each.
    Both(usize, usize),
    /// Somebody out of the picture: the tail leaves the panel.
    Off,
    /// Nobody: captions and sounds.
    Nobody,
    /// A message from the other one on the screen.
    Them,
    /// A message by the owner of the screen.
    Me,
}
