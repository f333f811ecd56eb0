// Keeps what somebody does to an island before it is awake, and carries it out then: one keeper for all.
//
// An island that renders anew replaces its elements, so each is kept by a key that its successor has, too.
// An element that is still there afterwards belongs to the page, and the island has read it by itself.
(() => {
  "use strict";
  const root = document.documentElement;
  const kept = new WeakMap();
  // What was kept is being carried out, one thing after another: what comes meanwhile has to wait its turn.
  const busy = new WeakSet();
  let passing = false;

  const sleeping = (target) => {
    const island = !passing && target.closest?.("[data-island]");
    if (!island) return null;
    // One that sleeps until it is used is asked once more, if its files didn't come the last time.
    const { failed, onUse, awake } = island.dataset;
    const isGone = failed !== undefined && onUse === undefined;
    return !isGone && (awake === undefined || busy.has(island)) ? island : null;
  };

  // Somebody uses an island. The program hears it, or finds the mark when it comes. Where it has stopped, or brings
  // nothing for so many milliseconds, that is said: no control is silently dead.
  const PATIENCE = 10000;
  const use = (island) => {
    if (island?.dataset.onUse === undefined || island.dataset.awake !== undefined) return;
    island.dataset.used = "";
    island.dispatchEvent(new Event("island-used", { bubbles: true }));
    if (root.dataset.stopped !== undefined) setTimeout(() => island.dispatchEvent(new Event("island-failed", { bubbles: true })));
    else setTimeout(() => island.isConnected && island.dataset.awake === undefined && lose(island), PATIENCE);
  };

  // An island without words of its own for that has the page's, which a dialog would cover.
  const lose = (island) => {
    island.dataset.failed = "";
    if (island.dataset.onUse === undefined || island.querySelector("[data-says-failed]")) return;
    root.dataset.lost = "";
    const dialog = island.closest("dialog");
    const note = document.getElementById("failed");
    if (!dialog || !note) return;
    // An earlier one leads to the page that was shown then.
    dialog.querySelector(".failed")?.remove();
    dialog.insertBefore(note.cloneNode(true), dialog.firstChild).removeAttribute("id");
  };

  const keyOf = (element) => {
    if (!element) return null;
    // An id may move on to another control, as the one for the focus does from Start to Pause.
    const { early } = element.dataset;
    if (early) return `[data-early="${CSS.escape(early)}"]`;
    if (element.id) return `#${CSS.escape(element.id)}`;
    const { name, type, value } = element;
    const choice = type === "radio" || (type === "checkbox" && element.hasAttribute("value"));
    if (name) return `[name="${CSS.escape(name)}"]${choice ? `[value="${CSS.escape(value)}"]` : ""}`;
    const action = element.getAttribute("data-do");
    return action && `[data-do="${CSS.escape(action)}"]`;
  };

  const keep = (island, element, carryOut, value) => {
    const list = kept.get(island) ?? [];
    if (!list.length) kept.set(island, list);
    list.push([element, keyOf(element), carryOut, value]);
    use(island);
  };

  document.addEventListener("click", (event) => {
    const island = sleeping(event.target);
    const button = island && event.target.closest("button, [data-tap]");
    // What closes a dialog needs no program.
    if (!button || button.form?.method === "dialog") return;
    event.stopImmediatePropagation();
    if (button.type === "submit") event.preventDefault();
    if (button.getAttribute("aria-busy") === "true") return;
    if (button.matches("button")) button.setAttribute("aria-busy", "true");
    const at = String(Math.round(performance.now()));
    keep(island, button, (found) => {
      found.removeAttribute("aria-busy");
      found.dataset.earlyAt = at;
      found.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    });
  }, true);

  const changed = ({ target }) => {
    const island = sleeping(target);
    if (!island) return;
    const { type, checked, value } = target;
    const isChoice = type === "radio" || type === "checkbox";
    keep(island, target, (found) => {
      if (found === target) return;
      if (isChoice) {
        if (found.checked !== checked) found.click();
        return;
      }
      found.value ||= value;
      for (const it of ["input", "change"]) found.dispatchEvent(new Event(it, { bubbles: true }));
    }, isChoice ? undefined : value);
  };
  for (const it of ["input", "change"]) document.addEventListener(it, changed, true);

  // A dialog opens without the program, which brings what is in it. Not every browser knows `closedby` yet.
  document.addEventListener("click", ({ target }) => {
    const opener = target.closest?.("[data-opens]");
    const dialog = document.getElementById(opener?.dataset.opens);
    if (dialog) {
      dialog.showModal();
      use(dialog.querySelector("[data-island]"));
    } else if (target.matches?.("dialog[closedby=any]")) {
      target.close();
    }
  });

  // Nothing is replaced under a finger, or while an input method composes a word: a press would never become a
  // click. The program waits until this is said to be over.
  const hold = () => { root.dataset.held = ""; };
  const release = () => setTimeout(() => {
    delete root.dataset.held;
    root.dispatchEvent(new Event("stillpoint-released"));
  });
  for (const it of ["pointerdown", "compositionstart"]) document.addEventListener(it, hold, true);
  for (const it of ["pointerup", "pointercancel", "compositionend"]) document.addEventListener(it, release, true);

  // Focus, selection and open disclosures outlive the elements that had them.
  const before = new WeakMap();
  document.addEventListener("island-waking", ({ target }) => {
    const active = target.contains(document.activeElement) ? document.activeElement : null;
    const { selectionStart, selectionEnd } = active ?? {};
    const open = [...target.querySelectorAll("details")].map((details) => details.open);
    before.set(target, { focus: keyOf(active), selection: [selectionStart, selectionEnd], open });
  });
  const restore = (island) => {
    const { focus, selection, open } = before.get(island) ?? {};
    open?.forEach((was, nth) => {
      const details = island.querySelectorAll("details")[nth];
      if (details && was) details.open = true;
    });
    const field = focus && document.activeElement === document.body && island.querySelector(focus);
    if (!field) return;
    field.focus({ preventScroll: true });
    try {
      if (Number.isInteger(selection[0])) field.setSelectionRange?.(...selection);
    } catch {
      // It has become a field without a selection.
    }
  };

  document.addEventListener("island-awake", async ({ target }) => {
    // At once: somebody goes on typing, and what comes now stands behind what was typed before.
    for (const [element, key, , value] of kept.get(target) ?? []) {
      const found = value !== undefined && key && !element.isConnected && target.querySelector(key);
      if (found) found.value = value;
    }
    restore(target);
    // It was late, and is there now.
    delete target.dataset.failed;
    delete root.dataset.lost;
    const list = kept.get(target) ?? [];
    busy.add(target);
    while (list.length) {
      // The island has to have drawn what came of one before it hears of the next.
      await new Promise((next) => { setTimeout(next); });
      const [element, key, carryOut] = list.shift();
      const found = element.isConnected ? element : key && target.querySelector(key);
      passing = true;
      try {
        if (found) carryOut(found);
      } catch (reason) {
        // What can't be carried out on its successor keeps nothing else from being.
        console.error(reason);
      }
      passing = false;
    }
    busy.delete(target);
    kept.delete(target);
  });

  document.addEventListener("island-failed", ({ target }) => {
    for (const [element] of kept.get(target) ?? []) element.removeAttribute("aria-busy");
    kept.delete(target);
    lose(target);
  });
})();
