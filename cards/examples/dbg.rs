#![allow(warnings)]
#[path = "../tests/class/mod.rs"]
mod class;
use std::time::Instant;
fn main() {
    let how = class::Conditions::USUAL;
    let c = class::class(500, &how);
    let img = image::GrayImage::from_raw(c.width, c.height, c.luma.clone()).unwrap();
    for _ in 0..2 {
        let t = Instant::now();
        let d = imageproc::contrast::adaptive_threshold(&img, 12, -7);
        println!("thr {:?}", t.elapsed());
        let t = Instant::now();
        let k = imageproc::contours::find_contours::<i32>(&d);
        println!("cont {} {:?}", k.len(), t.elapsed());
        let t = Instant::now();
        let k = imageproc::region_labelling::connected_components(
            &d,
            imageproc::region_labelling::Connectivity::Eight,
            image::Luma([0u8]),
        );
        println!("cc {:?}", t.elapsed());
        let t = Instant::now();
        let b = imageproc::filter::box_filter(&img, 1, 1);
        println!("box {:?}", t.elapsed());
        let d = imageproc::contrast::adaptive_threshold(&b, 12, -7);
        let t = Instant::now();
        let k = imageproc::contours::find_contours::<i32>(&d);
        println!("cont blurred {} {:?}", k.len(), t.elapsed());
        let t = Instant::now();
        let k = cards::read(c.luma.clone(), c.width, c.height);
        println!("all {:?}", t.elapsed());
    }
}
