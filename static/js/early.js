// Keeps what a person does before the app is awake, and starts the app.
//
// It runs before anything can be seen, so nothing visible is ever dead: a tap on Start, a choice
// and letters in the search box are kept and carried out when the app says that it is ready.
(() => {
  "use strict";
  const root = document.documentElement;
  const told = document.currentScript.dataset;
  const waiting = () => root.dataset.app === "waiting";
  const kept = [];

  const later = (element, carryOut) => kept.push([element, carryOut]);

  document.addEventListener("click", (event) => {
    if (root.dataset.app === "failed" && event.target.closest("a[href]")) {
      // The app can't follow links any more; the browser can.
      event.stopImmediatePropagation();
      return;
    }
    const button = waiting() && event.target.closest("button[data-early]");
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
    if (waiting() && (field.type === "radio" || field.type === "checkbox")) {
      const wanted = field.checked;
      later(field, () => {
        field.checked = !wanted;
        field.click();
      });
    }
    if (waiting() && field.type === "range") {
      const wanted = field.value;
      later(field, () => {
        field.value = wanted;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
  }, true);

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (waiting() && field.type === "search") {
      const typed = field.value;
      later(field, () => {
        field.value = typed;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
    }
  }, true);

  root.addEventListener("stillpoint-ready", () => Promise.resolve().then(() => {
    for (const [element, carryOut] of kept.splice(0)) {
      if (element.isConnected) carryOut();
    }
  }));

  // The style sheet has come by the time this script runs; these loads never race it.
  document.addEventListener("DOMContentLoaded", () => {
    const opened = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const around = opened && opened.closest("details");
    if (around && !around.open) {
      around.open = true;
      around.scrollIntoView();
    }
    window.stillpointBase = told.base;
    window.stillpointPack = fetch(told.pack).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.arrayBuffer();
    });
    window.stillpointPack.catch(() => {});
    const wasm = fetch(told.wasm);
    import(told.glue)
      .then((glue) => glue.default({ module_or_path: wasm }))
      .catch((reason) => {
        if (waiting()) root.dataset.app = "failed";
        console.error(reason);
      });
  });
})();
