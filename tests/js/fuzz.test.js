// Fuzzing of the scripts in `static/js/`: whatever is kept, typed, asked or done, in whatever order, they bear it, and
// go on working. Each is tried a fixed number of times, always the same; with `STILLPOINT_FUZZ=60` for a minute with
// something else each time. What fails names its seed: `STILLPOINT_FUZZ_SEED` gives it again.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Element, Page, Thing } = require("./page.js");
const { Caches, ORIGIN, good, names, worker } = require("./worker.js");

const SECONDS = Number(process.env.STILLPOINT_FUZZ ?? 0);
const FIRST = Number(process.env.STILLPOINT_FUZZ_SEED ?? (SECONDS ? Date.now() : 1));
// One attempt takes less than so many milliseconds, on a busy machine as well.
const LONGEST = 5000;

const ODD = ["", " ", "\0", "\n", "é", "e\u0301", "\u{1d4b3}", "\ud800", "\u202e", "%", "%E0%A4%A", "100%", "#", "?", "&", "=", "'", "\"", "\\",
  "<b>", "</script>", "__proto__", "constructor", "null", "-1", "0", "1e999", "NaN", "../..", "//", "http://[", "data:,", ".*", "(", "[", "suicide"];

// Chances that come again with their seed.
const dice = (seed) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let it = Math.imul(state ^ (state >>> 15), state | 1);
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61);
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most) => Math.floor(next() * most);
  const one = (list) => list[below(list.length)];
  const some = (most, make) => Array.from({ length: below(most + 1) }, make);
  const text = (real = []) => (below(50) ? some(3, () => one([...ODD, ...real])).join("") : one(ODD).repeat(below(20000)));
  return { below, one, some, text };
};

let seed = FIRST;
process.on("uncaughtException", () => console.error(`# thrown by a listener with seed ${seed}`));

const fuzz = (name, times, attempt) => test(name, async () => {
  const end = Date.now() + SECONDS * 1000;
  let tried = 0;
  for (; SECONDS ? Date.now() < end : tried < times; tried += 1) {
    const begun = Date.now();
    seed = FIRST + tried;
    try {
      await attempt(dice(seed));
      // What a listener throws comes a turn later.
      await new Promise(setImmediate);
      assert.ok(Date.now() - begun < LONGEST, `it took ${Date.now() - begun} ms`);
    } catch (why) {
      throw new Error(`seed ${seed}: ${why.message}`, { cause: why });
    }
  }
  if (SECONDS) console.log(`# ${name}: ${tried} times from seed ${FIRST}`);
});

// settings.js

const OFFERED = { theme: ["light", "dark"], size: ["large"], view: ["top", "seated"], "hide-feet": ["yes"], "hide-head": ["yes"] };
const OLD = "stillpoint-settings";

const json = ({ below, one, some, text }, deep = 3) => {
  const leaf = () => one([null, true, 0, -1, 1e300, text(), "dark", "yes", "feet"]);
  const pairs = () => some(4, () => [one([...Object.keys(OFFERED), "hide", text()]), json({ below, one, some, text }, deep - 1)]);
  return deep ? one([leaf, leaf, () => some(3, () => json({ below, one, some, text }, deep - 1)), () => Object.fromEntries(pairs())])() : leaf();
};

fuzz("settings: whatever is kept, only what the page offers is on it, and all of that", 3000, (chance) => {
  const { below, one, some, text } = chance;
  const kept = Object.fromEntries(some(6, () => [`stillpoint.${one([...Object.keys(OFFERED), text()])}`, one(["dark", "large", "yes", text()])]));
  const old = below(2) ? json(chance) : undefined;
  const written = one([() => JSON.stringify(old), () => JSON.stringify(old), () => JSON.stringify(old)?.slice(1), () => text()])();
  if (written !== undefined) kept[OLD] = written;
  const [full, shut] = [!below(8), !below(8)];
  const localStorage = {
    getItem(key) { if (shut) throw new Error("refused"); return Object.hasOwn(kept, key) ? kept[key] : null; },
    setItem(key, value) { if (full || shut) throw new Error("full"); kept[key] = value; },
    removeItem(key) { if (shut) throw new Error("refused"); delete kept[key]; },
  };
  const settings = Object.entries(OFFERED).map(([name, values]) => `${name}:${values.join(" ")}`).join(";");
  const chosen = Object.entries(OFFERED).filter(([name, values]) => !shut && values.includes(kept[`stillpoint.${name}`]));
  const wanted = Object.fromEntries(chosen.map(([name]) => [`data-${name}`, kept[`stillpoint.${name}`]]));
  const page = new Page({ script: { settings }, globals: { localStorage } });
  page.run("settings.js");
  const fits = () => {
    for (const [mark, value] of Object.entries(page.root.attributes)) assert.ok(OFFERED[mark.slice(5)]?.includes(value), `${mark}=${value}`);
  };
  fits();
  for (const [mark, value] of Object.entries(wanted)) assert.equal(page.root.attributes[mark], value);
  if (shut) return;
  some(4, () => {
    const key = one([null, OLD, "stillpoint.theme", text()]);
    if (below(2)) kept["stillpoint.theme"] = one(["dark", "light", text()]);
    page.window.dispatchEvent(Object.assign(new Event(one(["storage", "pageshow"])), { key, persisted: below(2) === 1 }));
    fits();
  });
  page.window.dispatchEvent(Object.assign(new Event("storage"), { key: null }));
  for (const [name, values] of Object.entries(OFFERED)) {
    const value = kept[`stillpoint.${name}`];
    assert.equal(page.root.attributes[`data-${name}`], values.includes(value) ? value : undefined);
  }
});

