//! What can be tried in a document: ticks that are kept, a day as a ring, printing, reading aloud. Press has
//! printed all of it; here it is brought to life by the marks that it carries.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlInputElement};
use yew::Callback;

use super::State;
use crate::ui::Spoken;

/// What is read aloud, one after another.
const SAID: &str = "h2,h3,p,li,dt,dd,th,td,label,figcaption";

/// What matches on the page.
fn all(names: &str) -> Vec<Element> {
    let found = gloo::utils::document().query_selector_all(names);
    let Ok(found) = found else { return Vec::new() };
    (0..found.length())
        .filter_map(|i| found.get(i)?.dyn_into().ok())
        .collect()
}

/// A document has come: its ticks are as they were left.
pub(super) fn settled(state: &State) {
    let ticks = state.memory.ticks();
    for element in all("[data-tick]") {
        let name = element.get_attribute("data-tick").unwrap_or_default();
        if let Ok(input) = element.dyn_into::<HtmlInputElement>() {
            input.set_checked(ticks.split(' ').any(|own| own == name));
        }
    }
}

/// Something was ticked, or an hour moved.
pub(super) fn changed(state: &State, event: &Event) {
    let input = event
        .target()
        .and_then(|on| on.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    if let Some(name) = input.get_attribute("data-tick") {
        state.memory.tick(&name, input.checked());
    } else if let Ok(Some(pie)) = input.closest("[data-pie]") {
        ring(&pie);
    }
}

/// Draws the ring of a day anew.
fn ring(pie: &Element) {
    let mut from = 0;
    let id = pie.get_attribute("id").unwrap_or_default();
    let within = |names: &str| all(&format!("#{id} {names}"));
    let (arcs, mut outputs) = (within(".arc"), within("output"));
    outputs.extend(within(".pie-sum b"));
    for (i, element) in within("input").iter().enumerate() {
        let input: &HtmlInputElement = element.unchecked_ref();
        let hours: i32 = input.value().parse().unwrap_or_default();
        if let (Some(arc), Some(output)) = (arcs.get(i), outputs.get(i)) {
            drop(arc.set_attribute("stroke-dasharray", &format!("{hours} 24")));
            drop(arc.set_attribute("stroke-dashoffset", &format!("-{from}")));
            let said = output.text_content().unwrap_or_default();
            let unit = said.trim_start_matches(|c: char| c.is_ascii_digit());
            output.set_text_content(Some(&format!("{hours}{unit}")));
        }
        from += hours;
    }
    if let Some(sum) = outputs.last() {
        sum.set_text_content(Some(&from.to_string()));
        if let Some(line) = sum.parent_element() {
            let off = if from == 24 { "" } else { "off" };
            drop(line.set_attribute("data-sum", off));
        }
    }
}

/// A click on something that prints or reads aloud; whether it was one.
pub(super) fn clicked(state: &Rc<State>, on: &Element) -> bool {
    if let Ok(Some(_)) = on.closest("[data-print]") {
        drop(gloo::utils::window().print());
        return true;
    }
    let Ok(Some(button)) = on.closest("[data-say]") else {
        return false;
    };
    let speaks = button.has_attribute("data-on");
    hush(state);
    if speaks {
        return true;
    }
    drop(button.set_attribute("data-on", ""));
    let within = button.get_attribute("data-say").unwrap_or_default();
    let near = button.closest(&within).ok().flatten();
    let within = near
        .and_then(|near| near.get_attribute("id"))
        .map_or(within, |id| format!("#{id}"));
    let found = all(&format!("{within} :is({SAID})"));
    let said: Vec<Element> = found
        .iter()
        .enumerate()
        .filter(|(i, element)| {
            let seen = element.get_bounding_client_rect().height() > 0.0;
            // What holds another one is said by it.
            let holds = found
                .get(i + 1)
                .is_some_and(|next| element.contains(Some(next)));
            seen && !holds
        })
        .map(|(_, element)| element.clone())
        .collect();
    say(state.clone(), Rc::new(said), 0, button);
    true
}

/// Is silent, and marks nothing any more.
pub(super) fn hush(state: &State) {
    state.mouth.hush();
    unmark("data-on");
    unmark("data-spoken");
}

/// Takes a mark away, wherever it is.
fn unmark(name: &str) {
    for element in all(&format!("[{name}]")) {
        drop(element.remove_attribute(name));
    }
}

/// Says one thing after another, each marked while it is said.
fn say(state: Rc<State>, list: Rc<Vec<Element>>, at: usize, button: Element) {
    unmark("data-spoken");
    let Some(element) = list.get(at) else {
        hush(&state);
        return;
    };
    drop(element.set_attribute("data-spoken", ""));
    let text = element.text_content().unwrap_or_default();
    let (mouth, lang) = (state.mouth.clone(), state.lang.get());
    let heard = Callback::from(move |spoken| match spoken {
        Spoken::Done => say(state.clone(), list.clone(), at + 1, button.clone()),
        Spoken::NoVoice => {
            hush(&state);
            drop(button.set_attribute("data-mute", ""));
        }
        Spoken::Word(..) => {}
    });
    mouth.speak(&text, lang, false, heard);
}
