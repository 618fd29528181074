//! The panel of the camera that counts cards: what it sees, what to do, and cards by hand.

use yew::html::Scope;
use yew::prelude::*;

use super::votes::LETTERS;
use super::{Count, Msg, Room};
use crate::web::camera::Sight;

/// Below this it is too dark, of 255.
const DARK: u32 = 38;

/// So many pictures without a card, and something is wrong.
const NOTHING: u32 = 12;

/// More squares than this that cannot be read are worth a word.
const UNREAD: u32 = 3;

#[derive(Clone, Debug, PartialEq, Properties)]
struct EyeProps {
    look: Callback<web_sys::HtmlVideoElement>,
}

/// The element in which the camera's picture is shown; when it is there the camera is asked for.
#[component]
fn Eye(EyeProps { look }: &EyeProps) -> Html {
    let video = use_node_ref();
    {
        let (video, look) = (video.clone(), look.clone());
        use_effect_with((), move |()| {
            if let Some(video) = video.cast::<web_sys::HtmlVideoElement>() {
                look.emit(video);
            }
        });
    }
    html! { <video ref={video} playsinline=true muted=true autoplay=true></video> }
}

/// The panel, while cards are counted.
pub(super) fn panel(room: &Room, count: &Count, link: &Scope<Room>) -> Html {
    let words = room.words();
    let session = room.session.as_ref();
    let answers = session.map_or(0, |session| session.answers(&room.works));
    let pupils = session.map_or(0, |session| session.pupils);
    let present = if pupils == 0 {
        u16::from(cards::CARDS)
    } else {
        pupils
    };
    // Somebody may hold a card with a higher number than there are pupils.
    let highest = count.cards.keys().next_back().copied().unwrap_or(0);
    let most = u8::try_from(present)
        .unwrap_or(u8::MAX)
        .min(cards::CARDS)
        .max(highest);
    let tally = count.tally(answers);
    let seen: u16 = tally.iter().sum();
    // A side for which the question has no answer.
    let others = count
        .cards
        .keys()
        .filter(|card| {
            count
                .says(**card)
                .is_some_and(|answer| usize::from(answer) >= answers)
        })
        .count();
    let hint = match count.runs {
        None => words.room_camera_asks().to_owned(),
        Some(false) => words.room_camera_refused().to_owned(),
        Some(true) if count.last == Sight::default() => words.room_camera_looks().to_owned(),
        Some(true) if count.last.light < DARK => words.room_camera_dark().to_owned(),
        Some(true) if count.last.unread > UNREAD => words.room_camera_unread(count.last.unread),
        Some(true) if count.empty > NOTHING => words.room_camera_nothing().to_owned(),
        Some(true) if others > 0 => words.room_camera_others(others),
        Some(true) if pupils > 0 && seen < pupils => words.room_camera_missing(pupils - seen),
        Some(true) => words.room_camera_looks().to_owned(),
    };
    let dot = |[card, answer, x, y]: &[u32; 4]| {
        let letter = LETTERS.get(*answer as usize).copied().unwrap_or('?');
        // In parts of the picture, whatever its shape: cameras are wide, or not.
        let part = |thousandths: &u32| format!("{}.{}%", thousandths / 10, thousandths % 10);
        html! { <svg x={part(x)} y={part(y)} overflow="visible" data-answer={letter.to_string()}><circle r="12" /><text y="5">{ card }</text></svg> }
    };
    let card = |number: u8| {
        let says = count
            .says(number)
            .and_then(|answer| LETTERS.get(usize::from(answer)).copied());
        let label = says.map_or_else(
            || words.room_card_none(number),
            |letter| words.room_card_says(number, letter),
        );
        html! { <button type="button" data-answer={says.map(String::from)} aria-label={label} onclick={link.callback(move |_: MouseEvent| Msg::Hand(number))}><small>{ number }</small>{ says.map(String::from).unwrap_or_default() }</button> }
    };
    html! {
        <section class="camera" aria-label={words.room_by_camera()} data-runs={count.runs.map(|runs| if runs { "yes" } else { "no" })}>
            <div class="eye">
                <Eye look={link.callback(Msg::Look)} />
                <svg class="dots-seen" aria-hidden="true">{ for count.last.cards.iter().map(dot) }</svg>
            </div>
            <p class="hint" role="status">{ hint }</p>
            <ul class="tally">{ for tally.iter().enumerate().map(|(i, count)| html! { <li data-answer={LETTERS[i.min(5)].to_string()}><b>{ LETTERS[i.min(5)] }</b>{ count }</li> }) }</ul>
            <p class="vote-tools">
                { super::tools::button(link, words.room_camera_done(seen), "strong", || Msg::Counted(true)) }
                { super::tools::button(link, words.room_camera_off(), "", || Msg::Counted(false)) }
            </p>
            <div class="card-grid" role="group" aria-label={words.room_cards_by_hand()}>{ for (1..=most).map(card) }</div>
            <p class="fine">{ words.room_camera_promise() }</p>
        </section>
    }
}
