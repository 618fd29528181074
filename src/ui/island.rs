//! The island: what the app knows of its page, as text in the page.
//!
//! One line a value, in the order of the fields: a word of text, a number, the length of a list, the number
//! of a variant. Page and app are always of one version, so no names are needed; without them the browser
//! carries a third of the code that JSON would cost it, and the words compress with those of the page.

use std::fmt::{self, Write as _};

use serde::de::value::U32Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, EnumAccess, IntoDeserializer as _};
use serde::de::{MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::ser::{Impossible, SerializeSeq, SerializeStruct, SerializeStructVariant};
use serde::{Deserializer, Serialize, Serializer, forward_to_deserialize_any};

/// A value that is of no use here; what exactly is odd is never told to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Odd;

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this island is of another shore")
    }
}

impl std::error::Error for Odd {}

impl serde::de::Error for Odd {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl serde::ser::Error for Odd {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Writes a value.
///
/// # Errors
/// [`Odd`] for what an island cannot hold: bytes, numbers with a fraction, lists of unknown length.
pub fn write<T: Serialize>(value: &T) -> Result<String, Odd> {
    let mut out = Writer(String::new());
    value.serialize(&mut out)?;
    Ok(out.0)
}

/// Reads a value; `None` if the text is not all of one.
#[must_use]
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut lines = Reader(text.split('\n'));
    let value = T::deserialize(&mut lines).ok()?;
    // Every line ends with a line end, so one empty line is left.
    (lines.0.next() == Some("") && lines.0.next().is_none()).then_some(value)
}

struct Writer(String);

impl Writer {
    fn line(&mut self, value: impl fmt::Display) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{value}");
    }

    fn list(&mut self, length: Option<usize>) -> Result<&mut Self, Odd> {
        self.line(length.ok_or(Odd)?);
        Ok(self)
    }
}

