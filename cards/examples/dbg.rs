#![allow(warnings)]
#[path="../tests/class/mod.rs"] mod class;
fn main(){
  let how=class::Conditions::USUAL;
  let pics:Vec<_>=(500..510u64).map(|s|class::class(s,&how)).collect();
  let t=std::time::Instant::now();
  let mut n=0; for c in &pics { n+=cards::read(c.luma.clone(),c.width,c.height).cards.len(); }
  println!("{n} {:?}/frame",t.elapsed()/10);
}