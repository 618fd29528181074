//! What a card's mark looks like: five by five modules in a black frame of one module, and white around it.
//!
//! A QR code would need 21 modules a side; from the last row of a classroom a card is some 40 pixels wide, so that a
//! module would be smaller than a blurred pixel. With seven it is five pixels or more.

/// How many different cards there are: one for each pupil of a class.
pub const CARDS: u8 = 50;

/// Modules of a side, without the frame.
pub const SIDE: usize = 5;

/// Modules of a side with the frame.
pub const FRAMED: usize = SIDE + 2;

/// The marks, row by row from the top left, the first module in the highest of 25 bits, with the side A up.
///
/// Any two of them, each turned any way, differ in eight modules at least, and so does each from itself when it is
/// turned (tested). Two misread modules are therefore put right, and it would take six to mistake one for another.
const MARKS: [u32; CARDS as usize] = [
    0x1b0_580f, 0x0c5_3edf, 0x184_1299, 0x1c7_ce0d, 0x0d7_5528, 0x1ee_5169, 0x105_c5cc, 0x0f8_cb83,
    0x0cf_5386, 0x1d6_22cf, 0x1a8_e27a, 0x0b7_523f, 0x12a_b10c, 0x1d0_f42c, 0x13c_9adc, 0x1f7_2fa8,
    0x134_2c82, 0x1cd_e8b2, 0x0a1_e488, 0x147_e593, 0x170_7d21, 0x1d5_8382, 0x0a3_de32, 0x02d_fd75,
    0x08d_1fea, 0x0fc_3d53, 0x0b6_f8e1, 0x08a_c57c, 0x0be_7eac, 0x0da_2ddc, 0x025_e2eb, 0x03d_48b9,
    0x03c_0352, 0x093_64bb, 0x15c_ab9b, 0x0f4_c4e4, 0x0ce_6c2f, 0x04f_b334, 0x032_3715, 0x020_b1fd,
    0x035_9205, 0x131_466e, 0x0d5_f289, 0x138_619d, 0x1d2_1ef3, 0x1c1_421a, 0x0c4_eb28, 0x14e_3701,
    0x0d1_380a, 0x016_9974,
];

/// The side of a card that is held up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// The side marked A.
    A,
    /// The side marked B: to the right of A.
    B,
    /// The side marked C: opposite of A.
    C,
    /// The side marked D: to the left of A.
    D,
}

impl Answer {
    /// All of them, in order around the card.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// Its letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
        }
    }
}

/// A pupil's card, by its number: 1 to [`CARDS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Card(u8);

impl Card {
    /// The card of a number.
    #[must_use]
    pub fn numbered(number: u8) -> Option<Self> {
        (1..=CARDS).contains(&number).then_some(Self(number))
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Every card.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=CARDS).map(Self)
    }

    /// Its 25 modules with the side A up; a bit that is set is a white module.
    #[must_use]
    pub fn modules(self) -> u32 {
        MARKS[usize::from(self.0) - 1]
    }

    /// Whether a module of the framed mark is black, by row and column from the top left, with the side A up.
    #[must_use]
    pub fn is_black(self, row: usize, column: usize) -> bool {
        let inside = 1..=SIDE;
        !(inside.contains(&row) && inside.contains(&column))
            || self.modules() >> (SIDE * SIDE - 1 - ((row - 1) * SIDE + column - 1)) & 1 == 0
    }

    /// The outline of the black modules as path data of SVG, in a square of [`FRAMED`] units.
    #[must_use]
    pub fn path(self) -> String {
        let mut path = String::new();
        for row in 0..FRAMED {
            let mut column = 0;
            while column < FRAMED {
                let run = (column..FRAMED)
                    .take_while(|at| self.is_black(row, *at))
                    .count();
                if run > 0 {
                    // A hair of overlap, so that no printer leaves a white line between rows.
                    path.push_str(&format!("M{column} {row}h{run}v1.02h-{run}z"));
                }
                column += run.max(1);
            }
        }
        path
    }
}

/// The modules after a quarter turn clockwise.
#[must_use]
pub fn turned(modules: u32) -> u32 {
    let mut out = 0;
    for row in 0..SIDE {
        for column in 0..SIDE {
            let from = (SIDE - 1 - column) * SIDE + row;
            out = out << 1 | (modules >> (SIDE * SIDE - 1 - from) & 1);
        }
    }
    out
}

/// At most so many modules may be misread.
const MENDED: u32 = 2;

/// The card whose mark these modules are, and how many quarter turns clockwise it is seen turned.
#[must_use]
pub fn recognise(modules: u32) -> Option<(Card, usize)> {
    let near = |(card, turns, mark): (Card, usize, u32)| {
        let off = (mark ^ modules).count_ones();
        (off <= MENDED).then_some((card, turns))
    };
    Card::all()
        .flat_map(|card| {
            let mut mark = card.modules();
            (0..4).map(move |turns| {
                let now = mark;
                mark = turned(mark);
                (card, turns, now)
            })
        })
        .find_map(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Modules in which any two marks differ, however they are turned.
    const APART: u32 = 8;

    #[test]
    fn marks_are_far_apart_however_they_are_turned() {
        let mut seen: Vec<u32> = Vec::new();
        for card in Card::all() {
            let mut mark = card.modules();
            for _ in 0..4 {
                for other in &seen {
                    assert!(
                        (mark ^ other).count_ones() >= APART,
                        "card {}",
                        card.number()
                    );
                }
                seen.push(mark);
                mark = turned(mark);
            }
            assert_eq!(mark, card.modules(), "four quarters are a whole turn");
        }
    }

    #[test]
    fn two_misread_modules_are_put_right_and_three_are_not_guessed() {
        for card in Card::all() {
            let twice = turned(turned(card.modules()));
            assert_eq!(recognise(twice ^ 0b1_0001), Some((card, 2)));
            assert_eq!(recognise(twice ^ 0b1_0101), None);
        }
    }

    #[test]
    fn the_path_covers_the_frame_and_leaves_white_modules_out() {
        let card = Card::numbered(1).unwrap();
        assert!(card.path().starts_with("M0 0h7v"));
        let black = (0..FRAMED).flat_map(|row| (0..FRAMED).map(move |column| (row, column)));
        let black = black
            .filter(|(row, column)| card.is_black(*row, *column))
            .count();
        assert_eq!(black, 49 - card.modules().count_ones() as usize);
    }

    #[test]
    fn no_card_has_a_number_that_is_not_printed() {
        assert!(Card::numbered(0).is_none() && Card::numbered(CARDS + 1).is_none());
    }
}
