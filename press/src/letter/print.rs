//! Balloons as SVG. Text stays text: it can be selected, searched and read aloud.

use std::fmt::Write as _;

use kurbo::{Point, Vec2};
use vac_xin_so::model::{BalloonKind, Lang};

use super::lines::LEADING;
use super::{Placed, body, tail};
use crate::art::path_data;
use crate::stage::Staged;
use crate::staging::{Screen, Staging};

const INK: &str = "#2b2430";
const PAPER: &str = "#fff";
const CREAM: &str = "#fff6e5";
const SUNRISE: &str = "#ffb54a";
const LEAF: &str = "#d9f2e0";
/// The contour of balloons, in panel units.
const LINE: f64 = 4.6;
/// From the top of a line to its baseline, in ems, so that small letters stand in the middle.
const BASELINE: f64 = 0.9;

/// Prints the balloons of a panel, and the words in a screen's title bar.
#[must_use]
pub fn print(placed: &[Placed], staging: &Staging, staged: &Staged, lang: Lang) -> String {
    let mut out =
        format!("<g class=\"letters\" font-family=\"Itim\" text-anchor=\"middle\" fill=\"{INK}\">");
    if let Some(Screen { title, .. }) = staging.set.screen() {
        let slot = staged.slots.get("title");
        let (at, dark) = match slot {
            Some(slot) if slot.centred => (Some(slot.bounds.center()), slot.on_dark),
            Some(slot) => (
                Some(Point::new(slot.bounds.x0, slot.bounds.center().y)),
                slot.on_dark,
            ),
            None => (staged.title, staged.title_on_dark),
        };
        if let Some(at) = at {
            let centred = slot.is_some_and(|slot| slot.centred);
            let _ = write!(
                out,
                "<text x=\"{:.0}\" y=\"{:.0}\" font-size=\"{:.0}\"{}{}>{}</text>",
                at.x,
                at.y + 15.0,
                44.0_f64.min(48.0 * staged.screen_scale),
                if centred {
                    ""
                } else {
                    " text-anchor=\"start\""
                },
                if dark { " fill=\"#fff\"" } else { "" },
                escape(title.in_(lang))
            );
        }
    }
    // Bodies from the last to the first: a joined balloon tucks its bridge under the one before.
    for (i, one) in placed.iter().enumerate().rev() {
        shape(one, u32::try_from(i).unwrap_or(0), &mut out);
    }
    for one in placed {
        words(one, &mut out);
    }
    out.push_str("</g>");
    out
}

fn shape(one: &Placed, seed: u32, out: &mut String) {
    match one.kind {
        BalloonKind::Sound => {}
        BalloonKind::Caption => caption(one, out),
        BalloonKind::Message if one.slot.is_some() => {}
        BalloonKind::Message => message(one, out),
        BalloonKind::Thought => cloud(one, out),
        BalloonKind::Speech
        | BalloonKind::Shout
        | BalloonKind::Whisper
        | BalloonKind::Electronic => {
            let mut outline = body::outline(one.kind, one.half, seed);
            let sharp = matches!(one.kind, BalloonKind::Shout | BalloonKind::Electronic);
            if sharp {
                outline = outline.iter().flat_map(|p| [*p, *p]).collect();
            }
            let line = match one.tail {
                Some(aim) => tail::grow_all(&outline, one.at, aim, one.second),
                None => outline.iter().map(|p| one.at + p.to_vec2()).collect(),
            };
            let dash = if one.kind == BalloonKind::Whisper {
                " stroke-dasharray=\"15 10\""
            } else {
                ""
            };
            let _ = write!(
                out,
                "<path d=\"{}\" fill=\"{PAPER}\" stroke=\"{INK}\" stroke-width=\"{LINE}\" stroke-linejoin=\"round\"{dash}/>",
                path_data(&crate::art::smooth(&line, true))
            );
        }
    }
}

fn caption(one: &Placed, out: &mut String) {
    let b = one.bounds();
    let _ = write!(
        out,
        "<rect x=\"{:.0}\" y=\"{:.0}\" width=\"{:.0}\" height=\"{:.0}\" rx=\"12\" fill=\"{CREAM}\" stroke=\"{INK}\" stroke-width=\"4\"/>\
         <rect x=\"{:.0}\" y=\"{:.0}\" width=\"11\" height=\"{:.0}\" rx=\"5\" fill=\"{SUNRISE}\"/>",
        b.x0,
        b.y0,
        b.width(),
        b.height(),
        b.x0 + 9.0,
        b.y0 + 10.0,
        b.height() - 20.0
    );
}

