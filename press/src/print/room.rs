//! The page of the classroom: what it says without a script, and what its own program needs to know.

use maud::html;
use vac_xin_so::model::Lang;
use vac_xin_so::ui::{Art, Content, Leaf, Leaflet, Page, ROOM, Words};

use super::head::{self, About, Wakes};
use super::{Entry, Files, Workshop};
use crate::check::Audience;

/// The classroom's page in every language.
pub(super) fn print(entries: &[Entry], shop: &Workshop<'_>, files: &mut Files) {
    for lang in Lang::ALL {
        let words = Words(lang);
        let leaf = Leaf {
            lang,
            page: Page::Leaflet(Leaflet {
                folder: ROOM.to_owned(),
                title: words.room_title().to_owned(),
                work: false,
                content: Content::Put,
            }),
            root: "../../".into(),
            version: shop.frame.version.clone().into(),
            art: Art::InPage,
        };
        let picture = entries.first().map(|entry| {
            let alt = entry.card.cover_alt.in_(lang).to_owned();
            (format!("preview/{}.png", entry.card.id), alt)
        });
        let about = About {
            description: words.room_lead().to_owned(),
            path: ROOM.to_owned(),
            picture,
            article: false,
        };
        let frame = &shop.frame;
        let [js, wasm] = &frame.cards;
        let body = html! {
            div id="room" data-lang=(lang.tag()) data-root="../../" data-cards={ (frame.cards_boot) "?js=" (js) "&wasm=" (wasm) } {
                main id="main" {
                    h1 { (words.room_title()) }
                    p { (words.room_lead()) }
                    p { (words.room_no_script()) }
                    p { a.button href={ "../" (Audience::Teacher.folder()) } { (words.door_teacher()) } " " a.button href="../" { (words.home()) } }
                }
            }
        };
        let page = head::page(&leaf, &about, &body.into_string(), Wakes::Room, shop);
        files.insert(
            format!("{}/{ROOM}index.html", lang.tag()),
            page.into_bytes().into(),
        );
    }
}
