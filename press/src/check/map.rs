//! The map of a scenario's paths: where each passage stands on it.
//!
//! Columns are steps from the beginning, so that every choice leads to the right (but for those that lead
//! back); within a column passages stand near those they come from, so that few lines cross.

use std::collections::BTreeMap;

use vac_xin_so::model::{Next, Passage, Spot};

/// How often the order of the columns is mended; after that it hardly changes.
const SWEEPS: usize = 6;

/// Gives every passage its spot.
pub(super) fn lay(passages: &mut [Passage]) {
    let at: BTreeMap<&str, usize> = passages
        .iter()
        .enumerate()
        .map(|(i, passage)| (passage.id.as_str(), i))
        .collect();
    let ways: Vec<Vec<usize>> = passages
        .iter()
        .map(|passage| match &passage.next {
            Next::Choices(choices) => choices
                .iter()
                .filter_map(|choice| at.get(choice.to.as_str()).copied())
                .collect(),
            Next::Ending(_) => Vec::new(),
        })
        .collect();
    let spots = spots(&ways);
    for (passage, spot) in passages.iter_mut().zip(spots) {
        passage.spot = spot;
    }
}

fn spots(ways: &[Vec<usize>]) -> Vec<Spot> {
    let columns = columns(ways);
    let count = columns.iter().max().map_or(0, |last| last + 1);
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (passage, column) in columns.iter().enumerate() {
        rows[*column].push(passage);
    }
    let mut place = vec![0.0; ways.len()];
    for sweep in 0..SWEEPS {
        let forward = sweep % 2 == 0;
        let order: Vec<usize> = if forward {
            (0..count).collect()
        } else {
            (0..count).rev().collect()
        };
        for column in order {
            let near = |passage: &usize| middle(*passage, ways, &columns, &place, forward);
            let mut sorted: Vec<(f64, usize)> =
                rows[column].iter().map(|p| (near(p), *p)).collect();
            sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
            rows[column] = sorted.into_iter().map(|(_, p)| p).collect();
            let n = rows[column].len();
            for (i, passage) in rows[column].iter().enumerate() {
                place[*passage] = centred(i, n);
            }
        }
    }
    let tallest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut out = vec![Spot::default(); ways.len()];
    for (column, passages) in rows.iter().enumerate() {
        for (i, passage) in passages.iter().enumerate() {
            out[*passage] = Spot {
                column: u8::try_from(column).unwrap_or(u8::MAX),
                row: u8::try_from(tallest - passages.len() + 2 * i).unwrap_or(u8::MAX),
            };
        }
    }
    out
}

#[expect(clippy::cast_precision_loss, reason = "there are a few dozen passages")]
fn centred(i: usize, n: usize) -> f64 {
    i as f64 - (n as f64 - 1.0) / 2.0
}

/// The middle of the neighbours in the columns before (or behind).
#[expect(clippy::cast_precision_loss, reason = "there are a few dozen passages")]
fn middle(
    passage: usize,
    ways: &[Vec<usize>],
    columns: &[usize],
    place: &[f64],
    before: bool,
) -> f64 {
    let neighbours: Vec<f64> = (0..ways.len())
        .filter(|other| {
            if before {
                columns[*other] < columns[passage] && ways[*other].contains(&passage)
            } else {
                columns[*other] > columns[passage] && ways[passage].contains(other)
            }
        })
        .map(|other| place[other])
        .collect();
    if neighbours.is_empty() {
        return place[passage];
    }
    neighbours.iter().sum::<f64>() / neighbours.len() as f64
}

/// The longest way to each passage, without ways that lead back to where one was.
fn columns(ways: &[Vec<usize>]) -> Vec<usize> {
    let mut back = Vec::new();
    let mut state = vec![0u8; ways.len()];
    for start in 0..ways.len() {
        find_back(start, ways, &mut state, &mut back);
    }
    let mut out = vec![0; ways.len()];
    // As many rounds as passages: then the longest way has been told to its end.
    for _ in 0..ways.len() {
        for (from, to) in ways.iter().enumerate() {
            for to in to {
                if !back.contains(&(from, *to)) {
                    out[*to] = out[*to].max(out[from] + 1);
                }
            }
        }
    }
    out
}

/// Walks in depth; `state` is 1 on the way, 2 behind.
fn find_back(at: usize, ways: &[Vec<usize>], state: &mut [u8], back: &mut Vec<(usize, usize)>) {
    if state[at] != 0 {
        return;
    }
    state[at] = 1;
    for to in &ways[at] {
        if state[*to] == 1 {
            back.push((at, *to));
        } else {
            find_back(*to, ways, state, back);
        }
    }
    state[at] = 2;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ways: &[&[usize]]) -> Vec<(u8, u8)> {
        let ways: Vec<Vec<usize>> = ways.iter().map(|to| to.to_vec()).collect();
        let spots = spots(&ways);
        spots.iter().map(|spot| (spot.column, spot.row)).collect()
    }

    #[test]
    fn ways_lead_to_the_right_and_single_passages_stand_in_the_middle() {
        assert_eq!(
            of(&[&[1, 2], &[3], &[3], &[]]),
            [(0, 1), (1, 0), (1, 2), (2, 1)]
        );
    }

    #[test]
    fn a_way_back_does_not_push_the_beginning_away() {
        assert_eq!(of(&[&[1], &[0, 2], &[]]), [(0, 0), (1, 0), (2, 0)]);
    }

    #[test]
    fn lines_do_not_cross_where_they_need_not() {
        // The upper one leads to the upper one, whatever the order of the file.
        let spots = of(&[&[1, 2], &[4], &[3], &[], &[]]);
        assert_eq!(spots[1].1 < spots[2].1, spots[4].1 < spots[3].1);
    }
}
