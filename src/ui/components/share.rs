//! Handing a story on: to another app, as a link, or to another device's camera.

use qrcodegen::{QrCode, QrCodeEcc};
use web_sys::Element;
use yew::prelude::*;

use super::settings::option;
use crate::model::Lang;
use crate::reader::Place;
use crate::ui::{Words, WorldRef};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ShareProps {
    pub(crate) lang: Lang,
    pub(crate) title: AttrValue,
    pub(crate) place: Place,
    pub(crate) world: WorldRef,
}

/// A small card in the heading. Its inside is made when it is opened.
#[component]
pub(crate) fn Share(
    ShareProps {
        lang,
        title,
        place,
        world,
    }: &ShareProps,
) -> Html {
    let words = Words(*lang);
    let open = use_state_eq(|| false);
    let here = use_state_eq(|| false);
    let copied = use_state_eq(|| None::<bool>);
    let ontoggle = {
        let (open, copied) = (open.setter(), copied.setter());
        Callback::from(move |event: Event| {
            let card = event.target_dyn_into::<Element>();
            open.set(card.is_some_and(|card| card.has_attribute("open")));
            copied.set(None);
        })
    };
    let inside = || {
        let address = world.0.address(here.then_some(place));
        let hand = {
            let (world, title, address) = (world.clone(), title.clone(), address.clone());
            Callback::from(move |_: MouseEvent| world.0.share(&title, &address))
        };
        let copy = {
            let (world, address, copied) = (world.clone(), address.clone(), copied.setter());
            Callback::from(move |_: MouseEvent| {
                let copied = copied.clone();
                let tell = Callback::from(move |done| copied.set(Some(done)));
                world.0.copy(&address, tell);
            })
        };
        let which = |label, place: bool| {
            let (set, copied) = (here.setter(), copied.setter());
            let onclick = Callback::from(move |_| {
                set.set(place);
                copied.set(None);
            });
            option(label, *here == place, onclick)
        };
        html! {
            <div class="card-pop">
                <h2>{ words.share() }</h2>
                <div class="options">{ which(words.share_all(), false) }{ which(words.share_here(), true) }</div>
                <p class="ways">
                    if world.0.can_share() {
                        <button type="button" class="button strong" onclick={hand}>{ words.share_app() }</button>
                    }
                    <button type="button" class="button" data-copy="" onclick={copy}>{ if *copied == Some(true) { words.share_copied() } else { words.share_copy() } }</button>
                </p>
                if *copied == Some(false) {
                    <p>{ words.share_by_hand() }</p>
                }
                <p class="link" role="status">{ address.clone() }</p>
                <p>{ words.share_scan() }</p>
                { code(&address, words.share_scan()) }
            </div>
        }
    };
    html! {
        <details class="share" name="bar" {ontoggle}>
            <summary aria-label={words.share()}><i aria-hidden="true"></i></summary>
            if *open {
                { inside() }
            }
        </details>
    }
}

/// An address as a square code, with the quiet margin that cameras need. Nothing if it is too long for one.
fn code(address: &str, label: &'static str) -> Html {
    let Ok(code) = QrCode::encode_binary(address.as_bytes(), QrCodeEcc::Medium) else {
        return Html::default();
    };
    let size = code.size();
    let mut d = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            d.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let view = format!("-4 -4 {0} {0}", size + 8);
    html! {
        <svg class="qr" viewBox={view} role="img" aria-label={label} shape-rendering="crispEdges">
            <path fill="#fff" d={format!("M-4-4h{0}v{0}h-{0}z", size + 8)} />
            <path fill="#000" {d} />
        </svg>
    }
}
