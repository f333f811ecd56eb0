//! The sheet: on the page, over the whole screen, and in its file.

use super::says::Says;
use super::views::fresh;
use crate::core::sheet::{Line, Part, Sheet, Wish};
use std::rc::Rc;
use yew::prelude::*;

/// Where its headings stand: in the page, or as a page of its own.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Headings {
    #[default]
    InPage,
    Alone,
}

/// Props of [`SheetView`].
#[derive(Clone, PartialEq, Properties)]
pub struct SheetProps {
    /// Its id, which those of its pieces begin with.
    pub id: &'static str,
    /// What stands on it.
    pub sheet: Rc<Sheet>,
    /// What's said around it.
    pub says: Says,
    /// The drawing with its marks, as HTML of ours.
    pub map: AttrValue,
    /// Whether something is marked there.
    pub marked: bool,
    /// Large print.
    pub large: bool,
    /// Where its headings stand.
    #[prop_or_default]
    pub headings: Headings,
}

/// The sheet.
#[component]
pub fn SheetView(props: &SheetProps) -> Html {
    let SheetProps { id, sheet, says, map, marked, large, headings } = props;
    let of = |piece: &str| [id, "-", piece].concat();
    let [head, title] = match headings {
        Headings::InPage => ["h3", "h4"],
        Headings::Alone => ["h1", "h2"],
    };
    html! {
        <article id={*id} class="sheet" aria-label={says.sheet_head().to_owned()} data-large={large.then_some("1")}
            data-filled={(!sheet.is_empty()).then_some("1")}>
            <@{head} class="sheet__head">
                { says.sheet_head() }
                <span id={of("name")} class="sheet__name" dir="auto">{ fresh(sheet.name()) }</span>
            </@>
            <div id={of("map")} class="sheet__map" hidden={!marked}>
                { Html::from_html_unchecked(map.clone()) }
                { legend([says.sheet_not(), says.sheet_ask(), says.sheet_fine()]) }
            </div>
            <div id={of("parts")} class="sheet__parts">{ for sheet.parts().iter().map(|it| part(it, title)) }</div>
            if sheet.is_empty() {
                <p id={of("empty")} class="sheet__empty">{ says.sheet_empty() }</p>
            }
        </article>
    }
}

fn part(part: &Part, title: &'static str) -> Html {
    html! {
        <section class="sheet__part" key={&*part.title}>
            <@{title}>{ &part.title }</@>
            { for part.lines.iter().flat_map(line) }
            if !part.asks.is_empty() {
                <ol>{ for part.asks.iter().map(|ask| html! { <li dir="auto">{ fresh(ask) }</li> }) }</ol>
            }
        </section>
    }
}

/// A line as its paragraphs. Each finds its own direction; what stands before the first may run the other way.
fn line(Line { lead, text }: &Line) -> Vec<Html> {
    let leads = std::iter::once(lead.as_str()).chain(std::iter::repeat(""));
    let paragraph = |(paragraph, lead): (&str, &str)| match lead {
        "" => html! { <p dir="auto">{ fresh(paragraph) }</p> },
        lead => {
            html! { <p dir="auto"><strong>{ fresh(lead) }</strong>{ " " }<bdi>{ fresh(paragraph) }</bdi></p> }
        }
    };
    text.split('\n').zip(leads).map(paragraph).collect()
}

/// What the marks mean: on refusing, asking and what is fine.
pub fn legend(texts: [&str; 3]) -> Html {
    let key = |(wish, text): (Wish, &str)| {
        html! {
            <li class="key" data-mark={wish.name()}>
                <svg class="key__spot spot" viewBox="0 0 40 40" data-mark={wish.name()} aria-hidden="true" focusable="false">
                    <circle cx="20" cy="20" r="18" />
                    <use href={["#mark-", wish.name()].concat()} x="6" y="6" width="28" height="28" />
                </svg>
                { text.trim_end_matches(':') }
            </li>
        }
    };
    html! { <ul class="keys">{ for Wish::ALL.into_iter().zip(texts).map(key) }</ul> }
}

/// A drawing of ours with marks at its places.
pub fn marked_map(map: &str, marks: &[(String, &'static str)]) -> AttrValue {
    let marked = marks.iter().fold(map.to_owned(), |map, (id, mark)| {
        let place = ["data-place=\"", id, "\""].concat();
        map.replace(&place, &[&place, " data-mark=\"", mark, "\""].concat())
    });
    marked.into()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::core::sheet::Answer;

    const WILD: &str = "<img src=x onerror=alert(1)>\nשלום \"'&amp; ]]> id=\"sheet\"";

    fn html(sheet: Sheet, headings: Headings) -> String {
        let map = marked_map(
            "<svg><g data-place=\"feet\"></g><g data-place=\"ears\"></g></svg>",
            &[("feet".into(), "not")],
        );
        let props = SheetProps {
            id: "sheet",
            sheet: Rc::new(sheet),
            says: Says::names(),
            map,
            marked: true,
            large: false,
            headings,
        };
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let render = yew::LocalServerRenderer::<SheetView>::with_props(props).hydratable(false).render();
        tokio::task::LocalSet::new().block_on(&runtime, render)
    }

    #[test]
    fn what_somebody_wrote_stays_text() {
        let with = |text: &str| {
            let answers = [
                ("Hope".to_owned(), Answer::Wrote("Own:".into(), text.into())),
                ("Asks".to_owned(), Answer::Asks(text.into())),
            ];
            html(Sheet::of(text, answers, ["", "", ""]), Headings::InPage)
        };
        let html = with(WILD);
        let tags = |html: &str| (html.matches('<').count(), html.matches('>').count());
        assert_eq!(tags(&html), tags(&with("plain\ntext")), "{html}");
        assert!(html.contains("<strong><span>Own:</span></strong> <bdi>"), "{html}");
        // The name, two paragraphs, the question.
        assert_eq!(html.matches("שלום").count(), 3, "{html}");
        assert_eq!(html.matches("dir=\"auto\"").count(), 4, "{html}");
        assert!(!html.contains("sheet__empty"), "{html}");
    }

    #[test]
    fn only_what_is_marked_has_a_mark() {
        let html = html(Sheet::default(), Headings::Alone);
        assert!(
            html.contains("data-place=\"feet\" data-mark=\"not\"") && html.contains("data-place=\"ears\">")
        );
        assert!(html.contains("<h1 class=\"sheet__head\"") && html.contains("id=\"sheet-empty\""), "{html}");
    }
}
