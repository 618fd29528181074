//! Rules for branching: every passage is reached, every path ends, nothing is a trap.
//!
//! The scenario is explored exhaustively over what a reader can be in: a passage, and what has happened.

use std::collections::{BTreeMap, BTreeSet};

use vac_xin_so::model::{
    Choice, ChoiceId, Ending, EndingKind, Flag, Next, NonEmpty, Passage, PassageId, Scenario, Spot,
};

use super::whole::{Pictures, texts};
use super::{Rules, map, panel};
use crate::diagnostic::{At, Span};
use crate::load::{Draft, DraftChoice, DraftEnding, DraftPassage};

const ENDINGS: &[(&str, EndingKind)] = &[
    ("safe", EndingKind::Safe),
    ("learned", EndingKind::Learned),
    ("helped", EndingKind::Helped),
];

/// Counting stops here; nobody reads more ways than that.
const MOST_PATHS: u64 = 1_000_000;

/// Nor does counting walk further than this: circles upon circles have more ways than time.
const MOST_STEPS: u64 = 4_000_000;

/// How a scenario branches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Ways from the start to an ending that never return to where they were.
    pub count: u64,
    /// The passages on the longest of them.
    pub longest: usize,
    /// Endings of each kind: safe, learned, helped.
    pub endings: [usize; 3],
}

/// Reads and proves a scenario.
pub(super) fn scenario(
    draft: &Draft,
    pictures: &mut Pictures,
    rules: &mut Rules<'_>,
) -> Option<(Scenario, Paths)> {
    if draft.passages.is_empty() {
        rules
            .found
            .error(&draft.span, "this scenario has no passages")
            .hint("add [[passage]] with id, panel and choice");
    }
    let mut choice_ids = BTreeSet::new();
    let known: Vec<&str> = draft
        .passages
        .iter()
        .filter_map(|p| p.id.as_ref().map(|id| id.as_str()))
        .collect();
    let mut passages: Vec<Passage> = draft
        .passages
        .iter()
        .filter_map(|p| passage(p, &known, &mut choice_ids, pictures, rules))
        .collect();
    map::lay(&mut passages);
    flags(draft, rules);
    let complete = passages.len() == draft.passages.len();
    let scenario = Scenario {
        passages: NonEmpty::new(passages)?,
    };
    if !complete {
        return None;
    }
    let paths = explore(&scenario, draft, rules)?;
    Some((scenario, paths))
}

fn passage(
    draft: &DraftPassage,
    known: &[&str],
    choice_ids: &mut BTreeSet<String>,
    pictures: &mut Pictures,
    rules: &mut Rules<'_>,
) -> Option<Passage> {
    let id = rules.missing(
        draft.id.as_ref(),
        &draft.span,
        "id",
        "every passage has an address: id = \"tra-loi\"",
    );
    let id: Option<PassageId> = id.and_then(|id| {
        panel::taken(id, pictures, rules);
        rules.id(id)
    });
    if !(1..=4).contains(&draft.panels.len()) {
        rules
            .found
            .error(
                &draft.span,
                format!(
                    "a passage has one to four panels, not {}",
                    draft.panels.len()
                ),
            )
            .hint("split it, or add [[passage.panel]]");
    }
    let panels: Vec<_> = draft
        .panels
        .iter()
        .filter_map(|p| panel::panel(p, pictures, rules))
        .collect();
    let next = match (&draft.ending, &draft.choices[..]) {
        (Some(ending), []) => self::ending(ending, known, rules).map(Next::Ending),
        (Some(ending), [..]) => {
            rules
                .found
                .error(&ending.span, "a passage goes on or it ends, not both")
                .hint("remove the ending or the choices");
            None
        }
        (None, []) => {
            rules
                .found
                .error(&draft.span, "this passage neither goes on nor ends")
                .hint("add [[passage.choice]], or [passage.ending]");
            None
        }
        (None, choices) => {
            if choices.len() > 4 {
                rules
                    .found
                    .error(&draft.span, "more than four choices are too many to weigh")
                    .hint("keep the ones that matter");
            }
            let choices = choices
                .iter()
                .filter_map(|c| choice(c, known, choice_ids, rules))
                .collect();
            NonEmpty::new(choices).map(Next::Choices)
        }
    };
    Some(Passage {
        id: id?,
        panels: NonEmpty::new(panels)?,
        next: next?,
        spot: Spot::default(),
    })
}

fn target(to: &At<String>, known: &[&str], rules: &mut Rules<'_>) -> Option<PassageId> {
    if !known.contains(&to.as_str()) {
        rules
            .found
            .error(&to.span, format!("there is no passage “{}”", to.value))
            .hint(crate::load::nearest(to, known));
        return None;
    }
    to.parse().ok()
}

