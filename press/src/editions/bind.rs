//! Zip files, and pictures bound as CBZ.

use std::io::{Cursor, Write as _};

use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Book;
use super::page::Page;
use super::pdf::Bindery;
use crate::letter::escape;

/// A file in a zip: its name, what is in it, and whether packing makes it smaller.
pub(super) type Entry<'a> = (String, &'a [u8], bool);

/// Packs files in their order. Their days are all the same, so the same files give the same bytes.
pub(super) fn zip(files: &[Entry<'_>]) -> Result<Vec<u8>, String> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes, packed) in files {
        let method = if *packed {
            CompressionMethod::Deflated
        } else {
            CompressionMethod::Stored
        };
        let options = SimpleFileOptions::default().compression_method(method);
        out.start_file(name.as_str(), options)
            .map_err(|why| why.to_string())?;
        out.write_all(bytes).map_err(|why| why.to_string())?;
    }
    Ok(out.finish().map_err(|why| why.to_string())?.into_inner())
}

/// The width of a picture, in pixels.
const WIDTH: u32 = 1000;

/// Screens as pictures, in their order, with what readers' apps show of a book.
pub(super) fn cbz(book: &Book<'_>, screens: &[Page], bindery: &Bindery) -> Result<Vec<u8>, String> {
    let pictures: Result<Vec<Vec<u8>>, String> = screens
        .par_iter()
        .map(|screen| bindery.picture(book, screen, WIDTH))
        .collect();
    let pictures = pictures?;
    let info = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<ComicInfo><Title>{}</Title><Summary>{}</Summary><Publisher>{}</Publisher><LanguageISO>{}</LanguageISO><PageCount>{}</PageCount></ComicInfo>\n",
        escape(book.title),
        escape(book.summary),
        escape(book.words().site()),
        book.lang.tag(),
        pictures.len()
    );
    let mut files: Vec<Entry<'_>> = vec![("ComicInfo.xml".into(), info.as_bytes(), true)];
    files.extend(
        pictures
            .iter()
            .enumerate()
            .map(|(i, picture)| (format!("{:03}.png", i + 1), picture.as_slice(), false)),
    );
    zip(&files)
}
