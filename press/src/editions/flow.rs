//! Pages of a document: its printed page taken apart into headings, paragraphs, lists and panels, and set anew on
//! paper. Whatever a document may hold is on its printed page, so nothing is forgotten here.

use vac_xin_so::model::PanelId;
use vac_xin_so::ui::Words;

use super::page::{A5, GAP, MARGIN, Page, sign as sign_at};
use super::set::{JADE, Setter, Style};
use super::{Book, story};

const WIDTH: f64 = A5.0 - 2.0 * MARGIN;

/// Where the text of a page ends.
const FOOT: f64 = A5.1 - MARGIN - 12.0;

/// A piece of a document, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// A heading: 1 for the title, 2 for a part, 3 and more below.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// Something in a list, with the sign before it.
    Item(char, String),
    /// A row of a table.
    Row(Vec<String>),
    /// Panels side by side.
    Panels(Vec<PanelId>),
    /// Pictures side by side, each with the sign and the words below it.
    Pictures(Vec<Captioned>),
    /// What is said to an answer that was given, in the order of the answers; whether it is the right one.
    Said(bool, String),
    /// What follows has a page of its own.
    Page,
    /// What follows stands in a box.
    Box(Tone),
    /// The end of the box.
    End,
}

/// What a box is for, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// A sentence to say: a balloon.
    Say,
    /// Things to do one after another.
    Steps,
    /// Something to dare.
    Challenge,
    /// The law in one sentence.
    Law,
    /// Something beside the matter.
    Note,
    /// A sentence to remember.
    Pull,
    /// Anything else that stands together.
    Plain,
}

impl Tone {
    /// The tone of a part of a printed page, if it is a box.
    fn of(tag: &str) -> Option<Self> {
        let class = attribute(tag, "class").unwrap_or_default();
        let class = class.split(' ').next().unwrap_or_default();
        Some(match (class, attribute(tag, "data-box")) {
            ("box", Some("say")) => Self::Say,
            ("box", Some("steps" | "now")) => Self::Steps,
            ("box", Some("challenge")) => Self::Challenge,
            ("law-box", _) => Self::Law,
            ("note-box", _) => Self::Note,
            ("pull", _) => Self::Pull,
            ("box" | "try" | "promise", _) => Self::Plain,
            _ => return None,
        })
    }

    /// How a paragraph is set in it.
    fn text(self) -> Style {
        match self {
            Self::Say => Style::display(12.5),
            Self::Pull => Style::display(13.5).coloured(JADE),
            Self::Steps | Self::Challenge | Self::Law | Self::Note | Self::Plain => {
                Style::text(10.0)
            }
        }
    }

    /// The box itself, `edge` being its left, top, width and height; whether it goes on from the page before and on the next.
    fn drawn(self, [x, y, width, height]: [f64; 4], ends: bool) -> String {
        let (fill, line) = match self {
            Self::Say => ("#fff", " stroke=\"#2b2430\" stroke-width=\"1.6\""),
            Self::Challenge => (
                "#fff3d6",
                " stroke=\"#e3a32c\" stroke-width=\"1.6\" stroke-dasharray=\"5 4\"",
            ),
            Self::Law => ("#fff", " stroke=\"#1d5f58\" stroke-width=\"1.8\""),
            Self::Note | Self::Pull => {
                let bar = if self == Self::Pull { JADE } else { "#c9b98f" };
                return format!(
                    "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"4\" height=\"{height:.1}\" rx=\"2\" fill=\"{bar}\"/>"
                );
            }
            Self::Steps | Self::Plain => ("#f7f0e3", ""),
        };
        let mut out = format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"10\" fill=\"{fill}\"{line}/>"
        );
        if self == Self::Say && ends {
            // The tail of a balloon, over the edge that it leaves.
            let (x, y) = (x + 28.0, y + height);
            out.push_str(&format!(
                "<path d=\"M{x:.1} {:.1}l2 10.4 10 -10.4\" fill=\"#fff\"/><path d=\"M{x:.1} {y:.1}l2 9.6 9.6 -9.6\" fill=\"none\" stroke=\"#2b2430\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/>",
                y - 1.2
            ));
        }
        out
    }
}

