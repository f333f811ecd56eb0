//! The words of each language: they read without a mistake, and mistakes are told plainly.
//!
//! What the words say is no business of these tests: a mistake is made in whatever text comes first.

use std::fs;
use std::path::{Path, PathBuf};
use stillpoint::content::{book::Book, check::Fault, known::Standing, read::read};

/// The folder of bells and recordings.
pub fn sound() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/audio")
}

/// The folder of the product's words.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/en")
}

/// The words of the product, for a site under `base`. `None` while there is a mistake in them: that is for
/// `english_reads_without_a_mistake` to say, once, and no other test has anything to add.
pub fn english(base: &str) -> Option<Book> {
    read(&folder(), &sound(), "en", base).ok()
}

#[test]
fn english_reads_without_a_mistake() {
    let book = read(&folder(), &sound(), "en", "/").unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("src/content/en/{fault}")).collect();
        panic!("{} mistakes in the words:\n{}", faults.len(), lines.join("\n"))
    });
    let written = |sub: &str, table: &str| {
        let texts = files(sub).into_iter().map(|path| fs::read_to_string(path).expect("a text"));
        texts.map(|text| text.lines().filter(|line| *line == table).count()).sum::<usize>()
    };
    assert_eq!(book.questions.len(), written("faq", "[[question]]"));
    assert_eq!(book.claims.len(), written("claims", "[[claim]]"));
    let lengths: Vec<u16> = book.plans.iter().map(|plan| plan.minutes).collect();
    assert!(lengths.is_sorted_by(|a, b| a > b), "plans come longest first: {lengths:?}");
}

/// The files in a folder of the words.
fn files(sub: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder().join(sub)).expect("the words");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// The first file of a folder of the words, as it is called in mistakes.
fn first(sub: &str) -> String {
    let name = files(sub)[0].file_name().expect("a name").to_string_lossy().into_owned();
    format!("{sub}/{name}")
}

/// The line of a file of words, from 0, that begins so: the first from this one on.
fn line(file: &str, begins: &str, from: isize) -> isize {
    let text = fs::read_to_string(folder().join(file)).expect("the file");
    let mut lines = text.lines().enumerate().skip(from as usize);
    let found = lines.find(|(_, line)| line.trim_start().starts_with(begins));
    found.unwrap_or_else(|| panic!("no line of {file} begins with {begins}")).0 as isize
}

/// What may not be said, and what needs a plain word beside it, for these tests alone.
const NEVER: &str = "never = [\"shrink zebra\"]\ndenies = [\"not\"]\ndenying_ends = []\n";
const JARGON: &str = "[[word]]\njargon = \"zebra\"\nplain = [\"striped horse\"]\n";

