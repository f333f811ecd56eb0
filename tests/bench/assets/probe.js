// What a page tells about itself while it is measured; put ahead of the page's own scripts.
// Everything is kept in one object. Times are milliseconds of `performance.now()`.
(() => {
  "use strict";
  if (window !== window.top || window.__bench) return;
  // The network is quiet when nothing more has come for this long.
  const QUIET = 700;
  const bench = window.__bench = { lcp: 0, shifts: 0, tasks: [], programs: [], ready: null };

  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => { bench.lcp = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) bench.shifts += entry.value; });
  watch("longtask", (entry) => bench.tasks.push([entry.startTime, entry.duration]));
  addEventListener("stillpoint-ready", () => { bench.ready ??= performance.now(); }, true);

  for (const name of ["instantiateStreaming", "instantiate"]) {
    const usual = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const begun = performance.now();
      const made = await usual.apply(WebAssembly, all);
      const memory = (made.instance ?? made).exports?.memory;
      bench.programs.push({ begun, memory });
      return made;
    };
  }

  bench.app = () => document.documentElement?.dataset.app;
  bench.fcp = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
  // Shown once the next frame has been made: what is changed now can then be seen.
  bench.frame = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  }));
  bench.start = () => document.querySelector("#start, [data-early=start]");
  bench.runs = () => document.documentElement.dataset.walk === "running"
    || document.getElementById("walk")?.dataset.walk === "holding";
  bench.entries = () =>
    document.querySelectorAll('#faq-list :is(details, .hits__places a):not([hidden], [hidden] *, [data-away="true"] *)').length;

  // Resolves when the page has come as a whole; `null` when it has not within `bound` ms.
  bench.quiet = (bound = 30_000) => new Promise((done) => {
    const begun = performance.now();
    let [count, since] = [-1, begun];
    const look = () => {
      const now = performance.now();
      const seen = performance.getEntriesByType("resource").length;
      if (seen !== count) [count, since] = [seen, now];
      const whole = document.readyState === "complete" && document.fonts.status === "loaded"
        && bench.app() !== "waiting";
      if (whole && now - since >= QUIET) done(told());
      else if (now - begun > bound) done(null);
      else setTimeout(look, 100);
    };
    look();
  });

  const told = () => {
    const fcp = bench.fcp();
    // A task blocks by what it takes beyond 50 ms; what ran before anything was shown does not count.
    const blocked = ([start, duration]) =>
      Math.max(0, start + duration - Math.max(start, fcp) - 50);
    const entries = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
    const files = entries.map((it) => ({
      kind: kind(it), bytes: it.transferSize, end: it.responseEnd, path: new URL(it.name).pathname,
    }));
    const [first] = bench.programs;
    const arrived = files.find((it) => it.kind === "wasm")?.end ?? 0;
    const memory = bench.programs.reduce((sum, it) => sum + (it.memory?.buffer.byteLength ?? 0), 0);
    return {
      fcp, lcp: bench.lcp, cls: bench.shifts, files, memory,
      tbt: bench.tasks.reduce((sum, task) => sum + blocked(task), 0),
      // Instantiation begins with the last byte: before that it only waits for the line.
      hydration: first && bench.ready ? bench.ready - Math.max(first.begun, arrived) : null,
    };
  };

  const KINDS = { css: "style", js: "script", wasm: "wasm", pack: "pack", woff2: "font", svg: "image", png: "image" };
  const kind = (entry) => {
    if (entry.entryType === "navigation") return "document";
    return KINDS[new URL(entry.name).pathname.split(".").pop()] ?? "other";
  };
})();
