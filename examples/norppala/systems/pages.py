"""The frame of a small association's or parish's web page."""

from __future__ import annotations

from html import escape

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title} | {owner}</title>
{head}</head>
<body>
<header><a href="/">{owner}</a></header>
<main>
<h1>{title}</h1>
{body}
</main>
<footer><p>Esittelyaineisto: järjestöt, tapahtumat ja paikat ovat keksittyjä.</p></footer>
</body>
</html>
"""


def page(owner: str, title: str, body: str, *, head: str = "", language: str = "fi") -> bytes:
    """A whole page in UTF-8; ``head`` and ``body`` are markup, the others text."""
    return _PAGE.format(owner=escape(owner), title=escape(title), body=body, head=head, language=language).encode()