fn message(one: &Placed, out: &mut String) {
    let b = one.bounds();
    let fill = if one.mine { LEAF } else { PAPER };
    // The corner by the writer is sharp, as chat bubbles are.
    let (r, w, h) = (30.0_f64.min(one.half.1), b.width(), b.height());
    let d = if one.mine {
        format!(
            "M{:.0} {:.0}h{:.0}a{r} {r} 0 0 1 {r} {r}v{:.0}h{:.0}a{r} {r} 0 0 1-{r}-{r}v{:.0}a{r} {r} 0 0 1 {r}-{r}z",
            b.x0 + r,
            b.y0,
            w - 2.0 * r,
            h - r,
            r - w,
            2.0 * r - h
        )
    } else {
        format!(
            "M{:.0} {:.0}h{:.0}a{r} {r} 0 0 1 {r} {r}v{:.0}a{r} {r} 0 0 1-{r} {r}h{:.0}v{:.0}a{r} {r} 0 0 1 {r}-{r}z",
            b.x0 + r,
            b.y0,
            w - 2.0 * r,
            h - 2.0 * r,
            r - w,
            r - h
        )
    };
    let _ = write!(
        out,
        "<path d=\"{d}\" fill=\"{fill}\" stroke=\"{INK}\" stroke-width=\"3.4\" stroke-linejoin=\"round\"/>"
    );
}

/// A cloud: scallops around the body, and bubbles that rise from the head.
fn cloud(one: &Placed, out: &mut String) {
    let (rx, ry) = (one.half.0 - 24.0, one.half.1 - 24.0);
    let around = ((rx + ry) / 32.0).round().clamp(9.0, 22.0);
    let point = |i: f64| {
        let angle = std::f64::consts::TAU * i / around;
        one.at + (body::on_superellipse(rx, ry, angle, 2.3) * 1.0).to_vec2()
    };
    let mut d = String::new();
    let mut i = 0.0;
    let first = point(0.0);
    let _ = write!(d, "M{:.1} {:.1}", first.x, first.y);
    while i < around {
        let (from, to) = (point(i), point(i + 1.0));
        let r = from.distance(to) * 0.6;
        let _ = write!(d, "A{r:.1} {r:.1} 0 0 1 {:.1} {:.1}", to.x, to.y);
        i += 1.0;
    }
    let _ = write!(
        out,
        "<path d=\"{d}z\" fill=\"{PAPER}\" stroke=\"{INK}\" stroke-width=\"{LINE}\" stroke-linejoin=\"round\"/>"
    );
    for aim in [one.tail, one.second].into_iter().flatten() {
        let way = aim.tip - one.at;
        let unit = way / way.hypot().max(1.0);
        let start = one.at + Vec2::new(unit.x * one.half.0, unit.y * one.half.1);
        for (t, r) in [(0.22, 15.0), (0.6, 10.5), (0.95, 7.0)] {
            let at: Point = start + (aim.tip - start) * t;
            let _ = write!(
                out,
                "<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"{r}\" fill=\"{PAPER}\" stroke=\"{INK}\" stroke-width=\"4\"/>",
                at.x, at.y
            );
        }
    }
}

fn words(one: &Placed, out: &mut String) {
    let block = &one.block;
    let top = one.at.y - block.height() / 2.0;
    let sound = one.kind == BalloonKind::Sound;
    if sound {
        let _ = write!(
            out,
            "<g transform=\"rotate(-7 {:.0} {:.0})\" fill=\"{SUNRISE}\" stroke=\"{INK}\" stroke-width=\"13\" stroke-linejoin=\"round\" paint-order=\"stroke\">",
            one.at.x, one.at.y
        );
    }
    let nudge = if one.kind == BalloonKind::Caption {
        8.0
    } else {
        0.0
    };
    let left = one.slot.is_some_and(|slot| !slot.centred);
    let dark = one.slot.is_some_and(|slot| slot.on_dark);
    let colour = if dark { " fill=\"#fff\"" } else { "" };
    let mut y = top + block.size * BASELINE;
    for (line, width) in &block.lines {
        // With another face (before ours has come) the words still keep to their balloon.
        let _ = write!(
            out,
            "<text x=\"{:.0}\" y=\"{y:.0}\" font-size=\"{}\" textLength=\"{width:.0}\" lengthAdjust=\"spacingAndGlyphs\"{colour}>{}</text>",
            if left {
                one.at.x - one.half.0 + width / 2.0
            } else {
                one.at.x + nudge
            },
            block.size,
            escape(line)
        );
        y += block.size * LEADING;
    }
    if sound {
        out.push_str("</g>");
    }
}

/// Text for an SVG or HTML page.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
