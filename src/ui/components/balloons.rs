//! The words of a panel as plain text: for any size, any voice, any eye.

use yew::prelude::*;

use crate::model::{Balloon, Lang, Panel};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct BalloonsProps {
    pub(crate) panel: Panel,
    pub(crate) lang: Lang,
    /// The one that is being read aloud.
    #[prop_or_default]
    pub(crate) aloud: Option<usize>,
}

#[component]
pub(crate) fn Balloons(BalloonsProps { panel, lang, aloud }: &BalloonsProps) -> Html {
    html! {
        <ol class="words">{ for panel.balloons.iter().enumerate().map(|(i, balloon)| line(balloon, *lang, *aloud == Some(i))) }</ol>
    }
}

fn line(balloon: &Balloon, lang: Lang, aloud: bool) -> Html {
    let who = balloon
        .who
        .as_ref()
        .map(|who| html! { <b>{ who.in_(lang) }{ ": " }</b> });
    html! { <li data-kind={kind(balloon)} data-aloud={aloud.then_some("")}>{ who }{ balloon.text.in_(lang) }</li> }
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
