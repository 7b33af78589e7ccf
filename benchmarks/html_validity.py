"""Every page of a published site before the Nu HTML checker (vnu): its errors, counted by what they say.

Needs Java 11 or newer; where no jar is named, npm fetches `vnu-jar` into a folder that is gone afterwards. Warnings are let alone: a page
opened as a file has no host, so its style seems to break its own policy. Ends with 1 where there is an error.

    python -m benchmarks.html_validity --site var/public [--jar vnu.jar]
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

PACKAGE = "vnu-jar@26"


def fetched(folder: Path) -> Path:
    """The checker, fetched into the folder."""
    npm = shutil.which("npm") or sys.exit("npm is not there: install node 20, or name a vnu.jar with --jar.")
    subprocess.run([npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent", PACKAGE], check=True)
    return next(folder.glob("node_modules/vnu-jar/build/dist/vnu.jar"))


def errors(root: Path, jar: Path) -> list[dict[str, Any]]:
    """What the checker finds, each with its page and what stands there."""
    java = shutil.which("java") or sys.exit("Java is not there: apt-get install default-jre-headless.")
    command = [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--errors-only", "--skip-non-html", str(root)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [one for one in messages if one["type"] != "info"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, required=True, help="a published site (DIR/public)")
    parser.add_argument("--jar", type=Path, help="vnu.jar, where it is on this machine")
    asked = parser.parse_args()
    root = asked.site.resolve()
    with tempfile.TemporaryDirectory() as folder:
        found = errors(root, asked.jar or fetched(Path(folder)))
    samples = {one["message"]: one for one in found}
    for message, count in Counter(one["message"] for one in found).most_common():
        print(f"{count:6} {message}\n       {samples[message].get('url', '')}: {samples[message].get('extract', '').strip()[:120]!r}")
    print(f"{len(found)} errors on {sum(1 for _ in root.rglob('*.html'))} pages")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