/// Markup without its tags; the few signs that are written as names are put back.
fn plain(text: &str) -> String {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ");
    text.replace("&amp;", "&")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What follows behind the end of an element.
fn after<'a>(markup: &'a str, name: &str) -> &'a str {
    let close = format!("</{name}>");
    markup.split_once(&close).map_or("", |(_, after)| after)
}

/// Markup without its tags.
fn without_tags(markup: &str) -> String {
    let mut parts = markup.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + " " + part.split_once('>').map_or("", |(_, after)| after)
    })
}

/// The value of an attribute in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[from..].split('"').next()
}

/// Parts of a printed page that are of no use on paper, by their tags.
const SKIPPED: [&str; 6] = ["svg", "button", "nav", "textarea", "select", "output"];

/// The same by their classes: what is for screen readers, stands in a panel, or leads to other pages.
const USELESS: [&str; 8] = [
    "rule-number",
    "doc-tools",
    "words",
    "doc-shows",
    "ways",
    "to-downloads",
    "to-room",
    "no-print",
];

/// Takes a printed page apart. Tags that it does not know hold text like any other.
pub(super) fn pieces(printed: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut text = String::new();
    let mut sign = None;
    let mut heading = None;
    let mut row: Option<Vec<String>> = None;
    // The parts that are open, and which of them are boxes; in a box of steps, the next one.
    let mut parts: Vec<Option<Tone>> = Vec::new();
    let mut step = None;
    let mut pressed = false;
    let mut rest = printed;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let Some(end) = rest[at..].find('>') else {
            break;
        };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        let closes = tag.starts_with('/');
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/', '\n'])
            .next()
            .unwrap_or_default();
        let class = attribute(tag, "class").unwrap_or_default();
        let is = |one: &str| class.split(' ').any(|own| own == one);
        if !closes && (SKIPPED.contains(&name) || USELESS.iter().any(|one| is(one))) {
            rest = after(rest, name);
            continue;
        }
        if !closes && is("said") {
            flush(&mut text, &mut heading, &mut sign, &mut pieces);
            let own = rest.split("</p>").next().unwrap_or_default();
            // Whether it is right stands before it in bold.
            let said = own.split_once("</b>").map_or(own, |(_, said)| said);
            let right = tag.contains("data-right");
            pieces.push(Piece::Said(right, plain(&without_tags(said))));
            rest = after(rest, name);
            continue;
        }
        if let Some(panel) = attribute(tag, "data-panel")
            .filter(|_| !closes)
            .and_then(|id| id.parse().ok())
        {
            flush(&mut text, &mut heading, &mut sign, &mut pieces);
            show(&mut pieces, panel, is("spot"));
            continue;
        }
        match name {
            "input" if tag.contains("checkbox") => sign = Some('□'),
            "input" if tag.contains("radio") => sign = Some('○'),
            // Words after something to press say what it is for.
            "a" if !closes => pressed = is("button"),
            "a" if pressed => text.push(':'),
            "b" if closes && rest.starts_with("<span") => text.push(':'),
            "br" | "span" | "small" => text.push(' '),
            // The number of a source.
            "sup" => text.push_str(if closes { "]" } else { " [" }),
            "td" | "th" => {
                if closes {
                    row.get_or_insert_default().push(plain(&text));
                }
                text.clear();
            }
            "tr" => {
                if let Some(cells) = row.take().filter(|_| closes) {
                    pieces.push(Piece::Row(cells));
                }
                text.clear();
            }
            "li" | "p" | "div" | "section" | "ul" | "ol" | "dl" | "dt" | "dd" | "h1" | "h2" | "h3" | "h4" | "header" | "footer" | "article" | "aside" | "figure" | "figcaption"
            | "blockquote" | "label" | "legend" | "fieldset" | "summary" | "details" | "table" | "form"
                // Cells hold what they hold.
                if row.is_none() || name == "table" =>
            {
                flush(&mut text, &mut heading, &mut sign, &mut pieces);
                if let "section" | "aside" | "blockquote" = name {
                    let tone = if closes { parts.pop().flatten() } else { Tone::of(tag) };
                    if !closes {
                        parts.push(tone);
                        pieces.extend(is("rule").then_some(Piece::Page));
                    }
                    step = tone.filter(|tone| !closes && *tone == Tone::Steps).map(|_| '1'..='9');
                    pieces.extend(tone.map(|tone| if closes { Piece::End } else { Piece::Box(tone) }));
                }
                match name {
                    "li" | "dd" if !closes => {
                        let next = step.as_mut().and_then(Iterator::next);
                        sign = sign.or(next).or(Some('•'));
                    }
                    "p" if is("box-name") || is("law-sentence") => heading = Some(4),
                    "h1" | "h2" | "h3" | "h4" if !closes => heading = name[1..].parse().ok(),
                    "dt" if !closes => heading = Some(4),
                    "tr" | "table" => row = None,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    text.push_str(rest);
    flush(&mut text, &mut heading, &mut sign, &mut pieces);
    captioned(pieces)
}

/// A picture of the page. Large ones stand side by side, if nothing stands between them.
fn show(pieces: &mut Vec<Piece>, panel: PanelId, small: bool) {
    match pieces.last_mut() {
        _ if small => pieces.push(Piece::Pictures(vec![(panel, None, String::new())])),
        Some(Piece::Panels(panels)) if panels.len() < 4 => panels.push(panel),
        _ => pieces.push(Piece::Panels(vec![panel])),
    }
}

/// Small pictures get the words that follow them, and stand in rows.
fn captioned(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Pictures(row)), Piece::Item(sign, text)) if waits(row) => {
                fill(row, Some(sign), text);
            }
            (Some(Piece::Pictures(row)), Piece::Text(text)) if waits(row) => fill(row, None, text),
            (Some(Piece::Pictures(row)), Piece::Pictures(more)) if row.len() < 3 => {
                row.extend(more);
            }
            (_, piece) => out.push(piece),
        }
    }
    // One alone is a panel with a paragraph.
    let alone = |piece| match piece {
        Piece::Pictures(mut row) if row.len() == 1 => {
            let words = row.pop().map(|(panel, sign, text)| {
                let words = match sign {
                    Some(sign) => Piece::Item(sign, text),
                    None => Piece::Text(text),
                };
                [Piece::Panels(vec![panel]), words]
            });
            words.into_iter().flatten().collect()
        }
        Piece::Heading(..)
        | Piece::Text(_)
        | Piece::Item(..)
        | Piece::Row(_)
        | Piece::Panels(_)
        | Piece::Pictures(_)
        | Piece::Said(..)
        | Piece::Page
        | Piece::Box(_)
        | Piece::End => vec![piece],
    };
    out.into_iter().flat_map(alone).collect()
}

