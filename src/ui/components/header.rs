//! The bar at the top: home, language, help.

use yew::prelude::*;

use super::{Help, SettingsCard};
use crate::model::Lang;
use crate::reader::Settings;
use crate::ui::{Leaf, Words};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct HeaderProps {
    pub(crate) leaf: Leaf,
    pub(crate) settings: Settings,
    pub(crate) set: Callback<Settings>,
    pub(crate) leave: Callback<()>,
}

#[component]
pub(crate) fn Header(
    HeaderProps {
        leaf,
        settings,
        set,
        leave,
    }: &HeaderProps,
) -> Html {
    let words = Words(leaf.lang);
    let other = leaf.lang.other();
    html! {
        <header class="bar">
            <a class="brand" href={leaf.home()}>
                <img src={format!("{}icons/mark.svg", leaf.root)} width="40" height="40" alt="" />
                <span>{ words.site() }</span>
            </a>
            <nav class="tools" aria-label={words.language()}>
                <a class="language" data-language={other.tag()} href={leaf.in_language(other)} hreflang={other.tag()} lang={other.tag()} aria-label={other.name()}>
                    <span class="long" aria-hidden="true">{ other.name() }</span>
                    <span class="short" aria-hidden="true">{ if other == Lang::En { "EN" } else { "VI" } }</span>
                </a>
            </nav>
            <SettingsCard lang={leaf.lang} settings={*settings} set={set.clone()} />
            <Help lang={leaf.lang} leave={leave.clone()} />
        </header>
    }
}
