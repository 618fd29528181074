//! Markdown → markup: links resolved by name, sources numbered, nothing else let through.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::block::Prose;
use super::parse::Reading;
use crate::diagnostic::Span;

/// A line to write on, while Markdown is read (underscores would mean emphasis): a short one, and one as long as there
/// is room.
const LINES: [char; 2] = ['\u{e010}', '\u{e011}'];

/// So many underscores and more make a long line.
const LONG: usize = 12;

/// Addresses outside of the library that a text may link.
const OUTSIDE: [&str; 2] = ["https://vn-cop.vn", "https://tongdai111.vn"];

/// What names a law: a sentence with one of them needs a source. Those with a space at the end, only before a number.
const LAWS: [&str; 13] = [
    "Luật Trẻ em",
    "Luật An ninh mạng",
    "Luật Bảo vệ dữ liệu",
    "Bộ luật Hình sự",
    "Nghị định ",
    "Quyết định ",
    "Thông tư ",
    "Law on ",
    "Children Law",
    "Decree ",
    "Decision ",
    "Penal Code",
    "Criminal Code",
];

/// Text for markup and for attributes in double quotes.
fn escape(text: &str) -> String {
    maud::html! { (text) }.into_string()
}

/// Whether a text names a law.
fn names_law(text: &str) -> bool {
    LAWS.iter().any(|law| {
        text.match_indices(law).any(|(at, _)| {
            let after = text[at + law.len()..].chars().next();
            let number = law.ends_with(' ') && *law != "Law on ";
            !number || after.is_some_and(|c| c.is_ascii_digit())
        })
    })
}

impl Reading<'_> {
    /// A text of several blocks. `span` is where it stands; `exact` says whether it stands there letter by letter.
    pub(super) fn prose(&mut self, text: &str, span: &Span, exact: bool) -> Prose {
        self.clean(text, span, exact);
        let lined = lined(text);
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_OLD_FOOTNOTES
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let at = |range: std::ops::Range<usize>| {
            // With lines to write on the text was changed: then the whole of it is meant.
            if exact && lined.len() == text.len() {
                Span {
                    file: span.file,
                    range: span.range.start + range.start..span.range.start + range.end,
                }
            } else {
                span.clone()
            }
        };
        let mut events: Vec<Event<'_>> = Vec::new();
        let parser = Parser::new_ext(&lined, options);
        for (event, range) in parser.into_offset_iter() {
            let here = at(range);
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let open = self.link(&dest_url, &here);
                    events.push(Event::InlineHtml(open.into()));
                }
                Event::End(TagEnd::Link) => events.push(Event::InlineHtml("</a>".into())),
                Event::Start(Tag::Heading { level, ref id, .. }) => {
                    self.heading(level, id.as_ref(), &here);
                    events.push(event);
                }
                Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {
                    self.wrong(&here, "pictures are panels here", "write ::: figure PANEL");
                }
                Event::Html(_) | Event::InlineHtml(_) => {
                    self.wrong(&here, "this is HTML: a text is Markdown alone", "write “&lt;” for a sign like <, and use a directive for what Markdown cannot do");
                }
                Event::FootnoteReference(id) => {
                    let mark = self.cited(&id, &here);
                    events.push(Event::InlineHtml(mark.into()));
                }
                Event::Start(Tag::Table(_)) => {
                    let label = self.words().table();
                    let open = format!(
                        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{label}\">"
                    );
                    events.extend([Event::Html(open.into()), event]);
                }
                Event::End(TagEnd::Table) => events.extend([event, Event::Html("</div>".into())]),
                Event::Text(text) => {
                    self.count(&text);
                    push_text(&text, &mut events);
                }
                Event::Start(_)
                | Event::End(_)
                | Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::Rule
                | Event::TaskListMarker(_) => events.push(event),
            }
        }
        let mut out = String::new();
        html::push_html(&mut out, events.into_iter());
        Prose(out)
    }

    /// A text of one line: no paragraph around it.
    pub(super) fn inline(&mut self, text: &str, span: &Span, exact: bool) -> Prose {
        let Prose(made) = self.prose(text, span, exact);
        let made = made.trim();
        let bare = made
            .strip_prefix("<p>")
            .and_then(|rest| rest.strip_suffix("</p>"));
        match bare {
            Some(bare) if !bare.contains("<p>") => Prose(bare.to_owned()),
            _ => Prose(made.to_owned()),
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&CowStr<'_>>, here: &Span) {
        if level == HeadingLevel::H1 {
            self.wrong(
                here,
                "the title of a document stands in work.toml",
                "begin sections with ##",
            );
        }
        if let Some(id) = id {
            self.anchor(id, here);
        }
        let name = id.map_or("", |id| id);
        self.outline(format!("{level} {name}"), here);
    }

    /// Opens a link of the library, by name.
    fn link(&mut self, to: &str, here: &Span) -> String {
        let (scheme, name) = to.split_once(':').unwrap_or(("", to));
        let (name, anchor) = match name.split_once('#') {
            Some((name, anchor)) => (name, Some(anchor)),
            None => (name, None),
        };
        match scheme {
            "work" | "class" => {
                self.linked(name, anchor, here);
                let query = if scheme == "class" { "?view=class" } else { "" };
                let fragment = anchor.map(|a| format!("#{a}")).unwrap_or_default();
                // See src/platform/travel.rs.
                let load = if anchor.is_some() { " data-load" } else { "" };
                format!(
                    "<a href=\"../{}/{query}{}\"{load}>",
                    escape(name),
                    escape(&fragment)
                )
            }
            "term" => {
                self.term(name, here);
                format!("<a class=\"term\" href=\"#tu-{}\">", escape(name))
            }
            "" if name.is_empty() => {
                let anchor = anchor.unwrap_or_default();
                self.own_anchor(anchor, here);
                format!("<a href=\"#{}\">", escape(anchor))
            }
            "tel" if matches!(name, "111" | "113") => format!("<a href=\"tel:{name}\">"),
            _ if OUTSIDE.contains(&to.trim_end_matches('/')) => {
                format!("<a href=\"{to}\" rel=\"noreferrer\">")
            }
            _ => {
                self.wrong(
                    here,
                    &format!("“{to}” is no link of ours"),
                    &format!(
                        "work:NAME, class:NAME, term:NAME, #ANCHOR, tel:111, or one of {}",
                        OUTSIDE.join(", ")
                    ),
                );
                "<a>".to_owned()
            }
        }
    }

    /// What every text must be: see `check::words`; and that laws have sources.
    fn clean(&mut self, text: &str, span: &Span, exact: bool) {
        let mut at = 0;
        for piece in pieces(text) {
            let start = text[at..].find(piece).map_or(at, |found| at + found);
            at = start + piece.len();
            let here = if exact {
                Span {
                    file: span.file,
                    range: span.range.start + start..span.range.start + at,
                }
            } else {
                span.clone()
            };
            self.said(piece, &here);
            if names_law(piece) && !piece.contains("[^") {
                self.wrong(
                    &here,
                    "a law is named here without a source",
                    "write [^id] behind the sentence, and [[source]] id = \"id\" in work.toml",
                );
            }
        }
    }
}

