// Narrows the list of questions to those that hold the letters typed, until the search has its index, and
// where that never comes.
(() => {
  "use strict";
  const narrow = (list, typed) => {
    const wanted = typed.trim().toLowerCase();
    const holds = (entry) => entry.textContent.toLowerCase().includes(wanted);
    const entries = [...list.querySelectorAll(".answer")].map((entry) => [entry, holds(entry)]);
    // Nothing at all is no answer: then everything stays.
    const some = entries.some(([, fits]) => fits);
    for (const [entry, fits] of entries) entry.hidden = some && !fits;
    for (const group of list.children) group.hidden = !group.querySelector(".answer:not([hidden])");
  };
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field.type !== "search" || field.id !== "search") return;
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
