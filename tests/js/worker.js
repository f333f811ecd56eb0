// The offline worker in a browser that is just enough for it: a host and caches of the test's own. Time does not pass.
"use strict";
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
const worker = ({ host, caches = new Caches(), open = [], registration = {} }) => {
  const script = source("sw.js")
    .replace('"RELEASE"', '"files-2"').replace('"PAGES"', '"r2"').replace('"SOUND"', '"/audio-1/"')
    .replace("[/* FILES */]", '[["/", 0], ["/faq/", 0], ["/app.js", 7]]');
  const heard = {};
  const windows = open.map((release) => ({ postMessage: (_, [port]) => release && port.onmessage({ data: release }) }));
  const context = vm.createContext({
    registration: Object.assign(registration, { scope: `${ORIGIN}/` }), location: new URL(`${ORIGIN}/sw.js`), caches, URL, Response, Headers,
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

module.exports = { Caches, ORIGIN, good, names, page, worker };
