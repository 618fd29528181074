//! The lettering face: the very woff2 file that browsers get, measured.
#![expect(clippy::disallowed_methods, reason = "this is where files are read")]

use std::path::Path;

use rustybuzz::UnicodeBuffer;

/// A face that can measure words.
pub struct Face {
    file: Vec<u8>,
    units: f64,
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Face")
            .field("bytes", &self.file.len())
            .finish_non_exhaustive()
    }
}

/// Why a face cannot be used.
#[derive(Debug)]
pub enum NoFace {
    /// The file cannot be read.
    Unread(std::io::Error),
    /// It is no woff2 font that we understand.
    Unknown(String),
}

impl std::fmt::Display for NoFace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unread(why) => write!(f, "the font cannot be read: {why}"),
            Self::Unknown(why) => write!(f, "this is no font that press understands: {why}"),
        }
    }
}

impl std::error::Error for NoFace {}

impl Face {
    /// Opens a woff2 file.
    ///
    /// # Errors
    /// [`NoFace`] when it is missing or no font.
    pub fn open(file: &Path) -> Result<Self, NoFace> {
        let packed = std::fs::read(file).map_err(NoFace::Unread)?;
        let file =
            wuff::decompress_woff2(&packed).map_err(|why| NoFace::Unknown(format!("{why:?}")))?;
        let face = rustybuzz::Face::from_slice(&file, 0)
            .ok_or_else(|| NoFace::Unknown("no outlines".to_owned()))?;
        let units = f64::from(face.units_per_em());
        Ok(Self { file, units })
    }

    /// The font itself, unpacked, for those who draw with it.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.file
    }

    /// The width of a run of text at size 1, with kerning.
    ///
    /// # Errors
    /// The first character that the face does not have.
    pub fn measure(&self, text: &str) -> Result<f64, char> {
        let Some(face) = rustybuzz::Face::from_slice(&self.file, 0) else {
            return Ok(0.0);
        };
        if let Some(missing) = text.chars().find(|&c| face.glyph_index(c).is_none()) {
            return Err(missing);
        }
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        let shaped = rustybuzz::shape(&face, &[], buffer);
        let width: i32 = shaped.glyph_positions().iter().map(|p| p.x_advance).sum();
        Ok(f64::from(width) / self.units)
    }
}
