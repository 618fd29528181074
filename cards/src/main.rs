//! The reader of cards in a worker: pictures come in, what was seen goes out, nothing is kept.
//!
//! A message is `[width, height, pixels]`, the pixels a buffer with four bytes for each (red, green, blue, opacity)
//! as a canvas has them. The answer is a list of numbers: the light, the unread squares, and for each card its number,
//! its answer (0 to 3) and where it is (x and y in thousandths of the picture).

#[cfg(target_arch = "wasm32")]
fn main() {
    use wasm_bindgen::JsCast as _;
    use wasm_bindgen::closure::Closure;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message: js_sys::Array = event.data().unchecked_into();
        let number = |i: u32| message.get(i).as_f64().unwrap_or_default();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the size of a picture"
        )]
        let (width, height) = (number(0) as u32, number(1) as u32);
        let pixels = js_sys::Uint8Array::new(&message.get(2)).to_vec();
        let told: js_sys::Array = look(&pixels, width, height)
            .into_iter()
            .map(f64::from)
            .map(wasm_bindgen::JsValue::from)
            .collect();
        drop(answer.post_message(&told));
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

/// The answer to a picture.
#[cfg(any(target_arch = "wasm32", test))]
fn look(pixels: &[u8], width: u32, height: u32) -> Vec<u32> {
    // Weights of the eye, in 256ths.
    let luma = pixels.chunks_exact(4).map(|pixel| {
        let weighed =
            u32::from(pixel[0]) * 77 + u32::from(pixel[1]) * 150 + u32::from(pixel[2]) * 29;
        u8::try_from(weighed >> 8).unwrap_or(u8::MAX)
    });
    let reading = cards::read(luma.collect(), width, height);
    let mut told = vec![u32::from(reading.light), reading.unread];
    for seen in reading.cards {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "within a picture"
        )]
        let part = |at: f32, of: u32| (at / of.max(1) as f32 * 1000.0).clamp(0.0, 1000.0) as u32;
        told.extend([
            u32::from(seen.card.number()),
            seen.answer as u32,
            part(seen.at.0, width),
            part(seen.at.1, height),
        ]);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::look;

    #[test]
    fn a_grey_picture_has_its_light_and_no_cards() {
        assert_eq!(look(&[90; 64 * 48 * 4], 64, 48), [90, 0]);
    }

    #[test]
    fn a_picture_that_is_not_whole_is_no_picture() {
        assert_eq!(look(&[90; 64], 640, 480), [0, 0]);
    }
}
