//! Records: what is marked stays, what is broken does no harm, and the question comes again in time.

use proptest::prelude::*;
use vac_xin_so::model::{Dose, Lang};
use vac_xin_so::reader::{Animal, Day, Mark, Record};
use vac_xin_so::ui::Words;

fn at(place: &str, passage: Option<&str>) -> Mark {
    Mark::At {
        place: place.into(),
        passage: passage.map(str::to_owned),
    }
}

fn marked(marks: &[(Mark, u32)]) -> Record {
    let mut record = Record::default();
    for (mark, day) in marks {
        record.mark(mark.clone(), Day(*day));
    }
    record
}

#[test]
fn a_story_read_to_its_end_is_not_half_read_and_keeps_its_first_day() {
    let record = marked(&[
        (at("p3", None), 10),
        (Mark::Done(None), 10),
        (at("p2", None), 40),
        (Mark::Done(None), 40),
    ]);
    assert_eq!((record.done, record.half_read()), (Some(Day(10)), false));
    assert!(marked(&[(at("p3", None), 1)]).half_read());
}

#[test]
fn passages_and_endings_are_found_once_and_for_all() {
    let record = marked(&[
        (at("a", Some("a")), 1),
        (at("b", Some("b")), 1),
        (Mark::Done(Some("b".into())), 1),
        (at("a", Some("a")), 2),
    ]);
    assert_eq!(record.seen, ["a", "b"]);
    assert_eq!(record.ends, ["b"]);
}

#[test]
fn the_question_comes_again_after_two_weeks_and_later_after_eight() {
    let done = marked(&[(Mark::Done(None), 100)]);
    assert!(!done.due(Day(113)));
    assert!(done.due(Day(114)));
    let again = marked(&[(Mark::Done(None), 100), (Mark::After(1), 114)]);
    assert_eq!(again.again, Some(Day(114)));
    assert!(!again.due(Day(169)));
    assert!(again.due(Day(170)));
    assert!(!Record::default().due(Day(9999)), "nothing was read");
}

#[test]
fn a_clock_that_was_set_back_loses_nothing() {
    let mut record = marked(&[(Mark::Done(None), 20_000)]);
    assert!(!record.due(Day(3)));
    record.mark(Mark::Done(None), Day(3));
    record.mark(Mark::After(0), Day(3));
    assert_eq!((record.done, record.again), (Some(Day(20_000)), None));
}

#[test]
fn the_first_answer_before_and_the_last_one_after_count() {
    let record = marked(&[
        (Mark::Before(2), 1),
        (Mark::Before(0), 1),
        (Mark::After(1), 1),
        (Mark::After(0), 1),
    ]);
    assert_eq!((record.before, record.after), (Some(2), Some(0)));
}

#[test]
fn a_day_is_written_as_on_a_calendar() {
    for (day, date) in [(0, "1/1"), (59, "1/3"), (789, "29/2"), (20_782, "25/11")] {
        assert_eq!(Words(Lang::Vi).day(Day(day)), date, "day {day}");
    }
}

fn dose() -> Dose {
    let text = |word: &str| serde_json::json!({ "vi": word, "en": word });
    let answer = |word: &str, right: bool| serde_json::json!({ "text": text(word), "right": right, "feedback": text("…") });
    serde_json::from_value(serde_json::json!({
        "question": text("?"), "answers": [answer("kể", true), answer("giấu", false)]
    }))
    .unwrap_or_else(|why| unreachable!("{why}"))
}

#[test]
fn every_change_of_mind_gets_its_own_kind_word_and_one_answer_alone_none() {
    let words = Words(Lang::Vi);
    let told = |before: Option<usize>, after: Option<usize>| {
        let record = Record {
            before,
            after,
            ..Record::default()
        };
        words.change(&dose(), &record)
    };
    let all = [(1, 0), (0, 0), (1, 1), (0, 1)].map(|(b, a)| told(Some(b), Some(a)));
    for (i, one) in all.iter().enumerate() {
        assert!(one.is_some());
        assert!(!all[..i].contains(one), "said twice: {one:?}");
    }
    assert!(all[0].as_deref().unwrap_or_default().contains("giấu"));
    assert_eq!(told(None, Some(0)), None);
    assert_eq!(told(Some(0), None), None);
    assert_eq!(told(Some(9), Some(0)), None, "an answer that is gone");
}

#[test]
fn animals_are_known_by_their_names() {
    for animal in Animal::ALL {
        assert_eq!(Animal::named(animal.name()), Some(*animal));
    }
    assert_eq!(Animal::named("rồng"), None);
}

fn any_mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        (
            "[a-z][a-z0-9-]{0,8}|_after",
            proptest::option::of("[a-z]{1,3}")
        )
            .prop_map(|(place, passage)| Mark::At { place, passage }),
        proptest::option::of("[a-z]{1,3}").prop_map(Mark::Done),
        (0usize..4).prop_map(Mark::Before),
        (0usize..4).prop_map(Mark::After),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_note_is_read_as_it_was_written(marks in prop::collection::vec((any_mark(), 0u32..40_000), 0..30)) {
        let record = marked(&marks);
        prop_assert_eq!(Record::read(&record.note()), record);
    }

    #[test]
    fn no_note_is_too_broken_to_be_read(note in "(place|seen|ends|before|after|done|again|odd|=|,| |[0-9]{1,12}|[a-zé\n]){0,30}") {
        let record = Record::read(&note);
        prop_assert_eq!(Record::read(&record.note()), record);
    }
}
