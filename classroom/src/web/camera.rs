//! The camera that counts paper cards. A picture goes to the worker that reads it and is gone; nothing is kept, and
//! nothing leaves the device.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Interval;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream,
    MediaStreamConstraints, MediaStreamTrack, MessageEvent, Worker, WorkerOptions, WorkerType,
};
use yew::Callback;

/// What the camera has to say.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// It runs.
    Runs,
    /// It may not be used, or there is none, or this browser cannot read pictures.
    Refused,
    /// What it has seen in one picture.
    Saw(Sight),
}

/// What was seen in one picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sight {
    /// The light, 0 to 255.
    pub light: u32,
    /// Squares that could not be read.
    pub unread: u32,
    /// Cards: number, answer (0 to 3), and where, in thousandths of the picture.
    pub cards: Vec<[u32; 4]>,
}

/// Pictures are read at most this wide, in pixels.
const WIDEST: u32 = 1280;

/// Milliseconds from one picture to the next, at least; a slow device takes longer, since it is asked only when it
/// has answered.
const BETWEEN: u32 = 90;

/// A camera that is on. Dropped, it is off.
pub struct Camera {
    on: Rc<Cell<bool>>,
    stream: Rc<RefCell<Option<MediaStream>>>,
}

impl std::fmt::Debug for Camera {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Camera")
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.on.set(false);
        off(&self.stream);
    }
}

fn off(stream: &RefCell<Option<MediaStream>>) {
    if let Some(stream) = stream.borrow_mut().take() {
        for track in stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

impl Camera {
    /// Asks for the camera and shows it in `video`. `starter` is the worker's script with the names of its files.
    #[must_use]
    pub fn start(video: HtmlVideoElement, starter: &str, news: Callback<News>) -> Self {
        let camera = Self {
            on: Rc::new(Cell::new(true)),
            stream: Rc::default(),
        };
        let (on, held, starter) = (camera.on.clone(), camera.stream.clone(), starter.to_owned());
        wasm_bindgen_futures::spawn_local(async move {
            let Some(stream) = ask().await else {
                news.emit(News::Refused);
                return;
            };
            *held.borrow_mut() = Some(stream.clone());
            // It may have been closed while somebody was asked.
            if !on.get() {
                off(&held);
                return;
            }
            video.set_src_object(Some(&stream));
            video.set_muted(true);
            if let Ok(playing) = video.play() {
                drop(JsFuture::from(playing).await);
            }
            if watch(video, &starter, &on, news.clone()).is_none() {
                off(&held);
                news.emit(News::Refused);
            }
        });
        camera
    }
}

/// The camera at the back of a tablet, as wide as a class needs.
async fn ask() -> Option<MediaStream> {
    let navigator = gloo::utils::window().navigator();
    let devices = js_sys::Reflect::get(&navigator, &"mediaDevices".into()).ok()?;
    let devices: web_sys::MediaDevices = devices.dyn_into().ok()?;
    let wishes = js_sys::Object::new();
    for (name, value) in [("width", 1920.0), ("height", 1080.0)] {
        let ideal = js_sys::Object::new();
        js_sys::Reflect::set(&ideal, &"ideal".into(), &value.into()).ok()?;
        js_sys::Reflect::set(&wishes, &name.into(), &ideal).ok()?;
    }
    js_sys::Reflect::set(&wishes, &"facingMode".into(), &"environment".into()).ok()?;
    let all = MediaStreamConstraints::new();
    all.set_video(&wishes);
    all.set_audio(&JsValue::FALSE);
    JsFuture::from(devices.get_user_media_with_constraints(&all).ok()?)
        .await
        .ok()?
        .dyn_into()
        .ok()
}

/// Sends pictures to the worker, one at a time, until the camera is off.
fn watch(
    video: HtmlVideoElement,
    starter: &str,
    on: &Rc<Cell<bool>>,
    news: Callback<News>,
) -> Option<()> {
    let canvas: HtmlCanvasElement = gloo::utils::document()
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    let often = js_sys::Object::new();
    js_sys::Reflect::set(&often, &"willReadFrequently".into(), &JsValue::TRUE).ok()?;
    let paper: CanvasRenderingContext2d = canvas
        .get_context_with_context_options("2d", &often)
        .ok()??
        .dyn_into()
        .ok()?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(starter, &options).ok()?;
    // The worker's first word says that it is ready for a picture.
    let ready = Rc::new(Cell::new(false));
    let heard = {
        let (ready, on, news) = (ready.clone(), on.clone(), news.clone());
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            ready.set(true);
            let Ok(numbers) = event.data().dyn_into::<js_sys::Array>() else {
                news.emit(News::Runs);
                return;
            };
            if on.get() {
                news.emit(News::Saw(sight(&numbers)));
            }
        })
    };
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    let failed = Closure::<dyn Fn()>::new(move || news.emit(News::Refused));
    worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
    let own: Rc<RefCell<Option<Interval>>> = Rc::default();
    let (itself, on) = (own.clone(), on.clone());
    *own.borrow_mut() = Some(Interval::new(BETWEEN, move || {
        if !on.get() {
            worker.terminate();
            // Dropped from within, the interval would take its own closure along: later.
            if let Some(own) = itself.borrow_mut().take() {
                own.cancel();
            }
            return;
        }
        let _kept = (&heard, &failed);
        if ready.get() && shoot(&video, &canvas, &paper, &worker).is_some() {
            ready.set(false);
        }
    }));
    Some(())
}

/// One picture to the worker.
fn shoot(
    video: &HtmlVideoElement,
    canvas: &HtmlCanvasElement,
    paper: &CanvasRenderingContext2d,
    worker: &Worker,
) -> Option<()> {
    let (wide, high) = (video.video_width(), video.video_height());
    if wide == 0 || high == 0 {
        return None;
    }
    let width = wide.min(WIDEST);
    let height = high * width / wide;
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let (w, h) = (f64::from(width), f64::from(height));
    paper
        .draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, w, h)
        .ok()?;
    let picture = paper.get_image_data(0.0, 0.0, w, h).ok()?;
    // Its bytes are handed over as they lie: web-sys would copy them into this program first.
    let pixels: js_sys::Uint8ClampedArray = js_sys::Reflect::get(&picture, &"data".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let message = js_sys::Array::of3(&w.into(), &h.into(), &pixels.buffer());
    worker
        .post_message_with_transfer(&message, &js_sys::Array::of1(&pixels.buffer()))
        .ok()
}

fn sight(numbers: &js_sys::Array) -> Sight {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small numbers of ours"
    )]
    let all: Vec<u32> = numbers
        .iter()
        .map(|number| number.as_f64().unwrap_or_default() as u32)
        .collect();
    let (head, cards) = all.split_at(all.len().min(2));
    Sight {
        light: head.first().copied().unwrap_or_default(),
        unread: head.get(1).copied().unwrap_or_default(),
        cards: cards.as_chunks::<4>().0.to_vec(),
    }
}
