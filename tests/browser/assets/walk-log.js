// Notes what a walk shows and says, with the time of it: `__walk.positions` as
// [ms, id] for each change of the current position, `__walk.news` as [ms, text]
// for each announcement. Observers run right after what changed the page.
(() => {
  const walk = (window.__walk = { positions: [], news: [] });
  const now = () => performance.now();
  let current = null;
  let said = "";

  const look = () => {
    const id = document.querySelector("#positions > [aria-current=step]")?.id ?? null;
    if (id !== current) {
      current = id;
      if (id) walk.positions.push([now(), id]);
    }
    const text = document.querySelector("#walk-news")?.textContent.trim() ?? "";
    if (text !== said) {
      said = text;
      if (text) walk.news.push([now(), text]);
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["aria-current"],
  });
})();
