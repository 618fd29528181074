//! Line breaking: every sensible way to stack a text, each as even as it can be.

use super::font::Face;

/// From one baseline to the next, in ems: Vietnamese stacks two marks on a vowel.
pub(super) const LEADING: f64 = 1.2;

/// The most lines that a balloon stacks.
const MOST_LINES: usize = 7;

/// A text broken into lines.
#[derive(Clone, Debug)]
pub struct Block {
    /// The lines and their widths in panel units.
    pub lines: Vec<(String, f64)>,
    /// The size of the letters in panel units.
    pub size: f64,
    /// How uneven the lines are: 0 is perfect.
    pub ragged: f64,
}

/// A letter that the face does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing(pub char);

impl Block {
    /// The widest line.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|(_, w)| *w).fold(0.0, f64::max)
    }

    /// From the top of the first line to the bottom of the last.
    #[must_use]
    pub fn height(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let lines = self.lines.len() as f64;
        lines * self.size * LEADING
    }
}

/// Breaks a text into 1, 2, 3 … lines: for each number of lines the most even way.
///
/// Vietnamese breaks between syllables, so between words as they are written: never within.
///
/// # Errors
/// [`Missing`]: the face lacks a letter.
pub(super) fn blocks(text: &str, face: &Face, size: f64) -> Result<Vec<Block>, Missing> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let measure = |from: usize, to: usize| {
        let line = words[from..to].join(" ");
        face.measure(&line).map(|width| (line, width * size))
    };
    // widths[i][j]: the line of the words i..j.
    let mut widths = vec![vec![0.0; words.len() + 1]; words.len()];
    let mut texts = vec![vec![String::new(); words.len() + 1]; words.len()];
    for from in 0..words.len() {
        for to in from + 1..=words.len() {
            let (line, width) = measure(from, to).map_err(Missing)?;
            widths[from][to] = width;
            texts[from][to] = line;
        }
    }
    let whole = widths[0][words.len()];
    let mut found = Vec::new();
    for count in 1..=words.len().min(MOST_LINES) {
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let ideal = whole / count as f64;
        let (cuts, cost) = even(&widths, count, ideal);
        let lines: Vec<(String, f64)> = cuts
            .windows(2)
            .map(|cut| (texts[cut[0]][cut[1]].clone(), widths[cut[0]][cut[1]]))
            .collect();
        found.push(Block {
            lines,
            size,
            ragged: cost.sqrt() / ideal.max(1.0) + widow(&widths, &cuts, ideal),
        });
    }
    Ok(found)
}

/// A last line much shorter than the others looks like a mistake (“à?” alone).
fn widow(widths: &[Vec<f64>], cuts: &[usize], ideal: f64) -> f64 {
    let [.., from, to] = cuts else { return 0.0 };
    if cuts.len() > 2 && widths[*from][*to] < ideal * 0.45 {
        0.8
    } else {
        0.0
    }
}

/// The cuts into `count` lines with the least squared distance from the ideal width.
fn even(widths: &[Vec<f64>], count: usize, ideal: f64) -> (Vec<usize>, f64) {
    let n = widths.len();
    // best[k][j]: least cost of the words 0..j in k lines, and where the last line begins.
    let mut best = vec![vec![(f64::INFINITY, 0usize); n + 1]; count + 1];
    best[0][0] = (0.0, 0);
    for k in 1..=count {
        for j in k..=n {
            for i in k - 1..j {
                let (before, _) = best[k - 1][i];
                // Outer lines may be shorter: a balloon is round.
                let outer = count > 2 && (k == 1 || k == count);
                let aim = if outer { ideal * 0.86 } else { ideal };
                let off = widths[i][j] - aim;
                let cost = before + off * off;
                if cost < best[k][j].0 {
                    best[k][j] = (cost, i);
                }
            }
        }
    }
    let mut cuts = vec![n];
    let mut at = n;
    for k in (1..=count).rev() {
        at = best[k][at].1;
        cuts.push(at);
    }
    cuts.reverse();
    (cuts, best[count][n].0)
}
