// The dashboard: which answers it asks for, and what becomes of them.

import { Failure, SignedOut, ask } from "./api.js";
import { forget } from "./charts.js";
import { byId, el } from "./dom.js";
import { age, moneyIn } from "./format.js";
import { PANELS } from "./panels.js";

const SOURCES = {
  dashboard: { path: "dashboard/" },
  trends: { path: "dashboard/analytics/enhanced/", query: ({ days }) => ({ days }) },
  years: { path: "dashboard/metrics/yearly-comparison/" },
  months: { path: "dashboard/metrics/yearly-orders/", query: ({ year }) => ({ year }) },
  orders: { path: "orders/installment-tracking/", query: () => ({ limit: 1 }) },
  specials: { path: "special-orders/installment-tracking/", query: () => ({ limit: 1 }) },
  classes: { path: "class-bundles/installment-tracking/", query: () => ({ limit: 1 }) },
  reviews: { path: "reviews/analytics/" },
};
const ALL = Object.keys(SOURCES);
/** When more panels than this fail, it is not about them. */
const MOST_NAMED = 4;

/** What the figures are of. */
const shown = { website: undefined, name: "", days: 30, year: undefined, everywhere: true, money: String };
const answers = new Map();
const failures = new Map();
const underWay = new Map();
let frames = [];
let leave;

shown.choose = (chosen, sources) => load(sources, { of: chosen });

/** Opens the board; `signedOut` is called when the session ends. */
export function open(signedOut) {
  leave = signedOut;
  frames = PANELS.map(frame);
  byId("board").replaceChildren(...frames.map(({ section }) => section));
}

/** Forgets everything. */
export function close() {
  for (const request of underWay.values()) request.abort();
  for (const kept of [answers, failures, underWay]) kept.clear();
  forget(byId("board"));
  byId("board").replaceChildren();
  frames = [];
  byId("trouble").hidden = true;
  byId("status").textContent = "";
}

/** Shows the figures of a website, or of all. */
export function show({ website, name, currencies, everywhere }) {
  answers.clear();
  return load(ALL, { of: { website, name, everywhere, money: moneyIn(currencies) } });
}

/** Asks again; `anew` makes the server compute the answers even though it has kept ones. */
export async function load(names = ALL, { anew = false, of = {} } = {}) {
  Object.assign(shown, of);
  await Promise.all(names.map((name) => fetchAnswer(name, anew)));
  if (underWay.size === 0) report();
}

/** Draws everything once more, in another theme for example. */
export const redraw = () => frames.forEach(draw);

async function fetchAnswer(name, anew) {
  const { path, query } = SOURCES[name];
  const request = new AbortController();
  underWay.get(name)?.abort();
  underWay.set(name, request);
  failures.delete(name);
  drawWhatNeeds(name);
  const asked = { ...query?.(shown), website_id: shown.website, refresh: anew || undefined };
  const answer = await ask(`admin-management/${path}`, asked, request.signal).catch((error) => error);
  // Another question has taken its place meanwhile.
  if (underWay.get(name) !== request) return;
  underWay.delete(name);
  if (answer instanceof SignedOut) return leave(answer);
  if (answer instanceof Error) failures.set(name, answer);
  else answers.set(name, answer);
  drawWhatNeeds(name);
}

function frame(panel, place) {
  const id = `panel-${place}`;
  const fresh = el("span", { class: "fresh" });
  const head = el("div", { class: "head" }, el("h2", { id }, panel.title), fresh);
  const body = el("div", { class: "body" }, el("div", { class: "skeleton" }));
  const section = el("section", { class: `panel ${panel.size === "bare" ? "" : "card"} ${panel.size}`, "aria-labelledby": id }, head, body);
  return { panel, section, head, body, fresh };
}

const drawWhatNeeds = (name) => frames.filter(({ panel }) => panel.needs.includes(name)).forEach(draw);

function draw({ panel, section, head, body }) {
  const { needs } = panel;
  const busy = needs.some((name) => underWay.has(name));
  section.setAttribute("aria-busy", String(busy));
  const complete = needs.every((name) => answers.has(name));
  // What is there stays until there is something new.
  if (busy && complete) return;
  forget(body);
  if (!complete) {
    return body.replaceChildren(busy ? el("div", { class: "skeleton" }) : el("p", { class: "empty" }, "Not loaded."));
  }
  const data = Object.fromEntries(needs.map((name) => [name, answers.get(name).data]));
  if (panel.control && !head.querySelector("select")) head.append(panel.control(data, shown));
  const content = panel.draw(data, shown);
  body.replaceChildren(typeof content === "string" ? el("p", { class: "empty" }, content) : content);
  tick();
}

/** Says once what has become of all questions. */
function report() {
  const trouble = byId("trouble");
  const messages = new Set([...failures.values()].map(told));
  trouble.hidden = messages.size === 0;
  if (messages.size > 0) {
    const missing = frames.map(({ panel }) => panel).filter(({ needs }) => needs.some((name) => failures.has(name)));
    const where = missing.length <= MOST_NAMED ? `${missing.map(({ title }) => title).join(", ")}: ` : "";
    const again = el("button", { type: "button", onclick: () => load([...failures.keys()]) }, "Try again");
    trouble.replaceChildren(el("p", {}, where, [...messages].join(" ")), again);
  }
  byId("status").textContent = messages.size === 0 ? `The figures of ${shown.name} are shown.` : "";
}

function told(error) {
  if (error instanceof Failure) return error.message;
  console.error(error);
  return "Something went wrong in this page. Reload it.";
}

const HOW = [["stale", "old"], ["; hit", "hit"], ["", "fresh"]];

/** Tells the age of the oldest of some answers, and whether it was kept. */
function tellAge(element, names) {
  const kept = names.map((name) => answers.get(name)).filter(Boolean);
  element.hidden = kept.length < names.length;
  if (element.hidden) return;
  const oldest = kept.reduce((one, other) => (other.loadedAt < one.loadedAt ? other : one));
  const [, how] = HOW.find(([word]) => oldest.cache.includes(word));
  element.dataset.how = how;
  element.title = oldest.cache;
  element.textContent = `${how} · ${age((performance.now() - oldest.loadedAt) / 1000)} old`;
}

/** The main answer's age stands in the bar; other panels tell their own. */
function tick() {
  tellAge(byId("fresh"), ["dashboard"]);
  for (const { panel, fresh } of frames) {
    if (panel.needs.includes("dashboard")) fresh.hidden = true;
    else tellAge(fresh, panel.needs);
  }
}
setInterval(tick, 1000);
