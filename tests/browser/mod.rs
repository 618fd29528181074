//! Real browsers and a little server: what end-to-end tests and the benchmark share.

pub(crate) mod driver;
pub(crate) mod server;
pub(crate) mod visit;

pub(crate) use driver::{Driver, Engine, Wish};
pub(crate) use server::Server;
pub(crate) use visit::{Visit, visit};
