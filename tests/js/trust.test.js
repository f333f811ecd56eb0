// `static/js/trust.js`: what it lets become HTML or the address of a script.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Page } = require("./page.js");

const gate = (base = "/") => {
  const made = {};
  const trustedTypes = { createPolicy: (name, policy) => { made[name] = policy; } };
  const page = new Page({ globals: { trustedTypes } });
  page.context.window.trustedTypes = trustedTypes;
  page.root.dataset.base = base;
  page.run("trust.js");
  assert.deepEqual(Object.keys(made), ["default"], "one policy");
  return made.default;
};

test("HTML of the site passes as it is", () => {
  const { createHTML } = gate();
  for (const html of [
    "", "plain", "a &lt;b&gt; c",
    '<p>See <a href="/app/safety/#ask">safety</a> &amp; call <a href="tel:116123">116</a>.</p>\n<ul>\n<li>one</li>\n</ul>',
    '<svg id="m" viewBox="0 0 7 7" aria-hidden="true"><path d="M0 3.5h7" class="hatch"/><use href="#x" data-href="/f.svg#a" /></svg>',
    '<label class="pick"><input type="radio" name="bells" value="" checked> all</label><br>',
    "<p>5 > 3</p>",
  ]) assert.equal(createHTML(html, "TrustedHTML", "Element innerHTML"), html);
});

test("HTML that runs, loads, embeds or leads away is refused", () => {
  const { createHTML } = gate();
  for (const html of [
    "<script>alert(1)</script>", "<SCRIPT src=x>", "<iframe>", "<img src=x onerror=alert(1)>", '<img alt="">',
    '<p onclick="x">', '<p ONCLICK="x">', '<p style="color:red">', '<a href="javascript:x">', '<a href="//evil.test/">',
    '<a href="https://evil.test/">', '<svg><script href="x"/></svg>', '<svg><animate attributeName="href"/></svg>',
    '<svg><use xlink:href="data:x"/></svg>', '<button formaction="/x">', '<form action="/x">', "<!-- x -->", "<p",
    "<<p>script>", '<p title="a<b">', "<p title='x'>", '<p/onclick="x">', '<p title="x"onclick="x">', "<style>", "<template>",
    '<a ping="/x">', "<math>", "<base>", "<meta>",
  ]) assert.equal(createHTML(html, "TrustedHTML", "Element innerHTML"), null, html);
});

test("what is only parsed passes: it runs nothing, and is looked at before it's used", () => {
  const { createHTML } = gate();
  assert.equal(createHTML("<!DOCTYPE html><script>", "TrustedHTML", "DOMParser parseFromString"), "<!DOCTYPE html><script>");
});

test("one script has an address to be started by: the worker", () => {
  const { createScriptURL } = gate("/app/");
  assert.equal(createScriptURL("/app/sw.js"), "/app/sw.js");
  for (const address of ["/sw.js", "/app/sw.js?x", "https://evil.test/app/sw.js", "data:text/javascript,x", ""]) {
    assert.equal(createScriptURL(address), null, address);
  }
});

test("no text becomes a script, and a browser without Trusted Types is none the worse", () => {
  assert.equal(gate().createScript, undefined);
  const page = new Page();
  page.run("trust.js");
  assert.deepEqual(page.errors, []);
});
