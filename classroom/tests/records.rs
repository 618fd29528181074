//! Records: what a session leaves, files of them, tables, a term in figures.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod common;

use classroom::merge::{self, Merge, Refused, Verdict};
use classroom::minutes::{Asked, Record, Shown, percent};
use classroom::report::Report;
use classroom::session::Command;
use classroom::table;
use common::{session, works};
use proptest::prelude::*;
use vac_xin_so::model::Lang;

fn record(id: &str, date: &str) -> Record {
    Record {
        id: id.into(),
        changed: 10.0,
        date: date.into(),
        place: "Trường A".into(),
        class: "3A".into(),
        pupils: 40,
        title: "Lừa đảo".into(),
        planned: 35,
        minutes: 34,
        works: vec![Shown {
            id: "kim".into(),
            title: "Kim cương".into(),
        }],
        topics: vec!["scam".into()],
        doses: vec![Asked {
            title: "Kim cương".into(),
            before: Some((10, 40)),
            after: Some((36, 40)),
        }],
        ..Record::default()
    }
}

#[test]
fn a_session_leaves_its_record() {
    let works = works();
    let mut now = session();
    let mut moment = 0.0;
    let mut act = |command: Command| {
        moment += 60_000.0;
        now = now.after(&command, &works, moment);
    };
    act(Command::Next);
    act(Command::Set(0, 30));
    act(Command::Set(1, 10));
    for _ in 0..8 {
        act(Command::Next);
    }
    act(Command::Counts(vec![4, 36]));
    for _ in 0..5 {
        act(Command::Next);
    }
    act(Command::Count(1, 20));
    act(Command::Next);
    act(Command::Pupils(40));
    act(Command::Class("3A".into()));
    act(Command::Ask("  Nếu lỡ gửi thì sao ạ? ".into()));
    let record = Record::of(&now, &works, Lang::Vi, moment);
    assert_eq!(
        record
            .works
            .iter()
            .map(|work| work.id.as_str())
            .collect::<Vec<_>>(),
        ["kim", "duong"]
    );
    assert_eq!(
        record.doses,
        [Asked {
            title: "kim".into(),
            before: Some((10, 40)),
            after: Some((36, 40))
        }]
    );
    assert_eq!(record.votes.len(), 1);
    assert_eq!(
        record.votes[0].ways,
        [("im".to_owned(), 0), ("ke".to_owned(), 20)]
    );
    assert_eq!(record.questions, ["Nếu lỡ gửi thì sao ạ?"]);
    assert_eq!(
        (record.pupils, record.class.as_str(), record.planned),
        (40, "3A", 35)
    );
    assert!((f64::from(record.minutes) - moment / 60_000.0).abs() < 0.5);
    assert_eq!(record.topics, ["scam", "ask-for-help"]);
}

#[test]
fn a_file_comes_back_and_foreign_broken_and_newer_ones_are_refused() {
    let ours = [record("a", "2026-11-25"), record("b", "2026-11-26")];
    let file = merge::write(&ours);
    assert_eq!(merge::read(&file).unwrap(), ours);
    assert_eq!(
        merge::read(&format!("\u{feff}{file}")).unwrap(),
        ours,
        "a mark that some editors put in front"
    );
    assert_eq!(merge::read("{}"), Err(Refused::Foreign));
    assert_eq!(merge::read(""), Err(Refused::Foreign));
    assert_eq!(merge::read("\u{0}PNG"), Err(Refused::Foreign));
    assert_eq!(merge::read(&file[..file.len() / 2]), Err(Refused::Broken));
    assert_eq!(
        merge::read(&file.replace("\"version\": 1", "\"version\": 7")),
        Err(Refused::Newer(7))
    );
    assert_eq!(
        merge::read(&file.replace("2026-11-26", "soon")),
        Err(Refused::Broken)
    );
    assert_eq!(
        merge::read(&file.replace("\"pupils\": 40", "\"pupils\": -4")),
        Err(Refused::Broken)
    );
    // What a later version adds is let be; what an older one had not is as usual.
    assert_eq!(
        merge::read(&file.replace("\"pupils\": 40,", "\"weather\": \"rain\",")).unwrap()[0].pupils,
        0
    );
}

