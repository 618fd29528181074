//! A plan in an address: short enough for a code to scan, readable, and the same in every version to come.
//!
//! `1!35!9-11!scam,games!L_E1_BB_ABa!w2~bkim-cuong.2~r…`: the version, the minutes, the ages, the topics, the title, the
//! steps. A step is a letter, what belongs to it, a full stop, its minutes.

use vac_xin_so::model::Topic;

use crate::plan::{Plan, Step, What};

/// The version that is written.
const VERSION: &str = "1";

/// The longest plan that is read: a link that somebody made up must not fill the page.
const MOST_STEPS: usize = 60;

/// A word in letters and digits: other bytes are `_` and two digits. No app that passes links on changes any of them.
fn encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    text.bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("_{byte:02X}")
            }
        })
        .collect()
}

/// The text in which a sign and two digits stand for a byte.
fn decode(text: &str, sign: u8) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == sign {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Writes a plan.
#[must_use]
pub fn write(plan: &Plan) -> String {
    let step = |step: &Step| {
        let (letter, rest) = match &step.what {
            What::Welcome => ('w', String::new()),
            What::Before(id) => ('b', id.to_string()),
            What::Read(id) => ('r', id.to_string()),
            What::Talk(id) => ('t', id.to_string()),
            What::After(id) => ('a', id.to_string()),
            What::Own(text) => ('o', encode(text)),
            What::Stretch => ('s', String::new()),
            What::Close => ('c', String::new()),
        };
        format!("{letter}{rest}.{}", step.minutes)
    };
    let topics: Vec<&str> = plan.topics.iter().map(|topic| topic.name()).collect();
    let steps: Vec<String> = plan.steps.iter().map(step).collect();
    [
        VERSION,
        &plan.minutes.to_string(),
        &format!("{}-{}", plan.ages.0, plan.ages.1),
        &topics.join(","),
        &encode(&plan.title),
        &steps.join("~"),
    ]
    .join("!")
}

/// Reads a plan; nothing if this is none, or one of a version to come.
#[must_use]
pub fn read(text: &str) -> Option<Plan> {
    // Some apps that pass links on write the signs between the words in their own way.
    let text = decode(text, b'%')?;
    let [version, minutes, ages, topics, title, steps] =
        <[&str; 6]>::try_from(text.split('!').collect::<Vec<_>>()).ok()?;
    let (from, to) = ages.split_once('-')?;
    if version != VERSION {
        return None;
    }
    let topic = |name: &str| {
        Topic::ALL
            .iter()
            .find(|topic| topic.name() == name)
            .copied()
    };
    let step = |text: &str| {
        let (what, minutes) = text.rsplit_once('.')?;
        let letter = what.chars().next()?;
        let rest = &what[letter.len_utf8()..];
        let what = match letter {
            'w' => What::Welcome,
            'b' => What::Before(rest.parse().ok()?),
            'r' => What::Read(rest.parse().ok()?),
            't' => What::Talk(rest.parse().ok()?),
            'a' => What::After(rest.parse().ok()?),
            'o' => What::Own(decode(rest, b'_')?),
            's' => What::Stretch,
            'c' => What::Close,
            _ => return None,
        };
        Some(Step {
            what,
            minutes: minutes.parse::<u16>().ok()?.min(240),
        })
    };
    let steps: Vec<&str> = steps.split('~').filter(|step| !step.is_empty()).collect();
    if steps.len() > MOST_STEPS {
        return None;
    }
    Some(Plan {
        title: decode(title, b'_')?,
        ages: (from.parse().ok()?, to.parse().ok()?),
        minutes: minutes.parse::<u16>().ok()?.min(240),
        topics: topics.split(',').filter_map(topic).collect(),
        steps: steps.into_iter().map(step).collect::<Option<_>>()?,
    })
}
