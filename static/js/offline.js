// Registers the offline worker, and tells it what it asks about this page.
(() => {
  "use strict";
  const { base, release } = document.documentElement.dataset;
  let workers = null;
  try {
    workers = navigator.serviceWorker;
  } catch {
    // A frame that keeps nothing.
  }
  if (!workers) return;
  // The worker keeps the files of an old release for as long as a page of it is open.
  workers.addEventListener("message", ({ data, ports }) => {
    if (data === "release?") ports[0].postMessage(release);
  });
  workers.controller?.postMessage("tidy");

  const register = async () => {
    try {
      const registration = await workers.register(`${base}sw.js`);
      // A newer release that came during the last visit takes over now, at a fresh start, when nothing is running.
      // This page stays as it is; the next one is the new one.
      registration.waiting?.postMessage("take over");
    } catch {
      // Refused (private window, no permission): everything works, but not offline.
    }
  };
  // The worker fetches the whole site: it comes when everything of this page is there.
  const settled = () => (window.requestIdleCallback ?? setTimeout)(register);
  if (document.readyState === "complete") settled();
  else addEventListener("load", settled);
})();
