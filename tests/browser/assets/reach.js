// Notes everything by which a page reaches out or leaves something behind: requests, sockets, beacons, cookies,
// devices, storage. A test reads `__reached`: one line for each act, its kind and its object.
(() => {
  const reached = (window.__reached = []);
  const put = (kind, what) => reached.push(`${kind} ${what}`);
  const address = (it) => new URL(it?.url ?? it, location).href;
  const call = (of, name, kind, tell) => {
    const real = of?.[name];
    if (typeof real !== "function") return;
    of[name] = function (...given) {
      put(kind, tell.apply(this, given));
      return real.apply(this, given);
    };
  };
  const first = (it) => String(it ?? "");
  call(window, "fetch", "request", address);
  call(window.XMLHttpRequest?.prototype, "open", "request", (_, to) => address(to));
  call(window, "open", "window", first);
  call(window.Navigator?.prototype, "sendBeacon", "beacon", address);
  call(window.HTMLFormElement?.prototype, "submit", "form", () => "");
  call(window.CookieStore?.prototype, "set", "cookie", (it) => it?.name ?? it);
  call(window.Storage?.prototype, "setItem", "storage", function (key) {
    return `${this === window.sessionStorage ? "session" : "local"} ${key}`;
  });
  call(window.IDBFactory?.prototype, "open", "database", first);
  for (const name of ["put", "add"]) {
    call(window.IDBObjectStore?.prototype, name, "record", function (_, key) { return `${this.name} ${key}`; });
  }
  call(window.CacheStorage?.prototype, "open", "cache", first);
  call(window.MediaDevices?.prototype, "getUserMedia", "device", () => "media");
  call(window.Geolocation?.prototype, "getCurrentPosition", "device", () => "place");
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport", "SharedWorker", "Worker"]) {
    const real = window[name];
    if (!real) continue;
    window[name] = new Proxy(real, {
      construct(target, given) {
        put(name, first(given[0]));
        return Reflect.construct(target, given);
      },
    });
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie,
    set(text) {
      put("cookie", text);
      cookie.set.call(this, text);
    },
  });
})();
