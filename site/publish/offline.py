"""What a device keeps for when there is no connection: the service worker, the page it shows instead of others, the web app manifests.

The worker's file names everything it keeps, so that it changes when that changes and only then: browsers compare it byte for byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from publish.addresses import FOLDERS, Target
from publish.assets import Assets
from publish.edition import Edition
from publish.pages import Maker, Page, Render, digest
from publish.views import Link

WORKER = "sw.js"
_KEPT = ("home", "today", "week", "mine")
_SCRIPTS = ("site", "mine")
_NEVER = ("situation",)
"""Kinds of pages of which no copy may stay on a device that others may use."""
_PLACE = "SETTINGS = {};"


def worker_page(editions: Mapping[str, Edition], assets: Assets) -> Page:
    """``sw.js`` at the root, so that it may answer for every page."""
    settings = json.dumps(_settings(editions, assets), ensure_ascii=False, sort_keys=True)
    data = assets.worker.replace(_PLACE, f"SETTINGS = {settings};").encode()
    return Page(path=WORKER, inputs=digest(data.decode()), render=partial(bytes, data))


def _settings(editions: Mapping[str, Edition], assets: Assets) -> dict[str, Any]:
    """Files and pages as addresses; ``version`` names the caches, which go when it changes."""
    first = next(iter(editions.values()))
    scripts = (path for name in _SCRIPTS for path in assets.scripts.get(name, ()))
    logos = (assets.logo.path, assets.logo.dark) if assets.logo else ()
    files = [first.addresses.path(path) for path in dict.fromkeys((assets.style, assets.icon, *logos, assets.font, *scripts)) if path]
    return {
        "files": files,
        "pages": {language: [edition.href(kind) for kind in (*_KEPT, "offline")] for language, edition in editions.items()},
        "never": sorted({f"/{FOLDERS[language][kind]}/" for language in editions for kind in _NEVER}),
        "at": {language: edition.words.texts["format.date_time"][0] for language, edition in editions.items()},
        "zone": first.region.timezone,
        "version": digest(files)[:10],
    }


def offline_page(edition: Edition, render: Render) -> Page:
    """What the worker shows for a page of which there is no copy."""
    words, target = edition.words, Target(kind="offline")
    title = words("offline.title")
    head = edition.head(target, title, words("offline.description", region=edition.name), indexed=False)
    names = {"home": edition.name, "today": words("nav.today"), "week": words("nav.week"), "mine": words("mine.title")}
    works = tuple(Link(edition.href(kind), names[kind]) for kind in _KEPT)
    return Maker(edition, render)(target, "pages/offline.html", head, {"title": title, "works": works})


def manifest_path(language: str) -> str:
    """Where the web app manifest of a language stands in the tree."""
    return f"{language}/manifest.webmanifest"


def manifest_page(edition: Edition, assets: Assets) -> Page:
    """The manifest (W3C, Web Application Manifest) by which the site can be put among a device's programs."""
    path, words = edition.addresses.path, edition.words
    told = {
        "id": edition.href("home"),
        "name": edition.name,
        "short_name": words("app.short"),
        "description": words("home.description", region=edition.name),
        "lang": edition.language,
        "dir": "ltr",
        "start_url": edition.href("home"),
        "scope": path(""),
        "display": "standalone",
        "background_color": assets.colours["paper"],
        "theme_color": assets.colours["spruce"],
        "icons": [
            {"src": path(assets.icon), "sizes": "any", "type": "image/svg+xml"},
            {"src": path(assets.picture), "sizes": f"{assets.side}x{assets.side}", "type": "image/png", "purpose": "any maskable"},
        ],
    }
    data = f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()
    return Page(path=manifest_path(edition.language), inputs=digest(data.decode()), render=partial(bytes, data))


def offline_pages(editions: Mapping[str, Edition], render: Render, assets: Assets) -> Iterator[Page]:
    """The worker, and of each language the page and the manifest."""
    yield worker_page(editions, assets)
    for edition in editions.values():
        yield offline_page(edition, render)
        yield manifest_page(edition, assets)
