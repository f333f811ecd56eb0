// `static/js/keeper.js`: what is done to an island that sleeps is carried out once it is awake, and wakes the one that
// sleeps until it is used.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Page, Thing } = require("./page.js");

const open = (dataset = {}) => {
  const dialog = new Thing(["dialog", "dialog[closedby=any]"], null, { opened: 0, showModal() { this.opened += 1; }, close() { this.opened = 0; } });
  // What waits for seconds is called by the test.
  const late = [];
  const setTimeoutHere = (call, wait = 0) => (wait < 1000 ? setTimeout(call, wait) : late.push([wait, call]));
  const globals = { CSS: { escape: (text) => text }, MouseEvent: class MouseEvent extends Event {}, setTimeout: setTimeoutHere };
  const page = new Page({ globals, elements: { settings: dialog, failed: new Thing([".failed"]) } });
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
  const pass = () => late.splice(0).map(([wait, call]) => (call(), wait));
  return { page, island, dialog, heard, button, wake, click, pass };
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

test("a second tap isn't carried out on another control that took over the id", async () => {
  const { island, button, wake, click } = open();
  const start = button({ id: "walk-focus" });
  start.is.push("#walk-focus", '[data-early="start"]');
  start.dataset.early = "start";
  click(start);
  island.inside = [];
  start.isConnected = false;
  const again = button({ id: "walk-focus" });
  again.is.push("#walk-focus", '[data-early="start"]');
  again.dataset.early = "start";
  // The first tap starts; Pause stands there instead, with the same id for the focus.
  let pause;
  again.addEventListener("click", () => {
    island.inside = [];
    again.isConnected = false;
    pause = button({ id: "walk-focus" });
    pause.is.push("#walk-focus");
  });
  // The second comes while the first is waiting its turn.
  const awake = wake();
  click(again);
  await awake;
  assert.deepEqual([again.clicks, pause.clicks], [1, 0]);
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

test("what doesn't come within ten seconds is said, in a dialog as well, and no longer once it has come", async () => {
  const { page, island, dialog, button, wake, click, pass } = open({ onUse: "" });
  const it = button();
  click(it);
  assert.equal(page.root.dataset.lost, undefined);
  assert.deepEqual(pass(), [10000]);
  assert.deepEqual([island.dataset.failed, page.root.dataset.lost], ["", ""]);
  assert.equal(dialog.inside.filter((one) => one.matches(".failed")).length, 1);
  await wake();
  assert.deepEqual([island.dataset.failed, page.root.dataset.lost], [undefined, undefined]);
  assert.equal(it.clicks, 1, "the tap is carried out all the same");
  click(button());
  assert.deepEqual(pass(), [], "nothing waits for what is awake");
});

test("where the program has stopped, a tap is answered at once", async () => {
  const { page, button, click } = open({ onUse: "" });
  page.root.dataset.stopped = "";
  const it = button();
  click(it);
  await new Promise((next) => { setTimeout(next, 5); });
  assert.equal(it.hasAttribute("aria-busy"), false);
  assert.equal(page.root.dataset.lost, "");
});

test("an island with words of its own for it needs none of the page's", () => {
  const { page, island, button, click, pass } = open({ onUse: "" });
  new Thing(["[data-says-failed]"], island);
  click(button());
  pass();
  assert.deepEqual([island.dataset.failed, page.root.dataset.lost], ["", undefined]);
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

test("who goes on typing while the island wakes loses no letter", async () => {
  const { page, island, wake } = open({ onUse: "" });
  const field = (value) => new Thing(["input", "#find"], island, { id: "find", type: "search", value });
  const before = field("c");
  page.tell("input", before);
  before.value = "comp";
  page.tell("input", before);
  island.inside = [];
  before.isConnected = false;
  const after = field("");
  const heard = [];
  after.addEventListener("input", () => heard.push(after.value));
  const awake = wake();
  assert.equal(after.value, "comp", "the next letter stands behind these");
  after.value += "ari";
  page.tell("input", after);
  await awake;
  assert.equal(after.value, "compari");
  assert.equal(heard.at(-1), "compari");
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
