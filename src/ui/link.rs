//! Links to pages, under the base path.

use super::Base;
use crate::route::Route;
use yew::prelude::*;

/// Props of [`Link`].
#[derive(PartialEq, Properties)]
pub struct LinkProps {
    /// The page it leads to.
    pub to: Route,
    /// What follows the path, for instance `#sources`.
    #[prop_or_default]
    pub rest: AttrValue,
    /// The page being shown, if the link should say that it leads there.
    #[prop_or_default]
    pub here: Option<Route>,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// What it says.
    pub children: Html,
}

/// A plain link to a page. The app turns a click into navigation without a reload.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let base = use_context::<Base>().expect("the app provides the base path");
    let current = (props.here == Some(props.to)).then_some("page");
    html! {
        <a href={base.to(props.to, &props.rest)} class={props.class.clone()} aria-current={current}>
            { props.children.clone() }
        </a>
    }
}
