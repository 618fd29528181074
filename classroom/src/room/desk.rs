//! The presenter's desk: what the class sees, what comes next, notes, votes, time.

use vac_xin_so::model::Text;
use yew::html::Scope;
use yew::prelude::*;

use super::update::SILENCE;
use super::{Msg, Notice, Room, camera, picture, place, planner, tools, votes};
use crate::plan::What;
use crate::scene::{Scene, following, scene};
use crate::session::{Command, Session};
use crate::web;

/// Fewer minutes than this off the plan are no matter.
const ON_TIME: i32 = 2;

#[inline(never)]
pub(super) fn desk(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let Some(session) = &room.session else {
        return tools::page(
            room,
            words.room_desk(),
            html! { <p>{ words.room_no_session() }{ " " }<a href="#">{ words.room_title() }</a></p> },
        );
    };
    let now = scene(session, &room.works);
    let next = following(session, &room.works);
    let there = web::now() - room.wall < SILENCE;
    let point = link.callback(|event: PointerEvent| Msg::Point(web::within(&event)));
    let shown = html! {
        <div class="desk">
            if let Some(work) = picture::work(room, &now) { { picture::sheets(room, work) } }
            <section class="on-wall" aria-label={words.room_on_wall()}>
                <div class="small-wall" onpointermove={point} onpointerleave={link.callback(|_: PointerEvent| Msg::Point(None))} data-blank={session.blank.then_some("")}>{ picture::scene(room, &now, true) }</div>
                { votes::votes(room, &now, true, link) }
                { votes::what_if(room, &now, link) }
                if let Some(count) = &room.count { { camera::panel(room, count, link) } }
                <nav class="turns">
                    { tools::button(link, words.back(), "", || Msg::Do(Command::Back)) }
                    { tools::button(link, words.room_next(), "strong", || Msg::Do(Command::Next)) }
                    { tools::button(link, if session.blank { words.room_light() } else { words.room_blank() }, "", || Msg::Do(Command::Blank)) }
                    { timer(session, words, link) }
                </nav>
                <p class="fine keys">{ words.room_keys() }</p>
            </section>
            <section class="beside">
                <div class="time">
                    <p class="clock"><output data-clock="">{ tools::clock(session.clock.spent) }</output><span>{ words.room_of_minutes(session.plan.minutes) }</span></p>
                    { pace(session, words) }
                    <p class="wall-state" data-wall={if there { "there" } else { "none" }}>{ if there { words.room_wall_there() } else { words.room_wall_none() } }</p>
                    if !there {
                        <p>
                            { tools::button(link, words.room_open_wall(), "", || Msg::Wall) }
                            <a class="button" href={format!("#{}", place::WALL)}>{ words.room_one_screen() }</a>
                        </p>
                    }
                </div>
                <div class="next-up"><h2>{ words.room_then() }</h2>{ upcoming(room, session, next.as_ref()) }</div>
                { notes(room, &now) }
                { steps(room, session, link) }
                { class(room, session, link) }
            </section>
        </div>
    };
    tools::page(room, &title(session, words), shown)
}

fn title(session: &Session, words: vac_xin_so::ui::Words) -> String {
    if session.plan.title.is_empty() {
        words.room_desk().to_owned()
    } else {
        session.plan.title.clone()
    }
}

#[inline(never)]
fn timer(session: &Session, words: vac_xin_so::ui::Words, link: &Scope<Room>) -> Html {
    match session.timer {
        Some(end) => {
            let label = words.room_timer_stop(tools::clock(end - web::now()));
            tools::button(link, label, "", || Msg::Do(Command::Timer(None)))
        }
        None => html! {
            <span class="timers">{ for [30_u16, 60, 180].map(|seconds| tools::button(link, words.room_timer(tools::clock(f64::from(seconds) * 1000.0)), "", move || Msg::Do(Command::Timer(Some(seconds))))) }</span>
        },
    }
}

/// How the lesson keeps its plan, in kind words.
#[inline(never)]
fn pace(session: &Session, words: vac_xin_so::ui::Words) -> Html {
    #[expect(clippy::cast_possible_truncation, reason = "minutes of a lesson")]
    let spent = (session.clock.spent / 60_000.0) as i32;
    let from = i32::from(session.plan.begins(session.step));
    let to = from
        + session
            .plan
            .steps
            .get(session.step)
            .map_or(0, |step| i32::from(step.minutes));
    let (text, state) = if spent > to + ON_TIME {
        (words.room_late(spent - to), "late")
    } else if spent + ON_TIME < from {
        (words.room_early(from - spent), "early")
    } else {
        (words.room_on_time().to_owned(), "good")
    };
    html! { <p class="pace" data-pace={state}>{ text }</p> }
}

