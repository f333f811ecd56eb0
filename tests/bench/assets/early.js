// Does what people do while a page is still waking, at the times it is given.
(() => {
  "use strict";
  const bench = window.__bench;
  if (!bench || bench.early) return;

  const field = (name) => document.querySelector(`.chooser [name="${name}"]`);
  const deeds = {
    plan: ({ value }) => document.querySelector(`[name=plan][value="${value}"]`).click(),
    tick: ({ name }) => field(name).click(),
    slide: ({ name, value }) => {
      const it = field(name);
      it.value = value;
      for (const kind of ["input", "change"]) it.dispatchEvent(new Event(kind, { bubbles: true }));
    },
    start: () => bench.start().click(),
    letter: ({ value }) => {
      const it = document.getElementById("search");
      it.value += value;
      it.dispatchEvent(new InputEvent("input", { bubbles: true, data: value }));
    },
  };

  // Each act has `at`, in ms after the last field that is needed has come.
  bench.early = (css, acts) => {
    bench.acts = acts;
    const wait = new MutationObserver(() => {
      if (!document.querySelector(css)) return;
      wait.disconnect();
      bench.there = performance.now();
      for (const act of acts) {
        setTimeout(() => {
          act.early = bench.app() === "waiting";
          act.when = performance.now();
          deeds[act.deed](act);
        }, act.at);
      }
    });
    wait.observe(document, { childList: true, subtree: true });
  };

  // A list has answered to all letters when it stays as it is once they are given again.
  const answers = async () => {
    const [list, field] = ["faq-list", "search"].map((id) => document.getElementById(id));
    if (!field?.value) return false;
    const before = list.textContent;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await bench.frame();
    await bench.frame();
    return list.textContent === before;
  };

  // What a walk shows as left is exact at the moment at which it changes, and up to a second old later.
  const left = () => document.querySelector(".timer__all")?.textContent ?? "";
  const nextSecond = () => new Promise((done) => {
    const [before, begun] = [left(), performance.now()];
    const look = () => {
      if (left() !== before || performance.now() - begun > 3000) done();
      else setTimeout(look, 10);
    };
    look();
  });

  bench.earlyTold = async () => ({
    entries: bench.entries(),
    answers: await answers(),
    second: bench.runs() && await nextSecond(),
    there: bench.there,
    ready: bench.ready,
    acts: bench.acts,
    now: performance.now(),
    runs: bench.runs(),
    left: left(),
    wishes: localStorage.getItem("stillpoint.wishes") ?? "",
    typed: document.getElementById("search")?.value ?? "",
  });
})();
