//! A page of a document being filled from above: text, pictures, boxes, rows; a new page where it is full.

use vac_xin_so::model::PanelId;

use super::Book;
use super::page::{A5, GAP, MARGIN, Page, sign as sign_at};
use super::pieces::{Captioned, Tone};
use super::set::{JADE, Setter, Style};

const WIDTH: f64 = A5.0 - 2.0 * MARGIN;

/// Where the text of a page ends.
pub(super) const FOOT: f64 = A5.1 - MARGIN - 12.0;

impl Tone {
    /// How a paragraph is set in it.
    pub(super) fn text(self) -> Style {
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

/// Between the edge of a box and what is in it.
const PAD: f64 = 9.0;

/// A page being filled.
pub(super) struct Sheet<'a> {
    book: &'a Book<'a>,
    setter: &'a Setter<'a>,
    pub(super) pages: Vec<Page>,
    pub(super) page: Page,
    pub(super) y: f64,
    /// The box that is being filled, and where it begins on this page; boxes within it.
    open: Option<(Tone, f64)>,
    within: usize,
    /// Pictures are low, so that what belongs together has room on its page.
    low: bool,
}

impl<'a> Sheet<'a> {
    /// A page behind the cover.
    pub(super) fn new(book: &'a Book<'a>, setter: &'a Setter<'a>, cover: Page) -> Self {
        Self {
            book,
            setter,
            pages: vec![cover],
            page: Page::new(A5),
            y: MARGIN,
            open: None,
            within: 0,
            low: false,
        }
    }

    /// A page for what has one of its own: its pictures are low.
    pub(super) fn begin(&mut self) {
        if self.y > MARGIN {
            self.turn();
        }
        self.low = true;
    }

    /// A paragraph, set as the box is that it stands in.
    pub(super) fn paragraph(&mut self, text: &str) {
        let style = self.open.map_or(Style::text(10.0), |(tone, _)| tone.text());
        self.text(text, style, (0.0, 5.0), None);
    }

    /// The left edge and the width of what is printed: less within a box.
    fn column(&self) -> (f64, f64) {
        let inset = if self.open.is_some() { 13.0 } else { 0.0 };
        (MARGIN + inset, WIDTH - 2.0 * inset)
    }

    /// Words for those who do not see the page.
    fn say(&mut self, words: &str) {
        self.page.words.push_str(words);
        self.page.words.push('\n');
    }

    /// Opens a box. One within another is not drawn: its words stand in the outer one.
    pub(super) fn open(&mut self, tone: Tone) {
        if self.open.is_some() {
            self.within += 1;
            return;
        }
        self.need(100.0);
        self.y += 4.0;
        self.open = Some((tone, self.y));
        self.y += PAD;
    }

    pub(super) fn close(&mut self) {
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

    pub(super) fn turn(&mut self) {
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
    pub(super) fn need(&mut self, height: f64) {
        let foot = FOOT - if self.open.is_some() { PAD } else { 0.0 };
        if self.y + height > foot && self.y > MARGIN + PAD {
            self.turn();
        }
    }

    pub(super) fn text(
        &mut self,
        text: &str,
        style: Style,
        (indent, after): (f64, f64),
        sign: Option<char>,
    ) {
        let (left, width) = self.column();
        let (left, width) = (left + indent, width - indent);
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
        self.say(text);
        self.y += after;
    }

    pub(super) fn heading(&mut self, level: u8, text: &str) {
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
    pub(super) fn choices(&mut self, choices: &[String]) {
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
        let room = self.column().1 / f64::from(u32::try_from(choices.len().max(1)).unwrap_or(1));
        for (i, choice) in choices.iter().enumerate() {
            self.y = top;
            let left = room.min(120.0) * f64::from(u32::try_from(i).unwrap_or(0));
            self.text(choice, style, (16.0 + left, 5.0), Some('○'));
        }
    }

    pub(super) fn panels(&mut self, panels: &[PanelId]) {
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
        let (left, whole) = self.column();
        let mut tried = Page::new(A5);
        let height = super::page::rows(
            &mut tried,
            &rows,
            (left, 0.0),
            (whole, most.min(FOOT - MARGIN - 2.0 * PAD)),
        );
        self.need(height + GAP);
        for (id, [x, y, width]) in tried.panels {
            self.page.panels.push((id, [x, y + self.y, width]));
        }
        self.y += height + 10.0;
    }

    /// Pictures in columns, each with its words.
    pub(super) fn pictures(&mut self, row: &[Captioned]) {
        let style = Style::text(9.0);
        let columns = f64::from(u32::try_from(row.len().max(2)).unwrap_or(2));
        let (left, whole) = self.column();
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
            self.say(text);
            x += wide + GAP;
        }
        self.y += pictures + words + 12.0;
    }

    pub(super) fn row(&mut self, cells: &[String]) {
        let style = Style::text(9.0);
        let (left, whole) = self.column();
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
        self.say(&cells.join(" · "));
    }
}
