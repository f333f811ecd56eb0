//! The sheet on the page, as text, as a file, and over the whole screen.

use super::DESK;
use super::said::said;
use crate::core::questions::Questions;
use crate::core::search::mark::escape;
use crate::core::sheet::{Answer, Sheet, Wish, tidy};
use crate::platform::dom::{self, Field};
use crate::platform::file::File;
use crate::platform::{body, share};

/// How the sheet looks, on the page and in its file.
const STYLE: &str = include_str!("../../../static/css/sheet.css");

/// The sheet of what stands in the fields.
fn sheet(fields: &[Field]) -> Sheet {
    let name = fields.iter().find(|field| field.kind == "name").map_or("", |field| &field.value);
    let given = fields.iter().filter(|field| !field.value.is_empty() && !field.group.is_empty());
    let answers = given.flat_map(|field| {
        let Field { group, kind, value, says, lead, .. } = field;
        let answer = match kind.as_str() {
            "place" => Wish::of(value).map(|wish| vec![Answer::Marked(says.clone(), wish)]),
            "questions" => Some(
                Questions::read(value).iter().map(|question| Answer::Asks(question.to_owned())).collect(),
            ),
            "text" => Some(vec![Answer::Wrote(lead.clone(), value.clone())]),
            _ => Some(vec![Answer::Said(lead.clone(), says.clone())]),
        };
        answer.unwrap_or_default().into_iter().map(|answer| (group.clone(), answer)).collect::<Vec<_>>()
    });
    let leads = ["sheet_not", "sheet_ask", "sheet_fine"].map(said);
    Sheet::of(name, answers, leads.each_ref().map(String::as_str))
}

/// Shows it.
pub fn show(fields: &[Field]) {
    let sheet = sheet(fields);
    dom::set_html("sheet-parts", &sheet.html());
    dom::set_text("sheet-name", sheet.name());
    dom::show("sheet-empty", sheet.is_empty());
    dom::show("sheet-map", fields.iter().any(|field| field.kind == "place" && !field.value.is_empty()));
    let large = fields.iter().any(|field| field.kind == "large");
    dom::mark(DESK, ("id", "sheet"), "data-large", if large { "1" } else { "" });
    dom::mark(DESK, ("id", "sheet"), "data-filled", if sheet.is_empty() { "" } else { "1" });
    let sentence = sentence(fields);
    dom::set_text("rehearse", if sentence.is_empty() { said("choose_first") } else { sentence }.as_str());
}

/// The sentence to stop: the own one, or the chosen one.
fn sentence(fields: &[Field]) -> String {
    let text = |name: &str| fields.iter().find(|field| field.name == name);
    let own = text("sentence-own").map(|field| tidy(&field.value)).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    text("sentence").map(|field| field.says.trim_matches(['“', '”']).to_owned()).unwrap_or_default()
}

/// Says the sentence with the device's voice.
pub fn rehearse() {
    let sentence = sentence(&dom::fields(DESK));
    let told = if sentence.is_empty() {
        said("choose_first")
    } else if body::can_speak() {
        body::speak(&sentence, 1.0);
        String::new()
    } else {
        said("hear_none")
    };
    dom::set_text("rehearse-told", &told);
}

/// The name of the file.
fn file_name() -> String {
    format!("{}.html", said("file_name"))
}

/// The sheet as a file of its own, that any browser shows.
fn file() -> Option<File> {
    let title = escape(&said("sheet_head"));
    // Headings count from the top of their own page.
    let sheet = dom::outer("sheet").replace("<h3", "<h1").replace("</h3>", "</h1>");
    let sheet = sheet.replace("<h4", "<h2").replace("</h4>", "</h2>");
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n<body class=\"alone\">{}{sheet}</body></html>\n",
        dom::language(),
        dom::outer("mark-shapes")
    );
    File::new("text/html", |take| take(page.as_bytes()))
}

/// Offers sharing only where the device can.
pub fn offer() {
    // Any file of this kind will do to ask: the sheet itself is made when it is wanted.
    let file = File::new("text/html", |take| take(b"-"));
    let can = file.is_some_and(|file| share::can_share(&file, &file_name()));
    dom::show("share-file", can);
}

/// A button of the sheet was pressed.
pub fn pressed(what: &str) {
    let tell = |good: &'static str, bad: &'static str| {
        move |done: bool| dom::set_text("paper-told", &said(if done { good } else { bad }))
    };
    match what {
        "copy" => {
            let text = sheet(&dom::fields(DESK)).text(&said("sheet_head"));
            share::copy(&text, tell("copied", "uncopied"));
        }
        "save" => {
            if let Some(file) = file() {
                file.save(&file_name());
                tell("saved", "saved")(true);
            }
        }
        "share" => match file() {
            Some(file) => share::share(&file, &file_name(), tell("shared", "unshared")),
            None => tell("shared", "unshared")(false),
        },
        "show" => {
            let sheet = dom::outer("sheet").replace(" id=\"", " data-of=\"");
            dom::set_html("handover-sheet", &sheet);
            dom::open_dialog("handover", || body::keep_awake(false));
            body::keep_awake(true);
        }
        _ => dom::close_dialog("handover"),
    }
}
