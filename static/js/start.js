// Starts the program, and says so where it can't be started. It stands in the page's head.
(() => {
  "use strict";
  const root = document.documentElement;
  const { program, first } = document.currentScript.dataset;
  const state = () => root.dataset.app;

  // Loads that end because somebody goes on to another page are no failure: the message would flash up.
  let leaving = false;
  addEventListener("beforeunload", () => {
    leaving = true;
    setTimeout(() => { leaving = false; }, 10000);
  });

  const fail = (reason) => {
    if (leaving) return;
    root.dataset.stopped = "";
    root.dataset.app = "failed";
    console.error(reason);
    // None of them works any more, and whoever uses one has to know: what is written isn't kept.
    for (const island of document.querySelectorAll("[data-island]")) {
      island.dataset.failed = "";
      island.dispatchEvent(new Event("island-failed", { bubbles: true }));
    }
  };

  // The program can't follow links any more; the browser can. Where only a part of it didn't come, it goes on following
  // them: a session may be running.
  document.addEventListener("click", (event) => {
    if (root.dataset.stopped !== undefined && event.target.closest("a[href]")) event.stopImmediatePropagation();
  }, true);

  // A page that was left while its program was on its way, and that the browser has kept, begins anew.
  addEventListener("pageshow", ({ persisted }) => persisted && state() !== "ready" && location.reload());

  // A program that has stopped can't say so itself.
  const stopped = (reason) => reason?.name === "RuntimeError" && fail(reason);
  addEventListener("error", ({ error }) => stopped(error));
  addEventListener("unhandledrejection", ({ reason }) => stopped(reason));

  // A link to an answer opens it. Our ids are ASCII, so the address is not decoded: a stray “%” in it would throw.
  document.addEventListener("DOMContentLoaded", () => {
    const around = document.getElementById(location.hash.slice(1))?.closest("details");
    if (around && !around.open) {
      around.open = true;
      around.scrollIntoView();
    }
  });

  // On its own: nothing that goes wrong elsewhere may keep the program from starting.
  const parsed = new Promise((done) => { document.addEventListener("DOMContentLoaded", done); });
  const begin = () => {
    if (begin.asked) return;
    begin.asked = true;
    const wasm = fetch(`${program}/app_bg.wasm`);
    const glue = import(`${program}/app.js`);
    // Both are looked at once the page has been parsed; until then nobody has to hear of a failure.
    for (const load of [wasm, glue]) load.catch(() => {});
    parsed.then(() => glue).then((it) => it.default({ module_or_path: wasm })).catch(fail);
  };
  if (first !== undefined) begin();
  else {
    // Where nothing waits for the program, it waits for the first paint. Not every browser reports that.
    new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
    parsed.then(() => setTimeout(begin, 1000));
  }
})();
