//! Help, on every page, one tap away: it opens without any script.

use yew::prelude::*;

use crate::model::Lang;
use crate::ui::Words;

#[derive(Clone, Copy, Debug, PartialEq, Properties)]
pub(crate) struct HelpProps {
    pub(crate) lang: Lang,
}

#[component]
pub(crate) fn Help(HelpProps { lang }: &HelpProps) -> Html {
    let words = Words(*lang);
    let steps = [
        words.help_stop(),
        words.help_proof(),
        words.help_block(),
        words.help_tell(),
        words.help_report(),
    ];
    html! {
        <>
            <details class="help">
                <summary>{ words.help() }</summary>
                <div class="help-card">
                    <a class="call-big" href="tel:111">{ words.help_call() }</a>
                    <p>{ words.help_call_more() }</p>
                    <h2>{ words.help_now() }</h2>
                    <ol>{ for steps.map(|step| html! { <li>{ step }</li> }) }</ol>
                    <p class="kind">{ words.help_kind() }</p>
                </div>
            </details>
            <a class="call" href="tel:111" aria-label={words.help_call()}>{ "111" }</a>
        </>
    }
}
