//! The figure as data: a body in numbers, hands by place, drawn here as symbols and style rules.

pub mod body;
pub mod hands;
pub mod places;
pub mod sheet;
pub mod side;
pub mod spline;
pub mod standing;
pub mod top;

use body::Build;
use hands::View;

/// The postures that are drawn as they are, whatever the build.
const POSTURES: &str = include_str!("../../static/figure/postures.svg");

/// The two symbols of one view of one build: what the figure rests on, and the figure.
///
/// # Panics
/// When the file of the postures lacks one.
pub fn symbols(view: View, build: Build) -> String {
    let (table, body) = match view {
        View::Side => (side::table(), side::body(build)),
        View::Top => (top::table(), top::body(build)),
        View::Lying => (posture("side-lying-table"), posture("side-lying-body")),
        // As large as the box is high.
        View::Seated => {
            let seated = posture("seated");
            (String::new(), format!("<g transform=\"translate(225 -190)scale(.92)\">{seated}</g>"))
        }
    };
    format!(
        "<symbol id=\"figure-table\" overflow=\"visible\">{table}</symbol>\
         <symbol id=\"figure-body\" overflow=\"visible\">{body}</symbol>"
    )
}

/// What is drawn inside a symbol of the file of postures.
fn posture(name: &str) -> String {
    let begin = format!("<symbol id=\"{name}\"");
    let (_, rest) = POSTURES.split_once(&begin).unwrap_or_else(|| panic!("no posture {name}"));
    let (drawing, _) = rest.split_once("</symbol>").unwrap_or_else(|| panic!("{name} has no end"));
    let (_, drawing) = drawing.split_once('>').unwrap_or_else(|| panic!("{name} has no begin"));
    drawing.lines().map(str::trim).collect()
}

/// Every other figure, each in a file of its own: a page takes one in when it is asked for.
pub fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for view in View::ALL {
        for build in Build::ALL {
            let drawing =
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{}</svg>\n", symbols(view, build));
            match view {
                View::Side | View::Top => files.push((format!("{}-{}", view.name(), build.name()), drawing)),
                // One drawing for all builds.
                _ if build == Build::Medium => files.push((view.name().to_owned(), drawing)),
                _ => {}
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_has_a_drawing() {
        for view in View::ALL {
            for build in Build::ALL {
                let drawing = symbols(view, build);
                assert!(drawing.contains("class=\"f-skin f-line\""), "{view:?} {build:?}");
                assert!(!drawing.contains("NaN") && !drawing.contains("style="), "{view:?} {build:?}");
            }
        }
        assert_eq!(files().len(), 10);
    }

    #[test]
    fn every_choice_has_its_file() {
        use crate::app::drawing::{FIRST, file_of};
        let files: Vec<String> = files().into_iter().map(|(name, _)| name).collect();
        assert_eq!(file_of("", ""), FIRST);
        for view in View::ALL {
            for build in Build::ALL {
                let chosen = |name: &'static str, first: &str| if name == first { "" } else { name };
                let file = file_of(chosen(view.name(), "side"), chosen(build.name(), "medium"));
                assert!(files.contains(&file), "{file} is not written");
            }
        }
    }
}
