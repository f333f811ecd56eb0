// Keeps hold of what a page plays and makes: `__sounds` are the audio elements in the order
// in which they were made, `__files` the files that got an address, `__saved` the names under
// which files were offered to be saved. `__asked` holds what the lock screen may ask for, by
// name; `__takes` are the files an element was given (when, when it was taken in, and when its
// first sound was due by what was heard of it); `__shaken`, `__lit` and `__said` count what the device was told to do.
(() => {
  const asked = (window.__asked = {});
  const shaken = (window.__shaken = []);
  const lit = (window.__lit = []);
  const said = (window.__said = []);
  const session = navigator.mediaSession;
  if (session) {
    const set = session.setActionHandler.bind(session);
    session.setActionHandler = (name, handler) => {
      asked[name] = handler;
      set(name, handler);
    };
  }
  navigator.vibrate = (pattern) => shaken.push([...pattern]);
  Object.defineProperty(navigator, "wakeLock", {
    value: {
      async request(kind) {
        lit.push(kind);
        return { release: async () => lit.push("released") };
      },
    },
  });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  Object.defineProperty(window, "speechSynthesis", {
    value: { speak: (it) => said.push([it.text, it.lang, it.rate]), cancel: () => said.push(["hush"]) },
  });
  const sounds = (window.__sounds = []);
  const files = (window.__files = []);
  const saved = (window.__saved = []);
  const takes = (window.__takes = []);
  const { Audio } = window;
  window.Audio = function (...words) {
    const made = new Audio(...words);
    const sound = sounds.push(made) - 1;
    const last = () => takes.findLast((it) => it.sound === sound);
    made.addEventListener("loadstart", () => takes.push({ sound, at: performance.now() }));
    made.addEventListener("loadeddata", () => (last().taken = performance.now()));
    setInterval(() => {
      // A device may stand still again after its first moments: the latest reading counts.
      if (last() && made.currentTime > 0 && !made.paused) last().heard = performance.now() - made.currentTime * 1000;
    }, 20);
    return made;
  };
  const address = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    files.push(file);
    return address.call(URL, file);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[download]");
    if (link) saved.push(link.download);
  }, true);
  // A link that stands in no page is clicked without the document hearing of it.
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function () {
    if (this.download && !this.isConnected) saved.push(this.download);
    else click.call(this);
  };
})();
