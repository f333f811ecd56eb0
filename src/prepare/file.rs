//! The sheet as a file of its own, that any browser shows.

use super::marks::MARKS;
use crate::core::search::mark::escape;

/// How the sheet looks, on the page and in its file.
const STYLE: &str = include_str!("../../static/css/sheet.css");

/// The file around a sheet that is HTML already.
pub fn file(language: &str, title: &str, sheet: &str) -> String {
    [
        "<!DOCTYPE html>\n<html lang=\"",
        &escape(language),
        "\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
        &escape(title),
        "</title>\n<style>",
        STYLE,
        "</style>\n<body class=\"alone\">",
        MARKS,
        sheet,
        "</body></html>\n",
    ]
    .concat()
}
