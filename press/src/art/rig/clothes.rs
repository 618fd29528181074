//! Clothes of the trunk: tops and what is printed on them, skirts, tunics.

use kurbo::{Affine, Point};

use super::body::{Drawing, Joints, halves};
use super::dress::Trousers;
use super::limb::{across, unit};
use super::paint::{BOTTOM, ENDS, INNER, OUTER, TOP, TRIM};
use crate::art::brush::Brush;
use crate::staging::View;

impl Drawing<'_> {
    /// A point of the trunk: `along` the back from hips (0) to neck (1), `out` to the far side (near if negative).
    fn trunk(&self, along: f64, out: f64) -> Point {
        let Joints {
            hip, neck, side, ..
        } = *self.joints;
        // The back curves a little against its own lean.
        let bow = (along * (1.0 - along)) * 4.0 * self.pose.sway * 0.4;
        hip.lerp(neck, along) + side * (out + bow)
    }

    pub(super) fn torso(&self, brush: &mut Brush<'_>) {
        let [near, far] = halves(self.view);
        let b = self.build;
        let (up, side) = (self.joints.up, self.joints.side);
        if self.wear.legs == Trousers::Skirt {
            brush.piece(Point::ZERO, BOTTOM, |brush| self.skirt(brush));
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
        brush.piece(Point::ZERO, TOP, |brush| {
            brush.fill(&ring, "top", 1.0);
            brush.fill(&shade, "top-shade", 0.75);
        });
        if self.view == View::Front {
            self.prints(brush);
        }
        let line = |brush: &mut Brush<'_>| {
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
        };
        brush.piece(Point::ZERO, TRIM, line);
        if self.wear.legs == Trousers::Tunic {
            brush.piece(Point::ZERO, TOP, |brush| self.tunic_front(brush));
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
            brush.push(self.palette.dressed(name, self.wardrobe.clothes, put));
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

    pub(super) fn tunic_back(&self, brush: &mut Brush<'_>) {
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
}
