// `static/js/plain-search.js`: whoever types that they may be in danger sees help, without any program; and the list
// of questions narrows.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Element, Page } = require("./page.js");

const WHEN = "kill(|ed|ing|s) myself|suicid(|al|e|es)|dont want to live|self harm";

// A page of questions that no program has come to.
const open = (query = "") => {
  const elements = {
    crisis: new Element(),
    "crisis-words": Object.assign(new Element(), { dataset: { when: WHEN }, content: { cloneNode: () => "help" } }),
    "faq-all": Object.assign(new Element(), { children: [] }),
  };
  const page = new Page({ address: `https://site.test/faq/${query}`, elements });
  page.run("plain-search.js");
  page.tell("DOMContentLoaded");
  const field = Object.assign(new Element(), { type: "search", id: "search" });
  const shown = () => elements.crisis.children;
  const type = (value) => {
    field.value = value;
    page.tell("input", field);
    return shown().length > 0;
  };
  return { type, shown, elements };
};

test("help shows from the letter that makes it a phrase, and goes with it", () => {
  const { type, shown } = open();
  const seen = [..."suicide"].map((_, at, all) => type(all.slice(0, at + 1).join("")));
  assert.deepEqual(seen, [false, false, false, false, false, true, true]);
  const [first] = shown();
  type("suicide ");
  assert.equal(shown()[0], first);
  assert.equal(type("sui"), false);
});

for (const typed of ["SUICIDAL", "i am suicidal.", "suïcide", "sui\u0308cide", "thinking of killing  myself", "Kill-myself",
  "I don’t want to live", "I don't want to live any more", "self-harm", "“suicide”", "ｓｕｉｃｉｄｅ", "sui\u00adcide"]) {
  test(`help shows for “${typed}”`, () => assert.equal(open().type(typed), true));
}

for (const typed of ["", " ", "suit", "does it kill", "kill myselfie", "i want to live", "self", "harm self"]) {
  test(`none for “${typed}”`, () => assert.equal(open().type(typed), false));
}

test("a query in the address counts as well", () => {
  assert.equal(open("?q=I+am+suicidal").shown().length, 1);
  for (const query of ["?q=cost", "?q=100%", ""]) assert.equal(open(query).shown().length, 0, query);
});

test("it is the same once the search has its index", () => {
  const { type, elements } = open();
  elements["faq-all"].dataset.finds = "1";
  assert.equal(type("suicide"), true);
  assert.equal(type("cost"), false);
});

test("other fields and other pages are left alone", () => {
  const page = new Page();
  page.run("plain-search.js");
  page.tell("DOMContentLoaded");
  page.tell("input", Object.assign(new Element(), { type: "search", id: "search", value: "suicide" }));
  assert.deepEqual(page.errors, []);
});

test("the list narrows to letters that look the same: full-width ones, ligatures", () => {
  const { type, elements } = open();
  const entry = (textContent) => ({ textContent, hidden: false });
  const entries = [entry("What does it cost?"), entry("Your first visit")];
  const list = elements["faq-all"];
  list.querySelectorAll = () => entries;
  for (const [typed, hidden] of [["cost", [false, true]], ["ｃｏｓｔ", [false, true]], ["ﬁrst", [true, false]]]) {
    type(typed);
    assert.deepEqual(entries.map((it) => it.hidden), hidden, typed);
  }
});
