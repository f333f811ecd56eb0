// What can be done on pages that are only read: sorting and narrowing the studies, narrowing the
// claims, ticking questions to ask, sharing a link; and last of all the offline worker. Pages come and go without a reload, so the document listens.
(() => {
  "use strict";
  const told = document.currentScript.dataset;
  const KEY = "stillpoint-asks";
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

  const sort = (button) => {
    const head = button.closest("th");
    const body = head.closest("table").tBodies[0];
    const by = head.dataset.sort;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentNode.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const rows = [...body.rows].sort((a, b) => order.compare(a.dataset[by], b.dataset[by]) * (down ? -1 : 1));
    body.append(...rows);
  };

  const narrow = (topic) => {
    for (const row of document.querySelectorAll(".studies tbody tr")) {
      row.hidden = topic !== "" && !row.dataset.topics.split(" ").includes(topic);
    }
  };

  const find = (field) => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of document.querySelectorAll(".claim")) {
      const text = (row.folded ??= fold(row.textContent));
      row.hidden = !words.every((word) => text.includes(word));
      count += row.hidden ? 0 : 1;
    }
    const told = document.querySelector(".claims [role=status]");
    told.textContent = words.length ? told.dataset.count.replace("{n}", count) : "";
  };

  // Heads of the table become buttons here, so that nothing dead is offered without a script.
  const makeSortable = () => {
    for (const head of document.querySelectorAll("th[data-sort]:not(:has(button))")) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "sort" });
      button.append(...head.childNodes);
      head.append(button);
    }
  };

  // What is ticked and added is kept on the device; what is kept may have been edited by hand.
  const asks = () => document.querySelector("[data-asks]");
  const note = () => asks().querySelector("[role=status]");
  const boxes = () => [...asks().querySelectorAll("input[data-tick=ask]")];
  const keep = () => {
    const own = boxes().filter((box) => box.value === "").map((box) => [box.nextSibling.textContent, box.checked]);
    const kept = { ticked: boxes().filter((box) => box.checked && box.value).map((box) => box.value), own };
    note().textContent = "";
    try {
      if (kept.ticked.length + own.length) localStorage.setItem(KEY, JSON.stringify(kept));
      else localStorage.removeItem(KEY);
    } catch {
      note().textContent = note().dataset.unkept;
    }
  };
  const add = (text, ticked) => {
    const row = document.createElement("li");
    const label = document.createElement("label");
    const box = document.createElement("input");
    const words = document.createElement("span");
    const away = document.createElement("button");
    label.className = "ask";
    Object.assign(box, { type: "checkbox", checked: ticked, value: "" });
    box.dataset.tick = "ask";
    words.textContent = text;
    Object.assign(away, { type: "button", className: "quiet", textContent: note().dataset.remove });
    away.dataset.ask = "remove";
    away.setAttribute("aria-label", `${note().dataset.remove}: ${text}`);
    label.append(box, words);
    row.append(label, away);
    asks().querySelector("ul").append(row);
  };
  const give = async (button) => {
    const note = document.getElementById(button.dataset.told);
    const lines = [...document.querySelectorAll(button.dataset.from)].map((box) => box.nextSibling.textContent.trim());
    if (!lines.length) return note.replaceChildren(button.dataset.none);
    const kept = await import(`${told.program}/app.js`).then((glue) => glue.give(button.dataset.give, lines.join("\n"))).catch(() => null);
    note.replaceChildren(button.dataset[kept === null ? "lost" : kept ? "given" : "ungiven"]);
  };
  // A link to a page or a place on it, without anything that was typed.
  const share = async (link) => {
    const url = new URL(link.href);
    url.search = "";
    if (navigator.share) return navigator.share({ url: url.href }).catch(() => {});
    const done = await navigator.clipboard?.writeText(url.href).then(() => true, () => false);
    const note = link.parentNode.querySelector("[role=status]") ?? link.parentNode.appendChild(document.createElement("span"));
    note.setAttribute("role", "status");
    const said = done ? document.querySelector(".foot [data-copied]").dataset.copied : url.href;
    requestAnimationFrame(() => { note.textContent = ` ${said}`; });
  };

  const restore = () => {
    stayThere();
    makeSortable();
    const place = asks();
    if (!place || place.dataset.asks) return;
    place.dataset.asks = "shown";
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      for (const box of boxes()) box.checked = Boolean(kept?.ticked?.includes?.(box.value));
      for (const one of Array.isArray(kept?.own) ? kept.own : []) {
        if (typeof one?.[0] === "string" && one[0]) add(one[0].slice(0, 300), one[1] === true);
      }
    } catch {
      // Refused or not readable: nothing is ticked.
    }
  };
  const deeds = {
    add: () => {
      const field = document.getElementById("own-ask");
      const text = field.value.trim().slice(0, 300);
      if (text) add(text, true);
      field.value = "";
      field.focus();
      keep();
    },
    remove: (button) => {
      button.closest("li").remove();
      document.getElementById("own-ask").focus();
      keep();
    },
    clear: () => {
      for (const box of boxes()) {
        box.checked = false;
        if (box.value === "") box.closest("li").remove();
      }
      keep();
    },
    copy: async () => {
      const text = boxes().filter((box) => box.checked).map((box) => `– ${box.nextSibling.textContent}`).join("\n");
      const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
      note().textContent = note().dataset[done ? "copied" : "uncopied"];
    },
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-share]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    share(link);
  }, true);
  // What lies between is laid out when it comes near, and has its true height only then. Not every browser keeps to
  // the place that a link led to meanwhile.
  let [led, until] = ["", 0];
  const stay = () => {
    if (performance.now() >= until) return;
    // Firefox goes there a frame later.
    const place = led === location.hash && document.getElementById(led.slice(1));
    if (place) place.scrollIntoView();
    requestAnimationFrame(stay);
  };
  const stayThere = () => {
    until = led && performance.now() + 400;
    requestAnimationFrame(stay);
  };
  for (const it of ["wheel", "touchstart", "keydown"]) document.addEventListener(it, () => { until = 0; }, { passive: true });
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link) led = link.hash;
    if (link?.pathname === location.pathname) stayThere();
  });
  document.addEventListener("click", ({ target }) => {
    const given = target.closest?.("button[data-give]");
    if (given) give(given);
    const button = target.closest?.(".sort, button[data-ask]");
    if (button?.matches(".sort")) sort(button);
    else if (button) deeds[button.dataset.ask](button);
  });
  document.addEventListener("input", ({ target }) => target.dataset?.find && find(target));
  document.addEventListener("change", ({ target }) => {
    if (target.name === "topic") narrow(target.value);
    if (target.dataset.tick === "ask") keep();
  });
  document.addEventListener("keydown", (event) => {
    // “/” and Ctrl or ⌘ with K lead to the search, unless somebody is
    // writing, or a walk is under way: no stray key may take somebody out of it.
    const writes = event.target.matches?.("input, textarea, select");
    const short = (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey && !event.altKey)
      || (event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    if (short && !document.querySelector("dialog[open], .held, .rest")) {
      event.preventDefault();
      const field = document.getElementById("search");
      if (field) field.focus();
      else document.querySelector("[data-find-link]")?.click();
    }
    if (event.target.id === "own-ask" && event.key === "Enter") deeds.add();
  });
  // A page that has just come shows what is kept. The title changes with the page and with nothing
  // else: a walk's every second is no reason to look.
  new MutationObserver(restore).observe(document.querySelector("title"), { childList: true });
  restore();

  // The worker fetches the whole site: it comes when everything of this page is there.
  const register = async () => {
    try {
      // Files of an old release go when no open page is of it any more.
      navigator.serviceWorker.addEventListener("message", ({ data, ports }) => {
        if (data === "release?") ports[0].postMessage(document.documentElement.dataset.release);
      });
      navigator.serviceWorker.controller?.postMessage("tidy");
      const registration = await navigator.serviceWorker.register(`${told.base}sw.js`);
      // A newer release that came during the last visit takes over now, at a fresh start, when nothing is
      // running. This page stays as it is; the next one is the new one.
      registration.waiting?.postMessage("take over");
    } catch {
      // Refused (private window, no permission): everything works, but not offline.
    }
  };
  const root = document.documentElement;
  const settled = () => (window.requestIdleCallback ?? setTimeout)(register);
  if (document.readyState === "complete") settled();
  else addEventListener("load", settled);
})();
