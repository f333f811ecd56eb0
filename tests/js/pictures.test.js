// `static/js/pictures.js`: a drawing is asked for when somebody comes near, on every page that a link brings, and
// before printing; what is closed is printed open.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Element, Page } = require("./page.js");

// A frame with a drawing that waits.
class Frame extends Element {
  use = Object.assign(new Element(), { dataset: { href: "/figure/lying.svg#it" }, closest: () => this });
  get waits() { return !this.use.attributes.href; }
  querySelectorAll() { return this.waits ? [this.use] : []; }
}

const open = (frame, names = true, details = []) => {
  const watched = new Set();
  const told = {};
  const page = new Page({
    globals: {
      IntersectionObserver: class {
        constructor(tell) { told.near = tell; }
        observe(target) { watched.add(target); }
        unobserve(target) { watched.delete(target); }
      },
      MutationObserver: class {
        constructor(tell) { told.added = tell; }
        observe() {}
      },
      CSS: { supports: () => names },
    },
  });
  const closed = () => details.filter((it) => !it.open && !it.book);
  page.document.querySelectorAll = (selector) => (selector.startsWith("details") ? closed() : frame.querySelectorAll());
  page.run("pictures.js");
  page.tell("DOMContentLoaded");
  return { page, watched, ...told };
};

test("a drawing comes when somebody is near, and is watched no longer", () => {
  const frame = new Frame();
  const { watched, near } = open(frame);
  assert.ok(watched.has(frame) && frame.waits);
  near([{ isIntersecting: false, target: frame }]);
  assert.ok(frame.waits);
  near([{ isIntersecting: true, target: frame }]);
  assert.equal(frame.use.attributes.href, "/figure/lying.svg#it");
  assert.ok(!watched.has(frame));
});

test("drawings of a page that a link brings are watched", () => {
  const { watched, added } = open(new Frame());
  const other = Object.assign(new Frame(), { nodeType: 1 });
  added([{ addedNodes: [{ nodeType: 3 }, other] }]);
  assert.ok(watched.has(other));
});

test("all come before the page is printed", () => {
  const frame = new Frame();
  const { page } = open(frame);
  page.window.dispatchEvent(new Event("beforeprint"));
  assert.ok(!frame.waits);
});

for (const names of [true, false]) {
  test(`what is closed is opened for the print${names ? " by style alone" : ", and closed again"}`, () => {
    const details = [{ open: false }, { open: true }, { open: false, book: true }];
    const { page } = open(new Frame(), names, details);
    const tell = (event) => page.window.dispatchEvent(new Event(event));
    const states = () => details.map((it) => it.open);
    const printed = names ? [false, true, false] : [true, true, false];
    tell("beforeprint");
    assert.deepEqual(states(), printed);
    // Not every browser says when it is over.
    tell("beforeprint");
    assert.deepEqual(states(), printed);
    tell("afterprint");
    assert.deepEqual(states(), [false, true, false]);
  });
}
