// From a click on a link to the first frame that shows another heading, also across documents.
(() => {
  "use strict";
  const bench = window.__bench;
  if (!bench || bench.between) return;
  const KEY = "bench-click";
  const heading = () => document.querySelector("h1")?.textContent;
  bench.between = { took: null };

  // A heading found in a frame's own callback is shown by that frame.
  const look = ({ at, from }) => requestAnimationFrame(async () => {
    const now = heading();
    if (!now || now === from) return look({ at, from });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { bench.between.took = performance.timeOrigin + performance.now() - at; };
    port2.postMessage(0);
  });

  try {
    const clicked = sessionStorage.getItem(KEY);
    if (clicked) look(JSON.parse(clicked));
    sessionStorage.removeItem(KEY);
  } catch {
    // A blank page has no storage, and nobody clicked in it.
    return;
  }
  addEventListener("click", (event) => {
    const click = { at: performance.timeOrigin + event.timeStamp, from: heading() };
    sessionStorage.setItem(KEY, JSON.stringify(click));
    look(click);
  }, true);

  bench.arrived = () => new Promise((done) => {
    const wait = () => {
      sessionStorage.removeItem(KEY);
      if (bench.between.took !== null) done(bench.between.took);
      else setTimeout(wait, 20);
    };
    wait();
  });
})();
