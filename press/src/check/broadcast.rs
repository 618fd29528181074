//! What is read out to spread a work: texts for loudspeakers must fit their time in every language.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use vac_xin_so::model::{Lang, Text};

use super::Rules;
use crate::load::{Draft, DraftText};

/// What is read out, and printed in newspapers, to spread a work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Broadcast {
    /// Half a minute for a loudspeaker.
    pub short: Text,
    /// A minute for a loudspeaker.
    pub long: Text,
    /// A paragraph for a newspaper or a school's page.
    pub press: Text,
}

/// Syllables of Vietnamese that an announcer reads in a second, without haste: our own measure.
const SYLLABLES: f64 = 3.05;

/// Words of English that an announcer reads in a second.
const WORDS: f64 = 2.35;

/// How long the two texts for loudspeakers may take, in seconds.
const SHORT: RangeInclusive<u32> = 22..=31;
const LONG: RangeInclusive<u32> = 50..=63;

/// The most words of a paragraph for a newspaper.
const PARAGRAPH: usize = 120;

/// How long a text takes to read out, in seconds: the pace of an announcer who is heard in a street.
#[must_use]
pub fn seconds(text: &str, lang: Lang) -> u32 {
    let count = u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX);
    let pace = match lang {
        Lang::Vi => SYLLABLES,
        Lang::En => WORDS,
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seconds of a text"
    )]
    let seconds = (f64::from(count) / pace).ceil() as u32;
    seconds
}

/// The texts of a work, if it has any: then all three.
pub(super) fn broadcast(draft: &Draft, rules: &mut Rules<'_>) -> Option<Broadcast> {
    let own = draft.broadcast.as_ref()?;
    let mut text =
        |text: Option<&DraftText>, key: &str, hint: &str| rules.needed(text, &own.span, key, hint);
    let short = text(
        own.short.as_ref(),
        "short",
        "in [broadcast]: short = { vi = \"…\", en = \"…\" }, half a minute for a loudspeaker",
    );
    let long = text(
        own.long.as_ref(),
        "long",
        "in [broadcast]: long = { vi = \"…\", en = \"…\" }, a minute for a loudspeaker",
    );
    let press = text(
        own.press.as_ref(),
        "press",
        "in [broadcast]: press = { vi = \"…\", en = \"…\" }, a paragraph for a newspaper",
    );
    for (text, fits) in [(&own.short, SHORT), (&own.long, LONG)] {
        for (text, lang) in languages(text.as_ref()) {
            let takes = seconds(text, lang);
            if !fits.contains(&takes) {
                let (least, most) = fits.clone().into_inner();
                rules
                    .found
                    .error(&text.span, format!("read out, this takes {takes} seconds"))
                    .hint(format!(
                        "{least} to {most} seconds are heard to the end; count with a clock"
                    ));
            }
        }
    }
    for (text, _) in languages(own.press.as_ref()) {
        let count = text.split_whitespace().count();
        if count > PARAGRAPH {
            rules
                .found
                .error(&text.span, format!("this paragraph has {count} words"))
                .hint(format!("an editor cuts what has more than {PARAGRAPH}"));
        }
    }
    Some(Broadcast {
        short: short?,
        long: long?,
        press: press?,
    })
}

fn languages(text: Option<&DraftText>) -> Vec<(&crate::diagnostic::At<String>, Lang)> {
    let Some(text) = text else { return Vec::new() };
    let both = [(text.vi.as_ref(), Lang::Vi), (text.en.as_ref(), Lang::En)];
    both.into_iter()
        .filter_map(|(text, lang)| Some((text?, lang)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ninety_syllables_are_half_a_minute() {
        assert_eq!(seconds(&"là ".repeat(90), Lang::Vi), 30);
        assert_eq!(seconds(&"word ".repeat(70), Lang::En), 30);
        assert_eq!(seconds("", Lang::En), 0);
    }
}
