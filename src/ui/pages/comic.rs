//! A comic: panels one after another, and what comes after.

use yew::prelude::*;

use crate::model::{Lang, NonEmpty, Panel};
use crate::reader::{AFTER, Action, Place, Reader, Turn};
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

#[component]
pub(crate) fn Comic(props: &ComicProps) -> Html {
    let ComicProps {
        panels,
        reader,
        lang,
        home,
        art,
        act,
    } = props;
    let words = Words(*lang);
    let ontouch = act.reform(|touch| Action::Turn(touched(touch)));
    let of = panels.len();
    let after = *reader.place() == Place::After;
    let one = |(i, panel): (usize, &Panel)| {
        let shown = if reader.panel() == Some(&panel.id) {
            Shown::Current
        } else {
            Shown::Waiting
        };
        let place = |i: usize| panels.get(i).map(|panel| Place::Panel(panel.id.clone()));
        html! {
            <>
                <div class="parts">{ Html::from_html_unchecked(art.get(&format!("parts-{}", panel.id))) }</div>
                <section class="panel" id={panel.id.to_string()} data-panel={panel.id.to_string()} aria-current={shown.aria()} tabindex="-1" aria-label={words.panel_of(i + 1, of)}>
                    <PanelView panel={panel.clone()} lang={*lang} art={art.clone()} ontouch={ontouch.clone()} />
                    <Turning lang={*lang} back={i.checked_sub(1).and_then(place)} next={place(i + 1).unwrap_or(Place::After)} count={(i + 1, of)} act={act.clone()} />
                </section>
            </>
        }
    };
    html! {
        <div class="comic">
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
