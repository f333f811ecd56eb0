// A drawing far down a page is asked for when somebody comes near: `<use data-href>` becomes `<use href>`. All of them
// come before the page is printed.
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
})();
