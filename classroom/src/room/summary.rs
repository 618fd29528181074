//! A term in figures, to look at and to print.

use vac_xin_so::ui::Words;
use yew::html::Scope;
use yew::prelude::*;

use super::{Msg, Room, record, tools};
use crate::report::Report;
use crate::web;

#[inline(never)]
pub(super) fn summary(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let (from, to) = &room.bounds;
    let report = Report::of(&room.records, from, to);
    let (until, since) = (to.clone(), from.clone());
    let inside = html! {
        <>
            <div class="no-print">
                <p>{ words.room_summary_how() }</p>
                <p class="fields">
                    <label class="wide">{ words.col_place() }<input type="text" maxlength="120" value={room.place.clone()} onchange={link.callback(|event: Event| Msg::Place(tools::value(&event)))} /></label>
                    <label>{ words.room_from() }<input type="date" value={from.clone()} onchange={link.callback(move |event: Event| Msg::Bounds(tools::value(&event), until.clone()))} /></label>
                    <label>{ words.room_to() }<input type="date" value={to.clone()} onchange={link.callback(move |event: Event| Msg::Bounds(since.clone(), tools::value(&event)))} /></label>
                    <button type="button" class="button strong" onclick={Callback::from(|_: MouseEvent| web::print())}>{ words.print_this() }</button>
                </p>
            </div>
            { paper(room, &report, words) }
        </>
    };
    tools::page(room, words.room_summary(), inside)
}

#[inline(never)]
fn paper(room: &Room, report: &Report, words: Words) -> Html {
    let figure = |number: String, what: &str| html! { <li><b>{ number }</b><span>{ what.to_owned() }</span></li> };
    let (from, to) = &room.bounds;
    let first = room.records.last().map_or("", |record| &record.date);
    let last = room.records.first().map_or("", |record| &record.date);
    let day = |own: &str, usual: &str| tools::day(if own.is_empty() { usual } else { own });
    let month = |name: &str| {
        let (year, month) = name.split_once('-').unwrap_or((name, ""));
        format!("{}/{year}", month.trim_start_matches('0'))
    };
    html! {
        <article class="paper summary">
            <header class="paper-head">
                <p><span>{ room.place.clone() }</span></p>
                <p><b>{ words.paper_country() }</b><br /><b class="under">{ words.paper_motto() }</b></p>
            </header>
            <h2>{ words.sum_title() }<small>{ words.sum_span(day(from, first), day(to, last)) }</small></h2>
            if report.sessions == 0 {
                <p>{ words.room_no_records() }</p>
            } else {
                <ul class="figures">
                    { figure(report.sessions.to_string(), words.sum_sessions()) }
                    { figure(report.pupils.to_string(), words.sum_pupils()) }
                    { figure(report.minutes.to_string(), words.sum_minutes()) }
                    { figure(report.places.to_string(), words.sum_places()) }
                </ul>
                if let Some((before, after)) = report.change() {
                    <h3>{ words.sum_change() }</h3>
                    { chart(&[(words.paper_before().to_owned(), before), (words.paper_after().to_owned(), after)], 100, "%", words.sum_change()) }
                    <p class="fine">{ words.sum_change_more() }</p>
                }
                <h3>{ words.sum_months() }</h3>
                { chart(&report.months.iter().map(|(name, count)| (month(name), *count)).collect::<Vec<_>>(), 0, "", words.sum_months()) }
                <h3>{ words.sum_topics() }</h3>
                { chart(&report.topics.iter().map(|(name, count)| (record::topic(words, name), *count)).collect::<Vec<_>>(), 0, "", words.sum_topics()) }
                <h3>{ words.sum_works() }</h3>
                { chart(&report.works, 0, "", words.sum_works()) }
                <p class="fine">{ words.sum_note() }</p>
            }
        </article>
    }
}

/// Bars, one under the other, each with its name and its number: read by eye, by ear and on paper. `full` is the
/// length of a whole bar; none makes the longest one whole.
#[inline(never)]
fn chart(bars: &[(String, u32)], full: u32, unit: &str, label: &str) -> Html {
    let most = if full > 0 {
        full
    } else {
        bars.iter()
            .map(|(_, count)| *count)
            .max()
            .unwrap_or(1)
            .max(1)
    };
    html! {
        <table class="chart" aria-label={label.to_owned()}>
            <tbody>{ for bars.iter().map(|(name, count)| html! {
                <tr><th scope="row">{ name.clone() }</th><td><svg viewBox="0 0 1000 26" preserveAspectRatio="none" aria-hidden="true"><rect width={(count * 1000 / most).max(4).to_string()} height="26" rx="6" /></svg></td><td>{ format!("{count}{unit}") }</td></tr>
            }) }</tbody>
        </table>
    }
}
