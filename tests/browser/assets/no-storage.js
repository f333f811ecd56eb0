// A browser that refuses storage, as some do in private windows: every attempt
// throws, also the mere look.
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(window, name, {
    configurable: true,
    get() {
      throw new DOMException(`${name} is refused`, "SecurityError");
    },
  });
}
