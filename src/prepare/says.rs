//! What the program of the page says. A list and not a struct of texts: reading one costs the browser far less code.

use crate::core::Text;
use serde::{Deserialize, Serialize};

macro_rules! says {
    ($(from $from:ident: $($name:ident),+;)+) => {
        /// What's said, each under the name that it has in `prepare.toml`.
        #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
        pub struct Says(Vec<Text>);

        #[allow(non_camel_case_types)]
        enum Index { $($($name,)+)+ }

        impl Says {
            $($(pub fn $name(&self) -> &str { self.at(Index::$name) })+)+

            fn at(&self, place: Index) -> &str {
                self.0.get(place as usize).map_or("", |text| text)
            }
        }

        #[cfg(feature = "ssr")]
        impl From<&crate::content::prepare::Prepare> for Says {
            fn from(page: &crate::content::prepare::Prepare) -> Self {
                Self(vec![$($(page.$from.$name.clone(),)+)+])
            }
        }

        /// Each text is its own name.
        #[cfg(test)]
        impl Says {
            pub fn names() -> Self {
                Self(vec![$($(stringify!($name).into(),)+)+])
            }
        }
    };
}

says! {
    from words: order_none, sheet_empty, share_file, unerase, hide;
    from says: mark_open, mark_fine, mark_ask, mark_not, sheet_fine, sheet_ask, sheet_not, marked, hear_none,
        choose_first, up, down, remove, moved, removed, added, full_list, sheet_head, copied, uncopied, shared, unshared,
        saved, file_name, download, unprinted, erased, back_again, kept, unkept, unanswered, lists_done, weekly_none,
        own_review, made, made_visit, made_visits, made_review, made_reviews, dates_none, date_half, date_wrong,
        date_gap, date_twice, date_past, date_same, zone, zone_utc;
}
