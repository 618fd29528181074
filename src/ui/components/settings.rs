//! How one likes to read: a small card in the bar.

use yew::prelude::*;

use crate::reader::{Letters, Settings, Theme};
use crate::ui::Words;

/// Whether a button is pressed, as assistive technology wants it said.
pub(crate) const fn pressed(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}

/// One choice of several: a button that is pressed or not.
pub(super) fn option(label: &str, chosen: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-pressed={pressed(chosen)} {onclick}>{ label }</button> }
}

/// `now` is what was chosen, `set` takes what is chosen.
pub(crate) fn settings_card(words: Words, now: Settings, set: &Callback<Settings>) -> Html {
    let one = |label: &str, with: Settings| option(label, with == now, set.reform(move |_| with));
    let theme = |theme| {
        let label = match theme {
            Theme::Device => words.theme_device(),
            Theme::Light => words.theme_light(),
            Theme::Dark => words.theme_dark(),
            Theme::Contrast => words.theme_contrast(),
        };
        one(label, Settings { theme, ..now })
    };
    let letters = |letters| {
        let label = match letters {
            Letters::Usual => words.letters_usual(),
            Letters::Large => words.letters_large(),
            Letters::Huge => words.letters_huge(),
        };
        one(label, Settings { letters, ..now })
    };
    html! {
        <details class="settings" name="bar">
            <summary aria-label={words.settings()}><i aria-hidden="true"></i></summary>
            <div class="card-pop">
                <h2>{ words.settings() }</h2>
                <p>{ words.theme() }</p>
                <div class="options">{ for Theme::ALL.map(theme) }</div>
                <p>{ words.letters() }</p>
                <div class="options">{ for Letters::ALL.map(letters) }</div>
                <div class="options">
                    { option(words.aloud_on(), now.on, set.reform(move |_| Settings { on: !now.on, ..now })) }
                    { option(words.aloud_slow(), now.slow, set.reform(move |_| Settings { slow: !now.slow, ..now })) }
                    { option(words.roomy(), now.roomy, set.reform(move |_| Settings { roomy: !now.roomy, ..now })) }
                </div>
            </div>
        </details>
    }
}
