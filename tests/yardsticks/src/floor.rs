//! The floor, what physics allows: the same paths and text as hand-written HTML, with one small style
//! sheet and one small script.

use crate::Outcome;
use crate::files::Folder;
use crate::lean::lean;
use crate::made::{BASE, mains};
use std::path::Path;
use stillpoint::content::book::{Book, QuestionText};
use stillpoint::content::{Pack, fill};
use stillpoint::core::position::{Kind, Step};
use stillpoint::core::search::mark::escape;
use stillpoint::route::Route;

const STYLE: &str = include_str!("../assets/floor.css");
const SCRIPT: &str = include_str!("../assets/floor.js");

/// What its pages may load.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; \
    base-uri 'none'; form-action 'none'";

/// Writes every page.
pub fn write(book: &Book, out: &Path) -> Outcome {
    let (mains, pack) = mains(book)?;
    let mut folder = Folder::new(out);
    folder.write("floor.css", STYLE.as_bytes())?;
    folder.write("floor.js", SCRIPT.as_bytes())?;
    for (route, main) in Route::ALL.into_iter().zip(mains) {
        let main = match route {
            Route::Walk => walk(book, &pack, &main)?,
            Route::Faq => questions(book, &main)?,
            _ => lean(&main),
        };
        let file = match route {
            Route::Missing => "404.html".to_owned(),
            _ => format!("{}index.html", route.path().trim_start_matches('/')),
        };
        folder.write(&file, page(book, route, &main).as_bytes())?;
    }
    folder.close()
}

/// The whole document of a page.
fn page(book: &Book, route: Route, main: &str) -> String {
    let of = &book.pages[route.place()];
    let labels = &book.labels;
    let doors = [Route::Home].into_iter().chain(Route::DOORS);
    let doors = doors.chain(Route::FOOT.into_iter().filter(|route| *route != Route::Home));
    let next =
        route.next().map(|next| format!("<p>{} {}</p>\n", escape(&labels.next()), link(book, next, "")));
    format!(
        r#"<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{title}</title>
<link rel="stylesheet" href="{BASE}floor.css">
<script defer src="{BASE}floor.js"></script>
<meta name="description" content="{description}">
<link rel="icon" href="data:,">
</head>
<body>
<header><nav aria-label="{nav}"><ul>{doors}</ul></nav></header>
<main id="main">
{main}
{next}</main>
<footer><p>{foot}</p><nav aria-label="{nav_foot}"><ul>{feet}</ul></nav></footer>
</body>
</html>
"#,
        language = book.language,
        title = escape(&of.title),
        description = escape(&of.description),
        nav = escape(&labels.nav_main()),
        doors = links(book, doors, route),
        next = next.unwrap_or_default(),
        foot = escape(&labels.foot()),
        nav_foot = escape(&labels.nav_foot()),
        feet = links(book, Route::FOOT.into_iter(), route),
    )
}

fn links(book: &Book, routes: impl Iterator<Item = Route>, here: Route) -> String {
    let current = |route| if route == here { " aria-current=\"page\"" } else { "" };
    routes.map(|route| format!("<li>{}</li>", link(book, route, current(route)))).collect()
}

fn link(book: &Book, route: Route, more: &str) -> String {
    let path = route.path();
    format!("<a href=\"{BASE}{}\"{more}>{}</a>", &path[1..], escape(&book.pages[route.place()].nav))
}

