//! The library as one file: opened from a disk, read without a server.

use std::path::PathBuf;
use std::sync::OnceLock;

use crate::browser::server::dist;
use crate::browser::{Driver, Server, Visit};

/// The file, made once of the built library.
fn file() -> &'static PathBuf {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    FILE.get_or_init(|| {
        let project = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let made = press::editions::single(&project, &dist()).unwrap();
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("vac-xin-so.html");
        std::fs::write(&path, made.html).unwrap();
        path
    })
}

pub(crate) async fn the_library_is_one_file_that_is_read_without_a_server(
    visit: Visit,
    mut server: Server,
    _driver: Driver,
) {
    server.vanish();
    let address = format!("file://{}", file().display());
    let open = async |page: &str| {
        // The same file with another fragment would be no new page.
        visit.browser.goto("about:blank").await.unwrap();
        visit
            .browser
            .goto(&format!("{address}{page}"))
            .await
            .unwrap();
    };
    open("").await;
    visit
        .until(
            "the shelves with their pictures",
            "return document.documentElement.dataset.shown === 'vi/' && [...document.querySelectorAll('.card img')].filter(img => img.src.startsWith('data:')).length > 10",
        )
        .await;
    visit
        .ask("document.querySelector('a[href*=\"kim-cuong-mien-phi/\"]').click(); return true")
        .await;
    let panel = |id: &str| {
        format!(
            "const seen = [...document.querySelectorAll('.comic > .panel')].filter(p => p.getClientRects().length); return seen.length === 1 && seen[0].id === '{id}'"
        )
    };
    visit.until("the first panel", &panel("p1")).await;
    visit.press('\u{E014}').await;
    visit.until("the second panel", &panel("p2")).await;
    visit
        .ask("document.querySelector('#p2 [data-turn=next]').click(); return true")
        .await;
    visit.until("the third panel", &panel("p3")).await;
    visit.press('\u{E012}').await;
    visit.until("the second one again", &panel("p2")).await;
    visit
        .ask("document.querySelector('a[data-language]').click(); return true")
        .await;
    visit
        .until(
            "the other language, drawn",
            "return document.documentElement.lang === 'en' && document.querySelector('#p1 .art use, #p1 .art path') !== null && document.querySelector('.parts symbol, .parts [id]') !== null && document.title.startsWith('Free')",
        )
        .await;
    visit.browser.back().await.unwrap();
    visit
        .until(
            "back in the first language",
            "return document.documentElement.lang === 'vi'",
        )
        .await;
    open("#/vi/nap-the-doi-skin/").await;
    let passage = |id: &str| {
        format!(
            "const seen = [...document.querySelectorAll('.passage')].filter(p => p.getClientRects().length); return seen.length === 1 && seen[0].id === '{id}'"
        )
    };
    visit
        .until("the first passage", &passage("sanh-game"))
        .await;
    visit
        .ask("document.querySelector('[data-choice=len-cho]').click(); return true")
        .await;
    visit.until("the chosen way", &passage("xem-gia")).await;
    open("#/vi/buoi-hoc/").await;
    visit
        .until(
            "a kind word where the file has no page",
            "return (document.querySelector('.single-note')?.textContent ?? '').includes('bản web')",
        )
        .await;
}
