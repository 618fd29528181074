//! A panel: its drawing, and its words.

use web_sys::Element;
use yew::prelude::*;

use super::{Ways, balloons, turning};
use crate::model::{Lang, Panel};
use crate::reader::Action;
use crate::ui::aloud::Spot;
use crate::ui::{Art, Words, WorldRef};

/// Whether a panel is the one that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// It is.
    Current,
    /// It is not.
    Waiting,
}

impl Shown {
    pub(crate) const fn aria(self) -> Option<&'static str> {
        match self {
            Self::Current => Some("true"),
            Self::Waiting => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct PanelProps {
    pub(crate) panel: Panel,
    pub(crate) lang: Lang,
    pub(crate) art: Art,
    /// What is being read aloud.
    #[prop_or_default]
    pub(crate) aloud: Option<Spot>,
    pub(crate) shown: Shown,
    pub(crate) world: WorldRef,
    /// Where back and next lead, below the words; a passage of a scenario has none of its own.
    #[prop_or_default]
    pub(crate) ways: Option<Ways>,
    pub(crate) act: Callback<Action>,
    /// A touch on the picture: how far across it was (0 to 1), and how far a finger slid (CSS px).
    pub(crate) ontouch: Callback<(f64, f64)>,
}

/// A finger that moved further than this across or along was no tap (CSS px).
const STILL: f64 = 24.0;

/// The part of the picture, from its left, in which a tap waits whether a second one follows: there two taps
/// bring the picture near. Beside it a tap turns at once.
const MIDDLE: std::ops::Range<f64> = 0.34..0.66;

/// What a picture remembers of the last touch.
#[derive(Clone, Copy, Debug, Default)]
struct Touch {
    /// Where the finger went down (CSS px of the window).
    from: Option<(f64, f64)>,
    /// How many taps there were: a tap that waits finds out whether another one came.
    taps: u32,
    /// A tap is waiting.
    waits: bool,
}

/// The drawing in its frame, with the words below. The parts that it is the first to need come along.
#[component]
pub(crate) fn PanelView(props: &PanelProps) -> Html {
    let PanelProps {
        panel,
        lang,
        art,
        aloud,
        shown,
        world,
        ways,
        act,
        ontouch,
    } = props;
    let id = panel.id.as_str();
    let touch = use_mut_ref(Touch::default);
    // How far across and down the picture is near; none if it is whole.
    let near = use_state_eq(|| None::<(f64, f64)>);
    let picture = use_node_ref();
    {
        let near = near.setter();
        use_effect_with(*shown, move |_| near.set(None));
    }
    {
        let picture = picture.clone();
        use_effect_with(*near, move |near| {
            if let (Some((x, y)), Some(element)) = (near, picture.cast::<Element>()) {
                scroll(&element, *x, *y);
            }
        });
    }
    let onpointerdown = {
        let touch = touch.clone();
        Callback::from(move |event: PointerEvent| {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            touch.borrow_mut().from = event.is_primary().then_some(at);
        })
    };
    let onpointerup = {
        let (ontouch, near, world) = (ontouch.clone(), near.clone(), world.clone());
        let picture = picture.clone();
        Callback::from(move |event: PointerEvent| {
            let Some((x, y)) = touch.borrow_mut().from.take() else {
                return;
            };
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            let (dx, dy) = (at.0 - x, at.1 - y);
            // A finger that went up or down was scrolling.
            if dy.abs() > STILL && dy.abs() > dx.abs() {
                return;
            }
            // Not the event's own target: Yew listens at the root of the page.
            let Some(element) = picture.cast::<Element>() else {
                return;
            };
            let bounds = element.get_bounding_client_rect();
            let across = (at.0 - bounds.left()) / bounds.width().max(1.0);
            let down = (at.1 - bounds.top()) / bounds.height().max(1.0);
            let tap = dx.abs() < STILL;
            if !(tap && (MIDDLE.contains(&across) || near.is_some())) {
                // What is near is moved about, not turned.
                if near.is_none() {
                    ontouch.emit((across, dx));
                }
                return;
            }
            let (second, tapped) = {
                let mut touch = touch.borrow_mut();
                touch.taps += 1;
                let second = std::mem::replace(&mut touch.waits, false);
                touch.waits = !second;
                (second, touch.taps)
            };
            if second {
                near.set(near.is_none().then_some((across, down)));
                return;
            }
            let (touch, ontouch, whole) = (touch.clone(), ontouch.clone(), near.is_none());
            world.0.soon(Callback::from(move |()| {
                let alone = {
                    let mut touch = touch.borrow_mut();
                    let alone = touch.taps == tapped;
                    touch.waits &= !alone;
                    alone
                };
                if alone && whole {
                    ontouch.emit((across, dx));
                }
            }));
        })
    };
    let shape = panel.shape.name();
    html! {
        <>
            <div class="art" ref={picture} data-shape={shape} data-frame={panel.framed.then_some("")} data-near={near.map(|_| "")} {onpointerdown} {onpointerup}>
                { Html::from_html_unchecked(art.get(id)) }
            </div>
            { balloons(panel, *lang, *aloud) }
            { ways.as_ref().map(|ways| turning(Words(*lang), ways, act)) }
        </>
    }
}

/// Brings a point of a picture that is larger than its frame into the middle.
#[expect(clippy::cast_possible_truncation, reason = "whole pixels")]
fn scroll(element: &Element, x: f64, y: f64) {
    let middle =
        |part: f64, all: i32, seen: i32| (f64::from(all) * part - f64::from(seen) / 2.0) as i32;
    element.set_scroll_left(middle(x, element.scroll_width(), element.client_width()));
    element.set_scroll_top(middle(y, element.scroll_height(), element.client_height()));
}
