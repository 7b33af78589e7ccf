"""Measures the search: how long its index takes to make, how many bytes it is on the wire, and how long a question takes.

Made-up rows (fixed seed): events of a region with places, organizers and topics in the proportions of a real one, three in ten of them
weekly series. ``--site`` measures a published site as well. Questions are timed in node with the very script of the page, cold (the
first one folds every text) and warm (median of 50); without node they are left out. ``--browser`` times them in Chromium at a quarter of
the machine's speed too, each as the first question after the data is there (median of 7). Bytes are brotli 11 and gzip 9.

    python -m benchmarks.search_index [--rows 5000] [--browser] [--site var/public]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import brotli
from playwright.sync_api import sync_playwright

from benchmarks.towns import served
from harvesters.source import Horizon
from kooste.vocabulary import vocabulary
from normalize.model import Details, Offer
from publish.addresses import FILES
from publish.almanac import Almanac, read_almanac
from publish.assets import read_assets
from publish.editions import make_editions
from publish.facets import read_facets
from publish.folders import Folders
from publish.search_index import Reach, Searching, indexes
from publish.search_words import search_words
from store.reading import TermRow
from tests.publish_rows import HELSINKI, NOW, HandMade, joined, organizer, place, schedules, single, weekly

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = {"script": "index", "attempts": "attempts"}
QUESTIONS = (
    *("jumppa", "jumppaa lapsille", "joulu kirkko", "lastenkonsertti", "lasten konsretti", "kirkkkotalo iltaan", "näyttelyihin"),
    *("lastenkonsertti kirpputorilla joulunäyttely", "xyzzy", ""),
)
FIRST = ("Avoin", "Lasten", "Nuorten", "Kevyt", "Ilta", "Aamu", "Joulu", "Talvi", "Yhteinen", "Kylän", "Perheiden", "Iloinen", "Hiljainen")
SECOND = (
    *("jumppa", "kerho", "konsertti", "näyttely", "luento", "kahvila", "retki", "työpaja", "kirppis", "myyjäiset", "elokuva", "teatteri"),
    *("tanssit", "uinti", "jooga", "kuoro", "kurssi", "peli-ilta", "satutunti", "digituki", "muskari", "hartaus", "pilkki", "talkoot"),
)
TIMER = """
import { readFileSync } from "node:fs";
import { search } from %(attempts)s;
import { opened } from %(script)s;
const [folder, ...files] = process.argv.slice(2);
const texts = files.map((file) => readFileSync(`${folder}/${file}`, "utf8"));
const start = performance.now();
const indexes = texts.map((text) => opened(JSON.parse(text)));
const told = [["open", performance.now() - start, indexes.map((index) => index.rows.length)]];
for (const q of %(questions)s) {
  const times = [];
  let answer;
  for (let n = 0; n < 51; n++) {
    const before = performance.now();
    answer = search(indexes, { q, when: "all" }, 0);
    times.push(performance.now() - before);
  }
  const warm = times.slice(1).sort((a, b) => a - b)[25];
  told.push([q, times[0], warm, answer.found.length]);
}
console.log(JSON.stringify(told));
"""


THROTTLED = """async ([files, questions]) => {
  const [{ search }, { find, opened }] = await Promise.all(["attempts", "index"].map((name) => import(`./search-${name}.js`)));
  const data = await Promise.all(files.map(async (file) => (await fetch(file)).json()));
  return questions.map((q) => {
    const times = [];
    let answer;
    for (let n = 0; n < 7; n++) {
      const indexes = data.map(opened);
      const before = performance.now();
      answer = find(indexes, { q, when: "all" }, 0);
      if (!answer.found.length) answer = search(indexes, { q, when: "all" }, 0);
      times.push(performance.now() - before);
    }
    return [q, times.sort((a, b) => a - b)[3], answer.found.length, answer.instead.map((pair) => pair.join(" -> ")).join(", ")];
  });
}"""
SLOWER = 4


def made_up(rows: int, seed: int = 4) -> HandMade:
    """A region of so many events."""
    rand = random.Random(seed)
    known = vocabulary()
    towns = [f"Kylä {n}" for n in range(20)]
    places = [
        place(
            f"p{n}",
            f"{rand.choice(FIRST)}talo {n}",
            district=towns[n % 20],
            latitude=61.5 + rand.random(),
            longitude=28 + 2 * rand.random(),
        )
        for n in range(max(24, rows // 12))
    ]
    organizers = [organizer(f"o{n}", f"{rand.choice(FIRST)} yhdistys {n} ry") for n in range(max(30, rows // 9))]
    parts = []
    for n in range(rows):
        start = (NOW + timedelta(days=rand.randrange(1, 180))).replace(hour=rand.randrange(9, 20), minute=rand.choice((0, 30)))
        where, who = rand.choice(places), rand.choice(organizers)
        name = f"{rand.choice(FIRST)} {rand.choice(SECOND)}{rand.choice(['', '', f' {where.district}', f' {n % 40}'])}"
        end = start + timedelta(minutes=rand.choice((60, 90, 120)))
        once = rand.random() < 0.7
        part = single(f"e{n}", name, start, end) if once else weekly(f"e{n}", name, (start, end), 12)
        subject = rand.choice(known.subjects)
        details = Details(
            subjects=(subject.id,),
            topics=subject.topics[:1],
            audience=(rand.choice(known.audiences).id,),
            offers=(Offer(price=f"{n % 9} €", minimum=n % 9, maximum=n % 9),),
        )
        row = replace(part.event_rows[0], details=details, place_id=where.id, organizer_id=who.id)
        parts.append(HandMade(event_rows=[row], occurrence_rows=[replace(one, place_id=where.id) for one in part.occurrence_rows]))
    topics = [TermRow(id=one.id, name=one.name) for one in known.topics]
    subjects = [TermRow(id=one.id, name=one.name, parent=one.topics[0]) for one in known.subjects]
    audiences = [TermRow(id=one.id, name=one.name) for one in known.audiences]
    return joined(*parts, place_rows=places, organizer_rows=organizers, topic_rows=[*topics, *subjects], audience_rows=audiences)


def measure(almanac: Almanac, folder: Path, *, in_browser: bool = False) -> None:
    """The indexes of an almanac, made, weighed and asked."""
    folders = Folders.found(folder / "custom")
    edition = make_editions(schedules(), almanac, folders, "benchmark")["fi"]
    start = time.perf_counter()
    searching = Searching(reach=Reach.of(read_facets(almanac), almanac), words=search_words(vocabulary()))
    before = time.perf_counter()
    first = indexes(edition, searching)
    between = time.perf_counter()
    made = indexes(edition, searching)
    print(f"  facets and distances {before - start:.3f} s")
    print(f"  both files {between - before:.3f} s with their cards, {time.perf_counter() - between:.3f} s where the pages have made those")
    assert first == made, "equal rows, equal bytes"
    for name, data in zip((FILES["fi"]["now"], FILES["fi"]["later"]), made, strict=True):
        (folder / name).write_bytes(data)
    weigh(folder)
    ask(folder)
    if in_browser:
        ask_slowly(folder)


def weigh(folder: Path) -> int:
    """Prints the bytes of the files; those of the first one, compressed."""
    packed = 0
    for name in (FILES["fi"]["now"], FILES["fi"]["later"]):
        data = (folder / name).read_bytes()
        br = len(brotli.compress(data))
        rows = len(json.loads(data)["columns"]["title"])
        print(f"  {name}: {rows} rows, {len(data):,} bytes, brotli {br:,}, gzip {len(gzip.compress(data, 9)):,}")
        packed = packed or br
    return packed


def ask(folder: Path) -> None:
    """Prints how long questions take over both files."""
    node = shutil.which("node")
    if node is None:
        print("  no node on this machine: questions are not timed")
        return
    scripts = {name: json.dumps((ROOT / f"site/static/script/search-{file}.js").as_uri()) for name, file in SCRIPTS.items()}
    timer = folder / "timer.mjs"
    timer.write_text(TIMER % {**scripts, "questions": json.dumps(QUESTIONS)}, encoding="utf-8")
    files = (FILES["fi"]["now"], FILES["fi"]["later"])
    done = subprocess.run([node, str(timer), str(folder), *files], check=True, capture_output=True, text=True)
    (_, opening, rows), *asked = json.loads(done.stdout)
    print(f"  opened in {opening:.1f} ms ({sum(rows)} rows)")
    for question, cold, warm, found in asked:
        print(f"  {question or '(everything)'!r}: {found} found, {cold:.1f} ms cold, {warm:.2f} ms warm")
    print(f"  median question {statistics.median(warm for _, _, warm, _ in asked):.2f} ms")


def ask_slowly(folder: Path) -> None:
    """Prints how long questions take in Chromium as on an old phone."""
    for file in SCRIPTS.values():
        shutil.copyfile(ROOT / f"site/static/script/search-{file}.js", folder / f"search-{file}.js")
    (folder / "index.html").write_text("<!doctype html><title>search</title>", encoding="utf-8")
    with served(folder) as port, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        for question, took, found, instead in page.evaluate(THROTTLED, [[FILES["fi"]["now"], FILES["fi"]["later"]], QUESTIONS]):
            print(f"  {SLOWER} x slower: {question or '(everything)'!r}: {found} found, {took:.0f} ms{f' ({instead})' if instead else ''}")
        chromium.close()


def site(public: Path, folder: Path) -> None:
    """The first question on a published site: page, scripts and the first file."""
    where = public / "fi" / "haku"
    for name in (FILES["fi"]["now"], FILES["fi"]["later"]):
        shutil.copyfile(where / name, folder / name)
    index = weigh(folder)
    page = len(brotli.compress((where / "index.html").read_bytes()))
    assets = read_assets(Folders.found(folder / "custom"))
    code = sum(len(brotli.compress(assets.files[path])) for path in assets.scripts["search"])
    print(f"  first question, brotli: page {page:,} + scripts {code:,} + index {index:,} = {page + code + index:,} bytes")
    print(f"  on demand: script {len(brotli.compress(assets.files[assets.scripts['search-attempts'][0]])):,}")
    ask(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        print(f"{options.rows} made-up events")
        almanac = read_almanac(made_up(options.rows), now=NOW, zone=ZoneInfo(HELSINKI.key), horizon=Horizon())
        measure(almanac, Path(name), in_browser=options.browser)
        if options.site:
            print(options.site)
            site(options.site, Path(name))


if __name__ == "__main__":
    main()
