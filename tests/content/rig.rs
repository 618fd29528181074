//! Bodies: every character stands on the floor, is whole, and is the same twice.

use kurbo::Rect;
use press::art::{body_layer, load};
use press::stage::{figure_svg, head_svg};
use press::staging::View;

use super::art;

/// Every body there is: who, pose, view, outfit.
fn bodies() -> Vec<(String, String, View, String)> {
    let mut all = Vec::new();
    for (who, can) in art().names().characters {
        for pose in &can.poses {
            for wear in &can.wears {
                for view in [View::Front, View::Profile, View::Back] {
                    let drawn = match view {
                        View::Front => true,
                        View::Profile => !can.profile.is_empty(),
                        View::Back => can.back,
                    };
                    if drawn {
                        all.push((who.clone(), pose.clone(), view, wear.clone()));
                    }
                }
            }
        }
    }
    all
}

fn bounds(who: &str, layer: &str) -> Rect {
    art().characters[who]
        .part
        .bounds(layer)
        .unwrap_or_else(|| panic!("{who} has no {layer}"))
}

#[test]
fn nobody_sinks_into_the_floor_or_floats() {
    let mut seen = 0;
    for (who, pose, view, wear) in bodies() {
        let feet = bounds(&who, &body_layer(view, &pose, &wear)).y1;
        let jumps = ["cheer", "run"].contains(&pose.as_str());
        // A mattress gives a little.
        let range = match pose.as_str() {
            _ if jumps => -90.0..=40.0,
            "lie" => -20.0..=90.0,
            // The soles of crossed legs lie in front of the floor line.
            "sit-floor" | "sit-tablet" => -20.0..=70.0,
            _ => -20.0..=50.0,
        };
        assert!(
            range.contains(&feet),
            "{who} {pose} {view:?} {wear}: ends at {feet:.0}"
        );
        seen += 1;
    }
    assert!(seen > 300, "only {seen} bodies");
}

#[test]
fn a_head_sits_on_every_body() {
    for (who, pose, view, wear) in bodies() {
        let layer = body_layer(view, &pose, &wear);
        let body = bounds(&who, &layer);
        let neck = art().characters[&who]
            .part
            .pivot(&format!("{layer}-neck"))
            .unwrap_or_else(|| panic!("{who} {layer} has no neck"));
        assert!(
            body.inflate(30.0, 60.0).contains(neck),
            "{who} {layer}: the neck is at {neck:?}, the body at {body:?}"
        );
    }
}

#[test]
fn the_same_intent_gives_the_same_bytes() {
    let (again, faults) = load(&super::project().join("assets/art"));
    assert!(faults.is_empty());
    for (who, pose, view, wear) in bodies().iter().step_by(17) {
        let drawn = |art| figure_svg(who, pose, "calm", *view, wear, art);
        assert_eq!(drawn(art()), drawn(&again), "{who} {pose}");
    }
}

#[test]
fn the_cast_can_act() {
    let names = art().names();
    for lead in ["mai", "bin", "ti", "khoa"] {
        let can = &names.characters[lead];
        assert!(can.faces.len() >= 10 && can.profile.len() >= 10, "{lead}");
        assert!(can.poses.len() >= 10 && can.back, "{lead}");
    }
    for (who, can) in &names.characters {
        assert!(can.faces.len() >= 6, "{who} has {} faces", can.faces.len());
        for face in &can.faces {
            assert!(
                head_svg(who, face, View::Front, art()).is_some(),
                "{who} {face}"
            );
        }
    }
    assert!(names.places.len() >= 14, "{} places", names.places.len());
    assert!(names.props.len() >= 40, "{} props", names.props.len());
}
