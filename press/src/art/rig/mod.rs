//! The rig: one body a build, one pose a line, dressed by every character.
//!
//! Part space: a head is 312 units tall, the floor between the feet is 0,0, x right, y down; everybody
//! faces right. The rig knows nothing of panels: it draws a body, and says where neck and hands are.

mod body;
mod clothes;
mod dress;
mod limb;
mod paint;
mod read;

pub use body::{Body, Grip, Wardrobe, draw};
pub use dress::{Sleeves, Trousers, Wear};
pub use read::{Arm, Build, HandSide, Hold, Pose, Rig};