fn choice(
    draft: &DraftChoice,
    known: &[&str],
    ids: &mut BTreeSet<String>,
    rules: &mut Rules<'_>,
) -> Option<Choice> {
    let id = rules.missing(
        draft.id.as_ref(),
        &draft.span,
        "id",
        "every choice has a name: id = \"tu-choi\"",
    );
    let id: Option<ChoiceId> = id.and_then(|id| {
        if !ids.insert(id.value.clone()) {
            rules
                .found
                .error(&id.span, format!("two choices are called “{}”", id.value))
                .hint("a choice's name is its own within the work");
        }
        rules.id(id)
    });
    let to = rules
        .missing(
            draft.to.as_ref(),
            &draft.span,
            "to",
            "where does it lead? to = \"…\"",
        )
        .and_then(|to| target(to, known, rules));
    let text = rules.text(&draft.text, None);
    let read = |list: &[At<String>], rules: &mut Rules<'_>| {
        list.iter()
            .filter_map(|flag| rules.id(flag))
            .collect::<Vec<Flag>>()
    };
    let (sets, needs) = (read(&draft.sets, rules), read(&draft.needs, rules));
    Some(Choice {
        id: id?,
        text: text?,
        to: to?,
        sets,
        needs,
    })
}

fn ending(draft: &DraftEnding, known: &[&str], rules: &mut Rules<'_>) -> Option<Ending> {
    let kind = rules
        .missing(
            draft.kind.as_ref(),
            &draft.span,
            "kind",
            "kind = \"safe\", \"learned\" or \"helped\"",
        )
        .and_then(|k| rules.one_of(k, "kind of ending", ENDINGS));
    let title = rules.needed(
        draft.title.as_ref(),
        &draft.span,
        "title",
        "an ending has a name, as on a medal: title = { … }",
    );
    let learned = texts(
        &draft.learned,
        &draft.span,
        "learned",
        "what did we learn? learned = [ { vi = \"…\", en = \"…\" } ]",
        rules,
    );
    let retry = rules
        .missing(
            draft.retry.as_ref(),
            &draft.span,
            "retry",
            "retry = the passage of the deciding choice",
        )
        .and_then(|to| target(to, known, rules));
    Some(Ending {
        kind: kind?,
        title: title?,
        learned: learned?,
        retry: retry?,
    })
}

/// Every flag that is set is read somewhere, and the other way round.
fn flags(draft: &Draft, rules: &mut Rules<'_>) {
    let choices = || draft.passages.iter().flat_map(|p| &p.choices);
    let set: BTreeMap<&str, &Span> = choices()
        .flat_map(|c| &c.sets)
        .map(|f| (f.as_str(), &f.span))
        .collect();
    let read: BTreeMap<&str, &Span> = choices()
        .flat_map(|c| &c.needs)
        .map(|f| (f.as_str(), &f.span))
        .collect();
    for (flag, span) in set.iter().filter(|(flag, _)| !read.contains_key(*flag)) {
        rules
            .found
            .error(
                span,
                format!("nothing ever asks whether “{flag}” has happened"),
            )
            .hint("add needs = [\"…\"] to a choice, or remove it");
    }
    for (flag, span) in read.iter().filter(|(flag, _)| !set.contains_key(*flag)) {
        let all: Vec<&str> = set.keys().copied().collect();
        rules
            .found
            .error(span, format!("“{flag}” never happens"))
            .hint(crate::load::nearest(flag, &all));
    }
}

/// Where a reader can be: a passage, and what has happened.
type State = (usize, BTreeSet<Flag>);