/// Reads a copy of the words in which the first line of `file` that begins with `begins` is another one, and
/// gives that line's number from 1.
fn read_with(file: &str, begins: &str, other: impl Fn(&str) -> String) -> (Vec<Fault>, usize) {
    static COPIES: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let copy = COPIES.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let to = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("words-{}-{copy}", std::process::id()));
    for sub in ["", "faq", "claims"] {
        fs::create_dir_all(to.join(sub)).expect("a folder");
        for path in files(sub) {
            fs::copy(&path, to.join(sub).join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
    fs::write(to.join("never.toml"), NEVER).expect("written");
    fs::write(to.join("jargon.toml"), JARGON).expect("written");
    let text = fs::read_to_string(to.join(file)).expect("the file");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = lines.iter().position(|line| line.trim_start().starts_with(begins));
    let at = at.unwrap_or_else(|| panic!("no line of {file} begins with {begins}"));
    lines[at] = other(&lines[at]);
    fs::write(to.join(file), lines.join("\n")).expect("written");
    let faults = read(&to, &sound(), "en", "/").err().unwrap_or_default();
    let _ = fs::remove_dir_all(&to);
    (faults, at + 1)
}

/// Expects a mistake with this reason, `down` lines below the changed line (above it where negative).
fn check_at(file: &str, begins: &str, other: impl Fn(&str) -> String, down: isize, reason: &str) {
    let (faults, line) = read_with(file, begins, other);
    let line = line.checked_add_signed(down).expect("a line");
    let told =
        faults.iter().any(|fault| fault.file == file && fault.line == line && fault.reason.contains(reason));
    assert!(told, "expected {file}:{line}: …{reason}…, got {faults:#?}");
}

/// Expects a mistake with this reason in the changed line.
fn check(file: &str, begins: &str, other: impl Fn(&str) -> String, reason: &str) {
    check_at(file, begins, other, 0, reason);
}

/// The line with a word that nothing is called instead of what stands in its first quotation marks.
fn unknown(line: &str) -> String {
    let mut parts: Vec<&str> = line.split('"').collect();
    assert!(parts.len() > 2, "{line} has no quotation marks");
    parts[1] = "no-such-thing";
    parts.join("\"")
}

#[test]
fn a_mistake_is_told_with_file_line_and_reason() {
    let [question, claim] = [first("faq"), first("claims")];
    check("plans.toml", "minutes = ", |_| "minutes = 61000".into(), "add up to");
    check("plans.toml", "{ at = \"", unknown, "there is no step “no-such-thing”");
    check("guide.toml", "part = \"", |line| line.replace("part", "prat"), "unknown field `prat`");
    check("positions.toml", "id = \"", |_| "id = \"Feet\"".into(), "lower-case words");
    check("labels.toml", "start = \"", |_| "start = 5".into(), "invalid type");
    check("script.toml", "at = \"", unknown, "there is no step “no-such-thing”");
    check("script.toml", "text = \"", |_| "text = \"Zebras hum.\"".into(), "there is no recording");
    check_at("script.toml", "in = ", |_| "in = [61]".into(), -1, "there is no plan of 61 minutes");
    check_at("script.toml", "in = ", |_| String::new(), -1, "no length says this");
    check_at("script.toml", "wait = ", |_| "wait = { 61 = 1 }".into(), -1, "there is no plan of 61 minutes");
    check(&question, "sources = [\"", unknown, "no source “no-such-thing”");
    check(&question, "claims = [\"", unknown, "no claim “no-such-thing”");
    let nowhere = |line: &str| format!("{line}\nHere is [a link](/safety/#no-such-thing).\n");
    check_at("about.toml", BODY, nowhere, 1, "leads nowhere");
    check(&claim, "verdict = \"", |_| "verdict = \"mostly\"".into(), "unknown variant `mostly`");
    let before = |_: &str| "again = 1999-12-31".into();
    check(&claim, "again = ", before, "which is not after its review of");
}

/// A session that has lost its shape is told where the shape of its length is written.
#[test]
fn a_session_out_of_shape_is_told() {
    let script = "script.toml";
    let first = line(script, "{ minutes = ", 0);
    let told = |begins: &str, other: &str, reason: &str| {
        let down = first - line(script, begins, 0);
        check_at(script, begins, |_| other.to_owned(), down, reason);
    };
    told("exits = ", "exits = 99", "ways out are offered, not 99 or more");
    told("apart = ", "apart = 1", "without a way out (at most 1)");
    told("hand = ", "hand = 1", "after lying down (at most 1)");
    told("after = ", "after = [0, 1]", "after the last word (0 to 1)");
    told("wait = { 60 = 179 }", "wait = { 60 = 20 }", "20 s of silence at “head-cradle”, and 180 s are told");
    let silences = |at: usize, most: &str| {
        let text = fs::read_to_string(folder().join(script)).expect("the script");
        let found = text
            .lines()
            .find(|line| line.trim_start().starts_with("{ minutes = "))
            .expect("a length")
            .to_owned();
        let mut parts: Vec<&str> = found.split(['[', ']']).collect();
        parts[at] = most;
        format!("{}[{}]{}[{}]{}", parts[0], parts[1], parts[2], parts[3], parts[4])
    };
    told("{ minutes = ", &silences(1, "0, 1"), "(0 to 1)");
    told("{ minutes = ", &silences(3, "0, 2"), "(0 to 2)");
    check(script, "quietest = ", unknown, "there is no step “no-such-thing”");
    // The first position is said to be one of them, and it isn't as quiet.
    let text = fs::read_to_string(folder().join(script)).expect("the script");
    let found = text.lines().find(|line| line.starts_with("quietest = ")).expect("positions");
    let other = found.replacen(found.split('"').nth(1).expect("a position"), &first_position(), 1);
    told("quietest = ", &other, "the quietest positions are to have the longest silences");
}

/// A session that doesn't speak as it should is told there too; a single line that doesn't, where it is.
#[test]
fn a_session_without_manners_is_told() {
    let script = "script.toml";
    let first = line(script, "{ minutes = ", 0);
    let told = |begins: &str, other: &dyn Fn(&str) -> String, reason: &str| {
        let down = first - line(script, begins, 0);
        check_at(script, begins, other, down, reason);
    };
    let zebra = |line: &str| format!("{}= [\"zebra\"]", line.split('=').next().expect("a name"));
    told("asking = ", &zebra, "names a hand before they ask (back)");
    told("touching = ", &zebra, "names no hand (seated)");
    told("supposing = ", &zebra, "says as if it happened");
    told("getting_up = ", &zebra, "nothing says how to get up (side)");
    told("rising = ", &|_| "rising = 99".into(), "(at least 99)");
    told(
        "{ minutes = ",
        &|line| line.replacen("leave = ", "leave = 9", 1),
        "after its first line (at least 9",
    );
    told("announcing = ", &|_| "announcing = [\"notice\"]".into(), "is not the last line before the bell");
    let twice = |_: &str| "text = \"Notice your feet, and whatever you can hear.\"".to_owned();
    told("text = \"Notice how light", &twice, "is said twice");
    check_at(script, "tells = ", |_| "tells = 120".into(), -1, "says another length of silence");
    let text = "text = \"First, your feet.";
    let down = line(script, text, 0) - line(script, "say = [", 0);
    check_at(script, "say = [", |_| "say = [\"your feet\"]".into(), down, "“your feet” (back)");
}

/// The position that a session begins with.
fn first_position() -> String {
    let text = fs::read_to_string(folder().join("positions.toml")).expect("the positions");
    let id = text.lines().find(|line| line.starts_with("id = ")).expect("a position");
    id.split('"').nth(1).expect("its id").to_owned()
}

/// Names and values of settings stand in the page and in style sheets.
#[test]
fn a_setting_that_could_not_work_is_told() {
    let value = |text: &'static str| move |line: &str| line.replacen("], [\"", &format!("], [\"{text}"), 1);
    check("settings.toml", "options = [", value("Two words, "), "stands in style sheets");
    check("settings.toml", "options = [", |line| line.replacen("\"\"", "\"first\"", 1), "the first option");
    check("settings.toml", "name = \"", |_| "name = \"base\"".into(), "the page uses already");
    let twice = |line: &str| line.replacen("]]", "], [\"dark\", \"Dark\"], [\"dark\", \"Dark\"]]", 1);
    check("settings.toml", "options = [", twice, "is there twice");
}

#[test]
fn two_entries_with_one_id_are_told() {
    let text = fs::read_to_string(folder().join("positions.toml")).expect("the positions");
    let ids: Vec<&str> = text.lines().filter(|line| line.starts_with("id = ")).collect();
    check("positions.toml", ids[1], |_| ids[0].to_owned(), "is there twice");
}

/// What says that it was looked at is named as its authors named it, and in time.
#[test]
fn a_study_without_its_title_is_refused() {
    let studies = "studies.toml";
    let [source, title, grade] = ["source = ", "title = ", "grade = "].map(|begins| line(studies, begins, 0));
    check_at(studies, "title = ", |_| String::new(), source - title, "has no title");
    let other = |_: &str| "title = \"No such title\"".into();
    check_at(studies, "title = ", other, source - title, "has a title that isn’t in its reference");
    let early = |_: &str| "checked = 1999-12-31".into();
    check(studies, "checked = ", early, "was checked on 1999-12-31, before the list’s own day");
    let before = (0..grade).rev().find(|at| *at == line(studies, "source = ", *at)).expect("its study");
    check_at(studies, "grade = ", |_| String::new(), before - grade, "needs a grade, or `indirect = true`");
    let text = fs::read_to_string(folder().join(studies)).expect("studies");
    let titles: Vec<&str> = text.lines().filter(|line| line.starts_with("title = ")).collect();
    let (first, second) = (titles[0].to_owned(), titles[1]);
    let to_source = line(studies, "source = ", title) - line(studies, second, 0);
    check_at(studies, second, |_| first.clone(), to_source, "has a title that another study has too");
}

/// Where the first text of a page of sections begins.
const BODY: &str = "body = \"\"\"";

/// What keeps the words honest and plain: each of these stops the build.
#[test]
fn dishonest_or_difficult_words_are_refused() {
    let claim = first("claims");
    // The claim's id is what is named: the first of the first claim.
    let id = line(&claim, "id = ", line(&claim, "[[claim]]", 0));
    let of = |begins: &str| id - line(&claim, begins, id);
    check_at(&claim, "sources = [", |_| "sources = []".into(), of("sources = ["), "names no source");
    // A verdict on what is met elsewhere, a grade or a kind of our own words: one label, and none beside it.
    check_at(&claim, "verdict = ", |_| "# verdict".into(), of("verdict = "), "and one alone");
    for second in ["grade = \"limited\"", "kind = \"advice\""] {
        let beside = |line: &str| format!("{line}\n{second}");
        check_at(&claim, "verdict = ", beside, of("verdict = "), "and one alone");
    }

    let with = |sentence: &str| {
        let sentence = sentence.to_owned();
        move |line: &str| format!("{line}\n{sentence}\n")
    };
    let never = "“shrink … zebra” may only be said";
    check_at("about.toml", BODY, with("It shrinks a zebra."), 1, never);
    check_at("about.toml", BODY, with("It shrinks a zebra more than it should."), 1, never);
    check_at("about.toml", BODY, with(&format!("A {}end.", "word ".repeat(31))), 1, "a sentence of");
    check_at(
        "about.toml",
        BODY,
        with(&"This is a plain sentence of a few words. ".repeat(8)),
        1,
        "a paragraph of",
    );
    check_at("about.toml", BODY, with("A zebra is a horse."), 0, "“zebra” needs a plain word");
}

/// Who dials a number in their worst hour has to be able to rely on it.
#[test]
fn a_number_says_when_it_was_checked() {
    let text = fs::read_to_string(folder().join("safety.toml")).expect("safety");
    let day = text.lines().position(|line| line.starts_with("checked = ")).expect("a day");
    let body = text.lines().skip(day).position(|line| line.starts_with("body = ")).expect("a text");
    let to_body = body as isize;
    check_at(
        "safety.toml",
        "checked = ",
        |_| String::new(),
        to_body,
        "need the day on which they were “checked”",
    );
}

/// Under a text, a verdict stands behind the words that it is on, and every claim has a label.
#[test]
fn a_label_stands_beside_its_words() {
    let Some(book) = english("/") else { return };
    for (place, claim) in book.claims.iter().enumerate() {
        let basis = book.basis(&[place as u16], &[], "");
        let [ground] = &basis.grounds[..] else { panic!("{}: {:?}", claim.id, basis.grounds) };
        assert!(!ground.label.is_empty(), "{} has no label", claim.id);
        assert_eq!(ground.read.is_empty(), !matches!(claim.standing, Standing::Met(..)), "{}", claim.id);
    }
}

/// “Goes too far” beside “Mostly, yes”: a reader can't tell which of the two holds.
#[test]
fn a_label_agrees_with_the_words_beside_it() {
    let file = first("claims");
    let text = fs::read_to_string(folder().join(&file)).expect("the claims");
    let block = text.split("[[claim]]").find(|it| it.contains("verdict = \"partly\"")).expect("a verdict");
    let says = block.lines().find(|line| line.starts_with("says = ")).expect("what is said of it");
    for begins in ["Mostly, yes. ", "Goes too far. "] {
        let behind = |line: &str| line.replacen('"', &format!("\"{begins}"), 1);
        check(&file, says, behind, "contradicts it or repeats it");
    }
}

/// “Recent” without a measure: a reader eight months after a concussion can't tell whether it means them.
#[test]
fn recent_says_how_long() {
    let reason = "“recent” needs a measure";
    let behind = |sentence: &str| {
        let sentence = sentence.to_owned();
        move |line: &str| line.replacen('"', &format!("\"{sentence}"), 1)
    };
    let sentence = "Not after a recent fall. ";
    for (file, begins) in [
        ("conditions.toml".to_owned(), "words = \""),
        ("positions.toml".to_owned(), "consent = \""),
        ("glossary.toml".to_owned(), "plain = \""),
        ("claims/6-safety.toml".to_owned(), "says = \""),
    ] {
        check(&file, begins, behind(sentence), reason);
    }
    let below = |line: &str| format!("{line}\n{sentence}\n");
    for file in ["safety.toml", "guide.toml"] {
        let begins = if file == "safety.toml" { "say = \"\"\"" } else { BODY };
        check_at(file, begins, below, 1, reason);
    }
    check_at(&first("faq"), "answer = \"\"\"", below, 1, reason);
}

/// One list of conditions: each stands once, with one result, and other texts say the same.
#[test]
fn conditions_have_one_result() {
    let text = fs::read_to_string(folder().join("conditions.toml")).expect("conditions");
    let ids: Vec<&str> = text.lines().filter(|line| line.starts_with("id = ")).collect();
    check("conditions.toml", ids[1], |_| ids[0].to_owned(), "is there twice");
    let safety = fs::read_to_string(folder().join("safety.toml")).expect("safety");
    let names = safety.lines().find(|line| line.contains("{wait-if:")).expect("a condition in a text");
    let begins = names.trim_start().to_owned();
    let known =
        begins.split("{wait-if:").nth(1).and_then(|rest| rest.split('}').next()).expect("an id").to_owned();
    check(
        "safety.toml",
        &begins,
        |line| line.replace(&format!("{{wait-if:{known}}}"), &format!("{{ask-if:{known}}}")),
        "has the result “wait”, not “ask”",
    );
    check(
        "safety.toml",
        &begins,
        |line| line.replace(&format!("{{wait-if:{known}}}"), "{wait-if:no-such-thing}"),
        "there is no condition “no-such-thing”",
    );
    // One that a text calls by a clause has one.
    let silent = text.split("[[condition]]").find(|it| it.contains("\"wait\"") && !it.contains("clause = "));
    let silent = silent.and_then(|it| it.split('"').nth(1)).expect("one without a clause");
    check(
        "safety.toml",
        &begins,
        |line| line.replace(&format!("{{wait-if:{known}}}"), &format!("{{wait-if:{silent}}}")),
        &format!("the condition “{silent}” has no clause"),
    );
    // What a whole file lacks is told in its first line.
    let wait = "result = \"wait\"";
    let to_first = -line("safety.toml", wait, 0);
    check_at("safety.toml", wait, |_| "result = \"doctor\"".into(), to_first, "0 sections have the result");
}

/// What two visits wrote into a field stands together as the field can show it.
#[test]
fn written_fields_are_joined() {
    use stillpoint::content::prepare::Kind;
    use stillpoint::platform::store::Join;
    use stillpoint::prepare::join;
    for ask in english("/").iter().flat_map(|book| &book.prepare.steps).flat_map(|step| &step.asks) {
        let wanted = match ask.kind {
            Kind::Text => Join::Text,
            Kind::Line => Join::Line,
            Kind::Ticks | Kind::One => Join::Newer,
        };
        assert_eq!(join(&ask.name), wanted, "{}", ask.name);
    }
}

#[test]
fn what_is_denied_or_explained_may_be_said() {
    for sentence in ["It does not shrink a zebra (a striped horse).", "They say: “It shrinks zebras.”"] {
        let (faults, _) = read_with("about.toml", BODY, |line| format!("{line}\n{sentence}\n"));
        let about: Vec<&Fault> = faults.iter().filter(|fault| fault.reason.contains("zebra")).collect();
        assert!(about.is_empty(), "{sentence}: {about:#?}");
    }
}
