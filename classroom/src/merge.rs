//! Records as a file, and joining the files of several devices, schools and wards.

use serde::{Deserialize, Serialize};

use crate::minutes::Record;

/// What such a file says it is.
const FORMAT: &str = "vac-xin-so/records";

/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;

/// The most records that a file may hold: more than a city's in a year.
const MOST: usize = 20_000;

#[derive(Debug, Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    records: Vec<Record>,
}

/// Why a file cannot be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no file of records.
    Foreign,
    /// It was cut off or changed.
    Broken,
    /// A newer version of the app wrote it.
    Newer(u32),
    /// It holds more than anybody can have.
    TooMany,
}

/// Writes a file of records.
#[must_use]
pub fn write(records: &[Record]) -> String {
    let file = File {
        format: FORMAT.into(),
        version: VERSION,
        records: records.to_vec(),
    };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Reads a file of records.
///
/// # Errors
/// Why nothing of it is taken in.
pub fn read(text: &str) -> Result<Vec<Record>, Refused> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }
    let text = text.trim_start_matches('\u{feff}');
    let Ok(head) = serde_json::from_str::<Head>(text) else {
        // Cut off, it still begins as ours do.
        return Err(if text.contains(FORMAT) {
            Refused::Broken
        } else {
            Refused::Foreign
        });
    };
    if head.format != FORMAT {
        return Err(Refused::Foreign);
    }
    if head.version > VERSION {
        return Err(Refused::Newer(head.version));
    }
    let file: File = serde_json::from_str(text).map_err(|_| Refused::Broken)?;
    if file.records.len() > MOST {
        return Err(Refused::TooMany);
    }
    let whole = |record: &Record| !record.id.is_empty() && is_day(&record.date);
    if !file.records.iter().all(whole) {
        return Err(Refused::Broken);
    }
    Ok(file.records)
}

/// Whether this is a day as we write it.
fn is_day(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let numbers = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    numbers && parts.iter().map(|part| part.len()).eq([4, 2, 2])
}

/// What is done with a record that is here already and says something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// The one that was changed last stays.
    #[default]
    Newer,
    /// Ours stays.
    Ours,
    /// Theirs comes.
    Theirs,
}

/// What taking a file in would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// Records that are not here yet.
    pub fresh: Vec<Record>,
    /// How many are here already, word by word.
    pub same: usize,
    /// Records that are here and say something else: ours and theirs.
    pub differ: Vec<(Record, Record)>,
    /// Of the fresh ones, how many look like a session that is here under another name: the same day, place, class.
    pub twins: usize,
}

fn looks_like(a: &Record, b: &Record) -> bool {
    let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
    a.date == b.date && same(&a.place, &b.place) && same(&a.class, &b.class) && a.works == b.works
}

impl Merge {
    /// What would be done; nothing is changed.
    #[must_use]
    pub fn of(ours: &[Record], theirs: Vec<Record>) -> Self {
        let mut merge = Self::default();
        for record in theirs {
            // A file may hold a record twice.
            if merge.fresh.contains(&record) {
                merge.same += 1;
                continue;
            }
            match ours.iter().find(|own| own.id == record.id) {
                Some(own) if own.says_the_same(&record) => merge.same += 1,
                Some(own) => merge.differ.push((own.clone(), record)),
                None => {
                    merge.twins += usize::from(ours.iter().any(|own| looks_like(own, &record)));
                    merge.fresh.push(record);
                }
            }
        }
        merge
    }

    /// All records afterwards, the newest day first. `twins` says whether sessions that look like ours come along.
    #[must_use]
    pub fn apply(&self, ours: &[Record], verdict: Verdict, twins: bool) -> Vec<Record> {
        let mut all: Vec<Record> = ours.to_vec();
        for (own, other) in &self.differ {
            let take = match verdict {
                Verdict::Newer => other.changed > own.changed,
                Verdict::Ours => false,
                Verdict::Theirs => true,
            };
            if take && let Some(place) = all.iter_mut().find(|record| record.id == other.id) {
                *place = other.clone();
            }
        }
        for record in &self.fresh {
            let here = all.iter().any(|own| own.id == record.id);
            if !here && (twins || !ours.iter().any(|own| looks_like(own, record))) {
                all.push(record.clone());
            }
        }
        all.sort_by(|a, b| b.date.cmp(&a.date).then(b.changed.total_cmp(&a.changed)));
        all
    }
}
