//! The reader: sentences first, then random works and random walks.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod compose;
mod progress;
mod search;
mod settings;

use std::rc::Rc;

use proptest::prelude::*;
use vac_xin_so::model::{Lang, Next, Story, Work};
use vac_xin_so::reader::{Action, Effect, Entry, Place, Reader, Turn};

/// A comic of so many panels.
fn comic(panels: usize) -> Rc<Work> {
    work(
        &serde_json::json!({ "comic": (1..=panels).map(|i| panel(&format!("p{i}"))).collect::<Vec<_>>() }),
    )
}

fn panel(id: &str) -> serde_json::Value {
    serde_json::json!({ "id": id, "shape": "square", "alt": text(), "balloons": [] })
}

fn text() -> serde_json::Value {
    serde_json::json!({ "vi": "à", "en": "ah" })
}

/// A scenario: for each passage where its choices lead; none is an ending. Each has two panels.
fn scenario(ways: &[Vec<usize>]) -> Rc<Work> {
    let passages: Vec<_> = ways
        .iter()
        .enumerate()
        .map(|(i, to)| {
            let choices: Vec<_> = to.iter().enumerate().map(|(k, t)| serde_json::json!({ "id": format!("c{i}-{k}"), "text": text(), "to": format!("s{t}") })).collect();
            let next = if to.is_empty() { serde_json::json!({ "ending": { "kind": "safe", "title": text(), "learned": [text()], "retry": "s0" } }) } else { serde_json::json!({ "choices": choices }) };
            serde_json::json!({ "id": format!("s{i}"), "panels": [panel(&format!("a{i}")), panel(&format!("b{i}"))], "next": next })
        })
        .collect();
    work(&serde_json::json!({ "scenario": { "passages": passages } }))
}

fn work(story: &serde_json::Value) -> Rc<Work> {
    let answer = serde_json::json!({ "text": text(), "right": true, "feedback": text() });
    let work = serde_json::json!({
        "id": "thu", "shelf": "ke", "title": text(), "summary": text(), "ages": { "min": 8, "max": 11 }, "topics": ["scam"], "minutes": 2,
        "story": story, "talk": [text()], "note": text(), "dose": { "question": text(), "answers": [answer] }
    });
    Rc::new(serde_json::from_value(work).expect("a work"))
}

/// Someone reading, for tests that read aloud.
struct Reading(Reader, Vec<Effect>);

fn reading(work: Rc<Work>) -> Reading {
    Reading(Reader::new(work), Vec::new())
}

impl Reading {
    fn does(self, action: Action) -> Self {
        let (next, effects) = self.0.reduce(action);
        Self(next, effects)
    }
    fn turns(self, turn: Turn) -> Self {
        self.does(Action::Turn(turn))
    }
    fn chooses(self, id: &str) -> Self {
        self.does(Action::Choose(id.parse().unwrap()))
    }
    fn comes_from(self, address: &str, kept: Option<&str>) -> Self {
        self.does(Action::Recalled {
            address: address.into(),
            kept: kept.map(str::to_owned),
        })
    }
    #[track_caller]
    fn stands_at(self, name: &str) -> Self {
        assert_eq!(self.0.place().name(), name);
        self
    }
}

#[test]
fn next_and_back_walk_a_comic_and_stop_at_its_ends() {
    let reader = reading(comic(3))
        .turns(Turn::Back)
        .stands_at("p1")
        .turns(Turn::Next)
        .stands_at("p2");
    let reader = reader
        .turns(Turn::Last)
        .stands_at("p3")
        .turns(Turn::Next)
        .stands_at("_after")
        .turns(Turn::Next)
        .stands_at("_after");
    reader
        .turns(Turn::Back)
        .stands_at("p3")
        .turns(Turn::First)
        .stands_at("p1");
}

#[test]
fn every_step_is_kept_shown_and_written_into_the_address() {
    let Reading(_, effects) = reading(comic(3)).turns(Turn::Next);
    assert!(
        matches!(&effects[..], [Effect::Address(a, _), Effect::Keep(b, None), Effect::Show(c)] if a == b && b == c && a.name() == "p2")
    );
}

#[test]
fn a_step_that_leads_nowhere_does_nothing() {
    let Reading(_, effects) = reading(comic(1)).turns(Turn::Back);
    assert!(effects.is_empty());
}

#[test]
fn going_back_after_a_choice_shows_the_passage_that_was_read() {
    reading(scenario(&[vec![1, 2], vec![2], vec![]]))
        .chooses("c0-0")
        .stands_at("s1")
        .turns(Turn::Back)
        .stands_at("s0")
        .chooses("c0-1")
        .stands_at("s2")
        .turns(Turn::Back)
        .stands_at("s0");
}

#[test]
fn within_a_passage_next_walks_its_panels_and_never_chooses() {
    reading(scenario(&[vec![1], vec![]]))
        .turns(Turn::Next)
        .stands_at("b0")
        .turns(Turn::Next)
        .stands_at("b0")
        .turns(Turn::Back)
        .stands_at("s0");
}

#[test]
fn a_link_wins_over_what_was_kept() {
    let work = comic(5);
    let reader = reading(work.clone())
        .comes_from("p4", Some("p2"))
        .stands_at("p4");
    assert_eq!(reader.0.offer(), None);
}