/// A picture of a row, the sign before its words, and the words.
type Captioned = (PanelId, Option<char>, String);

/// Whether the last picture of a row has no words yet.
fn waits(row: &[Captioned]) -> bool {
    row.last().is_some_and(|(.., words)| words.is_empty())
}

fn fill(row: &mut [Captioned], sign: Option<char>, words: String) {
    if let Some(last) = row.last_mut() {
        (last.1, last.2) = (sign, words);
    }
}

fn flush(
    text: &mut String,
    heading: &mut Option<u8>,
    sign: &mut Option<char>,
    pieces: &mut Vec<Piece>,
) {
    let own = plain(&std::mem::take(text));
    if own.is_empty() {
        return;
    }
    pieces.push(match (heading.take(), sign.take()) {
        (Some(level), _) => Piece::Heading(level, own),
        (None, Some(sign)) => Piece::Item(sign, own),
        (None, None) => Piece::Text(own),
    });
}

/// Between the edge of a box and what is in it.
const PAD: f64 = 9.0;

/// A page being filled.
struct Sheet<'a> {
    book: &'a Book<'a>,
    setter: &'a Setter<'a>,
    pages: Vec<Page>,
    page: Page,
    y: f64,
    /// The box that is being filled, and where it begins on this page; boxes within it.
    open: Option<(Tone, f64)>,
    within: usize,
    /// Pictures are low, so that what belongs together has room on its page.
    low: bool,
}

