//! The Twee 3 notation: `:: Name [tags] {"position":"600,400"}`, then the passage's text up to the next header.

use super::Notes;

/// A passage as it stands in the file.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// The line of its header, from 1.
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) tags: Vec<String>,
    /// The lines below the header.
    pub(super) body: &'a str,
}

/// All passages in the order of the file.
pub(super) fn passages<'a>(text: &'a str, notes: &mut Notes) -> Vec<Passage<'a>> {
    let mut found: Vec<Passage<'a>> = Vec::new();
    let (mut at, mut body) = (0, 0);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        if let Some(head) = line.strip_prefix("::") {
            if let Some(last) = found.last_mut() {
                last.body = &text[body..start];
            }
            found.push(header(head.trim_end(), number + 1, notes));
            body = at;
        } else if found.is_empty() && !line.trim().is_empty() {
            notes.leave_out(
                number + 1,
                &format!("“{}”, before all passages,", line.trim()),
            );
        }
    }
    if let Some(last) = found.last_mut() {
        last.body = &text[body..];
    }
    found
}

/// A header without its colons. Where it is badly written, as much is taken as can be.
fn header<'a>(text: &str, line: usize, notes: &mut Notes) -> Passage<'a> {
    let (name, rest) = until(text, &['[', '{']);
    let (tags, rest) = match rest.strip_prefix('[') {
        Some(inside) => {
            let (tags, rest) = until(inside, &[']']);
            if rest.is_empty() {
                notes.say(line, "the tags of this passage have no “]” at their end");
            }
            (tags, rest.strip_prefix(']').unwrap_or_default())
        }
        None => ("", rest),
    };
    let rest = rest.trim();
    if rest.starts_with('{') {
        if let Err(why) = serde_json::from_str::<serde_json::Value>(rest) {
            notes.say(line, format!("what stands in {{…}} is no JSON: {why}"));
        }
    } else if !rest.is_empty() {
        notes.leave_out(line, &format!("“{rest}” after the tags"));
    }
    Passage {
        line,
        name: plain(name.trim()),
        tags: tags.split_whitespace().map(plain).collect(),
        body: "",
    }
}

/// What comes before the first of some characters that has no backslash before it, and the rest from there.
fn until<'a>(text: &'a str, ends: &[char]) -> (&'a str, &'a str) {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if !escaped && ends.contains(&c) {
            return text.split_at(at);
        }
        escaped = c == '\\' && !escaped;
    }
    (text, "")
}

/// A name without its backslashes: `\q` is `q`, whatever `q` is.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        out.extend(if c == '\\' { letters.next() } else { Some(c) });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Passage<'_>>, Vec<String>) {
        let mut notes = Notes::default();
        let found = passages(text, &mut notes);
        (found, notes.0.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_header_has_a_name_tags_and_metadata() {
        let (found, notes) =
            read(":: An overgrown path [forest dark] {\"position\":\"6,4\"}\nA.\n\n::B{}\nC.");
        assert_eq!(
            (found[0].line, found[0].name.as_str()),
            (1, "An overgrown path")
        );
        assert_eq!(found[0].tags, ["forest", "dark"]);
        assert_eq!(found[0].body, "A.\n\n");
        assert_eq!(
            (found[1].line, found[1].name.as_str(), found[1].body),
            (4, "B", "C.")
        );
        assert!(notes.is_empty(), "{notes:?}");
    }

    #[test]
    fn brackets_in_names_are_written_with_backslashes() {
        let (found, _) = read(r":: a \[b\] c\\d \q [e\]f]");
        assert_eq!(found[0].name, r"a [b] c\d q");
        assert_eq!(found[0].tags, ["e]f"]);
    }

    #[test]
    fn what_is_badly_written_is_told_with_its_line() {
        let (found, notes) = read("hello\n:: A [b\n:: C {\"d\":}\n:: E [f] g\n");
        assert_eq!(found.len(), 3);
        assert_eq!(
            notes[0],
            "line 1: “hello”, before all passages, is not carried over"
        );
        assert!(notes[1].starts_with("line 2: the tags"));
        assert!(notes[2].starts_with("line 3: what stands in {…} is no JSON"));
        assert_eq!(notes[3], "line 4: “g” after the tags is not carried over");
    }
}
