//! Diagnostics: a place, a sentence, a way out; all of them together.

use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// A file that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(usize);

/// The texts that diagnostics speak of.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<(PathBuf, String)>);

impl Sources {
    /// Keeps a file's text.
    pub fn add(&mut self, path: &Path, text: impl Into<String>) -> FileId {
        self.0.push((path.to_owned(), text.into()));
        FileId(self.0.len() - 1)
    }

    /// The path of a file.
    #[must_use]
    pub fn path(&self, file: FileId) -> &Path {
        &self.0[file.0].0
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        &self.0[file.0].1
    }
}

/// A stretch of a file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// From the first byte to the one after the last.
    pub range: Range<usize>,
}

/// A value and where it stands in the author's file.
#[derive(Clone, Debug)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> std::ops::Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The work cannot be printed.
    Error,
    /// It can, but somebody should look.
    Warning,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What is wrong, in one plain sentence.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// Says what to do.
    pub fn hint(&mut self, hint: impl Into<String>) {
        self.hint = Some(hint.into());
    }
}

/// Everything that was found.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Something that keeps a work from being printed.
    pub fn error(&mut self, span: &Span, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Error, span, message.into())
    }

    /// Something that somebody should look at.
    pub fn warning(&mut self, span: &Span, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Warning, span, message.into())
    }

    fn add(&mut self, severity: Severity, span: &Span, message: String) -> &mut Diagnostic {
        let at = self.0.len();
        self.0.push(Diagnostic {
            severity,
            span: span.clone(),
            message,
            hint: None,
        });
        &mut self.0[at]
    }

    /// All findings, in the order of discovery.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Takes over the findings of another list.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many findings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether anything keeps a work from being printed.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    /// How many errors there are in a file.
    #[must_use]
    pub fn errors_in(&self, file: FileId) -> usize {
        let here = |d: &&Diagnostic| d.span.file == file && d.severity == Severity::Error;
        self.0.iter().filter(here).count()
    }

    /// All findings as people read them: file, line, column, the offending text, a hint.
    #[must_use]
    pub fn render(&self, sources: &Sources, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let mut out = String::new();
        for found in &self.0 {
            let level = match found.severity {
                Severity::Error => Level::ERROR,
                Severity::Warning => Level::WARNING,
            };
            let text = sources.text(found.span.file);
            let path = sources.path(found.span.file).display().to_string();
            let range = clamp(&found.span.range, text);
            let mut group = level.primary_title(&*found.message).element(
                Snippet::source(text)
                    .path(&*path)
                    .annotation(AnnotationKind::Primary.span(range)),
            );
            if let Some(hint) = &found.hint {
                group = group.element(Level::HELP.message(&**hint));
            }
            out.push_str(&renderer.render(&[group]));
            out.push_str("\n\n");
        }
        out
    }
}

/// A range that lies in the text, on letter borders, whatever it was.
fn clamp(range: &Range<usize>, text: &str) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(range.start);
    start..floor(range.end).max(start)
}
