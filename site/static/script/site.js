// On every page: what a page without it does not need. Its words come from attributes of the page, in the page's language.

const ROOT = new URL("../", import.meta.url).pathname;
const STORE = `kooste ${ROOT}`;
const DAY = 864e5;
const { body } = document;
const words = body.dataset;

// An element with attributes and children; texts are never read as HTML.
export function made(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const button = (text, press, kind = "second") => {
  const element = made("button", { type: "button", class: `button ${kind}` }, text);
  element.addEventListener("click", press);
  return element;
};

const status = made("p", { role: "status", class: "unseen" });
document.querySelector("main")?.append(status);
export function say(text) {
  status.textContent = "";
  setTimeout(() => (status.textContent = text), 50);
}

// A button beside an address that stands on the page.
export function copyButton(code) {
  if (!navigator.clipboard || !words.copy) return;
  const copy = button(words.copy, async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      return getSelection().selectAllChildren(code);
    }
    say((copy.textContent = words.copied));
    setTimeout(() => (copy.textContent = words.copy), 4000);
  });
  code.after(copy);
}
document.querySelectorAll(".address code").forEach(copyButton);

// The visitor's own list: nothing is stored before something is saved, and nothing is left when the last is removed.
export function saved() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? [];
  } catch {
    return [];
  }
}
export function save(list) {
  if (list.length) localStorage.setItem(STORE, JSON.stringify(list));
  else localStorage.removeItem(STORE);
}
export function itemOf(page, path) {
  const of = page.querySelector("[data-item]")?.dataset;
  return of && { id: of.item, title: of.title, when: of.when, lang: of.lang || page.documentElement.lang, path };
}

const item = itemOf(document, location.pathname);
if (item) {
  const place = document.querySelector("[data-item]");
  const of = place.dataset;
  const others = () => saved().filter((one) => one.id !== item.id);
  const isSaved = () => others().length < saved().length;
  const way = made("p", {}, made("a", { href: of.mine }, of.show));
  const show = () => {
    toggle.textContent = isSaved() ? of.unsave : of.save;
    way.hidden = !isSaved();
  };
  const toggle = button(of.save, () => {
    save(isSaved() ? others() : [...saved(), item]);
    show();
    say(isSaved() ? of.saved : of.removed);
  });
  if (isSaved()) save(saved().map((one) => (one.id === item.id ? item : one)));
  place.append(toggle);
  if (navigator.share) place.append(button(of.share, () => navigator.share({ title: item.title, url: location.href.split("#")[0] }).catch(() => {})));
  place.append(way);
  show();
}

for (const place of document.querySelectorAll("[data-print]")) place.append(" ", button(place.dataset.print, () => print()));

// Larger text for those who ask for it; only that is stored, and nothing when it is not wanted any more.
const larger = document.querySelector("[data-larger]");
if (larger) {
  const key = `${STORE} larger`;
  const show = (is) => {
    document.documentElement.classList.toggle("larger", is);
    toggle.textContent = is ? larger.dataset.usual : larger.dataset.larger;
    return is;
  };
  const toggle = button("", () => {
    if (show(!(key in localStorage))) localStorage[key] = 1;
    else delete localStorage[key];
  });
  try {
    show(key in localStorage);
    larger.replaceChildren(toggle);
  } catch {
    // Nothing can be kept in this browser: the link to the help stays.
  }
}

// The switches: how much is left in words, and the state behind # in the address.
const field = document.querySelector(".switches");
if (field) {
  const boxes = [...field.querySelectorAll("input")];
  const count = made("p", { role: "status", class: "switch-count" });
  field.after(count);
  const restore = () => {
    const only = location.hash.match(/^#only=([\w,-]+)/)?.[1].split(",");
    if (only) for (const box of boxes) box.checked = only.includes(box.id.slice(5));
    // Where they are folded.
    if (only) field.parentElement.open = true;
    tell();
  };
  const tell = () => {
    const n = [...document.querySelectorAll("main .card, main .regular")].filter((one) => one.getClientRects().length).length;
    const [one, many] = field.dataset.shown.split("|");
    const text = n ? (n === 1 ? one : many).replace("{n}", n) : field.dataset.none;
    count.textContent = boxes.some((box) => box.checked) ? text : "";
  };
  field.addEventListener("change", () => {
    const only = boxes.filter((box) => box.checked).map((box) => box.id.slice(5));
    history.replaceState(history.state, "", only.length ? `#only=${only}` : location.pathname + location.search);
    tell();
  });
  addEventListener("hashchange", restore);
  restore();
}

// The field in the header: the question goes behind # from the start, so that it is never sent.
for (const form of document.querySelectorAll(".find")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `${form.action}#${new URLSearchParams(new FormData(form))}`;
  });
}

// What the clock changes on a page that stays as it was made.
function tick() {
  const now = Date.now();
  for (const link of document.querySelectorAll("[data-opens]")) {
    if (now < Date.parse(link.dataset.opens)) continue;
    link.textContent = link.dataset.now;
    link.removeAttribute("data-opens");
  }
  for (const mark of document.querySelectorAll("[data-until]")) if (now >= Date.parse(mark.dataset.until)) mark.remove();
  if (!words.made) return;
  for (const time of document.querySelectorAll("[data-ends]")) {
    if (now < Date.parse(time.dataset.ends)) continue;
    const card = time.closest(".card");
    time.removeAttribute("data-ends");
    if (card.querySelector(".mark-cancelled")) continue;
    card.classList.add("ended");
    card.querySelector(".title").prepend(made("strong", { class: "mark mark-info" }, words.ended), " ");
  }
  const today = new Date().toLocaleDateString("sv", { timeZone: words.zone });
  if (today <= words.made || document.querySelector(".made-before")) return;
  const text = Date.parse(today) - Date.parse(words.made) > DAY ? words.before : words.yesterday;
  document.querySelector(".opening").append(made("p", { role: "status", class: "made-before" }, `${text} `, button(words.reload, () => location.reload())));
}
tick();
setInterval(tick, 2e4);
document.addEventListener("visibilitychange", tick);

addEventListener("load", async () => {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  try {
    await serviceWorker.register(`${ROOT}sw.js`);
    (await serviceWorker.ready).active.postMessage("visit");
  } catch {
    // Without it every page works as long as there is a connection.
  }
});
