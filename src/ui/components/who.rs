//! Animals: who reads.

use yew::prelude::*;

use crate::reader::Animal;
use crate::ui::{BOOKLET, Here};

/// An animal's picture; its name where it stands alone.
pub(crate) fn picture(here: &Here, animal: Animal, size: u32, named: bool) -> Html {
    let size = size.to_string();
    let alt = if named {
        here.words().animal(animal)
    } else {
        ""
    };
    html! { <img class="animal" src={here.icon(animal.name())} width={size.clone()} height={size} {alt} /> }
}

/// Who reads now, and the way to the vaccine card.
pub(crate) fn who(here: &Here, animal: Animal) -> Html {
    let label = format!(
        "{}: {}",
        here.words().booklet(),
        here.words().animal(animal)
    );
    html! { <a class="who" href={here.to(BOOKLET)} aria-label={label}>{ picture(here, animal, 44, false) }</a> }
}
