// The offline worker: keeps every file of one release, whole or not at all.
//
// A release is never mixed with another one. A new worker waits until no page of the old release
// is in use or until a fresh visit asks for it; it never reloads a page.
//
// The sound is large, so it is not part of that: recordings are kept once a walk has asked for
// them, in a cache that outlives a release as long as no recording changes.
"use strict";

const RELEASE = "RELEASE";
const PREFIX = `stillpoint ${registration.scope} `;
const NAME = PREFIX + RELEASE;
const FILES = [/* FILES */];
const SOUND = "SOUND";
const SOUND_NAME = PREFIX + SOUND;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    try {
      // Past the browser's own cache: a release must not take over an old file.
      await Promise.all(FILES.map((file) => keep(cache, new Request(file, { cache: "no-cache" }))));
    } catch (reason) {
      await caches.delete(NAME);
      throw reason;
    }
  })());
});

// A bad connection loses an answer now and then, and a release is only kept whole: what fails is
// asked for twice more. What is gone (404) stays gone.
async function keep(cache, request, waits = [1000, 5000]) {
  const answer = await fetch(request.clone()).catch((reason) => reason);
  if (answer.ok) return cache.put(request, answer);
  const [wait, ...rest] = waits;
  if (!wait || answer.status === 404) throw answer instanceof Error ? answer : new Error(`${answer.status} ${request.url}`);
  await new Promise((done) => setTimeout(done, wait));
  return keep(cache, request, rest);
}

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME && name !== SOUND_NAME);
    await Promise.all(others.map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
  // A walk has begun: its recordings are to be there without a connection as well.
  if (Array.isArray(event.data)) event.waitUntil(keepSound(event.data));
});

async function keepSound(addresses) {
  const ours = addresses.map((address) => new URL(address, location)).filter(isSound);
  await Promise.allSettled(ours.map((url) => sound(url.href)));
}

const isSound = (url) => url.origin === location.origin && url.pathname.startsWith(SOUND);

// Recordings that are on their way: what two ask for at once comes once.
const coming = new Map();

async function sound(address) {
  if (!coming.has(address)) coming.set(address, load(address).finally(() => coming.delete(address)));
  return (await coming.get(address)).clone();
}

async function load(address) {
  // A full disk refuses to keep them; they are heard all the same.
  const cache = await caches.open(SOUND_NAME).catch(() => null);
  const kept = await cache?.match(address);
  if (kept) return kept;
  const answer = await fetch(address);
  if (answer.ok) await cache?.put(address, answer.clone()).catch(() => {});
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || request.headers.has("range")) return;
  if (isSound(url)) return event.respondWith(sound(url.href));
  event.respondWith((async () => {
    const cache = await caches.open(NAME);
    const kept = await cache.match(url.origin + url.pathname)
      || (request.mode === "navigate" && !url.pathname.endsWith("/")
        && await cache.match(url.origin + url.pathname + "/"));
    if (kept) return kept;
    try {
      return await fetch(request);
    } catch (reason) {
      const home = request.mode === "navigate" && await cache.match(registration.scope);
      if (home) return Response.redirect(registration.scope);
      throw reason;
    }
  })());
});
