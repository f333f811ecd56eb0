// Counts how often a page is woken: timers, frames, and a playing sound's own event.
(() => {
  "use strict";
  const bench = window.__bench;
  if (!bench || bench.wakes) return;
  const wakes = bench.wakes = { timer: 0, frame: 0, media: 0 };

  for (const [name, kind] of [["setTimeout", "timer"], ["setInterval", "timer"], ["requestAnimationFrame", "frame"]]) {
    const usual = window[name];
    window[name] = (call, ...rest) => usual((...all) => {
      wakes[kind] += 1;
      return call(...all);
    }, ...rest);
  }
  // Only an event that somebody listens to wakes a page.
  const listen = EventTarget.prototype.addEventListener;
  const heard = new WeakSet();
  EventTarget.prototype.addEventListener = function (name, ...rest) {
    if (name === "timeupdate" && this instanceof HTMLMediaElement && !heard.has(this)) {
      heard.add(this);
      listen.call(this, name, () => { wakes.media += 1; });
    }
    return listen.call(this, name, ...rest);
  };
})();
