//! Cards are found in pictures of a class, and none is mistaken.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::print_stdout,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "pixels, and a test that tells what it has found"
)]

mod class;

use class::{Conditions, class};

/// Cards found, cards there were, and wrong answers, over some seeds.
fn tally(seeds: impl Iterator<Item = u64>, how: &Conditions) -> (usize, usize, usize) {
    let mut sum = (0, 0, 0);
    for seed in seeds {
        let picture = class(seed, how);
        let reading = cards::read(picture.luma.clone(), picture.width, picture.height);
        for seen in &reading.cards {
            let right = picture.truth.contains(&(seen.card, seen.answer));
            sum.0 += usize::from(right);
            sum.2 += usize::from(!right);
        }
        sum.1 += picture.truth.len();
    }
    sum
}

/// A seed that no one has seen before: the day's, so that the reader is not tuned to a few pictures.
fn unseen() -> u64 {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap();
    now.as_secs() / 3600 * 1000
}

#[test]
fn of_45_cards_98_in_a_hundred_are_read_and_none_wrong() {
    for (name, first) in [("known", 0), ("unseen", unseen())] {
        let (found, all, wrong) = tally(first..first + 12, &Conditions::USUAL);
        println!("{name} seeds from {first}: {found} of {all} cards, {wrong} wrong");
        assert_eq!(wrong, 0, "{name} seeds from {first}");
        assert!(
            found * 100 >= all * 98,
            "{name} seeds from {first}: {found} of {all}"
        );
    }
}

#[test]
fn in_hard_conditions_cards_are_missed_but_never_mistaken() {
    let usual = Conditions::USUAL;
    let hard = [
        (
            "dark",
            Conditions {
                light: (0.06, 0.2),
                ..usual
            },
        ),
        (
            "half covered",
            Conditions {
                covered: 0.5,
                ..usual
            },
        ),
        (
            "a thumb on them",
            Conditions {
                covered: 0.13,
                ..usual
            },
        ),
        ("moving", Conditions { motion: 9, ..usual }),
        (
            "far",
            Conditions {
                marks: (14.0, 30.0),
                ..usual
            },
        ),
        (
            "held askew",
            Conditions {
                tilt: 45.0,
                ..usual
            },
        ),
        ("out of focus", Conditions { blur: 2.6, ..usual }),
        (
            "noisy",
            Conditions {
                noise: 26.0,
                ..usual
            },
        ),
    ];
    for (name, how) in hard {
        let (found, all, wrong) = tally(100..104, &how);
        println!("{name}: {found} of {all} cards, {wrong} wrong");
        assert_eq!(wrong, 0, "{name}");
    }
}

#[test]
fn a_class_without_cards_has_none() {
    let (found, _, wrong) = tally(
        200..212,
        &Conditions {
            pupils: 0,
            ..Conditions::USUAL
        },
    );
    assert_eq!((found, wrong), (0, 0));
}
