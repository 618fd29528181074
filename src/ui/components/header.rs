//! The bar at the top: home, language, who reads, settings, help.

use yew::prelude::*;

use super::{help, settings_card, who};
use crate::model::Lang;
use crate::reader::{Animal, Settings};
use crate::ui::fixed::fixed;
use crate::ui::{Leaf, Words};

/// `set` takes what one has chosen.
pub(crate) fn header(
    leaf: &Leaf,
    animal: Animal,
    settings: Settings,
    set: &Callback<Settings>,
) -> Html {
    let words = Words(leaf.lang);
    let (here, other) = (leaf.here(), leaf.lang.other());
    let signs = fixed(&leaf.art, "bar", || {
        let short = if other == Lang::En { "EN" } else { "VI" };
        html! {
            <>
                <a class="brand" href={here.to("")}>
                    <img src={here.icon("mark")} width="40" height="40" alt="" />
                    <span>{ words.site() }</span>
                </a>
                <nav class="tools" aria-label={words.language()}>
                    <a class="language" data-language={other.tag()} href={leaf.in_language(other)} hreflang={other.tag()} lang={other.tag()} aria-label={other.name()}>
                        <span class="long" aria-hidden="true">{ other.name() }</span>
                        <span class="short" aria-hidden="true">{ short }</span>
                    </a>
                </nav>
            </>
        }
    });
    html! {
        <header class="bar">
            { signs }
            { who(&here, animal) }
            { settings_card(words, settings, set) }
            { help(&here, &leaf.art) }
        </header>
    }
}
