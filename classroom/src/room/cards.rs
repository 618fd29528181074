//! Cards to print: one mark a sheet of A5, two on A4.

use cards::{Answer, Card};
use yew::html::Scope;
use yew::prelude::*;

use super::{Msg, Room, tools};
use crate::web;

/// How many are printed unless somebody wants fewer: a class.
pub(super) const A_CLASS: u8 = cards::CARDS;

/// The side of a mark, in modules.
const EDGE: f32 = 7.0;

#[inline(never)]
pub(super) fn cards(room: &Room, link: &Scope<Room>) -> Html {
    let words = room.words();
    let one = |card: Card| {
        let letter = |answer: Answer| {
            let (x, y, turn) = match answer {
                Answer::A => (EDGE / 2.0, -0.75, 0),
                Answer::B => (EDGE + 0.75, EDGE / 2.0, 90),
                Answer::C => (EDGE / 2.0, EDGE + 0.75, 180),
                Answer::D => (-0.75, EDGE / 2.0, 270),
            };
            html! { <text x="0" y="0.16" transform={format!("translate({x} {y}) rotate({turn})")}>{ format!("{} · {}", answer.letter(), card.number()) }</text> }
        };
        html! {
            <svg class="vote-card" viewBox="-1.5 -1.5 10 10" role="img" aria-label={words.room_card(card.number())}>
                <rect x="-1.4" y="-1.4" width="9.8" height="9.8" rx="0.3" />
                <path d={card.path()} />
                { for Answer::ALL.map(letter) }
            </svg>
        }
    };
    let inside = html! {
        <>
            <div class="no-print">
                <p>{ words.room_cards_how() }</p>
                <ol><li>{ words.room_cards_1() }</li><li>{ words.room_cards_2() }</li><li>{ words.room_cards_3() }</li></ol>
                <p class="fields">
                    <label>{ words.room_cards_many() }<input type="number" min="1" max={cards::CARDS.to_string()} inputmode="numeric" value={room.cards.to_string()} onchange={link.callback(|event: Event| Msg::Cards(tools::value(&event).parse().unwrap_or(A_CLASS)))} /></label>
                    <button type="button" class="button strong" onclick={Callback::from(|_: MouseEvent| web::print())}>{ words.print_this() }</button>
                </p>
            </div>
            <div class="vote-cards">{ for Card::all().take(usize::from(room.cards)).map(one) }</div>
        </>
    };
    tools::page(room, words.room_cards(), inside)
}
