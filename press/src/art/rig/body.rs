//! Drawing a body: joints from a pose, limbs around them, clothes over them.

use kurbo::{Affine, Point, Vec2};

use super::dress::{Sleeves, Trousers, Wear};
use super::limb::{Limb, Tube, across, hang, unit};
use super::paint::{self, BOTTOM, INNER, OUTER, SKIN, TOP};
use super::read::{Arm, Build, HandSide, Pose};
use crate::art::brush::{Brush, Palette};
use crate::art::{Node, Part};
use crate::staging::View;

/// A body in a pose.
#[derive(Debug)]
pub struct Body {
    /// What lies under the head.
    pub under: Vec<Node>,
    /// What lies over the head and over what is held.
    pub over: Vec<Node>,
    /// Where the chin is.
    pub neck: Point,
    /// How the head is turned by the pose, in degrees.
    pub nod: f64,
    /// Where something is held.
    pub grip: Option<Grip>,
}

/// Something in the hand.
#[derive(Clone, Debug)]
pub struct Grip {
    /// The prop.
    pub what: String,
    /// From the prop's space to part space.
    pub put: Affine,
}

/// The shared drawings: hands, feet, and what lies on a chest.
#[derive(Debug)]
pub struct Wardrobe<'a> {
    /// `bodies/hands.svg`.
    pub hands: &'a Part,
    /// `bodies/feet.svg`.
    pub feet: &'a Part,
    /// `bodies/clothes.svg`.
    pub clothes: &'a Part,
    /// `bodies/wheelchair.svg`: layers `back` and `front`, the seat's middle at 0,0.
    pub chair: Option<&'a Part>,
}

/// The joints of a body.
pub(super) struct Joints {
    pub(super) hip: Point,
    pub(super) neck: Point,
    pub(super) chin: Point,
    pub(super) up: Vec2,
    pub(super) side: Vec2,
    pub(super) arms: [[Point; 3]; 2],
    pub(super) legs: [[Point; 3]; 2],
}

/// How wide near and far half of a body are seen, against its real half width.
pub(super) const fn halves(view: View) -> [f64; 2] {
    match view {
        View::Front => [0.97, 0.84],
        View::Profile => [0.52, 0.62],
        View::Back => [0.9, 0.9],
    }
}

/// A back bent less than this, in degrees, leaves the hips level.
const LEVEL: f64 = 25.0;

impl Joints {
    fn new(build: &Build, pose: &Pose, view: View) -> Self {
        let lean = (pose.lean + build.stoop).to_radians();
        let up = Vec2::new(lean.sin(), -lean.cos());
        let side = Vec2::new(-up.y, up.x);
        let [near, far] = halves(view);
        let joint = if view == View::Profile { 0.12 } else { 1.0 };
        let hip = Point::new(-pose.sway, 0.0);
        let neck = hip + up * build.torso + Vec2::new(pose.sway, 0.0);
        let shoulder = neck - up * build.torso * 0.085;
        let roots = [
            shoulder - side * build.shoulders * near * 0.86 * joint,
            shoulder + side * build.shoulders * far * 0.86 * joint,
        ];
        let two = |root: Point, angles: [f64; 2], lengths: [f64; 2]| {
            let middle = root + hang(angles[0]) * lengths[0];
            [root, middle, middle + hang(angles[1]) * lengths[1]]
        };
        // Who stands keeps the hips level, so that stances are the same whatever the back does.
        let level = if pose.seat.is_none() && lean.abs() < LEVEL.to_radians() {
            Vec2::new(1.0, 0.0)
        } else {
            side
        };
        let hips = [
            hip - level * build.hips * 0.5 * near * joint,
            hip + level * build.hips * 0.52 * far * joint,
        ];
        let leg = [build.thigh * pose.thighs, build.shin];
        let mut joints = Self {
            hip,
            neck,
            chin: neck + up * build.neck,
            up,
            side,
            arms: [
                two(
                    roots[0],
                    pose.near.arm,
                    build.arm.map(|long| long * pose.near.reach),
                ),
                two(
                    roots[1],
                    pose.far.arm,
                    build.arm.map(|long| long * pose.far.reach),
                ),
            ],
            legs: [
                two(hips[0], pose.legs[0], leg),
                two(hips[1], pose.legs[1], leg),
            ],
        };
        // Down to the floor: on the lower foot, or on a seat.
        let lowest = joints.legs.iter().map(|l| l[2].y).fold(f64::MIN, f64::max) + build.ankle;
        let drop = match pose.seat {
            Some(seat) => -seat * (build.shin + build.ankle) - build.hips * 0.42 - joints.hip.y,
            None => -lowest - pose.jump,
        };
        joints.shift(Vec2::new(0.0, drop));
        // Who sits rises by what would sink into the floor.
        if pose.seat.is_some() {
            let elbows = joints.arms.iter().map(|a| a[1].y + build.arm_width[1]);
            let feet = joints.legs.iter().map(|l| l[2].y + build.ankle);
            let hips = joints.hip.y + joints.side.y.abs() * build.hips * 1.1;
            let sunk = elbows.chain(feet).fold(hips.max(0.0), f64::max);
            joints.shift(Vec2::new(0.0, -sunk));
        }
        joints
    }

