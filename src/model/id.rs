//! Names that links and progress rely on: checked once, cheap to clone, never mixed up.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A name of a thing of kind `K`: 1 to 40 small letters, digits and hyphens, a letter first.
///
/// It is part of an address (`#tra-loi`), so it must stay when the words around it change.
pub struct Id<K>(Arc<str>, PhantomData<K>);

/// Why a name cannot be an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadId {
    /// Nothing was written.
    Empty,
    /// More than 40 letters.
    TooLong,
    /// It does not begin with a small letter a–z.
    Start,
    /// A character that is no small letter a–z, digit or hyphen.
    Character(char),
}

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an id cannot be empty"),
            Self::TooLong => f.write_str("an id has at most 40 letters"),
            Self::Start => f.write_str("an id begins with a small letter a–z"),
            Self::Character(c) => write!(
                f,
                "“{c}” cannot stand in an id: use small letters a–z, digits and hyphens"
            ),
        }
    }
}

impl std::error::Error for BadId {}

const LONGEST: usize = 40;

impl<K> FromStr for Id<K> {
    type Err = BadId;

    fn from_str(name: &str) -> Result<Self, BadId> {
        let first = name.chars().next().ok_or(BadId::Empty)?;
        if let Some(c) = name
            .chars()
            .find(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-'))
        {
            return Err(BadId::Character(c));
        }
        if !first.is_ascii_lowercase() {
            return Err(BadId::Start);
        }
        if name.len() > LONGEST {
            return Err(BadId::TooLong);
        }
        Ok(Self(name.into(), PhantomData))
    }
}

impl<K> Id<K> {
    /// The name itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of this thing on its page: `#` and the name.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{}", self.0)
    }
}

// By hand, since a derive would ask the same of the marker K.
impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> std::hash::Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}
impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident = $kind:ident;)*) => {$(
        #[doc(hidden)]
        #[derive(Debug)]
        pub enum $kind {}
        $(#[$doc])*
        pub type $id = Id<$kind>;
    )*};
}

ids! {
    /// A work: the name of its folder and of its page.
    WorkId = WorkKind;
    /// A shelf: the folder that holds works.
    ShelfId = ShelfKind;
    /// A panel within a work.
    PanelId = PanelKind;
    /// A passage within a scenario.
    PassageId = PassageKind;
    /// A choice within a passage.
    ChoiceId = ChoiceKind;
    /// A thing that happened earlier in a scenario and matters later.
    Flag = FlagKind;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(name: &str) -> Result<PanelId, BadId> {
        name.parse()
    }

    #[test]
    fn an_id_is_small_letters_digits_and_hyphens() {
        assert_eq!(
            panel("tra-loi-2").map(|id| id.href()),
            Ok("#tra-loi-2".into())
        );
    }

    #[test]
    fn a_diacritic_a_capital_and_a_path_are_named_in_the_refusal() {
        assert_eq!(panel("trả"), Err(BadId::Character('ả')));
        assert_eq!(panel("A"), Err(BadId::Character('A')));
        assert_eq!(panel("../x"), Err(BadId::Character('.')));
    }

    #[test]
    fn an_id_has_a_beginning_and_an_end() {
        assert_eq!(panel(""), Err(BadId::Empty));
        assert_eq!(panel("4p"), Err(BadId::Start));
        assert_eq!(panel(&"a".repeat(41)), Err(BadId::TooLong));
    }
}
