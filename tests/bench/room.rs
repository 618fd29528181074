//! Cards read from a camera's pictures, and the library that is one file.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use serde_json::{Value, json};

use super::browser::server::dist;
use super::browser::{Engine, Wish, visit};
use super::{Figures, median, project, slow, tell};

#[path = "../e2e/film.rs"]
mod film;

/// Sixty pictures of the camera through the worker, six seconds of a vote; how long each took, and how many cards the
/// last one had.
const COUNT: &str = r"
    const done = arguments[arguments.length - 1];
    (async () => {
        const room = document.getElementById('room');
        const worker = new Worker(room.dataset.root + room.dataset.cards, { type: 'module' });
        const answer = () => new Promise(told => { worker.onmessage = event => told(event.data) });
        await answer();
        const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
        const video = document.createElement('video');
        Object.assign(video, { srcObject: stream, muted: true });
        await video.play();
        const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
        const paper = canvas.getContext('2d', { willReadFrequently: true });
        const times = [];
        let cards = 0;
        for (let i = 0; i < 60; i++) {
            const start = performance.now();
            paper.drawImage(video, 0, 0, 1280, 720);
            const pixels = paper.getImageData(0, 0, 1280, 720).data.buffer;
            worker.postMessage([1280, 720, pixels], [pixels]);
            const told = await answer();
            times.push(performance.now() - start);
            cards = (told.length - 2) / 4;
        }
        stream.getTracks().forEach(track => track.stop());
        done([times, cards]);
    })()";

/// When the first panel stood on the screen, in milliseconds from the beginning.
const SEEN: &str = r"
    const done = arguments[arguments.length - 1];
    const look = () => {
        const art = document.querySelector('.panel .art svg');
        if (art && art.getBoundingClientRect().width > 50) {
            const paint = performance.getEntriesByType('paint').map(entry => Math.round(entry.startTime));
            requestAnimationFrame(() => setTimeout(() => done([Math.round(performance.now()), ...paint])));
        } else setTimeout(look, 10);
    };
    look()";

pub(super) fn figures(figures: &mut Figures) {
    println!("\nCards before a camera (45 of them, 1280x720), and the library as one file");
    let found = Rc::new(RefCell::new(Figures::new()));
    let (path, _) = film::film();
    let notes = found.clone();
    let wish = Wish {
        film: Some(path),
        ..Wish::default()
    };
    visit(
        Engine::Chromium,
        &wish,
        |visit, server, driver| async move {
            visit.open("vi/buoi-hoc/").await;
            visit.awake().await;
            let told = visit.browser.execute_async(COUNT, vec![]).await.unwrap();
            let times: Vec<f64> = told[0]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_f64)
                .collect();
            let one = median(times);
            let mut notes = notes.borrow_mut();
            tell(&mut notes, "cards seen", told[1].clone(), "of 45");
            tell(
                &mut notes,
                "a picture, drawn and read (median)",
                json!(one.round()),
                "ms",
            );
            // Chromium slows pages, not their workers.
            tell(
                &mut notes,
                "pictures a second, were all of it 6x slower",
                json!((10_000.0 / (one * 6.0)).round() / 10.0),
                "",
            );
            drop((server, driver));
        },
    );
    let made = press::editions::single(project(), &dist()).unwrap();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench.html");
    std::fs::write(&path, &made.html).unwrap();
    let notes = found.clone();
    visit(
        Engine::Chromium,
        &Wish::default(),
        |visit, server, driver| async move {
            slow(&visit).await;
            let mut times = Vec::new();
            for _ in 0..5 {
                visit.browser.goto("about:blank").await.unwrap();
                let address = format!("file://{}#/vi/kim-cuong-mien-phi/", path.display());
                visit.browser.goto(&address).await.unwrap();
                let seen = visit.browser.execute_async(SEEN, vec![]).await.unwrap();
                // The driver answers late; the first paint of anything is the panel's, since nothing else is there before.
                times.extend(
                    seen.as_array()
                        .and_then(|all| all.last())
                        .and_then(Value::as_f64),
                );
            }
            tell(
                &mut notes.borrow_mut(),
                "one file: bytes",
                json!(made.html.len()),
                "",
            );
            tell(
                &mut notes.borrow_mut(),
                "one file: first panel painted, processor 6x slower (median)",
                json!(median(times)),
                "ms",
            );
            drop((server, driver));
        },
    );
    figures.append(&mut found.borrow_mut());
}
