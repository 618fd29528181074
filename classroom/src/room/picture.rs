//! What is on the wall, as the class sees it: the same drawing on the wall and, small, on the desk.

use vac_xin_so::model::{Lang, Next, Panel, Story, Text, Work};
use yew::prelude::*;

use super::Room;
use crate::scene::Scene;

/// The sheets with the parts of a work's drawings: once a page, hidden.
pub(super) fn sheets(room: &Room, work: &Work) -> Html {
    let Some(arrived) = room.arrived.get(&work.id) else {
        return Html::default();
    };
    let sheets = arrived
        .art
        .iter()
        .filter(|(name, _)| name.starts_with("parts-"));
    html! { <div class="parts" key={work.id.to_string()}>{ for sheets.map(|(_, parts)| Html::from_html_unchecked(parts.clone())) }</div> }
}

/// The work that a scene is about: its own, or the one that the session is about to begin or has just read.
pub(super) fn work<'a>(room: &'a Room, scene: &Scene<'a>) -> Option<&'a Work> {
    match scene {
        Scene::Dose { work, .. }
        | Scene::Panel { work, .. }
        | Scene::Choices { work, .. }
        | Scene::Ending { work, .. }
        | Scene::Pause { work, .. }
        | Scene::Talk { work, .. } => Some(work),
        Scene::Welcome | Scene::Close => {
            let works = room.session.as_ref()?.plan.works();
            let id = if matches!(scene, Scene::Welcome) {
                works.first()
            } else {
                works.last()
            };
            room.works.get(id?).map(|work| &**work)
        }
        Scene::Own(_) | Scene::Stretch | Scene::Missing(_) => None,
    }
}

/// The panel beside the words of a scene: how a story begins, or where it has led.
fn beside(room: &Room, scene: &Scene<'_>) -> Html {
    let Some(work) = work(room, scene) else {
        return Html::default();
    };
    let first = work.story.panels().next();
    let over = matches!(scene, Scene::Talk { .. } | Scene::Close);
    let own = match (&work.story, scene) {
        (Story::Scenario(scenario), Scene::Ending { ending, .. }) => {
            let leads = |next: &Next| matches!(next, Next::Ending(own) if own == *ending);
            let passage = scenario.passages.iter().find(|own| leads(&own.next));
            passage.map(|passage| passage.panels.last())
        }
        (_, Scene::Pause { panel, .. }) => Some(*panel),
        (_, Scene::Choices { passage, .. }) => Some(passage.panels.last()),
        (Story::Comic(panels), _) if over => Some(panels.last()),
        (Story::Comic(_) | Story::Scenario(_), _) => first,
    };
    own.map_or_else(
        Html::default,
        |own| html! { <div class="beside-words">{ panel(room, work, own, false) }</div> },
    )
}

/// A panel's drawing. `now` is the one that goes on: the pointer and the light are on it.
pub(super) fn panel(room: &Room, work: &Work, panel: &Panel, now: bool) -> Html {
    let art = room.arrived.get(&work.id).and_then(|arrived| {
        let found = arrived
            .art
            .iter()
            .find(|(name, _)| name == panel.id.as_str());
        found.map(|(_, art)| art.clone())
    });
    let session = room.session.as_ref();
    let spot = session.and_then(|session| session.spot).filter(|_| now);
    html! {
        <div class="art" data-shape={panel.shape.name()} data-panel={panel.id.to_string()} data-now={now.then_some("")} key={panel.id.to_string()}>
            { Html::from_html_unchecked(art.unwrap_or_default()) }
            if let Some(spot) = spot {
                <Light {spot} texts={words(panel, room.lang)} height={height(panel)} />
            }
            if now {
                if let Some((x, y)) = room.pointer {
                    <svg class="pointer" viewBox={format!("0 0 1000 {}", height(panel))} aria-hidden="true"><circle cx={(x * 1000.0).to_string()} cy={(y * height(panel)).to_string()} r="16" /></svg>
                }
            }
        </div>
    }
}

/// The words of a panel's balloons.
pub(super) fn words(panel: &Panel, lang: Lang) -> Vec<String> {
    panel
        .balloons
        .iter()
        .map(|balloon| balloon.text.in_(lang).to_owned())
        .collect()
}

