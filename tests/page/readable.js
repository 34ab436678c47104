// What somebody cannot read or reach on the present screen: texts without contrast, and controls without a name.
(() => {
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const parts = (color) => color.match(/[\d.]+/g).map(Number).map((part, place) => (place < 3 ? part / 255 : part));
  const ground = (element) => {
    const color = parts(getComputedStyle(element).backgroundColor);
    return color[3] === 0 && element.parentElement ? ground(element.parentElement) : color;
  };
  const contrast = (element) => {
    const [one, other] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const visible = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
  const faint = visible.filter((element) => hasText(element) && contrast(element) < 4.5);
  const controls = visible.filter((element) => element.matches("a, button, select, input, summary, canvas, [tabindex='0']"));
  const nameless = controls.filter((element) =>
    !(element.ariaLabel || (element.matches("select, input") ? element.labels.length > 0 : element.textContent.trim())));
  const wide = document.documentElement.scrollWidth > innerWidth ? ["the page is wider than its window"] : [];
  const tell = (what) => (element) => `${what}: ${element.outerHTML}`;
  return [...wide, ...faint.map(tell("faint")), ...nameless.map(tell("nameless"))];
})()
