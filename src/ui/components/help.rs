//! Help, on every page, one tap away: it opens without any script.

use yew::prelude::*;

use crate::model::Lang;
use crate::ui::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct HelpProps {
    pub(crate) lang: Lang,
    pub(crate) leave: Callback<()>,
}

#[component]
pub(crate) fn Help(HelpProps { lang, leave }: &HelpProps) -> Html {
    let words = Words(*lang);
    let steps = [
        words.help_stop(),
        words.help_proof(),
        words.help_block(),
        words.help_tell(),
        words.help_report(),
    ];
    let onclick = {
        let leave = leave.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            leave.emit(());
        })
    };
    html! {
        <>
            <details class="help" name="bar">
                <summary>{ words.help() }</summary>
                <div class="help-card">
                    <a class="call-big" href="tel:111">{ words.help_call() }</a>
                    <p>{ words.help_call_more() }</p>
                    <h2>{ words.help_now() }</h2>
                    <ol>{ for steps.map(|step| html! { <li>{ step }</li> }) }</ol>
                    <p class="kind">{ words.help_kind() }</p>
                    <h2>{ words.say_title() }</h2>
                    <ul class="say">{ for [words.say_1(), words.say_2(), words.say_3()].map(|say| html! { <li>{ say }</li> }) }</ul>
                    <a class="button exit" data-exit="" href="about:blank" {onclick}>{ words.exit() }</a>
                    <p class="fine">{ words.exit_more() }</p>
                </div>
            </details>
            <a class="call" href="tel:111" aria-label={words.help_call()}>{ "111" }</a>
        </>
    }
}
