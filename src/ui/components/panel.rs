//! A panel: its drawing, and its words.

use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

use super::Balloons;
use crate::model::{Lang, Panel};
use crate::ui::Art;

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
    /// The balloon that is being read aloud.
    #[prop_or_default]
    pub(crate) aloud: Option<usize>,
    /// A touch on the picture: how far across it was (0 to 1), and how far a finger slid (CSS px).
    pub(crate) ontouch: Callback<(f64, f64)>,
}

/// The drawing in its frame, with the words below. The parts that it is the first to need come along.
#[component]
pub(crate) fn PanelView(props: &PanelProps) -> Html {
    let PanelProps {
        panel,
        lang,
        art,
        aloud,
        ontouch,
    } = props;
    let id = panel.id.as_str();
    let from = use_mut_ref(|| None::<(f64, f64)>);
    let onpointerdown = {
        let from = from.clone();
        Callback::from(move |event: PointerEvent| {
            *from.borrow_mut() = event
                .is_primary()
                .then(|| (f64::from(event.client_x()), f64::from(event.client_y())));
        })
    };
    let onpointerup = {
        let ontouch = ontouch.clone();
        Callback::from(move |event: PointerEvent| {
            let Some((x, y)) = from.borrow_mut().take() else {
                return;
            };
            let (dx, dy) = (
                f64::from(event.client_x()) - x,
                f64::from(event.client_y()) - y,
            );
            // A finger that went up or down was scrolling.
            if dy.abs() > 24.0 && dy.abs() > dx.abs() {
                return;
            }
            let Some(element) = event
                .current_target()
                .and_then(|target| target.dyn_into::<Element>().ok())
            else {
                return;
            };
            let bounds = element.get_bounding_client_rect();
            ontouch.emit((
                (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0),
                dx,
            ));
        })
    };
    let shape = panel.shape.name();
    html! {
        <>
            <div class="art" data-shape={shape} data-frame={panel.framed.then_some("")} {onpointerdown} {onpointerup}>
                { Html::from_html_unchecked(art.get(id)) }
            </div>
            <Balloons panel={panel.clone()} lang={*lang} aloud={*aloud} />
        </>
    }
}
