// The offline worker: keeps every file of one release, whole or not at all.
//
// A release is never mixed with another one. A new worker waits until no page of the old release
// is in use or until a fresh visit asks for it; it never reloads a page.
"use strict";

const RELEASE = "RELEASE";
const PREFIX = `stillpoint ${registration.scope} `;
const NAME = PREFIX + RELEASE;
const FILES = [/* FILES */];

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    try {
      // Past the browser's own cache: a release must not take over an old file.
      await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    } catch (reason) {
      await caches.delete(NAME);
      throw reason;
    }
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all(others.map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || request.headers.has("range")) return;
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
