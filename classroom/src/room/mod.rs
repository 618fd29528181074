//! What is on the screen of the classroom: one state, messages in, views as plain functions.
//!
//! What is called from one place alone and is large stays a function of its own (`#[inline(never)]`): joined, views were
//! one of 90 KB, about which `WebKit`'s compiler is wrong now and then.

mod camera;
mod cards;
mod desk;
mod home;
mod keys;
mod picture;
mod planner;
mod record;
mod summary;
mod tools;
mod update;
mod votes;
mod wall;

use std::collections::{BTreeMap, BTreeSet};

use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use vac_xin_so::model::{Lang, WorkId};
use vac_xin_so::ui::Words;
use yew::prelude::*;

use crate::library::Library;
use crate::merge::{Merge, Refused, Verdict};
use crate::minutes::Record;
use crate::plan::Plan;
use crate::scene::Works;
use crate::session::{Command, Session};
use crate::web;
use crate::web::camera::News;
use crate::web::channel::{Channel, Word};
use crate::web::store::Store;
use crate::web::works::{self, Arrived};

/// Which part of the classroom is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// Plans, sessions and what to do with them.
    Home,
    /// A plan is made.
    Planner,
    /// The presenter's desk.
    Desk,
    /// What the class sees.
    Wall,
    /// A record, by its session's name.
    Record(String),
    /// Several sessions summed up.
    Summary,
    /// Cards to print.
    Cards,
}

/// The names of the views in the address.
mod place {
    pub(super) const PLANNER: &str = "ke-hoach";
    pub(super) const DESK: &str = "ban-giao-vien";
    pub(super) const WALL: &str = "man-chieu";
    pub(super) const RECORD: &str = "bien-ban=";
    pub(super) const SUMMARY: &str = "tong-ket";
    pub(super) const CARDS: &str = "the";
}

impl View {
    fn read(fragment: &str) -> Self {
        match fragment {
            place::DESK => Self::Desk,
            place::WALL => Self::Wall,
            place::SUMMARY => Self::Summary,
            place::CARDS => Self::Cards,
            other => match other.strip_prefix(place::RECORD) {
                Some(id) => Self::Record(id.to_owned()),
                None if other.starts_with(place::PLANNER) => Self::Planner,
                None => Self::Home,
            },
        }
    }
}

/// Something to tell, until it is put away.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The device keeps nothing more.
    Full,
    /// The browser has blocked the second window.
    Blocked,
    /// The device slept for so many minutes.
    Slept(u32),
    /// A link held no plan.
    BadLink,
    /// A file was not taken in.
    Refused(Refused),
    /// So many records have come, and so many were changed.
    Merged(usize, usize),
    /// Something was saved.
    Saved,
    /// A link was copied; or it could not be.
    Copied(bool),
    /// A record was deleted: it can come back.
    Deleted(Box<Record>),
}

/// Cards that the camera has seen in this vote.
#[derive(Debug, Default)]
pub struct Count {
    /// The camera, while it is on.
    pub camera: Option<web::camera::Camera>,
    /// Whether it runs, was refused, or is still asked for.
    pub runs: Option<bool>,
    /// Each card's answer, and in how many pictures in a row it was the same.
    pub cards: BTreeMap<u8, (u8, u8)>,
    /// Answers that somebody entered by hand; they stay.
    pub by_hand: BTreeSet<u8>,
    /// What was seen last.
    pub last: web::camera::Sight,
    /// Pictures without a single card.
    pub empty: u32,
}

/// What has happened.
#[derive(Debug)]
pub enum Msg {
    /// The address has changed.
    Went,
    /// The list of works has come, or has not.
    Library(Option<Library>),
    /// A work has come, or has not.
    Work(WorkId, Option<Arrived>),
    /// Something is done in the session.
    Do(Command),
    /// Another window speaks.
    Heard(Word),
    /// Another window of this device has changed what is kept.
    Kept,
    /// A key was pressed.
    Key(String, bool),
    /// A second has passed.
    Tick,
    /// The plan was changed.
    Plan(Plan),
    /// The plan is kept.
    Keep,
    /// A kept plan is opened, or thrown away.
    Open(usize),
    /// A kept plan is thrown away.
    Drop(usize),
    /// A session begins by the plan.
    Begin,
    /// The session is over.
    End,
    /// The wall is opened in a second window.
    Wall,
    /// The pointer is here.
    Point(Option<(f32, f32)>),
    /// A record was changed.
    Record(Box<Record>),
    /// A record is deleted.
    Delete(String),
    /// It comes back.
    Restore(Box<Record>),
    /// The text of a chosen file.
    File(String),
    /// What is done with records that differ; whether sessions that look like ours come along.
    Verdict(Verdict, bool),
    /// The file is taken in, or not.
    Merge(bool),
    /// The bounds of the summary.
    Bounds(String, String),
    /// The place in the head of the summary and of new records.
    Place(String),
    /// The camera is switched on in this element.
    Look(web_sys::HtmlVideoElement),
    /// The camera has something to say.
    Camera(News),
    /// A card is entered by hand: the next answer.
    Hand(u8),
    /// Cards are counted, or not.
    Counted(bool),
    /// The panel for the camera is opened.
    ShowCamera,
    /// Something is told, or put away.
    Tell(Option<Notice>),
    /// How many cards are printed.
    Cards(u8),
}

