//! A session with a class: what is on the wall, how votes lead on, what survives.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod common;

use classroom::scene::{Scene, following, scene};
use classroom::session::{Command, SLEEP, Session};
use common::{plan, session, works};
use proptest::prelude::*;

/// Does several things, one second after the other.
fn after(session: &Session, commands: &[Command]) -> Session {
    let works = works();
    commands.iter().fold(session.clone(), |now, command| {
        let moment = now.clock.last.unwrap_or_default() + 1000.0;
        now.after(command, &works, moment)
    })
}

fn nexts(count: usize) -> Vec<Command> {
    vec![Command::Next; count]
}

/// Short words for what is on the wall.
fn shown(session: &Session) -> String {
    let works = works();
    match scene(session, &works) {
        Scene::Welcome => "welcome".into(),
        Scene::Dose { before, told, .. } => format!("dose {before} {told}"),
        Scene::Panel { panel, count, .. } => format!("panel {} {}/{}", panel.id, count.0, count.1),
        Scene::Pause { panel, .. } => format!("pause {}", panel.id),
        Scene::Choices { choices, .. } => format!(
            "choices {}",
            choices
                .iter()
                .map(|choice| choice.id.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        ),
        Scene::Ending { ending, .. } => {
            format!("ending {}", ending.title.in_(vac_xin_so::model::Lang::Vi))
        }
        Scene::Talk { count, .. } => format!("talk {}/{}", count.0, count.1),
        Scene::Own(text) => format!("own {text}"),
        Scene::Stretch => "stretch".into(),
        Scene::Close => "close".into(),
        Scene::Missing(id) => format!("missing {id}"),
    }
}

#[test]
fn a_clicker_alone_leads_through_the_whole_plan_and_stops_before_a_choice() {
    let mut now = session();
    let mut seen = vec![shown(&now)];
    for _ in 0..15 {
        now = after(&now, &[Command::Next]);
        seen.push(shown(&now));
    }
    assert_eq!(
        seen,
        [
            "welcome",
            "dose true false",
            "dose true true",
            "panel p1 1/3",
            "panel p2 2/3",
            "pause p2",
            "panel p3 3/3",
            "talk 1/2",
            "talk 2/2",
            "dose false false",
            "dose false true",
            "panel d1 1/2",
            "pause d1",
            "panel d2 2/2",
            "choices im ke",
            "choices im ke"
        ]
    );
}

#[test]
fn the_class_follows_its_vote_and_what_if_returns_to_the_decision() {
    let at_choice = after(&session(), &nexts(14));
    let voted = after(
        &at_choice,
        &[
            Command::Count(1, 1),
            Command::Count(1, 1),
            Command::Count(0, 1),
        ],
    );
    assert_eq!(voted.counts(&works()), [1, 2]);
    let on = after(&voted, &nexts(3));
    // The way that was taken opens another one later.
    assert_eq!(shown(&on), "choices thoi nho");
    let end = after(&on, &[Command::Choose(1), Command::Next]);
    assert_eq!(shown(&end), "ending tot");
    let again = after(&end, &[Command::Rewind(0)]);
    assert_eq!(shown(&again), "choices im ke");
    assert_eq!(
        again.counts(&works()),
        [1, 2],
        "votes are kept to be looked at"
    );
    let other = after(&again, &[vec![Command::Choose(0)], nexts(2)].concat());
    assert_eq!(
        shown(&other),
        "choices thoi",
        "without that way the other one stays closed"
    );
}

#[test]
fn a_tie_leads_nowhere_until_somebody_decides() {
    let tied = after(
        &session(),
        &[
            nexts(14),
            vec![Command::Set(0, 20), Command::Set(1, 20), Command::Next],
        ]
        .concat(),
    );
    assert_eq!(shown(&tied), "choices im ke");
    assert_eq!(tied.leading(&works()), None);
    assert_eq!(
        shown(&after(&tied, &[Command::Count(0, -1), Command::Next])),
        "panel g1 1/1"
    );
}

#[test]
fn back_is_the_way_one_came() {
    let forth = after(&session(), &[nexts(14), vec![Command::Choose(1)]].concat());
    assert_eq!(shown(&forth), "panel g1 1/1");
    assert_eq!(shown(&after(&forth, &[Command::Back])), "choices im ke");
    assert_eq!(
        shown(&after(
            &session(),
            &[Command::Next, Command::Next, Command::Next, Command::Back]
        )),
        "dose true true"
    );
    assert_eq!(shown(&after(&session(), &[Command::Back])), "welcome");
}

#[test]
fn the_first_press_after_a_dark_wall_only_lights_it() {
    let dark = after(&session(), &[Command::Next, Command::Blank]);
    assert!(dark.blank);
    let light = after(&dark, &[Command::Next]);
    assert_eq!((light.blank, shown(&light)), (false, shown(&dark)));
}

#[test]
fn an_hour_with_the_laptop_closed_is_no_lesson() {
    let taught = after(&session(), &nexts(3));
    let closed = taught.after(
        &Command::Next,
        &works(),
        taught.clock.last.unwrap() + 3_600_000.0,
    );
    assert!(
        (closed.clock.spent - taught.clock.spent).abs() < 1.0,
        "{:?}",
        closed.clock
    );
    assert!((closed.clock.slept - 3_600_000.0).abs() < 1.0);
    // A clock that was set back takes no time away.
    let back = closed.clock.at(5.0);
    assert!((back.spent - closed.clock.spent).abs() < 1.0);
}

#[test]
fn two_windows_may_tick_for_one_moment() {
    let clock = session().clock.at(40_000.0);
    assert_eq!(clock.at(40_000.0), clock);
    assert!((clock.at(40_000.0 + SLEEP / 2.0).spent - (40_000.0 + SLEEP / 2.0)).abs() < 1.0);
}

#[test]
fn a_work_that_did_not_come_is_told_and_stops_nobody() {
    let none = classroom::scene::Works::default();
    let mut now = session();
    for _ in 0..plan().steps.len() + 5 {
        now = now.after(&Command::Next, &none, 0.0);
    }
    assert_eq!(now.step, plan().steps.len() - 1);
    let missing = session().after(&Command::Step(2), &none, 0.0);
    assert!(matches!(scene(&missing, &none), Scene::Missing(id) if id.as_str() == "kim"));
}

#[test]
fn what_was_kept_comes_back_word_by_word() {
    let now = after(
        &session(),
        &[
            nexts(14),
            vec![
                Command::Count(0, 3),
                Command::Choose(0),
                Command::Ask("Vì sao ạ?".into()),
                Command::Timer(Some(60)),
                Command::Pupils(42),
            ],
        ]
        .concat(),
    );
    let kept = serde_json::to_string(&now).unwrap();
    assert_eq!(serde_json::from_str::<Session>(&kept).unwrap(), now);
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        6 => Just(Command::Next),
        3 => Just(Command::Back),
        1 => (0..20_usize).prop_map(Command::Step),
        1 => (0..20_usize).prop_map(Command::Beat),
        2 => (0..5_usize).prop_map(Command::Choose),
        1 => (0..9_usize).prop_map(Command::Rewind),
        3 => (0..6_usize, -3..4_i32).prop_map(|(answer, by)| Command::Count(answer, by)),
        1 => (0..6_usize, 0..u16::MAX).prop_map(|(answer, count)| Command::Set(answer, count)),
        1 => prop::collection::vec(0..60_u16, 0..6).prop_map(Command::Counts),
        1 => Just(Command::Clear),
        1 => Just(Command::Blank),
        1 => (0..9_usize).prop_map(|at| Command::Spot(Some(at))),
        1 => (0..9_usize).prop_map(Command::Unask),
    ]
}

proptest! {
    #[test]
    fn whatever_is_pressed_something_is_on_the_wall_and_votes_are_never_negative(commands in prop::collection::vec(command(), 0..60)) {
        let works = works();
        let mut now = session();
        for command in &commands {
            let before = now.revision;
            now = now.after(command, &works, 0.0);
            prop_assert_eq!(now.revision, before + 1);
            prop_assert!(now.step < now.plan.steps.len());
            let wall = scene(&now, &works);
            prop_assert!(!matches!(wall, Scene::Missing(_)));
            if let Scene::Choices { choices, .. } = &wall {
                prop_assert!(!choices.is_empty());
                prop_assert!(following(&now, &works).is_none());
            }
            prop_assert!(now.counts(&works).iter().all(|count| *count <= 2000));
        }
    }
}
