//! The letterer: words → lines with real metrics → balloons that fit, placed by search.
//!
//! Panel space: origin top left, x right, y down, 1 unit = 1/1000 of the panel's width.
//! It knows where faces are ([`Staged`]), it never draws one.

mod body;
mod font;
mod lines;
mod place;
mod print;
mod screen;
mod tail;

use kurbo::{Point, Rect};
use vac_xin_so::model::{BalloonKind, Lang, Panel, Shape};

pub use font::{Face, NoFace};
pub use lines::{Block, Missing};

use crate::art::Slot;
use crate::stage::Staged;
use crate::staging::{Set, Source, Staging};

/// Sizes of balloon text, the best first, in panel units.
///
/// The smallest phone shows a panel 312 CSS px wide: 42 units are then 13 px, the smallest text that
/// we print. Larger is better as long as it fits.
const SIZES: [f64; 4] = [50.0, 47.0, 44.5, 42.0];

/// Balloons keep this far from the panel's edge.
const MARGIN: f64 = 16.0;

/// A balloon in its place.
#[derive(Clone, Debug)]
pub struct Placed {
    /// What kind it is.
    pub kind: BalloonKind,
    /// Its broken lines.
    pub block: Block,
    /// The middle of its body.
    pub at: Point,
    /// Half its width and half its height.
    pub half: (f64, f64),
    /// Where its tail points, if it has one: the mouth, and where the tip must stop.
    pub tail: Option<tail::Aim>,
    /// The second tail of a balloon that two say at once.
    pub second: Option<tail::Aim>,
    /// Whether it is a message of the screen's owner.
    pub mine: bool,
    /// The place on a screen that the words fill without a balloon, if they do.
    pub slot: Option<Slot>,
}

impl Placed {
    /// The box of its body.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        Rect::from_center_size(self.at, (self.half.0 * 2.0, self.half.1 * 2.0))
    }
}

/// Why a panel's words do not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The face has no such letter.
    Letter {
        /// The balloon's place in reading order.
        balloon: usize,
        /// What is missing.
        missing: char,
    },
    /// No arrangement keeps all balloons inside, apart and off the faces.
    NoRoom {
        /// The balloon that found no place.
        balloon: usize,
    },
}

/// Letters a panel in one language: its balloons in reading order.
///
/// # Errors
/// [`Misfit`] tells which balloon does not fit and why.
pub fn letter(
    panel: &Panel,
    staging: &Staging,
    staged: &Staged,
    lang: Lang,
    face: &Face,
) -> Result<Vec<Placed>, Misfit> {
    let mut last = Misfit::NoRoom { balloon: 0 };
    for size in SIZES {
        match at_size(panel, staging, staged, lang, face, size) {
            Ok(placed) => return Ok(placed),
            Err(Misfit::Letter { balloon, missing }) => {
                return Err(Misfit::Letter { balloon, missing });
            }
            Err(why @ Misfit::NoRoom { .. }) => last = why,
        }
    }
    Err(last)
}

fn at_size(
    panel: &Panel,
    staging: &Staging,
    staged: &Staged,
    lang: Lang,
    face: &Face,
    size: f64,
) -> Result<Vec<Placed>, Misfit> {
    let mut wanted = Vec::new();
    for (i, (balloon, cue)) in panel.balloons.iter().zip(&staging.cues).enumerate() {
        let text = balloon.text.in_(lang);
        let blocks =
            lines::blocks(text, face, size * scale(balloon.kind)).map_err(|Missing(missing)| {
                Misfit::Letter {
                    balloon: i,
                    missing,
                }
            })?;
        wanted.push(place::Wanted {
            kind: balloon.kind,
            blocks,
            mouth: mouth(balloon.kind, cue.source, staged, staging.shape),
            speaker: match cue.source {
                _ if balloon.kind == BalloonKind::Electronic => None,
                Source::Actor(actor) | Source::Both(actor, _) => Some(actor),
                Source::Off | Source::Nobody | Source::Them | Source::Me => None,
            },
            second: match cue.source {
                Source::Both(_, other) => staged.mouths.get(other).copied().map(|at| (other, at)),
                Source::Actor(_) | Source::Off | Source::Nobody | Source::Them | Source::Me => None,
            },
            mine: cue.source == Source::Me,
            chained: i > 0
                && matches!(cue.source, Source::Actor(_))
                && cue.source == staging.cues[i - 1].source
                && balloon.kind == panel.balloons[i - 1].kind,
            at: cue.at.map(Point::from),
        });
    }
    let height = f64::from(staging.shape.height());
    let mut kept_free = staged.faces.clone();
    let mut fixed: Vec<Option<Placed>> = vec![None; wanted.len()];
    for (i, cue) in staging.cues.iter().enumerate() {
        if let Some(slot) = cue.slot.as_ref().and_then(|name| staged.slots.get(name)) {
            let filled = screen::fill(&wanted[i], *slot);
            fixed[i] = Some(filled.map_err(|()| Misfit::NoRoom { balloon: i })?);
        }
    }
    if staging.set.screen().is_some() {
        if let Some(column) = staged.column {
            screen::stack_free(&wanted, column, &staged.faces, size, &mut fixed)
                .map_err(|balloon| Misfit::NoRoom { balloon })?;
        }
        kept_free.extend(fixed.iter().flatten().map(Placed::bounds));
        let whole = matches!(staging.set, Set::Screen(_));
        if whole && fixed.iter().all(Option::is_some) {
            return Ok(fixed.into_iter().flatten().collect());
        }
    }
    place::place(&wanted, fixed, &kept_free, &staged.bodies, height)
        .map_err(|balloon| Misfit::NoRoom { balloon })
}

/// Captions are a little smaller than speech, sounds much larger.
const fn scale(kind: BalloonKind) -> f64 {
    match kind {
        BalloonKind::Speech | BalloonKind::Thought => 1.0,
        BalloonKind::Shout => 1.12,
        BalloonKind::Whisper
        | BalloonKind::Electronic
        | BalloonKind::Message
        | BalloonKind::Caption => 1.0,
        BalloonKind::Sound => 1.9,
    }
}

fn mouth(kind: BalloonKind, source: Source, staged: &Staged, shape: Shape) -> Option<Point> {
    let device = staged.devices.first().copied();
    match source {
        // A voice from a device comes from the device, whoever is at the other end.
        Source::Actor(_) | Source::Off | Source::Nobody
            if kind == BalloonKind::Electronic && device.is_some() =>
        {
            device
        }
        Source::Actor(i) | Source::Both(i, _) => staged.mouths.get(i).copied(),
        // Out of the picture: somewhere beyond the lower edge.
        Source::Off => Some(Point::new(500.0, f64::from(shape.height()) + 60.0)),
        Source::Nobody | Source::Them | Source::Me => None,
    }
}

pub use print::{escape, print};