/// Paragraphs and items of lists: what a reader takes in at once.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for part in text.split("\n\n") {
        let item = |line: &str| {
            let line = line.trim_start();
            line.starts_with("- ")
                || line.starts_with('|')
                || line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(". ")
        };
        let mut start = 0;
        let mut at = 0;
        for line in part.split_inclusive('\n') {
            if item(line) && at > start {
                out.push(&part[start..at]);
                start = at;
            }
            at += line.len();
        }
        out.push(&part[start..]);
    }
    out.retain(|piece| !piece.trim().is_empty());
    out
}

/// Four and more underscores are a line to write on.
fn lined(text: &str) -> String {
    let [short, long] = LINES;
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("____") {
        let after = rest[at..].trim_start_matches('_');
        let count = rest.len() - at - after.len();
        out.push_str(&rest[..at]);
        out.push(if count < LONG { short } else { long });
        rest = after;
    }
    out + rest
}

/// A text, with what is to be filled in.
fn push_text(text: &str, events: &mut Vec<Event<'_>>) {
    let mut label = String::new();
    for part in text.split_inclusive(LINES) {
        let words = part.trim_end_matches(LINES);
        if !words.is_empty() {
            events.push(Event::Text(words.to_owned().into()));
            label = words.trim().chars().take(60).collect();
        }
        if let Some(line) = part.chars().next_back().filter(|last| LINES.contains(last)) {
            let name = if label.is_empty() { "…" } else { &label };
            let name = escape(name);
            let long = if line == LINES[1] { " data-long" } else { "" };
            events.push(Event::InlineHtml(format!("<input class=\"fill\"{long} type=\"text\" autocomplete=\"off\" aria-label=\"{name}\">").into()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_are_known_by_their_names() {
        assert!(names_law("Theo Nghị định 147/2024/NĐ-CP thì…"));
        assert!(names_law("Viet Nam's Law on Children says…"));
        assert!(!names_law("Quyết định nằm ở bạn."));
        assert!(!names_law("A decision to make."));
    }

    #[test]
    fn items_of_a_list_are_pieces_of_their_own() {
        assert_eq!(
            pieces("Một\nhai\n\n- ba\n- bốn\n"),
            ["Một\nhai", "- ba\n", "- bốn\n"]
        );
    }

    #[test]
    fn a_row_of_underscores_is_a_line_to_write_on() {
        assert_eq!(
            lined("Tên: ____ , lớp ____________"),
            "Tên: \u{e010} , lớp \u{e011}"
        );
    }
}
