// What the dashboard shows: each panel says which answers it needs and makes its content of them. A text instead
// of an element says that there is nothing to show yet.

import * as charts from "./charts.js";
import { choice, el, table } from "./dom.js";
import { count, date, moment, monthOf, stars, words } from "./format.js";

const DAY_MS = 86_400_000;

const facts = (pairs, style = "facts") =>
  el("dl", { class: style }, ...pairs.map(([label, value, kind]) =>
    el("div", { class: kind }, el("dt", {}, label), el("dd", {}, value))));

const tile = (main, ...others) =>
  el("div", { class: "card tile" }, facts([[...main, "main"], ...others]));

const numbers = (caption, columns, rows) =>
  el("details", {}, el("summary", {}, "Show the numbers"), table(caption, columns, rows));

const column = (head, cell) => ({ head, cell });
const figure = (head, cell) => ({ head, cell, number: true });
const together = (...nodes) => el("div", { class: "together" }, ...nodes);

function keyFigures({ dashboard: all }, { money }) {
  const { stats } = all;
  return el("div", { class: "tiles" },
    tile(["Revenue", money(all.total_revenue)],
      ["Paid orders", count(all.paid_orders_count)], ["Unpaid orders", count(all.unpaid_orders_count)],
      ["All payments", money(all.payment_stats.total_amount)]),
    tile(["Income this month", money(all.income_monthly)],
      ["Last 14 days", money(all.income_2weeks)], ["Last 7 days", money(all.income_this_week)],
      ["Today", money(all.amount_paid_today)]),
    tile(["Orders", count(all.total_orders)],
      ["Placed in the last 7 days", count(all.recent_orders_count)], ["In progress", count(all.orders_in_progress)],
      ["Completed", count(stats.completed_orders)]),
    tile(["People", count(stats.total_users)],
      ["Active", count(stats.active_users)], ["Suspended", count(all.suspended_users)], ["Clients", count(all.total_clients)]));
}

function attention({ dashboard: all }) {
  const { stats, system_health: health, payment_stats: payments } = all;
  const rows = [
    ["Overdue orders", health.overdue_orders, "red"], ["Unassigned orders", health.unassigned_orders, "amber"],
    ["Disputed orders", all.disputed_orders, "red"], ["Pending orders", stats.pending_orders, "amber"],
    ["On revision", all.orders_on_revision, "amber"], ["Open tickets", all.open_tickets_count, "amber"],
    ["Failed payments", payments.failed_payments, "red"], ["Pending payments", payments.pending_payments, "amber"],
  ];
  return facts(rows.map(([label, value, kind]) => [label, count(value), value > 0 && kind]), "strip");
}

/** Every day of the period: those without an order are no rows of the answer. */
function everyDay({ start_date, end_date, daily_trends }) {
  const known = new Map(daily_trends.map((row) => [row.date, row]));
  const days = [];
  for (let at = Date.parse(start_date.slice(0, 10)); at < Date.parse(end_date); at += DAY_MS) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push(known.get(date) ?? { date, revenue: 0, total_orders: 0 });
  }
  return days;
}

function perDay({ trends }, { money }) {
  if (trends.daily_trends.length === 0) return "No orders in these days.";
  const days = everyDay(trends);
  const insight = ({ type, title, message }) => el("li", { class: type }, el("strong", {}, title), " ", message);
  return together(charts.perDay(days, money),
    trends.insights.length > 0 && el("ul", { class: "insights" }, ...trends.insights.map(insight)),
    numbers("Revenue per day",
      [column("Day", (row) => date(row.date)), figure("Revenue", (row) => money(row.revenue)), figure("Orders", (row) => count(row.total_orders))],
      days.toReversed()));
}

function byStatus({ dashboard: { order_status_breakdown: breakdown } }, { money }) {
  const statuses = Object.entries(breakdown).sort(([, one], [, other]) => other.count - one.count);
  if (statuses.length === 0) return "No orders yet.";
  return together(charts.byStatus(statuses.map(([status, row]) => [status, row.count])),
    numbers("Orders by status",
      [column("Status", ([status]) => words(status)), figure("Orders", ([, row]) => count(row.count)), figure("Revenue", ([, row]) => money(row.revenue))],
      statuses));
}

function perMonth({ months }, { money }) {
  if (months.every((row) => row.order_count === 0)) return "No orders in this year.";
  return together(charts.perMonth(months, money),
    numbers("Orders and revenue per month",
      [column("Month", (row) => monthOf(Date.UTC(2000, row.month - 1))), figure("Revenue", (row) => money(row.revenue)), figure("Orders", (row) => count(row.order_count))],
      months));
}

const yearChoice = ({ years }, { choose }) => {
  const known = years.results.map(({ year }) => [year, String(year)]).reverse();
  return choice("Year", known, known[0]?.[0], (year) => choose({ year }, ["months"]));
};
const dayChoice = (_, { days, choose }) =>
  choice("Days", [7, 30, 90, 365].map((value) => [value, `${value} days`]), days, (days) => choose({ days }, ["trends"]));

function installments({ orders, specials, classes }, { money }) {
  const kinds = [["Orders", orders], ["Special orders", specials], ["Classes", classes]].map(([kind, { statistics }]) => ({ kind, statistics }));
  if (kinds.every(({ statistics }) => statistics.total_installments === 0)) return "No installments yet.";
  const of = (head, name) => figure(head, ({ statistics }) => count(statistics[name]));
  return together(charts.installments(kinds),
    table("Installments", [column("Kind", ({ kind }) => kind), of("All", "total_installments"), of("Paid", "paid"), of("Due later", "unpaid"), of("Overdue", "overdue"),
      figure("Still to pay", ({ statistics }) => money(statistics.total_due))], kinds));
}

