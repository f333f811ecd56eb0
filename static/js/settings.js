// Puts what is chosen in the settings on <html> before anything is painted, as `data-theme="dark"`, for style sheets
// to read. Each setting is kept under a key of its own, so that two tabs never undo each other's. The page names the
// settings and their values; whatever else is kept has been edited by hand, or is of another release, and is ignored.
(() => {
  "use strict";
  const root = document.documentElement;
  // `theme:light dark;size:large largest`
  const offered = document.currentScript.dataset.settings.split(";").map((one) => one.split(":"));
  const keyOf = (name) => `stillpoint.${name}`;

  // Older releases kept all of them in one record: `{"theme":"dark","hide":["feet"]}`.
  const OLD = "stillpoint-settings";
  const readOld = () => {
    try {
      const { hide = [], ...old } = JSON.parse(localStorage.getItem(OLD)) ?? {};
      return { ...old, ...Object.fromEntries(hide.map((place) => [`hide-${place}`, "yes"])) };
    } catch {
      return {};
    }
  };
  const move = (old) => {
    try {
      for (const [name, values] of offered) {
        const isNew = localStorage.getItem(keyOf(name)) === null && values.split(" ").includes(old[name]);
        if (isNew) localStorage.setItem(keyOf(name), old[name]);
      }
      localStorage.removeItem(OLD);
    } catch {
      // The device is full or refuses: the old record stays, and is read again the next time.
    }
  };

  const show = (old = {}, changed = null) => {
    try {
      for (const [name, values] of offered) {
        if (changed !== null && changed !== keyOf(name)) continue;
        const value = localStorage.getItem(keyOf(name)) ?? old[name];
        if (values.split(" ").includes(value)) root.setAttribute(`data-${name}`, value);
        else root.removeAttribute(`data-${name}`);
      }
    } catch {
      // This browser lets nothing be read: all stays as it is.
    }
    root.dispatchEvent(new Event("stillpoint-settings"));
  };

  const old = readOld();
  show(old);
  if (Object.keys(old).length) move(old);
  // Another tab has changed one of them, or all are gone; or the browser had put this page aside meanwhile.
  addEventListener("storage", ({ key }) => show({}, key));
  addEventListener("pageshow", ({ persisted }) => persisted && show());
})();
