//! Making a plan: a wish, a proposal, and whatever the teacher changes in it.

use qrcodegen::{QrCode, QrCodeEcc};
use vac_xin_so::model::{Topic, WorkId};
use yew::html::Scope;
use yew::prelude::*;

use super::{Msg, Notice, Room, place, tools};
use crate::plan::{AGES, LENGTHS, Plan, Step, What};
use crate::propose::{Wish, propose};
use crate::{link as links, web};

/// What a step is called.
pub(super) fn name(room: &Room, what: &What) -> String {
    let words = room.words();
    match what {
        What::Welcome => words.room_step_welcome().to_owned(),
        What::Before(id) => words.room_step_before(room.title(id)),
        What::Read(id) => words.room_step_read(room.title(id)),
        What::Talk(id) => words.room_step_talk(room.title(id)),
        What::After(id) => words.room_step_after(room.title(id)),
        What::Own(text) => text.clone(),
        What::Stretch => words.room_step_stretch().to_owned(),
        What::Close => words.room_step_close().to_owned(),
    }
}

/// What is wished so far: the plan's own, or what is usual.
fn wish(plan: &Plan) -> Wish {
    Wish {
        ages: if plan.ages.1 == 0 { AGES[1] } else { plan.ages },
        minutes: if plan.minutes == 0 {
            LENGTHS[1]
        } else {
            plan.minutes
        },
        topics: plan.topics.clone(),
    }
}

/// The plan after a new wish: its steps stay until a proposal is asked for.
fn wished(plan: &Plan, wish: Wish) -> Plan {
    Plan {
        ages: wish.ages,
        minutes: wish.minutes,
        topics: wish.topics,
        ..plan.clone()
    }
}

#[inline(never)]
pub(super) fn planner(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let plan = &room.draft;
    let inside = html! {
        <>
            <div class="no-print">{ wishes(room, link) }</div>
            if !plan.steps.is_empty() {
                { list(room, link) }
                { ways(room, link) }
            }
        </>
    };
    tools::page(room, words.room_plan(), inside)
}

/// How often a class pauses in a work, if it does.
fn pauses(room: &Room, what: &What) -> Option<String> {
    let What::Read(id) = what else { return None };
    let many = room.library.as_ref()?.get(id)?.asks.len();
    (many > 0).then(|| room.words().room_pauses(many))
}

#[inline(never)]
fn wishes(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let now = wish(&room.draft);
    let choice = |label: String, chosen: bool, next: Wish| {
        let plan = wished(&room.draft, next);
        html! { <button type="button" aria-pressed={chosen.to_string()} onclick={link.callback(move |_: MouseEvent| Msg::Plan(plan.clone()))}>{ label }</button> }
    };
    let topic = |topic: &Topic| {
        let mut next = now.clone();
        let chosen = next.topics.contains(topic);
        if chosen {
            next.topics.retain(|own| own != topic);
        } else {
            next.topics.push(*topic);
        }
        choice(words.topic(*topic).to_owned(), chosen, next)
    };
    let make = {
        let (library, now, old) = (room.library.clone(), now.clone(), room.draft.title.clone());
        let about = now.topics.first().map_or_else(
            || words.room_default_title().to_owned(),
            |topic| words.topic(*topic).to_owned(),
        );
        link.callback(move |_: MouseEvent| {
            let title = if old.is_empty() { &about } else { &old };
            Msg::Plan(propose(
                library
                    .as_ref()
                    .unwrap_or(&crate::library::Library::default()),
                &now,
                title,
            ))
        })
    };
    html! {
        <form class="wish" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            <fieldset><legend>{ words.room_ages() }</legend><div class="options">{ for AGES.map(|ages| choice(words.ages(ages.0, ages.1), now.ages == ages, Wish { ages, ..now.clone() })) }</div></fieldset>
            <fieldset><legend>{ words.room_minutes() }</legend><div class="options">{ for LENGTHS.map(|minutes| choice(words.minutes(minutes), now.minutes == minutes, Wish { minutes, ..now.clone() })) }</div></fieldset>
            <fieldset><legend>{ words.room_topics() }</legend><div class="options">{ for Topic::ALL.iter().map(topic) }</div></fieldset>
            if room.offline {
                <p>{ words.room_no_library() }</p>
            }
            <button type="button" class="button strong" disabled={room.library.is_none()} onclick={make}>{ if room.draft.steps.is_empty() { words.room_propose() } else { words.room_propose_anew() } }</button>
        </form>
    }
}

