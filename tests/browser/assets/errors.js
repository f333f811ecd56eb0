// Collects whatever goes wrong in a page, from before its first own script.
// A test reads `__errors`: one line for each trouble, in order.
(() => {
  const errors = (window.__errors = []);
  const put = (kind, what) => errors.push(`${kind}: ${what}`);

  addEventListener(
    "error",
    (event) => {
      const source = event.target;
      if (source instanceof Element) put("resource", source.src || source.href);
      else put("error", `${event.message} (${event.filename}:${event.lineno})`);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => {
    put("rejection", event.reason?.stack ?? event.reason);
  });
  addEventListener("securitypolicyviolation", (event) => {
    const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
    put("csp", `${violatedDirective} refuses ${blockedURI} (${sourceFile}:${lineNumber})`);
  });

  const error = console.error;
  console.error = (...words) => {
    put("console.error", words.join(" "));
    error.apply(console, words);
  };
})();
