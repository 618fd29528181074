//! Help, on every page, one tap away: it opens without any script.

use yew::prelude::*;

use crate::ui::fixed::fixed;
use crate::ui::{Art, HAPPENED, Here};

/// The way out of the page is a link; the browser's side makes it leave without a trace in “back”.
pub(crate) fn help(here: &Here, art: &Art) -> Html {
    let words = here.words();
    fixed(art, "help", || {
        let steps = [
            words.help_stop(),
            words.help_proof(),
            words.help_block(),
            words.help_tell(),
            words.help_report(),
        ];
        let says = [words.say_1(), words.say_2(), words.say_3()];
        html! {
            <>
                <details class="help" name="bar">
                    <summary>{ words.help() }</summary>
                    <div class="help-card">
                        <a class="call-big" href="tel:111">{ words.help_call() }</a>
                        <p>{ words.help_call_more() }</p>
                        <a class="button strong" href={here.to(HAPPENED)}>{ words.case_choose() }</a>
                        <h2>{ words.help_now() }</h2>
                        <ol>{ for steps.map(|step| html! { <li>{ step }</li> }) }</ol>
                        <p class="kind">{ words.help_kind() }</p>
                        <h2>{ words.say_title() }</h2>
                        <ul class="say">{ for says.map(|say| html! { <li>{ say }</li> }) }</ul>
                        <a class="button exit" data-exit="" href="about:blank">{ words.exit() }</a>
                        <p class="fine">{ words.exit_more() }</p>
                    </div>
                </details>
                <a class="call" href="tel:111" aria-label={words.help_call()}>{ "111" }</a>
            </>
        }
    })
}
