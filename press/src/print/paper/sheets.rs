//! Sheets of the rulebook that are made for paper: a poster, a booklet to fold, a promise to sign.

use maud::{Markup, html};
use vac_xin_so::model::Lang;
use vac_xin_so::ui::Words;

use super::Drawer;
use crate::art::Art;
use crate::check::{Content, Document, Promise, Rule};
use crate::print::Lettered;

/// The folder of the poster, below the rulebook's.
pub(super) const POSTER: &str = "ap-phich/";
/// The folder of the booklet.
pub(super) const FOLD: &str = "so-gap/";
/// The folder of the promise.
pub(super) const PROMISE: &str = "loi-hua/";

/// A sheet: its folder below the rulebook's, its title, and the page.
pub(in crate::print) struct PaperSheet {
    pub(in crate::print) folder: &'static str,
    pub(in crate::print) title: &'static str,
    pub(in crate::print) page: String,
}

/// The sheets of a document; only a rulebook has some.
pub(in crate::print) fn sheets(
    document: &Document,
    lettered: &Lettered,
    lang: Lang,
    art: &Art,
) -> Vec<PaperSheet> {
    let Content::Rules(rules, promise) = &document.content else {
        return Vec::new();
    };
    let words = Words(lang);
    let drawer = || Drawer::new(document, lettered, lang, art);
    let sheet = |folder, title, inside: Markup, how: Option<&str>| PaperSheet {
        folder,
        title,
        page: html! {
            div.print-sheet data-sheet=(folder.trim_end_matches('/')) {
                div.no-print {
                    p { a href="../" { (document.title.in_(lang)) } }
                    h1 { (title) }
                    @if let Some(how) = how { p { (how) } }
                    p { button.button.strong type="button" data-print="" { (words.print_this()) } }
                }
                (inside)
            }
        }
        .into_string(),
    };
    vec![
        sheet(POSTER, words.poster(), poster(rules, &mut drawer()), None),
        sheet(
            FOLD,
            words.fold(),
            fold(rules, promise, &mut drawer()),
            Some(words.fold_how()),
        ),
        sheet(
            PROMISE,
            words.promise_sheet(),
            signed(promise, &mut drawer()),
            None,
        ),
    ]
}

/// Who to call, at the foot of each sheet.
fn hotline(words: Words) -> Markup {
    html! { p.sheet-hotline { b { "111" } span { (words.help_call_more()) } } }
}

fn poster(rules: &[Rule], draw: &mut Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    html! {
        article.poster {
            header { h2 { (draw.say(&draw.document.title)) } p { (words.site()) } }
            ol { @for (i, rule) in rules.iter().enumerate() {
                li { (draw.panel(&rule.panel)) p { b { (i + 1) } (draw.say(&rule.title)) } }
            } }
            (hotline(words))
        }
    }
}

/// One sheet, eight pages: cover, six pages of two rules each, the promise. Printed on one side, the upper row upside down.
fn fold(rules: &[Rule], promise: &Promise, draw: &mut Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    let cover = html! {
        (draw.panel(&draw.document.cover))
        h2 { (draw.say(&draw.document.title)) }
        p { (words.site()) " · 111" }
    };
    let per = rules.len().div_ceil(6).max(1);
    let mut pages = vec![cover];
    for (at, pair) in rules.chunks(per).enumerate() {
        pages.push(html! {
            @for (i, rule) in pair.iter().enumerate() {
                div.fold-rule { (draw.spot(&rule.good.0)) p { b { (at * per + i + 1) } (draw.say(&rule.title)) } }
            }
        });
    }
    pages.push(html! {
        h2 { (draw.say(&promise.title)) }
        ul { @for line in promise.lines.iter() { li { (draw.say(line)) } } }
        p.fold-hotline { b { "111" } }
    });
    // As they lie on the sheet: the upper row is read from the other side.
    let order = [
        (5, true),
        (4, true),
        (3, true),
        (2, true),
        (6, false),
        (7, false),
        (0, false),
        (1, false),
    ];
    html! {
        article.fold {
            @for (page, over) in order {
                section.fold-page data-over=[over.then_some("")] data-page=(page + 1) {
                    @if let Some(inside) = pages.get(page) { (inside) }
                }
            }
        }
    }
}

fn signed(promise: &Promise, draw: &mut Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    html! {
        article.signed {
            header { (draw.panel(&draw.document.cover)) h2 { (draw.say(&promise.title)) } }
            ol { @for line in promise.lines.iter() { li { (draw.say(line)) } } }
            p.sign-line { span { (words.sheet_class()) " " i {} } span { (words.sheet_day()) " " i {} } }
            p { (words.sign_here()) }
            div.sign-field {}
            (hotline(words))
        }
    }
}
