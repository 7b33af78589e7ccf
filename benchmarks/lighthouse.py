"""What Lighthouse 12 says of each type of page, on a phone: the heaviest page of each type in one language of a published site.

Serves the site as `kooste serve` does, with its compression and headers, and runs Lighthouse's mobile preset on it: the middle one of
several runs counts. Ends with 1 where a score is below 100, LCP above 1.2 s, TBT above 20 ms or CLS above 0. Scores of speed are simulated
from what this machine needed, as if its processor were four times slower; on a machine that is itself slow or busy (a benchmark index far
below 1000) give a smaller --cpu. Needs node 18.20 or newer with npx, which fetches Lighthouse, and a Chromium.

    python -m benchmarks.lighthouse --data var [--language fi] [--kind day --kind event] [--runs 3] [--cpu 4]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from benchmarks.page_weights import kind_of, packed
from explorer.server import site_app
from kooste.settings import load

PACKAGE = "lighthouse@12"  # 13 wants node 22.19
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LCP, TBT, CLS = "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"
TRIES = 3
MOST = {LCP: 1200.0, TBT: 20.0, CLS: 0.0}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


@dataclass(frozen=True, slots=True)
class Result:
    """The middle of several runs on one page."""

    path: str
    scores: tuple[int, ...]
    """Of a hundred, in the order of ``CATEGORIES``."""
    times: tuple[float, ...]
    """LCP and TBT in milliseconds, CLS."""
    index: float
    """What Lighthouse measured of the processor; a desktop of today has 1500 and more."""
    lost: tuple[str, ...]
    """Audits that cost points."""

    @property
    def is_good(self) -> bool:
        """Whether every goal is reached."""
        return min(self.scores) == 100 and all(is_at <= most for is_at, most in zip(self.times, MOST.values(), strict=True))


@contextmanager
def served(data: Path, config: Path) -> Iterator[str]:
    """The site of a data directory on loopback: its address."""
    server = uvicorn.Server(uvicorn.Config(site_app(data, load(config)), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
        if not thread.is_alive():
            raise SystemExit("The server could not start.")
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def heaviest(root: Path, language: str) -> dict[str, str]:
    """Type of page -> path of the heaviest page of it."""
    found: dict[str, tuple[int, str]] = {}
    for page in (root / language).rglob("index.html"):
        path = page.parent.relative_to(root).as_posix()
        kind = kind_of(path, language)
        found[kind] = max(found.get(kind, (0, "")), (packed(page), path))
    return {kind: path for kind, (_, path) in sorted(found.items())}


def audit(address: str, cpu: float, folder: Path) -> dict[str, Any]:
    """Lighthouse's report on one load of the page."""
    file = folder / "report.json"
    command = [*program(), address, "--quiet", "--output=json", f"--output-path={file}", f"--chrome-flags={FLAGS}"]
    options = [f"--throttling.cpuSlowdownMultiplier={cpu}", "--disable-full-page-screenshot", f"--only-categories={','.join(CATEGORIES)}"]
    for left in reversed(range(TRIES)):  # a Chromium that just started now and then tells Lighthouse of no navigation (NO_NAVSTART)
        done = subprocess.run(
            [*command, *options], check=not left, stdout=subprocess.DEVNULL, env={**os.environ, "CHROME_PATH": chromium()}
        )
        if done.returncode == 0:
            break
    report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return report


def program() -> list[str]:
    """Lighthouse as it is installed, or fetched by npx."""
    if there := shutil.which("lighthouse"):
        return [there]
    if there := shutil.which("npx"):
        return [there, "--yes", PACKAGE]
    sys.exit("Neither lighthouse nor npx is there: install node 20, whose npm brings npx; npx then fetches Lighthouse by itself.")


def chromium() -> str:
    """The browser to use."""
    there = os.environ.get("CHROME_PATH") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    return there or sys.exit("No Chromium on this machine: apt-get install chromium, or name one in CHROME_PATH.")


def judged(path: str, reports: list[dict[str, Any]]) -> Result:
    """The middle of each figure; audits that lost points in the last report."""
    scores = [[round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES] for report in reports]
    times = [[report["audits"][name]["numericValue"] for name in MOST] for report in reports]
    last = reports[-1]
    weighty = {ref["id"] for category in last["categories"].values() for ref in category["auditRefs"] if ref["weight"]}
    lost = tuple(name for name in sorted(weighty) if (last["audits"][name]["score"] or 0) < 1 and last["audits"][name]["score"] is not None)
    return Result(
        path=path,
        scores=tuple(round(statistics.median(one)) for one in zip(*scores, strict=True)),
        times=tuple(statistics.median(one) for one in zip(*times, strict=True)),
        index=statistics.median(report["environment"]["benchmarkIndex"] for report in reports),
        lost=lost,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("var"), help="the data directory of a published site")
    parser.add_argument("--config", type=Path, default=Path("schedules.yaml"))
    parser.add_argument("--language", default="fi")
    parser.add_argument("--kind", action="append", help="only this type of page; may be given several times")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cpu", type=float, default=4, help="how many times slower the phone's processor is than this one")
    asked = parser.parse_args()
    root = (asked.data / "public").resolve()
    if not root.is_dir():
        sys.exit(f"{asked.data} holds no site: run kooste publish first.")
    program()
    print(f"{'type':14} {'perf':>5} {'a11y':>5} {'best':>5} {'seo':>5} {'LCP ms':>7} {'TBT ms':>7} {'CLS':>6} {'index':>6}  page")
    results = []
    with served(asked.data, asked.config) as address, tempfile.TemporaryDirectory() as folder:
        for kind, path in heaviest(root, asked.language).items():
            if not asked.kind or kind in asked.kind:
                one = judged(path, [audit(f"{address}/{path}/", asked.cpu, Path(folder)) for _ in range(asked.runs)])
                results.append(one)
                scores, (lcp, tbt, cls) = " ".join(f"{score:5}" for score in one.scores), one.times
                print(f"{kind:14} {scores} {lcp:7.0f} {tbt:7.0f} {cls:6.3f} {one.index:6.0f}  {path} {' '.join(one.lost)}", flush=True)
    good = sum(one.is_good for one in results)
    print(f"{good} of {len(results)} types reach every goal")
    return int(good < len(results))


if __name__ == "__main__":
    sys.exit(main())
