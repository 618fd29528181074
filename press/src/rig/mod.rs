//! The rig: one body a build, one pose a line, dressed by every character.
//!
//! Part space: a head is 312 units tall, the floor between the feet is 0,0, x right, y down; everybody
//! faces right. The rig knows nothing of panels: it draws a body, and says where neck and hands are.

mod body;
mod dress;
mod limb;
mod read;

pub use body::{Body, Grip, Wardrobe, draw};
pub use dress::{Sleeves, Trousers, Wear};
pub use read::{Arm, Build, HandSide, Hold, Pose, Rig};

/// From where a figure is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Three quarters from the front: the usual one.
    #[default]
    Front,
    /// From the side.
    Profile,
    /// From behind.
    Back,
}

impl View {
    /// The word in front of a layer of heads.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Front => "",
            Self::Profile => "profile-",
            Self::Back => "back-",
        }
    }
}
