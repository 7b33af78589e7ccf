// What a question finds that finds nothing as it is asked: as it is written but later, else with words taken apart, mended or shortened, in
// this order; what was done is told. Loaded when it is needed.

import { CUT, folded, isPlain, scan, textsOf, wordsOf } from "./search-index.js";

// Letters: of what is left of a word, of the parts of a compound, of a word that may have a slip, also in its first letter.
const SHORTEST = 4, PART = 3, MENDED = 5, LONG = 7;
const TRIED = 12;
const WAYS = ["apart", "mended", "shortened", "both"];
// How such a short part may go on in a text, and no further.
const ENDING = "\\p{L}{0,3}([^\\p{L}\\p{N}]|$)";
// Letters that the first part of a compound loses, and the last one.
const CUTS = [[0, 0], [1, 0], [0, 1], [0, 2], [0, 3]];
const VOWEL = /[aeiouyåäö]/;

const wanted = (word, how = "") => ({ word, how });

// { found, instead: [[word, what is shown for it], ...], rung, isLater }; the rung is 0 for what is as it is written, else the number of the
// last way. Each attempt looks within the days that are asked for; where these are the 30 days, then at all that is to come.
export function search(indexes, query, today) {
  const words = wordsOf(query.q);
  const plain = isPlain(query.q);
  const spans = words.length && query.when === "30" ? ["30", "all"] : [query.when];
  const own = words.map((word) => ({ wants: [wanted(folded(word, plain))], cost: 0 }));
  for (const chosen of choices(indexes, own, plain)) {
    const wants = chosen.flatMap((option) => option.wants);
    for (const when of spans) {
      const found = scan(indexes, { ...query, when }, wants, plain, today);
      const instead = words.map((word, n) => [word, chosen[n].shown]).filter(([, shown]) => shown);
      const rung = Math.max(0, ...chosen.map(({ way }) => WAYS.indexOf(way) + 1));
      if (found.length) return { found, instead, rung, isLater: when !== query.when };
    }
  }
  return { found: [], instead: [], rung: 0 };
}

// Choices of one option a word: { wants: [{ word, how }], shown, cost }. A later way to read is tried when no earlier one finds anything,
// and of one way what changes least.
function* choices(indexes, own, plain) {
  yield own;
  const reading = (indexes[0].readings[`${plain} ${indexes.length}`] ??= new Reading(indexes, plain));
  const stands = own.map((option) => reading.count(option.wants[0].word));
  const lists = own.map((option, n) => (stands[n] ? [option] : []));
  for (const way of WAYS) {
    lists.forEach((list, n) => {
      if (stands[n] && /mended|both/.test(way)) return;
      list.push(...reading[way](own[n].wants[0].word).map((option, rank) => ({ ...option, way, cost: list.length + rank + 1 })));
    });
    for (const chosen of combined(lists)) if (chosen.some((option) => option.way === way)) yield chosen;
  }
}

// Other ways to read a word, by the words of what is searched.
class Reading {
  constructor(indexes, plain) {
    this.whole = indexes.map((index) => Object.values(textsOf(index, plain))).join();
    this.words = wordsIn(indexes);
    this.keys = this.words.map((word) => folded(word, plain));
    this.text = `\n${this.keys.join("\n")}\n`;
  }

  // How often a part stands anywhere.
  count(part) {
    return this.whole.split(part).length - 1;
  }

  begins(part, rest = "") {
    return this.text.includes(`\n${part}${rest}`);
  }

  isWord(part) {
    return this.begins(part, "\n");
  }

  // As it is written in what is searched: with accents where the question has none.
  written(part) {
    const n = this.isWord(part) ? this.keys.indexOf(part) : this.keys.findIndex((key) => key.startsWith(part));
    return this.words[n]?.slice(0, part.length) ?? part;
  }

