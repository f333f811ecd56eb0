// `static/js/start.js`: the program starts, whatever the address holds.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Element, Page, source, scripts } = require("./page.js");

// A JavaScript half that says when it is started.
const PROGRAM = "data:text/javascript,export default async () => globalThis.start();//";

// Opens a page that has a disclosure round the element with the id `cost`, and waits until its program is started.
const open = async (hash) => {
  const around = Object.assign(new Element(), { open: false, scrollIntoView() {} });
  const cost = Object.assign(new Element(), { closest: () => around });
  const page = new Page({
    address: `https://site.test/walkthrough/${hash}`,
    elements: { cost },
    script: { program: PROGRAM, first: "" },
  });
  const started = new Promise((start) => { globalThis.start = start; });
  page.run("start.js");
  page.tell("DOMContentLoaded");
  await started;
  return { page, around };
};

for (const hash of ["", "#cost", "#unknown", "#100%", "#50%-off", "#%E0%A4%A", "#%", "#:~:text=100%"]) {
  test(`the program starts with “${hash}” in the address`, { timeout: 10_000 }, async () => {
    const { page, around } = await open(hash);
    assert.deepEqual(page.errors, []);
    assert.equal(around.open, hash === "#cost");
  });
}

test("no script decodes an address: a stray “%” would throw", () => {
  for (const name of scripts) assert.doesNotMatch(source(name), /decodeURI/, name);
});

test("a load that ends because somebody goes on is no failure", async () => {
  const broken = "data:text/javascript,throw new Error('gone');//";
  for (const leaves of [false, true]) {
    const page = new Page({ script: { program: broken, first: "" } });
    page.run("start.js");
    if (leaves) page.window.dispatchEvent(new Event("beforeunload"));
    page.tell("DOMContentLoaded");
    await new Promise((done) => { setTimeout(done, 50); });
    assert.equal(page.root.dataset.app, leaves ? "waiting" : "failed");
  }
});

test("links are the browser's where the program has stopped, and its own where only a part is missing", () => {
  const page = new Page({ script: { program: PROGRAM } });
  page.run("start.js");
  let followed = 0;
  page.document.addEventListener("click", () => { followed += 1; });
  const link = Object.assign(new Element(), { closest: () => link });
  const click = () => page.tell("click", link);
  // The program says that an island didn't come.
  page.root.dataset.app = "failed";
  click();
  assert.equal(followed, 1);
  const stopped = Object.assign(new Event("error"), { error: { name: "RuntimeError" } });
  page.window.dispatchEvent(stopped);
  click();
  assert.equal(followed, 1);
});

test("a program that stops leaves no island that says nothing", () => {
  for (const [reason, told] of [[{ name: "RuntimeError" }, true], [{ name: "TypeError" }, false], [undefined, false]]) {
    const islands = [new Element(), new Element()];
    const heard = [];
    for (const it of islands) it.addEventListener("island-failed", () => heard.push(it));
    const page = new Page({ state: "ready" });
    page.document.querySelectorAll = (selector) => (selector === "[data-island]" ? islands : []);
    page.run("start.js");
    page.window.dispatchEvent(Object.assign(new Event("error"), { error: reason }));
    assert.equal(page.root.dataset.app, told ? "failed" : "ready");
    assert.deepEqual([heard.length, islands[0].dataset.failed], told ? [2, ""] : [0, undefined]);
  }
});