/// The steps, each to be moved, changed, left out.
#[inline(never)]
fn list(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let plan = &room.draft;
    let total = plan.total();
    let fits = match i32::from(total) - i32::from(plan.minutes) {
        0 => words.room_fits(total),
        over if over > 0 => words.room_over(total, over),
        under => words.room_under(total, -under),
    };
    let change = |change: Box<dyn Fn(&mut Plan)>| {
        let mut next = plan.clone();
        change(&mut next);
        next
    };
    let one = |(i, step): (usize, &Step)| {
        let to = |next: Plan, label: String, sign: &'static str, off: bool| {
            html! { <button type="button" class="tool" disabled={off} aria-label={label} onclick={link.callback(move |_: MouseEvent| Msg::Plan(next.clone()))}>{ sign }</button> }
        };
        let label = name(room, &step.what);
        let last = plan.steps.len() - 1;
        let timed = {
            let plan = plan.clone();
            link.callback(move |event: Event| {
                let mut next = plan.clone();
                next.steps[i].minutes = tools::value(&event)
                    .parse::<u16>()
                    .unwrap_or(1)
                    .clamp(1, 240);
                Msg::Plan(next)
            })
        };
        let written = {
            let plan = plan.clone();
            link.callback(move |event: Event| {
                let mut next = plan.clone();
                next.steps[i].what = What::Own(tools::value(&event));
                Msg::Plan(next)
            })
        };
        html! {
            <li data-what={kind(&step.what)}>
                <span class="begins">{ words.room_minute(plan.begins(i)) }</span>
                if let What::Own(text) = &step.what {
                    <input type="text" class="own-step" maxlength="200" aria-label={words.room_step_own()} value={text.clone()} onchange={written} />
                } else {
                    <span class="step-name">{ label.clone() }if let Some(pauses) = pauses(room, &step.what) { <small>{ pauses }</small> }</span>
                }
                <label class="step-minutes"><input type="number" min="1" max="240" inputmode="numeric" aria-label={words.room_minutes_of(&label)} value={step.minutes.to_string()} onchange={timed} />{ words.room_min() }</label>
                <span class="step-tools no-print">
                    { to(change(Box::new(move |plan| if i > 0 { plan.steps.swap(i, i - 1); })), words.room_up(&label), "↑", i == 0) }
                    { to(change(Box::new(move |plan| if i < last { plan.steps.swap(i, i + 1); })), words.room_down(&label), "↓", i == last) }
                    { to(change(Box::new(move |plan| { plan.steps.remove(i); })), words.room_leave_out(&label), "×", false) }
                </span>
            </li>
        }
    };
    let titled = {
        let plan = plan.clone();
        link.callback(move |event: Event| {
            Msg::Plan(Plan {
                title: tools::value(&event),
                ..plan.clone()
            })
        })
    };
    html! {
        <section class="plan">
            <p class="fields"><label class="wide">{ words.room_plan_title() }<input type="text" maxlength="120" value={plan.title.clone()} onchange={titled} /></label></p>
            <ol class="plan-steps">{ for plan.steps.iter().enumerate().map(one) }</ol>
            <p class="fits" data-fits={(total == plan.minutes).then_some("")} role="status">{ fits }</p>
            <div class="no-print">{ additions(room, link) }</div>
        </section>
    }
}

fn kind(what: &What) -> &'static str {
    match what {
        What::Welcome => "welcome",
        What::Before(_) => "before",
        What::Read(_) => "read",
        What::Talk(_) => "talk",
        What::After(_) => "after",
        What::Own(_) => "own",
        What::Stretch => "stretch",
        What::Close => "close",
    }
}

