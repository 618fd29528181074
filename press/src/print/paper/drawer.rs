//! Pictures on the page of a document: each with the parts that it is the first to need.

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};
use vac_xin_so::model::{Lang, PanelId, Text};

use super::super::panel;
use crate::art::Art;
use crate::check::Document;
use crate::print::Lettered;
use crate::stage::Sheet;

/// Draws the pictures of a document, one after another.
pub(super) struct Drawer<'a> {
    pub(super) document: &'a Document,
    pub(super) lang: Lang,
    lettered: &'a Lettered,
    art: &'a Art,
    sheet: Sheet,
    drawn: BTreeSet<PanelId>,
}

impl<'a> Drawer<'a> {
    pub(super) fn new(
        document: &'a Document,
        lettered: &'a Lettered,
        lang: Lang,
        art: &'a Art,
    ) -> Self {
        Self {
            document,
            lang,
            lettered,
            art,
            sheet: Sheet::of(lettered.0.values().map(|(staged, _)| staged), art),
            drawn: BTreeSet::new(),
        }
    }

    pub(super) fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.in_(self.lang)
    }

    /// A panel, as a figure of its own.
    pub(super) fn panel(&mut self, id: &PanelId) -> Markup {
        let shape = self.document.stagings[id].shape.name();
        let first = !self.drawn.contains(id);
        let drawn = self.drawing(id);
        html! {
            div.pic data-shape=(shape) data-panel=[first.then_some(id.as_str())] id=[first.then_some(id.as_str())] { (drawn) }
        }
    }

    /// A small picture: what it shows is said beside it. Nobody speaks in it, so the air above the heads is cut off.
    pub(super) fn spot(&mut self, id: &PanelId) -> Markup {
        let PreEscaped(drawn) = self.drawing(id);
        let drawn = PreEscaped(drawn.replacen(
            "viewBox=\"0 0 1000 1000\"",
            "viewBox=\"55 110 890 890\"",
            1,
        ));
        html! { span.spot data-panel=(id) aria-hidden="true" { (drawn) } }
    }

    /// The drawing and, the first time, the parts that it needs.
    fn drawing(&mut self, id: &PanelId) -> Markup {
        let Some((staged, languages)) = self.lettered.0.get(id) else {
            return html! {};
        };
        let Some(own) = self.document.panels.iter().find(|panel| panel.id == *id) else {
            return html! {};
        };
        let parts = panel::parts(staged, &mut self.sheet, self.art);
        let parts = panel::sheet(&parts);
        let placed = languages.get(&self.lang).map_or(&[][..], |placed| placed);
        let staging = &self.document.stagings[id];
        let svg = panel::print(own, staging, staged, placed, self.lang, self.art);
        self.drawn.insert(id.clone());
        html! {
            @if !parts.is_empty() { div.parts aria-hidden="true" { (PreEscaped(parts)) } }
            (PreEscaped(svg))
        }
    }
}
