//! The search: words, ages, a topic. It needs the app, so it is not seen before.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::settings::option;
use crate::model::Topic;
use crate::reader::{Group, Wish};
use crate::ui::Words;

pub(crate) fn finder(words: Words, wish: &Wish, set: &Callback<Wish>) -> Html {
    let oninput = {
        let (set, wish) = (set.clone(), wish.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                let words = field.value();
                set.emit(Wish {
                    words,
                    ..wish.clone()
                });
            }
        })
    };
    let onchange = {
        let (set, wish) = (set.clone(), wish.clone());
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlSelectElement>() {
                let name = field.value();
                let topic = Topic::ALL
                    .iter()
                    .copied()
                    .find(|topic| topic.name() == name);
                set.emit(Wish {
                    topic,
                    ..wish.clone()
                });
            }
        })
    };
    let group = |group: Option<Group>| {
        let label = group.map_or_else(
            || words.any_age().to_owned(),
            |group| words.age_group(group.ages().0, group.ages().1),
        );
        let with = Wish {
            group,
            ..wish.clone()
        };
        option(
            &label,
            wish.group == group,
            set.reform(move |_| with.clone()),
        )
    };
    let quick = {
        let with = Wish {
            quick: !wish.quick,
            ..wish.clone()
        };
        set.reform(move |_| with.clone())
    };
    let topic = |topic: &Topic| {
        html! { <option value={topic.name()} selected={wish.topic == Some(*topic)}>{ words.topic(*topic) }</option> }
    };
    html! {
        <form class="finder" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <label class="find-words"><span>{ words.search() }</span>
                <input type="search" name="words" autocomplete="off" placeholder={words.search_hint()} value={wish.words.clone()} {oninput} /></label>
            <div class="options" role="group" aria-label={words.age()}>
                { group(None) }
                { for Group::ALL.map(|one| group(Some(one))) }
                { option(words.quick(), wish.quick, quick) }
            </div>
            <label class="find-topic"><span>{ words.about() }</span>
                <select name="topic" {onchange}>
                    <option value="" selected={wish.topic.is_none()}>{ words.any_topic() }</option>
                    { for Topic::ALL.iter().map(topic) }
                </select></label>
        </form>
    }
}
