//! The drawings: part files read once, made regular, and known by name.
//!
//! After [`load`] a part holds nothing but allowed shapes with resolved colours: smooth polygons are
//! curves, centre lines are tapered outlines, and every pivot that the stage needs is there.

pub(crate) mod brush;
mod cast;
mod colour;
mod elements;
mod hands;
mod join;
mod part;
mod pen;
mod read;
pub mod rig;
mod shape;
mod values;

use std::collections::BTreeMap;
use std::path::Path;

use kurbo::{Point, Rect};
use rayon::prelude::*;

use cast::Cast;
pub use cast::{Character, body_layer};
pub use colour::Rgb;
pub use hands::{SLEEVES, Tint};
pub use part::{Fault, Part, Slot};
pub use pen::path_data;
pub(crate) use pen::smooth;

pub use shape::{Node, Printer, Shared, suffix};

use crate::art::rig::{Rig, Wardrobe};
use crate::names::{CharacterNames, Names};

/// What the layers of a prop that show something on its screen begin with; one of them is drawn.
pub const SHOWS: &str = "shows-";

/// Every drawing of the library.
#[derive(Debug, Default)]
pub struct Art {
    /// Characters by name.
    pub characters: BTreeMap<String, Character>,
    /// Places by name.
    pub places: BTreeMap<String, Part>,
    /// Screens by name.
    pub screens: BTreeMap<String, Part>,
    /// Props and avatars by name.
    pub props: BTreeMap<String, Part>,
    /// Marks of feeling and speed: sweat, sparkles, dust.
    pub marks: BTreeMap<String, Part>,
}

/// What is wrong with the drawings, file by file.
pub type Faults = Vec<(std::path::PathBuf, String, Vec<Fault>)>;

/// Reads every part file below `root` (`assets/art`).
///
/// A part with faults is left out, so that check can still name what refers to it.
#[must_use]
pub fn load(root: &Path) -> (Art, Faults) {
    let mut faults = Faults::new();
    let (cast, cast_faults) = Cast::read(&root.join("cast.toml"));
    if !cast_faults.1.is_empty() {
        faults.push((root.join("cast.toml"), cast_faults.0, cast_faults.1));
    }
    let mut parts = |folder: &str, needs: &dyn Fn(&Part) -> Vec<Fault>| {
        let mut found = BTreeMap::new();
        for (name, file, text) in part::files(&root.join(folder)) {
            let (part, mut wrong) = match text {
                Ok(ref text) => read::parse(&name, text),
                Err(ref fault) => (None, vec![fault.clone()]),
            };
            if let Some(part) = &part {
                wrong.extend(needs(part));
            }
            if wrong.is_empty()
                && let Some(part) = part
            {
                found.insert(name, part);
            } else {
                faults.push((file, text.unwrap_or_default(), wrong));
            }
        }
        found
    };
    let places = parts("places", &|p| {
        p.lacks(&["floor", "horizon"], &["far", "mid"])
    });
    let mut screens = parts("screens", &|p| p.lacks(&[], &["mid"]));
    screens.values_mut().for_each(Part::bare);
    let props = parts("props", &|_| Vec::new());
    let figures = parts("characters", &cast::lacks);
    let bodies = parts("bodies", &|_| Vec::new());
    let marks = parts("marks", &|_| Vec::new());
    let rig_file = root.join("bodies/rig.toml");
    let (rig, rig_read) = cast::toml_file::<Rig>(
        &rig_file,
        "builds and poses are described at the top of the file",
    );
    if !rig_read.1.is_empty() {
        faults.push((rig_file, rig_read.0, rig_read.1));
    }
    let shared = |name: &str| bodies.get(name);
    let wardrobe = match (shared("hands"), shared("feet"), shared("clothes")) {
        (Some(hands), Some(feet), Some(clothes)) => Some(Wardrobe {
            hands,
            feet,
            clothes,
            chair: shared("wheelchair"),
        }),
        _ => None,
    };
    let characters = figures
        .into_par_iter()
        .map(|(id, part)| {
            let character = cast.character(&id, part, &rig, wardrobe.as_ref());
            (id, character)
        })
        .collect();
    (
        Art {
            characters,
            places,
            screens,
            props,
            marks,
        },
        faults,
    )
}

impl Art {
    /// All that check needs to know.
    #[must_use]
    pub fn names(&self) -> Names {
        Names {
            characters: self
                .characters
                .iter()
                .map(|(id, character)| {
                    let names = CharacterNames {
                        name: character.name.clone(),
                        poses: character.poses(),
                        faces: character.part.suffixes("face-"),
                        profile: character.part.suffixes("profile-face-"),
                        back: character.part.layer("back-head").is_some(),
                        wears: character.wears.clone(),
                    };
                    (id.clone(), names)
                })
                .collect(),
            places: self
                .places
                .iter()
                .map(|(id, place)| (id.clone(), place.suffixes("near-")))
                .collect(),
            screens: self
                .screens
                .iter()
                .map(|(id, screen)| (id.clone(), screen.slots().map(str::to_owned).collect()))
                .collect(),
            props: self
                .props
                .iter()
                .map(|(id, prop)| (id.clone(), prop.suffixes(SHOWS)))
                .collect(),
            marks: self
                .marks
                .values()
                .flat_map(|part| part.suffixes(""))
                .collect(),
        }
    }
}

/// The box around several boxes; `None` of none.
pub(crate) fn around(boxes: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    boxes.into_iter().reduce(|a, b| a.union(b))
}

/// The middle of a box's lower edge.
#[must_use]
pub fn foot(of: Rect) -> Point {
    Point::new(of.center().x, of.y1)
}