impl Sheet<'_> {
    /// How far what is printed stands from the margins.
    fn inset(&self) -> f64 {
        if self.open.is_some() { 13.0 } else { 0.0 }
    }

    /// Opens a box. One within another is not drawn: its words stand in the outer one.
    fn open(&mut self, tone: Tone) {
        if self.open.is_some() {
            self.within += 1;
            return;
        }
        self.need(100.0);
        self.y += 4.0;
        self.open = Some((tone, self.y));
        self.y += PAD;
    }

    fn close(&mut self) {
        if self.within > 0 {
            self.within -= 1;
        } else if let Some((tone, _)) = self.open {
            self.y += 3.0;
            self.draw_box(true);
            self.open = None;
            self.y += if tone == Tone::Say { 18.0 } else { 9.0 };
        }
    }

    /// Draws the open box as far as it has come, below all else.
    fn draw_box(&mut self, ends: bool) {
        if let Some((tone, top)) = self.open {
            let edge = [MARGIN, top, WIDTH, self.y - top];
            self.page.ground.insert_str(0, &tone.drawn(edge, ends));
        }
    }

    fn turn(&mut self) {
        self.draw_box(false);
        let mut page = std::mem::replace(&mut self.page, Page::new(A5));
        page.number(self.pages.len() + 1, self.setter);
        self.pages.push(page);
        self.y = MARGIN;
        if let Some((_, top)) = &mut self.open {
            *top = MARGIN;
            self.y += PAD;
        }
    }

    /// A new page if so much does not fit on this one.
    fn need(&mut self, height: f64) {
        let foot = FOOT - if self.open.is_some() { PAD } else { 0.0 };
        if self.y + height > foot && self.y > MARGIN + PAD {
            self.turn();
        }
    }

    fn text(&mut self, text: &str, style: Style, (indent, after): (f64, f64), sign: Option<char>) {
        let (left, width) = (
            MARGIN + self.inset() + indent,
            WIDTH - 2.0 * self.inset() - indent,
        );
        let lines = self.setter.lines(text, style, width);
        // Two lines at least stand together.
        self.need(style.leading() * f64::from(u32::try_from(lines.len().min(2)).unwrap_or(1)));
        for (i, line) in lines.iter().enumerate() {
            self.need(style.leading());
            let at = (left - 13.0, self.y);
            match (i, sign) {
                (0, Some(box_or_ring @ ('□' | '○'))) => {
                    sign_at(&mut self.page.ground, box_or_ring, at, style.size);
                }
                (0, Some(step @ '1'..='9')) => {
                    let (x, y) = (left - 9.0, self.y + style.size * 0.66);
                    self.page.ground.push_str(&format!(
                        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"7\" fill=\"{JADE}\"/>"
                    ));
                    let number = Style::display(9.5).coloured("#fff").centred();
                    self.setter.put(
                        &mut self.page.front,
                        &step.to_string(),
                        number,
                        (x - 7.0, y - 6.3),
                        14.0,
                    );
                }
                (0, Some(dot)) => {
                    self.setter
                        .put(&mut self.page.front, &dot.to_string(), style, at, 13.0);
                }
                _ => {}
            }
            self.y = self.setter.put(
                &mut self.page.front,
                line,
                style,
                (left, self.y),
                width + 40.0,
            );
        }
        self.page.words.push_str(text);
        self.page.words.push('\n');
        self.y += after;
    }

    fn heading(&mut self, level: u8, text: &str) {
        let style = match level {
            0 | 1 => Style::display(20.0),
            2 => Style::display(16.0).coloured(JADE),
            _ => Style::display(12.5),
        };
        // A heading stays with what it is about.
        self.need(style.leading() + if level <= 2 { 110.0 } else { 40.0 });
        if self.y > MARGIN && self.open.is_none_or(|(_, top)| self.y > top + PAD) {
            self.y += 6.0;
        }
        if level <= 2 && self.page.title.is_none() {
            self.page.title = Some(text.to_owned());
        }
        self.text(text, style, (0.0, 3.0), None);
    }

    /// What can be answered: short answers side by side.
    fn choices(&mut self, choices: &[String]) {
        let style = Style::text(10.0);
        let side = choices
            .iter()
            .map(|choice| choice.chars().count() + 8)
            .sum::<usize>()
            < 60;
        if !side {
            for choice in choices {
                self.text(choice, style, (16.0, 3.0), Some('○'));
            }
            return;
        }
        self.need(style.leading());
        let top = self.y;
        let room = (WIDTH - 2.0 * self.inset())
            / f64::from(u32::try_from(choices.len().max(1)).unwrap_or(1));
        for (i, choice) in choices.iter().enumerate() {
            self.y = top;
            let left = room.min(120.0) * f64::from(u32::try_from(i).unwrap_or(0));
            self.text(choice, style, (16.0 + left, 5.0), Some('○'));
        }
    }

    fn panels(&mut self, panels: &[PanelId]) {
        let shape = |id: &PanelId| {
            self.book
                .panels
                .iter()
                .find(|panel| panel.id == *id)
                .map(|panel| panel.shape)
        };
        let row: Vec<_> = panels
            .iter()
            .filter_map(|id| Some((id.clone(), shape(id)?)))
            .collect();
        if row.is_empty() {
            return;
        }
        // Three and more make two rows: alone they would be small.
        let rows: Vec<Vec<_>> = if row.len() > 2 {
            row.chunks(2).map(<[_]>::to_vec).collect()
        } else {
            vec![row]
        };
        let most = if self.low { 135.0 } else { 235.0 }
            * f64::from(u32::try_from(rows.len()).unwrap_or(1));
        let mut tried = Page::new(A5);
        let height = super::page::rows(
            &mut tried,
            &rows,
            (MARGIN + self.inset(), 0.0),
            (
                WIDTH - 2.0 * self.inset(),
                most.min(FOOT - MARGIN - 2.0 * PAD),
            ),
        );
        self.need(height + GAP);
        for (id, [x, y, width]) in tried.panels {
            self.page.panels.push((id, [x, y + self.y, width]));
        }
        self.y += height + 10.0;
    }

    /// Pictures in columns, each with its words.
    fn pictures(&mut self, row: &[Captioned]) {
        let style = Style::text(9.0);
        let columns = f64::from(u32::try_from(row.len().max(2)).unwrap_or(2));
        let (left, whole) = (MARGIN + self.inset(), WIDTH - 2.0 * self.inset());
        let wide = (whole - GAP * (columns - 1.0)) / columns;
        // Two would be as high as half of the page.
        let picture = wide.min(if self.low { 92.0 } else { 130.0 });
        let high = |id: &PanelId| {
            let drawn = self.book.drawn.get(id);
            picture * drawn.map_or(1.0, |drawn| drawn.height / 1000.0)
        };
        let indent = |sign: &Option<char>| if sign.is_some() { 14.0 } else { 0.0 };
        let pictures = row.iter().map(|(id, ..)| high(id)).fold(0.0, f64::max);
        let words = row
            .iter()
            .map(|(_, sign, text)| self.setter.height(text, style, wide - indent(sign) - 4.0))
            .fold(0.0, f64::max);
        self.need(pictures + words + 12.0);
        let mut x = left;
        for (id, sign, text) in row {
            self.page
                .panels
                .push((id.clone(), [x + (wide - picture) / 2.0, self.y, picture]));
            let below = self.y + pictures + 4.0;
            if let Some(sign) = sign {
                sign_at(&mut self.page.ground, *sign, (x, below), style.size);
            }
            let at = (x + indent(sign), below);
            let style = if sign.is_some() {
                style
            } else {
                style.centred()
            };
            self.setter.put(
                &mut self.page.front,
                text,
                style,
                at,
                wide - indent(sign) - 4.0,
            );
            self.page.words.push_str(text);
            self.page.words.push('\n');
            x += wide + GAP;
        }
        self.y += pictures + words + 12.0;
    }

    fn row(&mut self, cells: &[String]) {
        let style = Style::text(9.0);
        let (left, whole) = (MARGIN + self.inset(), WIDTH - 2.0 * self.inset());
        // The first column of a plan is a number of minutes.
        let narrow = cells.first().is_some_and(|cell| cell.chars().count() < 9) && cells.len() > 1;
        let others = f64::from(u32::try_from(cells.len().max(2) - 1).unwrap_or(1));
        let widths = |i: usize| match (narrow, i) {
            (true, 0) => 46.0,
            (true, _) => (whole - 46.0) / others,
            (false, _) => whole / (others + 1.0),
        };
        let height = cells
            .iter()
            .enumerate()
            .map(|(i, cell)| self.setter.height(cell, style, widths(i) - 8.0))
            .fold(0.0, f64::max);
        self.need(height + 6.0);
        let mut x = left;
        for (i, cell) in cells.iter().enumerate() {
            self.setter.put(
                &mut self.page.front,
                cell,
                style,
                (x, self.y),
                widths(i) - 8.0,
            );
            x += widths(i);
        }
        self.y += height + 3.0;
        self.page.ground.push_str(&format!(
            "<rect x=\"{left}\" y=\"{:.1}\" width=\"{whole}\" height=\"0.6\" fill=\"#c9b98f\"/>",
            self.y
        ));
        self.y += 3.0;
        self.page.words.push_str(&cells.join(" · "));
        self.page.words.push('\n');
    }
}

