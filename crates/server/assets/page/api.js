// Asking the server. The tokens live as long as the tab.

const BASE = "/api/v1/";
const KEY = "tally.session";
const PATIENCE_MS = 30_000;

/** What went wrong, and what to do about it. */
export class Failure extends Error {
  constructor(what, advice = "") {
    super(advice ? `${what} ${advice}` : what);
  }
}

/** Nobody is signed in any more. */
export class SignedOut extends Failure {
  constructor() {
    super("Your session has ended.", "Sign in again to go on.");
  }
}

let session = JSON.parse(sessionStorage.getItem(KEY));
let renewing;

function keep(next) {
  session = next;
  if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
  else sessionStorage.removeItem(KEY);
}

/** Who is signed in. */
export const user = () => session?.user;

/** Signs in; only admins have something to see here. */
export async function signIn(email, password) {
  const response = await post("auth/auth/login/", { email, password });
  if (!response.ok) throw await failure(response);
  const { access, refresh, user } = await response.json();
  keep({ access, refresh, user });
  if (["admin", "superadmin"].includes(user.role)) return;
  await signOut();
  throw new Failure("This page is for admins.", `${user.role_display} accounts have their pages on their website.`);
}

/** Ends the session, here in any case. */
export async function signOut() {
  const headers = bearer();
  keep(null);
  await post("auth/auth/logout/", {}, headers).catch(() => {});
}

/** An answer, with its age and whether it was kept. */
export async function ask(path, query, signal) {
  const named = Object.entries(query).filter(([, value]) => value !== undefined);
  const address = `${path}?${new URLSearchParams(named)}`;
  let response = await send(address, { headers: bearer(), signal });
  if (response.status === 401 && (await code(response)) !== "token_not_valid") {
    await (renewing ??= renew().finally(() => (renewing = undefined)));
    response = await send(address, { headers: bearer(), signal });
  }
  if (response.status === 401) throw ended();
  if (!response.ok) throw await failure(response);
  const loadedAt = performance.now() - 1000 * Number(response.headers.get("age"));
  return { data: await response.json(), loadedAt, cache: response.headers.get("cache-status") ?? "" };
}

async function renew() {
  const response = await post("auth/auth/refresh-token/", { refresh_token: session?.refresh });
  // Only these say that the session is gone; anything else may pass.
  if ([401, 422].includes(response.status)) throw ended();
  if (!response.ok) throw await failure(response);
  keep({ ...session, access: (await response.json()).access_token });
}

function ended() {
  keep(null);
  return new SignedOut();
}

const bearer = () => ({ authorization: `Bearer ${session?.access}` });
const code = async (response) => (await response.clone().json().catch(() => ({}))).code;

function post(path, body, headers = {}) {
  headers = { ...headers, "content-type": "application/json" };
  return send(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function send(path, { signal, ...request }) {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch(BASE + path, { ...request, signal: signal ? AbortSignal.any([signal, patience]) : patience });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure("The server cannot be reached.", "Check your connection, then try again.");
  }
}

async function failure(response) {
  const problem = await response.json().catch(() => ({}));
  const seconds = response.headers.get("retry-after");
  switch (response.status) {
    case 400:
    case 422:
      return new Failure(problem.detail ?? "That was not accepted.", problem.guidance);
    case 403:
      return new Failure("Your account may not see this.", "Ask a superadmin for access.");
    case 404:
      return new Failure("This website is not there, or not yours.", "Choose another one.");
    case 429:
      return new Failure("That was too often.", `Try again in ${seconds ?? 60} seconds.`);
    case 503:
      return new Failure("The server is busy, or its database is away.", "Wait a moment, then try again.");
    default:
      return new Failure("Something went wrong on the server.", `Try again; should it stay, report ${problem.request_id}.`);
  }
}
