// The one gate for text that becomes HTML or the address of a script. The pages' policy asks for it, and a browser that
// knows Trusted Types sends everything through here: our own HTML, and whatever somebody might have slipped in.
(() => {
  "use strict";
  const { base } = document.documentElement.dataset;
  // Tags that only show something or take an answer: none that runs, loads or embeds. Nothing in them runs or loads
  // either, and what they lead to is in the site, or is a number to call.
  const NAMES = "a|b|br|button|circle|dd|details|div|dl|dt|ellipse|em|fieldset|g|h2|h3|h4|input|label|legend|li|line|mark|ol|"
    + "optgroup|option|output|p|path|pattern|pre|rect|section|select|small|span|strong|summary|svg|symbol|text|textarea|"
    + "tspan|ul|use";
  const HREF = 'href="(?:[#/](?!/)|tel:|sms:)[^"<]*"';
  const OTHER = '(?!on|src|style|href|form|action|ping)[a-z][a-z0-9-]*(?:="[^"<]*")?';
  const TAG = new RegExp(`</?(?:${NAMES})(?: (?:${HREF}|${OTHER}))* ?/?>`, "gi");

  window.trustedTypes?.createPolicy("default", {
    createHTML(html, _, sink) {
      // What is parsed into a document of its own runs nothing there; the program looks at it before it takes any.
      const isFine = sink?.startsWith("DOMParser") || !html.replace(TAG, "").includes("<");
      return isFine ? html : null;
    },
    createScriptURL: (address) => (address === `${base}sw.js` ? address : null),
  });
})();
