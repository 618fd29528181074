//! A leaf: one page of the library as data, and where its drawings come from.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::AttrValue;

use crate::model::{Catalogue, Guide, Lang, Work};

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    /// The shelves.
    Home(Rc<Catalogue>),
    /// A work.
    Work(Rc<Work>),
    /// The vaccine card.
    Booklet(Rc<Catalogue>),
    /// A page that never changes.
    Leaflet(Leaflet),
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

/// A page that never changes: press prints it, the browser adopts it as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leaflet {
    /// Its folder below a language's, with a slash at its end.
    pub folder: String,
    /// Its title.
    pub title: String,
    /// Whether it is a work of the library: a document.
    pub work: bool,
    /// What is on it: known to press alone.
    #[serde(skip)]
    pub content: Content,
}

/// What is on a leaflet.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// It is in the page.
    #[default]
    Printed,
    /// Press puts it in, where [`super::PUT`] stands.
    Put,
    /// Every work, in one list.
    All(Rc<Catalogue>),
    /// What parents are told of a work.
    Parents(Rc<Guide>),
    /// Every path of a scenario, for those who prepare it.
    Paths(Rc<Work>),
}

/// The folder of the vaccine card, below a language's. No work can be called so.
pub const BOOKLET: &str = "so-tiem/";

/// The folder of the list of all works, below a language's. No work can be called so.
pub const ALL: &str = "tat-ca/";

/// The folder of the document that leads through when something happened: help on every page links to it.
pub const HAPPENED: &str = "co-chuyen-xay-ra/";

/// The folder of the glossary, below a language's. No work can be called so.
pub const WORDS: &str = "tu-dien/";

/// The folder of what can be downloaded, below a language's and below each work's. No work can be called so.
pub const DOWNLOADS: &str = "tai-ve/";

/// The folder of the classroom, below a language's. No work can be called so.
pub const ROOM: &str = "buoi-hoc/";

/// The folder of a work's page for parents, below the work's.
pub const PARENTS: &str = "phu-huynh/";

/// The folder of the map of all paths, below a scenario's.
pub const PATHS: &str = "ban-do/";

/// Where a page is: all that its links and words need to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Here {
    /// The page's language.
    pub lang: Lang,
    /// From the page to the root of the library.
    pub root: AttrValue,
}

impl Here {
    /// The words of the page's language.
    #[must_use]
    pub fn words(&self) -> super::Words {
        super::Words(self.lang)
    }

    /// The address of a page below the language's folder; of the home page if it is empty.
    #[must_use]
    pub fn to(&self, folder: &str) -> String {
        format!("{}{}/{folder}", self.root, self.lang.tag())
    }

    /// The address of a picture of ours.
    #[must_use]
    pub fn icon(&self, name: &str) -> String {
        format!("{}icons/{name}.svg", self.root)
    }
}

/// Where the drawings of a page come from. The keys name them: a panel's id, `parts-` and its id.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Art {
    /// They are in the page already: hydration adopts them.
    #[default]
    InPage,
    /// Here they are: when printing, and on a page that was fetched.
    Here(Rc<Vec<(String, AttrValue)>>),
}

impl Art {
    /// A drawing as raw markup; empty where it is in the page already.
    #[must_use]
    pub fn get(&self, key: &str) -> AttrValue {
        match self {
            Self::InPage => AttrValue::Static(""),
            Self::Here(all) => {
                let found = all.iter().find(|(name, _)| name == key);
                found.map(|(_, drawn)| drawn.clone()).unwrap_or_default()
            }
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
            Page::Booklet(_) => format!("{} · {site}", super::Words(self.lang).booklet()),
            Page::Leaflet(leaflet) => format!("{} · {site}", leaflet.title),
            Page::Lost => format!("{} · {site}", super::Words(self.lang).not_found()),
        }
    }

    /// What makes this page another page than the one before: a change builds it anew.
    #[must_use]
    pub fn key(&self) -> String {
        let lost = matches!(self.page, Page::Lost);
        format!("{}:{lost}:{}", self.lang.tag(), self.folder())
    }

    /// The address of this page in another language, relative to this page.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> String {
        format!("{}{}/{}", self.root, lang.tag(), self.folder())
    }

    /// Where this page lies below a language's folder.
    #[must_use]
    pub fn folder(&self) -> String {
        match &self.page {
            Page::Home(_) | Page::Lost => String::new(),
            Page::Work(work) => work.folder(),
            Page::Booklet(_) => BOOKLET.to_owned(),
            Page::Leaflet(leaflet) => leaflet.folder.clone(),
        }
    }

    /// Where this page is.
    #[must_use]
    pub fn here(&self) -> Here {
        Here {
            lang: self.lang,
            root: self.root.clone(),
        }
    }
}
