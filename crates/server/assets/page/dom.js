// Elements without markup in strings: nothing that comes from the server can become markup.

/** An element. Functions become handlers, `true` an empty attribute; `false` and `undefined` are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element[name] = value;
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A table; `columns` say its heads and cells. What is a number stands right. */
export function table(caption, columns, rows) {
  const cell = (tag, column, content) =>
    el(tag, { class: column.number ? "number" : column.class, scope: tag === "th" && "col" }, content ?? "–");
  const head = el("tr", {}, ...columns.map((column) => cell("th", column, column.head)));
  const body = rows.map((row) => el("tr", {}, ...columns.map((column) => cell("td", column, column.cell(row)))));
  // What scrolls must be reachable by keyboard, and then have a name.
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    el("table", {}, el("caption", { class: "unseen" }, caption), el("thead", {}, head), el("tbody", {}, ...body)));
}

/** A choice; `options` are pairs of value and label. */
export function choice(label, options, chosen, onchange) {
  const option = ([value, text]) => el("option", { value: String(value), selected: value === chosen }, text);
  return el("label", { class: "choice" }, el("span", { class: "unseen" }, label),
    el("select", { onchange: (event) => onchange(Number(event.target.value)) }, ...options.map(option)));
}
