//! A term in figures: sessions, pupils, topics, what has changed.

use std::collections::BTreeMap;

use crate::minutes::{Record, percent};

/// Several sessions summed up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How many sessions.
    pub sessions: usize,
    /// Pupils over all sessions: who came twice is counted twice.
    pub pupils: u32,
    /// Minutes over all sessions.
    pub minutes: u32,
    /// Different places.
    pub places: usize,
    /// Sessions a month, by `2026-11`, without gaps.
    pub months: Vec<(String, u32)>,
    /// Sessions a topic, the most frequent first, by the topics' names.
    pub topics: Vec<(String, u32)>,
    /// Sessions a work, the most frequent first, by the works' titles.
    pub works: Vec<(String, u32)>,
    /// Wise answers and all answers before stories, where both were asked.
    pub before: Option<(u32, u32)>,
    /// The same after them.
    pub after: Option<(u32, u32)>,
}

/// Counts names, the most frequent first.
fn ranked<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let mut ranked: Vec<(String, u32)> = counts
        .into_iter()
        .map(|(name, count)| (name.to_owned(), count))
        .collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    ranked
}

/// Wise answers and all answers, before and after.
type Twice = ((u32, u32), (u32, u32));

/// The month after a month.
fn next(month: &str) -> Option<String> {
    let (year, month) = month.split_once('-')?;
    let (year, month): (u32, u32) = (year.parse().ok()?, month.parse().ok()?);
    Some(if month >= 12 {
        format!("{:04}-01", year + 1)
    } else {
        format!("{year:04}-{:02}", month + 1)
    })
}

/// The most months that a chart shows.
const MOST_MONTHS: usize = 24;

impl Report {
    /// Sums up the sessions from one day to another, both included; an empty day is no bound.
    #[must_use]
    pub fn of(records: &[Record], from: &str, to: &str) -> Self {
        let within = |record: &&Record| {
            (from.is_empty() || record.date.as_str() >= from)
                && (to.is_empty() || record.date.as_str() <= to)
        };
        let own: Vec<&Record> = records.iter().filter(within).collect();
        let mut places: Vec<String> = own
            .iter()
            .map(|record| record.place.trim().to_lowercase())
            .filter(|place| !place.is_empty())
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut months: BTreeMap<&str, u32> = BTreeMap::new();
        for record in &own {
            *months
                .entry(record.date.get(..7).unwrap_or_default())
                .or_default() += 1;
        }
        let mut without_gaps = Vec::new();
        if let (Some(first), Some(last)) = (months.keys().next(), months.keys().next_back()) {
            let mut month = Some((*first).to_owned());
            while let Some(now) =
                month.filter(|now| now.as_str() <= *last && without_gaps.len() < MOST_MONTHS)
            {
                without_gaps.push((now.clone(), months.get(now.as_str()).copied().unwrap_or(0)));
                month = next(&now);
            }
        }
        // Only what was asked twice can have changed.
        let both: Vec<Twice> = own
            .iter()
            .flat_map(|record| &record.doses)
            .filter_map(|asked| asked.before.zip(asked.after))
            .collect();
        let sum = |pick: fn(&Twice) -> (u32, u32)| {
            let all = both
                .iter()
                .map(pick)
                .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            (all.1 > 0).then_some(all)
        };
        Self {
            sessions: own.len(),
            pupils: own.iter().map(|record| u32::from(record.pupils)).sum(),
            minutes: own.iter().map(|record| u32::from(record.minutes)).sum(),
            places: places.len(),
            months: without_gaps,
            topics: ranked(
                own.iter()
                    .flat_map(|record| record.topics.iter().map(String::as_str)),
            ),
            works: ranked(
                own.iter()
                    .flat_map(|record| record.works.iter().map(|work| work.title.as_str())),
            ),
            before: sum(|both| both.0),
            after: sum(|both| both.1),
        }
    }

    /// Wise answers in a hundred, before and after.
    #[must_use]
    pub fn change(&self) -> Option<(u32, u32)> {
        percent(self.before).zip(percent(self.after))
    }
}