type Never = Impossible<(), Odd>;

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Odd;
    type SerializeSeq = &'a mut Writer;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = &'a mut Writer;
    type SerializeStruct = &'a mut Writer;
    type SerializeStructVariant = &'a mut Writer;

    fn serialize_bool(self, v: bool) -> Result<(), Odd> {
        self.line(u8::from(v));
        Ok(())
    }
    fn serialize_i8(self, v: i8) -> Result<(), Odd> {
        self.serialize_i64(v.into())
    }
    fn serialize_i16(self, v: i16) -> Result<(), Odd> {
        self.serialize_i64(v.into())
    }
    fn serialize_i32(self, v: i32) -> Result<(), Odd> {
        self.serialize_i64(v.into())
    }
    fn serialize_i64(self, v: i64) -> Result<(), Odd> {
        self.line(v);
        Ok(())
    }
    fn serialize_u8(self, v: u8) -> Result<(), Odd> {
        self.serialize_u64(v.into())
    }
    fn serialize_u16(self, v: u16) -> Result<(), Odd> {
        self.serialize_u64(v.into())
    }
    fn serialize_u32(self, v: u32) -> Result<(), Odd> {
        self.serialize_u64(v.into())
    }
    fn serialize_u64(self, v: u64) -> Result<(), Odd> {
        self.line(v);
        Ok(())
    }
    fn serialize_f32(self, _: f32) -> Result<(), Odd> {
        Err(Odd)
    }
    fn serialize_f64(self, _: f64) -> Result<(), Odd> {
        Err(Odd)
    }
    fn serialize_char(self, v: char) -> Result<(), Odd> {
        self.serialize_str(v.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, v: &str) -> Result<(), Odd> {
        // `</script>` in a text would end the island, a line end the value.
        self.line(
            v.replace('\\', "\\\\")
                .replace('\n', "\\n")
                .replace('<', "\\l"),
        );
        Ok(())
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Odd> {
        Err(Odd)
    }
    fn serialize_none(self) -> Result<(), Odd> {
        self.serialize_bool(false)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Odd> {
        self.line(1);
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Odd> {
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Odd> {
        Ok(())
    }
    fn serialize_unit_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
    ) -> Result<(), Odd> {
        self.serialize_u32(index)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Odd> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Odd> {
        self.line(index);
        value.serialize(self)
    }
    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Odd> {
        self.list(length)
    }
    fn serialize_tuple(self, _: usize) -> Result<Never, Odd> {
        Err(Odd)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Odd> {
        Err(Odd)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Odd> {
        Err(Odd)
    }
    fn serialize_map(self, length: Option<usize>) -> Result<Self, Odd> {
        self.list(length)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Odd> {
        Ok(self)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Odd> {
        self.line(index);
        Ok(self)
    }
}

/// Lists and structs are their values, one after the other.
macro_rules! one_after_the_other {
    ($($of:ident, $method:ident $(, $name:ident)?;)*) => {$(
        impl $of for &mut Writer {
            type Ok = ();
            type Error = Odd;
            fn $method<T: Serialize + ?Sized>(
                &mut self,
                $($name: &'static str,)?
                value: &T,
            ) -> Result<(), Odd> {
                value.serialize(&mut **self)
            }
            fn end(self) -> Result<(), Odd> {
                Ok(())
            }
        }
    )*};
}

one_after_the_other! {
    SerializeSeq, serialize_element;
    SerializeStruct, serialize_field, _name;
    SerializeStructVariant, serialize_field, _name;
}

impl serde::ser::SerializeMap for &mut Writer {
    type Ok = ();
    type Error = Odd;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Odd> {
        key.serialize(&mut **self)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Odd> {
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), Odd> {
        Ok(())
    }
}

struct Reader<'t>(std::str::Split<'t, char>);

impl<'t> Reader<'t> {
    fn line(&mut self) -> Result<&'t str, Odd> {
        self.0.next().ok_or(Odd)
    }

    fn number(&mut self) -> Result<u64, Odd> {
        self.line()?.parse().map_err(|_| Odd)
    }

    fn length(&mut self) -> Result<usize, Odd> {
        usize::try_from(self.number()?).map_err(|_| Odd)
    }

    fn text(&mut self) -> Result<String, Odd> {
        let line = self.line()?;
        let mut out = String::with_capacity(line.len());
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            out.push(match letter {
                '\\' => match letters.next() {
                    Some('n') => '\n',
                    Some('l') => '<',
                    Some('\\') => '\\',
                    Some(_) | None => return Err(Odd),
                },
                plain => plain,
            });
        }
        Ok(out)
    }
}

/// Every unsigned number is a line of digits; its visitor refuses what is too large.
macro_rules! unsigned {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
            visitor.visit_u64(self.number()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        let yes = self.number()? == 1;
        visitor.visit_bool(yes)
    }
    unsigned!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        visitor.visit_string(self.text()?)
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        self.deserialize_string(visitor)
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        match self.number()? {
            0 => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Odd> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        let left = self.length()?;
        visitor.visit_seq(Following { of: self, left })
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Odd> {
        let left = self.length()?;
        visitor.visit_map(Following { of: self, left })
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Odd> {
        let left = fields.len();
        visitor.visit_seq(Following { of: self, left })
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Odd> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

/// So many values that follow.
struct Following<'r, 't> {
    of: &'r mut Reader<'t>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Following<'_, '_> {
    type Error = Odd;
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Odd> {
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        seed.deserialize(&mut *self.of).map(Some)
    }
}

impl<'de> MapAccess<'de> for Following<'_, '_> {
    type Error = Odd;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Odd> {
        self.next_element_seed(seed)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Odd> {
        seed.deserialize(&mut *self.of)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'_> {
    type Error = Odd;
    type Variant = Self;
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Odd> {
        let index = u32::try_from(self.number()?).map_err(|_| Odd)?;
        let which: U32Deserializer<Odd> = index.into_deserializer();
        Ok((seed.deserialize(which)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'_> {
    type Error = Odd;
    fn unit_variant(self) -> Result<(), Odd> {
        Ok(())
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Odd> {
        seed.deserialize(self)
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Odd> {
        Err(Odd)
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Odd> {
        let left = fields.len();
        visitor.visit_seq(Following { of: self, left })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Way {
        Here,
        To(String),
        Both { left: u8, right: Option<bool> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct All {
        words: Vec<String>,
        ways: Vec<Way>,
        by: BTreeMap<String, u32>,
        maybe: Option<Box<All>>,
    }

    fn all() -> All {
        let inner = All {
            words: vec![],
            ways: vec![Way::Both {
                left: 7,
                right: None,
            }],
            by: BTreeMap::new(),
            maybe: None,
        };
        All {
            words: vec!["Ngượng\nnghịu </script> \\l".into(), String::new()],
            ways: vec![
                Way::Here,
                Way::To("p3".into()),
                Way::Both {
                    left: 0,
                    right: Some(true),
                },
            ],
            by: BTreeMap::from([("a".into(), 4_000_000_000)]),
            maybe: Some(Box::new(inner)),
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_never_ends_the_island() {
        let text = write(&all()).unwrap_or_default();
        assert!(!text.contains('<'));
        assert_eq!(read::<All>(&text), Some(all()));
    }

    #[test]
    fn an_island_with_a_line_too_few_or_too_many_is_none() {
        let text = write(&all()).unwrap_or_default();
        assert_eq!(read::<All>(&format!("{text}1\n")), None);
        let lines: Vec<&str> = text.lines().collect();
        for cut in 0..lines.len() {
            assert_eq!(read::<All>(&format!("{}\n", lines[..cut].join("\n"))), None);
        }
        assert_eq!(read::<All>("{\"words\":[]}"), None);
    }
}
