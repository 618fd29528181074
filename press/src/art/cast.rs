//! The cast: which characters there are, by which name readers know them, what they wear, and what
//! their files must hold.
#![expect(clippy::disallowed_methods, reason = "this is where files are read")]

use std::collections::BTreeMap;
use std::path::Path;

use kurbo::Point;
use vac_xin_so::model::Text;

use super::brush::Palette;
use super::hands::Tint;
use super::part::{Fault, Part};
use super::rig::{self, Grip, Rig, Sleeves, Wardrobe, Wear};
use super::shape::Node;
use crate::names::HOME;
use crate::staging::View;

/// A character: its name and its drawings.
#[derive(Debug)]
pub struct Character {
    /// The name that readers know it by.
    pub name: Text,
    /// Heads, faces and poses.
    pub part: Part,
    /// From chin to crown, in part units, without what rises above the head's own shape.
    pub head: kurbo::Rect,
    /// What is held in a pose, by the pose's layer.
    pub grips: BTreeMap<String, Grip>,
    /// How a pose turns the head, in degrees, by the pose's layer.
    pub nods: BTreeMap<String, f64>,
    /// The outfits.
    pub wears: Vec<String>,
    /// The colours of long sleeves, by outfit.
    pub sleeves: BTreeMap<String, Tint>,
}

/// The layer of a body: from where it is seen, what it does, what it wears.
#[must_use]
pub fn body_layer(view: View, pose: &str, wear: &str) -> String {
    let outfit = if wear == HOME {
        String::new()
    } else {
        format!(".{wear}")
    };
    format!("{}pose-{pose}{outfit}", view.prefix())
}

impl Character {
    pub(super) fn new(name: Text, mut part: Part) -> Self {
        let head = part.bounds("head").unwrap_or_default();
        for pose in part.suffixes("pose-") {
            if let Some(neck) = part.pivot(&format!("{pose}-neck")) {
                part.pivots.insert(format!("pose-{pose}-neck"), neck);
            }
        }
        Self {
            name,
            part,
            head,
            grips: BTreeMap::new(),
            nods: BTreeMap::new(),
            wears: vec![HOME.to_owned()],
            sleeves: BTreeMap::new(),
        }
    }

    /// The poses that an author may name.
    pub(super) fn poses(&self) -> Vec<String> {
        let mut poses = self.part.suffixes("pose-");
        poses.retain(|pose| !pose.contains('.'));
        poses
    }

    /// Gives the character a body in every pose, view and outfit.
    fn embody(&mut self, rig: &Rig, build: &rig::Build, role: &Role, wardrobe: &Wardrobe<'_>) {
        self.wears = role.wears.keys().cloned().collect();
        let views = [View::Front, View::Profile, View::Back]
            .into_iter()
            .filter(|view| self.part.layer(&format!("{}head", view.prefix())).is_some());
        let mut drawn: Vec<(String, Node, Point)> = Vec::new();
        for view in views {
            for (wear, outfit) in &role.wears {
                let mut palette = Palette {
                    colours: self.part.palette.clone(),
                };
                for (class, colour) in &outfit.colours {
                    if let Ok(colour) = colour.parse() {
                        palette.colours.insert(class.clone(), colour);
                    }
                }
                let tops = ["top", "top-shade"].map(|class| palette.colours.get(class));
                if let (Sleeves::Long, [Some(colour), Some(shade)]) = (outfit.sleeves, tops) {
                    let (colour, shade) = (*colour, *shade);
                    self.sleeves.insert(wear.clone(), Tint { colour, shade });
                }
                for (name, pose) in &rig.pose {
                    let body = rig::draw(build, pose, view, outfit, &palette, wardrobe, role.chair);
                    let layer = body_layer(view, name, wear);
                    if let Some(grip) = body.grip {
                        self.grips.insert(layer.clone(), grip);
                    }
                    self.nods.insert(layer.clone(), body.nod);
                    let halves = vec![
                        Node::bundle("behind", body.under),
                        Node::bundle("front", body.over),
                    ];
                    drawn.push((layer, Node::bundle("body", halves), body.neck));
                }
            }
        }
        for (layer, node, neck) in drawn {
            self.part.pivots.insert(format!("{layer}-neck"), neck);
            self.part.layers.push((layer, node));
        }
    }
}

/// What is missing in a character's file before the stage can use it.
pub(super) fn lacks(part: &Part) -> Vec<Fault> {
    let mut faults = part.lacks(&["neck", "mouth"], &["back-hair", "head", "front-hair"]);
    if part.suffixes("face-").is_empty() {
        faults.push(Fault::whole(
            "no group “face-…”",
            "a character has at least one face",
        ));
    }
    for pose in part.suffixes("pose-") {
        if part.pivot(&format!("{pose}-neck")).is_none() {
            faults.push(Fault::whole(
                format!("no pivot “pivot-{pose}-neck”"),
                format!("add <circle id=\"pivot-{pose}-neck\" cx=\"…\" cy=\"…\" r=\"0\"/> where the head sits in the pose “{pose}”"),
            ));
        }
    }
    faults
}

/// An entry of `cast.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    vi: String,
    en: String,
    /// A build of `bodies/rig.toml`; without it the file draws its own poses.
    #[serde(default)]
    build: Option<String>,
    /// Sits in a wheelchair.
    #[serde(default)]
    chair: bool,
    #[serde(default)]
    wears: BTreeMap<String, Wear>,
}

/// The cast, from `cast.toml`.
#[derive(Debug, Default)]
pub(super) struct Cast {
    roles: BTreeMap<String, Role>,
}

/// A file's text and what is wrong with it.
pub(super) type Read = (String, Vec<Fault>);

/// Reads a TOML file; a missing file is an empty one.
pub(super) fn toml_file<T: Default + serde::de::DeserializeOwned>(
    file: &Path,
    hint: &str,
) -> (T, Read) {
    let Ok(text) = std::fs::read_to_string(file) else {
        return (T::default(), Read::default());
    };
    match toml::from_str(&text) {
        Ok(value) => (value, (text, Vec::new())),
        Err(error) => {
            let fault = Fault {
                range: error.span().unwrap_or(0..0),
                message: error.message().to_owned(),
                hint: hint.to_owned(),
            };
            (T::default(), (text, vec![fault]))
        }
    }
}

impl Cast {
    /// Reads the file; a missing file is an empty cast.
    pub(super) fn read(file: &Path) -> (Self, Read) {
        let (roles, read) = toml_file(
            file,
            "an entry is: [mai] vi = \"Mai\" en = \"Mai\" build = \"child\"",
        );
        (Self { roles }, read)
    }

    /// A character from its heads and faces; its id is its name where the cast does not tell.
    pub(super) fn character(
        &self,
        id: &str,
        part: Part,
        rig: &Rig,
        wardrobe: Option<&Wardrobe<'_>>,
    ) -> Character {
        let Some(role) = self.roles.get(id) else {
            return Character::new(Text::new(id, id), part);
        };
        let mut character = Character::new(Text::new(role.vi.as_str(), role.en.as_str()), part);
        let build = role.build.as_ref().and_then(|name| rig.build.get(name));
        if let (Some(build), Some(wardrobe)) = (build, wardrobe) {
            character.embody(rig, build, role, wardrobe);
        }
        character
    }
}