/// A question of a document: what can be answered, and what is said to it.
#[derive(Clone, Debug, Default)]
struct Answers {
    question: String,
    choices: Vec<String>,
    /// Whether the choice of the same place is right, and what is said to it.
    said: Vec<(bool, String)>,
}

/// The questions of a document. On paper the answers stand behind it, so that one can try first.
#[derive(Debug, Default)]
struct Asked {
    /// What was read last: the question, if choices follow.
    question: String,
    choices: Vec<String>,
    /// The choices stand on the page already.
    shown: bool,
    said: Vec<(bool, String)>,
    answers: Vec<Answers>,
}

impl Asked {
    fn choice(&mut self, text: String) {
        self.choices.push(text);
    }

    /// Choices that stand below pictures.
    fn pictured(&mut self, choices: Vec<String>) {
        self.shown = !choices.is_empty();
        self.choices = choices;
    }

    fn said(&mut self, right: bool, text: String) {
        self.said.push((right, text));
    }

    /// Prints the choices that have come together, and keeps what is said to them for later.
    fn print(&mut self, sheet: &mut Sheet<'_>) {
        if self.choices.is_empty() {
            return;
        }
        let (choices, said) = (
            std::mem::take(&mut self.choices),
            std::mem::take(&mut self.said),
        );
        if !std::mem::take(&mut self.shown) {
            sheet.choices(&choices);
        }
        if choices.len() == said.len() {
            self.answers.push(Answers {
                question: self.question.clone(),
                choices,
                said,
            });
        }
    }

