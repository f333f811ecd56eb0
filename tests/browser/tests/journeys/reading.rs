//! What can be done on pages that are only read: the self-check, the studies, the claims, the
//! questions to ask.

use browser::words::{legends, line, words};
use browser::{Page, SOON, Stage, With, becomes, journeys, until};
use serde_json::json;
use stillpoint::content::known::{Study, Topic};

use crate::search::wide;

journeys!(everywhere: the_self_check_follows_and_stores_nothing);
journeys!(
    the_self_check_needs_no_app,
    studies_are_sorted_and_narrowed,
    claims_are_found,
    questions_to_ask_are_kept,
    edited_questions_do_no_harm,
    the_basis_opens_in_place,
);

/// The results of the self-check that are shown in full, in the order in which they stand; “none” if nothing is ticked.
fn results(page: &Page) -> Vec<String> {
    page.get(
        "const seen = (where) => [...document.querySelectorAll(where)].filter((it) => it.checkVisibility());
        const names = (where) => seen(where).map((it) => it.dataset.result ?? 'none');
        const [bar, full] = [names('.selfcheck__bar > p'), names('.selfcheck__results > [data-result]')];
        return bar[0] === 'none' && !full.length || `${bar}` === `${full}` ? bar : [`bar: ${bar}, in full: ${full}`]",
    )
}

fn tick(page: &Page, then: &str, nth: usize) {
    let script = "document.querySelectorAll(`[data-then=${arguments[0]}]`)[arguments[1]].click()";
    page.eval(script, &[json!(then), json!(nth)]);
}

/// Each result by itself, then all of them, the most serious first.
fn checks(page: &Page) {
    assert_eq!(results(page), ["none"]);
    for result in ["also", "ask", "doctor", "wait", "talk", "help"] {
        tick(page, result, 0);
        assert_eq!(results(page), [result]);
        tick(page, result, 0);
        assert_eq!(results(page), ["none"]);
    }
    tick(page, "ask", 3);
    tick(page, "help", 0);
    assert_eq!(results(page), ["help", "ask"]);
    tick(page, "doctor", 1);
    tick(page, "wait", 2);
    assert_eq!(results(page), ["help", "wait", "doctor", "ask"]);
    tick(page, "help", 0);
    assert_eq!(results(page), ["wait", "doctor", "ask"]);
    page.css(".selfcheck [type=reset]").click();
    becomes("the results", &["none"], || results(page));
}

fn the_self_check_follows_and_stores_nothing(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/safety/");
    host.forget_requests();
    checks(&page);
    tick(&page, "ask", 0);
    tick(&page, "help", 2);
    let kept = "return [localStorage.length, sessionStorage.length, document.cookie, location.search]";
    assert_eq!(page.eval(kept, &[]), json!([0, 0, "", ""]));
    page.reload();
    page.ready();
    assert_eq!(results(&page), ["none"], "a tick came back");
    let posted = host.requests().iter().any(|seen| seen.path.contains('?'));
    assert!(!posted, "{:?}", host.requests());
    page.is_clean();
}

fn the_self_check_needs_no_app(stage: &Stage) {
    let host = stage.host();
    host.hold("*.wasm");
    let page = stage.page_with(With { dark: false, no_script: false, no_wait: true });
    page.open(&host, "/safety/");
    page.until("the page", "return document.querySelector('.selfcheck__results') !== null");
    assert_eq!(page.app(), "waiting");
    checks(&page);
    host.release();
}

fn studies_are_sorted_and_narrowed(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/evidence/");
    // The years of the studies that are shown, or their names in links, in the order in which they stand.
    let seen = |what: &str| -> Vec<String> {
        page.get(&format!(
            "return [...document.querySelectorAll('.studies tbody tr')].filter((it) => !it.hidden).map((it) => it.{what})"
        ))
    };
    let years = || seen("lastElementChild.textContent");
    let studies = &words().evidence.studies;
    let as_written = years();
    assert_eq!(as_written.len(), studies.len());
    // The heads of the table are lines of one legend; this is the last.
    let year = legends().study_heads.lines().last().expect("a head");
    page.button(year).click();
    let mut sorted = as_written.clone();
    sorted.sort();
    becomes("the years", &sorted, years);
    assert_eq!(page.css("th[aria-sort]").attribute("aria-sort").as_deref(), Some("ascending"));
    page.button(year).click();
    sorted.reverse();
    becomes("the years", &sorted, years);
    assert_eq!(page.css("th[aria-sort]").count(), 1);

    // Topics are lines, too, in the order of their names in the page.
    page.role("radio", line(&legends().topics, Topic::Sleep as usize)).choose();
    let about_sleep = studies.iter().filter(|study| study.topics.contains(&Topic::Sleep));
    let source = |study: &Study| format!("study-{}", words().sources[usize::from(study.source)].id);
    let mut wanted: Vec<String> = about_sleep.map(source).collect();
    wanted.sort();
    assert!((1..studies.len()).contains(&wanted.len()), "all or no study is about sleep");
    let ids = || {
        let mut ids = seen("id");
        ids.sort();
        ids
    };
    becomes("the studies about sleep", &wanted, ids);
    page.role("radio", &legends().topic_all).choose();
    until("all studies", SOON, || years().len() == studies.len());

    let head =
        "return getComputedStyle(document.querySelector('.studies td[data-head]'), '::before').content";
    let head: String = page.get(head);
    assert!(head.ends_with(": \""), "a word and its answer run together: {head}");

    let study = page.css(".study > summary");
    assert_eq!(study.count(), as_written.len());
    page.eval("document.querySelector('.study > summary').click()", &[]);
    page.until("the summary", "return document.querySelector('.study p').checkVisibility()");
    page.is_clean();
}

