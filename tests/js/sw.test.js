// `static/js/sw.js`: what it keeps, refuses and answers, with a host and caches of the test's own.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const vm = require("node:vm");
const { source } = require("./page.js");

const ORIGIN = "https://site.test";
const page = (path, release = "r2") => `<html data-release="${release}"><div data-path="${path}">${path}</div></html>`;

class Cache {
  kept = new Map();
  async put(request, answer) { this.kept.set(request.url ?? request, answer); }
  async match(address) {
    const found = this.kept.get(address.url ?? address);
    // A copy of an answer that was redirected is one as well.
    return found && Object.defineProperty(found.clone(), "redirected", { value: found.redirected });
  }
}

class Caches {
  all = new Map();
  async open(name) {
    if (!this.all.has(name)) this.all.set(name, new Cache());
    return this.all.get(name);
  }
  async delete(name) { return this.all.delete(name); }
  async keys() { return [...this.all.keys()]; }
  async match(address) {
    for (const cache of this.all.values()) {
      const found = await cache.match(address);
      if (found) return found;
    }
  }
}

// What is said at one end is heard at the other, at once.
class Channel {
  port1 = { onmessage: null };
  port2 = { onmessage: (event) => this.port1.onmessage(event) };
}

// A worker of the release `r2` whose host is a function from a path to an answer. Time does not pass.
const worker = ({ host, caches = new Caches(), open = [] }) => {
  const script = source("sw.js")
    .replace('"RELEASE"', '"files-2"').replace('"PAGES"', '"r2"').replace('"SOUND"', '"/audio-1/"')
    .replace("[/* FILES */]", '["/", "/faq/", "/app.js"]');
  const heard = {};
  const windows = open.map((release) => ({ postMessage: (_, [port]) => release && port.onmessage({ data: release }) }));
  const context = vm.createContext({
    registration: { scope: `${ORIGIN}/` }, location: new URL(`${ORIGIN}/sw.js`), caches, URL, Response, Headers,
    Request: class extends Request { constructor(address, how) { super(new URL(address, ORIGIN), how); } },
    fetch: async (request) => host(new URL(request.url ?? request).pathname), setTimeout: (call) => setTimeout(call, 20),
    MessageChannel: Channel, clients: { claim: async () => {}, matchAll: async () => windows }, skipWaiting: async () => {},
    self: { addEventListener: (type, call) => { heard[type] = call; } },
  });
  vm.runInContext(script, context);
  const tell = async (type, event = {}) => {
    let wait;
    heard[type]({ waitUntil: (it) => { wait = it; }, respondWith: (it) => { wait = it; }, ...event });
    return wait;
  };
  const ask = (path, mode = "navigate") => tell("fetch", {
    request: { method: "GET", url: ORIGIN + path, mode, headers: new Headers() },
  });
  return { tell, ask, caches };
};

const good = (path) => new Response(path.endsWith("/") ? page(path) : path, { headers: { "referrer-policy": "no-referrer" } });
const names = (caches) => [...caches.all.keys()].map((name) => name.split(" ").pop());

test("a release is kept whole, and its pages are answered however they are written", async () => {
  const { tell, ask, caches } = worker({ host: good });
  await tell("install");
  assert.deepEqual(names(caches), ["files-2"]);
  for (const path of ["/faq/", "/faq", "/faq/index.html"]) {
    const answer = await ask(path);
    assert.match(await answer.text(), /data-path="\/faq\/"/, path);
    assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
  }
});

test("an answer that the host has redirected is kept as a plain one", async () => {
  const host = (path) => Object.defineProperty(good(path), "redirected", { value: true });
  const { tell, ask } = worker({ host });
  await tell("install");
  assert.equal((await ask("/faq/")).redirected, false);
});

for (const [what, host] of [
  ["a page of another release", (path) => (path === "/faq/" ? new Response(page(path, "r1")) : good(path))],
  ["one page for every address", (path) => (path.endsWith("/") ? new Response(page("/")) : good(path))],
  ["a page in the place of a file", (path) => (path === "/app.js" ? new Response(page("/"), { headers: { "content-type": "text/html" } }) : good(path))],
  ["a file that is gone", (path) => (path === "/app.js" ? new Response("", { status: 404 }) : good(path))],
  ["a line that fails", (path) => { if (path === "/app.js") throw new TypeError("no line"); return good(path); }],
]) {
  test(`nothing is kept with ${what}`, async () => {
    const { tell, caches } = worker({ host });
    await assert.rejects(tell("install"));
    assert.deepEqual(names(caches), []);
  });
}

test("what fails is asked for again", async () => {
  let failures = 2;
  const { tell, caches } = worker({ host: (path) => (path === "/app.js" && failures-- > 0 ? new Response("", { status: 503 }) : good(path)) });
  await tell("install");
  assert.deepEqual(names(caches), ["files-2"]);
});

test("a recording is kept, and a page in its place is not", async () => {
  const html = { headers: { "content-type": "text/html; charset=utf-8" } };
  for (const [answer, kept] of [[() => new Response("mp3"), 1], [() => new Response("sign in", html), 0]]) {
    const { ask, caches } = worker({ host: answer });
    assert.equal((await ask("/audio-1/bell.mp3", "cors")).status, 200);
    assert.equal((await caches.open(`stillpoint ${ORIGIN}/ /audio-1/`)).kept.size, kept);
  }
});

const withOld = async () => {
  const caches = new Caches();
  const old = await caches.open(`stillpoint ${ORIGIN}/ files-1`);
  await old.put(`${ORIGIN}/program-1/app.js`, new Response("old"));
  await caches.open(`stillpoint ${ORIGIN}/ /audio-1/`);
  await caches.open("somebody else's");
  return caches;
};

for (const [what, open, stays] of [
  ["nobody is here", [], false],
  ["all are of this release", ["r2", "r2"], false],
  ["one is of the old release", ["r2", "r1"], true],
  ["one does not answer", ["r2", null], true],
]) {
  test(`the files of an old release ${stays ? "stay" : "go"} when ${what}`, async () => {
    const caches = await withOld();
    await worker({ host: good, caches, open }).tell("activate");
    assert.equal(names(caches).includes("files-1"), stays);
    assert.ok(names(caches).includes("/audio-1/") && caches.all.has("somebody else's"));
  });
}

test("a page of an old release gets its own files", async () => {
  const { tell, ask } = worker({ host: (path) => { if (path.startsWith("/program-1/")) throw new TypeError("gone"); return good(path); }, caches: await withOld(), open: ["r1"] });
  await tell("install");
  assert.equal(await (await ask("/program-1/app.js", "cors")).text(), "old");
});

test("without a line an unknown address leads home", async () => {
  let line = true;
  const { tell, ask } = worker({ host: (path) => { if (!line) throw new TypeError("no line"); return good(path); } });
  await tell("install");
  line = false;
  assert.equal((await ask("/no/such/page")).headers.get("location"), `${ORIGIN}/`);
  await assert.rejects(ask("/no/such/file.js", "cors"));
});
