// Texts whose contrast with what's behind them is below 4.5, as a list of descriptions.
(function () {
  function channels(color) {
    const parts = color.match(/[\d.]+/g).map(Number);
    return parts.length === 3 ? parts.concat(1) : parts;
  }

  function over(top, below) {
    const a = top[3];
    return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)).concat(1);
  }

  function luminance(color) {
    const [r, g, b] = color.slice(0, 3).map(v => {
      const c = v / 255;
      return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(a, b) {
    const x = luminance(a);
    const y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  function background(element) {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      layers.push(channels(getComputedStyle(e).backgroundColor));
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  }

  const found = [];
  const seen = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (seen.nextNode()) {
    const element = seen.currentNode.parentElement;
    const text = seen.currentNode.textContent.trim();
    if (!text || element.closest("script, style, title, desc")) continue;
    const svg = element.closest("svg");
    const style = getComputedStyle(element);
    // Numbers in colored cells bring their own black or white; a unit test judges those.
    if (svg && !element.hasAttribute("class")) continue;
    const color = channels(svg ? style.fill : style.color);
    const ratio = contrast(over(color, background(element)), background(element));
    if (!(ratio >= 4.5)) found.push(ratio.toFixed(2) + " " + element.tagName + ": " + text);
  }
  return found;
})()
