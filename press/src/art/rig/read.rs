//! Builds and poses as artists keep them: `assets/art/bodies/rig.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Every build and pose.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rig {
    /// Builds by name.
    pub build: BTreeMap<String, Build>,
    /// Poses by name.
    pub pose: BTreeMap<String, Pose>,
}

/// The measures of a body, in part units; widths are half widths.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Build {
    /// From hip to knee.
    pub thigh: f64,
    /// From knee to ankle.
    pub shin: f64,
    /// From ankle to floor.
    pub ankle: f64,
    /// From hips to the neck's base.
    pub torso: f64,
    /// From the neck's base to the chin.
    pub neck: f64,
    /// Half the width there.
    pub shoulders: f64,
    /// Half the width there.
    pub chest: f64,
    /// Half the width there.
    pub waist: f64,
    /// Half the width there.
    pub hips: f64,
    /// Upper and lower arm.
    pub arm: [f64; 2],
    /// At shoulder, elbow and wrist.
    pub arm_width: [f64; 3],
    /// At hip, knee and ankle.
    pub leg_width: [f64; 3],
    /// The size of hands, against the drawn ones.
    pub hand: f64,
    /// The size of feet, against the drawn ones.
    pub foot: f64,
    /// Degrees by which the back is bent.
    #[serde(default)]
    pub stoop: f64,
}

/// What a body does. Angles in degrees: 0 hangs straight down, positive is forward, 180 straight up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Pose {
    /// The back, from upright.
    #[serde(default)]
    pub lean: f64,
    /// How far the hips are pushed to the near side, in part units.
    #[serde(default)]
    pub sway: f64,
    /// The arm towards the viewer.
    pub near: Arm,
    /// The other arm.
    pub far: Arm,
    /// Near and far leg: thigh and shin.
    pub legs: [[f64; 2]; 2],
    /// How long thighs are seen: less than 1 where knees point to the viewer.
    #[serde(default = "whole")]
    pub thighs: f64,
    /// Sits with crossed legs: they lie before the body, and the feet go on where the shins point.
    #[serde(default)]
    pub crossed: bool,
    /// Sits: the seat's height in lengths of a lower leg.
    #[serde(default)]
    pub seat: Option<f64>,
    /// So many units above the floor.
    #[serde(default)]
    pub jump: f64,
    /// The head, against upright.
    #[serde(default)]
    pub nod: f64,
    /// What the hands hold.
    #[serde(default)]
    pub hold: Option<Hold>,
}

/// As long as it is.
const fn whole() -> f64 {
    1.0
}

/// An arm.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Arm {
    /// Upper and lower arm.
    pub arm: [f64; 2],
    /// The drawn hand at its end.
    pub hand: String,
    /// The hand against the lower arm.
    #[serde(default)]
    pub turn: f64,
    /// How long it is seen: less than 1 where it points to or from the viewer.
    #[serde(default = "whole")]
    pub reach: f64,
    /// Whether it lies over the head and over what is held.
    #[serde(default)]
    pub over: bool,
    /// Whether a far arm lies over the body.
    #[serde(default)]
    pub front: bool,
}

/// A thing in the hand.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Hold {
    /// The prop, unless the story gives another.
    pub what: String,
    /// Which hand.
    pub hand: HandSide,
    /// Its size: 1 = 200 part units.
    pub scale: f64,
    /// Turned clockwise, in degrees.
    #[serde(default)]
    pub turn: f64,
    /// How far before the wrist its middle is.
    #[serde(default)]
    pub out: f64,
}

/// A side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandSide {
    /// Towards the viewer.
    Near,
    /// The other one.
    Far,
}