    fn print_answers(&self, sheet: &mut Sheet<'_>, words: Words) {
        if self.answers.is_empty() {
            return;
        }
        sheet.heading(2, words.answers());
        let (question, answer) = (Style::display(10.0), Style::text(9.0));
        for one in &self.answers {
            sheet.need(question.leading() + 2.0 * answer.leading());
            sheet.text(&one.question, question, (0.0, 1.0), None);
            for (choice, (right, said)) in one.choices.iter().zip(&one.said) {
                let choice = choice.trim_end_matches('.');
                // Where the same is said to both, one of them is enough.
                let same = one.said.iter().all(|(_, other)| other == said);
                if *right || !same {
                    let mark = if *right { words.right() } else { "" };
                    sheet.text(
                        &format!("{choice}: {mark} {said}"),
                        answer,
                        (16.0, 2.0),
                        Some('•'),
                    );
                }
            }
            sheet.y += 4.0;
        }
    }
}

/// The pages of a document.
pub(super) fn pages(book: &Book<'_>, printed: &str, setter: &Setter<'_>) -> Vec<Page> {
    let mut sheet = Sheet {
        book,
        setter,
        pages: vec![story::cover(book, setter)],
        page: Page::new(A5),
        y: MARGIN,
        open: None,
        within: 0,
        low: false,
    };
    // The head of the page is on the cover already.
    let text = printed
        .find("class=\"doc-text\"")
        .map_or(printed, |at| &printed[at..]);
    let text = text.split_once('>').map_or(text, |(_, text)| text);
    let mut asked = Asked::default();
    for piece in pieces(text) {
        if !matches!(piece, Piece::Item('○', _) | Piece::Said(..)) {
            asked.print(&mut sheet);
            if let Piece::Text(text) | Piece::Heading(_, text) = &piece {
                asked.question.clone_from(text);
            }
        }
        match piece {
            Piece::Heading(level, text) => {
                sheet.heading(level, &text);
            }
            Piece::Text(text) => {
                let style = sheet
                    .open
                    .map_or(Style::text(10.0), |(tone, _)| tone.text());
                sheet.text(&text, style, (0.0, 5.0), None);
            }
            Piece::Pictures(row) => {
                sheet.pictures(&row);
                let choices = row.into_iter().filter(|(_, sign, _)| *sign == Some('○'));
                asked.pictured(choices.map(|(.., text)| text).collect());
            }
            Piece::Item('○', text) => asked.choice(text),
            Piece::Said(right, text) => asked.said(right, text),
            Piece::Item(sign, text) => {
                let steps = sign.is_ascii_digit();
                let place = if steps { (20.0, 6.0) } else { (16.0, 3.0) };
                sheet.text(&text, Style::text(10.0), place, Some(sign));
            }
            Piece::Row(cells) => sheet.row(&cells),
            Piece::Panels(panels) => sheet.panels(&panels),
            Piece::Page => {
                if sheet.y > MARGIN {
                    sheet.turn();
                }
                sheet.low = true;
            }
            Piece::Box(tone) => sheet.open(tone),
            Piece::End => sheet.close(),
        }
    }
    asked.print(&mut sheet);
    let words = book.words();
    asked.print_answers(&mut sheet, words);
    if sheet.y > FOOT - 165.0 {
        sheet.turn();
    }
    story::help(&mut sheet.page, words, setter);
    sheet.page.words.push_str(words.help_call_more());
    sheet.turn();
    sheet.pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_page_is_taken_apart() {
        let printed = "<h2>Một</h2><p>Hai <b>ba</b> &amp; bốn<br>năm</p><ul><li>sáu<li>bảy</ul><label><input type=\"checkbox\"><span>tám</span></label>\
                       <section class=\"panel\" data-panel=\"p1\"><svg><text>không</text></svg></section><section data-panel=\"p2\"></section>\
                       <table><tr><th>5</th><td>chín <em>mười</em></td></tr></table><button>In</button>";
        let text = |text: &str| text.to_owned();
        assert_eq!(
            pieces(printed),
            [
                Piece::Heading(2, text("Một")),
                Piece::Text(text("Hai ba & bốn năm")),
                Piece::Item('•', text("sáu")),
                Piece::Item('•', text("bảy")),
                Piece::Item('□', text("tám")),
                Piece::Panels(vec!["p1".parse().unwrap(), "p2".parse().unwrap()]),
                Piece::Row(vec![text("5"), text("chín mười")]),
            ]
        );
    }

    #[test]
    fn boxes_steps_and_answers_are_known() {
        let printed = "<section class=\"box\" data-box=\"steps\"><p class=\"box-name\">Làm</p><ol><li>một<li>hai</ol></section>\
                       <aside class=\"note-box\"><p>bên lề</p></aside><p class=\"ways\"><a class=\"button\">Đi</a></p>\
                       <p>Hỏi?</p><input type=\"radio\"><label>Bật</label><p class=\"said said-0\" data-right=\"\"><span><b>Đúng rồi! </b>Vì thế.</span></p>\
                       <ul><li><a class=\"button\" href=\"tel:111\">Gọi 111</a><span>ngày đêm</span></ul>";
        let text = |text: &str| text.to_owned();
        assert_eq!(
            pieces(printed),
            [
                Piece::Box(Tone::Steps),
                Piece::Heading(4, text("Làm")),
                Piece::Item('1', text("một")),
                Piece::Item('2', text("hai")),
                Piece::End,
                Piece::Box(Tone::Note),
                Piece::Text(text("bên lề")),
                Piece::End,
                Piece::Text(text("Hỏi?")),
                Piece::Item('○', text("Bật")),
                Piece::Said(true, text("Vì thế.")),
                Piece::Item('•', text("Gọi 111: ngày đêm")),
            ]
        );
    }

    #[test]
    fn small_pictures_stand_side_by_side_and_one_alone_does_not() {
        let picture = |id: &str, words: &str| {
            format!(
                "<label><span class=\"spot\" data-panel=\"{id}\"></span><span>{words}</span></label>"
            )
        };
        let own = |id: &str, words: &str| (id.parse().unwrap(), None, words.to_owned());
        assert_eq!(
            pieces(&(picture("a", "Nên hỏi") + &picture("b", "Đừng vội"))),
            [Piece::Pictures(vec![
                own("a", "Nên hỏi"),
                own("b", "Đừng vội")
            ])]
        );
        assert_eq!(
            pieces(&picture("a", "Nên hỏi")),
            [
                Piece::Panels(vec!["a".parse().unwrap()]),
                Piece::Text("Nên hỏi".to_owned())
            ]
        );
    }

    #[test]
    fn a_page_cut_anywhere_is_taken_apart_without_a_fault() {
        let printed = "<h2>Một</h2><table><tr><td>é<svg>";
        for cut in (0..printed.len()).filter(|cut| printed.is_char_boundary(*cut)) {
            assert!(pieces(&printed[..cut]).len() < 5);
        }
    }
}