    fn shift(&mut self, by: Vec2) {
        let points = [&mut self.hip, &mut self.neck, &mut self.chin];
        for point in points
            .into_iter()
            .chain(self.arms.iter_mut().flatten())
            .chain(self.legs.iter_mut().flatten())
        {
            *point += by;
        }
    }
}

/// The height of a wheelchair's seat, in lengths of a lower leg.
const CHAIR: f64 = 1.12;

/// The same pose, sitting in a wheelchair.
fn seated(pose: &Pose) -> Pose {
    Pose {
        lean: pose.lean.clamp(-4.0, 8.0),
        sway: 0.0,
        legs: [[78.0, 10.0], [70.0, 4.0]],
        seat: Some(CHAIR),
        jump: 0.0,
        thighs: 1.0,
        crossed: false,
        nod: 0.0,
        ..pose.clone()
    }
}

/// Draws a body.
#[must_use]
pub fn draw(
    build: &Build,
    pose: &Pose,
    view: View,
    wear: &Wear,
    palette: &Palette,
    wardrobe: &Wardrobe<'_>,
    chair: bool,
) -> Body {
    let seated = chair.then(|| seated(pose));
    let pose = seated.as_ref().unwrap_or(pose);
    let mut joints = Joints::new(build, pose, view);
    // Limbs are drawn from the hips, in whole units: what two poses have in common is then the same drawing.
    let hips = joints.hip.round();
    joints.shift(-hips.to_vec2());
    let drawing = Drawing {
        build,
        pose,
        view,
        wear,
        palette,
        wardrobe,
        joints: &joints,
    };
    let (mut under, mut over) = (Brush::new(palette), Brush::new(palette));
    let seat = |layer: &str| {
        let part = wardrobe.chair.filter(|_| chair)?;
        let put = Affine::translate(joints.hip.to_vec2());
        palette.dressed(layer, part, put)
    };
    under.push(seat("back"));
    let behind = view == View::Back;
    let near_over = pose.near.over && !behind;
    let far_over = pose.far.over && !behind;
    let near = |brush: &mut Brush<'_>| drawing.arm(brush, &pose.near, 0);
    let far = |brush: &mut Brush<'_>| drawing.arm(brush, &pose.far, 1);
    if !pose.far.front || behind {
        far(&mut under);
    }
    if behind {
        near(&mut under);
    }
    if wear.legs == Trousers::Tunic {
        under.piece(Point::ZERO, TOP, |brush| drawing.tunic_back(brush));
    }
    let legs = |brush: &mut Brush<'_>| {
        drawing.leg(brush, 1);
        drawing.leg(brush, 0);
    };
    let lap = pose.crossed && view == View::Front;
    if !lap {
        legs(&mut under);
    }
    under.piece(Point::ZERO, SKIN, |brush| drawing.neck(brush));
    drawing.torso(&mut under);
    if lap {
        legs(&mut under);
    }
    if pose.far.front && !behind {
        far(if far_over { &mut over } else { &mut under });
    }
    if !behind {
        near(if near_over { &mut over } else { &mut under });
    }
    under.push(seat("front"));
    Body {
        under: under.moved(hips),
        over: over.moved(hips),
        neck: joints.chin + hips.to_vec2(),
        nod: pose.nod + pose.lean * 0.25,
        grip: drawing.grip().map(|grip| Grip {
            put: Affine::translate(hips.to_vec2()) * grip.put,
            ..grip
        }),
    }
}

