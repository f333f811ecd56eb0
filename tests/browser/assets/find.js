// Finds elements as a person would: by what they are and what they are called.
// Put before a script's own lines; `find({role, name, begins, css, hidden, within})`
// answers with the elements that are shown, in the order of the page; `within` is the
// name of the part or group of the page in which to look.
const ROLES = {
  button: "button, summary, input[type=button], input[type=submit], [role=button]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  group: "fieldset, [role=group], [role=radiogroup]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  link: "a[href], [role=link]",
  radio: "input[type=radio], [role=radio]",
  searchbox: "input[type=search], [role=searchbox]",
  status: "[role=status], output",
  textbox: "input[type=text], textarea",
  timer: "[role=timer]",
};

const squeeze = (text) => text.replace(/\s+/g, " ").trim();

// Text as it is read out: without what is hidden, with labels and alternatives.
const spoken = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.hidden || node.getAttribute("aria-hidden") === "true") return "";
  if (getComputedStyle(node).display === "none") return "";
  const label = node.getAttribute("aria-label") ?? node.getAttribute("alt");
  if (label) return label;
  const text = [...node.childNodes].map(spoken).join("");
  return getComputedStyle(node).display.startsWith("inline") ? text : ` ${text} `;
};

const named = (element) => {
  const others = (element.getAttribute("aria-labelledby") ?? "").split(" ");
  const labels = others.map((id) => document.getElementById(id)).filter(Boolean);
  if (labels.length) return squeeze(labels.map(spoken).join(" "));
  const label = element.getAttribute("aria-label");
  if (label) return squeeze(label);
  if (element.labels?.length) return squeeze([...element.labels].map(spoken).join(" "));
  if (element.matches("fieldset")) {
    const legend = element.querySelector(":scope > legend");
    return legend ? squeeze(spoken(legend)) : "";
  }
  return squeeze(element.value && element.matches("input") ? element.value : spoken(element));
};

const shown = (element) => {
  const visible = element.checkVisibility?.({ visibilityProperty: true }) ?? true;
  return visible && element.getClientRects().length > 0;
};

const parts = (name) =>
  [...document.querySelectorAll("section[aria-labelledby], fieldset, dialog")].filter((it) => named(it) === name);

const find = ({ role, name, begins, css, hidden, within }) => {
  const places = within ? parts(within) : [document];
  return places.flatMap((it) => [...it.querySelectorAll(css ?? ROLES[role])]).filter((element) => {
    if (!hidden && !shown(element)) return false;
    if (role && (element.getAttribute("role") ?? role) !== role) return false;
    if (name === null || name === undefined) return true;
    return begins ? named(element).startsWith(name) : named(element) === name;
  });
};
