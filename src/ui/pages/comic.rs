//! A comic: panels one after another, and what comes after.

use yew::prelude::*;

use super::reading::Open;
use crate::model::{NonEmpty, Panel};
use crate::reader::{AFTER, Action, Place, Settings, Sheet, Turn, View, compose};
use crate::ui::components::{PanelView, Shown, Ways, after, turning};

/// A finger that slides further than this turns the panel.
const SWIPE: f64 = 36.0;

/// A comic that is being read.
#[derive(Debug)]
pub(crate) struct Comic<'a> {
    pub(crate) panels: &'a NonEmpty<Panel>,
    pub(crate) open: &'a Open<'a>,
    pub(crate) settings: Settings,
    pub(crate) sheet: Sheet,
    pub(crate) set: &'a Callback<Settings>,
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
fn rows(panels: &NonEmpty<Panel>, sheet: Sheet) -> Vec<Option<&'static str>> {
    let shapes: Vec<_> = panels.iter().map(|panel| panel.shape).collect();
    let mut starts = vec![None; panels.len()];
    let mut at = 0;
    for page in compose(&shapes, sheet) {
        for (i, count) in page.into_iter().enumerate() {
            starts[at] = Some(if i == 0 { "page" } else { "row" });
            at += count;
        }
    }
    starts
}

pub(crate) fn comic(comic: &Comic<'_>) -> Html {
    let Comic {
        panels,
        open,
        settings,
        sheet,
        set,
    } = *comic;
    let Open {
        reader,
        here,
        world,
        art,
        act,
        voice,
        ..
    } = *open;
    let (words, lang) = (here.words(), here.lang);
    let view = if reader.awake() {
        settings.view
    } else {
        View::Guided
    };
    let of = panels.len();
    let ended = *reader.place() == Place::After;
    let starts = if view == View::Page {
        rows(panels, sheet)
    } else {
        Vec::new()
    };
    let one = |(i, panel): (usize, &Panel)| {
        let shown = if reader.panel() == Some(&panel.id) {
            Shown::Current
        } else {
            Shown::Waiting
        };
        let own = Place::Panel(panel.id.clone());
        let place = |i: usize| panels.get(i).map(|panel| Place::Panel(panel.id.clone()));
        let ways = Ways {
            back: i.checked_sub(1).and_then(place),
            next: Some(place(i + 1).unwrap_or(Place::After)),
            count: Some((i + 1, of)),
        };
        let ontouch = match view {
            View::Guided => act.reform(|touch| Action::Turn(touched(touch))),
            // A panel of a page comes near when it is touched.
            View::Page => {
                let (act, set, own) = (act.clone(), set.clone(), own.clone());
                let guided = Settings {
                    view: View::Guided,
                    ..settings
                };
                Callback::from(move |(_, slid): (f64, f64)| {
                    if slid.abs() < SWIPE {
                        act.emit(Action::Go(own.clone()));
                        set.emit(guided);
                    }
                })
            }
            View::Strip => Callback::noop(),
        };
        html! {
            <>
                <div class="parts" data-starts={starts.get(i).copied().flatten()}>{ Html::from_html_unchecked(art.get(&format!("parts-{}", panel.id))) }</div>
                <section class="panel" id={panel.id.to_string()} data-panel={panel.id.to_string()} data-shape={panel.shape.name()} aria-current={shown.aria()} tabindex="-1" aria-label={words.panel_of(i + 1, of)}>
                    <PanelView panel={panel.clone()} {lang} art={art.clone()} aloud={voice.spot(&panel.id)} {shown} world={world.clone()} {ways} act={act.clone()} {ontouch} />
                </section>
            </>
        }
    };
    let end = Ways {
        back: Some(Place::Panel(panels.last().id.clone())),
        ..Ways::default()
    };
    html! {
        <div class="comic" data-view={view.name()} data-sheet={if sheet == Sheet::Upright { "upright" } else { "lying" }}>
            { for panels.iter().enumerate().map(one) }
            <section class="panel end" id={AFTER} tabindex="-1" aria-current={ended.then_some("true")} aria-label={words.the_end()}>
                <h2 class="the-end">{ words.the_end() }</h2>
                { after(&open.after()) }
                { turning(words, &end, act) }
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
