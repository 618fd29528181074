//! A comic: panels one after another, and what comes after.

use std::collections::BTreeMap;

use yew::prelude::*;

use crate::model::{Lang, NonEmpty, Panel};
use crate::reader::{AFTER, Action, Place, Reader, Settings, Sheet, Turn, View, compose};
use crate::ui::aloud::Voice;
use crate::ui::components::{After, PanelView, Shown, Turning};
use crate::ui::{Art, Words};

/// A finger that slides further than this turns the panel.
const SWIPE: f64 = 36.0;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ComicProps {
    pub(crate) panels: NonEmpty<Panel>,
    pub(crate) reader: Reader,
    pub(crate) lang: Lang,
    pub(crate) home: AttrValue,
    pub(crate) art: Art,
    pub(crate) act: Callback<Action>,
    pub(crate) settings: Settings,
    pub(crate) sheet: Sheet,
    pub(crate) set: Callback<Settings>,
    pub(crate) voice: Voice,
}

/// What a touch on the picture means: a slide, or a tap on its left third or the rest.
pub(super) fn touched((across, slid): (f64, f64)) -> Turn {
    match () {
        () if slid <= -SWIPE => Turn::Next,
        () if slid >= SWIPE => Turn::Back,
        () if across < 0.33 => Turn::Back,
        () => Turn::Next,
    }
}

/// Where each row of composed pages begins, by the panel's place in the comic.
fn rows(panels: &NonEmpty<Panel>, sheet: Sheet) -> BTreeMap<usize, &'static str> {
    let shapes: Vec<_> = panels.iter().map(|panel| panel.shape).collect();
    let mut starts = BTreeMap::new();
    let mut at = 0;
    for page in compose(&shapes, sheet) {
        for (i, count) in page.into_iter().enumerate() {
            starts.insert(at, if i == 0 { "page" } else { "row" });
            at += count;
        }
    }
    starts
}

#[component]
pub(crate) fn Comic(props: &ComicProps) -> Html {
    let ComicProps {
        panels,
        reader,
        lang,
        home,
        art,
        act,
        settings,
        sheet,
        set,
        voice,
    } = props;
    let words = Words(*lang);
    let view = if reader.awake() {
        settings.view
    } else {
        View::Guided
    };
    let of = panels.len();
    let after = *reader.place() == Place::After;
    let starts = if view == View::Page {
        rows(panels, *sheet)
    } else {
        BTreeMap::new()
    };
    let one = |(i, panel): (usize, &Panel)| {
        let shown = if reader.panel() == Some(&panel.id) {
            Shown::Current
        } else {
            Shown::Waiting
        };
        let here = Place::Panel(panel.id.clone());
        let place = |i: usize| panels.get(i).map(|panel| Place::Panel(panel.id.clone()));
        let ontouch = match view {
            View::Guided => act.reform(|touch| Action::Turn(touched(touch))),
            // A panel of a page comes near when it is touched.
            View::Page => {
                let (act, set, here) = (act.clone(), set.clone(), here.clone());
                let guided = Settings {
                    view: View::Guided,
                    ..*settings
                };
                Callback::from(move |(_, slid): (f64, f64)| {
                    if slid.abs() < SWIPE {
                        act.emit(Action::Go(here.clone()));
                        set.emit(guided);
                    }
                })
            }
            View::Strip => Callback::noop(),
        };
        html! {
            <>
                <div class="parts" data-starts={starts.get(&i).copied()}>{ Html::from_html_unchecked(art.get(&format!("parts-{}", panel.id))) }</div>
                <section class="panel" id={panel.id.to_string()} data-panel={panel.id.to_string()} data-shape={panel.shape.name()} aria-current={shown.aria()} tabindex="-1" aria-label={words.panel_of(i + 1, of)}>
                    <PanelView panel={panel.clone()} lang={*lang} art={art.clone()} aloud={voice.balloon(&panel.id)} {ontouch} />
                    <Turning lang={*lang} back={i.checked_sub(1).and_then(place)} next={place(i + 1).unwrap_or(Place::After)} count={(i + 1, of)} act={act.clone()} />
                </section>
            </>
        }
    };
    html! {
        <div class="comic" data-view={view.name()} data-sheet={if *sheet == Sheet::Upright { "upright" } else { "lying" }}>
            { for panels.iter().enumerate().map(one) }
            <section class="panel end" id={AFTER} tabindex="-1" aria-current={after.then_some("true")} aria-label={words.the_end()}>
                <h2 class="the-end">{ words.the_end() }</h2>
                <After work={reader.work().clone()} lang={*lang} home={home.clone()} />
                <Turning lang={*lang} back={Place::Panel(panels.last().id.clone())} next={None::<Place>} act={act.clone()} />
            </section>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slide_to_the_left_turns_on_wherever_it_began() {
        assert_eq!(touched((0.1, -80.0)), Turn::Next);
        assert_eq!(touched((0.9, 80.0)), Turn::Back);
    }

    #[test]
    fn a_tap_on_the_left_third_goes_back_and_elsewhere_on() {
        assert_eq!(touched((0.2, 0.0)), Turn::Back);
        assert_eq!(touched((0.5, 2.0)), Turn::Next);
    }
}