#[expect(
    clippy::too_many_lines,
    reason = "one walk over one graph, told in order"
)]
fn explore(scenario: &Scenario, draft: &Draft, rules: &mut Rules<'_>) -> Option<Paths> {
    let index: BTreeMap<&PassageId, usize> = scenario
        .passages
        .iter()
        .enumerate()
        .map(|(i, p)| (&p.id, i))
        .collect();
    let onward = |(at, flags): &State| -> Vec<State> {
        let Next::Choices(choices) = &scenario.passages[*at].next else {
            return Vec::new();
        };
        let open = choices
            .iter()
            .filter(|c| c.needs.iter().all(|need| flags.contains(need)));
        open.filter_map(|c| {
            let mut after = flags.clone();
            after.extend(c.sets.iter().cloned());
            Some((*index.get(&c.to)?, after))
        })
        .collect()
    };
    let mut edges: BTreeMap<State, Vec<State>> = BTreeMap::new();
    let mut open: Vec<State> = vec![(0, BTreeSet::new())];
    while let Some(state) = open.pop() {
        if edges.contains_key(&state) {
            continue;
        }
        let next = onward(&state);
        open.extend(next.iter().cloned());
        edges.insert(state, next);
    }
    let ends = |state: &State| matches!(scenario.passages[state.0].next, Next::Ending(_));
    let mut good = true;
    let mut complain = |at: usize, message: String, hint: &str| {
        let span = draft.passages[at]
            .id
            .as_ref()
            .map_or(&draft.passages[at].span, |id| &id.span);
        rules.found.error(span, message).hint(hint);
        good = false;
    };
    let reached: BTreeSet<usize> = edges.keys().map(|(at, _)| *at).collect();
    for (at, passage) in scenario
        .passages
        .iter()
        .enumerate()
        .filter(|(at, _)| !reached.contains(at))
    {
        complain(
            at,
            format!("no path leads to “{}”", passage.id),
            "let a choice lead here, or remove the passage",
        );
    }
    let stuck: BTreeSet<usize> = edges
        .iter()
        .filter(|(state, next)| next.is_empty() && !ends(state))
        .map(|(state, _)| state.0)
        .collect();
    for &at in &stuck {
        complain(
            at,
            format!(
                "one can come to “{}” when none of its choices is open",
                scenario.passages[at].id
            ),
            "leave one choice without needs",
        );
    }
    // Which states lead to an ending: backwards until nothing more is added.
    let mut saved: BTreeSet<&State> = edges.keys().filter(|state| ends(state)).collect();
    loop {
        let before = saved.len();
        saved.extend(
            edges
                .iter()
                .filter(|(_, next)| next.iter().any(|n| saved.contains(n)))
                .map(|(state, _)| state)
                .collect::<Vec<_>>(),
        );
        if saved.len() == before {
            break;
        }
    }
    let trapped: BTreeSet<usize> = edges
        .keys()
        .filter(|state| !saved.contains(state))
        .map(|state| state.0)
        .filter(|at| !stuck.contains(at))
        .collect();
    for at in trapped {
        complain(
            at,
            format!(
                "from “{}” no path leads to an ending",
                scenario.passages[at].id
            ),
            "let a choice lead out of this circle",
        );
    }
    retries(scenario, draft, &index, &edges, rules);
    let mut endings = [0; 3];
    for passage in scenario.passages.iter() {
        if let Next::Ending(ending) = &passage.next {
            endings[match ending.kind {
                EndingKind::Safe => 0,
                EndingKind::Learned => 1,
                EndingKind::Helped => 2,
            }] += 1;
        }
    }
    if endings[0] == 0 {
        rules
            .found
            .error(&draft.span, "this scenario has no safe ending")
            .hint("one path, at least, sees the trick in time: kind = \"safe\"");
    }
    if !good {
        return None;
    }
    let mut paths = Paths {
        count: 0,
        longest: 0,
        endings,
    };
    let mut walk = Walk {
        walked: Vec::new(),
        steps: 0,
    };
    count(&(0, BTreeSet::new()), &edges, &ends, &mut walk, &mut paths);
    Some(paths)
}

/// “Try again” leads back to a decision that was on the way to this ending.
fn retries(
    scenario: &Scenario,
    draft: &Draft,
    index: &BTreeMap<&PassageId, usize>,
    edges: &BTreeMap<State, Vec<State>>,
    rules: &mut Rules<'_>,
) {
    for (at, passage) in scenario.passages.iter().enumerate() {
        let Next::Ending(ending) = &passage.next else {
            continue;
        };
        let Some(&retry) = index.get(&ending.retry) else {
            continue;
        };
        let mut open: Vec<&State> = edges.keys().filter(|state| state.0 == retry).collect();
        let mut seen: BTreeSet<&State> = BTreeSet::new();
        while let Some(state) = open.pop() {
            if seen.insert(state) {
                open.extend(edges.get(state).into_iter().flatten());
            }
        }
        let decides = matches!(scenario.passages[retry].next, Next::Choices(_));
        if !decides || !seen.iter().any(|state| state.0 == at) {
            let written = draft.passages[at]
                .ending
                .as_ref()
                .and_then(|e| e.retry.as_ref());
            let span = written.map_or(&draft.passages[at].span, |retry| &retry.span);
            rules
                .found
                .error(
                    span,
                    format!(
                        "“{}” is no decision on the way to this ending",
                        ending.retry
                    ),
                )
                .hint("name the passage whose choice decided it");
        }
    }
}

/// A walk through the states, for counting.
struct Walk<'a> {
    walked: Vec<&'a State>,
    steps: u64,
}

fn count<'a>(
    state: &'a State,
    edges: &'a BTreeMap<State, Vec<State>>,
    ends: &impl Fn(&State) -> bool,
    walk: &mut Walk<'a>,
    paths: &mut Paths,
) {
    walk.steps += 1;
    if paths.count >= MOST_PATHS || walk.steps >= MOST_STEPS || walk.walked.contains(&state) {
        return;
    }
    walk.walked.push(state);
    if ends(state) {
        paths.count += 1;
        paths.longest = paths.longest.max(walk.walked.len());
    }
    for next in edges.get(state).into_iter().flatten() {
        if let Some((next, _)) = edges.get_key_value(next) {
            count(next, edges, ends, walk, paths);
        }
    }
    walk.walked.pop();
}
