//! A table being read: keys are taken by name and type; what is wrong or left over is a diagnostic.

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::draft::DraftText;
use crate::diagnostic::{At, Diagnostics, Span};

/// A table and what has been taken of it.
pub(super) struct Cursor<'a> {
    table: &'a DeTable<'a>,
    pub(super) span: Span,
    taken: RefCell<BTreeSet<&'static str>>,
    found: &'a RefCell<Diagnostics>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(table: &'a DeTable<'a>, span: Span, found: &'a RefCell<Diagnostics>) -> Self {
        Self {
            table,
            span,
            taken: RefCell::default(),
            found,
        }
    }

    fn at(&self, range: std::ops::Range<usize>) -> Span {
        Span {
            file: self.span.file,
            range,
        }
    }

    fn raw(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.taken.borrow_mut().insert(key);
        self.table
            .iter()
            .find(|(k, _)| k.get_ref() == key)
            .map(|(_, v)| v)
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let is = value.get_ref().type_str();
        self.found
            .borrow_mut()
            .error(
                &self.at(value.span()),
                format!("“{key}” must be {wanted}, not of type {is}"),
            )
            .hint(format!("write {key} = {}", example(wanted)));
    }

    /// A text value.
    pub(super) fn word(&self, key: &'static str) -> Option<At<String>> {
        let value = self.raw(key)?;
        let word = self.as_word(value);
        if word.is_none() {
            self.wrong(key, value, "a text");
        }
        word
    }

    fn as_word(&self, value: &Spanned<DeValue<'_>>) -> Option<At<String>> {
        let value_text = value.get_ref().as_str()?.to_owned();
        Some(At {
            value: value_text,
            span: self.at(value.span()),
        })
    }

    /// A whole number.
    pub(super) fn whole(&self, key: &'static str) -> Option<At<i64>> {
        let value = self.raw(key)?;
        let number = self.as_whole(value);
        if number.is_none() {
            self.wrong(key, value, "a whole number");
        }
        number
    }

    fn as_whole(&self, value: &Spanned<DeValue<'_>>) -> Option<At<i64>> {
        let number = value.get_ref().as_integer()?;
        let value_number = i64::from_str_radix(number.as_str(), number.radix()).ok()?;
        Some(At {
            value: value_number,
            span: self.at(value.span()),
        })
    }

    fn as_number(&self, value: &Spanned<DeValue<'_>>) -> Option<At<f64>> {
        let text = match value.get_ref() {
            DeValue::Integer(n) if n.radix() == 10 => n.as_str(),
            DeValue::Float(n) => n.as_str(),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => return None,
        };
        let number: f64 = text
            .parse()
            .ok()
            .filter(|n: &f64| n.is_finite() && n.abs() < 1e6)?;
        Some(At {
            value: number,
            span: self.at(value.span()),
        })
    }

    /// A number.
    pub(super) fn number(&self, key: &'static str) -> Option<At<f64>> {
        let value = self.raw(key)?;
        let number = self.as_number(value);
        if number.is_none() {
            self.wrong(key, value, "a number");
        }
        number
    }

    /// Yes or no.
    pub(super) fn flag(&self, key: &'static str) -> Option<At<bool>> {
        let value = self.raw(key)?;
        let Some(flag) = value.get_ref().as_bool() else {
            self.wrong(key, value, "true or false");
            return None;
        };
        Some(At {
            value: flag,
            span: self.at(value.span()),
        })
    }

    /// A word or a number: `at = "left"`, `at = 300`.
    pub(super) fn word_or_number(
        &self,
        key: &'static str,
    ) -> (Option<At<String>>, Option<At<f64>>) {
        let Some(value) = self.raw(key) else {
            return (None, None);
        };
        let found = (self.as_word(value), self.as_number(value));
        if found.0.is_none() && found.1.is_none() {
            self.wrong(key, value, "a place like \"left\" or a number");
        }
        found
    }

    fn list<T>(
        &self,
        key: &'static str,
        wanted: &str,
        one: impl Fn(&'a Spanned<DeValue<'a>>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.raw(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, wanted);
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in items {
            match one(item) {
                Some(read) => out.push(read),
                None => self.wrong(key, item, wanted),
            }
        }
        out
    }

    /// A list of texts.
    pub(super) fn words(&self, key: &'static str) -> Vec<At<String>> {
        self.list(key, "a list of texts", |v| self.as_word(v))
    }

    /// A list of whole numbers.
    pub(super) fn wholes(&self, key: &'static str) -> Vec<At<i64>> {
        self.list(key, "a list of whole numbers", |v| self.as_whole(v))
    }

    /// A list of numbers.
    pub(super) fn numbers(&self, key: &'static str) -> Vec<At<f64>> {
        self.list(key, "a list of numbers", |v| self.as_number(v))
    }

    /// A table within.
    pub(super) fn table(&self, key: &'static str) -> Option<Cursor<'a>> {
        let value = self.raw(key)?;
        let inner = self.inner(value);
        if inner.is_none() {
            self.wrong(key, value, "a table");
        }
        inner
    }

    fn inner(&self, value: &'a Spanned<DeValue<'a>>) -> Option<Cursor<'a>> {
        let table = value.get_ref().as_table()?;
        Some(Cursor::new(table, self.at(value.span()), self.found))
    }

    /// A list of tables.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Cursor<'a>> {
        self.list(key, "a list of tables", |v| self.inner(v))
    }

    /// A text in every language: `key = { vi = "…", en = "…" }`.
    pub(super) fn text(&self, key: &'static str) -> Option<DraftText> {
        self.table(key).map(|inner| {
            let text = inner.both();
            inner.done();
            text
        })
    }

    /// A list of texts in every language.
    pub(super) fn texts(&self, key: &'static str) -> Vec<DraftText> {
        self.tables(key)
            .into_iter()
            .map(|inner| {
                let text = inner.both();
                inner.done();
                text
            })
            .collect()
    }

    /// The keys `vi` and `en` of this very table.
    pub(super) fn both(&self) -> DraftText {
        DraftText {
            vi: self.word("vi"),
            en: self.word("en"),
            span: self.span.clone(),
        }
    }

    /// Nothing more is expected: what is left over is reported.
    pub(super) fn done(self) {
        let taken = self.taken.borrow();
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if taken.contains(name) {
                continue;
            }
            let all: Vec<&str> = taken.iter().copied().collect();
            let mut found = self.found.borrow_mut();
            let wrong = found.error(&self.at(key.span()), format!("“{name}” means nothing here"));
            wrong.hint(nearest(name, &all));
        }
    }
}

fn example(wanted: &str) -> &'static str {
    match wanted {
        "a text" => "\"…\"",
        "a whole number" => "4",
        "a number" => "1.5",
        "true or false" => "true",
        "a list of texts" => "[\"…\", \"…\"]",
        "a list of whole numbers" => "[7, 11]",
        "a list of numbers" => "[300, 120]",
        "a table" => "{ … }",
        "a list of tables" => "[ { … }, { … } ]",
        _ => "\"left\"",
    }
}

/// “did you mean …?”, and all that could be meant.
pub(crate) fn nearest(name: &str, all: &[&str]) -> String {
    let close = all
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 2.max(candidate.len() / 3))
        .min();
    let list = if all.is_empty() {
        "none".to_owned()
    } else {
        all.join(", ")
    };
    match close {
        Some((_, candidate)) => format!("did you mean “{candidate}”? there are: {list}"),
        None => format!("there are: {list}"),
    }
}