#[inline(never)]
fn upcoming(room: &Room, session: &Session, next: Option<&Scene<'_>>) -> Html {
    let words = room.words();
    match next {
        Some(Scene::Panel { work, panel, .. }) => {
            html! { <div class="small-wall">{ picture::panel(room, work, panel, false) }</div> }
        }
        Some(Scene::Choices { choices, .. }) => {
            html! { <><p>{ words.room_then_vote() }</p><ul>{ for choices.iter().map(|choice| html! { <li>{ choice.text.in_(room.lang) }</li> }) }</ul></> }
        }
        Some(Scene::Ending { ending, .. }) => {
            html! { <p>{ words.room_then_ending(ending.title.in_(room.lang)) }</p> }
        }
        Some(Scene::Talk { question, .. } | Scene::Pause { question, .. }) => {
            html! { <p>{ question.in_(room.lang) }</p> }
        }
        Some(Scene::Dose { .. }) => html! { <p>{ words.room_then_said() }</p> },
        _ => match session.plan.steps.get(session.step + 1) {
            Some(step) => html! { <p>{ planner::name(room, &step.what) }</p> },
            None => html! { <p>{ words.room_then_end() }</p> },
        },
    }
}

/// What the teacher may want to know here: the picture in words, the work's note, its questions.
#[inline(never)]
fn notes(room: &Room, now: &Scene<'_>) -> Html {
    let words = room.words();
    let Some(work) = picture::work(room, now) else {
        return Html::default();
    };
    let say = |text: &Text| text.in_(room.lang).to_owned();
    html! {
        <details class="notes" open=true>
            <summary>{ words.room_notes() }</summary>
            if let Scene::Panel { panel, count, .. } = now {
                <p class="fine">{ words.panel_of(count.0, count.1) }{ ": " }{ say(&panel.alt) }</p>
                <ul class="lines">{ for panel.balloons.iter().map(|balloon| html! { <li>if let Some(who) = &balloon.who { <b>{ say(who) }{ ": " }</b> }{ say(&balloon.text) }</li> }) }</ul>
            }
            <p>{ say(&work.note) }</p>
            <ul>{ for work.talk.iter().map(|question| html! { <li>{ say(question) }</li> }) }</ul>
        </details>
    }
}

#[inline(never)]
fn steps(room: &Room, session: &Session, link: &Scope<Room>) -> Html {
    let words = room.words();
    let one = |(i, step): (usize, &crate::plan::Step)| {
        html! {
            <li aria-current={(i == session.step).then_some("step")}>
                <button type="button" onclick={link.callback(move |_: MouseEvent| Msg::Do(Command::Step(i)))}><span>{ planner::name(room, &step.what) }</span><small>{ words.minutes(step.minutes) }</small></button>
            </li>
        }
    };
    html! { <details class="steps" open=true><summary>{ words.room_steps() }</summary><ol>{ for session.plan.steps.iter().enumerate().map(one) }</ol></details> }
}

/// The class: how many, what they asked, and the end.
#[inline(never)]
fn class(room: &Room, session: &Session, link: &Scope<Room>) -> Html {
    let words = room.words();
    let asked = link.callback(|event: SubmitEvent| {
        use wasm_bindgen::JsCast as _;
        event.prevent_default();
        let form = event
            .target()
            .and_then(|form| form.dyn_into::<web_sys::Element>().ok());
        let field = form
            .and_then(|form| form.query_selector("input").ok().flatten())
            .and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
        let text = field
            .as_ref()
            .map(web_sys::HtmlInputElement::value)
            .unwrap_or_default();
        if let Some(field) = field {
            field.set_value("");
        }
        Msg::Do(Command::Ask(text))
    });
    let talk = matches!(
        session.plan.steps.get(session.step).map(|step| &step.what),
        Some(What::Talk(_))
    );
    let slept = matches!(room.notice, Some(Notice::Slept(_)));
    html! {
        <div class="class">
            <h2>{ words.room_class() }</h2>
            <p class="fields">
                <label>{ words.room_class_name() }<input type="text" maxlength="40" value={session.class.clone()} onchange={link.callback(|event: Event| Msg::Do(Command::Class(tools::value(&event))))} /></label>
                <label>{ words.room_pupils() }<input type="number" min="0" max="2000" inputmode="numeric" value={session.pupils.to_string()} onchange={link.callback(|event: Event| Msg::Do(Command::Pupils(tools::value(&event).parse().unwrap_or(0))))} /></label>
            </p>
            <form class="ask-form" onsubmit={asked} data-open={talk.then_some("")}>
                <label>{ words.room_asked() }<input type="text" maxlength="300" autocomplete="off" /></label>
                <button class="button">{ words.room_note_it() }</button>
            </form>
            <ul class="questions">{ for session.questions.iter().enumerate().map(|(i, text)| html! { <li>{ text.clone() }<button type="button" aria-label={words.room_take_back()} onclick={link.callback(move |_: MouseEvent| Msg::Do(Command::Unask(i)))}>{ "×" }</button></li> }) }</ul>
            <p class="fine">{ words.room_no_names() }</p>
            <p data-slept={slept.then_some("")}>{ tools::button(link, words.room_end(), "strong", || Msg::End) }</p>
        </div>
    }
}
