// Keeps hold of what a page gives out of hand instead of letting it go: `__printed` has what
// was marked to be printed at each call, `__copied` each text, `__files` the files that got an address,
// `__saved` the names under which files were offered to be saved.
(() => {
  const printed = (window.__printed = []);
  const copied = (window.__copied = []);
  const files = (window.__files = []);
  const saved = (window.__saved = []);
  window.print = () => {
    printed.push(document.documentElement.dataset.print ?? "");
    dispatchEvent(new Event("afterprint"));
  };
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (text) => void copied.push(text) },
  });
  const address = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file) => {
    files.push(file);
    return address(file);
  };
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function () {
    if (this.matches("a[download]")) saved.push(this.download);
    else click.call(this);
  };
})();
