//! What a device remembers: who reads on it, and for each reader a record a work and how one likes to read.
//!
//! Each entry is versioned by its name. What cannot be read is as if nothing had been kept; what cannot be
//! written is kept in memory, so that nothing is lost while the page is open. One entry a work and reader:
//! two tabs never overwrite each other's work.

use std::cell::{Cell, RefCell};

use web_sys::Storage;

use crate::model::WorkId;
use crate::reader::{Animal, Day, Mark, Record, Settings};
use crate::ui::{Forgotten, Readers};

/// The entry of who reads here; another format gets another number.
const READERS: &str = "vac-xin-so/readers/1";

/// A record's entry: this, the animal, `/`, the work.
const RECORD: &str = "vac-xin-so/record/1/";

/// The name of the ticks among a reader's records.
const TICKS: &str = "~";

/// The entry of how the first animal likes to read; the others' have their name behind it.
const SETTINGS: &str = "vac-xin-so/settings/1";

/// Places as earlier versions kept them, before there were readers: they are the first animal's.
const PLACES: [&str; 2] = ["vac-xin-so/places/2", "vac-xin-so/places/1"];

/// A device's memory, as this page sees it.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Who reads in this page: another page may have another reader.
    who: Cell<Option<Animal>>,
    /// What the storage did not take; `None` for what it did not give away.
    held: RefCell<Vec<(String, Option<String>)>>,
}

/// The storage, if there is one that may be used at all.
fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// The names of all entries that begin so.
fn stored(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|i| storage.key(i).ok().flatten())
        .filter(|name| name.starts_with(prefix))
        .collect()
}

impl Memory {
    fn get(&self, name: &str) -> Option<String> {
        if let Some((_, held)) = self.held.borrow().iter().find(|(one, _)| one == name) {
            return held.clone();
        }
        storage()?.get_item(name).ok().flatten()
    }

    fn set(&self, name: &str, value: Option<&str>) {
        let done = storage().is_some_and(|storage| match value {
            Some(value) => storage.set_item(name, value).is_ok(),
            None => storage.remove_item(name).is_ok(),
        });
        let mut held = self.held.borrow_mut();
        held.retain(|(one, _)| one != name);
        if !done {
            held.push((name.to_owned(), value.map(str::to_owned)));
        }
    }

