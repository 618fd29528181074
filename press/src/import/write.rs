//! A story → the text of a `work.toml`, with to-dos where only an author can know.

use super::story::{Next, Scene, Story, panel};
use crate::load::TO_DO;

/// Words that a child reads aloud in a minute, for a first guess at how long a story takes.
const WORDS_A_MINUTE: usize = 100;

/// The whole file; `from` is how the Twee file is called.
pub(super) fn work(from: &str, story: &Story) -> String {
    let todo = both(TO_DO);
    let words: usize = story
        .scenes
        .iter()
        .map(|scene| scene.words.split_whitespace().count())
        .sum();
    let minutes = words.div_ceil(WORDS_A_MINUTE).clamp(1, 30);
    let title = story.title.as_deref().map_or_else(|| todo.clone(), both);
    let cover = story
        .scenes
        .first()
        .map_or_else(String::new, |scene| panel(&scene.id));
    let mut out = comment(&match &story.ifid {
        Some(ifid) => format!("A scenario, imported from {from} (IFID {ifid})."),
        None => format!("A scenario, imported from {from}."),
    });
    out.push_str(&comment(&format!(
        "check tells every {TO_DO}. Choose a place and actors for each panel; cut long captions, or let somebody say them."
    )));
    out.push_str(&format!(
        "
[work]
kind = \"scenario\"
title = {title}
summary = {todo}
ages = [8, 11]
minutes = {minutes}
topics = [{topic}]
cover = {cover}
note = {todo}
talk = [{todo}]

[dose]
question = {todo}
answers = [
  {{ vi = {topic}, en = {topic}, right = true, feedback = {todo} }},
  {{ vi = {topic}, en = {topic}, feedback = {todo} }},
]

[parents]
teaches = [{todo}]
ask = [{todo}]
happened = [{todo}]
",
        topic = quoted(TO_DO),
        cover = quoted(&cover),
    ));
    for scene in &story.scenes {
        out.push_str(&passage(scene));
    }
    out
}

fn passage(scene: &Scene) -> String {
    let mut out = format!(
        "\n{}",
        comment(&format!("“{}” (line {})", scene.name, scene.line))
    );
    if !scene.tags.is_empty() {
        out.push_str(&comment(&format!("tags: {}", scene.tags.join(" "))));
    }
    out.extend(scene.comments.iter().map(|words| comment(words)));
    out.push_str(&format!("[[passage]]\nid = {}\n", quoted(&scene.id)));
    if let Next::Choices(choices) = &scene.next {
        out.push_str("choice = [\n");
        for choice in choices {
            out.push_str(&format!(
                "  {{ id = {}, to = {}, {} }},\n",
                quoted(&choice.id),
                quoted(&choice.to),
                languages(&choice.text)
            ));
        }
        out.push_str("]\n");
    }
    out.push_str(&format!(
        "[[passage.panel]]\nid = {}\nplace = \"living-room\"\nalt = {}\nactor = []\n",
        quoted(&panel(&scene.id)),
        both(TO_DO)
    ));
    if scene.words.is_empty() {
        out.push_str("balloon = []\n");
    } else {
        out.push_str(&format!(
            "balloon = [\n  {{ kind = \"caption\", {} }},\n]\n",
            languages(&scene.words)
        ));
    }
    if let Next::Ending { retry } = &scene.next {
        out.push_str(&format!(
            "[passage.ending]\nkind = {}\ntitle = {}\nlearned = [{}]\nretry = {}\n",
            quoted(TO_DO),
            both(&scene.name),
            both(TO_DO),
            quoted(retry)
        ));
    }
    out
}

/// Vietnamese words as they came, English ones to be written.
fn languages(vi: &str) -> String {
    let vi = if vi.is_empty() { TO_DO } else { vi };
    format!("vi = {}, en = {}", quoted(vi), quoted(TO_DO))
}

fn both(vi: &str) -> String {
    format!("{{ {} }}", languages(vi))
}

/// A text of TOML. What cannot be seen is written by its number: check finds it there.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Lines of a comment, in which TOML allows nothing that cannot be seen.
fn comment(text: &str) -> String {
    let line = |line: &str| {
        let seen: String = line.chars().filter(|c| !c.is_control()).collect();
        format!("# {}\n", seen.trim())
    };
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_so_that_toml_reads_them_back() {
        for text in ["a \"b\" \\n c", "tab\there", "\u{7f}\u{0}", "nặng", ""] {
            let read: toml::Table = toml::from_str(&format!("a = {}", quoted(text))).unwrap();
            assert_eq!(read["a"].as_str(), Some(text));
        }
    }

    #[test]
    fn comments_keep_their_lines_and_nothing_unseen() {
        assert_eq!(comment("a\n\u{1}b"), "# a\n# b\n");
    }
}
