//! One directive: what it may hold, and what it becomes.

use vac_xin_so::model::PanelId;

use super::block::{Answer, Block, Box, Helper, Item, Prose, Slice};
use super::parse::Reading;
use crate::diagnostic::Span;
use crate::load::nearest;

/// Every directive that is no box.
const DIRECTIVES: [&str; 13] = [
    "figure", "strip", "check", "link", "rate", "pie", "write", "tick", "call", "law", "sheet",
    "plan", "case",
];

/// The head of a directive: `::: name id title`.
struct Head<'a> {
    name: &'a str,
    /// All that stands behind the name.
    rest: &'a str,
    id: String,
    title: String,
    span: &'a Span,
}

/// An item of a list in a directive: what it says, and what is said to it.
#[derive(Debug)]
struct Raw {
    text: String,
    span: Span,
    /// Label and words.
    notes: Vec<(String, String)>,
}

impl Raw {
    /// More of what was said last.
    fn go_on(&mut self, between: &str, more: &str) {
        let said = self
            .notes
            .last_mut()
            .map_or(&mut self.text, |(_, words)| words);
        said.push_str(between);
        said.push_str(more);
    }
}

impl Reading<'_> {
    /// One directive: its head, and what is inside of it.
    pub(super) fn directive(
        &mut self,
        head: &str,
        span: &Span,
        inside: std::ops::Range<usize>,
    ) -> Option<Block> {
        let (name, rest) = head.split_once(char::is_whitespace).unwrap_or((head, ""));
        let rest = rest.trim();
        let (id, title) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let head = Head {
            name,
            rest,
            id: id.to_owned(),
            title: title.trim().to_owned(),
            span,
        };
        self.outline(shape(name, rest, id), span);
        if let Some(kind) = Box::ALL.into_iter().find(|kind| kind.name() == name) {
            self.count(rest);
            let inside = self.filled(span, inside);
            let title = (!rest.is_empty()).then(|| rest.to_owned());
            return Some(Block::Box(kind, title, inside));
        }
        match name {
            "figure" | "strip" | "call" | "law" => self.shown(head, inside),
            "check" | "link" | "rate" | "pie" | "write" | "tick" => Some(self.tried(head, inside)),
            "sheet" | "plan" | "case" => Some(self.filled_with(head, inside)),
            _ => {
                let boxes = Box::ALL.map(Box::name);
                let all: Vec<&str> = DIRECTIVES.into_iter().chain(boxes).collect();
                let message = format!("there is no directive “{name}”");
                self.wrong(span, &message, &nearest(name, &all));
                None
            }
        }
    }

    /// What is only looked at.
    fn shown(&mut self, head: Head<'_>, inside: std::ops::Range<usize>) -> Option<Block> {
        let Head {
            name,
            rest,
            id,
            span,
            ..
        } = head;
        let names = || rest.split_whitespace();
        match name {
            "figure" => {
                let panel = self.panel(&id, span)?;
                let inner = self.span(inside.clone());
                let caption = self.inline(self.text[inside].trim(), &inner, true);
                Some(Block::Figure(panel, caption))
            }
            "strip" => {
                let panels: Vec<PanelId> =
                    names().filter_map(|name| self.panel(name, span)).collect();
                if panels.is_empty() {
                    self.wrong(span, "a strip needs panels", "::: strip p1 p2 p3");
                }
                Some(Block::Strip(panels))
            }
            "call" => Some(Block::Call(
                names().filter_map(|name| self.helper(name, span)).collect(),
            )),
            _ => {
                self.told_law = true;
                if !self.named.law {
                    self.wrong(
                        span,
                        "this document has no [law]",
                        "in work.toml: [law] sentence = { vi, en }, source = \"…\"",
                    );
                }
                Some(Block::Law)
            }
        }
    }

    fn helper(&mut self, name: &str, span: &Span) -> Option<Helper> {
        let found = Helper::ALL.iter().find(|(own, _)| *own == name);
        if found.is_none() {
            let all: Vec<&str> = Helper::ALL.iter().map(|(name, _)| *name).collect();
            let message = format!("“{name}” is nobody to call");
            self.wrong(span, &message, &nearest(name, &all));
        }
        found.map(|(_, helper)| *helper)
    }

    /// What one can try.
    fn tried(&mut self, head: Head<'_>, inside: std::ops::Range<usize>) -> Block {
        let (id, title, span) = (head.id, head.title, head.span);
        self.anchor(&id, span);
        match head.name {
            "rate" => self.rate(id, &title, span, inside),
            "pie" => self.pie(id, span, inside),
            "write" => self.write(id, span, inside),
            "tick" => {
                let (_, items) = self.items(inside, &[]);
                self.shape_more(items.len());
                if items.is_empty() {
                    self.wrong(span, "there is nothing to tick", "write items: - …");
                }
                let items = items
                    .iter()
                    .map(|item| self.inline(&item.text, &item.span, false));
                let items = items.collect();
                Block::Tick { id, items }
            }
            _ => {
                let (prompt, items) = self.items(inside, &[]);
                self.check(id, head.name == "link", prompt, &items, span)
            }
        }
    }

    fn rate(
        &mut self,
        id: String,
        title: &str,
        span: &Span,
        inside: std::ops::Range<usize>,
    ) -> Block {
        let labels = title.split('/').map(|label| label.trim().to_owned());
        let labels: Vec<String> = labels.filter(|label| !label.is_empty()).collect();
        if !(2..=4).contains(&labels.len()) {
            self.wrong(
                span,
                "to judge, two to four labels are needed",
                "::: rate ID Thật / Giả",
            );
        }
        let (prompt, items) = self.items(inside, &labels);
        self.shape_more(items.len());
        let items = items.iter().map(|item| self.rated(item, &labels)).collect();
        Block::Rate {
            id,
            labels,
            prompt,
            items,
        }
    }

    fn pie(&mut self, id: String, span: &Span, inside: std::ops::Range<usize>) -> Block {
        let (prompt, items) = self.items(inside, &[]);
        self.shape_more(items.len());
        let slices: Vec<Slice> = items.iter().filter_map(|item| self.slice(item)).collect();
        let hours: u32 = slices.iter().map(|slice| u32::from(slice.hours)).sum();
        if hours != 24 || !(3..=6).contains(&slices.len()) {
            self.wrong(
                span,
                &format!("this day has {} parts and {hours} hours", slices.len()),
                "three to six parts, 24 hours together: - Ngủ = 9",
            );
        }
        Block::Pie { id, prompt, slices }
    }

    fn write(&mut self, id: String, span: &Span, inside: std::ops::Range<usize>) -> Block {
        let inner = self.span(inside.clone());
        let text = &self.text[inside];
        let split = text.find("\n>").map_or(text.len(), |at| at + 1);
        let example = unquoted(&text[split..]);
        if example.trim().is_empty() {
            self.wrong(
                span,
                "one good way to say it is missing",
                "write it below, behind “> ”",
            );
        }
        let prompt = self.prose(&text[..split], &inner, false);
        let example = self.prose(&example, &inner, false);
        Block::Write {
            id,
            prompt,
            example,
        }
    }

    /// What holds other blocks, and the plan of a lesson.
    fn filled_with(&mut self, head: Head<'_>, inside: std::ops::Range<usize>) -> Block {
        if head.name == "plan" {
            return self.plan(&head.id, head.span, inside);
        }
        let (name, id, title, span) = (head.name, head.id, head.title, head.span);
        self.anchor(&id, span);
        self.count(&title);
        if name == "case" && title.is_empty() {
            self.wrong(span, "what happened?", "::: case ANCHOR Title");
        }
        let inside = self.filled(span, inside);
        if name == "case" {
            Block::Case { id, title, inside }
        } else {
            Block::Sheet { id, title, inside }
        }
    }

    fn plan(&mut self, minutes: &str, span: &Span, inside: std::ops::Range<usize>) -> Block {
        let text = &self.text[inside.clone()];
        let told = minutes.parse().unwrap_or(0);
        let sum = minutes_in(text);
        if told == 0 || sum != Some(told) {
            let sum = sum.map_or("no minutes".to_owned(), |sum| format!("{sum} minutes"));
            self.wrong(
                span,
                &format!("this plan is for “{minutes}” minutes, and its table has {sum}"),
                "the first column of the table holds whole minutes; together they are the plan's",
            );
        }
        let whole = Span {
            file: self.file,
            range: inside,
        };
        Block::Plan(told, self.prose(text, &whole, true))
    }

    /// What is inside of a box: it must not be empty.
    fn filled(&mut self, span: &Span, inside: std::ops::Range<usize>) -> Vec<Block> {
        let blocks = self.within(inside);
        if blocks.is_empty() {
            self.wrong(
                span,
                "there is nothing in it",
                "write it, or remove the directive",
            );
        }
        blocks
    }

    /// The words before the first item, and the items.
    fn items(&mut self, inside: std::ops::Range<usize>, labels: &[String]) -> (Prose, Vec<Raw>) {
        let (mut at, mut prompt) = (inside.start, inside.start..inside.start);
        let mut items: Vec<Raw> = Vec::new();
        while at < inside.end {
            let end = self.line_end(at, inside.end);
            let line = &self.text[at..end];
            let span = self.span(at..end);
            at = end;
            if let Some(text) = line.strip_prefix("- ") {
                items.push(Raw {
                    text: text.trim().to_owned(),
                    span,
                    notes: Vec::new(),
                });
                continue;
            }
            let Some(item) = items.last_mut() else {
                prompt.end = end;
                continue;
            };
            let line = line.trim();
            let note = line.split_once('>').filter(|(label, _)| {
                let label = label.trim();
                label.is_empty() || labels.iter().any(|known| known == label)
            });
            match note {
                Some((label, words)) if !label.trim().is_empty() || item.notes.is_empty() => {
                    item.notes
                        .push((label.trim().to_owned(), words.trim().to_owned()));
                }
                Some((_, words)) => item.go_on("\n", words.trim()),
                None => item.go_on(" ", line),
            }
        }
        let text = &self.text[prompt.clone()];
        let exact = Span {
            file: self.file,
            range: prompt,
        };
        let prompt = if text.trim().is_empty() {
            Prose::default()
        } else {
            self.prose(text, &exact, true)
        };
        (prompt, items)
    }

    fn check(
        &mut self,
        id: String,
        link: bool,
        prompt: Prose,
        items: &[Raw],
        span: &Span,
    ) -> Block {
        self.shape_more(items.len());
        if prompt.0.is_empty() {
            self.wrong(
                span,
                "nothing is asked",
                "write the question below this line",
            );
        }
        let mut answers = Vec::new();
        for item in items {
            let mark = [("( )", false), ("(x)", true), ("(X)", true)]
                .into_iter()
                .find_map(|(mark, right)| Some((right, item.text.strip_prefix(mark)?)));
            let Some((right, text)) = mark else {
                self.wrong(
                    &item.span,
                    "is this answer wise or not?",
                    "write - (x) before a wise one, - ( ) before another",
                );
                continue;
            };
            let feedback = item
                .notes
                .first()
                .map(|(_, words)| words.clone())
                .unwrap_or_default();
            if feedback.is_empty() {
                self.wrong(
                    &item.span,
                    "this answer gets no kind words",
                    "write them below it:   > …",
                );
            }
            answers.push(Answer {
                right,
                text: self.inline(text.trim(), &item.span, false),
                feedback: self.inline(&feedback, &item.span, false),
            });
        }
        if answers.len() < 2 || !answers.iter().any(|answer| answer.right) {
            self.wrong(
                span,
                "a question needs two answers, one of them wise",
                "- ( ) …, - (x) …, each with   > feedback",
            );
        }
        Block::Check {
            id,
            link,
            prompt,
            answers,
        }
    }

    fn rated(&mut self, item: &Raw, labels: &[String]) -> Item {
        let (text, wise) = item.text.rsplit_once("=>").unwrap_or((&item.text, ""));
        let place = |label: &str| labels.iter().position(|own| own == label.trim());
        let mut right = Vec::new();
        for label in wise.split('|').map(str::trim).filter(|label| *label != "*") {
            if let Some(at) = place(label) {
                right.push(at);
            } else {
                let all: Vec<&str> = labels.iter().map(String::as_str).collect();
                self.wrong(
                    &item.span,
                    &format!("“{label}” is none of the labels"),
                    &format!(
                        "end it with => and a label (or * if none is wrong): {}",
                        all.join(", ")
                    ),
                );
            }
        }
        if item.notes.is_empty() {
            self.wrong(
                &item.span,
                "nothing is said to this",
                "write it below:   > …",
            );
        }
        let feedback = item
            .notes
            .iter()
            .map(|(label, words)| (place(label), self.inline(words, &item.span, false)))
            .collect();
        Item {
            text: self.inline(text.trim(), &item.span, false),
            right,
            feedback,
        }
    }

    fn slice(&mut self, item: &Raw) -> Option<Slice> {
        let (label, hours) = item.text.rsplit_once('=').unwrap_or((&item.text, ""));
        let Ok(hours) = hours.trim().parse() else {
            self.wrong(&item.span, "how many hours?", "- Ngủ = 9");
            return None;
        };
        let hint = item
            .notes
            .first()
            .map(|(_, words)| words.clone())
            .unwrap_or_default();
        Some(Slice {
            label: self.inline(label.trim(), &item.span, false),
            hours,
            hint: self.inline(&hint, &item.span, false),
        })
    }
}

/// What must be the same in every language: titles and labels are words, names are not.
fn shape(name: &str, rest: &str, id: &str) -> String {
    match name {
        "strip" | "call" | "figure" | "law" => format!("{name} {rest}"),
        "check" | "link" | "pie" | "write" | "tick" | "sheet" | "plan" | "case" => {
            format!("{name} {id}")
        }
        "rate" => format!("{name} {id} with {} labels", rest.split('/').count()),
        _ => name.to_owned(),
    }
}

/// The words of quoted lines.
fn unquoted(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.trim_start().trim_start_matches('>').trim_start());
    lines.collect::<Vec<_>>().join("\n")
}

/// The minutes in the first column of a table, if each row has them.
fn minutes_in(table: &str) -> Option<u16> {
    let rows = table
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with('|'))
        .skip(2);
    let mut sum = None;
    for row in rows {
        let first: u16 = row
            .trim_matches('|')
            .split('|')
            .next()?
            .trim()
            .parse()
            .ok()?;
        sum = Some(sum.unwrap_or(0) + first);
    }
    sum
}
