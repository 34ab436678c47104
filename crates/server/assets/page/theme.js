// Runs before the first paint, so that a chosen theme does not flash in late.
{
  const chosen = localStorage.getItem("tally.theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
}
