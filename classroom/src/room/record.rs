//! Records: the list, one to change and print in the layout of official papers, and files of them.

use vac_xin_so::model::Topic;
use vac_xin_so::ui::Words;
use yew::html::Scope;
use yew::prelude::*;

use super::{Msg, Room, place, tools};
use crate::merge::Verdict;
use crate::minutes::{Record, percent};
use crate::web::files;
use crate::{table, web};

/// What a topic is called, by its name; the name itself if this version does not know it.
pub(super) fn topic(words: Words, name: &str) -> String {
    let known = Topic::ALL.iter().find(|topic| topic.name() == name);
    known.map_or_else(|| name.to_owned(), |topic| words.topic(*topic).to_owned())
}

fn spreadsheet(records: &[Record], words: Words) {
    let heads = [
        words.col_date(),
        words.col_place(),
        words.col_class(),
        words.col_pupils(),
        words.col_title(),
        words.col_planned(),
        words.col_minutes(),
        words.col_works(),
        words.col_topics(),
        words.col_before(),
        words.col_after(),
        words.col_votes(),
        words.col_questions(),
        words.col_remarks(),
    ];
    let text = table::write(records, heads, |name| topic(words, name));
    files::save(
        &format!("bien-ban-{}.csv", web::today()),
        "text/csv;charset=utf-8",
        &text,
    );
}

/// The records on this device, and files of them.
#[inline(never)]
pub(super) fn list(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let (to_file, to_table) = (room.records.clone(), room.records.clone());
    let read = link.callback(Msg::File);
    html! {
        <section class="records">
            <h2>{ words.room_records() }</h2>
            if room.records.is_empty() { <p>{ words.room_no_records() }</p> }
            <ul class="rows">{ for room.records.iter().map(|record| html! {
                <li><a href={format!("#{}{}", place::RECORD, record.id)}><b>{ tools::day(&record.date) }</b>{ format!(" · {}", [&record.title, &record.class].map(String::as_str).join(" · ").trim_end_matches(" · ")) }</a><small>{ words.room_pupils_of(record.pupils) }</small></li>
            }) }</ul>
            <p class="file-tools">
                <button type="button" class="button" disabled={room.records.is_empty()} onclick={Callback::from(move |_: MouseEvent| tools::export(&to_file))}>{ words.room_export() }</button>
                <button type="button" class="button" disabled={room.records.is_empty()} onclick={Callback::from(move |_: MouseEvent| spreadsheet(&to_table, words))}>{ words.room_csv() }</button>
                <label class="button file">{ words.room_import() }<input type="file" accept=".json,application/json" onchange={Callback::from(move |event: Event| files::chosen(&event, read.clone()))} /></label>
            </p>
            { merging(room, link) }
        </section>
    }
}

/// What taking in a file would do, before it is done.
#[inline(never)]
fn merging(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let Some((merge, verdict, twins)) = &room.merge else {
        return Html::default();
    };
    let (now, also) = (*verdict, *twins);
    let choice = |label: &'static str, own: Verdict| html! { <label><input type="radio" name="verdict" checked={now == own} onchange={link.callback(move |_: Event| Msg::Verdict(own, also))} />{ label }</label> };
    html! {
        <div class="merging" role="group" aria-label={words.room_import()}>
            <p><b>{ words.room_merge_found(merge.fresh.len(), merge.same, merge.differ.len()) }</b></p>
            if !merge.differ.is_empty() {
                <p>{ words.room_merge_differ() }</p>
                <ul>{ for merge.differ.iter().take(8).map(|(own, other)| html! { <li>{ format!("{} · {} · {} → {}", tools::day(&own.date), own.class, words.room_pupils_of(own.pupils), words.room_pupils_of(other.pupils)) }</li> }) }</ul>
                <p class="radios">{ choice(words.room_merge_newer(), Verdict::Newer) }{ choice(words.room_merge_ours(), Verdict::Ours) }{ choice(words.room_merge_theirs(), Verdict::Theirs) }</p>
            }
            if merge.twins > 0 {
                <p class="radios"><label><input type="checkbox" checked={also} onchange={link.callback(move |_: Event| Msg::Verdict(now, !also))} />{ words.room_merge_twins(merge.twins) }</label></p>
            }
            <p>{ tools::button(link, words.room_merge_yes(), "strong", || Msg::Merge(true)) }{ tools::button(link, words.room_merge_no(), "", || Msg::Merge(false)) }</p>
        </div>
    }
}

/// One record: what can be changed beside it, and the paper itself.
#[inline(never)]
pub(super) fn record(room: &Room, id: &str, link: &Scope<Room>) -> Html {
    let words = room.words();
    let Some(record) = room.records.iter().find(|record| record.id == id) else {
        return tools::page(
            room,
            words.room_record(),
            html! { <p>{ words.room_no_record() }{ " " }<a href="#">{ words.room_title() }</a></p> },
        );
    };
    let gone = record.id.clone();
    let inside = html! {
        <>
            <div class="no-print">
                { fields(record, words, link) }
                <p>
                    <button type="button" class="button strong" onclick={Callback::from(|_: MouseEvent| web::print())}>{ words.print_this() }</button>
                    { tools::button(link, words.room_delete(), "", move || Msg::Delete(gone.clone())) }
                </p>
            </div>
            { paper(record, words) }
        </>
    };
    tools::page(room, words.room_record(), inside)
}