#[test]
fn merging_adds_what_is_new_and_asks_about_what_differs() {
    let ours = [record("a", "2026-11-25"), record("b", "2026-11-26")];
    let newer = Record {
        pupils: 44,
        changed: 20.0,
        ..ours[0].clone()
    };
    let older = Record {
        pupils: 3,
        changed: 1.0,
        ..ours[1].clone()
    };
    let again = Record {
        changed: 99.0,
        ..ours[0].clone()
    };
    let fresh = Record {
        class: "5B".into(),
        ..record("c", "2026-12-01")
    };
    let twin = record("other-name", "2026-11-25");
    let merge = Merge::of(
        &ours,
        vec![
            newer.clone(),
            older.clone(),
            again,
            fresh.clone(),
            fresh.clone(),
            twin.clone(),
        ],
    );
    assert_eq!(
        (
            merge.fresh.len(),
            merge.same,
            merge.differ.len(),
            merge.twins
        ),
        (2, 2, 2, 1)
    );
    let pupils = |verdict, twins| {
        merge
            .apply(&ours, verdict, twins)
            .iter()
            .map(|record| (record.id.clone(), record.pupils))
            .collect::<Vec<_>>()
    };
    let all = |list: &[(&str, u16)]| {
        list.iter()
            .map(|(id, pupils)| ((*id).to_owned(), *pupils))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        pupils(Verdict::Newer, true),
        all(&[("c", 40), ("b", 40), ("a", 44), ("other-name", 40)])
    );
    assert_eq!(
        pupils(Verdict::Ours, false),
        all(&[("c", 40), ("b", 40), ("a", 40)])
    );
    assert_eq!(
        pupils(Verdict::Theirs, false),
        all(&[("c", 40), ("b", 3), ("a", 44)])
    );
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    for bad in [
        "=1+1", "+84", "-2", "@SUM(A1)", "\t=1", " =1", "|cmd", "%0A=1", "\n=2",
    ] {
        assert!(table::harmless(bad).starts_with('\''), "{bad:?}");
    }
    assert_eq!(table::harmless("Lớp 3A"), "Lớp 3A");
    let bad = Record {
        class: "=HYPERLINK(\"x\")".into(),
        questions: vec!["a;\"b\"\nc".into()],
        ..record("a", "2026-11-25")
    };
    let csv = table::write(&[bad], ["h"; 14], str::to_owned);
    assert!(csv.starts_with('\u{feff}') && csv.contains("\r\n"));
    let mut read = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let row = read.records().next().unwrap().unwrap();
    assert_eq!(row.len(), 14);
    assert_eq!(&row[2], "'=HYPERLINK(\"x\")");
    assert_eq!((&row[9], &row[10]), ("25", "90"));
    assert_eq!(&row[12], "a;\"b\"\nc");
}

#[test]
fn a_term_is_summed_up_within_its_bounds() {
    let records = [
        record("a", "2026-09-10"),
        Record {
            pupils: 30,
            place: " trường a ".into(),
            ..record("b", "2026-11-25")
        },
        Record {
            pupils: 20,
            place: "Phường B".into(),
            topics: vec!["scam".into(), "games".into()],
            doses: vec![],
            ..record("c", "2026-11-30")
        },
        record("d", "2027-02-01"),
    ];
    let report = Report::of(&records, "2026-09-01", "2026-12-31");
    assert_eq!((report.sessions, report.pupils, report.places), (3, 90, 2));
    assert_eq!(
        report.months,
        [
            ("2026-09".to_owned(), 1),
            ("2026-10".to_owned(), 0),
            ("2026-11".to_owned(), 2)
        ]
    );
    assert_eq!(
        report.topics,
        [("scam".to_owned(), 3), ("games".to_owned(), 1)]
    );
    assert_eq!(report.change(), Some((25, 90)));
    assert_eq!(Report::of(&records, "", "").sessions, 4);
    assert_eq!(Report::of(&[], "", ""), Report::default());
}

#[test]
fn a_hundred_parts_are_rounded_and_nobody_is_divided_by_nothing() {
    assert_eq!(percent(Some((2, 3))), Some(67));
    assert_eq!(percent(Some((0, 0))), None);
    assert_eq!(percent(None), None);
}

proptest! {
    #[test]
    fn no_file_makes_reading_stop(text in ".{0,200}") {
        prop_assert!(merge::read(&text).is_err());
    }

    #[test]
    fn no_text_in_a_table_becomes_a_formula(text in ".{0,30}") {
        let cell = table::harmless(&text);
        let first = cell.trim_start_matches(' ').chars().next();
        prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '\t')), "{cell:?}");
    }
}
