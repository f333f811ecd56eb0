// From each key to the frame that shows what it changed.
(() => {
  "use strict";
  const bench = window.__bench;
  if (!bench || bench.keys) return;
  const keys = bench.keys = [];
  let last = 0;

  const seen = () => {
    const key = keys.at(-1);
    if (!key) return;
    key.open += 1;
    bench.frame().then((at) => {
      key.open -= 1;
      key.took = at - key.at;
      last = at;
    });
  };
  addEventListener("keydown", (event) => keys.push({ at: event.timeStamp, open: 0, took: null }), true);
  addEventListener("input", seen, true);
  // A list that changes later than the field counts until then. Entries that are hidden make no such
  // record, so watching costs a page nothing that only hides them in the event itself.
  bench.watchList = () =>
    new MutationObserver(seen).observe(document.getElementById("faq-list"), { childList: true, subtree: true });

  // Resolves with what the last of `count` keys took, when its page has come to rest.
  bench.settled = (count) => new Promise((done) => {
    const look = () => {
      const key = keys[count - 1];
      if (key?.took && !key.open && performance.now() - last > 100) done(key.took);
      else setTimeout(look, 20);
    };
    look();
  });
})();