#[inline(never)]
fn fields(record: &Record, words: Words, link: &Scope<Room>) -> Html {
    let changed = |change: fn(&mut Record, String)| {
        let record = record.clone();
        link.callback(move |event: Event| {
            let mut next = record.clone();
            change(&mut next, tools::value(&event));
            Msg::Record(Box::new(next))
        })
    };
    html! {
        <div class="fields record-fields">
            <label>{ words.col_place() }<input type="text" maxlength="120" value={record.place.clone()} onchange={changed(|record, text| record.place = text)} /></label>
            <label>{ words.col_class() }<input type="text" maxlength="40" value={record.class.clone()} onchange={changed(|record, text| record.class = text)} /></label>
            <label>{ words.col_date() }<input type="date" value={record.date.clone()} onchange={changed(|record, text| if !text.is_empty() { record.date = text; })} /></label>
            <label>{ words.col_pupils() }<input type="number" min="0" max="2000" value={record.pupils.to_string()} onchange={changed(|record, text| record.pupils = text.parse().unwrap_or(0))} /></label>
            <label>{ words.col_minutes() }<input type="number" min="1" max="600" value={record.minutes.to_string()} onchange={changed(|record, text| record.minutes = text.parse().unwrap_or(1))} /></label>
            <label class="wide">{ words.col_title() }<input type="text" maxlength="120" value={record.title.clone()} onchange={changed(|record, text| record.title = text)} /></label>
            <label class="wide">{ words.col_questions() }<textarea rows="3" value={record.questions.join("\n")} onchange={changed(|record, text| record.questions = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())}/></label>
            <label class="wide">{ words.col_remarks() }<textarea rows="3" value={record.remarks.clone()} onchange={changed(|record, text| record.remarks = text)}/></label>
        </div>
    }
}

/// Dots on which something is written by hand.
#[inline(never)]
fn dots(text: &str) -> Html {
    if text.trim().is_empty() {
        html! { <span class="dots"></span> }
    } else {
        html! { <>{ text.to_owned() }</> }
    }
}

/// The record as an official paper: who writes on the left, the country's words on the right, then what was done.
#[inline(never)]
fn paper(record: &Record, words: Words) -> Html {
    let parts: Vec<&str> = record.date.split('-').collect();
    let [year, month, day] = [0, 1, 2].map(|i| parts.get(i).copied().unwrap_or_default());
    let asked = |counts: Option<(u32, u32)>| match (counts, percent(counts)) {
        (Some((right, all)), Some(percent)) => format!("{right}/{all} ({percent}%)"),
        _ => "—".to_owned(),
    };
    let topics: Vec<String> = record
        .topics
        .iter()
        .map(|name| topic(words, name))
        .collect();
    html! {
        <article class="paper" lang={words.0.tag()}>
            <header class="paper-head">
                <p>{ dots(&record.place) }<br /><b>{ words.paper_number() }</b></p>
                <p><b>{ words.paper_country() }</b><br /><b class="under">{ words.paper_motto() }</b><br /><i>{ words.paper_day(day, month, year) }</i></p>
            </header>
            <h2>{ words.paper_title() }<small>{ words.paper_about(if record.title.is_empty() { words.room_default_title() } else { &record.title }) }</small></h2>
            <ol class="paper-body">
                <li><b>{ words.paper_when() }</b>{ words.paper_when_what(day, month, year, record.minutes) }</li>
                <li><b>{ words.paper_where() }</b>{ dots(&record.place) }</li>
                <li><b>{ words.paper_who() }</b>{ words.paper_who_what(record.pupils) }{ dots(&record.class) }</li>
                <li><b>{ words.paper_what() }</b>
                    <ul>
                        { for record.works.iter().map(|work| html! { <li>{ work.title.clone() }</li> }) }
                        if !topics.is_empty() { <li>{ words.paper_topics(topics.join("; ")) }</li> }
                        <li>{ words.paper_planned(record.planned, record.minutes) }</li>
                    </ul>
                </li>
                <li><b>{ words.paper_asked() }</b>
                    if record.doses.is_empty() { <p>{ words.paper_not_asked() }</p> } else {
                        <table><thead><tr><th>{ words.col_works() }</th><th>{ words.paper_before() }</th><th>{ words.paper_after() }</th></tr></thead>
                        <tbody>{ for record.doses.iter().map(|dose| html! { <tr><td>{ dose.title.clone() }</td><td>{ asked(dose.before) }</td><td>{ asked(dose.after) }</td></tr> }) }</tbody></table>
                    }
                </li>
                if !record.votes.is_empty() {
                    <li><b>{ words.paper_votes() }</b><ul>{ for record.votes.iter().map(|vote| html! { <li>{ format!("{}: {}", vote.title, vote.ways.iter().map(|(way, count)| format!("{way} ({count})")).collect::<Vec<_>>().join("; ")) }</li> }) }</ul></li>
                }
                <li><b>{ words.paper_questions() }</b>
                    if record.questions.is_empty() { <p>{ words.paper_none() }</p> } else { <ul>{ for record.questions.iter().map(|question| html! { <li>{ question.clone() }</li> }) }</ul> }
                </li>
                <li><b>{ words.paper_remarks() }</b><p>{ dots(&record.remarks) }</p></li>
            </ol>
            <p>{ words.paper_ends() }</p>
            <footer class="paper-foot">
                <p><b>{ words.paper_secretary() }</b><i>{ words.paper_sign() }</i></p>
                <p><b>{ words.paper_leader() }</b><i>{ words.paper_sign() }</i></p>
                <p><b>{ words.paper_head_of() }</b><i>{ words.paper_stamp() }</i></p>
            </footer>
        </article>
    }
}
