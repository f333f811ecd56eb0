// The offline worker: keeps every file of one release, whole or not at all.
//
// A release is never mixed with another one. Every page names the release that it belongs to, and a page of
// another one is refused: an edge of the host's network may be late. A new worker waits until no page of the old
// release is open, or until a fresh visit asks for it; it never reloads a page. The files of an old release stay
// until no open page is of that release any more. Only a release that came later takes them away: a page of the old
// one still talks to the old worker while the new one keeps its files.
//
// The sound is large, so it is not part of that: recordings are kept once a session has asked for
// them, in a cache that outlives a release as long as no recording changes.
"use strict";

const RELEASE = "RELEASE";
const PAGES = "PAGES";
const PREFIX = `stillpoint ${registration.scope} `;
const NAME = PREFIX + RELEASE;
// Each address, and how many bytes its file has.
const FILES = [/* FILES */];
const SOUND = "SOUND";
const SOUND_NAME = PREFIX + SOUND;
// Where a release that is whole keeps the names of those that were there before it.
const OLDER = `${registration.scope}?older`;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME && name !== SOUND_NAME);
    const cache = await caches.open(NAME);
    // A host that goes back to an earlier release brings one that may still be in use.
    const again = await cache.match(OLDER);
    try {
      // Past the browser's own cache: a release must not take over an old file.
      await Promise.all(FILES.map(([file, bytes]) => keep(cache, new Request(file, { cache: "no-cache" }), bytes)));
      await cache.put(OLDER, new Response(JSON.stringify(older)));
    } catch (reason) {
      if (!again) await caches.delete(NAME);
      throw reason;
    }
  })());
});

// A bad connection loses an answer now and then, and a release is only kept whole: what fails is
// asked for twice more. What is gone (404) stays gone.
async function keep(cache, request, bytes, waits = [1000, 5000]) {
  const answer = await fetch(request.clone()).catch((reason) => reason);
  if (answer.ok) return cache.put(request, await checked(request.url, answer, bytes));
  const [wait, ...rest] = waits;
  if (!wait || answer.status === 404) throw answer instanceof Error ? answer : new Error(`${answer.status} ${request.url}`);
  await new Promise((done) => setTimeout(done, wait));
  return keep(cache, request, bytes, rest);
}

// Some hosts answer with a page where a file is missing, as the sign-in pages of hotels do: kept, it would stand in
// the place of the file for as long as the release.
const isPage = (answer) => (answer.headers.get("content-type") ?? "").startsWith("text/html");

// An answer that a navigation may get: not one that a host has redirected (browsers refuse those), and not a page
// of another release, or one that the host puts in the place of all others.
//
// A line that breaks in the middle is an error in most browsers. Over HTTP/1.1 Firefox takes it for the end.
async function checked(url, answer, bytes) {
  const { pathname } = new URL(url);
  if (!pathname.endsWith("/")) {
    if (isPage(answer)) throw new Error(`${url} is answered with a page`);
    if ((await answer.clone().arrayBuffer()).byteLength !== bytes) throw new Error(`${url} is cut off`);
    return answer;
  }
  const text = await answer.text();
  const ours = text.includes(`data-release="${PAGES}"`) && text.includes(`data-path="${pathname}"`);
  if (!ours) throw new Error(`${url} is not a page of the release ${PAGES}`);
  if (!text.includes("</html>")) throw new Error(`${url} is cut off`);
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8", ...policyOf(answer) } });
}

const policyOf = (answer) => {
  const names = ["content-security-policy", "x-content-type-options", "referrer-policy",
    "cross-origin-opener-policy", "cross-origin-embedder-policy", "cross-origin-resource-policy", "permissions-policy"];
  return Object.fromEntries(names.filter((name) => answer.headers.has(name)).map((name) => [name, answer.headers.get(name)]));
};

self.addEventListener("activate", (event) => {
  event.waitUntil(clients.claim().then(tidy));
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
  // A page has begun: perhaps it has taken the place of the last one of an old release.
  if (event.data === "tidy") event.waitUntil(tidy());
  // A session has begun: its recordings are to be there without a connection as well.
  if (Array.isArray(event.data)) event.waitUntil(keepSound(event.data));
});

// Files of old releases go once every open page says that it is of this one. A page that doesn't answer, since the
// browser has frozen it, may still need its own.
async function tidy() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const releases = await Promise.all(open.map(releaseOf));
  if (releases.some((release) => release !== PAGES)) return;
  // One that comes now may be an earlier one again.
  if (registration.installing || registration.waiting) return;
  const cache = await caches.open(NAME);
  const older = await cache.match(OLDER);
  for (const name of older ? await older.json() : []) await caches.delete(name);
  if (older) await cache.put(OLDER, new Response("[]"));
}

function releaseOf(client) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    client.postMessage("release?", [port2]);
    setTimeout(done, 2000);
  });
}

async function keepSound(addresses) {
  const ours = addresses.map(urlOf).filter((url) => url && isSound(url));
  await Promise.allSettled(ours.map(sound));
}

function urlOf(address) {
  try {
    return new URL(address, location);
  } catch {
    return null;
  }
}

const isSound = (url) => url.origin === location.origin && url.pathname.startsWith(SOUND);

// Recordings that are on their way: what two ask for at once comes once.
const coming = new Map();

async function sound({ origin, pathname }) {
  // Without a query: it would be another recording each time, and each would be kept.
  const address = origin + pathname;
  if (!coming.has(address)) coming.set(address, load(address).finally(() => coming.delete(address)));
  return (await coming.get(address)).clone();
}

async function load(address) {
  // A full disk refuses to keep them; they are heard all the same.
  const cache = await caches.open(SOUND_NAME).catch(() => null);
  const kept = await cache?.match(address);
  if (kept) return kept;
  const answer = await fetch(address);
  if (answer.ok && !isPage(answer)) await cache?.put(address, answer.clone()).catch(() => {});
  return answer;
}

// The page of an address, however it is written: with or without its slash or its file.
async function page(cache, url) {
  const folder = url.pathname.replace(/index\.html$/, "").replace(/\/?$/, "/");
  return cache.match(url.origin + folder);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || request.headers.has("range")) return;
  if (isSound(url)) return event.respondWith(sound(url));
  event.respondWith((async () => {
    const cache = await caches.open(NAME);
    const navigates = request.mode === "navigate";
    const kept = await cache.match(url.origin + url.pathname) || (navigates && await page(cache, url));
    if (kept) return kept;
    // A page of an old release asks for a file of its own: its name has a hash, so no other can be meant.
    const old = !navigates && !url.pathname.endsWith("/") && await caches.match(url.origin + url.pathname);
    if (old) return old;
    try {
      return await fetch(request);
    } catch (reason) {
      const home = navigates && await cache.match(registration.scope);
      if (home) return Response.redirect(registration.scope);
      throw reason;
    }
  })());
});
