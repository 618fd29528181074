//! Plans: they fit the time, and travel in a link.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use classroom::library::Library;
use classroom::link;
use classroom::plan::{AGES, LENGTHS, Plan, Step, What};
use classroom::propose::{Wish, propose};
use proptest::prelude::*;
use vac_xin_so::model::Topic;

fn library() -> Library {
    let work = |id: &str, kind: &str, ages: [u8; 2], topics: &str, minutes: u8| {
        format!(
            r#"{{"id":"{id}","kind":"{kind}","ages":{ages:?},"topics":[{topics}],"minutes":{minutes},"title":{{"vi":"{id}","en":"{id}"}},"url":{{"vi":"v","en":"e"}},"panels":9}}"#
        )
    };
    let works = [
        work("kim-cuong", "comic", [8, 11], r#""scam","password""#, 4),
        work("khung-long", "comic", [6, 8], r#""privacy""#, 3),
        work("nap-the", "scenario", [9, 12], r#""games","scam""#, 6),
        work("bi-doa", "scenario", [12, 15], r#""grooming""#, 8),
        work("anh-nhom", "comic", [8, 13], r#""privacy","bullying""#, 5),
        work("quy-tac", "rulebook", [6, 15], r#""scam""#, 20),
    ];
    Library::read(&format!(
        r#"{{"languages":["vi","en"],"works":[{}]}}"#,
        works.join(",")
    ))
    .unwrap()
}

#[test]
fn every_length_age_and_topic_gets_a_plan_that_fills_the_time() {
    for minutes in LENGTHS {
        for ages in AGES {
            for topics in [
                vec![],
                vec![Topic::Scam],
                vec![Topic::Privacy, Topic::Games],
                Topic::ALL.to_vec(),
            ] {
                let wish = Wish {
                    ages,
                    minutes,
                    topics,
                };
                let plan = propose(&library(), &wish, "Buổi");
                assert_eq!(plan.total(), minutes, "{wish:?}: {plan:?}");
                assert!(!plan.works().is_empty(), "{wish:?}");
                assert!(
                    plan.works().iter().all(|id| id.as_str() != "quy-tac"),
                    "only stories are shown panel by panel"
                );
                assert_eq!(plan.steps.first().unwrap().what, What::Welcome);
                assert_eq!(plan.steps.last().unwrap().what, What::Close);
            }
        }
    }
}

#[test]
fn what_was_wished_comes_first() {
    let plan = propose(
        &library(),
        &Wish {
            ages: (9, 11),
            minutes: 15,
            topics: vec![Topic::Bullying],
        },
        "x",
    );
    assert_eq!(plan.works().first().unwrap().as_str(), "anh-nhom");
    let plan = propose(
        &library(),
        &Wish {
            ages: (12, 15),
            minutes: 45,
            topics: vec![Topic::Grooming],
        },
        "x",
    );
    assert_eq!(plan.works().first().unwrap().as_str(), "bi-doa");
}

#[test]
fn nobody_has_to_talk_for_a_quarter_of_an_hour_where_a_second_story_fits() {
    for (ages, minutes) in [((9, 11), 35), ((9, 11), 45), ((12, 15), 45)] {
        let wish = Wish {
            ages,
            minutes,
            topics: vec![],
        };
        let plan = propose(&library(), &wish, "x");
        let longest = plan
            .steps
            .iter()
            .filter(|step| matches!(step.what, What::Talk(_)))
            .map(|step| step.minutes)
            .max();
        assert!(longest <= Some(11), "{wish:?}: {plan:?}");
    }
}

#[test]
fn an_empty_library_gives_a_plan_without_works_that_still_fills_the_time() {
    let plan = propose(
        &Library::default(),
        &Wish {
            ages: (9, 11),
            minutes: 35,
            topics: vec![],
        },
        "x",
    );
    assert_eq!((plan.total(), plan.works().len()), (35, 0));
}

#[test]
fn a_link_is_short_enough_for_a_code_to_scan() {
    let plan = propose(
        &library(),
        &Wish {
            ages: (9, 11),
            minutes: 45,
            topics: vec![Topic::Scam, Topic::Games],
        },
        "Lừa đảo, quà lạ",
    );
    let address = format!(
        "https://vac-xin-so.example/vi/buoi-hoc/#ke-hoach={}",
        link::write(&plan)
    );
    assert!(address.len() < 700, "{} letters: {address}", address.len());
    assert!(address.is_ascii() && !address.contains(' '), "{address}");
}

#[test]
fn a_broken_link_is_no_plan() {
    let whole = link::write(&propose(
        &library(),
        &Wish {
            ages: (9, 11),
            minutes: 35,
            topics: vec![],
        },
        "Buổi 1",
    ));
    for broken in [
        "",
        "x",
        "2!35!9-11!!T!w.2",
        "1!35!9-11!!T!z.2",
        "1!35!9-11!!T!w",
        "1!a!9-11!!T!w.2",
        "1!35!9!!T!w.2",
        "1!35!9-11!!_zz!w.2",
        "1!35!9-11!!%zz!w.2",
        "1!35!9-11!!T!rKim.2",
    ] {
        assert_eq!(link::read(broken), None, "{broken}");
    }
    for cut in 0..whole.len() {
        // Cut anywhere it is no plan, or one with fewer steps: never a fault.
        if let Some(plan) = link::read(&whole[..cut]) {
            assert!(plan.steps.len() <= 20);
        }
    }
    assert_eq!(
        link::read(&format!("1!35!9-11!!T!{}", "w.1~".repeat(61))),
        None,
        "a made-up link must not fill the page"
    );
}

fn what() -> impl Strategy<Value = What> {
    let id = || "[a-z][a-z0-9-]{0,20}".prop_map(|id| id.parse().unwrap());
    prop_oneof![
        Just(What::Welcome),
        Just(What::Stretch),
        Just(What::Close),
        id().prop_map(What::Before),
        id().prop_map(What::Read),
        id().prop_map(What::Talk),
        id().prop_map(What::After),
        ".{0,40}".prop_map(What::Own),
    ]
}

proptest! {
    #[test]
    fn any_plan_comes_back_from_its_link(
        title in ".{0,60}",
        minutes in 0..240_u16,
        topics in prop::sample::subsequence(Topic::ALL.to_vec(), 0..5),
        steps in prop::collection::vec((what(), 1..240_u16), 0..60),
    ) {
        let steps = steps.into_iter().map(|(what, minutes)| Step { what, minutes }).collect();
        let plan = Plan { title, ages: (6, 15), minutes, topics, steps };
        let text = link::write(&plan);
        prop_assert_eq!(link::read(&text), Some(plan.clone()));
        // Some apps write the signs between in their own way.
        let passed_on = text.replace('!', "%21").replace('~', "%7E").replace(',', "%2C");
        prop_assert_eq!(link::read(&passed_on), Some(plan));
    }
}
