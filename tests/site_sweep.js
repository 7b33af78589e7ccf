// Questions that tests/site_sweep.py asks of a page. Each answers with sentences on what is wrong, or with nothing.
delete Navigator.prototype.serviceWorker; // pages are looked at as they are sent, never from what a worker kept

globalThis.sweep = (() => {
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const told = (element) => element.outerHTML.slice(0, 140);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const isUnseen = (element) => element.closest(".unseen, .skip, caption") !== null;
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary";

  function tooWide() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide at ${innerWidth}`] : [];
  }

  function structure(language) {
    const levels = all("h1, h2, h3, h4, h5, h6").filter(isShown).map((one) => Number(one.tagName[1]));
    const wrong = levels.filter((level, n) => n > 0 && level > levels[n - 1] + 1).map((level) => `h${level} comes too early`);
    if (document.documentElement.lang !== language) wrong.push(`lang is ${document.documentElement.lang}`);
    if (all("h1").length !== 1) wrong.push(`${all("h1").length} h1`);
    if (levels[0] !== 1) wrong.push("does not begin with h1");
    if (!document.title) wrong.push("no title");
    return [...wrong, ...tooWide()];
  }

  // WCAG 2.5.8: a link within a line of text is as high as the line, whatever its author does.
  function isInline(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    const block = element.parentElement.closest("p, li, dd, td, th, caption, h1, h2, h3, h4, label, address");
    return block !== null && block.textContent.trim().length > element.textContent.trim().length;
  }

  // What is hit: the label of a tick is part of it.
  const boxOf = (element) => (element.closest("label") ?? element).getBoundingClientRect();

  function controls() {
    const standing = all(CONTROLS).filter((one) => isShown(one) && !isUnseen(one) && !isInline(one));
    const under = (px) => standing.filter((one) => Math.min(boxOf(one).height, boxOf(one).width) < px - 0.5).map((one) => `${Math.round(boxOf(one).width)}×${Math.round(boxOf(one).height)} ${told(one)}`);
    return [standing.length, under(44), under(24).map((one) => `smaller than 24 px: ${one}`)];
  }

  const STANDING = "nav a, .button, .doors a, .index-name a, .cell, .choice, .more a, .phone a, .ways a, .helper .side-note a, .ways-on a, .switches label";

  // What stands by itself is 44 px high.
  function low() {
    return all(STANDING).filter((one) => isShown(one) && one.getBoundingClientRect().height < 43.5).map((one) => `lower than 44 px: ${told(one)}`);
  }

  function stopsBetween(first, last) {
    const radios = new Set();
    return all(`${CONTROLS}, [tabindex='0']`).filter((one) => {
      if (!isShown(one) || !(first.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)) return false;
      if (one.type === "radio" && radios.has(one.name)) return false;
      radios.add(one.name);
      return one === last || one.compareDocumentPosition(last) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
    }).length;
  }

  // Tab stops after the skip link.
  function stops() {
    const main = document.querySelector("main");
    if (document.querySelector(".swatch")) return []; // the page that shows every component
    const card = main.querySelector(".card .title a");
    const month = main.querySelector("table.month a:is(tr:last-child *)");
    const wrong = [];
    const before = card && !month ? stopsBetween(main, card) : 0;
    if (before > 12) wrong.push(`${before} stops to the first event`);
    const table = month ? stopsBetween(main, [...all("table.month a")].at(-1)) : 0;
    if (table > 45) wrong.push(`${table} stops to the end of the month`);
    return wrong;
  }

  const SPACED = "html{font-size:200%!important} *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}";

  function lines(element) {
    const found = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!text.data.trim() || !isShown(text.parentElement) || isUnseen(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) if (box.width > 2 && box.height > 2) found.push([box, text]);
    }
    return found;
  }

  // Lines of text that lie on each other by more than the room between lines.
  function overlaps() {
    const sorted = lines(document.body).sort(([a], [b]) => a.top - b.top);
    const wrong = [];
    sorted.forEach(([a, one], n) => {
      for (let m = n + 1; m < sorted.length && sorted[m][0].top < a.bottom - 6; m += 1) {
        const [b, other] = sorted[m];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        if (across > 4) wrong.push(`text on text: ${one.data.trim().slice(0, 40)} | ${other.data.trim().slice(0, 40)}`);
      }
    });
    return wrong.slice(0, 3);
  }

  // Text of twice the size with the spacing of WCAG 1.4.12: nothing cut, nothing on other text, no sideways scrolling at 1280 px (640 of text).
  function spaced() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SPACED);
    document.adoptedStyleSheets = [sheet];
    const cut = all("body *").filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      const hides = (one.scrollHeight > one.clientHeight + 1 && overflowY === "hidden") || (one.scrollWidth > one.clientWidth + 1 && overflowX === "hidden");
      return hides && one.clientHeight > 1 && isShown(one) && !isUnseen(one) && one.textContent.trim();
    });
    const wrong = [...cut.map((one) => `large text: cut: ${told(one)}`), ...overlaps().map((one) => `large text: ${one}`), ...tooWide().map((one) => `large text: ${one}`)];
    document.adoptedStyleSheets = [];
    return wrong;
  }

  // Where colours are the reader's own, a control is known by its border, its underline or its own shape; and nothing moves.
  function invisible() {
    const hasEdge = (one) => {
      const style = getComputedStyle(one);
      const bordered = ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0);
      return bordered || style.textDecorationLine.includes("underline") || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
    };
    const known = (one) => one.matches("input, select, textarea, summary") || [one, one.parentElement, ...one.children].some(hasEdge);
    const lost = all(CONTROLS).filter((one) => isShown(one) && !isUnseen(one) && !known(one));
    const moving = all("body *").filter((one) => {
      const { transitionDuration, animationName } = getComputedStyle(one);
      return animationName !== "none" || transitionDuration.split(",").some((time) => parseFloat(time) > 0);
    });
    return [...lost.map((one) => `forced colours: ${told(one)}`), ...moving.map((one) => `moves: ${told(one)}`)];
  }

  return { tooWide, structure, controls, low, stops, spaced, invisible };
})();
