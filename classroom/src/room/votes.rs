//! A vote: answers with their letters, bars that grow, and the hands or cards that are counted.

use vac_xin_so::model::{Answer, Text};
use yew::html::Scope;
use yew::prelude::*;

use super::{Msg, Room};
use crate::scene::Scene;
use crate::session::Command;

/// The letters of answers: the sides of a card.
pub(super) const LETTERS: [char; 6] = ['A', 'B', 'C', 'D', 'E', 'F'];

/// The answers of a vote: their words, and what is said to each if it is told.
fn answers<'a>(scene: &Scene<'a>) -> Vec<(&'a Text, Option<&'a Text>, bool)> {
    if let Scene::Dose { dose, told, .. } = scene {
        let said = |answer: &'a Answer| {
            let feedback = told.then_some(&answer.feedback);
            (&answer.text, feedback, *told && answer.right)
        };
        dose.answers.iter().map(said).collect()
    } else if let Scene::Choices { choices, .. } = scene {
        choices
            .iter()
            .map(|choice| (&choice.text, None, false))
            .collect()
    } else {
        Vec::new()
    }
}

/// The votes of a scene. `hands` shows what counts them: on the desk, and where there is one screen alone.
pub(super) fn votes(room: &Room, scene: &Scene<'_>, hands: bool, link: &Scope<Room>) -> Html {
    let answers = answers(scene);
    let Some(session) = room.session.as_ref().filter(|_| !answers.is_empty()) else {
        return Html::default();
    };
    let words = room.words();
    let counts = session.counts(&room.works);
    let all: u16 = counts.iter().sum();
    let leading = session.leading(&room.works);
    let is_choice = matches!(scene, Scene::Choices { .. });
    let one = |(i, (text, said, wise)): (usize, &(&Text, Option<&Text>, bool))| {
        let count = counts.get(i).copied().unwrap_or(0);
        let width = (u32::from(count) * 1000)
            .checked_div(u32::from(all))
            .unwrap_or(0);
        let count_text = if all > 0 {
            count.to_string()
        } else {
            String::new()
        };
        html! {
            <li class="pick" data-answer={LETTERS[i.min(5)].to_string()} data-leads={(leading == Some(i)).then_some("")} data-wise={wise.then_some("")}>
                <span class="letter" aria-hidden="true">{ LETTERS[i.min(5)] }</span>
                <div>
                    <p>{ text.in_(room.lang) }</p>
                    <svg class="bar-line" viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label={words.room_hands_of(count)}><rect class="all" width="1000" height="24" rx="12" /><rect class="part" width={width.to_string()} height="24" rx="12" /></svg>
                    if let Some(said) = said { <p class="word-on">{ said.in_(room.lang) }</p> }
                </div>
                <output class="tallied">{ count_text }</output>
                if hands {
                    <span class="hands">
                        <button type="button" aria-label={words.room_less(LETTERS[i.min(5)])} onclick={link.callback(move |_: MouseEvent| Msg::Do(Command::Count(i, -1)))}>{ "−" }</button>
                        <input type="number" min="0" max="2000" inputmode="numeric" aria-label={words.room_count_of(LETTERS[i.min(5)])} value={count.to_string()} onchange={link.callback(move |event: Event| Msg::Do(Command::Set(i, super::tools::value(&event).parse().unwrap_or(0))))} />
                        <button type="button" aria-label={words.room_more(LETTERS[i.min(5)])} onclick={link.callback(move |_: MouseEvent| Msg::Do(Command::Count(i, 1)))}>{ "+" }</button>
                        if is_choice {
                            <button type="button" class="follow" data-follow={i.to_string()} onclick={link.callback(move |_: MouseEvent| Msg::Do(Command::Choose(i)))}>{ words.room_follow() }</button>
                        }
                    </span>
                }
            </li>
        }
    };
    html! {
        <div class="votes">
            <ol>{ for answers.iter().enumerate().map(one) }</ol>
            if hands {
                <p class="vote-tools">
                    <span class="all-votes">{ words.room_votes(all) }</span>
                    if answers.len() <= 4 && room.count.is_none() {
                        { super::tools::button(link, words.room_by_camera(), "strong", || Msg::ShowCamera) }
                    }
                    { super::tools::button(link, words.room_again(), "", || Msg::Do(Command::Clear)) }
                </p>
                if is_choice {
                    <p class="fine">{ if leading.is_some() { words.room_leads() } else if all > 0 { words.room_tie() } else { words.room_keys_vote() } }</p>
                }
            }
        </div>
    }
}

/// “What if we had…”: the other ways of this story's decisions.
pub(super) fn what_if(room: &Room, scene: &Scene<'_>, link: &Scope<Room>) -> Html {
    let (Scene::Ending { work, .. }, Some(session)) = (scene, &room.session) else {
        return Html::default();
    };
    let vac_xin_so::model::Story::Scenario(scenario) = &work.story else {
        return Html::default();
    };
    let words = room.words();
    let decisions = session
        .trail()
        .iter()
        .enumerate()
        .filter_map(|(at, taken)| {
            let passage = scenario.passage(&taken.passage)?;
            let vac_xin_so::model::Next::Choices(choices) = &passage.next else {
                return None;
            };
            let others: Vec<&str> = choices
                .iter()
                .filter(|choice| Some(&choice.id) != taken.choice.as_ref())
                .map(|choice| choice.text.in_(room.lang))
                .collect();
            Some((at, others.join(" / ")))
        });
    html! {
        <div class="what-if">
            <h3>{ words.room_what_if() }</h3>
            <ul>{ for decisions.map(|(at, others)| html! { <li>{ super::tools::button(link, others, "", move || Msg::Do(Command::Rewind(at))) }</li> }) }</ul>
        </div>
    }
}