/// More steps: before the last one, which closes the session.
#[inline(never)]
fn additions(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let with = |more: Vec<Step>| {
        let mut next = room.draft.clone();
        let closes = matches!(next.steps.last().map(|step| &step.what), Some(What::Close));
        let at = next.steps.len() - usize::from(closes);
        next.steps.splice(at..at, more);
        next
    };
    let add = |label: &'static str, what: What, minutes: u16| {
        let next = with(vec![Step { what, minutes }]);
        tools::button(link, label, "", move || Msg::Plan(next.clone()))
    };
    let work = {
        let (draft, library) = (room.draft.clone(), room.library.clone().unwrap_or_default());
        link.callback(move |event: Event| {
            let mut next = draft.clone();
            if let Ok(id) = tools::value(&event).parse::<WorkId>()
                && let Some(entry) = library.get(&id)
            {
                let closes = matches!(next.steps.last().map(|step| &step.what), Some(What::Close));
                let at = next.steps.len() - usize::from(closes);
                let more = [
                    (What::Before(id.clone()), 1),
                    (What::Read(id.clone()), entry.class_minutes()),
                    (What::Talk(id.clone()), 3),
                    (What::After(id), 1),
                ];
                next.steps
                    .splice(at..at, more.map(|(what, minutes)| Step { what, minutes }));
            }
            Msg::Plan(next)
        })
    };
    let stories = room
        .library
        .iter()
        .flat_map(crate::library::Library::stories);
    html! {
        <p class="additions">
            <label>{ words.room_add_work() }<select onchange={work}><option value="" selected=true>{ "—" }</option>{ for stories.map(|entry| html! { <option value={entry.id.to_string()}>{ format!("{} ({})", entry.title.in_(room.lang), words.ages(entry.ages.0, entry.ages.1)) }</option> }) }</select></label>
            { add(words.room_add_own(), What::Own(words.room_own_example().to_owned()), 3) }
            { add(words.room_add_stretch(), What::Stretch, 1) }
        </p>
    }
}

/// What is done with a plan: begin, keep, pass on, print.
#[inline(never)]
fn ways(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let code = links::write(&room.draft);
    let address = web::address(&format!("{}={code}", place::PLANNER));
    let copy = {
        let (address, told) = (
            address.clone(),
            link.callback(|done| Msg::Tell(Some(Notice::Copied(done)))),
        );
        Callback::from(move |_: MouseEvent| web::copy(&address, told.clone()))
    };
    html! {
        <section class="plan-ways">
            <p class="no-print">
                { tools::button(link, words.room_begin(), "strong", || Msg::Begin) }
                { tools::button(link, words.room_keep(), "", || Msg::Keep) }
                <button type="button" class="button" onclick={Callback::from(|_: MouseEvent| web::print())}>{ words.print_this() }</button>
                <button type="button" class="button" onclick={copy}>{ words.room_copy() }</button>
            </p>
            <details class="pass-on">
                <summary>{ words.room_pass_on() }</summary>
                <p><a class="link" href={address.clone()}>{ address.clone() }</a></p>
                { scan(&address, words.room_scan()) }
            </details>
        </section>
    }
}

/// A code to scan; nothing if the plan is too long for one.
#[inline(never)]
fn scan(address: &str, label: &'static str) -> Html {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Low) else {
        return Html::default();
    };
    let size = code.size();
    let mut dark = String::new();
    for y in 0..size {
        for x in 0..size {
            if code.get_module(x, y) {
                dark.push_str(&format!("M{x} {y}h1v1h-1z"));
            }
        }
    }
    html! { <svg class="qr" viewBox={format!("-4 -4 {0} {0}", size + 8)} role="img" aria-label={label}><rect x="-4" y="-4" width={(size + 8).to_string()} height={(size + 8).to_string()} fill="#fff" /><path d={dark} fill="#000" shape-rendering="crispEdges" /></svg> }
}
