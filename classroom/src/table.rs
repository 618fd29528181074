//! Records as a table for spreadsheets.

use crate::minutes::{Record, percent};

/// A value that no spreadsheet takes for a formula: one that begins like one gets an apostrophe, which says “text”.
#[must_use]
pub fn harmless(value: &str) -> String {
    let value: String = value.replace(['\r', '\0'], " ");
    let visible = value.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let lead = &value[..value.len() - visible.len()];
    if visible.starts_with(['=', '+', '-', '@', '|', '%']) || lead.chars().any(|c| c != ' ') {
        format!("'{value}")
    } else {
        value
    }
}

/// A table with a line of heads; the mark at the beginning tells spreadsheets that it is UTF-8.
///
/// `heads` are the columns' names: date, place, class, pupils, title, minutes planned, minutes, works, topics, wise
/// answers before and after in a hundred, votes in stories, questions, remarks.
#[must_use]
pub fn write(records: &[Record], heads: [&str; 14], topic: impl Fn(&str) -> String) -> String {
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![0xef, 0xbb, 0xbf]);
    // Writing into memory cannot fail.
    drop(out.write_record(heads));
    for record in records {
        let sum = |pick: fn(&crate::minutes::Asked) -> Option<(u32, u32)>| {
            let all = record.doses.iter().filter_map(pick);
            let (right, of) = all.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            percent(Some((right, of))).map_or(String::new(), |percent| percent.to_string())
        };
        let works: Vec<&str> = record
            .works
            .iter()
            .map(|work| work.title.as_str())
            .collect();
        let topics: Vec<String> = record.topics.iter().map(|name| topic(name)).collect();
        let votes: Vec<String> = record
            .votes
            .iter()
            .map(|vote| {
                let ways: Vec<String> = vote
                    .ways
                    .iter()
                    .map(|(way, count)| format!("{way}: {count}"))
                    .collect();
                format!("{} ({})", vote.title, ways.join("; "))
            })
            .collect();
        let cells = [
            record.date.clone(),
            record.place.clone(),
            record.class.clone(),
            record.pupils.to_string(),
            record.title.clone(),
            record.planned.to_string(),
            record.minutes.to_string(),
            works.join("; "),
            topics.join("; "),
            sum(|asked| asked.before),
            sum(|asked| asked.after),
            votes.join(" | "),
            record.questions.join(" | "),
            record.remarks.clone(),
        ];
        drop(out.write_record(cells.map(|cell| harmless(&cell))));
    }
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
