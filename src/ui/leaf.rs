//! A leaf: one page of the library as data, and where its drawings come from.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::AttrValue;

use crate::model::{Catalogue, Lang, Work};

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    /// The shelves.
    Home(Rc<Catalogue>),
    /// A work.
    Work(Rc<Work>),
    /// Nothing: the address leads nowhere.
    Lost,
}

/// One page of the library. Written by [`super::island`] it is the island in the printed page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leaf {
    /// Its language.
    pub lang: Lang,
    /// What it shows.
    pub page: Page,
    /// From this page to the root of the library: empty, `../` or `../../`.
    pub root: AttrValue,
    /// The version of the library that it belongs to: a page and its app are always of one version.
    pub version: AttrValue,
    /// Its drawings; they are never part of the island.
    #[serde(skip)]
    pub art: Art,
}

/// Where the drawings of a page come from. The keys name them: a panel's id, `parts-` and its id.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Art {
    /// They are in the page already: hydration adopts them.
    #[default]
    InPage,
    /// Here they are: when printing, and on a page that was fetched.
    Here(Rc<BTreeMap<String, AttrValue>>),
}

impl Art {
    /// A drawing as raw markup; empty where it is in the page already.
    #[must_use]
    pub fn get(&self, key: &str) -> AttrValue {
        match self {
            Self::InPage => AttrValue::Static(""),
            Self::Here(all) => all.get(key).cloned().unwrap_or_default(),
        }
    }
}

impl Leaf {
    /// The title of the page, as in the browser's tab.
    #[must_use]
    pub fn title(&self) -> String {
        let site = super::Words(self.lang).site();
        match &self.page {
            Page::Home(_) => format!("{site} · {}", super::Words(self.lang).tagline()),
            Page::Work(work) => format!("{} · {site}", work.title.in_(self.lang)),
            Page::Lost => format!("{} · {site}", super::Words(self.lang).not_found()),
        }
    }

    /// What makes this page another page than the one before: a change builds it anew.
    #[must_use]
    pub fn key(&self) -> String {
        let what = match &self.page {
            Page::Home(_) => "home",
            Page::Work(work) => work.id.as_str(),
            Page::Lost => "lost",
        };
        format!("{}:{what}", self.lang.tag())
    }

    /// The address of this page in another language, relative to this page.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> String {
        let folder = match &self.page {
            Page::Home(_) | Page::Lost => String::new(),
            Page::Work(work) => work.folder(),
        };
        format!("{}{}/{folder}", self.root, lang.tag())
    }

    /// The address of the home page, relative to this page.
    #[must_use]
    pub fn home(&self) -> String {
        format!("{}{}/", self.root, self.lang.tag())
    }
}
