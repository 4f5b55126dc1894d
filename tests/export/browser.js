// What the tests do with a card in the browser, and what they ask of a page.
const found = {}, errors = [];
function failed(message) { errors.push(`${message}`); }
window.onerror = failed;

function tell() {
  const result = document.createElement("pre");
  result.id = "found";
  result.textContent = JSON.stringify({ ...found, errors });
  document.getElementById("qa").innerHTML = "";
  document.body.append(result);
}

const tick = () => new Promise((done) => setTimeout(done, 50));
const texts = (nodes) => [...nodes].map((node) => node.textContent);

function state(page = document) {
  const view = page.defaultView;
  const box = page.querySelector(".choices");
  const items = [...page.querySelectorAll(".items li")];
  return {
    choices: texts(page.querySelectorAll(".choices li")),
    picked: texts(page.querySelectorAll(".choices .picked")),
    marks: [...page.querySelectorAll(".choices li")].map((item) => view.getComputedStyle(item, "::before").content),
    open: box && box.open,
    hidden: box && box.hidden,
    items: texts(items),
    put: items.map((item) => item.dataset.put || ""),
    stands: items.map((item) => item.classList.contains("stands")),
  };
}

// As Anki's desktop does: one page for the whole session, its body filled anew for each side, scripts run again.
function show(card, side, night = "") {
  document.body.className = `card card1 ${night}`;
  const box = document.getElementById("qa");
  box.innerHTML = `<style>${card.css}</style>${card[side]}`;
  for (const old of box.querySelectorAll("script")) {
    const script = document.createElement("script");
    script.textContent = old.textContent;
    old.replaceWith(script);
  }
  return state();
}

const before = (script) => `<script>${script}<\/script>`;
const FORGETFUL = before(`Object.defineProperty(window, "sessionStorage", { get() { throw new Error("refused"); } });`);
const TELLING = before("window.onerror = parent.failed;");
const ONE_DAY = before("Date = class extends Date { constructor() { super(2027, 0, 15); } };");

// As phones do: a document for each side; `scripts` may be off, and `first` is what a program puts before the card.
function load(card, side, { night = "", width = 375, scripts = true, first = "",
  into = document.body } = {}) {
  return new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.style.cssText = `width: ${width}px; height: 700px; border: 0`;
    if (!scripts) { frame.sandbox = "allow-same-origin"; }
    frame.onload = () => done(frame.contentDocument);
    frame.srcdoc = `<!doctype html><meta charset="utf-8">${TELLING}${first}<style>${card.css}</style>
      <body class="card ${night}">${card[side]}</body>`;
    into.append(frame);
  });
}

function leave(page) { page.defaultView.frameElement.remove(); }

function pick(page, text) {
  [...page.querySelectorAll(".choices li, .items li")].find((item) => item.textContent === text).click();
}

function luminance(colour) {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

function paper(element) {
  for (let each = element; each; each = each.parentElement) {
    const colour = each.ownerDocument.defaultView.getComputedStyle(each).backgroundColor;
    if (colour !== "transparent" && !colour.endsWith(", 0)")) { return colour; }
  }
  return "rgb(255, 255, 255)";
}

function contrast(ink, ground) {
  const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

// Words one can see whose contrast is too low, marks that stand before or behind an element included.
function faint(page) {
  const low = [];
  for (const element of page.body.querySelectorAll("*")) {
    if (!element.getClientRects().length || /^(SCRIPT|STYLE)$/.test(element.tagName)) { continue; }
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    for (const part of [null, "::before", "::after"]) {
      const style = page.defaultView.getComputedStyle(element, part);
      if (part ? /^(none|normal|"")$/.test(style.content) : !own) { continue; }
      const ratio = contrast(style.color, paper(element));
      if (ratio < 4.5) { low.push(`${element.outerHTML.slice(0, 80)} ${part} ${ratio.toFixed(2)}`); }
    }
  }
  return low;
}

// What sticks out to the side.
function wide(page) {
  const width = page.defaultView.innerWidth;
  const out = [...page.body.querySelectorAll("*")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < -0.5 || right > width + 0.5;
  });
  const scrolls = page.documentElement.scrollWidth > width ? ["the page scrolls to the side"] : [];
  return [...scrolls, ...out.map((element) => element.outerHTML.slice(0, 80))];
}
