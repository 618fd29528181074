//! The pages of documents: markup by hand, since they are made once and never change.

mod block;
mod doors;
mod drawer;
mod page;
mod rules;
mod sheets;

use std::collections::BTreeMap;

use maud::{Markup, html};
use vac_xin_so::model::{Card, Lang};
use vac_xin_so::ui::Words;

pub(super) use doors::{Shown, door, doors, glossary, home};
use drawer::Drawer;
pub(super) use page::document;
pub(super) use sheets::sheets;

/// Every card of the library by its name, and whether it is a document.
pub(super) type Cards<'a> = BTreeMap<&'a str, &'a Card>;

/// Works as small cards in a list. `root` leads from the page to the folder of its language.
pub(super) fn cards<'a>(
    all: impl Iterator<Item = &'a Card>,
    lang: Lang,
    root: &str,
    query: &str,
) -> Markup {
    let words = Words(lang);
    html! {
        ul.small-cards {
            @for card in all {
                li {
                    a href={ (root) (card.id) "/" (query) } data-card=(card.id) {
                        img src={ (root) "../" (card.cover) } width="160" height="160" loading="lazy" alt="";
                        span {
                            b { (card.title.in_(lang)) }
                            small { (kind(&card.kind, words)) " · " (words.minutes(card.minutes)) }
                        }
                    }
                }
            }
        }
    }
}

/// The kind of a work, as readers read it.
pub(super) fn kind(kind: &str, words: Words) -> &'static str {
    match kind {
        "comic" => words.comic(),
        "scenario" => words.scenario(),
        _ => words.paper(),
    }
}