fn claims_are_found(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/evidence/");
    let shown = || page.css(".claim").count();
    let all = words().claims.len();
    assert_eq!(shown(), all, "claims");
    let field = page.role("searchbox", &legends().claims_find);
    // A word of the first claim, with an accent that nobody wrote.
    let says = words().claims[0].says.split(|c: char| !c.is_ascii_lowercase());
    let word = says.filter(|word| word.contains('o')).max_by_key(|word| word.len()).expect("a word");
    field.type_text(word.replacen('o', "ó", 1));
    // How many is said once the typing rests: until then there are fewer with each letter.
    let said = || page.css(".claims [role=status]").texts().join("");
    until("to hear how many there are", SOON, || {
        let now = shown();
        (1..all).contains(&now) && said().contains(&now.to_string())
    });
    let fewer = shown();
    field.clear();
    until("all claims", SOON, || shown() == all);
    field.type_text(wide(word));
    becomes("the claims", &fewer, shown);
    field.clear();
    until("all claims", SOON, || shown() == all);

    page.go("about:blank");
    let id = &words().claims[all - 1].id;
    page.open_ready(&host, &format!("/evidence/#{id}"));
    let open = format!("return document.getElementById('{id}').closest('details').open");
    page.until("the claim to be open", &open);
    page.is_clean();
}

/// What is ticked, as the page shows it.
fn ticked(page: &Page) -> Vec<String> {
    page.get("return [...document.querySelectorAll('.asks input[data-give]:checked')].map((it) => it.nextSibling.textContent)")
}

fn questions_to_ask_are_kept(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/practitioners/");
    page.eval("document.querySelectorAll('.asks input[data-give]')[2].click()", &[]);
    let own = "Is there a lift? <b>&amp;</b>";
    assert!(page.get::<bool>("return document.getElementById('own-ask').labels.length === 1"));
    page.css("#own-ask").type_text(own);
    page.button(&legends().ask_add).click();
    until("two ticks", SOON, || ticked(&page).len() == 2);
    let before = ticked(&page);
    assert_eq!(before[1], own);

    page.reload();
    page.ready();
    until("the ticks again", SOON, || ticked(&page) == before);
    page.open_ready(&host, "/about/");
    page.open_ready(&host, "/practitioners/");
    until("the ticks again", SOON, || ticked(&page) == before);
    assert!(!page.url().contains("lift"));

    page.button(&legends().ask_clear).click();
    until("no ticks", SOON, || ticked(&page).is_empty());
    // Then the page has nothing to wake for.
    let mark = "return localStorage.getItem('stillpoint.asks')";
    becomes("the mark that something is kept", &None::<String>, || page.get::<Option<String>>(mark));
    page.is_clean();
}

fn edited_questions_do_no_harm(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/about/");
    let long = "x".repeat(1_000);
    for kept in
        ["{", "[]", "null", "{\"ticked\":7,\"own\":{}}", &format!("{{\"own\":[[\"{long}\",true],[1],null]}}")]
    {
        page.eval("localStorage.setItem('stillpoint-asks', arguments[0])", &[json!(kept)]);
        page.open_ready(&host, "/practitioners/");
        page.until(
            "the questions",
            "return document.querySelector('[data-island=asks]').dataset.awake === ''",
        );
        let own = usize::from(kept.contains(&long));
        until("what of it can be read", SOON, || ticked(&page).len() == own);
        assert!(ticked(&page).iter().all(|it| it.chars().count() == 300), "{kept}");
        let gone = "return localStorage.getItem('stillpoint-asks') === null";
        page.until("the old record to be moved", gone);
        page.is_clean();
    }
}

fn the_basis_opens_in_place(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    for route in ["/what-to-expect/", "/faq/", "/safety/", "/walkthrough/"] {
        page.open_ready(&host, route);
        let before = page.url();
        let open = "const it = [...document.querySelectorAll('.basis')].find((it) => it.querySelector('.grade'));
            for (let up = it; up; up = up.parentElement.closest('details')) up.open = true;
            it.scrollIntoView();
            return [it.querySelector('.grade').textContent, it.querySelector('.basis__sources li').textContent.length > 40,
              it.querySelector('.basis__sources').checkVisibility()]";
        let seen = page.eval(open, &[]);
        let grade = seen[0].as_str().unwrap_or_default().to_owned();
        let mut labels = words().claims.iter().map(|claim| words().label(claim));
        assert!(labels.any(|label| *label == *grade), "{route}: {grade}");
        assert_eq!([&seen[1], &seen[2]], [true, true], "{route}");
        assert_eq!(page.url(), before);
    }
    page.is_clean();
}
