//! A passage's text → the words of its story, its links, and notes about the rest.
//!
//! Macros, variables and HTML belong to a story format: they are taken out and told, the
//! words around them stay.

use super::Notes;

/// What was read of a passage.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// The words, in one line.
    pub(super) words: String,
    pub(super) links: Vec<Link>,
    /// Comments, for the author.
    pub(super) comments: Vec<String>,
}

/// A link: what is to be read, and the name of the passage it leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) line: usize,
    pub(super) text: String,
    pub(super) to: String,
}

const COMMENTS: &[(&str, &str)] = &[("<!--", "-->"), ("/*", "*/"), ("/%", "%/")];

/// What is no prose from a beginning to an end, the end included.
const PIECES: &[(&str, &str)] = &[
    ("<<script>>", "<</script>>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<<", ">>"),
    ("[img[", "]]"),
];

/// Reads a passage's text, whose first line has a number.
pub(super) fn read(body: &str, line: usize, notes: &mut Notes) -> Prose {
    let mut reader = Reader {
        rest: body,
        line,
        hooks: 0,
        row: Row::default(),
        prose: Prose::default(),
        notes,
    };
    reader.read();
    reader.prose
}

struct Reader<'a, 'n> {
    rest: &'a str,
    line: usize,
    /// Open `[` of Harlowe's hooks.
    hooks: usize,
    row: Row,
    prose: Prose,
    notes: &'n mut Notes,
}

/// A line of the text while it is read.
#[derive(Default)]
struct Row {
    words: String,
    with_links: String,
    links: bool,
}

impl<'a> Reader<'a, '_> {
    fn read(&mut self) {
        let mut fresh = true;
        while let Some(c) = self.rest.chars().next() {
            // A line that begins with colons is kept from being a header by a backslash.
            if fresh && self.rest.starts_with("\\::") {
                self.take(1);
            }
            fresh = c == '\n';
            if !(self.link() || self.comment() || self.code()) {
                let letter = self.take(c.len_utf8());
                if c == '\n' {
                    self.end_row();
                } else {
                    self.row.words.push_str(letter);
                    self.row.with_links.push_str(letter);
                }
            }
        }
        self.end_row();
    }

    /// Goes on by some bytes; what was passed.
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    /// A link in the middle of a sentence is part of it; links alone on a line are choices and no more.
    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        let told = row.words.contains(char::is_alphanumeric);
        let words = match (row.links, told) {
            (true, false) => return,
            (true, true) => row.with_links,
            (false, _) => row.words,
        };
        for word in words.split_whitespace() {
            if !self.prose.words.is_empty() {
                self.prose.words.push(' ');
            }
            self.prose.words.push_str(word);
        }
    }

    /// `[[text->to]]`, `[[to<-text]]`, `[[text|to]]`, `[[to]]`, each perhaps with `[$a to 1]` before its end.
    fn link(&mut self) -> bool {
        let Some(inside) = self.rest.strip_prefix("[[") else {
            return false;
        };
        let row = inside.lines().next().unwrap_or_default();
        let Some(end) = row.find("]]") else {
            self.notes.say(self.line, "a link has no “]]” at its end");
            return false;
        };
        let (inside, setter) = match row[..end].split_once("][") {
            Some((inside, setter)) => (inside, Some(setter)),
            None => (&row[..end], None),
        };
        let (text, to) = parts(inside);
        let line = self.line;
        if to.is_empty() {
            self.notes.leave_out(line, &self.rest[..end + 4]);
        } else {
            if let Some(setter) = setter {
                self.notes.leave_out(line, &format!("[{setter}]"));
            }
            self.prose.links.push(Link {
                line,
                text: text.to_owned(),
                to: to.to_owned(),
            });
        }
        self.row.with_links.push_str(text);
        self.row.links = true;
        self.take(end + 4);
        true
    }

    fn comment(&mut self) -> bool {
        let Some((comment, length)) = piece(self.rest, COMMENTS) else {
            return false;
        };
        self.prose.comments.push(comment.trim().to_owned());
        self.take(length);
        true
    }

    /// Whatever is no prose. Ends of things (`<</if>>`, `</b>`, `]`) go with their beginnings.
    fn code(&mut self) -> bool {
        if self.hooks > 0 && self.rest.starts_with(']') {
            self.hooks -= 1;
            self.take(1);
            return true;
        }
        let call = call(self.rest);
        let length = piece(self.rest, PIECES)
            .map(|(_, length)| length)
            .or(call)
            .or_else(|| element(self.rest))
            .or_else(|| variable(self.rest));
        let Some(length) = length else {
            return false;
        };
        let line = self.line;
        let taken = self.take(length);
        if !taken.starts_with("</") && !taken.starts_with("<</") {
            self.notes.leave_out(line, taken);
        }
        if call.is_some() && self.rest.starts_with('[') {
            self.hooks += 1;
            self.take(1);
        }
        true
    }
}

