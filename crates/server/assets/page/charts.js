// The charts. Their colours come from the stylesheet, so that both themes are described in one place.

import { el } from "./dom.js";
import { count, day, monthOf, short, words } from "./format.js";

const { Chart } = globalThis;
const still = matchMedia("(prefers-reduced-motion: reduce)");

const MOST_STATUSES = 14;

/** What a status means for those who look: done, moving, waiting, in trouble, or put away. */
const MEANINGS = {
  green: ["completed", "reviewed", "rated", "approved", "paid"],
  blue: ["in_progress", "assigned", "under_editing", "submitted", "under_review", "in_review", "reassigned"],
  violet: ["on_revision", "revision_requested", "revision_in_progress", "revised", "re_opened"],
  amber: ["pending", "available", "unpaid", "created", "draft", "on_hold", "pending_preferred", "pending_writer_assignment"],
  red: ["disputed", "critical", "late", "rejected"],
};
const meaning = (status) => Object.keys(MEANINGS).find((colour) => MEANINGS[colour].includes(status)) ?? "slate";

/** A colour of the stylesheet as it is in the present theme. */
function colour(name) {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(--${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

const faded = (color, share) => color.replace("rgb(", "rgba(").replace(")", `, ${share})`);

/** A canvas with its chart, which is drawn once it stands in the page and has a size. */
function chart(label, size, { type, labels, datasets, scales, legend, tooltip, paint, ...options }) {
  const canvas = el("canvas", { role: "img", "aria-label": label });
  queueMicrotask(() => {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.color = colour("muted");
    Chart.defaults.borderColor = colour("line");
    new Chart(canvas, {
      type,
      data: { labels, datasets },
      plugins: [{ id: "paint", afterDatasetsDraw: paint }],
      options: {
        maintainAspectRatio: false,
        animation: still.matches ? false : { duration: 350 },
        interaction: { mode: "index", intersect: false },
        scales,
        plugins: {
          legend: { display: datasets.length > 1, align: "end", labels: { boxWidth: 12, boxHeight: 3, padding: 12 }, ...legend },
          tooltip: { padding: 10, boxPadding: 5, ...tooltip },
        },
        ...options,
      },
    });
  });
  return el("div", { class: `chart ${size}` }, canvas);
}

const across = (ticks = {}) => ({ grid: { display: false }, border: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 16, ...ticks } });
const upwards = (more = {}) => ({ beginAtZero: true, border: { display: false }, ticks: { maxTicksLimit: 6, precision: 0, callback: short }, ...more });
const beside = () => upwards({ position: "right", grid: { display: false } });

/** Writes on the canvas, in the page's own face. */
function write({ ctx }, text, x, y, { size = 12, weight = 400, name = "muted", align = "left" } = {}) {
  ctx.font = `${weight} ${size}px ${Chart.defaults.font.family}`;
  ctx.fillStyle = colour(name);
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y);
}

/** The area under a line is too pale for a legend. */
const inLineColours = (chart) =>
  Chart.defaults.plugins.legend.labels.generateLabels(chart).map((item) => ({ ...item, fillStyle: item.strokeStyle, lineWidth: 0 }));

/** Money on the left, orders on the right. */
function moneyAndOrders(label, { labels, titles, money, revenue, orders, type }) {
  const [blue, teal] = [colour("blue"), colour("teal")];
  const written = ({ dataset, raw }) => `${dataset.label}: ${dataset.yAxisID === "money" ? money(raw) : count(raw)}`;
  const line = { borderWidth: 2, tension: 0.3, cubicInterpolationMode: "monotone", pointRadius: 0, pointHitRadius: 12 };
  const first = type === "line" ? { ...line, fill: true, backgroundColor: faded(blue, 0.14) } : { backgroundColor: faded(blue, 0.85), borderRadius: 4, maxBarThickness: 34 };
  return chart(label, "tall", {
    type: "bar",
    labels,
    // What comes first is drawn on top.
    datasets: [
      { label: "Orders", data: orders, type: "line", yAxisID: "orders", borderColor: teal, backgroundColor: teal, ...line },
      { label: "Revenue", data: revenue, type, yAxisID: "money", borderColor: blue, ...first },
    ],
    scales: { x: across(), money: upwards(), orders: beside() },
    legend: { reverse: true, labels: { boxWidth: 12, boxHeight: 3, padding: 12, generateLabels: inLineColours } },
    tooltip: { callbacks: { label: written, title: ([item]) => titles[item.dataIndex] } },
  });
}

export function perDay(days, money) {
  return moneyAndOrders("Line chart of revenue and orders per day", {
    labels: days.map((row) => day(row.date)), titles: days.map((row) => row.date), money, type: "line",
    revenue: days.map((row) => row.revenue), orders: days.map((row) => row.total_orders),
  });
}

export function perMonth(months, money) {
  const names = months.map((row) => monthOf(Date.UTC(2000, row.month - 1)));
  // The line ends with the last month that had an order; the rest of this year has not been yet.
  const last = months.findLastIndex((row) => row.order_count > 0);
  return moneyAndOrders("Bar chart of revenue and orders per month", {
    labels: names, titles: months.map((row) => row.month_name), money, type: "bar",
    revenue: months.map((row) => row.revenue), orders: months.map((row, place) => (place > last ? null : row.order_count)),
  });
}

/** The commonest statuses; what is left is one bar. */
export function byStatus(statuses) {
  const [named, rest] = [statuses.slice(0, MOST_STATUSES), statuses.slice(MOST_STATUSES)];
  const bars = named.map(([status, orders]) => ({ name: words(status), orders, fill: meaning(status) }));
  if (rest.length > 0) {
    bars.push({ name: `${rest.length} others`, orders: rest.reduce((sum, [, orders]) => sum + orders, 0), fill: "slate" });
  }
  return chart("Bar chart of orders by status", "whole", {
    type: "bar",
    indexAxis: "y",
    labels: bars.map(({ name }) => name),
    datasets: [{
      label: "Orders", data: bars.map(({ orders }) => orders), borderRadius: 4, maxBarThickness: 16, minBarLength: 3,
      backgroundColor: bars.map(({ fill }) => colour(fill)),
    }],
    scales: { x: { display: false }, y: across({ autoSkip: false }) },
    layout: { padding: { right: 44 } },
    paint(chart) {
      chart.getDatasetMeta(0).data.forEach(({ x, y }, place) => write(chart, count(bars[place].orders), x + 8, y));
    },
  });
}

export function installments(kinds) {
  const part = (label, figure, name) => ({
    label, data: kinds.map(({ statistics }) => statistics[figure]), backgroundColor: colour(name), maxBarThickness: 26,
  });
  return chart("Stacked bar chart of installments: paid, due later, overdue", "low", {
    type: "bar",
    indexAxis: "y",
    labels: kinds.map(({ kind }) => kind),
    datasets: [part("Paid", "paid", "green"), part("Due later", "unpaid", "blue"), part("Overdue", "overdue", "red")],
    scales: { x: { ...upwards(), stacked: true }, y: { ...across(), stacked: true } },
  });
}

export function reviews(kinds) {
  const total = kinds.reduce((sum, kind) => sum + kind.total, 0);
  return chart("Doughnut chart of reviews by kind", "low", {
    type: "doughnut",
    labels: kinds.map(({ kind }) => kind),
    datasets: [{
      data: kinds.map((kind) => kind.total), backgroundColor: ["violet", "teal", "blue"].map(colour), borderWidth: 0, spacing: 3, borderRadius: 3,
    }],
    cutout: "70%",
    interaction: { mode: "nearest", intersect: true },
    legend: { display: true, position: "right", align: "center" },
    paint(chart) {
      const { x, y } = chart.getDatasetMeta(0).data[0];
      write(chart, count(total), x, y - 8, { size: 22, weight: 650, name: "text", align: "center" });
      write(chart, "reviews", x, y + 14, { align: "center" });
    },
  });
}

/** Forgets the charts inside an element that is about to go. */
export function forget(element) {
  for (const canvas of element.querySelectorAll("canvas")) Chart.getChart(canvas)?.destroy();
}