// keeper.js

const turns = async (count) => { for (let turn = 0; turn < count; turn += 1) await new Promise((next) => { setTimeout(next); }); };

fuzz("keeper: whatever is done to an island, and whatever comes in its place, it goes on keeping", 150, async ({ below, one, some, text }) => {
  const page = new Page({ globals: { CSS: { escape: (it) => it }, MouseEvent: class MouseEvent extends Event {}, setTimeout } });
  Thing.page = page;
  page.document.activeElement = page.document.body = new Thing(["body"]);
  page.run("keeper.js");
  const island = new Thing(["[data-island]"]);
  if (below(2)) island.dataset.onUse = "";
  let [taps, clicks] = [0, 0];
  const make = (name) => {
    const type = one(["submit", "button", "radio", "checkbox", "text", undefined]);
    const it = new Thing(["button", "[data-tap]", "button, [data-tap]", `#${name}`, `[name="${name}"]`, `[data-do="${name}"]`], island,
      { type, name: one([name, "", undefined]), value: text(), checked: below(2) === 1, form: one([undefined, { method: "get" }, { method: "dialog" }]) });
    if (below(2)) it.id = name;
    if (below(2)) it.setAttribute("data-do", name);
    // What comes in its place may be of another kind, and knows less.
    it.click = one([() => {}, undefined]);
    if (!below(6)) it.setSelectionRange = () => { throw new Error("a field without a selection"); };
    it.addEventListener("click", () => { clicks += 1; });
    it.focus = () => {};
    return it;
  };
  const fill = () => { island.inside = []; some(6, () => make(one(["a", "b", "c"]))); };
  fill();
  const deeds = [
    (it) => { taps += 1; page.tell("click", it); }, (it) => page.tell("change", it), (it) => page.tell("input", it),
    (it) => { page.document.activeElement = it; it.selectionStart = below(3); it.selectionEnd = 3; },
    () => page.tell("island-waking", island), () => page.tell("island-failed", island), (it) => page.tell("pointerdown", it),
    (it) => page.tell("pointerup", it), (it) => page.tell("compositionstart", it), (it) => page.tell("click", it.parent),
  ];
  some(12, () => { if (island.inside.length) one(deeds)(one(island.inside)); });
  page.tell("island-waking", island);
  for (const it of island.inside) it.isConnected = below(2) === 1;
  if (below(3)) fill();
  page.document.activeElement = page.document.body;
  island.dataset.awake = "";
  page.tell("island-awake", island);
  await turns(taps + 20);
  assert.ok(clicks <= taps, `${clicks} clicks of ${taps} taps`);
  // Another island of the same page: what is done to it is still kept, and carried out.
  const [other, before] = [new Thing(["[data-island]"]), clicks];
  island.inside = [];
  const last = Object.assign(new Thing(["button", "button, [data-tap]"], other), { type: "button" });
  last.addEventListener("click", () => { clicks += 1; });
  page.tell("click", last);
  assert.equal(last.getAttribute("aria-busy"), "true");
  other.dataset.awake = "";
  page.tell("island-awake", other);
  await turns(4);
  assert.equal(clicks, before + 1);
});

// plain-search.js

