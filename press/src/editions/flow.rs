//! Pages of a document: its printed page, taken apart, is set anew on paper. Whatever a document may hold is on its
//! printed page, so nothing is forgotten here.

use vac_xin_so::ui::Words;

use super::page::Page;
use super::pieces::{Piece, pieces};
use super::set::{Setter, Style};
use super::sheet::{FOOT, Sheet};
use super::{Book, story};

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
    /// What is being read: the question is what was read last, if choices follow.
    now: Answers,
    /// The choices stand on the page already.
    shown: bool,
    answers: Vec<Answers>,
}

impl Asked {
    /// Choices that stand below pictures.
    fn pictured(&mut self, choices: Vec<String>) {
        self.shown = !choices.is_empty();
        self.now.choices = choices;
    }

    /// Prints the choices that have come together, and keeps what is said to them for later.
    fn print(&mut self, sheet: &mut Sheet<'_>) {
        if self.now.choices.is_empty() {
            return;
        }
        let asked = std::mem::take(&mut self.now);
        self.now.question.clone_from(&asked.question);
        if !std::mem::take(&mut self.shown) {
            sheet.choices(&asked.choices);
        }
        if asked.choices.len() == asked.said.len() {
            self.answers.push(asked);
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
    let mut sheet = Sheet::new(book, setter, story::cover(book, setter));
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
                asked.now.question.clone_from(text);
            }
        }
        match piece {
            Piece::Heading(level, text) => sheet.heading(level, &text),
            Piece::Text(text) => sheet.paragraph(&text),
            Piece::Pictures(row) => {
                sheet.pictures(&row);
                let choices = row.into_iter().filter(|(_, sign, _)| *sign == Some('○'));
                asked.pictured(choices.map(|(.., text)| text).collect());
            }
            Piece::Item('○', text) => asked.now.choices.push(text),
            Piece::Said(right, text) => asked.now.said.push((right, text)),
            Piece::Item(sign, text) => {
                let steps = sign.is_ascii_digit();
                let place = if steps { (20.0, 6.0) } else { (16.0, 3.0) };
                sheet.text(&text, Style::text(10.0), place, Some(sign));
            }
            Piece::Row(cells) => sheet.row(&cells),
            Piece::Panels(panels) => sheet.panels(&panels),
            Piece::Page => sheet.begin(),
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