    fn names(&self, prefix: &str) -> Vec<String> {
        let mut names = stored(prefix);
        for (name, _) in self.held.borrow().iter() {
            if name.starts_with(prefix) && !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// Whether something could not be kept: closing the page forgets it.
    pub(super) fn forgets(&self) -> bool {
        !self.held.borrow().is_empty()
    }

    /// Who reads here.
    pub(super) fn readers(&self) -> Readers {
        let note = self.get(READERS).unwrap_or_default();
        let mut names = note.split(' ').filter_map(Animal::named);
        let now = self.who.get().or_else(|| names.next()).unwrap_or_default();
        self.who.set(Some(now));
        let mut all = vec![Animal::default()];
        for animal in names.chain([now]) {
            if !all.contains(&animal) {
                all.push(animal);
            }
        }
        Readers { now, all }
    }

    /// Somebody else reads; who is new is added.
    pub(super) fn be(&self, animal: Animal) {
        let all = self.readers().all;
        self.who.set(Some(animal));
        self.keep_readers(&all);
    }

    /// First who reads now, then all of them.
    fn keep_readers(&self, all: &[Animal]) {
        let now = self.who.get().unwrap_or_default();
        let names: Vec<&str> = [now]
            .iter()
            .chain(all)
            .map(|animal| animal.name())
            .collect();
        self.set(READERS, Some(&names.join(" ")));
    }

    /// Forgets a reader, or everybody; what was forgotten can be given back.
    pub(super) fn forget(&self, who: Option<Animal>) -> Forgotten {
        let all = self.readers().all;
        let mut names = Vec::new();
        for animal in all.iter().filter(|one| who.is_none_or(|who| who == **one)) {
            names.extend(self.names(&format!("{RECORD}{}/", animal.name())));
            names.push(settings_of(*animal));
            if *animal == Animal::default() {
                names.extend(PLACES.map(str::to_owned));
            }
        }
        names.push(READERS.to_owned());
        let mut forgotten = Vec::new();
        for name in names {
            if let Some(value) = self.get(&name) {
                self.set(&name, None);
                forgotten.push((name, value));
            }
        }
        let left: Vec<Animal> = all
            .into_iter()
            .filter(|one| who.is_some_and(|who| who != *one))
            .collect();
        if who.is_none() || who == self.who.get() {
            self.who.set(Some(Animal::default()));
        }
        self.keep_readers(&left);
        Forgotten(forgotten)
    }

    /// Gives back what was forgotten.
    pub(super) fn restore(&self, forgotten: &Forgotten) {
        for (name, value) in &forgotten.0 {
            self.set(name, Some(value));
        }
        self.who.set(None);
    }

    fn entry(&self, work: &str) -> String {
        format!("{RECORD}{}/{work}", self.readers().now.name())
    }

    /// What the reader has of a work.
    pub(super) fn record(&self, work: &WorkId) -> Record {
        if let Some(note) = self.get(&self.entry(work.as_str())) {
            return Record::read(&note);
        }
        let places = self.places();
        let place = places.into_iter().find(|(name, _)| name == work.as_str());
        Record {
            place: place.map(|(_, place)| place),
            ..Record::default()
        }
    }

    /// Puts a mark into it: read anew, since another page may have marked something meanwhile.
    pub(super) fn mark(&self, work: &WorkId, mark: Mark) {
        let mut record = self.record(work);
        record.mark(mark, today());
        self.set(&self.entry(work.as_str()), Some(&record.note()));
    }

    /// What the reader has of every work.
    pub(super) fn records(&self) -> Vec<(WorkId, Record)> {
        let prefix = self.entry("");
        let mut names: Vec<String> = self
            .names(&prefix)
            .iter()
            .map(|name| name[prefix.len()..].to_owned())
            .collect();
        for (name, _) in self.places() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
            .iter()
            .filter_map(|name| name.parse().ok())
            .map(|work: WorkId| (work.clone(), self.record(&work)))
            .collect()
    }

    /// Places of earlier versions, for the animal with whom everybody begins.
    fn places(&self) -> Vec<(String, String)> {
        if self.readers().now != Animal::default() {
            return Vec::new();
        }
        let [lines, json] = PLACES.map(|name| self.get(name).unwrap_or_default());
        // The second version wrote lines: a count, then work, kind and name. The first wrote JSON:
        // `{"work":{"panel":"p3"}}`. The last kind, behind the end, has no name: nothing is half read there.
        let lines: Vec<&str> = lines.lines().skip(1).collect();
        let words: Vec<&str> = json.split('"').skip(1).step_by(2).collect();
        let pairs = |all: &[&str], kinds: [&str; 2], places: &mut Vec<(String, String)>| {
            for three in all.windows(3) {
                if kinds.contains(&three[1]) {
                    places.push((three[0].to_owned(), three[2].to_owned()));
                }
            }
        };
        let mut places = Vec::new();
        pairs(&lines, ["0", "1"], &mut places);
        pairs(&words, ["panel", "passage"], &mut places);
        places
    }

    /// What the reader has ticked in documents: names with spaces between. No work can be called as this entry is.
    pub(super) fn ticks(&self) -> String {
        self.get(&self.entry(TICKS)).unwrap_or_default()
    }

    /// Ticks something, or takes the tick away.
    pub(super) fn tick(&self, name: &str, on: bool) {
        let ticks = self.ticks();
        let others = ticks
            .split(' ')
            .filter(|own| *own != name && !own.is_empty());
        let names: Vec<&str> = others.chain(on.then_some(name)).collect();
        self.set(&self.entry(TICKS), Some(&names.join(" ")));
    }

    /// How this reader likes to read.
    pub(super) fn settings(&self) -> Settings {
        let note = self.get(&settings_of(self.readers().now));
        Settings::read(&note.unwrap_or_default())
    }

    /// Remembers it.
    pub(super) fn keep_settings(&self, settings: Settings) {
        self.set(&settings_of(self.readers().now), Some(&settings.note()));
    }
}

fn settings_of(animal: Animal) -> String {
    if animal == Animal::default() {
        SETTINGS.to_owned()
    } else {
        format!("{SETTINGS}/{}", animal.name())
    }
}

/// Today, where the device is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock far off is cut to what a day can be"
)]
pub(super) fn today() -> Day {
    let now = js_sys::Date::new_0();
    let minutes = now.get_time() / 60_000.0 - now.get_timezone_offset();
    Day((minutes / 1440.0) as u32)
}
