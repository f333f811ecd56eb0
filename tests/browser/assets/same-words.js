// Every text of the page becomes another one, as long as its kind always is: what the page looks like then
// is for style and structure to say, and no longer for the words.
(() => {
  // What's told of the sound comes when the sound does, or doesn't: that's no part of the look.
  for (const it of document.querySelectorAll(".rest__note")) it.style.display = "none";
  const WORDS = "hands rest quietly on the table while somebody breathes in and out and nothing has to happen".split(" ");
  const some = (count) => Array.from({ length: count }, (_, at) => WORDS[at % WORDS.length]).join(" ");
  const LINES = "h1, h2, h3, h4, summary, legend, dt, th";
  const TEXTS = "p, li, td, dd, blockquote, figcaption";
  const INLINE = "a, strong, em, b, i, q, span, small, time";
  const only = (it) => [...it.querySelectorAll("*")].every((inner) => inner.matches(INLINE));
  const blocks = [...document.body.querySelectorAll(`${LINES}, ${TEXTS}`)].filter((it) => it.textContent.trim() && only(it));
  const outer = blocks.filter((it) => !blocks.some((other) => other !== it && other.contains(it)));
  for (const it of outer) it.textContent = some(it.matches(LINES) ? 3 : 12);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, data } = node;
    if (!data.trim() || parent.closest("script, style, noscript, svg") || outer.some((it) => it.contains(node))) continue;
    node.data = data.match(/^\s*/)[0] + some(2) + data.match(/\s*$/)[0];
  }
})();
