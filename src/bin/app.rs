//! Browser entry: begins the visit.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build the site with `cargo xtask build`");
}

#[cfg(target_arch = "wasm32")]
fn main() {
    stillpoint::app::begin();
}