#[test]
fn what_was_kept_is_offered_and_accepted_or_declined() {
    let work = comic(5);
    let offered = || {
        reading(work.clone())
            .comes_from("", Some("p3"))
            .stands_at("p1")
    };
    offered().does(Action::Resume).stands_at("p3");
    let declined = offered().does(Action::StartOver).stands_at("p1");
    assert_eq!(declined.0.offer(), None);
}

#[test]
fn the_first_panel_and_a_panel_that_is_gone_are_not_offered() {
    let work = comic(5);
    assert_eq!(
        reading(work.clone()).comes_from("", Some("p1")).0.offer(),
        None
    );
    assert_eq!(reading(work).comes_from("", Some("p99")).0.offer(), None);
}

#[test]
fn an_address_that_names_nothing_leaves_the_reader_where_it_is() {
    reading(comic(3))
        .turns(Turn::Next)
        .does(Action::Moved("nonsense".into()))
        .stands_at("p2");
}

#[test]
fn an_ending_gives_a_stamp_and_leads_behind_the_end_and_back() {
    let at_end = reading(scenario(&[vec![1], vec![]])).chooses("c0-0");
    assert!(
        at_end.1.iter().any(
            |effect| matches!(effect, Effect::Finish(Some(ending)) if ending.as_str() == "s1")
        )
    );
    at_end
        .turns(Turn::Last)
        .stands_at("b1")
        .turns(Turn::Next)
        .stands_at("_after")
        .turns(Turn::Back)
        .stands_at("b1");
}

#[test]
fn who_had_finished_is_not_offered_the_end_again() {
    assert_eq!(
        reading(comic(5)).comes_from("", Some("_after")).0.offer(),
        None
    );
}

#[test]
fn a_scrolled_strip_moves_the_place_in_the_same_entry_and_nothing_else() {
    let Reading(reader, effects) = reading(comic(5)).does(Action::Seen("p3".into()));
    assert_eq!(reader.place().name(), "p3");
    assert!(matches!(
        &effects[..],
        [Effect::Address(_, Entry::Replace), Effect::Keep(..)]
    ));
    let Reading(_, none) = Reading(reader, vec![]).does(Action::Seen("nonsense".into()));
    assert!(none.is_empty());
}

#[test]
fn the_words_of_both_languages_are_there() {
    assert_eq!(comic(1).title.in_(Lang::Vi), "à");
    assert_eq!(comic(1).title.in_(Lang::En), "ah");
}

fn any_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => prop_oneof![Just(Turn::Next), Just(Turn::Back), Just(Turn::First), Just(Turn::Last)].prop_map(Action::Turn),
        3 => (0usize..6, 0usize..3).prop_map(|(i, k)| Action::Choose(format!("c{i}-{k}").parse().unwrap())),
        1 => "(s|a|b|p)[0-9]|_after|x y|".prop_map(Action::Moved),
        1 => "(s|a|b|p)[0-9]|_after|x y|".prop_map(Action::Seen),
        1 => ("(s|a|b|p)[0-9]|", proptest::option::of("(s|a|b|p)[0-9]")).prop_map(|(address, kept)| Action::Recalled { address, kept }),
        1 => prop_oneof![Just(Action::Resume), Just(Action::StartOver), Just(Action::Woke)],
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens, the reader stands somewhere in the work, its address leads back to where it is,
    /// and what it asks of the world is about that place.
    #[test]
    fn a_random_walk_never_leaves_the_work(
        ways in prop::collection::vec(prop::collection::vec(0usize..6, 0..3), 1..6),
        is_comic in any::<bool>(),
        actions in prop::collection::vec(any_action(), 0..10_000),
    ) {
        let n = ways.len();
        let ways: Vec<Vec<usize>> = ways.into_iter().map(|to| to.into_iter().map(|t| t % n).collect()).collect();
        let work = if is_comic { comic(n + 2) } else { scenario(&ways) };
        let mut reader = Reader::new(work.clone());
        for action in actions {
            let (next, effects) = reader.reduce(action);
            let here = next.place().clone();
            prop_assert_eq!(Place::named(here.name(), &work.story), Some(here.clone()));
            for effect in effects {
                match effect {
                    Effect::Recall => {}
                    Effect::Finish(ending) => {
                        prop_assert!(here == Place::After || next.ending().is_some(), "a stamp is given at an end");
                        prop_assert_eq!(ending.is_some(), next.ending().is_some());
                    }
                    Effect::Address(place, _) | Effect::Keep(place, _) | Effect::Show(place) => prop_assert_eq!(place, here.clone()),
                }
            }
            if let Story::Scenario(_) = work.story {
                let passage = next.passage();
                prop_assert!(passage.is_some() || here == Place::After, "in a passage, or behind the end");
                if let Some(Next::Choices(choices)) = passage.map(|passage| &passage.next) {
                    prop_assert!(choices.iter().any(|choice| next.offers(choice)), "something is always offered");
                }
            }
            // Back after forward returns to where one was.
            if next.can_go_on() {
                let on = next.reduce(Action::Turn(Turn::Next)).0;
                let back = on.reduce(Action::Turn(Turn::Back)).0;
                prop_assert_eq!(back.place(), next.place());
            }
            reader = next;
        }
    }
}