fuzz("plain search: whatever is typed, the list shows what holds it, or everything", 1500, ({ below, one, some, text }) => {
  const words = ["cost", "lift", "Does it hurt?", "ÄRGER", "suicidal", "kill myself"];
  const list = Object.assign(new Element(), { children: some(4, () => {
    const entries = some(4, () => Object.assign(new Element(), { textContent: text(words) }));
    return Object.assign(new Element(), { entries, querySelector: () => entries.find((it) => !it.hidden) ?? null });
  }) });
  const all = list.children.flatMap((group) => group.entries);
  list.querySelectorAll = () => all;
  const template = Object.assign(new Element(), { dataset: { when: "kill(|ed|ing|s) myself|suicid(|al|e|es)" }, content: { cloneNode: () => "help" } });
  const elements = { crisis: new Element(), "crisis-words": template, "faq-all": list };
  const page = new Page({ address: `https://site.test/faq/?q=${below(2) ? encodeURIComponent(text(words).toWellFormed()) : text(words)}`, elements });
  page.run("plain-search.js");
  page.tell("DOMContentLoaded");
  some(5, () => {
    const value = text(words);
    const narrowed = list.dataset.finds === undefined;
    page.tell("input", Object.assign(new Element(), { type: "search", id: "search", value }));
    const shown = all.filter((it) => !it.hidden);
    const fit = all.filter((it) => it.textContent.toLowerCase().includes(value.normalize("NFKC").trim().toLowerCase()));
    if (narrowed) assert.deepEqual(shown, fit.length ? fit : all);
    for (const group of list.children) assert.equal(group.hidden === true, narrowed || group.hidden ? !group.querySelector() : false);
    if (/^(suicide|kill myself)$/.test(value)) assert.equal(elements.crisis.children.length, 1);
    if (!below(4)) page.root.dispatchEvent(new Event("stillpoint-finds"));
  });
  assert.deepEqual(page.errors, []);
});

// sw.js

fuzz("worker: whatever it is told and asked, it answers what it can, and keeps no more than the site has", 150, async ({ below, one, some, text }) => {
  const caches = new Caches();
  await caches.open("somebody else's");
  let line = true;
  const host = (path) => {
    if (!line || !below(6)) throw new TypeError("no line");
    return below(6) ? good(path) : new Response("", { status: one([404, 500, 503]) });
  };
  const { tell, ask } = worker({ host, caches, open: some(2, () => one(["r1", "r2", null])) });
  await tell("install").catch(() => {});
  const paths = ["/", "/faq/", "/faq", "/app.js", "/audio-1/bell.mp3", "/audio-1/en/a.mp3", "/audio-1/", "/index.html", "/no/such"];
  const address = () => one([one(paths), one(paths) + one(["?", "#", "?x="]) + text(), text()]);
  for (const _ of some(6, () => 0)) {
    line = below(5) > 0;
    if (below(2)) {
      const data = one(["take over", "tidy", text(), null, 7, {}, some(4, () => one([address(), null, 7, {}, ["x"], text()]))]);
      await tell("message", { data });
    } else {
      let url;
      try { url = new URL(address(), ORIGIN); } catch { continue; }
      const request = { method: one(["GET", "GET", "GET", "POST"]), url: url.href, mode: one(["navigate", "cors"]), headers: new Headers(below(9) ? {} : { range: "bytes=0-" }) };
      const answer = await Promise.resolve(tell("fetch", { request })).catch((why) => why);
      assert.ok(answer === undefined || answer instanceof Response || (answer instanceof TypeError && answer.message === "no line"), String(answer));
    }
  }
  await tell("activate");
  assert.ok(caches.all.has("somebody else's"));
  for (const name of names(caches)) assert.ok(["files-2", "/audio-1/", "else's"].includes(name), name);
  const [sound] = [...caches.all].filter(([name]) => name.endsWith(" /audio-1/")).map(([, cache]) => [...cache.kept.keys()]);
  for (const kept of sound ?? []) assert.ok(kept.startsWith(`${ORIGIN}/audio-1/`) && !kept.includes("?"), kept);
  line = true;
  await tell("install").catch(() => {});
  if (names(caches).includes("files-2")) assert.match(await (await ask("/faq")).text(), /data-path="\/faq\/"/);
});

// start.js and offline.js

fuzz("start and offline: whatever stands in the address and is told, nothing throws", 1500, ({ below, one, text }) => {
  const around = Object.assign(new Element(), { open: false, scrollIntoView() {} });
  const cost = Object.assign(new Element(), { closest: () => one([around, null]) });
  const workers = Object.assign(new EventTarget(), { controller: one([null, { postMessage() {} }]), register: async () => ({}) });
  const page = new Page({
    address: `https://site.test/faq/${one(["", "?q=", "?"])}${text()}#${one(["cost", text()])}`,
    elements: { cost }, globals: { navigator: { serviceWorker: workers } },
  });
  for (const name of ["start.js", "offline.js"]) page.run(name);
  page.tell("DOMContentLoaded");
  const told = [];
  workers.dispatchEvent(Object.assign(new Event("message"), { data: one(["release?", text(), null, {}]), ports: [{ postMessage: (it) => told.push(it) }] }));
  for (const type of ["error", "unhandledrejection", "pageshow"]) {
    page.window.dispatchEvent(Object.assign(new Event(type), { error: one([null, undefined, 7, new Error(text())]), reason: one([null, {}, text()]), persisted: false }));
  }
  page.tell("click", Object.assign(new Element(), { closest: () => null }));
  assert.ok(told.length <= 1 && below(1) === 0);
  assert.deepEqual(page.errors, []);
});
