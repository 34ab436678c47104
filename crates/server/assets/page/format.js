// Figures as the reader's language writes them. Days and times are UTC, as the server counts them.

const number = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });
const rating = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const dates = (options) => {
  const format = new Intl.DateTimeFormat(undefined, { timeZone: "UTC", ...options });
  return (text) => format.format(new Date(text));
};

export const count = (value) => number.format(value);
export const short = (value) => compact.format(value);
export const stars = (value) => (value === null ? "–" : `${rating.format(value)} ★`);
export const day = dates({ day: "numeric", month: "short" });
export const date = dates({ dateStyle: "medium" });
export const moment = dates({ dateStyle: "medium", timeStyle: "short" });
export const monthOf = dates({ month: "short" });

/** Writes money of one currency; of several, which cannot be named, plainly. */
export function moneyIn(currencies) {
  const [currency] = currencies.size === 1 ? currencies : [];
  const plain = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const named = { ...plain, style: "currency", currency, currencyDisplay: "narrowSymbol" };
  const format = new Intl.NumberFormat(undefined, currency ? named : plain);
  return (value) => format.format(value);
}

/** `in_progress` becomes `In progress`. */
export function words(name) {
  const text = name.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function age(seconds) {
  const [value, unit] = seconds < 60 ? [seconds, "second"] : [seconds / 60, "minute"];
  return new Intl.NumberFormat(undefined, { style: "unit", unit, unitDisplay: "narrow" }).format(Math.floor(value));
}
