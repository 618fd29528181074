//! A small library to teach with: a comic of three panels, and a scenario with a choice that depends on another.

use std::rc::Rc;

use classroom::library::Ask;
use classroom::plan::{Plan, Step, What};
use classroom::scene::Works;
use classroom::session::Session;
use serde_json::json;
use vac_xin_so::model::Work;

fn text(words: &str) -> serde_json::Value {
    json!({ "vi": words, "en": format!("{words} (en)") })
}

fn panel(id: &str) -> serde_json::Value {
    json!({ "id": id, "shape": "wide", "framed": true, "alt": text(id), "balloons": [] })
}

fn work(id: &str, story: &serde_json::Value) -> Work {
    serde_json::from_value(json!({
        "id": id, "shelf": "truyen", "title": text(id), "summary": text("s"), "ages": { "min": 8, "max": 11 },
        "topics": ["scam", "ask-for-help"], "minutes": 5, "story": story, "note": text("n"),
        "talk": [text("one"), text("two")],
        "dose": { "question": text("q"), "answers": [
            { "text": text("no"), "right": false, "feedback": text("f") },
            { "text": text("yes"), "right": true, "feedback": text("f") } ] }
    }))
    .unwrap()
}

/// The works: `kim`, with a pause behind its second panel, and `duong`, with two.
pub(crate) fn works() -> Works {
    let comic = work(
        "kim",
        &json!({ "comic": [panel("p1"), panel("p2"), panel("p3")] }),
    );
    let choice = |id: &str, to: &str| json!({ "id": id, "text": text(id), "to": to });
    let ending = |id: &str| {
        json!({ "id": id, "panels": [panel(&format!("{id}-p"))], "next": { "ending": {
            "kind": "safe", "title": text(id), "learned": [text("l")], "retry": "dau" } } })
    };
    let told = json!({ "id": "ke", "text": text("ke"), "to": "giua", "sets": ["da-ke"] });
    let helped = json!({ "id": "nho", "text": text("nho"), "to": "tot", "needs": ["da-ke"] });
    let scenario = work(
        "duong",
        &json!({ "scenario": { "passages": [
        { "id": "dau", "panels": [panel("d1"), panel("d2")], "next": { "choices": [choice("im", "giua"), told] } },
        { "id": "giua", "panels": [panel("g1")], "next": { "choices": [choice("thoi", "sau"), helped] } },
        ending("tot"), ending("sau"),
    ] } }),
    );
    let ask = |panel: &str| Ask {
        panel: panel.parse().unwrap(),
        text: serde_json::from_value(text("why?")).unwrap(),
    };
    let mut works = Works::default();
    works.insert(Rc::new(comic), &[ask("p2")]);
    works.insert(Rc::new(scenario), &[ask("d1"), ask("g1")]);
    works
}

/// A plan with all kinds of steps.
pub(crate) fn plan() -> Plan {
    let (kim, duong) = ("kim".parse().unwrap(), "duong".parse().unwrap());
    let whats = [
        What::Welcome,
        What::Before(Clone::clone(&kim)),
        What::Read(Clone::clone(&kim)),
        What::Talk(Clone::clone(&kim)),
        What::After(kim),
        What::Read(duong),
        What::Own("Ai giúp em?".into()),
        What::Stretch,
        What::Close,
    ];
    Plan {
        title: "Thử một buổi".into(),
        ages: (9, 11),
        minutes: 35,
        topics: Vec::new(),
        steps: whats.map(|what| Step { what, minutes: 4 }).to_vec(),
    }
}

/// A session by that plan, begun at the moment 0.
pub(crate) fn session() -> Session {
    Session::begin("a-1".into(), "2026-11-25".into(), plan(), 0.0)
}
