// `static/js/settings.js`: what is chosen is on <html> before anything is painted, and nothing that was kept is lost.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Page } = require("./page.js");

const OFFERED = "theme:light dark;size:large;view:top seated;hide-feet:yes;hide-head:yes";
const OLD = "stillpoint-settings";

// What a device keeps. It may be full, or let nobody near it.
class Storage {
  constructor(kept, { full = false, shut = false } = {}) { Object.assign(this, { kept: { ...kept }, full, shut }); }
  getItem(key) {
    if (this.shut) throw new Error("refused");
    return this.kept[key] ?? null;
  }
  setItem(key, value) {
    if (this.full || this.shut) throw new Error("full");
    this.kept[key] = value;
  }
  removeItem(key) { delete this.kept[key]; }
}

const open = (kept, device) => {
  const localStorage = new Storage(kept, device);
  const page = new Page({ script: { settings: OFFERED }, globals: { localStorage } });
  page.run("settings.js");
  const storage = (key) => page.window.dispatchEvent(Object.assign(new Event("storage"), { key }));
  return { page, marks: page.root.attributes, kept: localStorage.kept, storage };
};

test("what is chosen is on the page", () => {
  const { marks } = open({ "stillpoint.theme": "dark", "stillpoint.hide-feet": "yes", "stillpoint.place": "3" });
  assert.deepEqual(marks, { "data-theme": "dark", "data-hide-feet": "yes" });
});

for (const [name, value] of [["theme", "<b>"], ["theme", ""], ["theme", "light dark"], ["view", "../../x"], ["attic", "dark"]]) {
  test(`“${name}: ${value}” is ignored: the page does not offer it`, () => {
    assert.deepEqual(open({ [`stillpoint.${name}`]: value }).marks, {});
  });
}

test("the record of an older release is moved once", () => {
  const { marks, kept } = open({ [OLD]: '{"theme":"dark","size":"huge","hide":["feet","attic"]}', "stillpoint.place": "3" });
  assert.deepEqual(marks, { "data-theme": "dark", "data-hide-feet": "yes" });
  assert.deepEqual(kept, { "stillpoint.theme": "dark", "stillpoint.hide-feet": "yes", "stillpoint.place": "3" });
});

test("what was chosen since counts more than the old record", () => {
  const { marks, kept } = open({ [OLD]: '{"theme":"dark","size":"large"}', "stillpoint.theme": "light" });
  assert.deepEqual(marks, { "data-theme": "light", "data-size": "large" });
  assert.deepEqual(kept, { "stillpoint.theme": "light", "stillpoint.size": "large" });
});

test("a full device keeps the old record, and it counts", () => {
  const { marks, kept } = open({ [OLD]: '{"theme":"dark"}' }, { full: true });
  assert.deepEqual(marks, { "data-theme": "dark" });
  assert.deepEqual(kept, { [OLD]: '{"theme":"dark"}' });
});

for (const old of ["{", "7", "null", "[1]", '{"theme":{"a":1},"hide":[7]}', '{"theme":"<b>","hide":"no"}']) {
  test(`an old record that was edited does no harm: ${old}`, () => assert.deepEqual(open({ [OLD]: old }).marks, {}));
}

test("without storage all stays as it is", () => {
  const { page, marks, storage } = open({}, { shut: true });
  page.root.setAttribute("data-theme", "dark");
  storage("stillpoint.size");
  assert.deepEqual(marks, { "data-theme": "dark" });
});

test("what another tab changes comes along, and nothing else", () => {
  const { page, marks, kept, storage } = open({ "stillpoint.size": "large" });
  let told = 0;
  page.root.addEventListener("stillpoint-settings", () => { told += 1; });
  // Chosen here, on a device that has become full.
  page.root.setAttribute("data-theme", "dark");
  kept["stillpoint.view"] = "top";
  storage("stillpoint.view");
  assert.deepEqual(marks, { "data-size": "large", "data-theme": "dark", "data-view": "top" });
  delete kept["stillpoint.size"];
  storage("stillpoint.size");
  assert.deepEqual(marks, { "data-theme": "dark", "data-view": "top" });
  assert.equal(told, 2);
  storage(null);
  assert.deepEqual(marks, { "data-view": "top" });
});

test("a page that the browser had put aside looks again", () => {
  const { page, marks, kept } = open({});
  kept["stillpoint.theme"] = "dark";
  for (const persisted of [false, true]) {
    page.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
    assert.equal(marks["data-theme"], persisted ? "dark" : undefined);
  }
});
