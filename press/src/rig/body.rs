//! Drawing a body: joints from a pose, limbs around them, clothes over them.

use kurbo::{Affine, Point, Vec2};

use super::View;
use super::dress::{Sleeves, Trousers, Wear};
use super::limb::{Limb, across, hang, tube, unit};
use super::read::{Arm, Build, HandSide, Pose};
use crate::art::brush::{Brush, Palette};
use crate::art::{Node, Part};

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

/// Outer contours and inner lines, in part units.
const OUTER: f64 = 6.6;
const INNER: f64 = 3.6;
const ENDS: (f64, f64) = (0.35, 0.35);

/// The joints of a body.
struct Joints {
    hip: Point,
    neck: Point,
    chin: Point,
    up: Vec2,
    side: Vec2,
    arms: [[Point; 3]; 2],
    legs: [[Point; 3]; 2],
}

/// How wide near and far half of a body are seen, against its real half width.
const fn halves(view: View) -> [f64; 2] {
    match view {
        View::Front => [0.97, 0.84],
        View::Profile => [0.52, 0.62],
        View::Back => [0.9, 0.9],
    }
}

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
        let hips = [
            hip - side * build.hips * 0.5 * near * joint,
            hip + side * build.hips * 0.52 * far * joint,
        ];
        let leg = [build.thigh, build.shin];
        let mut joints = Self {
            hip,
            neck,
            chin: neck + up * build.neck,
            up,
            side,
            arms: [
                two(roots[0], pose.near.arm, build.arm),
                two(roots[1], pose.far.arm, build.arm),
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
    let joints = Joints::new(build, pose, view);
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
        Some(palette.dressed(part.layer(layer)?, part, put))
    };
    under.push(seat("back"));
    let behind = view == View::Back;
    let near_over = pose.near.over && !behind;
    let far_over = pose.far.over && !behind;
    if !pose.far.front || behind {
        drawing.arm(&mut under, &pose.far, 1);
    }
    if behind {
        drawing.arm(&mut under, &pose.near, 0);
    }
    if wear.legs == Trousers::Tunic {
        drawing.tunic_back(&mut under);
    }
    drawing.leg(&mut under, 1);
    drawing.leg(&mut under, 0);
    drawing.neck(&mut under);
    drawing.torso(&mut under);
    if pose.far.front && !behind {
        drawing.arm(if far_over { &mut over } else { &mut under }, &pose.far, 1);
    }
    if !behind {
        drawing.arm(
            if near_over { &mut over } else { &mut under },
            &pose.near,
            0,
        );
    }
    under.push(seat("front"));
    Body {
        under: under.nodes,
        over: over.nodes,
        neck: joints.chin,
        nod: pose.nod + pose.lean * 0.25,
        grip: drawing.grip(),
    }
}

struct Drawing<'a> {
    build: &'a Build,
    pose: &'a Pose,
    view: View,
    wear: &'a Wear,
    palette: &'a Palette,
    wardrobe: &'a Wardrobe<'a>,
    joints: &'a Joints,
}