function reviews({ reviews: { summary } }) {
  const kinds = [["Websites", "website"], ["Writers", "writer"], ["Orders", "order"]].map(([kind, name]) => ({
    kind, total: summary.total_reviews[name], pending: summary.pending_reviews[name], flagged: summary.flagged_reviews[name], average: summary.average_ratings[name],
  }));
  if (summary.total_reviews.total === 0) return "No reviews yet.";
  const of = (head, name) => figure(head, (row) => count(row[name]));
  return together(charts.reviews(kinds),
    table("Reviews", [column("Of", ({ kind }) => kind), of("Reviews", "total"), of("To decide", "pending"), of("Flagged", "flagged"), figure("Rating", ({ average }) => stars(average))], kinds));
}

const desk = ({ dashboard: { stats, ...all } }) =>
  facts([["Tickets", count(all.total_tickets)], ["Closed tickets", count(all.closed_tickets_count)],
    ["Disputes", count(stats.total_disputes)], ["Resolved disputes", count(stats.resolved_disputes)]]);
const payments = ({ dashboard: { payment_stats: all } }) =>
  facts([["Payments", count(all.total_payments)], ["Completed", count(all.completed_payments)],
    ["Pending", count(all.pending_payments)], ["Failed", count(all.failed_payments)]]);
const reminders = ({ dashboard: { payment_reminder_stats: all } }) =>
  facts([["Active reminders", `${count(all.active_reminder_configs)} of ${count(all.total_reminder_configs)}`],
    ["Active deletion messages", `${count(all.active_deletion_messages)} of ${count(all.total_deletion_messages)}`],
    ["Sent", count(all.total_sent_reminders)], ["Sent in the last 7 days", count(all.recent_sent_reminders)]]);
const roles = ({ dashboard: all }) =>
  facts([["Clients", count(all.total_clients)], ["Writers", count(all.total_writers)],
    ["Editors", count(all.total_editors)], ["Support", count(all.total_support)]]);

const list = (name, empty, columns) => ({ dashboard }, context) =>
  dashboard[name].length > 0 ? table(words(name), columns(context), dashboard[name]) : empty;

const recentOrders = list("recent_orders", "No orders yet.", ({ money, everywhere }) => [
  figure("No.", (row) => String(row.id)),
  { head: "Topic", cell: (row) => row.topic, class: "long" },
  ...(everywhere ? [column("Website", (row) => row.website)] : []),
  column("Client", (row) => row.client),
  column("Writer", (row) => row.writer),
  column("Status", (row) => el("span", { class: "chip" }, words(row.status))),
  figure("Price", (row) => money(row.total_price)),
  column("Paid", (row) => (row.is_paid ? "Yes" : "No")),
  column("Placed", (row) => moment(row.created_at)),
]);
const topClients = list("top_clients", "No paid orders yet.", ({ money }) => [
  column("Client", (row) => row.username), figure("Orders", (row) => count(row.order_count)), figure("Spent", (row) => money(row.total_spent))]);
const topWriters = list("top_writers", "No completed orders yet.", ({ money }) => [
  column("Writer", (row) => row.username), figure("Completed", (row) => count(row.completed_orders)), figure("Earned", (row) => money(row.total_earnings))]);
const activity = ({ dashboard: { recent_activities: rows } }) => {
  const row = ({ action, admin, timestamp }) =>
    el("li", {}, action, el("span", { class: "hint" }, `${admin ?? "Somebody who is gone"} · ${moment(timestamp)}`));
  return rows.length > 0 ? el("ul", { class: "events" }, ...rows.map(row)) : "Nothing was done yet.";
};
const requests = list("pending_promotion_requests", "Nobody asks for a role.", () => [
  column("For", (row) => row.target_user), column("Role", (row) => words(row.requested_role)), column("Asked by", (row) => row.requested_by),
  { head: "Reason", cell: (row) => row.reason, class: "long" }, column("When", (row) => date(row.requested_at))]);

const main = ["dashboard"];

/** In reading order; `size` is a class of the stylesheet. */
export const PANELS = [
  { title: "Key figures", size: "bare", needs: main, draw: keyFigures },
  { title: "Needs attention", size: "full", needs: main, draw: attention },
  { title: "Revenue per day", size: "most", needs: ["trends"], draw: perDay, control: dayChoice },
  { title: "Orders by status", size: "side", needs: main, draw: byStatus },
  { title: "Orders and revenue per month", size: "most", needs: ["years", "months"], draw: perMonth, control: yearChoice },
  { title: "Installments", size: "half", needs: ["orders", "specials", "classes"], draw: installments },
  { title: "Reviews by kind", size: "half", needs: ["reviews"], draw: reviews },
  { title: "Desk", size: "quarter", needs: main, draw: desk },
  { title: "Payments", size: "quarter", needs: main, draw: payments },
  { title: "Payment reminders", size: "quarter", needs: main, draw: reminders },
  { title: "People by role", size: "quarter", needs: main, draw: roles },
  { title: "Recent orders", size: "full", needs: main, draw: recentOrders },
  { title: "Top clients", size: "third", needs: main, draw: topClients },
  { title: "Top writers", size: "third", needs: main, draw: topWriters },
  { title: "Recent activity", size: "third", needs: main, draw: activity },
  { title: "Role requests", size: "full", needs: main, draw: requests },
];
