//! How a comic is shown: panel by panel, in pages, or as one strip.

use yew::prelude::*;

use super::settings::option;
use crate::reader::{Settings, View};
use crate::ui::Words;

pub(crate) fn views(words: Words, now: Settings, set: &Callback<Settings>) -> Html {
    let one = |view: View| {
        let label = match view {
            View::Guided => words.view_guided(),
            View::Page => words.view_page(),
            View::Strip => words.view_strip(),
        };
        option(
            label,
            view == now.view,
            set.reform(move |_| Settings { view, ..now }),
        )
    };
    html! { <div class="views options" role="group" aria-label={words.view()}>{ for View::ALL.map(one) }</div> }
}
