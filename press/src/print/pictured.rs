//! What has pictures: stories and documents.

use std::collections::BTreeMap;

use vac_xin_so::model::{Ages, Panel, PanelId, Text, Work, WorkId};

use crate::check::{Audience, Broadcast, Document, Proven, Site};
use crate::staging::Staging;

/// What a work says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Its title.
    pub title: &'a Text,
    /// What it promises.
    pub summary: &'a Text,
    /// For whom.
    pub ages: Ages,
    /// How long reading takes, in minutes.
    pub minutes: u8,
    /// What is read out to spread it.
    pub broadcast: Option<&'a Broadcast>,
}

/// A work with panels to draw.
pub trait Pictured: Sync {
    /// Its name.
    fn id(&self) -> &WorkId;
    /// What it says of itself.
    fn told(&self) -> Told<'_>;
    /// Its panels, in the order of the file.
    fn panels(&self) -> Vec<&Panel>;
    /// The panel on its cover.
    fn cover(&self) -> &PanelId;
    /// How each panel is drawn.
    fn stagings(&self) -> &BTreeMap<PanelId, Staging>;
    /// Where each panel's words stand in the file.
    fn sites(&self) -> &BTreeMap<PanelId, Site>;
    /// The colours behind the figures on its cover, instead of the place: a document is told from a story at once,
    /// and its cover weighs a third.
    fn ground(&self) -> Option<[&'static str; 2]> {
        None
    }
}

/// What stories and documents have under the same names.
macro_rules! by_its_fields {
    () => {
        fn cover(&self) -> &PanelId {
            &self.cover
        }

        fn stagings(&self) -> &BTreeMap<PanelId, Staging> {
            &self.stagings
        }

        fn sites(&self) -> &BTreeMap<PanelId, Site> {
            &self.sites
        }
    };
}

impl Pictured for Proven {
    fn id(&self) -> &WorkId {
        &self.work.id
    }

    fn panels(&self) -> Vec<&Panel> {
        self.work.story.panels().collect()
    }

    fn told(&self) -> Told<'_> {
        let Work {
            title,
            summary,
            ages,
            minutes,
            ..
        } = &self.work;
        Told {
            title,
            summary,
            ages: *ages,
            minutes: *minutes,
            broadcast: self.broadcast.as_ref(),
        }
    }

    by_its_fields!();
}

impl Pictured for Document {
    fn id(&self) -> &WorkId {
        &self.id
    }

    fn panels(&self) -> Vec<&Panel> {
        self.panels.iter().collect()
    }

    fn told(&self) -> Told<'_> {
        Told {
            title: &self.title,
            summary: &self.summary,
            ages: self.ages,
            minutes: self.minutes,
            broadcast: self.broadcast.as_ref(),
        }
    }

    by_its_fields!();

    fn ground(&self) -> Option<[&'static str; 2]> {
        Some(match self.audience {
            Audience::Child => ["#ffedc2", "#ffd985"],
            Audience::Teen => ["#efe3f5", "#d9c2ea"],
            Audience::Parent => ["#dcf0f8", "#b4dcee"],
            Audience::Teacher => ["#dcf1e2", "#b3dfc1"],
        })
    }
}
