//! Pictures as PNG, for link previews and icons.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::letter::Face;

/// Draws an SVG file, `width` pixels wide, with our own faces only.
///
/// # Errors
/// A sentence that says why the file cannot be drawn.
pub fn png(svg: &str, width: u32, faces: &[&Face]) -> Result<Vec<u8>, String> {
    let mut fonts = fontdb::Database::new();
    for face in faces {
        fonts.load_font_data(face.bytes().to_vec());
    }
    let options = Options {
        fontdb: Arc::new(fonts),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|why| why.to_string())?;
    let size = tree.size();
    #[expect(clippy::cast_precision_loss, reason = "a picture's width")]
    let scale = width as f32 / size.width();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a picture's height"
    )]
    let height = (size.height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height).ok_or("no such size")?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(|why| why.to_string())
}
