//! Works from their own pages: there is no second format.

use std::rc::Rc;

use vac_xin_so::model::{Lang, Work, WorkId};
use vac_xin_so::ui::{Leaf, Page, island};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, DomParser, Element, Response, SupportedType};
use yew::AttrValue;

use crate::library::Library;

/// A work and its drawings, by their names: a panel's id, `parts-` and the id of what they stand before.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrived {
    /// The work.
    pub work: Rc<Work>,
    /// The drawings.
    pub art: Rc<Vec<(String, AttrValue)>>,
}

async fn text(address: &str) -> Option<String> {
    let answer = JsFuture::from(gloo::utils::window().fetch_with_str(address))
        .await
        .ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// The list of works. `root` leads from this page to the library's root.
pub async fn library(root: &str) -> Option<Library> {
    Library::read(&text(&format!("{root}library.json")).await?)
}

/// A story, from its page.
pub async fn story(root: &str, lang: Lang, id: &WorkId) -> Option<Arrived> {
    let page = text(&format!("{root}{}/{id}/", lang.tag())).await?;
    let page = DomParser::new()
        .ok()?
        .parse_from_string(&page, SupportedType::TextHtml)
        .ok()?;
    let told = page.get_element_by_id("leaf")?.text_content()?;
    let leaf: Leaf = island::read(&told)?;
    let Page::Work(work) = leaf.page else {
        return None;
    };
    Some(Arrived {
        work,
        art: Rc::new(drawings(&page)),
    })
}

fn drawings(page: &Document) -> Vec<(String, AttrValue)> {
    let all = |selector: &str| -> Vec<Element> {
        let found = page.query_selector_all(selector).ok();
        let nodes = found
            .iter()
            .flat_map(|found| (0..found.length()).filter_map(|i| found.get(i)));
        nodes.filter_map(|node| node.dyn_into().ok()).collect()
    };
    let art = all(".art").into_iter().filter_map(|art| {
        let name = art.parent_element()?.get_attribute("data-panel")?;
        Some((name, AttrValue::from(art.inner_html())))
    });
    let parts = all(".parts").into_iter().filter_map(|parts| {
        let name = parts.next_element_sibling()?.get_attribute("id")?;
        Some((format!("parts-{name}"), AttrValue::from(parts.inner_html())))
    });
    art.chain(parts).collect()
}
