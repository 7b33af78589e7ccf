// The search itself: a scan over the columns of the index (publish/search_index.py). Knows nothing of the page; runs in node as well.

const FREE = 1, OPEN = 2, STEP_FREE = 4;
const DAY = 864e5;
const REMEMBERED = 100;
export const CUT = "cut";

// Small letters; without accents too where the query has none (jarvi finds järvi, järvi does not find jarvi).
export const folded = (text, plain) => {
  const low = text.toLowerCase();
  return plain ? low.normalize("NFD").replace(/\p{M}/gu, "") : low;
};

export const wordsOf = (q) => q.toLowerCase().split(/[\s,;"'()]+/).filter(Boolean);

export const isPlain = (text) => !/\p{M}/u.test(text.normalize("NFD"));

// The columns as rows, once after loading.
export function opened(data) {
  const { columns } = data;
  const minutes = data.times.map(minutesOf);
  const cancelled = new Set(data.cancelled);
  const rows = columns.title.map((title, n) => ({
    n,
    title,
    lang: data.languages[columns.language[n]],
    href: data.folders[columns.folder[n]] + (data.slugs[n] ?? slug(title, columns.id.substr(n * 6, 6))) + "/",
    flags: +columns.flags[n],
    set: columns.terms[n],
    organizer: columns.organizer[n],
    whom: data.whom[columns.whom[n]],
    cost: data.cost[columns.cost[n]],
    enrol: data.enrol[columns.enrol[n]],
    told: data.told[columns.told[n]],
    rhythm: data.rhythms[columns.rhythm[n]],
    access: data.access[columns.access[n]].split(" "),
    spoken: data.spoken[columns.spoken[n]].split(" "),
    dates: columns.dates[n].map((told) => groupOf(told, minutes, cancelled)),
  }));
  return { ...data, rows, texts: {}, readings: {}, hits: new Map() };
}

// [time, place, marks, note, further days, first day, days until the next, ...]
function groupOf([time, place, marks, note, length, ...steps], minutes, cancelled) {
  let day = 0;
  const days = steps.map((step) => (day += step));
  return { time, place, marks, note, length, days, clock: minutes[time] / 1440, off: cancelled.has(marks) };
}

function minutesOf([start]) {
  const [hours, minutes] = start.match(/\d+/g) ?? [0, 0];
  return hours * 60 + +minutes;
}

// As normalize.identity.slug makes it; titles for which that would be too simple have their slug in the index.
const slug = (title, id) => [...(folded(title, true).match(/[a-z0-9]+/g) ?? []), id].join("-");

// What is searched, folded once for each way of folding.
export function textsOf(index, plain) {
  return (index.texts[plain] ??= {
    titles: index.rows.map((row) => folded(row.title + (index.also[row.n] ? `\n${index.also[row.n]}` : ""), plain)),
    places: index.places.map((place) => folded(place.join("\n"), plain)),
    organizers: index.organizers.map((name) => folded(name, plain)),
    terms: index.terms.map(([, name, words]) => [folded(name, plain), folded(` ${words} `, plain)]),
  });
}

const isLetter = (character) => /[\p{L}\p{N}]/u.test(character ?? "");

function isWholeWord(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}

// Whether a text has the word: anywhere, or where one of its words begins and goes on as the pattern tells.
function finder(word, how) {
  if (!how || how === CUT) return (text) => text.includes(word);
  const pattern = new RegExp(`(^|[^\\p{L}\\p{N}])${word}${how}`, "u");
  return (text) => pattern.test(text);
}

// How well a word names a topic: 3 in its name or where another word for it begins, 4 where one ends (a compound: "jumppa" in
// "aivojumppa"). A word that was cut may also stand within one.
function tierOf([name, words], word, how, has) {
  if (has(name) || words.includes(` ${word}`)) return 3;
  return words.includes(how === CUT ? word : `${word} `) ? 4 : undefined;
}

// Where a word stands: for each row 0 (whole, in the title), 1 (in the title), 2 (place, organizer), 3 or 4 (topic, audience), or nothing.
function placesOf(index, { word, how }, plain) {
  const texts = textsOf(index, plain);
  const has = finder(word, how);
  const places = texts.places.map(has);
  const organizers = texts.organizers.map(has);
  const terms = texts.terms.map((term) => tierOf(term, word, how, has));
  const sets = index.sets.map((set) => set.reduce((best, term) => (terms[term] < (terms[best] ?? Infinity) ? term : best), undefined));
  return index.rows.map((row) => {
    const title = texts.titles[row.n];
    if (has(title)) return { tier: isWholeWord(title, word) ? 0 : 1 };
    if (organizers[row.organizer] || row.dates.some((group) => places[group.place])) return { tier: 2 };
    const term = sets[row.set];
    return term === undefined ? undefined : { tier: terms[term], term };
  });
}

// The same, looked for once.
function hitsOf(index, want, plain) {
  const key = `${plain} ${want.how} ${want.word}`;
  if (!index.hits.has(key)) {
    if (index.hits.size > REMEMBERED) index.hits.clear();
    index.hits.set(key, placesOf(index, want, plain));
  }
  return index.hits.get(key);
}

// The first date of a row within the days and the area; one that takes place before one that was cancelled.
function dateOf(row, { from, to, km, radius }) {
  let found;
  for (const group of row.dates) {
    const away = km ? km[group.place] : 0;
    if (away === undefined || away < 0 || away > radius) continue;
    const { off } = group;
    if (!group.days.length) found ??= { group, day: undefined, away, off, order: Infinity };
    for (const day of group.days) {
      if (day > to || day + group.length < from) continue;
      const order = day < from ? from + 0.99 : day + group.clock;
      if (!found || (off === found.off ? order < found.order : !off)) found = { group, day, away, off, order };
    }
  }
  return found;
}

// First and last day of a query, counted from the day of the index.
export function daysOf(when, index, today) {
  if (when === "today") return [today, today];
  if (when === "all") return [today, Infinity];
  const week = /^(\d{4})-w(\d\d)$/.exec(when);
  if (!week) return [today, today + (+when || 30) - 1];
  const fourth = Date.UTC(week[1], 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week[2] - 1) * 7 * DAY;
  const first = Math.round((monday - Date.parse(index.day)) / DAY);
  return [Math.max(first, today), first + 6];
}

function isAsked(index, row, query) {
  const has = (code) => index.sets[row.set].some((term) => index.terms[term][0] === code);
  return (
    (!query.free || row.flags & FREE) &&
    (!query.open || row.flags & OPEN) &&
    (!query.stepfree || row.flags & STEP_FREE) &&
    (!query.need || query.need.split(" ").every((feature) => row.access.includes(feature))) &&
    (!query.lang || row.spoken.includes(query.lang)) &&
    (!query.who || has(`a:${query.who}`)) &&
    (!query.what || has(`t:${query.what}`))
  );
}

// Every row that has all that is wanted ({ word, how }) and everything else that is asked, the best first.
export function scan(indexes, query, wants, plain, today) {
  const found = new Map();
  for (const index of indexes) {
    const [from, to] = daysOf(query.when, index, today);
    const within = { from, to, km: query.where ? (index.km[query.where] ?? []) : null, radius: +query.km || 0 };
    const hits = wants.map((want) => hitsOf(index, want, plain));
    for (const row of index.rows) {
      const tiers = hits.map((hit) => hit[row.n]);
      if (!tiers.every(Boolean) || !isAsked(index, row, query)) continue;
      const at = dateOf(row, within);
      const key = `${row.href}\n${row.title}`;
      if (!at || found.get(key)?.at.order <= at.order) continue;
      const term = tiers.find((hit) => hit.term !== undefined && index.terms[hit.term][0][0] !== "a")?.term;
      found.set(key, { index, row, at, term, score: tiers.reduce((sum, hit) => sum + hit.tier, 0) });
    }
  }
  const order = (a, b) => a.score - b.score || a.at.order - b.at.order || (a.row.title < b.row.title ? -1 : 1);
  return [...found.values()].sort(order);
}

// What has all the words of a question as they stand: { found, instead: [], rung: 0 }, as search-attempts.js tells what it finds.
export function find(indexes, query, today) {
  const plain = isPlain(query.q);
  const wants = wordsOf(query.q).map((word) => ({ word: folded(word, plain), how: "" }));
  return { found: scan(indexes, query, wants, plain, today), instead: [], rung: 0 };
}

// The day of the region's clocks, counted from the day of the index; 0 where the index does not reach it.
export function todayOf(index, now = new Date()) {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: index.zone }).format(now);
  const passed = Math.round((Date.parse(day) - Date.parse(index.day)) / DAY);
  return passed > 0 && passed < index.reach ? passed : 0;
}

export const isoDay = (index, day) => new Date(Date.parse(index.day) + day * DAY).toISOString().slice(0, 10);
