// Signing in and out, and the bar above the figures.

import { SignedOut, ask, signIn, signOut, user } from "./api.js";
import * as board from "./board.js";
import { byId, el } from "./dom.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
let websites = [];

/** Shows the form or the screen. */
function swap(signedIn, notice = "") {
  for (const id of ["tools", "screen", "person", "sign-out"]) byId(id).hidden = !signedIn;
  byId("sign-in").hidden = signedIn;
  document.title = signedIn ? "Dashboard · Tally" : "Sign in · Tally";
  refuse(notice);
}

function refuse(text) {
  byId("refusal").textContent = text;
  byId("refusal").hidden = text === "";
}

function toSignIn(notice = "") {
  board.close();
  byId("password").value = "";
  swap(false, notice);
  byId("email").focus();
}

async function toScreen() {
  byId("person").textContent = user().full_name;
  byId("person").title = user().role_display;
  swap(true);
  board.open((error) => toSignIn(error.message));
  try {
    websites = await visibleWebsites();
  } catch (error) {
    if (error instanceof SignedOut) return toSignIn(error.message);
    // The figures of everything are shown all the same; only the choice is missing.
    websites = [];
  }
  offer();
  await showChosen();
}

async function visibleWebsites() {
  const all = [];
  for (let page = 1; ; page += 1) {
    const { data } = await ask("websites/websites/", { page, page_size: 250, is_active: true });
    all.push(...data.results);
    if (data.next === null) return all;
  }
}

/** One website needs no choice, only its name. */
function offer() {
  const chosen = new URLSearchParams(location.search).get("website_id");
  const option = (value, text) => el("option", { value: String(value), selected: String(value) === chosen }, text);
  byId("website").replaceChildren(option("", "All websites"), ...websites.map(({ id, name }) => option(id, name)));
  byId("where").hidden = websites.length < 2;
  byId("place").textContent = websites.length === 1 ? websites[0].name : "";
}

function showChosen() {
  const id = Number(byId("website").value) || undefined;
  const of = websites.filter((website) => id === undefined || website.id === id);
  const name = of.length === 1 ? of[0].name : "all websites";
  const currencies = new Set(of.map(({ currency }) => currency));
  return board.show({ website: id, name, currencies, everywhere: of.length !== 1 });
}

byId("sign-in").onsubmit = async (event) => {
  event.preventDefault();
  const [email, password] = [byId("email"), byId("password")];
  const missing = [email, password].find((field) => field.value.trim() === "");
  if (missing) {
    refuse("Enter your e-mail address and your password.");
    return missing.focus();
  }
  byId("enter").disabled = true;
  try {
    await signIn(email.value, password.value);
    password.value = "";
    const shown = toScreen();
    byId("main").focus();
    await shown;
  } catch (error) {
    refuse(error.message);
    password.focus();
  } finally {
    byId("enter").disabled = false;
  }
};

byId("sign-out").onclick = async () => {
  toSignIn();
  await signOut();
};

byId("refresh").onclick = () => board.load(undefined, { anew: true });

byId("website").onchange = () => {
  const id = byId("website").value;
  history.replaceState(null, "", id ? `?website_id=${id}` : location.pathname);
  showChosen();
};

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);

function themed() {
  byId("theme").setAttribute("aria-pressed", String(isDark()));
  board.redraw();
}

/** Choosing what the system has anyway means following it. */
byId("theme").onclick = () => {
  const wanted = isDark() ? "light" : "dark";
  if ((wanted === "dark") === dark.matches) {
    delete root.dataset.theme;
    localStorage.removeItem("tally.theme");
  } else {
    root.dataset.theme = wanted;
    localStorage.setItem("tally.theme", wanted);
  }
  themed();
};
dark.onchange = themed;

themed();
if (user()) toScreen();
else toSignIn();
