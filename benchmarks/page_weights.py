"""What each type of page weighs on the way to a visitor: the heaviest of each type in one language of a published site.

Bytes are those of the compressed form that stands beside the page (or brotli 5 where it has none); a first view is the page with the style,
the font and the scripts that it names. Ends with 1 where something is over its budget.

    python -m benchmarks.page_weights --site var/public [--language fi]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import brotli
from parsel import Selector

from publish.addresses import FOLDERS

KIB = 1024
LIST, ITEM, EMBED, SHEET = 14 * KIB, 6 * KIB, 10 * KIB, 15 * KIB
RAW, NODES = 120 * KIB, 1500
STYLE, SCRIPT, SEARCH_SCRIPTS, FIRST_VIEW, REQUESTS = 10 * KIB, 2560, 8 * KIB, 65 * KIB, 5
_BUDGET = {"event": ITEM, "series": ITEM, "embed": EMBED, "print": SHEET}
_LOADED = re.compile(r'<(?:link rel="(?:stylesheet|preload)"|script type="module")[^>]*(?:href|src)="([^"]+)"|src="([^"]+\.js)"')


@dataclass(frozen=True, slots=True)
class Weight:
    """One page."""

    path: str
    packed: int
    raw: int
    nodes: int
    first_view: int
    requests: int


def packed(file: Path) -> int:
    """Bytes on the way."""
    beside = file.with_name(f"{file.name}.br")
    if beside.is_file():
        return beside.stat().st_size
    return file.stat().st_size if file.suffix == ".woff2" else len(brotli.compress(file.read_bytes(), quality=5))


def weigh(page: Path, root: Path) -> Weight:
    """The page and what it asks for at once."""
    text = page.read_text(encoding="utf-8")
    head = text.partition("</head>")[0]
    loaded = sorted({first or second for first, second in _LOADED.findall(head)})
    rest = sum(packed(root / path.lstrip("/")) for path in loaded)
    nodes = len(Selector(text).css("*"))
    own = packed(page)
    return Weight(str(page.parent.relative_to(root)), own, len(text.encode()), nodes, own + rest, 1 + len(loaded))


def kind_of(path: str, language: str) -> str:
    """The type of page by its address."""
    below = path.removeprefix(language).strip("/")
    for kind, folder in FOLDERS[language].items():
        if "{}" in folder and re.fullmatch(folder.replace("{}", "[^/]+"), below):
            return kind
    kinds = {folder: kind for kind, folder in FOLDERS[language].items() if "{" not in folder}
    for length in range(below.count("/") + 1, 0, -1):
        found = kinds.get("/".join(below.split("/")[:length]))
        if found:
            return found
    return "home"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, required=True, help="a published site (DIR/public)")
    parser.add_argument("--language", default="fi")
    asked = parser.parse_args()
    root = asked.site.resolve()
    by_kind: dict[str, list[Weight]] = defaultdict(list)
    for page in sorted((root / asked.language).rglob("index.html")):
        weight = weigh(page, root)
        by_kind[kind_of(weight.path, asked.language)].append(weight)
    over = []
    print(f"{'type':14} {'pages':>6} {'br':>8} {'budget':>8} {'raw':>9} {'nodes':>6} {'first view':>11} {'requests':>9}  heaviest")
    for kind, weights in sorted(by_kind.items()):
        one = max(weights, key=lambda weight: weight.packed)
        raw, nodes = max(weight.raw for weight in weights), max(weight.nodes for weight in weights)
        view, requests = max(weight.first_view for weight in weights), max(weight.requests for weight in weights)
        budget = _BUDGET.get(kind, LIST)
        print(f"{kind:14} {len(weights):6} {one.packed:8} {budget:8} {raw:9} {nodes:6} {view:11} {requests:9}  {one.path}")
        limits = {"br": (one.packed, budget), "raw": (raw, RAW), "nodes": (nodes, NODES), "first view": (view, FIRST_VIEW)}
        over += [f"{kind}: {name} {value} is over {limit}" for name, (value, limit) in limits.items() if value > limit]
    style = max((packed(file) for file in (root / "static").glob("style.*.css")), default=0)
    script = max((packed(file) for file in (root / "static").glob("site.*.js")), default=0)
    print(f"style {style} bytes br (budget {STYLE}), script on every page {script} (budget {SCRIPT})")
    over += [f"style is over {STYLE}"] * (style > STYLE) + [f"script is over {SCRIPT}"] * (script > SCRIPT)
    print("\n".join(over) or "nothing is over its budget")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
