// Keeps what a person does before the app is awake, and starts the app.
//
// It stands in the page's head, so nothing visible is ever dead: a tap on Start and a choice are kept and carried
// out when the app says that it is ready. Letters in the search box narrow the list of questions to those that
// hold them, until the finder has its index, and where that never comes.
(() => {
  "use strict";
  const root = document.documentElement;
  const told = document.currentScript.dataset;
  // Elsewhere than `waiting` it is `asleep`, `ready` or `failed`.
  const waiting = () => root.dataset.app === "waiting";
  const kept = [];
  // What was kept is being carried out: what comes meanwhile has to wait its turn, or a walk would start before
  // its length is chosen.
  let [carrying, passing] = [false, false];
  const early = () => !passing && (waiting() || carrying);

  const later = (element, carryOut) => kept.push([element, carryOut]);

  document.addEventListener("click", (event) => {
    if (root.dataset.app === "failed" && event.target.closest("a[href]")) {
      // The app can't follow links any more; the browser can.
      event.stopImmediatePropagation();
      return;
    }
    const button = early() && event.target.closest("button[data-early]");
    if (button) event.stopImmediatePropagation();
    if (button && !button.hasAttribute("aria-busy")) {
      button.setAttribute("aria-busy", "true");
      button.dataset.earlyAt = Math.round(performance.now());
      later(button, () => {
        button.removeAttribute("aria-busy");
        button.click();
      });
    }
  }, true);

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (early() && (field.type === "radio" || field.type === "checkbox")) {
      const wanted = field.checked;
      later(field, () => {
        field.checked = !wanted;
        field.click();
      });
    }
    if (early() && field.type === "range") {
      const wanted = field.value;
      later(field, () => {
        field.value = wanted;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
  }, true);

  const narrow = (list, typed) => {
    const wanted = typed.trim().toLowerCase();
    const holds = (entry) => entry.textContent.toLowerCase().includes(wanted);
    const entries = [...list.querySelectorAll(".answer")].map((entry) => [entry, holds(entry)]);
    // Nothing at all is no answer: then everything stays.
    const some = entries.some(([, fits]) => fits);
    for (const [entry, fits] of entries) entry.hidden = some && !fits;
    for (const group of list.children) group.hidden = !group.querySelector(".answer:not([hidden])");
  };
  // Whoever types this may be in danger: help shows at once and needs no program. The host has written out the
  // words in every form. Once the finder has its index, it takes the notice away.
  const help = (typed) => {
    const notice = document.getElementById("faq-crisis");
    if (!notice) return;
    const words = document.getElementById("faq-crisis-words");
    const plain = typed.toLowerCase().normalize("NFKD").replace(/['’\u00ad\p{M}]/gu, "").split(/[^\p{L}\p{N}]+/u);
    const needed = new RegExp(` (${words.dataset.when}) `).test(` ${plain.join(" ")} `);
    const finds = document.getElementById("faq-all").dataset.finds;
    if (needed && !notice.childElementCount) notice.replaceChildren(words.content.cloneNode(true));
    if (!needed && !finds) notice.replaceChildren();
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
  // The finder has its index, and finds more. It may be told when the page has been left already.
  root.addEventListener("stillpoint-finds", () => {
    const list = document.getElementById("faq-all");
    if (!list) return;
    list.dataset.finds = "1";
    if (list.dataset.plain) narrow(list, "");
    delete list.dataset.plain;
  });

  // The families of letters are no part of what makes a page work: they come after it, both at once, so
  // that the page is laid out anew one time. On later visits they are on the device, and come at once. What
  // comes late waits for the next page: nothing moves under the eyes of somebody who reads already. So it is
  // where the first picture took long to draw: the same again would stop a slow phone for as long.
  const SOON = 1500;
  const SWIFT = 150;
  const drawing = () => {
    const picture = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    return picture - (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0);
  };
  let sheet;
  const letters = async () => {
    if (letters.asked) return;
    letters.asked = true;
    const link = (words) => new Promise((done) => {
      const element = Object.assign(document.createElement("link"), words);
      element.onload = element.onerror = () => done(element);
      document.head.append(element);
    });
    const font = (name) => link({ rel: "preload", as: "font", crossOrigin: "", href: `${told.base}fonts/${name}.woff2` });
    await Promise.all(["literata-480", "atkinson-next"].map(font));
    const late = !root.dataset.face && (performance.now() > SOON || drawing() > SWIFT);
    sheet = await link({ rel: "stylesheet", href: told.letters, media: late ? "not all" : "all" });
    // Everything is there, and the worker may keep it. (`document.fonts.ready` would lay the page out at once.)
    root.dataset.settled = "1";
    root.dispatchEvent(new Event("stillpoint-settled"));
  };
  // Whoever has chosen other letters needs them to read, and nobody waits for an app that never comes.
  if (navigator.serviceWorker?.controller || root.dataset.face) letters();
  const show = () => sheet && (sheet.media = "all");
  document.addEventListener("change", ({ target }) => target.name === "face" && letters().then(show));
  // Where the app has failed the browser follows links, and the next page finds the letters at hand.
  root.addEventListener("stillpoint-going", show);
  setTimeout(letters, 8000);

  const fail = (reason) => {
    if (root.dataset.app !== "failed") root.dataset.app = "failed";
    letters();
    console.error(reason);
  };

  // A page that was left while its program came, and that the browser has kept, begins anew when somebody is back.
  addEventListener("pageshow", ({ persisted }) => persisted && root.dataset.app === "failed" && location.reload());

  root.addEventListener("stillpoint-ready", async () => {
    // One after another: the app has to have drawn what came of one before it hears of the next.
    if (carrying) return;
    carrying = true;
    while (kept.length) {
      await new Promise((next) => setTimeout(next));
      const [element, carryOut] = kept.shift();
      passing = true;
      if (element.isConnected) carryOut();
      passing = false;
    }
    carrying = false;
    letters();
  });

  // A program that has stopped can't say so itself. Desk and finder are told of elsewhere.
  const stopped = (reason) => {
    if (reason?.name === "RuntimeError" && !/\/(desk|finder)/.test(reason.stack)) fail(reason);
  };
  addEventListener("error", (event) => stopped(event.error));
  addEventListener("unhandledrejection", (event) => stopped(event.reason));

  // Our ids are ASCII, so the address is not decoded: a stray “%” in it would throw.
  document.addEventListener("DOMContentLoaded", () => {
    const around = document.getElementById(location.hash.slice(1))?.closest("details");
    if (around && !around.open) {
      around.open = true;
      around.scrollIntoView();
    }
  });
  // On its own: nothing that goes wrong elsewhere may keep the program from starting.
  const whole = new Promise((done) => document.addEventListener("DOMContentLoaded", done));

  // These loads come beside the page's text; where a page has a room, its head has asked for them already.
  const spare = !waiting();
  const begin = () => {
    if (begin.asked) return;
    begin.asked = true;
    root.dataset.app = "waiting";
    window.stillpointBase = told.base;
    window.stillpointPack = fetch(told.pack).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.arrayBuffer();
    });
    window.stillpointPack.catch(() => {});
    const wasm = fetch(told.wasm);
    wasm.catch(() => {});
    const glue = import(told.glue);
    glue.catch(() => {});
    whole.then(() => glue).then((glue) => glue.default({ module_or_path: wasm })).catch((reason) => {
      // One that did not come, since the line is gone or somebody has gone on meanwhile, is not missed where it is
      // a spare. It may come the next time that a link is near. (Where WebAssembly is refused its name is, too.)
      if (!spare || reason?.name === "RuntimeError") return fail(reason);
      root.dataset.app = "asleep";
      begin.asked = false;
    });
  };
  if (spare) {
    // A page with a program of its own needs the app for nothing but quicker links: it comes when a link is
    // near, or when the worker has it on the device. Until then the browser follows links.
    for (const it of ["desk", "finder"]) document.addEventListener(`stillpoint-${it}`, () => setTimeout(letters));
    root.addEventListener("stillpoint-spare", begin);
    document.addEventListener("focusin", ({ target }) => target.matches("a[href]:focus-visible") && begin());
    document.addEventListener("pointerover", ({ target, pointerType }) => {
      if (pointerType === "mouse" && target.closest?.("a[href]")) begin();
    });
  } else if ("first" in told) begin();
  else {
    // Where nothing waits for the app, it waits for the first picture. Not every browser tells of that.
    new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
    whole.then(() => setTimeout(begin, 1000));
  }
})();
