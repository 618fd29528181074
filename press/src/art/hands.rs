//! The hands that hold a screen: drawn once, in the skin and the sleeves of whoever holds it.

use super::brush::Pair;
use super::colour::Rgb;
use super::part::Part;
use super::read::INK;
use super::shape::{Fill, Ink, Lit};

/// A colour and its shade, which what is drawn in no colour of its own takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tint {
    /// The colour.
    pub colour: Rgb,
    /// Its shade.
    pub shade: Rgb,
}

/// The layer of a screen with the sleeves of whoever holds it.
pub const SLEEVES: &str = "sleeves";

const SKIN: Pair = ("skin", "skin-shade");
const TOP: Pair = ("top", "top-shade");

impl Part {
    /// The two colours of a pair of classes.
    fn tint(&self, (colour, shade): Pair) -> Tint {
        let of = |class| self.palette.get(class).copied().unwrap_or(INK);
        Tint {
            colour: of(colour),
            shade: of(shade),
        }
    }

    /// Its skin.
    #[must_use]
    pub fn skin(&self) -> Tint {
        self.tint(SKIN)
    }

    /// From now on skin and sleeves are of the colours that it is used in.
    pub(super) fn bare(&mut self) {
        for (name, layer) in &mut self.layers {
            let pair = if name == SLEEVES { TOP } else { SKIN };
            let [colour, shade] = [pair.0, pair.1].map(|class| self.palette.get(class).copied());
            *layer = layer.recoloured(&|own| {
                if Some(own) == colour {
                    Fill::Cloth
                } else if Some(own) == shade {
                    Fill::Shade
                } else {
                    Fill::Own(Ink {
                        colour: own,
                        lit: Lit::ByTime,
                    })
                }
            });
        }
    }
}
