//! Small pieces that several views share.

use yew::html::Scope;
use yew::prelude::*;

use super::{Msg, Notice, Room};
use crate::merge::{self, Refused};
use crate::minutes::Record;
use crate::web::{self, files};

/// The bar above every view but the wall.
pub(super) fn bar(room: &Room, title: &str) -> Html {
    let words = room.words();
    let other = room.lang.other();
    html! {
        <header class="room-bar">
            <a class="mark" href={room.page("")}><img src={room.icon("mark")} width="40" height="40" alt="" />{ words.site() }</a>
            <a class="room-home" href="#">{ words.room_title() }</a>
            <nav class="room-ways" aria-label={title.to_owned()}>
                <a href={room.page(vac_xin_so::ui::HAPPENED)} class="button help-link">{ words.help() }</a>
                <a href={format!("{}{}/buoi-hoc/#{}", room.root, other.tag(), web::fragment())} class="button" lang={other.tag()} hreflang={other.tag()}>{ other.name() }</a>
                <a class="call" href="tel:111" aria-label={words.help_call()}>{ "111" }</a>
            </nav>
        </header>
    }
}

/// A view with its heading.
pub(super) fn page(room: &Room, title: &str, inside: Html) -> Html {
    web::title(&format!("{title} · {}", room.words().room_title()));
    html! {
        <>
            { bar(room, title) }
            <main id="main" tabindex="-1" class="room">
                <h1>{ title.to_owned() }</h1>
                { inside }
            </main>
        </>
    }
}

/// Hands all records to the device as a file.
pub(super) fn export(records: &[Record]) {
    files::save(
        &format!("bien-ban-{}.json", web::today()),
        "application/json",
        &merge::write(records),
    );
}

/// A button that sends a message.
pub(super) fn button(
    link: &Scope<Room>,
    label: impl Into<AttrValue>,
    class: &'static str,
    msg: impl Fn() -> Msg + 'static,
) -> Html {
    let label: AttrValue = label.into();
    html! { <button type="button" class={classes!("button", class)} onclick={link.callback(move |_: MouseEvent| msg())}>{ label }</button> }
}

/// The value of the field in which something was entered.
pub(super) fn value(event: &Event) -> String {
    use wasm_bindgen::JsCast as _;
    let Some(target) = event.target() else {
        return String::new();
    };
    let input = target
        .dyn_ref::<web_sys::HtmlInputElement>()
        .map(web_sys::HtmlInputElement::value);
    let select = || {
        target
            .dyn_ref::<web_sys::HtmlSelectElement>()
            .map(web_sys::HtmlSelectElement::value)
    };
    let text = || {
        target
            .dyn_ref::<web_sys::HtmlTextAreaElement>()
            .map(web_sys::HtmlTextAreaElement::value)
    };
    input.or_else(select).or_else(text).unwrap_or_default()
}

/// What there is to tell, with a way on.
pub(super) fn notice(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let Some(notice) = &room.notice else {
        return html! { <div class="notices" role="status"></div> };
    };
    let text = match notice {
        Notice::Full => words.room_full().to_owned(),
        Notice::Blocked => words.room_blocked().to_owned(),
        Notice::Slept(minutes) => words.room_slept(minutes),
        Notice::BadLink => words.room_bad_link().to_owned(),
        Notice::Refused(why) => match why {
            Refused::Foreign => words.room_file_foreign().to_owned(),
            Refused::Broken => words.room_file_broken().to_owned(),
            Refused::Newer(version) => words.room_file_newer(version),
            Refused::TooMany => words.room_file_many().to_owned(),
        },
        Notice::Merged(fresh, changed) => words.room_merged(fresh, changed),
        Notice::Saved => words.room_saved().to_owned(),
        Notice::Copied(true) => words.room_copied().to_owned(),
        Notice::Copied(false) => words.room_copy_failed().to_owned(),
        Notice::Deleted(_) => words.room_deleted().to_owned(),
    };
    let more = match notice {
        Notice::Full => {
            let records = room.records.clone();
            html! { <button type="button" class="button" onclick={Callback::from(move |_: MouseEvent| export(&records))}>{ words.room_export() }</button> }
        }
        Notice::Deleted(record) => {
            let record = record.clone();
            button(link, words.undo(), "", move || Msg::Restore(record.clone()))
        }
        Notice::Blocked => html! { <code class="link">{ web::address(super::place::WALL) }</code> },
        Notice::Slept(_)
        | Notice::BadLink
        | Notice::Refused(_)
        | Notice::Merged(..)
        | Notice::Saved
        | Notice::Copied(_) => Html::default(),
    };
    html! {
        <div class="notices" role="status">
            <div class="notice"><p>{ text }</p><div>{ more }{ button(link, words.menu_close(), "", || Msg::Tell(None)) }</div></div>
        </div>
    }
}

/// A day as people here write it: “25/11/2026”.
pub(super) fn day(date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    match parts[..] {
        [year, month, day] => format!(
            "{}/{}/{year}",
            day.trim_start_matches('0'),
            month.trim_start_matches('0')
        ),
        _ => date.to_owned(),
    }
}

/// Milliseconds as `12:05`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "seconds of a lesson"
)]
pub(super) fn clock(milliseconds: f64) -> String {
    let seconds = (milliseconds.max(0.0) / 1000.0) as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
