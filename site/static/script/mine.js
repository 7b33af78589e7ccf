// The visitor's own list, and a list that somebody shared: its addresses stand behind # and are never sent anywhere.

import { button, copyButton, itemOf, made, save, saved, say } from "./site.js";

const ROOT = new URL("../", import.meta.url).pathname;
const MOST = 50;
const by = (id) => document.getElementById(id);
const words = by("own").dataset;

function line(item) {
  const link = made("a", { href: item.path, lang: item.lang }, item.title);
  const what = made("div", { class: "what" }, made("h3", { class: "title" }, link), made("p", { class: "facts" }, made("span", {}, item.when)));
  return made("li", { class: "card own" }, what);
}

function show() {
  const items = saved();
  by("none").hidden = items.length > 0;
  by("tools").hidden = !items.length;
  by("own-list").replaceChildren(
    ...items.map((item, n) => {
      const remove = button(words.remove, () => {
        save(saved().filter((one) => one.id !== item.id));
        show();
        const left = by("own-list").querySelectorAll("button");
        (left[Math.min(n, left.length - 1)] ?? by("own-heading")).focus();
        say(words.removed);
      });
      remove.setAttribute("aria-label", `${words.remove}: ${item.title}`);
      const shown = line(item);
      shown.append(remove);
      return shown;
    }),
  );
  by("address").textContent = `${location.href.split("#")[0]}#t=${items.map((item) => item.path.slice(ROOT.length, -1))}`;
}

// The items of a shared list, each told by its own page; what cannot be read is shown by the words of its address.
async function shared() {
  const told = decodeURIComponent(location.hash).match(/^#t=([\w/,-]+)/)?.[1].split(",") ?? [];
  const paths = [...new Set(told)].filter((one) => /^[a-z]{2}\/[a-z]+\/[a-z0-9-]+$/.test(one)).slice(0, MOST).map((one) => `${ROOT}${one}/`);
  const items = await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(path).catch(() => null);
      const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
      return itemOf(page, path) ?? { title: path.split("/").at(-2).replaceAll("-", " "), when: "", lang: "", path };
    }),
  );
  by("shared").hidden = !items.length;
  by("shared-list").replaceChildren(...items.map(line));
  by("take").onclick = () => {
    const own = saved();
    save([...own, ...items.filter((item) => item.id && !own.some((one) => one.id === item.id))]);
    show();
    say(words.saved);
    by("own-heading").focus();
  };
}

by("own").hidden = false;
by("print").onclick = () => print();
by("clear").onclick = () => {
  if (!confirm(words.really)) return;
  save([]);
  show();
  say(words.removed);
  by("own-heading").focus();
};
show();
if (!by("address").nextElementSibling) copyButton(by("address"));
addEventListener("hashchange", shared);
addEventListener("storage", show);
shared();
