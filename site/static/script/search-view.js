// What the search shows: heading, chips, results, ways on. Its words come from the page (data-words), its shapes from <template>.

import { isoDay } from "./search-index.js";
import { made } from "./site.js";

const PAGE = 50;
const by = (id) => document.getElementById(id);
const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const small = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);

export class View {
  constructor(form, addressOf) {
    this.form = form;
    this.words = JSON.parse(form.dataset.words);
    this.addressOf = addressOf;
    by("more").addEventListener("click", () => this.more());
  }

  say(text) {
    by("search-state").textContent = text;
  }

  hide() {
    by("results").hidden = true;
  }

  // What is asked, each with the words for it and with the query without it.
  asked(query) {
    const option = (name) => this.form.elements[name]?.querySelector(`[value="${CSS.escape(query[name])}"]`)?.textContent.trim() ?? query[name];
    const without = (...names) => ({ ...query, ...Object.fromEntries(names.map((name) => [name, name === "when" ? "30" : ""])) });
    const parts = [];
    if (query.q) parts.push(["q", `”${query.q}”`, without("q")]);
    const choose = (name) => query[name] && parts.push([name, small(option(name)), without(name)]);
    choose("who");
    if (query.where) parts.push(["where", option("where") + (query.km ? ` ${option("km")}` : ""), without("where", "km")]);
    parts.push(["when", this.timeOf(query.when), query.when === "30" ? null : without("when")]);
    ["what", "need", "lang"].forEach(choose);
    for (const name of ["free", "open", "stepfree"]) if (query[name]) parts.push([name, small(this.words[name]), without(name)]);
    return parts;
  }

  timeOf(when) {
    const week = [...this.form.elements.week.options].find((option) => option.value === when);
    return small(week?.textContent ?? this.words.times[when] ?? when);
  }

  show(query, { found, instead, isLater }, shown, focus) {
    const { words } = this;
    const parts = this.asked(isLater ? { ...query, when: "all" } : query);
    const count = filled(words.results[found.length === 1 ? 0 : 1], { n: found.length });
    by("results").hidden = false;
    by("results-heading").textContent = `${found.length ? count : words.none}: ${parts.map(([, text]) => text).join(", ")}`;
    by("instead").hidden = !instead.length && !isLater;
    by("instead").textContent = [instead.length && this.told(instead), isLater && words.later].filter(Boolean).join(" ");
    this.chips(parts.filter(([name, , without]) => without && !(isLater && name === "when")));
    this.found = found;
    by("found").replaceChildren();
    by("ways-on").hidden = true;
    this.append(shown);
    if (focus) this.lead(by("results-heading"));
  }

  // What was looked for instead of which words.
  told(instead) {
    const quoted = (n) => instead.map((pair) => `”${pair[n]}”`).join(", ");
    return filled(this.words.instead[instead.length === 1 ? 0 : 1], { words: quoted(0), shown: quoted(1) });
  }

  // Focus to the heading, with something of the results in view.
  lead(heading) {
    heading.focus();
    if (heading.getBoundingClientRect().top > innerHeight / 2) heading.scrollIntoView();
  }

  chips(parts) {
    const chip = ([, text, without]) => {
      const label = made("span", { class: "unseen" }, filled(this.words.remove, { what: text }));
      return made("li", {}, made("a", { href: this.addressOf(without) }, made("span", { "aria-hidden": "true" }, `${text} ×`), label));
    };
    const chips = parts.map(chip);
    if (parts.length > 1) chips.push(made("li", {}, made("a", { href: this.addressOf({ when: "30", start: "1" }) }, this.words.clear)));
    by("chips").replaceChildren(...chips);
    by("chips").parentElement.hidden = !chips.length;
  }

  append(upTo) {
    const list = by("found");
    const next = this.found.slice(list.children.length, upTo);
    list.append(...next.map((one) => this.card(one)));
    const rest = this.found.length - list.children.length;
    by("more").hidden = rest <= 0;
    by("more").textContent = filled(this.words.more, { n: Math.min(rest, PAGE) });
  }

  more() {
    const list = by("found");
    const before = list.children.length;
    this.append(before + PAGE);
    history.replaceState({ shown: list.children.length }, "");
    list.children[before].querySelector("a").focus();
  }

  // One line of the results, as parts/card.html shows it.
  card({ index, row, at, term }) {
    const { words } = this;
    const card = by("found-card").content.cloneNode(true);
    const put = (selector, text) => {
      const element = card.querySelector(selector);
      if (text) element.textContent = text;
      else element.remove();
    };
    const [start, end] = index.times[at.group.time] ?? ["", ""];
    const [day, spoken] = at.day === undefined ? [words.always, words.always] : index.days[at.day];
    const [place, area] = index.places[at.group.place] ?? ["", ""];
    put(".found-day", day);
    put(".start", start);
    put(".end", end && `–${end}`);
    const time = card.querySelector("time");
    if (at.day === undefined) time.replaceWith(...time.childNodes);
    else time.setAttribute("datetime", isoDay(index, at.day));
    const when = /\d/.test(start) ? filled(words.at, { date: spoken, time: start }) : spoken;
    const link = card.querySelector("a");
    link.href = row.href;
    if (row.lang) {
      link.lang = row.lang;
      link.firstChild.lang = document.documentElement.lang;
    }
    link.prepend(row.title);
    put("a .unseen", `, ${place ? filled(words.spoken, { when, place }) : when}`);
    for (const [kind, word] of index.marks[at.group.marks] ?? []) link.before(made("strong", { class: `mark mark-${kind}` }, word), " ");
    const facts = [
      ["also", index.notes[at.group.note]],
      ["also", row.rhythm],
      ["place", [place, area].filter(Boolean).join(", ")],
      ["away", at.away ? filled(words.away, { n: at.away }) : ""],
      ["", row.whom],
      [row.flags & 1 ? "free" : "", row.cost],
      ["", row.enrol],
      ["", term === undefined ? "" : filled(words.because, { name: index.terms[term][1] })],
    ];
    card.querySelector(".facts").append(...facts.filter(([, text]) => text).map(([kind, text]) => made("span", kind ? { class: kind } : {}, text)));
    put(".told", row.told);
    if (row.flags & 8) card.querySelector(".told")?.classList.add("stale");
    return card;
  }

  // Wider questions that find more, with how much; first, beside what was shown instead, those that find them nearer to how they stand.
  waysOn(ways) {
    const link = ({ text, wider, n }) => [made("a", { href: this.addressOf(wider) }, text), " ", made("span", { class: "side-note" }, `${n}`)];
    const [better, rest] = [true, false].map((isBetter) => ways.filter((way) => way.isBetter === isBetter));
    by("ways-on-list").replaceChildren(...rest.map((way) => made("li", {}, ...link(way))));
    by("ways-on").hidden = !rest.length;
    if (better.length) by("instead").append(" ", this.words.better, ...better.flatMap((way) => [" ", ...link(way)]));
  }
}

export { PAGE };
