// `static/js/sw.js`: what it keeps, refuses and answers, with a host and caches of the test's own.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Caches, ORIGIN, good, names, page, worker } = require("./worker.js");

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
  ["a file that is cut off", (path) => (path === "/app.js" ? new Response("/ap") : good(path))],
  ["a page that is cut off", (path) => (path === "/faq/" ? new Response(page(path).slice(0, -20)) : good(path))],
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
    const { tell } = worker({ host: good, caches, open });
    await tell("install");
    await tell("activate");
    assert.equal(names(caches).includes("files-1"), stays);
    assert.ok(names(caches).includes("/audio-1/") && caches.all.has("somebody else's"));
  });
}

test("an old release leaves the files of a newer one alone", async () => {
  const caches = new Caches();
  const { tell } = worker({ host: good, caches, open: ["r2"] });
  await tell("install");
  await tell("activate");
  await caches.open(`stillpoint ${ORIGIN}/ files-3`);
  await tell("message", { data: "tidy" });
  assert.deepEqual(names(caches), ["files-2", "files-3"]);
});

test("an earlier release that comes again is left alone", async () => {
  const caches = await withOld();
  const registration = {};
  const { tell } = worker({ host: good, caches, open: ["r2"], registration });
  await tell("install");
  registration.installing = {};
  await tell("message", { data: "tidy" });
  assert.ok(names(caches).includes("files-1"));
  delete registration.installing;
  await tell("message", { data: "tidy" });
  assert.ok(!names(caches).includes("files-1"));
  // It has been tidied once: what has this name now came later.
  await caches.open(`stillpoint ${ORIGIN}/ files-1`);
  await tell("message", { data: "tidy" });
  assert.ok(names(caches).includes("files-1"));
});

test("a release that comes again, and not whole, leaves what is in use", async () => {
  let line = true;
  const { tell, ask, caches } = worker({ host: (path) => { if (!line) throw new TypeError("no line"); return good(path); } });
  await tell("install");
  line = false;
  await assert.rejects(tell("install"));
  assert.deepEqual(names(caches), ["files-2"]);
  assert.match(await (await ask("/faq/")).text(), /data-path="\/faq\/"/);
});

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
