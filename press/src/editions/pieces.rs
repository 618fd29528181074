//! A printed page of a document taken apart: headings, paragraphs, lists, pictures, boxes, and what is said to answers.

use vac_xin_so::model::PanelId;

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
    let alone = |piece: Piece| {
        if let Piece::Pictures(row) = &piece
            && let [(panel, sign, words)] = &row[..]
        {
            let words = words.clone();
            let words = match sign {
                Some(sign) => Piece::Item(*sign, words),
                None => Piece::Text(words),
            };
            return vec![Piece::Panels(vec![panel.clone()]), words];
        }
        vec![piece]
    };
    out.into_iter().flat_map(alone).collect()
}

/// A picture of a row, the sign before its words, and the words.
pub(super) type Captioned = (PanelId, Option<char>, String);

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
