//! What a character wears: cuts and colours, drawn over the same body.

use std::collections::BTreeMap;

use serde::Deserialize;

/// An outfit.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Wear {
    /// The top's sleeves.
    pub sleeves: Sleeves,
    /// What covers the legs.
    pub legs: Trousers,
    /// A drawing of `bodies/feet.svg`.
    pub feet: Option<String>,
    /// Drawings of `bodies/clothes.svg` on the chest, from back to front.
    pub on: Vec<String>,
    /// Colours that differ from the character's own, by class.
    pub colours: BTreeMap<String, String>,
}

/// How long sleeves are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sleeves {
    /// Above the elbow.
    #[default]
    Short,
    /// To the wrist.
    Long,
}

/// How legs are covered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trousers {
    /// Above the knee.
    #[default]
    Shorts,
    /// To the ankle.
    Long,
    /// A skirt to the knee.
    Skirt,
    /// A long tunic over long trousers: áo dài.
    Tunic,
}
