// A page that is just enough for the scripts of `static/js/`: they run in it as they stand.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const FOLDER = path.join(__dirname, "../../static/js");
const scripts = fs.readdirSync(FOLDER).filter((name) => name.endsWith(".js"));
const source = (name) => fs.readFileSync(path.join(FOLDER, name), "utf8");

// An element that scripts may write to.
class Element extends EventTarget {
  dataset = {};
  hidden = false;
  children = [];
  attributes = {};
  setAttribute(name, value) { this.attributes[name] = value; }
  removeAttribute(name) { delete this.attributes[name]; }
  hasAttribute(name) { return name in this.attributes; }
  getAttribute(name) { return this.attributes[name] ?? null; }
  get childElementCount() { return this.children.length; }
  replaceChildren(...children) { this.children = children; }
  append() {}
  closest() { return null; }
  matches() { return false; }
  querySelectorAll() { return []; }
}

// An element in a tree; it is what the selectors say that it is.
class Thing extends Element {
  isConnected = true;
  inside = [];
  constructor(is, parent = null, rest = {}) {
    super();
    Object.assign(this, { is, parent, tagName: is[0].toUpperCase() }, rest);
    parent?.inside.push(this);
  }
  matches(selector) { return selector.split(", ").some((it) => this.is.includes(it)); }
  cloneNode() { return new Thing([...this.is]); }
  insertBefore(thing) { this.inside.unshift(thing); return thing; }
  closest(selector) { return this.matches(selector) ? this : this.parent?.closest(selector) ?? null; }
  contains(other) { return other === this || this.inside.some((it) => it.contains(other)); }
  all() { return this.inside.flatMap((it) => [it, ...it.all()]); }
  querySelector(selector) { return this.all().find((it) => it.matches(selector)) ?? null; }
  querySelectorAll(selector) { return this.all().filter((it) => it.matches(selector)); }
  // Straight to the document, as far as its listeners there let it come.
  dispatchEvent(event) {
    if (event.bubbles) Thing.page.tell(event.type, this, event);
    return super.dispatchEvent(new event.constructor(event.type));
  }
}

// The page of an address; `elements` are found by their ids, `script` is the `data-…` of the script's element, and
// `globals` stand beside the usual ones.
class Page {
  constructor({ address = "https://site.test/", state = "waiting", elements = {}, script = {}, globals = {} } = {}) {
    this.errors = [];
    this.root = Object.assign(new Element(), { dataset: { app: state } });
    this.document = Object.assign(new Element(), {
      documentElement: this.root,
      currentScript: { dataset: { base: "/", program: "/program-0", ...script } },
      head: new Element(),
      createElement: () => new Element(),
      getElementById: (id) => (Object.hasOwn(elements, id) ? elements[id] : null),
    });
    this.window = new EventTarget();
    const { window, document } = this;
    this.context = vm.createContext({
      window, document, location: new URL(address), navigator: {}, Event, URL, URLSearchParams, setTimeout: () => 0,
      performance: { now: () => 0, getEntriesByName: () => [], getEntriesByType: () => [] },
      PerformanceObserver: class { observe() {} },
      console: { error: (why) => this.errors.push(why) },
      fetch: async () => ({ ok: true, arrayBuffer: async () => new ArrayBuffer(0) }),
      addEventListener: window.addEventListener.bind(window), ...globals,
    });
  }

  run(name) {
    const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
    vm.runInContext(source(name), this.context, { filename: name, importModuleDynamically });
  }

  // An event as the browser tells it to the document.
  tell(type, target = this.document, event = new Event(type, { cancelable: true })) {
    Object.defineProperty(event, "target", { value: target });
    this.document.dispatchEvent(event);
    return event;
  }
}

module.exports = { Element, Page, Thing, scripts, source };
