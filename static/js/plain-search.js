// What the search box does before the search has its index, and where that never comes: the list of questions
// narrows to those that hold the letters typed, and whoever may be in danger sees help.
(() => {
  "use strict";
  const narrow = (list, typed) => {
    // Letters that look the same are the same: full-width ones, ligatures.
    const wanted = typed.normalize("NFKC").trim().toLowerCase();
    const holds = (entry) => entry.textContent.toLowerCase().includes(wanted);
    const entries = [...list.querySelectorAll(".answer")].map((entry) => [entry, holds(entry)]);
    // Nothing at all is no answer: then everything stays.
    const some = entries.some(([, fits]) => fits);
    for (const [entry, fits] of entries) entry.hidden = some && !fits;
    for (const group of list.children) group.hidden = !group.querySelector(".answer:not([hidden])");
  };
  // Whoever types this may be in danger: help shows at once and needs no program. The host has written out the
  // words in every form.
  const help = (typed) => {
    const notice = document.getElementById("crisis");
    if (!notice) return;
    const words = document.getElementById("crisis-words");
    const plain = typed.toLowerCase().normalize("NFKD").replace(/['’\u00ad\p{M}]/gu, "").split(/[^\p{L}\p{N}]+/u);
    const needed = new RegExp(` (${words.dataset.when}) `).test(` ${plain.join(" ")} `);
    if (needed && !notice.childElementCount) notice.replaceChildren(words.content.cloneNode(true));
    if (!needed) notice.replaceChildren();
  };
  document.addEventListener("DOMContentLoaded", () => help(new URLSearchParams(location.search).get("q") ?? ""));
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field.type !== "search" || field.id !== "search") return;
    help(field.value);
    const list = document.getElementById("faq-all");
    if (!list || list.dataset.finds) return;
    list.dataset.plain = "1";
    narrow(list, field.value);
  }, true);
  // The search has its index, and finds more. It may say so when the page has been left already.
  document.documentElement.addEventListener("stillpoint-finds", () => {
    const list = document.getElementById("faq-all");
    if (!list) return;
    list.dataset.finds = "1";
    if (list.dataset.plain) narrow(list, "");
    delete list.dataset.plain;
  });
})();
