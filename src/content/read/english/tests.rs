//! What the rules on writing find, and what they leave alone.

use super::*;

const RULES: &str = r#"
    unread_files = []
    unread = ["id", "read", "y.toml:short", "x:about"]
    not_yet = []
    mark = [{ mark = "!", instead = "a full stop" }]
    avoid = [
        { say = ["somebody"], instead = "someone" },
        { say = ["speak* against"], instead = "is a reason not to" },
        { say = ["a walk"], unless = ["for a walk"], instead = "walkthrough" },
    ]
    vague = [{ words = ["recent"], measures = ["week*"], unless = ["sure", "recent trial*"] }]
    printed = [
        { label = "labels.toml:offer", before = ["do"] },
        { label = "title", before = ["when", "body"] },
    ]
    threshold = [{ conditions = ["aneurysm"], asks = ["a doctor"], needs = ["specialist"] }]
"#;

/// The lines of a file in which something is wrong, with what is wrong.
fn faults(file: &str) -> Vec<(usize, String)> {
    let rules: English = toml::from_str(RULES).expect("rules");
    let label = |name: &str| (name == "labels.toml:offer").then(|| "You could".to_owned());
    let faults = rules.faults("x.toml", file, &label).into_iter();
    faults.map(|(at, reason)| (1 + file[..at].matches('\n').count(), reason)).collect()
}

/// One fault, in this line and with these words in its reason; or none at all for line 0.
fn check(file: &str, line: usize, reason: &str) {
    match (&faults(file)[..], line) {
        ([], 0) => {}
        ([(at, told)], line) if *at == line && told.contains(reason) => {}
        (other, _) => panic!("{file}: {other:?}"),
    }
}

#[test]
fn what_is_avoided_is_told_with_its_line_and_what_to_write() {
    check("a = \"Ask somebody.\"", 1, "write someone");
    check("a = \"\"\"\nFine.\n\nThis [speaks\nagainst](/x/) it.\n\"\"\"", 4, "“speak* against”");
    check("a = \"\"\"\n“Somebody” is quoted.\n\nAsk somebody.\n\"\"\"", 4, "somebody");
    check("[[b]]\nc = [[\"x\", \"Well done!\"]]", 2, "a full stop");
    check("a = \"That’s a walk.\"", 1, "walkthrough");
    check("a = \"You could go for a walk.\"", 0, "");
}

#[test]
fn quotations_and_names_are_exempt() {
    check("a = \"They wrote “ask somebody!”.\"", 0, "");
    check("id = \"somebody\"\nread = \"It speaks against somebody.\"", 0, "");
    check("about = \"Somebody.\"", 0, "");
    check("short = \"Somebody.\"", 1, "somebody");
}

#[test]
fn a_vague_word_needs_a_measure_beside_it() {
    check("a = \"A recent stroke.\"", 1, "needs a measure");
    check("a = \"A recent stroke: in the last 12 weeks.\"", 0, "");
    check("a = \"After a recent stroke, ask.\"", 1, "needs a measure");
    check("a = \"A recent stroke. If you’re not sure, ask.\"", 0, "");
    check("a = \"Recent trials found little.\"", 0, "");
}

#[test]
fn a_text_does_not_repeat_what_is_printed_before_it() {
    check("do = \"You could note the price.\"", 1, "“You could”");
    check("do = \"Note the price.\"", 0, "");
    check("title = \"The day before\"\nwhen = \"The days before\"", 2, "“The day before”");
    check("title = \"What it costs\"\nbody = \"It costs about as much as a massage.\"", 2, "again");
    check("title = \"Warmth\"\nbody = \"Warmth is common.\"", 0, "");
}

#[test]
fn a_condition_has_one_threshold() {
    check("a = \"With an aneurysm, ask a doctor.\"", 1, "“specialist”");
    check("a = \"With an aneurysm, wait until a doctor, your specialist, agrees.\"", 0, "");
    check("a = \"\"\"\n- An aneurysm.\n- Ask a doctor.\n\"\"\"", 0, "");
}
