//! A document's page as a whole: its head, its text, the stories that show it, words and sources.

use maud::{Markup, html};
use vac_xin_so::model::{Lang, Text};
use vac_xin_so::ui::Words;

use super::{Cards, Drawer, block, cards, rules};
use crate::art::Art;
use crate::check::{Content, Document};
use crate::doc::Block;
use crate::print::Lettered;

/// The whole page, without the frame of the library.
pub(in crate::print) fn document(
    document: &Document,
    lettered: &Lettered,
    lang: Lang,
    library: &Cards<'_>,
    art: &Art,
) -> String {
    let words = Words(lang);
    let mut draw = Drawer::new(document, lettered, lang, art);
    let head = head(&mut draw);
    let text = match &document.content {
        Content::Text(texts) => texts.get(&lang).map(|blocks| text(blocks, &mut draw)),
        Content::Rules(all, promise) => Some(rules::rules(all, promise, &mut draw)),
    };
    let shown = document
        .shows
        .iter()
        .filter_map(|id| library.get(id.as_str()).copied());
    html! {
        div.doc data-audience=(document.audience.name()) data-kind=(document.kind.name()) data-shelf-of=(document.shelf) {
            (head)
            div.doc-text { (text.unwrap_or_default()) }
            footer.doc-foot {
                @if !document.shows.is_empty() {
                    section.doc-shows { h2 { (words.doc_shows()) } (cards(shown, lang, "../", "")) }
                }
                @if !document.terms.is_empty() {
                    section.doc-terms { h2 { (words.doc_terms()) }
                        dl { @for (name, term) in &document.terms {
                            div id={ "tu-" (name) } { dt { (term.word.in_(lang)) } dd { (term.means.in_(lang)) } }
                        } }
                    }
                }
                @if !document.citations.is_empty() { (sources(&draw, words)) }
                p.to-downloads { a.button href=(vac_xin_so::ui::DOWNLOADS) { (words.editions()) } }
            }
        }
    }
    .into_string()
}

fn sources(draw: &Drawer<'_>, words: Words) -> Markup {
    html! {
        section.doc-sources { h2 { (words.doc_sources()) }
            ol { @for one in &draw.document.citations {
                li id={ "nguon-" (one.id) } { (draw.say(&one.text)) ". " small { (words.checked_on(block::day(&one.checked, draw.lang))) "." } }
            } }
        }
    }
}

fn head(draw: &mut Drawer<'_>) -> Markup {
    let (document, words) = (draw.document, Words(draw.lang));
    // A strip that begins with the cover shows it large enough.
    let shown =
        |block: &Block| matches!(block, Block::Strip(panels) if panels.contains(&document.cover));
    let in_text = match &document.content {
        Content::Text(texts) => texts.values().flatten().any(shown),
        Content::Rules(..) => false,
    };
    let cover = (!in_text).then(|| draw.panel(&document.cover));
    let title = |text: &Text| text.in_(draw.lang).to_owned();
    html! {
        header.doc-head data-bare=[in_text.then_some("")] {
            @if let Some(cover) = cover { (cover) }
            div {
                p.kicker { a href={ "../" (document.audience.folder()) } { (shelf(document.shelf.as_str(), words)) @if document.kind != crate::check::Kind::Rulebook { " · " (document.number) } } }
                h1 { (title(&document.title)) }
                p.summary { (title(&document.summary)) }
                p.card-facts { (words.ages(document.ages.min, document.ages.max)) " · " (words.minutes(document.minutes)) }
                p.doc-tools {
                    button.button type="button" data-say=".doc-text" { (words.listen()) }
                    button.button type="button" data-print="" { (words.print_this()) }
                    span.mute role="status" { (words.aloud_none()) }
                }
            }
        }
    }
}

/// The name of a shelf of documents.
pub(super) fn shelf(name: &str, words: Words) -> &'static str {
    match name {
        "quy-tac" => words.shelf_quy_tac(),
        "cong-dan-so" => words.shelf_cong_dan_so(),
        "luat" => words.shelf_luat(),
        "giup-do" => words.shelf_giup_do(),
        "gia-dinh" => words.shelf_gia_dinh(),
        "lop-hoc" => words.shelf_lop_hoc(),
        _ => words.paper(),
    }
}

/// The text; before the first of the things that can happen stand doors to all of them.
fn text(blocks: &[Block], draw: &mut Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    let case = |block: &Block| matches!(block, Block::Case { .. });
    let Some(first) = blocks.iter().position(case) else {
        return block::blocks(blocks, draw);
    };
    let (before, rest) = blocks.split_at(first);
    let cases = rest.iter().take_while(|block| case(block)).count();
    let (cases, after) = rest.split_at(cases);
    html! {
        (block::blocks(before, draw))
        div.flow {
            nav.case-doors id="chuyen" aria-label=(words.case_choose()) {
                h2 { (words.case_choose()) }
                ul { @for one in cases { @if let Block::Case { id, title, .. } = one {
                    li { a href={ "#" (id) } { (title) } }
                } } }
            }
            div.cases { (block::blocks(cases, draw)) }
            p.sheet-hotline.paper-only { b { "111" } span { (words.help_call_more()) } b { "113" } span { (words.call_113_more()) } b { "VN-COP" } span { (words.call_vn_cop_more()) } }
        }
        (block::blocks(after, draw))
    }
}
