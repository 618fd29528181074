//! What there is to draw with, by name: all that check needs to know of the art.

use std::collections::BTreeMap;

use vac_xin_so::model::Text;

/// The outfit that an author need not name.
pub const HOME: &str = "home";

/// The names of all parts.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Characters by file name without ending.
    pub characters: BTreeMap<String, CharacterNames>,
    /// Places, each with the names of its foregrounds.
    pub places: BTreeMap<String, Vec<String>>,
    /// Screens, each with its places for words.
    pub screens: BTreeMap<String, Vec<String>>,
    /// Props and avatars, each with what its screen can show (nothing, if it has none).
    pub props: BTreeMap<String, Vec<String>>,
    /// Marks of feeling and speed.
    pub marks: Vec<String>,
}

/// What a character can do.
#[derive(Clone, Debug)]
pub struct CharacterNames {
    /// The name that readers know it by.
    pub name: Text,
    /// Its poses.
    pub poses: Vec<String>,
    /// Its expressions.
    pub faces: Vec<String>,
    /// Its expressions from the side; empty if it is not drawn so.
    pub profile: Vec<String>,
    /// Whether it is drawn from behind.
    pub back: bool,
    /// Its outfits.
    pub wears: Vec<String>,
}
