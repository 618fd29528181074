//! Pages of a document: its printed page taken apart into headings, paragraphs, lists and panels, and set anew on
//! paper. Whatever a document may hold is on its printed page, so nothing is forgotten here.

use vac_xin_so::model::PanelId;

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

/// The value of an attribute in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[from..].split('"').next()
}

/// Parts of a printed page that are of no use on paper.
const SKIPPED: [&str; 6] = ["svg", "button", "nav", "textarea", "select", "output"];

/// Takes a printed page apart. Tags that it does not know hold text like any other.
pub(super) fn pieces(printed: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut text = String::new();
    let mut sign = None;
    let mut heading = None;
    let mut row: Option<Vec<String>> = None;
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
        if !closes && SKIPPED.contains(&name) {
            let close = format!("</{name}>");
            rest = rest.find(&close).map_or("", |at| &rest[at + close.len()..]);
            continue;
        }
        // What is for screen readers or has been shown already.
        if !closes && name == "p" && (tag.contains("doc-tools") || tag.contains("\"words\"")) {
            rest = rest.find("</p>").map_or("", |at| &rest[at + 4..]);
            continue;
        }
        // Words beside a panel stand in it; what leads to other pages leads nowhere on paper.
        if !closes && (tag.contains("class=\"words\"") || tag.contains("doc-shows")) {
            let close = format!("</{name}>");
            rest = rest.find(&close).map_or("", |at| &rest[at + close.len()..]);
            continue;
        }
        if let Some(panel) = attribute(tag, "data-panel")
            .filter(|_| !closes)
            .and_then(|id| id.parse().ok())
        {
            flush(&mut text, &mut heading, &mut sign, &mut pieces);
            match pieces.last_mut() {
                // Side by side, if nothing stands between them.
                Some(Piece::Panels(panels)) if panels.len() < 4 => panels.push(panel),
                _ => pieces.push(Piece::Panels(vec![panel])),
            }
            continue;
        }
        match name {
            "input" if tag.contains("checkbox") => sign = Some('□'),
            "input" if tag.contains("radio") => sign = Some('○'),
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
                match name {
                    "li" | "dd" if !closes => sign = sign.or(Some('•')),
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
    pieces
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

/// A page being filled.
struct Sheet<'a> {
    book: &'a Book<'a>,
    setter: &'a Setter<'a>,
    pages: Vec<Page>,
    page: Page,
    y: f64,
}

impl Sheet<'_> {
    fn turn(&mut self) {
        let mut page = std::mem::replace(&mut self.page, Page::new(A5));
        page.number(self.pages.len() + 1, self.setter);
        self.pages.push(page);
        self.y = MARGIN;
    }

    /// A new page if so much does not fit on this one.
    fn need(&mut self, height: f64) {
        if self.y + height > FOOT && self.y > MARGIN {
            self.turn();
        }
    }

    fn text(&mut self, text: &str, style: Style, (indent, after): (f64, f64), sign: Option<char>) {
        let width = WIDTH - indent;
        let lines = self.setter.lines(text, style, width);
        // Two lines at least stand together.
        self.need(style.leading() * f64::from(u32::try_from(lines.len().min(2)).unwrap_or(1)));
        for (i, line) in lines.iter().enumerate() {
            self.need(style.leading());
            let at = (MARGIN + indent - 13.0, self.y);
            match (i, sign) {
                (0, Some(box_or_ring @ ('□' | '○'))) => {
                    sign_at(&mut self.page.ground, box_or_ring, at, style.size);
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
                (MARGIN + indent, self.y),
                width + 40.0,
            );
        }
        self.page.words.push_str(text);
        self.page.words.push('\n');
        self.y += after;
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
        let most = 235.0 * f64::from(u32::try_from(rows.len()).unwrap_or(1));
        let mut tried = Page::new(A5);
        let height = super::page::rows(
            &mut tried,
            &rows,
            (MARGIN, 0.0),
            (WIDTH, most.min(FOOT - MARGIN)),
        );
        self.need(height + GAP);
        for (id, [x, y, width]) in tried.panels {
            self.page.panels.push((id, [x, y + self.y, width]));
        }
        self.y += height + 10.0;
    }

    fn row(&mut self, cells: &[String]) {
        let style = Style::text(9.0);
        // The first column of a plan is a number of minutes.
        let narrow = cells.first().is_some_and(|cell| cell.chars().count() < 9) && cells.len() > 1;
        let others = f64::from(u32::try_from(cells.len().max(2) - 1).unwrap_or(1));
        let widths = |i: usize| match (narrow, i) {
            (true, 0) => 46.0,
            (true, _) => (WIDTH - 46.0) / others,
            (false, _) => WIDTH / (others + 1.0),
        };
        let height = cells
            .iter()
            .enumerate()
            .map(|(i, cell)| self.setter.height(cell, style, widths(i) - 8.0))
            .fold(0.0, f64::max);
        self.need(height + 6.0);
        let mut x = MARGIN;
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
            "<rect x=\"{MARGIN}\" y=\"{:.1}\" width=\"{WIDTH}\" height=\"0.6\" fill=\"#c9b98f\"/>",
            self.y
        ));
        self.y += 3.0;
        self.page.words.push_str(&cells.join(" · "));
        self.page.words.push('\n');
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
    };
    // The head of the page is on the cover already.
    let text = printed
        .find("class=\"doc-text\"")
        .map_or(printed, |at| &printed[at..]);
    let text = text.split_once('>').map_or(text, |(_, text)| text);
    for piece in pieces(text) {
        match piece {
            Piece::Heading(level, text) => {
                let style = match level {
                    0 | 1 => Style::display(20.0),
                    2 => Style::display(16.0).coloured(JADE),
                    _ => Style::display(12.5),
                };
                // A heading stays with what it is about.
                sheet.need(style.leading() + 60.0);
                sheet.y += if sheet.y > MARGIN { 6.0 } else { 0.0 };
                if level <= 2 && sheet.page.title.is_none() {
                    sheet.page.title = Some(text.clone());
                }
                sheet.text(&text, style, (0.0, 3.0), None);
            }
            Piece::Text(text) => sheet.text(&text, Style::text(10.0), (0.0, 5.0), None),
            Piece::Item(sign, text) => {
                sheet.text(&text, Style::text(10.0), (16.0, 3.0), Some(sign));
            }
            Piece::Row(cells) => sheet.row(&cells),
            Piece::Panels(panels) => sheet.panels(&panels),
        }
    }
    if sheet.y > FOOT - 165.0 {
        sheet.turn();
    }
    let words = book.words();
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
    fn a_page_cut_anywhere_is_taken_apart_without_a_fault() {
        let printed = "<h2>Một</h2><table><tr><td>é<svg>";
        for cut in (0..printed.len()).filter(|cut| printed.is_char_boundary(*cut)) {
            assert!(pieces(&printed[..cut]).len() < 5);
        }
    }
}
