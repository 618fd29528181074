//! Finding a work: by words without their marks, by age, by topic.

use crate::model::{Ages, Card, Lang, Topic};

/// A group of ages that a shelf may be narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// 6 to 8.
    Small,
    /// 9 to 11.
    Middle,
    /// 12 to 15.
    Teens,
}

impl Group {
    /// All of them, the youngest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Middle, Self::Teens];

    /// Youngest and oldest, both included.
    #[must_use]
    pub const fn ages(self) -> (u8, u8) {
        match self {
            Self::Small => (6, 8),
            Self::Middle => (9, 11),
            Self::Teens => (12, 15),
        }
    }

    /// The one shelf on which a work of these ages stands: that of their middle.
    #[must_use]
    pub const fn of(ages: Ages) -> Self {
        match ages.min + ages.max {
            0..=17 => Self::Small,
            18..=22 => Self::Middle,
            23.. => Self::Teens,
        }
    }
}

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Words, as typed.
    pub words: String,
    /// For whom.
    pub group: Option<Group>,
    /// About what.
    pub topic: Option<Topic>,
    /// In a few minutes.
    pub quick: bool,
}

/// So many minutes are a few.
const QUICK: u8 = 5;

impl Wish {
    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.group.is_none() && self.topic.is_none() && !self.quick
    }
}

/// A letter without its marks, small: “Ữ” is found by “u”. Marks that stand by themselves are nothing, and
/// what is neither a letter of our languages nor a digit is a space. (The tables of all the world's letters
/// would weigh more than the rest of the search.)
fn plain(letter: char) -> Option<char> {
    const BASES: &[(char, &str)] = &[
        ('a', "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"),
        ('e', "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"),
        ('i', "ìíỉĩịÌÍỈĨỊ"),
        ('o', "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"),
        ('u', "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"),
        ('y', "ỳýỷỹỵỲÝỶỸỴ"),
        ('d', "đĐ"),
    ];
    if ('\u{300}'..='\u{36f}').contains(&letter) {
        return None;
    }
    if letter.is_ascii() {
        let small = letter.to_ascii_lowercase();
        return Some(if small.is_ascii_alphanumeric() {
            small
        } else {
            ' '
        });
    }
    let base = BASES.iter().find(|(_, marked)| marked.contains(letter));
    Some(base.map_or(' ', |(base, _)| *base))
}

/// A text without marks, small, its words apart by one space.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter_map(plain) {
        if letter != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(letter);
        }
    }
    out
}

/// The cards of a library, made ready to be searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index(Vec<Folded>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Folded {
    title: String,
    rest: String,
}

impl Index {
    /// Makes the cards ready. `names` gives a topic's name in a language.
    #[must_use]
    pub fn new(cards: &[Card], names: &dyn Fn(Topic, Lang) -> &'static str) -> Self {
        let folded = cards.iter().map(|card| {
            let title = Lang::ALL.map(|lang| card.title.in_(lang)).join(" ");
            let mut rest = Lang::ALL.map(|lang| card.summary.in_(lang)).join(" ");
            for topic in card.topics.iter() {
                for lang in Lang::ALL {
                    rest.push(' ');
                    rest.push_str(names(*topic, lang));
                }
            }
            Folded {
                title: format!(" {}", fold(&title)),
                rest: format!(" {}", fold(&rest)),
            }
        });
        Self(folded.collect())
    }

    /// The cards that answer a wish, by their places in the library; the best first.
    #[must_use]
    pub fn find(&self, cards: &[Card], wish: &Wish) -> Vec<usize> {
        let folded = fold(&wish.words);
        let words: Vec<String> = folded
            .split_whitespace()
            .map(|word| format!(" {word}"))
            .collect();
        // One list a rank: they are few, and sorting would weigh more than the whole search.
        let mut ranks: Vec<Vec<usize>> = vec![Vec::new(); words.len() + 1];
        for (i, (card, own)) in cards.iter().zip(&self.0).enumerate() {
            if fits(card, wish)
                && let Some(rank) = rank(own, &words)
            {
                ranks[rank].push(i);
            }
        }
        ranks.concat()
    }
}

fn fits(card: &Card, wish: &Wish) -> bool {
    let group = wish.group.is_none_or(|group| {
        let (min, max) = group.ages();
        card.ages.min <= max && min <= card.ages.max
    });
    let quick = !wish.quick || card.minutes <= QUICK;
    group && quick && wish.topic.is_none_or(|topic| card.topics.contains(&topic))
}

/// How well a card answers: 0 is best. Every word must begin a word of it.
fn rank(own: &Folded, words: &[String]) -> Option<usize> {
    let mut missed = 0;
    for word in words {
        if own.title.contains(word.as_str()) {
            continue;
        }
        if !own.rest.contains(word.as_str()) {
            return None;
        }
        missed += 1;
    }
    Some(missed)
}
