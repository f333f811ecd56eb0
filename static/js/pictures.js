// A drawing far down a page is asked for when somebody comes near: `<use data-href>` becomes `<use href>`. All of them
// come before the page is printed, and where style can't open what is closed, that is opened for the print.
(() => {
  "use strict";
  const come = (use) => {
    use.setAttribute("href", use.dataset.href);
    use.removeAttribute("data-href");
  };
  const waiting = (root) => root.querySelectorAll("use[data-href]");
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      waiting(target).forEach(come);
    }
  }, { rootMargin: "600px" });
  const watch = (root) => waiting(root).forEach((use) => near.observe(use.closest(".figure")));
  document.addEventListener("DOMContentLoaded", () => {
    watch(document);
    // A link inside the app brings another page into this one.
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) if (node.nodeType === 1) watch(node);
      }
    }).observe(document.body, { childList: true });
  });
  addEventListener("beforeprint", () => waiting(document).forEach(come));
  // `print.css` prints questions with their answers where it can name what a `details` hides: Chrome from 131,
  // Firefox from 143, Safari from 18.4.
  if (CSS.supports("selector(::details-content)")) return;
  let opened = [];
  const close = () => {
    for (const details of opened) details.open = false;
    opened = [];
  };
  addEventListener("beforeprint", () => {
    close();
    opened = [...document.querySelectorAll("details:not([open], .basis, .study)")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", close);
})();
