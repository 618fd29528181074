//! A page for each audience with everything that is there for it, and the glossary.

use maud::{Markup, html};
use vac_xin_so::model::{Card, Lang};
use vac_xin_so::ui::{PARENTS, PATHS, Words};

use super::{cards, page};
use crate::check::Audience;
use crate::load::Terms;

/// A work as the pages for audiences know it.
#[derive(Clone, Copy, Debug)]
pub(in crate::print) struct Shown<'a> {
    pub(in crate::print) card: &'a Card,
    /// The shelf it stands on.
    pub(in crate::print) shelf: &'a str,
    /// For whom, if it is a document.
    pub(in crate::print) audience: Option<Audience>,
}

/// The shelves of documents, in the order in which they are shown.
const SHELVES: [&str; 6] = [
    "quy-tac",
    "cong-dan-so",
    "luat",
    "giup-do",
    "gia-dinh",
    "lop-hoc",
];

/// The name of an audience's door, and what is behind it.
pub(in crate::print) fn door(audience: Audience, words: Words) -> (&'static str, &'static str) {
    match audience {
        Audience::Child => (words.door_child(), words.door_child_more()),
        Audience::Teen => (words.door_teen(), words.door_teen_more()),
        Audience::Parent => (words.door_parent(), words.door_parent_more()),
        Audience::Teacher => (words.door_teacher(), words.door_teacher_more()),
    }
}

/// The four doors of the home page. `to` leads to the language's folder.
pub(in crate::print) fn home(lang: Lang, to: &str) -> String {
    let words = Words(lang);
    html! {
        nav.doors aria-label=(words.doors()) {
            h2 { (words.doors()) }
            ul { @for audience in Audience::ALL {
                @let (name, more) = door(audience, words);
                li { a href={ (to) (audience.folder()) } data-door=(audience.name()) { b { (name) } span { (more) } } }
            } }
        }
    }
    .into_string()
}

/// The page of an audience.
pub(in crate::print) fn doors(audience: Audience, all: &[Shown<'_>], lang: Lang) -> String {
    let words = Words(lang);
    let (name, more) = door(audience, words);
    let shelf = |shelf: &str| -> Vec<&Card> {
        let own = all
            .iter()
            .filter(|one| one.shelf == shelf && one.audience == Some(audience));
        own.map(|one| one.card).collect()
    };
    // Help is for everybody, and so is the law for those who teach it.
    let [help, laws] = ["giup-do", "luat"].map(|shelf| -> Vec<&Card> {
        let others = all
            .iter()
            .filter(|one| one.shelf == shelf && one.audience != Some(audience));
        others.map(|one| one.card).collect()
    });
    let stories: Vec<&Card> = all
        .iter()
        .filter(|one| one.audience.is_none())
        .map(|one| one.card)
        .filter(|card| ours(card, audience))
        .collect();
    let (title, folder, query) = match audience {
        Audience::Child | Audience::Teen => (words.doc_shows(), "", ""),
        Audience::Parent => (words.parents(), PARENTS, ""),
        Audience::Teacher => (words.for_class(), "", "?view=class"),
    };
    html! {
        div.audience data-audience=(audience.name()) {
            header.audience-head { h1 { (name) } p { (more) } }
            @if audience == Audience::Teacher {
                // Its page has a program of its own, which only a load of the page wakes.
                p.to-room { a.button.strong href={ "../" (vac_xin_so::ui::ROOM) } data-load="" { (words.room_title()) } span { (words.room_lead()) } }
            }
            @for name in SHELVES {
                @let own = shelf(name);
                @if !own.is_empty() { section { h2 { (page::shelf(name, words)) } (cards(own.into_iter(), lang, "../", "")) } }
            }
            @if !help.is_empty() { section { h2 { (words.shelf_giup_do()) } (cards(help.into_iter(), lang, "../", "")) } }
            section { h2 { (title) } (story_cards(&stories, lang, folder, query)) }
            @if audience == Audience::Teacher || audience == Audience::Parent {
                @if !laws.is_empty() { section { h2 { (words.shelf_luat()) } (cards(laws.into_iter(), lang, "../", "")) } }
            }
            @if audience == Audience::Teacher { (maps(&stories, lang)) }
            p.ways { a.button href={ "../" (vac_xin_so::ui::WORDS) } { (words.terms_title()) } }
        }
    }
    .into_string()
}

/// Whether a story is for an audience: by its ages; adults see all of them.
fn ours(card: &Card, audience: Audience) -> bool {
    match audience {
        Audience::Child => card.ages.min < 12,
        Audience::Teen => card.ages.max >= 12,
        Audience::Parent | Audience::Teacher => true,
    }
}

fn story_cards(stories: &[&Card], lang: Lang, folder: &str, query: &str) -> Markup {
    let query = format!("{folder}{query}");
    cards(stories.iter().copied(), lang, "../", &query)
}

/// The maps of all paths, for those who prepare a scenario.
fn maps(stories: &[&Card], lang: Lang) -> Markup {
    let words = Words(lang);
    let scenarios = stories.iter().filter(|card| card.kind == "scenario");
    html! {
        section { h2 { (words.map_all()) }
            ul.plain { @for card in scenarios {
                li { a href={ "../" (card.id) "/" (PATHS) } { (card.title.in_(lang)) } }
            } }
        }
    }
}

/// The glossary.
pub(in crate::print) fn glossary(terms: &Terms, lang: Lang) -> String {
    let words = Words(lang);
    html! {
        div.doc.glossary {
            h1 { (words.terms_title()) }
            dl { @for (name, term) in &terms.0 {
                div id={ "tu-" (name) } { dt { (term.word.in_(lang)) } dd { (term.means.in_(lang)) } }
            } }
        }
    }
    .into_string()
}
