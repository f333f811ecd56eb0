// `static/js/offline.js`: the worker is registered when the page is there, and hears what it asks.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Page } = require("./page.js");

// A browser's workers: what was said to them, and what was registered.
class Workers extends EventTarget {
  said = [];
  registered = [];
  controller = { postMessage: (what) => this.said.push(["controller", what]) };
  constructor(waiting = false, refuses = false) {
    super();
    Object.assign(this, { waiting, refuses });
  }
  async register(address) {
    this.registered.push(address);
    if (this.refuses) throw new Error("refused");
    return { waiting: this.waiting ? { postMessage: (what) => this.said.push(["waiting", what]) } : null };
  }
}

const open = (workers, readyState = "complete") => {
  const idle = [];
  const navigator = {};
  Object.defineProperty(navigator, "serviceWorker", { get: workers instanceof Workers ? () => workers : workers });
  const page = new Page({ globals: { navigator, setTimeout: (call) => idle.push(call) } });
  Object.assign(page.root.dataset, { base: "/app/", release: "r2" });
  page.document.readyState = readyState;
  page.run("offline.js");
  return { page, settle: () => Promise.all(idle.map((call) => call())) };
};

test("it is registered when all is quiet, with the base path", async () => {
  const workers = new Workers();
  const { settle } = open(workers);
  assert.deepEqual(workers.registered, []);
  await settle();
  assert.deepEqual(workers.registered, ["/app/sw.js"]);
  assert.deepEqual(workers.said, [["controller", "tidy"]]);
});

test("it waits for what the page itself loads", async () => {
  const workers = new Workers();
  const { page, settle } = open(workers, "interactive");
  await settle();
  assert.deepEqual(workers.registered, []);
  page.window.dispatchEvent(new Event("load"));
  await settle();
  assert.equal(workers.registered.length, 1);
});

test("a newer worker that waits takes over", async () => {
  const workers = new Workers(true);
  await open(workers).settle();
  assert.deepEqual(workers.said, [["controller", "tidy"], ["waiting", "take over"]]);
});

test("the worker hears which release the page is of, and nothing else", () => {
  const workers = new Workers();
  open(workers);
  const answers = [];
  const ask = (data) => {
    const ports = [{ postMessage: (answer) => answers.push(answer) }];
    workers.dispatchEvent(Object.assign(new Event("message"), { data, ports }));
  };
  ask("release?");
  ask("something else");
  assert.deepEqual(answers, ["r2"]);
});

const shut = () => { throw new Error("a frame that keeps nothing"); };
for (const [what, workers] of [["no workers", () => undefined], ["workers that are out of reach", shut], ["a refusal", new Workers(false, true)]]) {
  test(`a browser with ${what} goes on without`, async () => {
    const { page, settle } = open(workers);
    await settle();
    assert.deepEqual(page.errors, []);
  });
}
