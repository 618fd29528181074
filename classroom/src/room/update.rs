//! What each message does.

use yew::html::Context;

use super::{Count, Msg, Notice, Room, View, kept, picture, place};
use crate::merge::{self, Merge, Verdict};
use crate::minutes::Record;
use crate::scene::{Scene, scene};
use crate::session::{Command, SLEEP, Session};
use crate::web::camera::{Camera, News};
use crate::web::channel::Word;
use crate::{link, web};

/// A wall that has not said anything for so long, in milliseconds, is gone.
pub(super) const SILENCE: f64 = 5_000.0;

/// The session is kept every so many seconds besides after each command.
const EVERY: u32 = 10;

/// Pictures in a row in which a card says the same, until it counts.
const SURE: u8 = 2;

/// A timer lasts so long if its key is pressed, in seconds.
const TIMER: u16 = 60;

impl Room {
    pub(super) fn receive(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Went => self.went(),
            Msg::Library(library) => {
                self.offline = library.is_none();
                self.library = library;
            }
            Msg::Work(id, arrived) => match arrived {
                Some(arrived) => {
                    let entry = self.library.as_ref().and_then(|library| library.get(&id));
                    let asks = entry.map_or(&[][..], |entry| &entry.asks);
                    self.works.insert(arrived.work.clone(), asks);
                    self.arrived.insert(id, arrived);
                }
                None => {
                    self.failed.insert(id);
                }
            },
            Msg::Do(command) => self.act(&command),
            Msg::Heard(word) => return self.heard(word),
            Msg::Kept => return self.reread(),
            Msg::Key(key, shift) => return self.key(&key, shift),
            Msg::Tick => return self.tick(),
            Msg::Plan(plan) => self.draft = plan,
            Msg::Keep => self.keep_plan(),
            Msg::Open(at) => {
                if let Some(plan) = self.plans.get(at) {
                    self.draft = plan.clone();
                    web::go(place::PLANNER);
                }
            }
            Msg::Drop(at) => {
                if at < self.plans.len() {
                    self.plans.remove(at);
                    self.remember(kept::PLANS);
                }
            }
            Msg::Begin => self.begin(),
            Msg::End => self.end(),
            Msg::Wall => {
                if !web::open_wall(&web::address(place::WALL)) {
                    self.notice = Some(Notice::Blocked);
                }
            }
            Msg::Point(at) => {
                self.pointer = at;
                self.channel.say(&Word::Point(at));
            }
            Msg::Record(record) => self.record(*record),
            Msg::Delete(id) => {
                if let Some(at) = self.records.iter().position(|record| record.id == id) {
                    self.notice = Some(Notice::Deleted(Box::new(self.records.remove(at))));
                    self.remember(kept::RECORDS);
                    web::go("");
                }
            }
            Msg::Restore(record) => {
                self.notice = None;
                self.record(*record);
            }
            Msg::File(text) => match merge::read(&text) {
                Ok(records) => {
                    self.merge =
                        Some((Merge::of(&self.records, records), Verdict::default(), true));
                }
                Err(why) => self.notice = Some(Notice::Refused(why)),
            },
            Msg::Verdict(verdict, twins) => {
                if let Some((_, now, also)) = &mut self.merge {
                    (*now, *also) = (verdict, twins);
                }
            }
            Msg::Merge(yes) => self.take_in(yes),
            Msg::Bounds(from, to) => self.bounds = (from, to),
            Msg::Place(place) => {
                self.place = place;
                self.remember(kept::PLACE);
            }
            Msg::ShowCamera => self.count = Some(Count::default()),
            Msg::Look(video) => {
                let news = ctx.link().callback(Msg::Camera);
                let starter = format!("{}{}", self.root, web::told("data-cards"));
                if let Some(count) = &mut self.count {
                    count.camera = Some(Camera::start(video, &starter, news));
                }
                return false;
            }
            Msg::Camera(news) => self.saw(news),
            Msg::Hand(card) => self.by_hand(card),
            Msg::Counted(yes) => self.counted(yes),
            Msg::Tell(notice) => self.notice = notice,
            Msg::Cards(many) => self.cards = many.clamp(1, cards::CARDS),
        }
        true
    }

    /// The address has changed: another view.
    pub(super) fn went(&mut self) {
        let fragment = web::fragment();
        self.view = View::read(&fragment);
        if let Some((_, code)) = fragment
            .split_once('=')
            .filter(|_| self.view == View::Planner)
        {
            match link::read(code) {
                Some(plan) => self.draft = plan,
                None => self.notice = Some(Notice::BadLink),
            }
        }
        if !matches!(self.view, View::Desk | View::Wall) {
            self.count = None;
        }
        web::to_top();
    }

    /// Keeps something; says so once if the device refuses.
    fn remember(&mut self, what: &str) {
        let kept = match what {
            kept::SESSION => self.store.put(what, &self.session),
            kept::PLANS => self.store.put(what, &self.plans),
            kept::RECORDS => self.store.put(what, &self.records),
            _ => self.store.put(what, &self.place),
        };
        if !kept {
            self.notice = Some(Notice::Full);
        }
    }

    #[inline(never)]
    fn act(&mut self, command: &Command) {
        let Some(session) = &self.session else { return };
        let now = web::now();
        let next = session.after(command, &self.works, now);
        let slept = next.clock.slept - session.clock.slept;
        if slept > 0.0 {
            self.notice = Some(Notice::Slept(minutes(slept)));
        }
        if next.poll(&self.works) != session.poll(&self.works) {
            self.count = None;
        }
        self.adopt(next);
        // The list of steps may stand far below what they show.
        if matches!(command, Command::Step(_)) {
            web::to_top();
        }
    }

    fn adopt(&mut self, session: Session) {
        self.channel.say(&Word::Now(Box::new(session.clone())));
        self.session = Some(session);
        self.remember(kept::SESSION);
    }

    #[inline(never)]
    fn heard(&mut self, word: Word) -> bool {
        match word {
            Word::Hello => {
                if let Some(session) = &self.session {
                    self.channel.say(&Word::Now(Box::new(session.clone())));
                }
                false
            }
            Word::Now(session) => {
                let newer = self
                    .session
                    .as_ref()
                    .is_none_or(|own| own.id != session.id || own.revision < session.revision);
                if newer {
                    self.session = Some(*session);
                }
                newer
            }
            Word::Over => {
                self.session = None;
                self.records = self.store.get(kept::RECORDS);
                true
            }
            Word::Wall => {
                let was = self.wall;
                self.wall = web::now();
                self.wall - was > SILENCE
            }
            Word::Point(at) => {
                self.pointer = at;
                true
            }
        }
    }

    /// Another window has kept something: the newer one counts.
    fn reread(&mut self) -> bool {
        self.plans = self.store.get(kept::PLANS);
        self.records = self.store.get(kept::RECORDS);
        let session: Option<Session> = self.store.get(kept::SESSION);
        let newer = match (&session, &self.session) {
            (Some(kept), Some(own)) => kept.id != own.id || kept.revision > own.revision,
            (kept, own) => kept.is_some() != own.is_some(),
        };
        if newer {
            self.session = session;
        }
        true
    }

    #[inline(never)]
    fn tick(&mut self) -> bool {
        self.ticks += 1;
        if self.ticks.is_multiple_of(EVERY) {
            for id in std::mem::take(&mut self.failed) {
                self.asked.remove(&id);
            }
        }
        let live = matches!(self.view, View::Desk | View::Wall);
        if self.view == View::Wall {
            self.channel.say(&Word::Wall);
        }
        let Some(session) = &mut self.session else {
            return false;
        };
        // Only who leads the lesson lets its time go on: a plan that is made meanwhile takes none.
        if !live {
            return false;
        }
        let clock = session.clock.at(web::now());
        let slept = clock.slept - session.clock.slept;
        session.clock = clock;
        if slept > SLEEP {
            self.notice = Some(Notice::Slept(minutes(slept)));
        }
        if self.ticks.is_multiple_of(EVERY) {
            self.remember(kept::SESSION);
        }
        true
    }

    #[inline(never)]
    fn key(&mut self, key: &str, shift: bool) -> bool {
        if !matches!(self.view, View::Desk | View::Wall) || self.session.is_none() {
            return false;
        }
        let command = match key {
            "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" => Command::Next,
            "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => Command::Back,
            "Home" => Command::Beat(0),
            "End" => Command::Beat(usize::MAX),
            "b" | "B" | "." => Command::Blank,
            "t" | "T" => Command::Timer(
                self.session
                    .as_ref()
                    .and_then(|session| session.timer.is_none().then_some(TIMER)),
            ),
            "s" | "S" => Command::Spot(self.next_spot()),
            "f" | "F" => {
                web::toggle_fullscreen();
                return false;
            }
            "Escape" => {
                if self.view == View::Wall {
                    web::go(place::DESK);
                }
                return false;
            }
            digit => match digit.parse::<usize>() {
                Ok(digit @ 1..=9) => Command::Count(digit - 1, if shift { -1 } else { 1 }),
                _ => return false,
            },
        };
        self.act(&command);
        true
    }

    /// The light goes from balloon to balloon, and after the last one it is on all.
    fn next_spot(&self) -> Option<usize> {
        let session = self.session.as_ref()?;
        let Scene::Panel { panel, .. } = scene(session, &self.works) else {
            return None;
        };
        let many = web::balloons(&picture::words(panel, self.lang)).len();
        let now = session.spot;
        let next = now.map_or(0, |now| now + 1);
        (next < many).then_some(next)
    }

    fn keep_plan(&mut self) {
        let plan = self.draft.clone();
        match self.plans.iter().position(|kept| kept.title == plan.title) {
            Some(at) => self.plans[at] = plan,
            None => self.plans.insert(0, plan),
        }
        self.notice = Some(Notice::Saved);
        self.remember(kept::PLANS);
    }

    fn begin(&mut self) {
        // A session that was left open is no less a session.
        if let Some(old) = self.session.take() {
            self.write_down(&old);
        }
        let mut session = Session::begin(web::name(), web::today(), self.draft.clone(), web::now());
        session.pupils = 0;
        self.adopt(session);
        web::stay_awake();
        web::go(place::DESK);
    }

    #[inline(never)]
    fn end(&mut self) {
        let Some(session) = self.session.take() else {
            return;
        };
        let id = session.id.clone();
        self.write_down(&session);
        self.store.forget(kept::SESSION);
        self.channel.say(&Word::Over);
        web::go(&format!("{}{id}", place::RECORD));
    }

    /// Makes the record of a session.
    fn write_down(&mut self, session: &Session) {
        let mut record = Record::of(session, &self.works, self.lang, web::now());
        record.place.clone_from(&self.place);
        self.record(record);
    }

    /// Puts a record among the others, the newest day first.
    fn record(&mut self, mut record: Record) {
        record.changed = web::now();
        self.records.retain(|old| old.id != record.id);
        self.records.push(record);
        self.records
            .sort_by(|a, b| b.date.cmp(&a.date).then(b.changed.total_cmp(&a.changed)));
        self.remember(kept::RECORDS);
    }

    #[inline(never)]
    fn take_in(&mut self, yes: bool) {
        let Some((merge, verdict, twins)) = self.merge.take() else {
            return;
        };
        if !yes {
            return;
        }
        let before = self.records.clone();
        self.records = merge.apply(&before, verdict, twins);
        let fresh = self.records.len() - before.len();
        let changed = before
            .iter()
            .filter(|old| !self.records.contains(old))
            .count();
        self.notice = Some(Notice::Merged(fresh, changed));
        if !self.store.put(kept::RECORDS, &self.records) {
            // Nothing is half taken in: what does not fit stays in the file.
            self.records = before;
            self.remember(kept::RECORDS);
            self.notice = Some(Notice::Full);
        }
    }

    #[inline(never)]
    fn saw(&mut self, news: News) {
        let Some(count) = &mut self.count else { return };
        match news {
            News::Runs => count.runs = Some(true),
            News::Refused => {
                count.runs = Some(false);
                count.camera = None;
            }
            News::Saw(sight) => {
                count.empty = if sight.cards.is_empty() {
                    count.empty + 1
                } else {
                    0
                };
                for [card, answer, ..] in &sight.cards {
                    let (card, answer) = (
                        u8::try_from(*card).unwrap_or(0),
                        u8::try_from(*answer).unwrap_or(0),
                    );
                    if count.by_hand.contains(&card) {
                        continue;
                    }
                    let own = count.cards.entry(card).or_insert((answer, 0));
                    // A card that is being turned is believed when it says the same twice.
                    *own = if own.0 == answer {
                        (answer, own.1.saturating_add(1))
                    } else {
                        (answer, 1)
                    };
                }
                count.last = sight;
            }
        }
    }

    #[inline(never)]
    fn by_hand(&mut self, card: u8) {
        let answers = self
            .session
            .as_ref()
            .map_or(0, |session| session.answers(&self.works));
        let Some(count) = &mut self.count else { return };
        let now = count
            .cards
            .get(&card)
            .filter(|(_, seen)| *seen >= SURE)
            .map(|(answer, _)| *answer);
        let next = now.map_or(0, |answer| answer + 1);
        count.by_hand.insert(card);
        if usize::from(next) < answers {
            count.cards.insert(card, (next, SURE));
        } else {
            count.cards.remove(&card);
        }
    }

    #[inline(never)]
    fn counted(&mut self, yes: bool) {
        let Some(count) = self.count.take() else {
            return;
        };
        if yes {
            let answers = self
                .session
                .as_ref()
                .map_or(0, |session| session.answers(&self.works));
            self.act(&Command::Counts(count.tally(answers)));
        }
    }

    /// The answer that the vote would follow, if one is going on.
    pub(super) fn is_vote(&self) -> bool {
        self.session.as_ref().is_some_and(|session| {
            matches!(
                scene(session, &self.works),
                Scene::Choices { .. } | Scene::Dose { .. }
            )
        })
    }
}

impl Count {
    /// What a card says, as far as it is sure.
    pub(super) fn says(&self, card: u8) -> Option<u8> {
        self.cards
            .get(&card)
            .filter(|(_, seen)| *seen >= SURE)
            .map(|(answer, _)| *answer)
    }

    /// How many are sure, for each answer.
    pub(super) fn tally(&self, answers: usize) -> Vec<u16> {
        let mut counts = vec![0; answers];
        for card in self.cards.keys() {
            if let Some(own) = self
                .says(*card)
                .and_then(|answer| counts.get_mut(usize::from(answer)))
            {
                *own += 1;
            }
        }
        counts
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "minutes of sleep"
)]
fn minutes(milliseconds: f64) -> u32 {
    (milliseconds / 60_000.0).round() as u32
}
