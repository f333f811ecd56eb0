// The settings: how it looks and what the figure shows. They are put on <html> before anything is
// painted, and kept on the device. What is kept may have been edited by hand: only words are taken.
(() => {
  "use strict";
  const root = document.documentElement;
  const { base } = document.currentScript.dataset;
  const KEY = "stillpoint-settings";
  // Set once the drawing is there, so that hands and body always belong together.
  const DRAWN = ["view", "build"];
  const NAMES = ["theme", "size", "face", "caption", "motion", "hand", ...DRAWN];
  const isWord = (value) => typeof value === "string" && /^[a-z]{1,20}$/.test(value);
  const dialog = () => document.getElementById("settings");

  let chosen = {};
  const take = (found) => {
    chosen = {};
    for (const name of NAMES) if (isWord(found?.[name])) chosen[name] = found[name];
    if (Array.isArray(found?.hide)) chosen.hide = found.hide.filter(isWord);
  };
  const read = (kept) => {
    try {
      take(JSON.parse(kept()));
    } catch {
      // Refused or not readable: as it is at first.
      take();
    }
  };
  read(() => localStorage.getItem(KEY));

  const put = (name, value) => (value ? root.setAttribute(`data-${name}`, value) : root.removeAttribute(`data-${name}`));
  const show = () => {
    for (const name of NAMES) if (!DRAWN.includes(name)) put(name, chosen[name]);
    put("hide", chosen.hide?.join(" "));
  };
  const tell = (what) => {
    const note = dialog()?.querySelector(".settings__note");
    if (note) note.textContent = what ? note.dataset[what] : "";
  };

  const fileOf = ({ view = "side", build = "medium" }) =>
    view === "side" || view === "top" ? `${view}-${build}` : view;
  let drawn = "side-medium";
  const draw = async () => {
    const wanted = { ...chosen };
    const file = fileOf(wanted);
    if (file !== drawn) {
      const answer = await fetch(`${base}figure/${file}.svg`);
      if (!answer.ok) throw new Error(answer.status);
      const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
      if (fileOf(chosen) !== file) return;
      for (const symbol of drawing.querySelectorAll("symbol")) {
        document.getElementById(symbol.id).replaceChildren(...document.importNode(symbol, true).childNodes);
      }
      drawn = file;
    }
    for (const name of DRAWN) put(name, wanted[name]);
  };
  const redraw = () => draw().catch(() => tell("undrawn"));

  const keep = () => {
    tell();
    try {
      if (Object.keys(chosen).length) localStorage.setItem(KEY, JSON.stringify(chosen));
      else localStorage.removeItem(KEY);
    } catch {
      tell("unkept");
    }
    show();
    redraw();
  };

  const tick = () => {
    for (const field of dialog().querySelectorAll("input")) {
      const { name, value } = field;
      field.checked = name.startsWith("hide-") ? Boolean(chosen.hide?.includes(value)) : (chosen[name] ?? "") === value;
    }
  };
  document.addEventListener("click", (event) => {
    const of = (name) => event.target.closest?.(`[data-${name}="settings"]`);
    if (of("opens")) {
      tick();
      dialog().showModal();
    } else if (of("closes") || event.target === dialog()) {
      dialog().close();
    } else if (of("resets")) {
      take({});
      keep();
      tick();
    }
  });
  document.addEventListener("change", ({ target }) => {
    if (!dialog()?.contains(target)) return;
    if (target.name.startsWith("hide-")) {
      const hidden = [...dialog().querySelectorAll("[name^=hide-]:checked")].map((it) => it.value);
      if (hidden.length) chosen.hide = hidden;
      else delete chosen.hide;
    } else if (target.value) {
      chosen[target.name] = target.value;
    } else {
      delete chosen[target.name];
    }
    keep();
  });
  // Another tab has changed them.
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEY) return;
    read(() => newValue);
    show();
    redraw();
  });

  show();
  if (DRAWN.some((name) => chosen[name])) document.addEventListener("DOMContentLoaded", redraw);
})();
