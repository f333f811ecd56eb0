// `static/js/keeper.js`: what is done to an island that sleeps is carried out once it is awake, and wakes the one that
// sleeps until it is used.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Page, Thing } = require("./page.js");

const open = (dataset = {}) => {
  const dialog = new Thing(["dialog", "dialog[closedby=any]"], null, { opened: 0, showModal() { this.opened += 1; }, close() { this.opened = 0; } });
  const globals = { CSS: { escape: (text) => text }, MouseEvent: class MouseEvent extends Event {}, setTimeout };
  const page = new Page({ globals, elements: { settings: dialog } });
  Thing.page = page;
  page.document.activeElement = page.document.body = new Thing(["body"]);
  const island = new Thing(["[data-island]"], dialog);
  Object.assign(island.dataset, dataset);
  const heard = [];
  page.document.addEventListener("island-used", ({ target }) => heard.push(target));
  page.run("keeper.js");
  const button = (rest = {}) => {
    const made = new Thing(["button", 'button, [data-tap]', `[data-do="${rest.action ?? "go"}"]`], island, rest);
    made.is.push("button", "[data-tap]");
    made.setAttribute("data-do", rest.action ?? "go");
    made.clicks = 0;
    made.addEventListener("click", () => { made.clicks += 1; });
    return made;
  };
  const wake = async () => {
    island.dataset.awake = "";
    page.tell("island-awake", island);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => { setTimeout(next); });
  };
  const click = (target) => page.tell("click", target);
  return { page, island, dialog, heard, button, wake, click };
};

test("a tap on an island that sleeps is carried out on what has come in its place", async () => {
  const { island, button, wake, click, heard } = open();
  const before = button();
  click(before);
  assert.equal(before.getAttribute("aria-busy"), "true");
  island.inside = [];
  before.isConnected = false;
  const after = button();
  await wake();
  assert.deepEqual([before.clicks, after.clicks], [0, 1]);
  assert.deepEqual(heard, [], "it wakes by itself");
});

test("an island that sleeps until it is used hears that it is", async () => {
  const { island, button, wake, click, heard } = open({ onUse: "" });
  const it = button();
  click(it);
  assert.deepEqual(heard, [island]);
  assert.equal(island.dataset.used, "", "the program may come later than that");
  await wake();
  assert.equal(it.clicks, 1);
  click(it);
  assert.equal(heard.length, 1);
});

test("one whose files didn't come is asked once more; any other is left to the page", () => {
  for (const [dataset, wakes] of [[{ onUse: "", failed: "" }, 1], [{ failed: "" }, 0]]) {
    const { button, click, heard } = open(dataset);
    const it = button();
    click(it);
    assert.equal(heard.length, wakes);
    assert.equal(it.hasAttribute("aria-busy"), wakes === 1);
  }
});

test("what is chosen before is chosen after", async () => {
  const { page, island, wake, heard } = open({ onUse: "" });
  const radio = (checked) => new Thing(["input", '[name="theme"][value="dark"]'], island, {
    type: "radio", name: "theme", value: "dark", checked, clicks: 0, click() { this.clicks += 1; },
  });
  const before = radio(true);
  page.tell("change", before);
  assert.equal(heard.length, 1);
  island.inside = [];
  before.isConnected = false;
  const after = radio(false);
  await wake();
  assert.equal(after.clicks, 1);
});

test("a form waits for the program; what closes a dialog does not", () => {
  const { button, click } = open({ onUse: "" });
  const add = button({ type: "submit", form: { method: "get" } });
  assert.equal(click(add).defaultPrevented, true);
  assert.equal(add.getAttribute("aria-busy"), "true");
  const close = button({ type: "submit", form: { method: "dialog" }, action: "close" });
  assert.equal(click(close).defaultPrevented, false);
  assert.equal(close.hasAttribute("aria-busy"), false);
});

test("a dialog opens and closes without a program, and wakes what is in it", () => {
  const { island, dialog, click, heard } = open({ onUse: "" });
  const opener = new Thing(["button", "[data-opens]"]);
  opener.dataset.opens = "settings";
  click(opener);
  assert.equal(dialog.opened, 1);
  assert.deepEqual(heard, [island]);
  click(island);
  assert.equal(dialog.opened, 1, "a click inside leaves it open");
  click(dialog);
  assert.equal(dialog.opened, 0);
  island.dataset.awake = "";
  click(opener);
  assert.deepEqual([dialog.opened, heard.length], [1, 1], "it is awake already");
});
