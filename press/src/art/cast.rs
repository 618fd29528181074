//! The cast: which characters there are, by which name readers know them, and what their files must
//! hold.
#![expect(clippy::disallowed_methods, reason = "this is where files are read")]

use std::collections::BTreeMap;
use std::path::Path;

use vac_xin_so::model::Text;

use super::part::{Fault, Part};

/// A character: its name and its drawings.
#[derive(Debug)]
pub struct Character {
    /// The name that readers know it by.
    pub name: Text,
    /// Heads, faces and poses.
    pub part: Part,
    /// From chin to crown, in part units, without what rises above the head's own shape.
    pub head: kurbo::Rect,
}

impl Character {
    pub(super) fn new(name: Text, part: Part) -> Self {
        let head = part.bounds("head").unwrap_or_default();
        Self { name, part, head }
    }
}

/// What is missing in a character's file before the stage can use it.
pub(super) fn lacks(part: &Part) -> Vec<Fault> {
    let mut faults = part.lacks(&["neck", "mouth"], &["back-hair", "head", "front-hair"]);
    for needed in ["pose-", "face-"] {
        if part.suffixes(needed).is_empty() {
            faults.push(Fault::whole(
                format!("no group “{needed}…”"),
                "a character has at least one pose and one face",
            ));
        }
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

/// A line of `cast.toml`.
#[derive(serde::Deserialize)]
struct Name {
    vi: String,
    en: String,
}

/// The names of the cast, from `cast.toml`: `mai = { vi = "Mai", en = "Mai" }`.
#[derive(Debug, Default)]
pub(super) struct Cast(BTreeMap<String, Text>);

impl Cast {
    /// Reads the file; a missing file is an empty cast.
    pub(super) fn read(file: &Path) -> (Self, (String, Vec<Fault>)) {
        let Ok(text) = std::fs::read_to_string(file) else {
            return (Self::default(), (String::new(), Vec::new()));
        };
        match toml::from_str::<BTreeMap<String, Name>>(&text) {
            Ok(names) => {
                let names = names
                    .into_iter()
                    .map(|(id, name)| (id, Text::new(name.vi, name.en)))
                    .collect();
                (Self(names), (text, Vec::new()))
            }
            Err(error) => {
                let fault = Fault {
                    range: error.span().unwrap_or(0..0),
                    message: error.message().to_owned(),
                    hint: "a line is: mai = { vi = \"Mai\", en = \"Mai\" }".to_owned(),
                };
                (Self::default(), (text, vec![fault]))
            }
        }
    }

    /// The name of a character; its id where the cast does not tell.
    pub(super) fn name(&self, id: &str) -> Text {
        self.0.get(id).cloned().unwrap_or_else(|| Text::new(id, id))
    }
}
