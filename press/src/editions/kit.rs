//! What spreads a work: a poster with a code to scan, four panels for a chat, texts to read out.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use vac_xin_so::model::PanelId;

use crate::check::{Broadcast, seconds};

use super::Book;
use super::bind::{Entry, zip};
use super::page::Page;
use super::pdf::{A4, Bindery};
use super::set::{INK, JADE, Setter, Style, TILE};
use crate::manifest::{Kind, name};

/// The cover as a picture of its own, without words.
pub(super) fn cover_svg(book: &Book<'_>) -> String {
    let (markup, height) = book
        .drawn
        .get(book.cover)
        .map_or(("", 1000.0), |drawn| (drawn.bare.as_str(), drawn.height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 {height}\" width=\"1000\" height=\"{height}\">{markup}</svg>"
    )
}

/// A code to scan, its left, top and width: dark modules on white.
fn code(address: &str, (x, y): (f64, f64), width: f64) -> String {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else {
        return String::new();
    };
    let size = code.size();
    let mut dark = String::new();
    for row in 0..size {
        for column in 0..size {
            if code.get_module(column, row) {
                let _ = write!(dark, "M{column} {row}h1v1h-1z");
            }
        }
    }
    format!(
        "<svg x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{width:.1}\" viewBox=\"-3 -3 {0} {0}\"><rect x=\"-3\" y=\"-3\" width=\"{0}\" height=\"{0}\" rx=\"2\" fill=\"#fff\"/><path d=\"{dark}\" fill=\"#000\" shape-rendering=\"crispEdges\"/></svg>",
        size + 6
    )
}

/// The poster, in points of A4; on A3 it is the same, larger.
fn poster(book: &Book<'_>, setter: &Setter<'_>) -> Page {
    let words = book.words();
    let (width, height) = A4;
    let mut page = Page::new(A4);
    let inner = width - 72.0;
    page.ground.push_str(&format!(
        "<rect width=\"{width}\" height=\"{height}\" fill=\"#ffc94f\"/><path d=\"M0 0h{width}v118q-297 62-{width} 0z\" fill=\"#237067\"/><rect x=\"24\" y=\"{:.0}\" width=\"{:.0}\" height=\"158\" rx=\"22\" fill=\"#fff6e5\" stroke=\"{INK}\" stroke-width=\"3\"/>",
        height - 184.0,
        width - 48.0
    ));
    let out = &mut page.front;
    setter.put(
        out,
        words.site(),
        Style::display(19.0).coloured("#fff").centred(),
        (36.0, 26.0),
        inner,
    );
    setter.put(
        out,
        words.tagline(),
        Style::text(12.5).coloured("#fff").centred(),
        (36.0, 54.0),
        inner,
    );
    let title = if book.title.chars().count() > 26 {
        34.0
    } else {
        46.0
    };
    let mut y = setter.put(
        out,
        book.title,
        Style::display(title).centred(),
        (36.0, 146.0),
        inner,
    ) + 8.0;
    let high = book
        .drawn
        .get(book.cover)
        .map_or(1000.0, |drawn| drawn.height);
    let under = setter.height(book.summary, Style::text(15.0), inner - 30.0);
    let room = height - 184.0 - y - under - 34.0;
    let wide = (width - 96.0).min(room * 1000.0 / high);
    page.panels
        .push((book.cover.clone(), [(width - wide) / 2.0, y, wide]));
    y += wide * high / 1000.0 + 12.0;
    let out = &mut page.front;
    setter.put(
        out,
        book.summary,
        Style::text(15.0).centred(),
        (51.0, y),
        inner - 30.0,
    );
    let top = height - 176.0;
    out.push_str(&code(&book.address, (width - 172.0, top + 8.0), 124.0));
    setter.put(
        out,
        words.kit_scan(),
        Style::text(9.5).centred(),
        (width - 184.0, top + 132.0),
        148.0,
    );
    setter.put(
        out,
        "111",
        Style::display(72.0).coloured(TILE),
        (52.0, top + 2.0),
        140.0,
    );
    setter.put(
        out,
        words.help_call_more(),
        Style::text(11.0),
        (52.0, top + 90.0),
        140.0,
    );
    let mut y = top + 14.0;
    for line in [words.help_stop(), words.help_tell(), words.help_kind()] {
        y = setter.put(out, line, Style::text(11.5), (210.0, y), width - 400.0) + 5.0;
    }
    page.words = format!("{}. {}", book.title, book.summary);
    page
}

/// The four panels of a strip: how it begins, and how it goes on, but not how it ends.
fn four(book: &Book<'_>) -> Vec<PanelId> {
    let all: Vec<&PanelId> = book.panels.iter().map(|panel| &panel.id).collect();
    let shown = if all.len() > 6 {
        all.len() * 2 / 3
    } else {
        all.len()
    };
    let mut chosen: Vec<PanelId> = Vec::new();
    for i in 0..4 {
        if let Some(id) = all.get(i * shown.saturating_sub(1) / 3)
            && !chosen.contains(id)
        {
            chosen.push((*id).clone());
        }
    }
    chosen
}

/// A picture for chats: 1080 by 1350 pixels, as chat apps show them upright without cutting.
fn strip(book: &Book<'_>, setter: &Setter<'_>) -> Page {
    let words = book.words();
    let mut page = Page::new((1080.0, 1350.0));
    page.ground.push_str("<rect width=\"1080\" height=\"1350\" fill=\"#fff6e5\"/><rect width=\"1080\" height=\"150\" fill=\"#237067\"/>");
    let size = if book.title.chars().count() > 30 {
        46.0
    } else {
        58.0
    };
    setter.put(
        &mut page.front,
        words.site(),
        Style::display(30.0).coloured("#ffc94f").centred(),
        (40.0, 16.0),
        1000.0,
    );
    setter.put(
        &mut page.front,
        book.title,
        Style::display(size).coloured("#fff").centred(),
        (40.0, 60.0),
        1000.0,
    );
    let shape = |id: &PanelId| {
        book.panels
            .iter()
            .find(|panel| panel.id == *id)
            .map(|panel| panel.shape)
    };
    let own: Vec<_> = four(book)
        .into_iter()
        .filter_map(|id| Some((id.clone(), shape(&id)?)))
        .collect();
    let rows: Vec<Vec<_>> = own.chunks(2).map(<[_]>::to_vec).collect();
    let (top, free) = (176.0, 980.0);
    let end = super::page::rows(&mut page, &rows, (34.0, top), (1012.0, free));
    let down = ((top + free - end) / 2.0).max(0.0);
    for (_, place) in &mut page.panels {
        place[1] += down;
    }
    page.front
        .push_str(&code(&book.address, (880.0, 1176.0), 160.0));
    setter.put(
        &mut page.front,
        words.kit_read_on(),
        Style::display(40.0).coloured(JADE),
        (44.0, 1184.0),
        800.0,
    );
    setter.put(
        &mut page.front,
        words.kit_hotline(),
        Style::text(27.0),
        (44.0, 1244.0),
        800.0,
    );
    page
}

/// The texts of a work, as announcers and editors get them.
fn texts(book: &Book<'_>, broadcast: &Broadcast) -> String {
    let words = book.words();
    let mut out = format!("{}\n{}\n{}\n", book.title, words.site(), book.address);
    for (label, text, timed) in [
        (words.kit_short(), &broadcast.short, true),
        (words.kit_long(), &broadcast.long, true),
        (words.kit_press(), &broadcast.press, false),
    ] {
        let text = text.in_(book.lang);
        let time = if timed {
            format!(" ({})", words.kit_seconds(seconds(text, book.lang)))
        } else {
            String::new()
        };
        let _ = write!(out, "\n{label}{time}\n\n{text}\n");
    }
    // Windows' own editor shows lines only so.
    out.replace('\n', "\r\n")
}

/// Everything that spreads a work, and all of it in one file.
pub(super) fn kit(
    book: &Book<'_>,
    setter: &Setter<'_>,
    bindery: &Bindery,
) -> Result<Vec<(Kind, Vec<u8>)>, String> {
    let poster = poster(book, setter);
    let a3 = (A4.1, A4.0 * 2.0);
    let strip = strip(book, setter);
    let mut made = vec![
        (
            Kind::PosterA3,
            bindery.bind(book, book.title, a3, &[vec![(&poster, [0.0, 0.0, a3.0])]])?,
        ),
        (
            Kind::PosterA4,
            bindery.bind(book, book.title, A4, &[vec![(&poster, [0.0, 0.0, A4.0])]])?,
        ),
        (Kind::Strip, bindery.picture(book, &strip, 1080)?),
    ];
    if let Some(broadcast) = book.broadcast {
        made.push((Kind::Texts, texts(book, broadcast).into_bytes()));
    }
    let own = |kind: Kind| {
        name(book.id, book.lang, kind)
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let files: Vec<Entry<'_>> = made
        .iter()
        .map(|(kind, bytes)| (own(*kind), bytes.as_slice(), *kind != Kind::Strip))
        .collect();
    let packed = zip(&files)?;
    made.push((Kind::Kit, packed));
    Ok(made)
}