/// The text and the target of a link.
fn parts(inside: &str) -> (&str, &str) {
    let (text, to) = if let Some((text, to)) = inside.rsplit_once("->") {
        (text, to)
    } else if let Some((to, text)) = inside.split_once("<-") {
        (text, to)
    } else if let Some((text, to)) = inside.rsplit_once('|') {
        (text, to)
    } else {
        (inside, inside)
    };
    let (text, to) = (text.trim(), to.trim());
    (if text.is_empty() { to } else { text }, to)
}

/// What is in a piece, and how long the whole of it is; nothing if it never ends.
fn piece<'t>(text: &'t str, pieces: &[(&str, &str)]) -> Option<(&'t str, usize)> {
    pieces.iter().find_map(|(open, close)| {
        let (inside, _) = text.strip_prefix(open)?.split_once(close)?;
        Some((inside, open.len() + inside.len() + close.len()))
    })
}

/// A macro of Harlowe: `(set: $a to (b: 1))`.
fn call(text: &str) -> Option<usize> {
    let name = text.strip_prefix('(')?;
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))?;
    if end == 0 || !name[end..].starts_with(':') {
        return None;
    }
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(at + 1),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A tag of HTML: `<b>`, `</b>`, `<img src="…">`.
fn element(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    Some(1 + inside.find('>')? + 1)
}

/// A variable: `$name`, `$name.part`. An amount of money is none.
fn variable(text: &str) -> Option<usize> {
    let name = |text: &str| {
        let first = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        first.then_some(end.unwrap_or(text.len()))
    };
    let mut length = 1 + name(text.strip_prefix('$')?)?;
    while let Some(more) = text[length..].strip_prefix('.').and_then(name) {
        length += 1 + more;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(body: &str) -> (Prose, Vec<String>) {
        let mut notes = Notes::default();
        let prose = read(body, 1, &mut notes);
        (prose, notes.0.iter().map(ToString::to_string).collect())
    }

    fn words(body: &str) -> String {
        told(body).0.words
    }

    #[test]
    fn all_four_ways_of_writing_a_link_are_read() {
        for (written, text, to) in [
            ("[[Rừng]]", "Rừng", "Rừng"),
            ("[[Đi vào -> Rừng]]", "Đi vào", "Rừng"),
            ("[[Rừng<-Đi vào]]", "Đi vào", "Rừng"),
            ("[[Đi vào|Rừng]]", "Đi vào", "Rừng"),
            ("[[a->b->c]]", "a->b", "c"),
        ] {
            let (prose, notes) = told(written);
            let link = &prose.links[0];
            assert_eq!((link.text.as_str(), link.to.as_str()), (text, to));
            assert!(notes.is_empty() && prose.words.is_empty());
        }
    }

    #[test]
    fn a_link_within_a_sentence_stays_part_of_it() {
        assert_eq!(
            words("Có một [[cánh cửa->Cửa]] ở đây.\n* [[Về nhà]]"),
            "Có một cánh cửa ở đây."
        );
    }

    #[test]
    fn macros_variables_and_html_are_told_with_their_lines_and_the_words_stay() {
        let (prose, notes) =
            told("Chào $ten.rieng!\n<<set $x to 1>>Mưa <b>to</b>.\n(set: $y to (a: 1))Hết.");
        assert_eq!(prose.words, "Chào ! Mưa to. Hết.");
        assert_eq!(
            notes,
            [
                "line 1: $ten.rieng is not carried over",
                "line 2: <<set $x to 1>> is not carried over",
                "line 2: <b> is not carried over",
                "line 3: (set: $y to (a: 1)) is not carried over",
            ]
        );
    }

    #[test]
    fn what_stands_in_a_hook_or_between_macros_stays() {
        let (prose, _) = told("(if: $x)[[[Đi->A]] Mưa.] <<if $y>>Nắng.<</if>>");
        assert_eq!(prose.words, "Đi Mưa. Nắng.");
        assert_eq!(prose.links.len(), 1);
    }

    #[test]
    fn a_setter_in_a_link_is_told() {
        let (prose, notes) = told("[[Đi|A][$x to 1]]");
        assert_eq!(prose.links[0].to, "A");
        assert_eq!(notes, ["line 1: [$x to 1] is not carried over"]);
    }

    #[test]
    fn comments_are_for_the_author_and_code_is_nobodys() {
        let (prose, notes) = told("A /* một */ B <!-- hai\nba --> C <script>let d = 1</script>");
        assert_eq!(prose.words, "A B C");
        assert_eq!(prose.comments, ["một", "hai\nba"]);
        assert_eq!(
            notes,
            ["line 2: <script>let d = 1</script> is not carried over"]
        );
    }

    #[test]
    fn prose_that_only_looks_like_code_stays() {
        let text = "Giá $5, 3 < 4, (a) và (chú ý: b), [c] d << e";
        assert_eq!(words(text), text);
        assert_eq!(words("\\:: đây"), ":: đây");
        assert_eq!(told("[[a").1, ["line 1: a link has no “]]” at its end"]);
        assert_eq!(told("[[->]]").1, ["line 1: [[->]] is not carried over"]);
    }
}
