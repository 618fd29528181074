//! The map of the paths found so far. What was not found stays a question mark: no story is given away.

use yew::prelude::*;

use crate::model::{Next, Passage, PassageId, Scenario, Spot};
use crate::ui::Words;

/// The distance of two columns, and of two half rows (units of the drawing).
const STEP: (i32, i32) = (64, 32);

/// Half the size of a passage.
const ROUND: i32 = 17;

fn at(spot: Spot) -> (i32, i32) {
    (
        i32::from(spot.column) * STEP.0 + STEP.0 / 2,
        i32::from(spot.row) * STEP.1 + STEP.1,
    )
}

/// What of the paths is known.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Known<'a> {
    /// To a reader: where one is, and the passages that were seen.
    Found(&'a PassageId, &'a [String]),
    /// To those who prepare: everything. Passages have the numbers of their order in the story.
    All,
}

pub(crate) fn map(scenario: &Scenario, known: Known<'_>, words: Words) -> Html {
    let (here, seen) = match known {
        Known::Found(here, seen) => (Some(here), Some(seen)),
        Known::All => (None, None),
    };
    // Who is anywhere has been at the beginning.
    let known = |passage: &Passage| {
        let found = |seen: &[String]| seen.iter().any(|one| one == passage.id.as_str());
        passage.id == scenario.start().id || seen.is_none_or(found)
    };
    let ends = |passage: &Passage| matches!(passage.next, Next::Ending(_));
    let passages = &scenario.passages;
    let size = passages.iter().fold((0, 0), |(w, h), passage| {
        let (x, y) = at(passage.spot);
        (w.max(x + STEP.0 / 2), h.max(y + STEP.1))
    });
    let lines = passages.iter().flat_map(|from| {
        let choices = match &from.next {
            Next::Choices(choices) => Some(choices),
            Next::Ending(_) => None,
        };
        let ways = choices.into_iter().flat_map(|choices| choices.iter());
        ways.filter_map(move |choice| {
            let to = scenario.passage(&choice.to)?;
            let ((x, y), (to_x, to_y)) = (at(from.spot), at(to.spot));
            let middle = i32::midpoint(x, to_x);
            let walked = known(from) && known(to);
            let d = format!("M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}");
            Some(html! { <path {d} data-walked={walked.then_some("")} /> })
        })
    });
    let spot = |(i, passage): (usize, &Passage)| {
        let is_here = Some(&passage.id) == here;
        let (x, y) = at(passage.spot);
        let (known, ends) = (known(passage), ends(passage));
        let label = match (known, ends) {
            _ if is_here => words.map_here(),
            (false, _) => words.map_unknown(),
            (true, true) => words.map_ending(),
            (true, false) => words.map_found(),
        };
        let sign = match (known, ends) {
            _ if seen.is_none() => (i + 1).to_string(),
            (false, _) => "?".to_owned(),
            (true, true) => "★".to_owned(),
            (true, false) => "✓".to_owned(),
        };
        let drawn = html! {
            <g transform={format!("translate({x} {y})")} data-ends={ends.then_some("")} data-known={known.then_some("")} data-here={is_here.then_some("")}>
                <title>{ label }</title>
                <circle r={ROUND.to_string()} />
                <text text-anchor="middle" y="7">{ sign }</text>
            </g>
        };
        if known {
            let name = format!("{label}: {}", passage.panels.first().alt.in_(words.0));
            html! { <a href={passage.id.href()} aria-label={name}>{ drawn }</a> }
        } else {
            drawn
        }
    };
    let endings = passages.iter().filter(|passage| ends(passage));
    let (found, of) = endings.fold((0, 0), |(found, of), passage| {
        (found + usize::from(known(passage)), of + 1)
    });
    html! {
        <section class="paths" data-map="" aria-label={words.map()}>
            if seen.is_some() {
                <h3>{ words.map() }</h3>
                <p>{ words.endings_found(found, of) }</p>
            }
            <div class="scroll" tabindex="0" role="group" aria-label={words.map()}>
                <svg viewBox={format!("0 0 {} {}", size.0, size.1)} width={size.0.to_string()} height={size.1.to_string()}>
                    <g class="lines">{ for lines }</g>
                    { for passages.iter().enumerate().map(spot) }
                </svg>
            </div>
        </section>
    }
}
