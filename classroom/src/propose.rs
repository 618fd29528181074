//! A plan that fits the time: works by topic and age, questions around them, a minute to move.

use vac_xin_so::model::Topic;

use crate::library::{Entry, Library};
use crate::plan::{Plan, Step, What};

/// What the teacher wishes.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The youngest and the oldest in the class, in years.
    pub ages: (u8, u8),
    /// How long, in minutes.
    pub minutes: u16,
    /// About what; anything if there are none.
    pub topics: Vec<Topic>,
}

/// From so many minutes on the class moves in the middle.
const LONG: u16 = 30;

/// So many minutes more than planned a class likes to talk.
const SPARE: u16 = 6;

/// What each minute beyond that takes from how well a choice of works fits.
const TIRESOME: i32 = 3;

/// How well a work fits: topics first, then ages. Nothing if it is for others.
fn fit(entry: &Entry, wish: &Wish) -> Option<i32> {
    let (from, to) = (entry.ages.0.max(wish.ages.0), entry.ages.1.min(wish.ages.1));
    if from > to {
        return None;
    }
    let topics = entry
        .topics
        .iter()
        .filter(|topic| wish.topics.contains(topic));
    let first = entry
        .topics
        .first()
        .is_some_and(|topic| wish.topics.contains(topic));
    let shared = i32::from(to - from) + 1;
    Some(i32::try_from(topics.count()).unwrap_or(0) * 10 + i32::from(first) * 5 + shared)
}

/// The minutes around the works: welcome, move, close.
fn frame(minutes: u16) -> (u16, u16, u16) {
    match minutes {
        0..=20 => (1, 0, 1),
        21..=40 => (2, 1, 2),
        _ => (3, 2, 3),
    }
}

/// The work, or the two, that fit best and fill the time. Of two that are as good the earlier ones.
fn choose<'a>(
    works: &[(i32, &'a Entry)],
    two: bool,
    time: u16,
    needs: impl Fn(&Entry) -> u16,
) -> Vec<&'a Entry> {
    let mut best: Option<(i32, Vec<&Entry>)> = None;
    for (i, (fit, one)) in works.iter().enumerate() {
        let others = works[i + 1..].iter().filter(|_| two);
        let pairs = others.map(|(more, other)| (fit + more, vec![*one, *other]));
        for (fit, entries) in std::iter::once((*fit, vec![*one])).chain(pairs) {
            let taken: u16 = entries.iter().map(|entry| needs(entry)).sum();
            let Some(rest) = time.checked_sub(taken) else {
                continue;
            };
            let value = fit - TIRESOME * i32::from(rest.saturating_sub(SPARE));
            if best.as_ref().is_none_or(|(most, _)| value > *most) {
                best = Some((value, entries));
            }
        }
    }
    best.map(|(_, entries)| entries).unwrap_or_default()
}

/// Makes a plan whose minutes sum up to what was wished. With no work for these ages it has none.
#[must_use]
pub fn propose(library: &Library, wish: &Wish, title: &str) -> Plan {
    let (welcome, stretch, close) = frame(wish.minutes);
    let mut left = wish.minutes.saturating_sub(welcome + stretch + close);
    let mut works: Vec<(i32, &Entry)> = library
        .stories()
        .filter_map(|entry| Some((fit(entry, wish)?, entry)))
        .collect();
    works.sort_by_key(|(fit, entry)| (-fit, entry.id.clone()));
    // With topics wished, what has none of them is not offered as long as something has.
    let all = works.clone();
    let best = works.first().map_or(0, |(fit, _)| *fit);
    if !wish.topics.is_empty() && best >= 10 {
        works.retain(|(fit, _)| *fit >= 10);
    }
    // A work needs its reading, two rounds of the check question and some talk.
    let around = |minutes: u16| if minutes < LONG { (1, 2) } else { (2, 4) };
    let (dose, talk) = around(wish.minutes);
    let needs = |entry: &Entry| entry.class_minutes() + 2 * dose + talk;
    let chosen = choose(&works, wish.minutes >= LONG, left, needs);
    left -= chosen.iter().map(|entry| needs(entry)).sum::<u16>();
    let mut steps = vec![Step {
        what: What::Welcome,
        minutes: welcome,
    }];
    // In a short time the reading alone is better than nothing.
    if chosen.is_empty()
        && let Some((_, entry)) = all.iter().find(|(_, entry)| entry.class_minutes() < left)
    {
        left -= entry.class_minutes() + 1;
        steps.push(Step {
            what: What::Read(entry.id.clone()),
            minutes: entry.class_minutes(),
        });
        steps.push(Step {
            what: What::Talk(entry.id.clone()),
            minutes: 1,
        });
    }
    for (i, entry) in chosen.iter().enumerate() {
        if i == 1 && stretch > 0 {
            steps.push(Step {
                what: What::Stretch,
                minutes: stretch,
            });
        }
        for (what, minutes) in [
            (What::Before(entry.id.clone()), dose),
            (What::Read(entry.id.clone()), entry.class_minutes()),
            (What::Talk(entry.id.clone()), talk),
            (What::After(entry.id.clone()), dose),
        ] {
            steps.push(Step { what, minutes });
        }
    }
    if chosen.len() < 2 && stretch > 0 {
        steps.push(Step {
            what: What::Stretch,
            minutes: stretch,
        });
    }
    steps.push(Step {
        what: What::Close,
        minutes: close,
    });
    // What is left is for talking.
    let talks: Vec<usize> = (0..steps.len())
        .filter(|i| matches!(steps[*i].what, What::Talk(_)))
        .collect();
    if talks.is_empty() {
        if let Some(last) = steps.last_mut() {
            last.minutes += left;
        }
    } else {
        let many = u16::try_from(talks.len()).unwrap_or(1);
        for (i, at) in talks.iter().enumerate() {
            let extra = u16::from(u16::try_from(i).unwrap_or(0) < left % many);
            steps[*at].minutes += left / many + extra;
        }
    }
    Plan {
        title: title.to_owned(),
        ages: wish.ages,
        minutes: wish.minutes,
        topics: wish.topics.clone(),
        steps,
    }
}