impl Drawing<'_> {
    /// A limb with its colour, its shade and its two edges.
    fn limb(&self, brush: &mut Brush<'_>, limb: &Limb, colour: &str, shade: &str) {
        brush.fill(&limb.outline(), colour, 1.0);
        brush.fill(&limb.shade(), shade, 0.8);
        brush.line(&limb.left, OUTER, ENDS);
        brush.line(&limb.right, OUTER, ENDS);
    }

    fn arm(&self, brush: &mut Brush<'_>, arm: &Arm, which: usize) {
        let joints = self.joints.arms[which];
        let widths = self.build.arm_width;
        let skin = Limb::new(joints, widths);
        let (wrist, along) = skin.end();
        let hand = self.hand(arm, wrist, along);
        match self.wear.sleeves {
            Sleeves::Short => {
                self.limb(brush, &skin, "skin", "skin-shade");
                brush.push(hand);
                let hem = joints[0].lerp(joints[1], 0.62);
                self.tube(
                    brush,
                    joints[0],
                    hem,
                    widths[0] * 1.14,
                    widths[1] + 13.0,
                    "top",
                    "top-shade",
                    Some(self.joints.hip),
                );
            }
            Sleeves::Long => {
                brush.push(hand);
                let cuff = joints[2] - unit(joints[2] - joints[1]) * 8.0;
                let wide = [widths[0] * 1.16, widths[1] + 8.0, widths[2] + 8.0];
                let sleeve = Limb::new([joints[0], joints[1], cuff], wide).rounded(self.joints.hip);
                self.limb(brush, &sleeve, "top", "top-shade");
                let n = across(along);
                let lip = [cuff + n * wide[2], cuff + along * 4.0, cuff - n * wide[2]];
                brush.line(&lip, OUTER * 0.85, (0.7, 0.7));
                let inner = joints[1] + n * widths[1] * 0.4;
                brush.line(
                    &[
                        inner - n * 18.0 - along * 6.0,
                        inner,
                        inner + n * 6.0 + along * 10.0,
                    ],
                    INNER,
                    (0.2, 0.1),
                );
            }
        }
    }

    fn hand(&self, arm: &Arm, wrist: Point, along: Vec2) -> Option<Node> {
        let name = if self.view == View::Back && arm.hand == "palm" {
            "back"
        } else {
            &arm.hand
        };
        let layer = self
            .wardrobe
            .hands
            .layer(name)
            .or_else(|| self.wardrobe.hands.layer("relaxed"))?;
        let angle = along.atan2().to_degrees() + arm.turn;
        // The thumb looks forward and up, as arms hang and as they are lifted.
        let flip = if along.y > 0.25 { 1.0 } else { -1.0 };
        let flip = if along.x > 0.55 && along.y <= 0.25 {
            1.0
        } else {
            flip
        };
        let flip = if along.x < -0.2 && along.y > 0.25 {
            -flip
        } else {
            flip
        };
        let size = self.build.hand;
        let put = Affine::translate(wrist.to_vec2())
            * Affine::rotate(angle.to_radians())
            * Affine::scale_non_uniform(size, size * flip);
        Some(self.palette.dressed(layer, self.wardrobe.hands, put))
    }

    fn tube(
        &self,
        brush: &mut Brush<'_>,
        from: Point,
        to: Point,
        root: f64,
        hem: f64,
        colour: &str,
        shade: &str,
        body: Option<Point>,
    ) {
        let (left, right, lip) = tube(from, to, root, hem, body);
        let mut ring = left.clone();
        ring.extend(left.last());
        ring.push(lip[1]);
        ring.extend(right.last());
        ring.extend(right.iter().rev());
        ring.extend(right.first());
        brush.fill(&ring, colour, 1.0);
        let d = unit(to - from);
        let dark = if across(d).dot(Vec2::new(1.0, 0.4)) > 0.0 {
            left.clone()
        } else {
            right.clone()
        };
        let core: Vec<Point> = dark
            .iter()
            .map(|p| {
                let foot = from + d * (*p - from).dot(d);
                foot.lerp(*p, 0.35)
            })
            .collect();
        let mut strip: Vec<Point> = dark
            .first()
            .into_iter()
            .chain(&dark)
            .chain(dark.last())
            .copied()
            .collect();
        strip.extend(core.last());
        strip.extend(core.iter().rev());
        strip.extend(core.first());
        brush.fill(&strip, shade, 0.8);
        brush.line(&left, OUTER, ENDS);
        brush.line(&right, OUTER, ENDS);
        brush.line(&lip, OUTER * 0.85, (0.7, 0.7));
    }

    fn leg(&self, brush: &mut Brush<'_>, which: usize) {
        let joints = self.joints.legs[which];
        let widths = self.build.leg_width;
        let skin = Limb::new(joints, widths);
        let (ankle, along) = skin.end();
        let foot = self.foot(ankle, along);
        match self.wear.legs {
            Trousers::Shorts | Trousers::Skirt => {
                self.limb(brush, &skin, "skin", "skin-shade");
                brush.push(foot);
                let hem = joints[0].lerp(joints[1], 0.86);
                self.tube(
                    brush,
                    joints[0],
                    hem,
                    widths[0] * 1.12,
                    widths[1] + 20.0,
                    "bottom",
                    "bottom-shade",
                    None,
                );
            }
            Trousers::Long | Trousers::Tunic => {
                brush.push(foot);
                let cuff = joints[2] - along * 4.0;
                let wide = [widths[0] * 1.1, widths[1] + 10.0, widths[2] + 15.0];
                let leg = Limb::new([joints[0], joints[1], cuff], wide);
                self.limb(brush, &leg, "bottom", "bottom-shade");
                let n = across(along);
                brush.line(
                    &[cuff + n * wide[2], cuff + along * 5.0, cuff - n * wide[2]],
                    OUTER * 0.85,
                    (0.7, 0.7),
                );
                brush.line(
                    &[joints[1] - n * 20.0, joints[1] + n * 4.0 + along * 8.0],
                    INNER,
                    (0.2, 0.1),
                );
            }
        }
    }

    fn foot(&self, ankle: Point, along: Vec2) -> Option<Node> {
        let feet = self.wardrobe.feet;
        let name = self.wear.feet.as_deref().unwrap_or("shoe");
        let layer = feet.layer(name)?;
        // Feet on the floor lie flat; feet in the air follow the leg.
        let flat = along.y > 0.8 && ankle.y > -self.build.ankle * 2.0;
        let angle = if flat {
            0.0
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
        Some(self.palette.dressed(layer, feet, put))
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

    /// A point of the trunk: `along` the back from hips (0) to neck (1), `out` to the far side (near if negative).
    fn trunk(&self, along: f64, out: f64) -> Point {
        let Joints {
            hip, neck, side, ..
        } = *self.joints;
        // The back curves a little against its own lean.
        let bow = (along * (1.0 - along)) * 4.0 * self.pose.sway * 0.4;
        hip.lerp(neck, along) + side * (out + bow)
    }

    fn torso(&self, brush: &mut Brush<'_>) {
        let [near, far] = halves(self.view);
        let b = self.build;
        let (up, side) = (self.joints.up, self.joints.side);
        if self.wear.legs == Trousers::Skirt {
            self.skirt(brush);
        }
        let hem = -0.085 - if self.pose.seat.is_some() { -0.07 } else { 0.0 };
        let outs: [(f64, f64); 5] = [
            (hem, b.hips * 1.1),
            (0.2, b.waist * 1.0),
            (0.55, b.chest),
            (0.8, b.chest * 1.04),
            (0.935, b.shoulders * 0.86),
        ];
        let edge = |half: f64, sign: f64| -> Vec<Point> {
            outs.iter()
                .map(|(t, w)| self.trunk(*t, w * half * sign))
                .collect()
        };
        let (l, r) = (edge(near, -1.0), edge(far, 1.0));
        let collar = b.shoulders * 0.4;
        let (cl, cr) = (
            self.trunk(1.0, -collar * near),
            self.trunk(1.0, collar * far),
        );
        let dip = self.trunk(if self.view == View::Back { 1.0 } else { 0.93 }, 4.0);
        let mut ring = vec![
            l[0], l[0], l[1], l[2], l[3], l[4], cl, cl, dip, cr, cr, r[4], r[3], r[2], r[1], r[0],
            r[0],
        ];
        ring.push(self.trunk(hem - 0.02, 0.0));
        brush.fill(&ring, "top", 1.0);
        let core = b.chest * 0.5;
        let shade = [
            r[4],
            r[4],
            r[3],
            r[2],
            r[1],
            r[0],
            r[0],
            self.trunk(hem, core * far),
            self.trunk(0.3, core * far * 0.9),
            self.trunk(0.7, core * far * 1.2),
        ];
        brush.fill(&shade, "top-shade", 0.75);
        if self.view == View::Front {
            self.prints(brush);
        }
        brush.line(&[l[4], cl], OUTER, (0.5, 0.3));
        brush.line(&[r[4], cr], OUTER, (0.5, 0.3));
        brush.line(&[l[3], l[2], l[1], l[0]], OUTER, ENDS);
        brush.line(&[r[3], r[2], r[1], r[0]], OUTER, ENDS);
        brush.line(
            &[l[0], self.trunk(hem - 0.02, 0.0), r[0]],
            OUTER * 0.9,
            (0.6, 0.6),
        );
        brush.line_in(&[cl, dip, cr], "trim", 13.0, (0.9, 0.9));
        brush.line(&[cl, dip, cr], INNER, (0.6, 0.6));
        // Two folds where the cloth bends.
        let fold = self.trunk(0.1, b.waist * near * -0.62);
        brush.line(
            &[
                fold,
                fold + side * 26.0 + up * 5.0,
                fold + side * 44.0 - up * 5.0,
            ],
            INNER,
            (0.2, 0.05),
        );
        let pit = self.trunk(0.74, -b.chest * near * 0.9);
        brush.line(
            &[
                pit,
                pit + side * 16.0 - up * 12.0,
                pit + side * 22.0 - up * 30.0,
            ],
            INNER,
            (0.3, 0.05),
        );
        if self.wear.legs == Trousers::Tunic {
            self.tunic_front(brush);
        }
    }

    /// What is drawn on the chest: torso space (neck 0,0; shoulders ±100; hips 260) laid on this trunk.
    fn prints(&self, brush: &mut Brush<'_>) {
        let Joints {
            hip, neck, side, ..
        } = *self.joints;
        let down = (hip - neck) / 260.0;
        let wide = side * (self.build.shoulders * 0.9 / 100.0);
        let put = Affine::new([wide.x, wide.y, down.x, down.y, neck.x, neck.y]);
        for name in &self.wear.on {
            if let Some(layer) = self.wardrobe.clothes.layer(name) {
                brush.push(Some(self.palette.dressed(
                    layer,
                    self.wardrobe.clothes,
                    put,
                )));
            }
        }
    }

    fn skirt(&self, brush: &mut Brush<'_>) {
        let [near, far] = halves(self.view);
        let w = self.build.hips;
        let (wl, wr) = (self.trunk(0.06, -w * near), self.trunk(0.06, w * far));
        let legs = self.joints.legs;
        let knee = |leg: [Point; 3], sign: f64| {
            let d = unit(leg[1] - leg[0]);
            let n = across(d);
            let n = if n.dot(self.joints.side) * sign > 0.0 {
                n
            } else {
                -n
            };
            leg[0].lerp(leg[1], 0.92) + n * self.build.leg_width[1] * 1.5
        };
        let (hl, hr) = (knee(legs[0], -1.0), knee(legs[1], 1.0));
        let low = hl.midpoint(hr) + (hl.midpoint(hr) - self.joints.hip) * 0.05;
        let ring = [wl, wl, hl, hl, low, hr, hr, wr, wr];
        brush.fill(&ring, "bottom", 1.0);
        let shade = [
            wr,
            wr,
            hr,
            hr,
            low.lerp(hr, 0.35),
            self.trunk(0.06, w * far * 0.4),
        ];
        brush.fill(&shade, "bottom-shade", 0.75);
        brush.line(&[wl, hl], OUTER, ENDS);
        brush.line(&[wr, hr], OUTER, ENDS);
        brush.line(&[hl, low, hr], OUTER * 0.9, (0.6, 0.6));
        for t in [0.3, 0.6] {
            brush.line(
                &[wl.lerp(wr, t).lerp(hl.lerp(hr, t), 0.35), hl.lerp(hr, t)],
                INNER,
                (0.1, 0.3),
            );
        }
    }

    fn panel(&self, out: f64, along: f64) -> [Point; 4] {
        let [near, far] = halves(self.view);
        let w = self.build.hips * 1.06;
        let [a, b] = self.joints.legs;
        let knee = a[1].midpoint(b[1]);
        let foot = a[2].midpoint(b[2]);
        let low = knee.lerp(foot, along);
        let side = self.joints.side;
        [
            self.trunk(0.05, -w * near),
            low - side * w * near * out,
            low + side * w * far * out,
            self.trunk(0.05, w * far),
        ]
    }

    fn tunic_back(&self, brush: &mut Brush<'_>) {
        let [a, b, c, d] = self.panel(1.12, 0.86);
        brush.fill(&[a, a, b, b, c, c, d, d], "top-shade", 1.0);
        brush.line(&[a, b, c, d], OUTER * 0.9, (0.5, 0.5));
    }

    fn tunic_front(&self, brush: &mut Brush<'_>) {
        let [a, b, c, d] = self.panel(0.86, 0.78);
        let low = b.midpoint(c) + (b - a) * 0.03;
        brush.fill(&[a, a, b, b, low, c, c, d, d], "top", 1.0);
        brush.fill(
            &[d, d, c, c, low.lerp(c, 0.4), a.lerp(d, 0.62)],
            "top-shade",
            0.6,
        );
        brush.line(&[a, b], OUTER, ENDS);
        brush.line(&[d, c], OUTER, ENDS);
        brush.line(&[b, low, c], OUTER * 0.9, (0.6, 0.6));
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
