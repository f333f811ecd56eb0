//! Structured data for search engines, made from the words that the page shows and nothing else.

use crate::content::book::Book;
use crate::core::claim::Day;
use crate::route::Route;
use serde_json::{Value, json};

/// Structured data of a page as a `script` element, which no browser runs; empty where there is none.
/// `site` is the address of the site, `address` the page's own.
pub fn element(book: &Book, route: Route, site: &str, base: &str, address: &str) -> String {
    let mut things = match route {
        Route::Missing => return String::new(),
        Route::Faq => vec![questions(book)],
        Route::Guide | Route::Stress | Route::Safety | Route::Evidence | Route::Practitioners => {
            vec![medical(book, route, address)]
        }
        _ => Vec::new(),
    };
    if route != Route::Home {
        things.push(crumbs(book, route, site, base, address));
    }
    if things.is_empty() {
        return String::new();
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": things });
    // “</” would end the element.
    format!("<script type=\"application/ld+json\">{}</script>", graph.to_string().replace("</", "<\\/"))
}

fn questions(book: &Book) -> Value {
    let all = book.questions.iter().map(|question| {
        let answer = json!({ "@type": "Answer", "text": question.plain.trim() });
        json!({ "@type": "Question", "name": &*question.ask, "acceptedAnswer": answer })
    });
    json!({ "@type": "FAQPage", "inLanguage": &*book.language, "mainEntity": all.collect::<Vec<_>>() })
}

fn medical(book: &Book, route: Route, address: &str) -> Value {
    let page = &book.pages[route.place()];
    json!({
        "@type": "MedicalWebPage",
        "name": &*page.heading,
        "description": &*page.description,
        "url": address,
        "inLanguage": &*book.language,
        "lastReviewed": iso(book.reviewed()),
        "about": { "@type": "MedicalTherapy", "name": &*book.legends.therapy },
        "audience": { "@type": "PeopleAudience", "audienceType": "Patient" },
    })
}

fn crumbs(book: &Book, route: Route, site: &str, base: &str, address: &str) -> Value {
    let name = |route: Route| book.pages[route.place()].nav.to_string();
    let item = |place: u8, name: String, item: &str| json!({ "@type": "ListItem", "position": place, "name": name, "item": item });
    let home = format!("{site}{base}");
    json!({
        "@type": "BreadcrumbList",
        "itemListElement": [item(1, name(Route::Home), &home), item(2, name(route), address)],
    })
}

fn iso(Day(year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}