/// The classroom.
#[derive(Debug)]
pub struct Room {
    lang: Lang,
    /// From the page to the library's root.
    root: String,
    view: View,
    library: Option<Library>,
    /// The list of works did not come.
    offline: bool,
    works: Works,
    arrived: BTreeMap<WorkId, Arrived>,
    asked: BTreeSet<WorkId>,
    /// Works that did not come; they are asked for again after a while.
    failed: BTreeSet<WorkId>,
    draft: Plan,
    plans: Vec<Plan>,
    session: Option<Session>,
    records: Vec<Record>,
    place: String,
    bounds: (String, String),
    notice: Option<Notice>,
    store: Store,
    channel: Channel,
    /// When a wall last said that it is there.
    wall: f64,
    pointer: Option<(f32, f32)>,
    count: Option<Count>,
    merge: Option<(Merge, Verdict, bool)>,
    cards: u8,
    /// Counts seconds, for what is kept now and then.
    ticks: u32,
    _listening: (Vec<EventListener>, Interval),
}

/// The names under which things are kept.
mod kept {
    pub(super) const SESSION: &str = "session";
    pub(super) const PLANS: &str = "plans";
    pub(super) const RECORDS: &str = "records";
    pub(super) const PLACE: &str = "place";
}

impl Room {
    fn words(&self) -> Words {
        Words(self.lang)
    }

    /// A link to a page of the library in this language.
    fn page(&self, folder: &str) -> String {
        format!("{}{}/{folder}", self.root, self.lang.tag())
    }

    fn icon(&self, name: &str) -> String {
        format!("{}icons/{name}.svg", self.root)
    }

    /// The title of a work, as far as it is known.
    fn title(&self, id: &WorkId) -> String {
        let entry = self.library.as_ref().and_then(|library| library.get(id));
        entry.map_or_else(
            || id.to_string(),
            |entry| entry.title.in_(self.lang).to_owned(),
        )
    }

    /// Asks for the works of a plan that are not here yet.
    fn want(&mut self, ctx: &Context<Self>) {
        // The list tells where a class pauses: it comes first.
        if self.library.is_none() && !self.offline {
            return;
        }
        let plan = self
            .session
            .as_ref()
            .map_or(&self.draft, |session| &session.plan);
        let missing: Vec<WorkId> = plan
            .works()
            .into_iter()
            .filter(|id| !self.asked.contains(id))
            .collect();
        for id in missing {
            self.asked.insert(id.clone());
            let (root, lang) = (self.root.clone(), self.lang);
            ctx.link().send_future(async move {
                let arrived = works::story(&root, lang, &id).await;
                Msg::Work(id, arrived)
            });
        }
    }
}

impl Component for Room {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let lang = if web::told("data-lang") == Lang::En.tag() {
            Lang::En
        } else {
            Lang::Vi
        };
        let root = web::told("data-root");
        {
            let root = root.clone();
            link.send_future(async move { Msg::Library(works::library(&root).await) });
        }
        web::keep_offline(&root);
        let store = Store::default();
        let listening = (keys::listen(link), {
            let link = link.clone();
            Interval::new(1000, move || link.send_message(Msg::Tick))
        });
        let channel = Channel::open(link.callback(Msg::Heard));
        channel.say(&Word::Hello);
        let mut room = Self {
            lang,
            root,
            view: View::Home,
            library: None,
            offline: false,
            works: Works::default(),
            arrived: BTreeMap::new(),
            asked: BTreeSet::new(),
            failed: BTreeSet::new(),
            draft: Plan::default(),
            plans: store.get(kept::PLANS),
            session: store.get(kept::SESSION),
            records: store.get(kept::RECORDS),
            place: store.get(kept::PLACE),
            bounds: Default::default(),
            notice: None,
            store,
            channel,
            wall: 0.0,
            pointer: None,
            count: None,
            merge: None,
            cards: cards::A_CLASS,
            ticks: 0,
            _listening: listening,
        };
        room.went();
        room.want(ctx);
        room
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let shown = self.receive(ctx, msg);
        self.want(ctx);
        shown
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let inside = match &self.view {
            View::Home => home::home(self, link),
            View::Planner => planner::planner(self, link),
            View::Desk => desk::desk(self, link),
            View::Wall => return wall::wall(self, link),
            View::Record(id) => record::record(self, id, link),
            View::Summary => summary::summary(self, link),
            View::Cards => cards::cards(self, link),
        };
        html! { <>{ tools::notice(self, link) }{ inside }</> }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            web::mark("data-ready", "");
        }
        web::mark(
            "data-view",
            match self.view {
                View::Home => "home",
                View::Planner => "planner",
                View::Desk => "desk",
                View::Wall => "wall",
                View::Record(_) => "record",
                View::Summary => "summary",
                View::Cards => "cards",
            },
        );
    }
}

/// Whether the keys turn something in the view that is shown.
fn view_has_keys() -> bool {
    matches!(View::read(&web::fragment()), View::Desk | View::Wall)
}
