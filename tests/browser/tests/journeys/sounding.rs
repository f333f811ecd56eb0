//! Steps that the journeys with sound share.

use browser::words::{Walk, labels};
use browser::{Host, Page, Stage, scripts, site};
use serde_json::json;

use crate::walking::{route, state_is};

/// A host whose pages tell what they play.
pub fn listened(stage: &Stage) -> Host {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[scripts::SOUNDS]);
    host
}

/// Opens the shortest walk and starts it.
pub fn start(page: &Page, host: &Host) {
    page.open_ready(host, &route(&Walk::shortest()));
    page.button(labels().start()).click();
    state_is(page, "holding");
}

/// Opens a disclosure by its name, as a key does.
pub fn open(page: &Page, name: &str) {
    page.eval("find({ role: 'button', name: arguments[0], begins: true })[0].click()", &[json!(name)]);
}

/// Seconds that the first player has played of its file.
pub fn played(page: &Page) -> f64 {
    page.get("return __sounds[0].currentTime")
}

/// Requests for recordings so far.
pub fn recordings(host: &Host) -> Vec<String> {
    let all = host.requests().into_iter().map(|seen| seen.path);
    all.filter(|path| path.contains("/audio-")).collect()
}

/// Sets a slider of the form.
pub fn slide(page: &Page, name: &str, value: u8) {
    let script = "const field = document.querySelector(`input[name=${arguments[0]}]`);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.eval(script, &[json!(name), json!(value)]);
}
