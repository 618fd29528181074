//! Colours of the palette, and the light that changes them.

use std::fmt;
use std::str::FromStr;

use crate::staging::Time;

/// A colour as it is printed: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl FromStr for Rgb {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.strip_prefix('#').ok_or(())?;
        let value = u32::from_str_radix(digits, 16).map_err(|_| ())?;
        let [_, r, g, b] = value.to_be_bytes();
        match digits.len() {
            6 => Ok(Self([r, g, b])),
            3 => Ok(Self([(g & 15) * 17, (b >> 4) * 17, (b & 15) * 17])),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        let short = |v: u8| v >> 4 == v & 15;
        if short(r) && short(g) && short(b) {
            write!(f, "#{:x}{:x}{:x}", r & 15, g & 15, b & 15)
        } else {
            write!(f, "#{r:02x}{g:02x}{b:02x}")
        }
    }
}

/// A light: what it leaves of red, green and blue, and a tint that it lays over everything.
struct Light {
    leaves: [f64; 3],
    tint: [f64; 3],
    strength: f64,
}

/// Low sun: blue goes first, a breath of orange lies over everything.
const EVENING: Light = Light {
    leaves: [1.0, 0.86, 0.72],
    tint: [255.0, 150.0, 80.0],
    strength: 0.10,
};

/// Night in a lit city: dark, but a child's face is still read.
const NIGHT: Light = Light {
    leaves: [0.56, 0.61, 0.86],
    tint: [30.0, 40.0, 96.0],
    strength: 0.16,
};

impl Rgb {
    /// The colour under a light.
    #[must_use]
    pub fn under(self, time: Time) -> Self {
        let light = match time {
            Time::Day => return self,
            Time::Evening => &EVENING,
            Time::Night => &NIGHT,
        };
        let mut out = self.0;
        for (i, channel) in out.iter_mut().enumerate() {
            let lit = f64::from(*channel) * light.leaves[i];
            let mixed = lit * (1.0 - light.strength) + light.tint[i] * light.strength;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to a byte"
            )]
            {
                *channel = mixed.round().clamp(0.0, 255.0) as u8;
            }
        }
        Self(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_and_printed_in_its_shortest_form() {
        assert_eq!(
            "#ffcc00".parse().map(|c: Rgb| c.to_string()),
            Ok("#fc0".into())
        );
        assert_eq!(
            "#2b2430".parse().map(|c: Rgb| c.to_string()),
            Ok("#2b2430".into())
        );
        assert_eq!("#abc".parse::<Rgb>(), Ok(Rgb([0xaa, 0xbb, 0xcc])));
        assert!("red".parse::<Rgb>().is_err());
    }

    #[test]
    fn night_is_darker_and_bluer() {
        let wall = Rgb([250, 230, 200]);
        let place = wall.under(Time::Night).0;
        assert!(place[0] < wall.0[0]);
        assert!(place[2] > place[0]);
    }
}