/// The height of a panel that is 1000 units wide.
fn height(panel: &Panel) -> f32 {
    match panel.shape.name() {
        "wide" => 750.0,
        "tall" => 1333.0,
        "strip" => 500.0,
        _ => 1000.0,
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct LightProps {
    spot: usize,
    texts: Vec<String>,
    height: f32,
}

/// Light on one balloon: all else is dimmed. Its box is known when the panel is on the screen.
#[component]
fn Light(
    LightProps {
        spot,
        texts,
        height,
    }: &LightProps,
) -> Html {
    let around = use_state_eq(|| None::<[f32; 4]>);
    {
        let around = around.setter();
        use_effect_with((*spot, texts.clone()), move |(spot, texts)| {
            around.set(crate::web::balloons(texts).get(*spot).copied());
        });
    }
    let hole = around.map(|[left, top, right, bottom]| {
        let (cx, cy) = (f32::midpoint(left, right), f32::midpoint(top, bottom));
        let (rx, ry) = ((right - left) * 0.64 + 46.0, (bottom - top) * 0.64 + 40.0);
        format!(
            "M-9 -9H1009V{}H-9ZM{} {cy}a{rx} {ry} 0 1 0 {} 0a{rx} {ry} 0 1 0 {} 0Z",
            height + 9.0,
            cx - rx,
            rx * 2.0,
            -rx * 2.0
        )
    });
    html! { <svg class="light" viewBox={format!("0 0 1000 {height}")} aria-hidden="true"><path d={hole.unwrap_or_default()} /></svg> }
}

/// A scene without its votes. `wall` is large and for the class.
pub(super) fn scene(room: &Room, now: &Scene<'_>, live: bool) -> Html {
    let words = room.words();
    let say = |text: &Text| text.in_(room.lang).to_owned();
    match now {
        Scene::Panel {
            work, panel: own, ..
        } => panel(room, work, own, live),
        Scene::Welcome => {
            let plan = room
                .session
                .as_ref()
                .map(|session| session.plan.clone())
                .unwrap_or_default();
            html! {
                <Card class="welcome" picture={beside(room, now)}>
                    <h2>{ if plan.title.is_empty() { words.room_title().to_owned() } else { plan.title.clone() } }</h2>
                    <ul>{ for plan.works().iter().map(|id| html! { <li>{ room.title(id) }</li> }) }</ul>
                    <p>{ words.room_welcome() }</p>
                </Card>
            }
        }
        Scene::Dose { dose, before, .. } => html! {
            <div class="card-scene ask">
                <p class="kicker">{ if *before { words.room_before() } else { words.room_after() } }</p>
                <h2>{ say(&dose.question) }</h2>
            </div>
        },
        Scene::Choices { .. } => html! {
            <div class="card-scene choices-scene">
                { beside(room, now) }
                <h2>{ words.choose() }</h2>
            </div>
        },
        Scene::Ending { ending, .. } => html! {
            <Card class="ending-scene" picture={beside(room, now)} ending={ending.kind.name()}>
                <p class="kicker">{ words.ending(ending.kind) }</p>
                <h2>{ say(&ending.title) }</h2>
                <ul>{ for ending.learned.iter().map(|one| html! { <li>{ say(one) }</li> }) }</ul>
            </Card>
        },
        Scene::Talk {
            question, count, ..
        } => talk(room, now, &words.room_talk_of(count.0, count.1), question),
        Scene::Pause { question, .. } => talk(room, now, words.room_pause(), question),
        Scene::Own(text) => {
            html! { <div class="card-scene own"><h2>{ (*text).to_owned() }</h2></div> }
        }
        Scene::Stretch => html! {
            <div class="card-scene stretch">
                <img src={room.icon("voi")} width="200" height="200" alt="" />
                <h2>{ words.room_stretch() }</h2>
                <ol><li>{ words.room_stretch_1() }</li><li>{ words.room_stretch_2() }</li><li>{ words.room_stretch_3() }</li></ol>
            </div>
        },
        Scene::Close => html! {
            <Card class="close" picture={beside(room, now)}>
                <h2>{ words.room_close() }</h2>
                <ul>{ for taken_home(room).into_iter().map(|one| html! { <li>{ one }</li> }) }</ul>
                <p class="hotline"><b>{ "111" }</b><span>{ words.help_call_more() }</span></p>
            </Card>
        },
        Scene::Missing(id) => html! {
            <div class="card-scene missing"><h2>{ room.title(id) }</h2><p>{ if room.failed.contains(*id) { words.room_missing() } else { words.room_coming() } }</p></div>
        },
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct CardProps {
    class: &'static str,
    picture: Html,
    /// The kind of an ending.
    #[prop_or_default]
    ending: Option<&'static str>,
    children: Html,
}

/// Words with a picture beside them, or above them where it is narrow.
#[component]
fn Card(props: &CardProps) -> Html {
    html! {
        <div class={classes!("card-scene", props.class)} data-ending={props.ending}>
            { props.picture.clone() }
            <div class="scene-words">{ props.children.clone() }</div>
        </div>
    }
}

/// A question to talk about.
fn talk(room: &Room, now: &Scene<'_>, kicker: &str, question: &Text) -> Html {
    html! {
        <Card class="talk-scene" picture={beside(room, now)}>
            <p class="kicker">{ kicker.to_owned() }</p>
            <h2>{ question.in_(room.lang).to_owned() }</h2>
            <p>{ room.words().room_talk_more() }</p>
        </Card>
    }
}

/// What the class takes home: the wise answer of each work's question.
fn taken_home(room: &Room) -> Vec<String> {
    let works = room
        .session
        .as_ref()
        .map(|session| session.plan.works())
        .unwrap_or_default();
    let works = works.iter().filter_map(|id| room.works.get(id));
    works
        .filter_map(|work| {
            let wise = work.dose.answers.iter().find(|answer| answer.right)?;
            Some(wise.text.in_(room.lang).to_owned())
        })
        .collect()
}
