// The search page. The question stands in the address behind #, which is never sent anywhere; the answer comes from one small file.

import { daysOf, find, opened, todayOf, wordsOf } from "./search-index.js";
import { PAGE, View } from "./search-view.js";

const NAMES = ["q", "who", "where", "km", "when", "what", "need", "lang", "free", "open", "stepfree"];
const FEW = 10;
const form = document.getElementById("search");
const view = new View(form, addressOf);
const loading = {};

// A file of the index, fetched once.
function load(name) {
  loading[name] ??= fetch(form.dataset[name])
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))))
    .then(opened)
    .catch((error) => {
      delete loading[name];
      throw error;
    });
  return loading[name];
}

const both = () => Promise.all([load("now"), load("later")]);

function queryOf(text) {
  const given = new URLSearchParams(text);
  const query = Object.fromEntries(NAMES.map((name) => [name, (given.get(name) ?? "").trim()]));
  return { ...query, when: query.when || "30" };
}

function addressOf(query) {
  const told = new URLSearchParams();
  for (const name of NAMES) if (query[name] && !(name === "when" && query.when === "30" && !query.start)) told.set(name, query[name]);
  return `#${told}` === "#" ? "#when=30" : `#${told}`;
}

function fill(query) {
  for (const name of NAMES) {
    const field = form.elements[name] ?? {};
    if (field.type === "checkbox") field.checked = query[name];
    else if (name !== "when") field.value = query[name];
  }
  const isWeek = /w/.test(query.when);
  form.elements.when.value = isWeek ? "week" : query.when;
  if (isWeek) form.elements.week.value = query.when;
}

function asked() {
  const given = Object.fromEntries(new FormData(form));
  const when = given.when === "week" ? given.week : given.when;
  return { ...given, when, km: given.where ? given.km : "" };
}

// One condition wider at a time, the nearest first.
function widerThan(query) {
  const { ways } = view.words;
  const words = wordsOf(query.q);
  const steps = [...form.elements.km.options].map((option) => option.value);
  const km = steps[steps.indexOf(query.km) + 1];
  return [
    [ways["30"], { when: "30" }, ["today", "7"].includes(query.when)],
    [ways.all, { when: "all" }, query.when !== "all"],
    [form.elements.km.querySelector(`[value="${km}"]`)?.textContent, { km }, query.where && km],
    [ways.where, { where: "", km: "" }, query.where],
    ...["free", "open", "stepfree", "need", "lang", "who", "what"].map((name) => [ways[name], { [name]: "" }, query[name]]),
    ...words.map((word) => [ways.word.replace("{word}", word), { q: word }, words.length > 1]),
  ]
    .filter(([, , holds]) => holds)
    .map(([text, change]) => [text, { ...query, ...change }]);
}

let latest = 0;

async function run(focus) {
  const isQuery = location.hash.includes("=");
  // A place on the page is the skip link's.
  if (location.hash && !isQuery) return;
  const turn = ++latest;
  if (!isQuery) return view.hide();
  const query = queryOf(location.hash.slice(1));
  fill(query);
  // The same question in the other languages.
  for (const link of document.querySelectorAll("a[hreflang]")) link.hash = location.hash;
  const slow = setTimeout(() => view.say(view.words.loading), 400);
  try {
    const indexes = [await load("now")];
    const today = todayOf(indexes[0]);
    if (daysOf(query.when, indexes[0], today)[1] >= indexes[0].span) indexes.push(await load("later"));
    let search = find;
    let answer = find(indexes, query, today);
    if (query.q && !answer.found.length) {
      ({ search } = await import(form.dataset.attempts).catch(() => ({ search })));
      answer = search(await both().catch(() => indexes), query, today);
    }
    if (turn !== latest) return;
    clearTimeout(slow);
    view.say("");
    view.show(query, answer, history.state?.shown ?? PAGE, focus);
    document.title = `${document.getElementById("results-heading").textContent} – ${view.title}`;
    if (answer.found.length < FEW || answer.rung) await leadOn(query, answer, today, turn, search);
  } catch {
    clearTimeout(slow);
    view.say(view.words.failed);
  }
}

// Better are those that find the words nearer to how they stand.
async function leadOn(query, { found, rung }, today, turn, search) {
  const indexes = await both().catch(() => []);
  const ways = widerThan(query).map(([text, wider]) => {
    const answer = search(indexes, wider, today);
    // What 30 days have only later, all that is to come has.
    const n = answer.isLater && wider.when !== query.when ? 0 : answer.found.length;
    return { text, wider, n, isBetter: wider.q === query.q && answer.rung < rung };
  });
  if (turn === latest) view.waysOn(ways.filter(({ n, isBetter }) => n > (isBetter ? 0 : found.length)));
}

view.title = document.title;
form.hidden = false;
for (const element of document.querySelectorAll("[data-unscripted]")) element.hidden = true;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = addressOf(asked());
  if (address === location.hash) run(true);
  else location.hash = address;
});
form.elements.week.addEventListener("change", () => (form.elements.when.value = "week"));
addEventListener("hashchange", () => run(true));

// A form on another page sends its words behind ?; from here on they stand behind #, where no server sees them.
const isSent = location.search.length > 1;
if (isSent) history.replaceState(null, "", location.pathname + addressOf(queryOf(location.search)));
run(isSent || performance.getEntriesByType("navigation")[0]?.type === "navigate");
