//! Where a teacher begins: go on, plan, print cards, look at what was done.

use yew::html::Scope;
use yew::prelude::*;

use super::{Msg, Room, View, place, record, tools};

#[inline(never)]
pub(super) fn home(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    debug_assert_eq!(room.view, View::Home);
    let door = |to: String, icon: &str, title: &str, more: &str| {
        html! { <li><a href={to} class="room-door"><img src={room.icon(icon)} width="72" height="72" alt="" /><span><b>{ title.to_owned() }</b><small>{ more.to_owned() }</small></span></a></li> }
    };
    let inside = html! {
        <>
            <p class="lead">{ words.room_lead() }</p>
            if let Some(session) = &room.session {
                <section class="going-on">
                    <h2>{ words.room_going_on() }</h2>
                    <p>{ format!("{} · {}", session.plan.title, tools::day(&session.date)) }</p>
                    <p><a class="button strong" href={format!("#{}", place::DESK)}>{ words.room_go_on() }</a>{ tools::button(link, words.room_end(), "", || Msg::End) }</p>
                </section>
            }
            <ul class="room-doors">
                { door(format!("#{}", place::PLANNER), "co", words.room_plan(), words.room_plan_more()) }
                { door(format!("#{}", place::CARDS), "ca", words.room_cards(), words.room_cards_more()) }
                { door(format!("#{}", place::SUMMARY), "voi", words.room_summary(), words.room_summary_more()) }
                { door(room.page("cho-thay-co/"), "trau", words.room_lessons(), words.room_lessons_more()) }
            </ul>
            if !room.plans.is_empty() {
                <section><h2>{ words.room_plans() }</h2>
                    <ul class="rows">{ for room.plans.iter().enumerate().map(|(i, plan)| html! {
                        <li><span><b>{ plan.title.clone() }</b>{ " " }<small>{ words.minutes(plan.minutes) }</small></span>
                            <span>{ tools::button(link, words.room_open(), "", move || Msg::Open(i)) }{ tools::button(link, words.room_drop(), "", move || Msg::Drop(i)) }</span></li>
                    }) }</ul>
                </section>
            }
            { record::list(room, link) }
            <p class="fine">{ words.room_promise() }</p>
        </>
    };
    tools::page(room, words.room_title(), inside)
}
