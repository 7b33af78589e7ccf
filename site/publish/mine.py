"""The visitor's own list: a page that a script fills from what the visitor saved on the device; nothing of it ever reaches a server."""

from __future__ import annotations

from publish.addresses import Target
from publish.assets import Assets
from publish.edition import Edition
from publish.pages import Maker, Page, Render
from publish.search_pages import scripted


def mine_page(edition: Edition, render: Render, assets: Assets) -> Page:
    """The list, the same for everybody; without JavaScript it says what to do instead."""
    target, title = Target(kind="mine"), edition.words("mine.title")
    head = edition.head(target, title, edition.words("mine.description", region=edition.name), nav="mine", indexed=False)
    content = {"title": title, "subscribe": edition.href("subscribe")}
    return Maker(edition, render)(target, "pages/mine.html", scripted(head, "mine", assets, edition), content)
