"""Which recorded terms let us show a publisher's descriptions whole, and the excerpt that is shown without any.

Facts (time, place, title) are free; a description may be a work (Copyright Act 404/1961). Without a licence or a permission that covers
texts at most 300 characters of it are shown, with a link to the original. The same functions serve every way out: pages, feeds, exports,
the public snapshot.
"""

from __future__ import annotations

import html
import re

from normalize.text import description, wrapped

EXCERPT_LIMIT = 300
"""Characters of an excerpt as plain text, its ellipsis included."""
ELLIPSIS = "…"

_VERSION = re.compile(
    r"[\s,-]+(?:v(?:ersio)?\.?\s*)?\d(?:\.\d)?(?:\s*(?:intl?|international|kansainvälinen|internationell|fi|finland|suomi|sv|en))?\s*$"
)
_PREFIX = re.compile(r"^(?:licen[sc]e[d]?(?:\s+under)?|lisenssi|licens)\s*:?\s*|^creative commons\s+")
_OPEN_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:creativecommons\.org/(?:licenses/by(?:-sa)?/\d\.\d|publicdomain/(?:zero|mark)/\d\.\d)"
    r"|opendatacommons\.org/licenses/(?:by|pddl|odbl)|spdx\.org/licenses/(?:cc-by(?:-sa)?-\d\.\d|cc0-1\.0)(?:\.html)?)(?:/.*)?"
)
_OPEN = frozenset(
    {
        *("cc0", "cc zero", "zero", "public domain", "pdm", "public domain mark", "tekijänoikeusvapaa", "ptv", "pddl"),
        *("cc by", "by", "attribution", "nimeä", "erkännande", "cc attribution", "cc nimeä", "odc by", "ogl", "ogl uk"),
        *("cc by sa", "by sa", "attribution sharealike", "attribution share alike", "nimeä jaasamoin", "cc nimeä jaasamoin", "odbl"),
        *("open government licence", "open government license"),
    }
)
"""Names of open terms without their version, in small letters, every mark a blank."""
_TEXTS = re.compile(
    r"\b(?:kuvau(?:s|ks)\w*|teksti\w*|esittely\w*|sisäl(?:tö|lö)\w*|kaikki\b|kaiken\b|beskrivning\w*|text(?:er|en|erna|s)?\b|innehåll\w*|allt\b"
    r"|descriptions?\b|contents?\b|everything\b)",
    re.IGNORECASE,
)
_NOT_TEXTS = re.compile(
    r"\b(?:ei|ilman|paitsi|inte|utan|ej|no|not|without|except)\b[^,.;]{0,40}"
    r"(?:kuvau|teksti|esittely|sisäl|beskrivning|text|innehåll|description|content)",
    re.IGNORECASE,
)
_PIECES = re.compile(r"(<[^>]*>)")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_SHARE_OF_SENTENCES = 0.5
_WEIGHTS = {"<br>": 1, "</p>": 2, "</h3>": 2, "</ul>": 2, "</ol>": 2, "<li>": 3}
"""Characters that an element adds where the text is written plain."""


def is_open(licence: str) -> bool:
    """True for terms that let anyone pass a text on whole (docs/normalisation.md lists them); others, and any that are unknown, are not.

    Not counted: NC and ND licences (whoever harvests us may be a business and must be able to shorten), licences of software.
    """
    name = " ".join(licence.casefold().split())
    if _OPEN_ADDRESS.fullmatch(name):
        return True
    name = _VERSION.sub("", _PREFIX.sub("", _PREFIX.sub("", name)))
    return " ".join(re.split(r"[\s_,.()/-]+", name)).strip() in _OPEN


def permits_texts(scope: str) -> bool:
    """True where the recorded scope of a permission names the texts ("kuvaukset", "texter", "everything") and does not except them."""
    return bool(_TEXTS.search(scope)) and not _NOT_TEXTS.search(scope)


def excerpt(clean: str, limit: int = EXCERPT_LIMIT) -> str:
    """Clean HTML of at most ``limit`` characters of text, the same where it has no more; links in what is cut keep only their words.

    Cut after a sentence where one ends in the second half, else after a word, with an ellipsis; always well formed.
    """
    if _length(clean) <= limit:
        return clean
    kept: list[str] = []
    opened: list[str] = []
    room = limit - len(ELLIPSIS) - 1
    for piece in _PIECES.split(clean):
        if not piece.startswith("<"):
            text = html.unescape(piece)
            if len(text) > room:
                kept.append(html.escape(_cut(text, room, limit, _last_words(kept)), quote=False))
                break
            room -= len(text)
            kept.append(piece)
            continue
        name = piece.strip("</>").split(" ", 1)[0]
        if name == "a":
            continue
        room -= _WEIGHTS.get(piece, 0)
        if room <= 0:
            break
        kept.append(piece)
        if piece.startswith("</"):
            opened.pop()
        elif name != "br":
            opened.append(name)
    return _closed(kept, opened)


def _length(clean: str) -> int:
    """Characters of the text as it is written plain."""
    return sum(_WEIGHTS.get(piece, 0) if piece.startswith("<") else len(html.unescape(piece)) for piece in _PIECES.split(clean))


def _last_words(kept: list[str]) -> str:
    """The last piece of text before a cut, ``""`` where there is none."""
    return next((piece.rstrip() for piece in reversed(kept) if piece.strip() and not piece.startswith("<")), "")


def _cut(text: str, room: int, limit: int, before: str) -> str:
    """The beginning of the text where an excerpt ends; empty where the one ``before`` it ends a sentence in the second half already.

    Whole sentences where that fills half of the excerpt, else whole words, else (one long word) what there is room for.
    """
    if room <= 0:
        return ""
    head = text[: room + 1]
    ends = [found.end() for found in _SENTENCE_END.finditer(head) if found.end() <= room]
    is_half_full = limit - room >= _SHARE_OF_SENTENCES * limit
    if ends and (is_half_full or ends[-1] >= _SHARE_OF_SENTENCES * room):
        return head[: ends[-1]]
    if is_half_full and before.endswith((".", "!", "?")):
        return ""
    words = re.match(r".*(?=\s)", head, re.DOTALL)
    if words and words[0].strip():
        return words[0].rstrip(" ,;:–-")
    return "" if before else text[:room]


def _closed(kept: list[str], opened: list[str]) -> str:
    """The pieces with an ellipsis after the last word, and every open element ended."""
    while kept and (not kept[-1].strip() or kept[-1].startswith("<")):
        piece = kept.pop()
        if piece.startswith("</"):
            opened.append(piece.strip("</>"))
        elif piece.startswith("<") and piece != "<br>":
            opened.pop()
    made = "".join(kept).rstrip() + f" {ELLIPSIS}" + "".join(f"</{name}>" for name in reversed(opened))
    return description(wrapped(made))  # what stood beside a break or in an element may have been left out


def is_excerpt(clean: str) -> bool:
    """True where a text ends as our excerpts do."""
    return bool(re.search(rf" {ELLIPSIS}(?:</[a-z0-9]+>)*$", clean))
