//! What marks are drawn with: a hatching, dots, a cross and a question mark, so that a sheet needs no colour. It stands
//! in the page once, and in the file of a sheet.

/// The shapes as SVG.
pub const MARKS: &str = concat!(
    r#"<svg id="mark-shapes" class="unseen" width="0" height="0" aria-hidden="true" focusable="false">"#,
    r#"<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">"#,
    r#"<path d="M0 3.5h7" class="hatch"/></pattern>"#,
    r#"<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="1.4" class="dots"/></pattern>"#,
    r#"<symbol id="mark-not" viewBox="0 0 24 24"><path d="M5 5 19 19M19 5 5 19"/></symbol>"#,
    r#"<symbol id="mark-ask" viewBox="0 0 24 24"><path d="M8 9a4.2 4.2 0 1 1 6.2 3.7c-1.5.8-2.2 1.5-2.2 3M12 19.6v.2"/></symbol>"#,
    r#"<symbol id="mark-fine" viewBox="0 0 24 24"><path d="M4 13 10 19 20 6"/></symbol>"#,
    "</svg>"
);
