//! The wall: what the class sees, as large as it gets. Used alone, its tools appear at the edge.

use yew::html::Scope;
use yew::prelude::*;

use super::{Msg, Room, camera, picture, place, tools, votes};
use crate::scene::{Scene, scene};
use crate::session::Command;
use crate::web;

#[inline(never)]
pub(super) fn wall(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    web::title(words.room_wall());
    let Some(session) = &room.session else {
        return html! {
            <main id="main" tabindex="-1" class="wall"><div class="card-scene"><img src={room.icon("te-te")} width="200" height="200" alt="" /><h2>{ words.room_wall_waits() }</h2><p><a class="button" href="#">{ words.room_title() }</a></p></div></main>
        };
    };
    let now = scene(session, &room.works);
    let left = session.timer.map(|end| end - web::now());
    let panel = matches!(now, Scene::Panel { .. });
    html! {
        <main id="main" tabindex="-1" class="wall" data-blank={session.blank.then_some("")} data-picture={panel.then_some("")}>
            if let Some(work) = picture::work(room, &now) { { picture::sheets(room, work) } }
            if session.blank {
                <p class="dark">{ words.room_dark() }</p>
            } else {
                <div class="scene">
                    { picture::scene(room, &now, true) }
                    { votes::votes(room, &now, false, link) }
                    { votes::what_if(room, &now, link) }
                </div>
                if let Some(left) = left {
                    <p class="timer" role="timer" data-over={(left <= 0.0).then_some("")}>{ tools::clock(left.max(0.0) + 999.0 * f64::from(u8::from(left > 0.0))) }</p>
                }
            }
            if let Some(count) = &room.count { { camera::panel(room, count, link) } }
            { tools::notice(room, link) }
            <nav class="wall-tools" aria-label={words.room_tools()}>
                { tools::button(link, words.back(), "", || Msg::Do(Command::Back)) }
                { tools::button(link, words.room_next(), "strong", || Msg::Do(Command::Next)) }
                if room.is_vote() && room.count.is_none() { { tools::button(link, words.room_by_camera(), "", || Msg::ShowCamera) } }
                { tools::button(link, words.room_blank(), "", || Msg::Do(Command::Blank)) }
                <a class="button" href={format!("#{}", place::DESK)}>{ words.room_desk() }</a>
            </nav>
        </main>
    }
}
