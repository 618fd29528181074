//! Works from their own pages: there is no second format.

use std::rc::Rc;

use vac_xin_so::model::{Lang, Work, WorkId};
use vac_xin_so::platform::fetched;
use vac_xin_so::ui::{Art, Page};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
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
    let leaf = fetched(&format!("{root}{}/{id}/", lang.tag())).await?;
    let (Page::Work(work), Art::Here(art)) = (leaf.page, leaf.art) else {
        return None;
    };
    Some(Arrived { work, art })
}