pub(super) struct Drawing<'a> {
    pub(super) build: &'a Build,
    pub(super) pose: &'a Pose,
    pub(super) view: View,
    pub(super) wear: &'a Wear,
    pub(super) palette: &'a Palette,
    pub(super) wardrobe: &'a Wardrobe<'a>,
    pub(super) joints: &'a Joints,
}

/// Where a limb grows from, in whole units, and its joints as seen from there.
fn rooted(joints: [Point; 3]) -> (Point, [Point; 3]) {
    let root = joints[0].to_vec2();
    (joints[0].round(), joints.map(|joint| joint - root))
}

impl Drawing<'_> {
    fn arm(&self, brush: &mut Brush<'_>, arm: &Arm, which: usize) {
        let (root, joints) = rooted(self.joints.arms[which]);
        let body = self.joints.hip - root.to_vec2();
        let widths = self.build.arm_width;
        // The skin begins inside of the sleeve, or it would show at the shoulder.
        let hidden = joints[0].lerp(joints[1], 0.36);
        let skin = Limb::new([hidden, joints[1], joints[2]], widths);
        let (wrist, along) = skin.end();
        let hand = self.hand(arm, wrist + root.to_vec2(), along);
        match self.wear.sleeves {
            Sleeves::Short => {
                brush.piece(root, SKIN, |brush| paint::limb(brush, &skin, SKIN));
                brush.push(hand);
                let sleeve = Tube {
                    from: joints[0],
                    to: joints[0].lerp(joints[1], 0.62),
                    root: widths[0] * 1.14,
                    hem: widths[1] + 13.0,
                    body: Some(body),
                };
                brush.piece(root, TOP, |brush| paint::tube(brush, &sleeve, TOP));
            }
            Sleeves::Long => {
                brush.push(hand);
                let cuff = joints[2] - unit(joints[2] - joints[1]) * 8.0;
                let wide = [widths[0] * 1.16, widths[1] + 8.0, widths[2] + 8.0];
                let sleeve = Limb::new([joints[0], joints[1], cuff], wide).rounded(body);
                let n = across(along);
                let lip = [cuff + n * wide[2], cuff + along * 4.0, cuff - n * wide[2]];
                let inner = joints[1] + n * widths[1] * 0.4;
                let fold = [
                    inner - n * 18.0 - along * 6.0,
                    inner,
                    inner + n * 6.0 + along * 10.0,
                ];
                brush.piece(root, TOP, |brush| {
                    paint::limb(brush, &sleeve, TOP);
                    brush.line(&lip, OUTER * 0.85, (0.7, 0.7));
                    brush.line(&fold, INNER, (0.2, 0.1));
                });
            }
        }
    }

    fn hand(&self, arm: &Arm, wrist: Point, along: Vec2) -> Option<Node> {
        let name = if self.view == View::Back && arm.hand == "palm" {
            "back"
        } else {
            &arm.hand
        };
        let angle = along.atan2().to_degrees() + arm.turn;
        // The thumb looks forward and up, as arms hang and as they are lifted.
        let hangs = along.y > 0.25;
        let forward = if hangs {
            along.x >= -0.2
        } else {
            along.x > 0.55
        };
        let flip = if forward { 1.0 } else { -1.0 };
        let size = self.build.hand;
        let put = Affine::translate(wrist.to_vec2())
            * Affine::rotate(angle.to_radians())
            * Affine::scale_non_uniform(size, size * flip);
        self.palette
            .dressed(name, self.wardrobe.hands, put)
            .or_else(|| self.palette.dressed("relaxed", self.wardrobe.hands, put))
    }

    fn leg(&self, brush: &mut Brush<'_>, which: usize) {
        let (root, joints) = rooted(self.joints.legs[which]);
        let widths = self.build.leg_width;
        let skin = Limb::new(joints, widths);
        let (ankle, along) = skin.end();
        let foot = self.foot(ankle + root.to_vec2(), along);
        match self.wear.legs {
            Trousers::Shorts | Trousers::Skirt => {
                brush.piece(root, SKIN, |brush| paint::limb(brush, &skin, SKIN));
                // Crossed, the shin lies before the thigh and its trouser.
                let lap = self.pose.crossed && self.view == View::Front;
                let (before, after) = if lap { (None, foot) } else { (foot, None) };
                brush.push(before);
                let trouser = Tube {
                    from: joints[0],
                    to: joints[0].lerp(joints[1], 0.86),
                    root: widths[0] * 1.12,
                    hem: widths[1] + 20.0,
                    body: None,
                };
                brush.piece(root, BOTTOM, |brush| paint::tube(brush, &trouser, BOTTOM));
                if lap {
                    let [_, knee, ankle] = joints;
                    let half = knee.lerp(ankle, 0.5);
                    let calf = [widths[1], widths[1] * 0.96, widths[2]];
                    let shin = Limb::new([knee, half, ankle], calf);
                    brush.piece(root, SKIN, |brush| paint::limb(brush, &shin, SKIN));
                }
                brush.push(after);
            }
            Trousers::Long | Trousers::Tunic => {
                brush.push(foot);
                let cuff = joints[2] - along * 4.0;
                let wide = [widths[0] * 1.1, widths[1] + 10.0, widths[2] + 15.0];
                let leg = Limb::new([joints[0], joints[1], cuff], wide);
                let n = across(along);
                let hem = [cuff + n * wide[2], cuff + along * 5.0, cuff - n * wide[2]];
                let fold = [joints[1] - n * 20.0, joints[1] + n * 4.0 + along * 8.0];
                brush.piece(root, BOTTOM, |brush| {
                    paint::limb(brush, &leg, BOTTOM);
                    brush.line(&hem, OUTER * 0.85, (0.7, 0.7));
                    brush.line(&fold, INNER, (0.2, 0.1));
                });
            }
        }
    }

    fn foot(&self, ankle: Point, along: Vec2) -> Option<Node> {
        let feet = self.wardrobe.feet;
        let name = self.wear.feet.as_deref().unwrap_or("shoe");
        // Feet on the floor lie flat; feet in the air follow the leg.
        let flat = along.y > 0.8 && ankle.y > -self.build.ankle * 2.0;
        let angle = if flat {
            0.0
        } else if self.pose.crossed {
            // The toes look down a little, whichever way the foot goes.
            if along.x > 0.0 { 0.2 } else { -0.2 }
        } else {
            along.atan2() - std::f64::consts::FRAC_PI_2
        };
        let size = self.build.foot;
        // A leg that lies to the back turns its toes up, not into the floor.
        let flip = if along.x < -0.8 && self.pose.seat.is_some() {
            -1.0
        } else {
            1.0
        };
        let put = Affine::translate(ankle.to_vec2())
            * Affine::rotate(angle)
            * Affine::scale_non_uniform(size * flip, size);
        self.palette.dressed(name, feet, put)
    }

    fn neck(&self, brush: &mut Brush<'_>) {
        let Joints {
            neck,
            chin,
            side,
            up,
            ..
        } = *self.joints;
        let half = self.build.shoulders * 0.31;
        let top = chin + up * 26.0;
        let base = neck - up * 26.0;
        let left = [
            top - side * half,
            neck - side * half * 1.04,
            base - side * half * 1.3,
        ];
        let right = [
            top + side * half,
            neck + side * half * 0.98,
            base + side * half * 1.2,
        ];
        let ring = [
            left[0], left[0], left[1], left[2], left[2], right[2], right[2], right[1], right[0],
            right[0],
        ];
        brush.fill(&ring, "skin", 1.0);
        let shade = [
            left[0],
            left[0],
            right[0],
            right[0],
            right[1] - up * 10.0,
            neck - up * 18.0 + side * half * 0.2,
            left[1] + up * 6.0,
        ];
        brush.fill(&shade, "skin-shade", 0.9);
        brush.line(&left, OUTER * 0.85, (0.4, 0.3));
        brush.line(&right, OUTER * 0.85, (0.4, 0.3));
    }

    fn grip(&self) -> Option<Grip> {
        let hold = self
            .pose
            .hold
            .as_ref()
            .filter(|_| self.view != View::Back)?;
        let arm = self.joints.arms[match hold.hand {
            HandSide::Near => 0,
            HandSide::Far => 1,
        }];
        let along = unit(arm[2] - arm[1]);
        let put = Affine::translate((arm[2] + along * hold.out).to_vec2() + Vec2::new(0.0, -18.0))
            * Affine::rotate(hold.turn.to_radians())
            * Affine::scale(hold.scale);
        Some(Grip {
            what: hold.what.clone(),
            put,
        })
    }
}