  // "lastenkonsertti" -> lasten + konsertti, "tuoli-jumppa" -> tuolijumppa. The first part begins a word, without its last letter too
  // (seniori: senioreille; ungdoms: ungdomar), but not the compound itself in another form (kirpputori for "kirpputorilla"); the last part
  // may stand within a longer word (joulukonsertti) and lose an ending.
  apart(word) {
    const joined = word.replaceAll("-", "");
    const found = joined === word || !joined ? [] : [{ harm: 0, wants: [wanted(joined)], shown: joined }];
    for (let at = PART; at < joined.length && joined.length > 2 * PART; at++) {
      for (const [cut, ending] of CUTS) {
        const head = joined.slice(0, at - cut);
        const tail = joined.slice(at, joined.length - ending);
        const isWord = this.isWord(tail);
        if (head.length < PART + cut + ending || tail.length < PART + ending || !this.begins(head)) continue;
        if (!isWord && (cut || ending || tail.length === PART || !this.begins(tail))) continue;
        const other = `(?!\\p{L}?${joined.slice(at, at + 2)})`;
        if (!new RegExp(`\n${head}${other}`, "u").test(this.text)) continue;
        const wants = [wanted(head, other + (at > PART ? "" : ENDING)), wanted(tail, tail.length > SHORTEST ? "" : ENDING)];
        found.push({ harm: 3 * cut + 2 * ending + !isWord + !this.isWord(head), wants, shown: `${this.written(head)}${cut ? "…" : ""} ${this.written(tail)}` });
      }
    }
    return found.sort((one, other) => one.harm - other.harm).slice(0, 4);
  }

  // "konzert" -> konsert, "bibloteket" -> biblioteket: words that differ by a slip, for a longer one the beginnings of words too. Two slips
  // would make another word of many (koripallo, käsipallo).
  mended(word) {
    if (word.length < MENDED) return [];
    const near = new Set(this.keys.map((key) => key.slice(0, endOf(word, key))));
    const found = [...near].filter((mended) => isSlip(word, mended) && (word.length >= LONG || this.isWord(mended)));
    found.sort((one, other) => this.isWord(other) - this.isWord(one));
    return found.slice(0, 3).map((mended) => ({ wants: [wanted(mended)], shown: this.written(mended) + (this.isWord(mended) ? "" : "…") }));
  }

  // The word from its beginning as long as it finds what its shortest stem finds: "lapsille" -> "laps", "kirpputorille" -> "kirpputori".
  shortened(word) {
    const count = (length) => this.count(word.slice(0, length));
    let length = Math.max(SHORTEST, Math.ceil(word.length / 2));
    let least = count(length);
    while (!least && length > SHORTEST) least = count(--length);
    while (least && length < word.length && count(length + 1) === least) length++;
    const stem = word.slice(0, length);
    return least && length < word.length ? [{ wants: [wanted(stem, CUT)], shown: `${stem}…` }] : [];
  }

  // "konzerten" -> konsert: a slip in what is left without an ending.
  both(word) {
    return [1, 2, 3, 4].flatMap((cut) => this.mended(word.slice(0, -cut)));
  }
}

// One option a word in every combination, what costs least first; never more than are tried.
function combined(lists) {
  const cost = (chosen) => chosen.reduce((sum, option) => sum + option.cost, 0);
  const longer = (before, list) => before.flatMap((chosen) => list.map((option) => [...chosen, option]));
  return lists.reduce((before, list) => longer(before, list).sort((one, other) => cost(one) - cost(other)).slice(0, TRIED), [[]]);
}

// How much of the other word says the whole of a word with one letter wrong, missing, too many or swapped; 0 where it does not.
function endOf(word, other) {
  const n = shared(word, other);
  const says = ([own, their]) => (other.startsWith(word.slice(n + own), n + their) ? word.length - own + their : 0);
  const swapped = word[n] === other[n + 1] && word[n + 1] === other[n] ? 2 : 1;
  return Math.max(...[[0, 1], [1, 1], [swapped, swapped], [1, 0]].map(says));
}

// Whether two words differ by a slip, not by an ending (kirpputorilla, kirpputorille), and not in their beginning, where few slip.
function isSlip(word, mended) {
  const n = shared(word, mended);
  if (word.startsWith(mended) || (!n && word.length < LONG)) return false;
  if (n < SHORTEST || Math.min(word.length, mended.length) - n > 2) return true;
  const long = word.length > mended.length ? word : mended;
  return (long[n] === long[n - 1] && !VOWEL.test(long[n])) || (word[n] === mended[n + 1] && word[n + 1] === mended[n]);
}

// Every word of what is searched as it is written, in small letters, the most frequent first.
function wordsIn(indexes) {
  const counts = new Map();
  const texts = indexes.map((index) => [index.columns.title, Object.values(index.also), index.places, index.organizers, index.terms.map(([, ...names]) => names)]);
  for (const word of `${texts}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
}

// With how many letters two words begin alike.
function shared(one, other) {
  let n = 0;
  while (n < one.length && one[n] === other[n]) n++;
  return n;
}
