//! The words of a panel as plain text: for any size, any voice, any eye.

use yew::prelude::*;

use crate::model::{Balloon, Lang, Panel};
use crate::ui::aloud::Spot;

/// `aloud` is what is being read aloud.
pub(crate) fn balloons(panel: &Panel, lang: Lang, aloud: Option<Spot>) -> Html {
    let spot = |i| aloud.filter(|spot| spot.line == i);
    html! {
        <ol class="words">{ for panel.balloons.iter().enumerate().map(|(i, balloon)| line(balloon, lang, spot(i))) }</ol>
    }
}

fn line(balloon: &Balloon, lang: Lang, spot: Option<Spot>) -> Html {
    let who = balloon
        .who
        .as_ref()
        .map(|who| html! { <b>{ who.in_(lang) }{ ": " }</b> });
    let text = balloon.text.in_(lang);
    let said = match spot.and_then(|spot| spot.word(text)) {
        Some((before, word, after)) => {
            html! { <>{ before.to_owned() }<mark>{ word.to_owned() }</mark>{ after.to_owned() }</> }
        }
        None => html! { { text } },
    };
    html! { <li data-kind={kind(balloon)} data-aloud={spot.map(|_| "")}>{ who }{ said }</li> }
}

const fn kind(balloon: &Balloon) -> &'static str {
    use crate::model::BalloonKind as Kind;
    match balloon.kind {
        Kind::Speech => "speech",
        Kind::Thought => "thought",
        Kind::Shout => "shout",
        Kind::Whisper => "whisper",
        Kind::Electronic => "electronic",
        Kind::Caption => "caption",
        Kind::Message => "message",
        Kind::Sound => "sound",
    }
}