/// The walk: a countdown of the longest plan, and all that is said of its steps, as the site's page has it.
fn walk(book: &Book, pack: &Pack, site: &str) -> Outcome<String> {
    let labels = &book.labels;
    let plans = pack.plans.iter();
    let plans: String = plans
        .map(|plan| format!("<li><strong>{}:</strong> {}</li>", escape(&plan.title), escape(&plan.line)))
        .collect();
    let holds = &pack.plans[0].steps;
    let steps = || holds.iter().map(|hold| &pack.steps[usize::from(hold.step)]);
    let plan: Vec<(&str, u16)> =
        steps().map(|step| &*step.title).zip(holds.iter().map(|it| it.seconds)).collect();
    let plan = serde_json::to_string(&plan).unwrap_or_default();
    let others = pack.steps.iter().filter(|step| matches!(step.kind, Kind::Alternate(_)));
    let cards = |steps: &mut dyn Iterator<Item = &Step>| {
        steps.map(|step| card(step, site)).collect::<Outcome<String>>()
    };
    Ok(format!(
        r#"<h1>{heading}</h1>
<p class="lead">{lead}</p>
<section id="walk" data-plan="{plan}" aria-label="{stage}">
<div id="choice"><ul>{plans}</ul><p><button type="button" id="start">{start}</button></p></div>
<div id="timer" hidden><p id="place" role="status"></p>
<svg viewBox="0 0 100 100" aria-hidden="true"><circle cx="50" cy="50" r="46"/><circle id="ring" cx="50" cy="50" r="46" pathLength="100"/></svg>
<p id="left"></p><p><button type="button" id="stop">{stop}</button></p></div>
</section>
<h2 id="steps">{list}</h2>
<ol>{steps}</ol>
<h2>{alternates}</h2>
<ul>{others}</ul>"#,
        heading = escape(&book.pages[Route::Walk.place()].heading),
        lead = escape(&labels.walk_is()),
        plan = escape(&plan),
        stage = escape(&labels.stage()),
        start = escape(&labels.start()),
        stop = escape(&labels.end()),
        list = escape(&book.legends.walk_list),
        steps = cards(&mut steps())?,
        alternates = escape(&book.legends.walk_alternates),
        others = cards(&mut others.into_iter())?,
    ))
}

/// What the site's page says of a step.
fn card(step: &Step, site: &str) -> Outcome<String> {
    let missing = || format!("the site's page has no card of {}", step.id);
    let (_, from) = site.split_once(&format!("<li id=\"{}\"", step.id)).ok_or_else(missing)?;
    let (_, from) = from.split_once("<div class=\"card\">").ok_or_else(missing)?;
    let (card, _) = from.split_once("</div><p class=\"step__go\">").ok_or_else(missing)?;
    Ok(format!("<li id=\"{}\">{}</li>\n", step.id, lean(card)))
}

/// The questions by group, above them the field that filters them. Their answers are those of the
/// site's page.
fn questions(book: &Book, site: &str) -> Outcome<String> {
    let mut questions = book.questions.iter();
    let (mut groups, mut rest) = (String::new(), site);
    for group in &book.groups {
        groups.push_str(&format!("<section><h2 id=\"group-{}\">{}</h2>\n", group.id, escape(&group.title)));
        for QuestionText { id, ask, .. } in questions.by_ref().take(usize::from(group.questions)) {
            let missing = || format!("the site's page has no answer to “{ask}”");
            let (_, from) = rest.split_once(&format!("<div id=\"{id}\"")).ok_or_else(missing)?;
            let (_, from) = from.split_once('>').ok_or_else(missing)?;
            let (answer, after) = from.split_once("</div></details>").ok_or_else(missing)?;
            (groups, rest) = (groups + &detail(id, ask, answer), after);
        }
        groups.push_str("</section>\n");
    }
    let count = fill(&book.legends.search_all, &[("n", &book.questions.len().to_string())]);
    Ok(format!(
        r#"<h1>{heading}</h1>
<p><label for="search">{label}</label><input id="search" type="search" autocomplete="off" spellcheck="false"></p>
<p id="count" role="status">{count}</p>
<div id="faq-list">
{groups}</div>"#,
        heading = escape(&book.pages[Route::Faq.place()].heading),
        label = escape(&book.legends.search),
        count = escape(&count),
    ))
}

fn detail(id: &str, ask: &str, answer: &str) -> String {
    format!("<details id=\"{id}\"><summary>{}</summary>{}</details>\n", escape(ask), lean(answer))
}
