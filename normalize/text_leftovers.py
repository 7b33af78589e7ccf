r"""What programs leave in the words they pass on: ``\n`` written out, Word's styles, tracking parameters, bullets for lists, rows of lines,
"Read more" at the end. Taken away or made what it was meant to be; the publisher's own words stay.

Each function gives back what it gets when it is asked a second time.
"""

from __future__ import annotations

import re

_BACKSLASHED = re.compile(r"\\(?:(?<![\\:]\\)\\{0,3}r?\\{0,4}n(?=$|[\s\\<\d(•*–A-ZÅÄÖ-])|(?:(?<=^\\)|(?<=[.!?;,)\s>]\\))\\{0,3}r?\\{0,4}n)")
_BACKSLASH_BEFORE = re.compile(r"\\(?<!\\\\)\\*(?=[,;])")
"""Both begin with their backslash and only then look back, which makes looking for them quick."""
_WORD_HEAD = re.compile(r"Normal\s+0(?:\s+\d{1,3})?(?:\s+false){3}(?:\s+[A-Z]{2}(?:-[A-Z]{2})?)?(?:\s+X-NONE){0,3}")
_WORD_STYLE = re.compile(
    r"/\*\s*Style Definitions\s*\*/[^{}]{0,300}\{[^{}]{0,3000}\}(?:[^{}<>]{0,100}mso[^{}]{0,100}\{[^{}]{0,3000}\}){0,5}"
)
_TRACKER = re.compile(
    r"(?:utm_\w{1,30}|utm_?s?|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi"
    r"|mkt_tok|oly_enc_id|oly_anon_id|vero_id|wickedid|rb_clickid|s_cid|fb_action_ids|fb_action_types|fb_source|li_fat_id|elqtrackid)",
    re.IGNORECASE,
)
_TRACKED = re.compile(
    r"[?&;](?:utm|fbclid|g(?:clid|clsrc|braid)|[dwy]|msclkid|t[wt]clid|igsh|mc_|_hs|mkt_|oly_|vero|rb_|s_cid|fb_|li_fat|elq)", re.IGNORECASE
)
_NOTHING = re.compile(r"\s*(?:None|null|NULL|undefined|NaN|N/A|n/a)\s*")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_BULLET = re.compile(r"(?:[•●▪◦‣■▸►➢➤✓✔✅☑∙⁃]\ufe0f?|·|[*–—-](?= ))\s*(?=[^\s<]|<(?:a|b|i|em|strong)\b)")
_BULLETED = re.compile(r"(?:<p>(?:(?:[•●▪◦‣■▸►➢➤✓✔✅☑∙⁃]\ufe0f?|·)\s*|[*–—-] )[^\s<](?:[^<]|</?(?:a|b|i|em|strong)(?: [^<>]*)?>)*</p>){2,}")
_HAS_BULLET = re.compile(r"(?:<p>|<br>)(?:[•●▪◦‣■▸►➢➤✓✔✅☑∙⁃·]|[*–—-] )")
_RULE = re.compile(r"[_=*~–—#+•·-][_=*~–—#+•· -]{1,}[_=*~–—#+•·-]")
_HAS_RULE = re.compile(r"[_=*~–—#+•·-][ ]?[_=*~–—#+•·-]")
_INLINE = re.compile(r"<(/?)(?:a|b|strong|i|em)\b")
_FEWEST_ITEMS = 2
_TAIL_LENGTH = 900
_FIRST = r"(?:[^<]|<a [^<>]*>|</a>)"
_APPEARED = (
    rf"(?:The post {_FIRST}{{1,400}}? (?:appeared first on|first appeared on) {_FIRST}{{1,200}}?"
    rf"|Artikkeli {_FIRST}{{1,400}}? julkaistiin ensimmäisen kerran {_FIRST}{{1,200}}?"
    rf"|Inlägget {_FIRST}{{1,400}}? dök först upp på {_FIRST}{{1,200}}?)"
)
_MORE_WORDS = (
    "Lue lisää|Lue koko (?:juttu|artikkeli|uutinen)|Jatka lukemista|Continue reading|Läs (?:mer|mera|vidare)"
    "|Read (?:more|the full article|the rest)"
)
_MORE = rf"\[?(?:{_MORE_WORDS})(?: tapahtumasta| om evenemanget| about this event)?\]?\s?(?:»|→|›|…|\.{{2,3}}|&gt;)*"
_TAILS = (
    re.compile(rf"(?:<p>|(?:<br>)+(?=[^<]|<a )){_APPEARED}(?:(?<=\.)|\.?)(?P<end></p>)$", re.IGNORECASE),
    re.compile(rf"(?:<p>|(?:<br>)+)\[?{_MORE}(?P<end></p>)$", re.IGNORECASE),
    re.compile(
        rf"(?:(?<=…)|(?<=\.\.\.)|(?<=…\])|(?<=\.\.\.\]))(?:\s|<br>|</p><p>)*"
        rf"(?:<a [^<>]*>{_MORE}(?: [^<>]{{1,120}})?</a>|{_MORE})(?P<end></p>)$",
        re.IGNORECASE,
    ),
)
_TAIL_HINT = re.compile(r"appeared|lue |lukemista|read|l.s |julkaistiin|dök")
"""In small letters: without one of these nothing at the end of a text is what a feed adds."""


def is_nothing(text: str) -> bool:
    """True where a text is only what a program writes for a field without a value (``None``, ``null``)."""
    return _NOTHING.fullmatch(text) is not None


def with_line_breaks(text: str) -> str:
    r"""The text with a line break where ``\n`` was written out, and without the backslash of ``\,`` and ``\;`` (RFC 5545 escaped twice)."""
    return _BACKSLASH_BEFORE.sub("", _BACKSLASHED.sub("\n", text)) if "\\" in text else text


def without_word(text: str) -> str:
    """The text without the settings and style sheet that a word processor copies along."""
    if "Normal" in text and "false" in text:
        text = _WORD_HEAD.sub("", text)
    return _WORD_STYLE.sub("", text) if "Style Definitions" in text else text


def without_tracking(address: str) -> str:
    """The web address without the parameters that only tell who sent the reader (``utm_source``, ``fbclid`` ...)."""
    if "?" not in address or not _TRACKED.search(address):
        return address
    before, _, rest = address.partition("?")
    query, mark, fragment = rest.partition("#")
    kept = [part for part in re.split(r"&(?:amp;)?", query) if not _TRACKER.fullmatch(part.partition("=")[0])]
    return before + ("?" + "&".join(kept) if any(kept) else "") + mark + fragment


def tidied(clean: str) -> str:
    """Clean HTML with lists where bullets stood for them, without rows of lines and without what a feed adds at the end."""
    if _HAS_BULLET.search(clean) or _HAS_RULE.search(clean):
        clean = _PARAGRAPH.sub(lambda found: _paragraph(found[1]), _BULLETED.sub(_list_of_paragraphs, clean))
    if clean.endswith("</p>") and _TAIL_HINT.search(clean[max(0, len(clean) - _TAIL_LENGTH) :].lower()):
        clean = _without_tail(clean)
    return clean


def _paragraph(inner: str) -> str:
    """One paragraph: ended at every row of lines, bulleted lines made a list where there are two at least."""
    lines = inner.split("<br>")
    if not all(map(_is_balanced, lines)):
        return f"<p>{inner}</p>"
    parts: list[str] = []
    text: list[str] = []
    items: list[str] = []

    def end_items() -> None:
        if len(items) >= _FEWEST_ITEMS:
            end_text()
            parts.append(_list(items))
        else:
            text.extend(items)
        items.clear()

    def end_text() -> None:
        if kept := "<br>".join(text).strip():
            parts.append(f"<p>{kept.removeprefix('<br>').removesuffix('<br>')}</p>")
        text.clear()

    for line in lines:
        if _RULE.fullmatch(line.strip()):
            end_items()
            end_text()
        elif _BULLET.match(line):
            items.append(line)
        elif line.strip() or not items:
            end_items()
            text.append(line)
    end_items()
    end_text()
    return "".join(parts)


def _list_of_paragraphs(found: re.Match[str]) -> str:
    """Paragraphs that are one bulleted line each as a list, as word processors mean them."""
    lines = found[0].removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    return _list(lines) if all(map(_is_balanced, lines)) else found[0]


def _list(lines: list[str]) -> str:
    return "".join(f"<li>{_BULLET.sub('', line, count=1)}</li>" for line in lines).join(("<ul>", "</ul>"))


def _is_balanced(line: str) -> bool:
    """True where every inline element of a line ends in it."""
    found = _INLINE.findall(line)
    return found.count("") == found.count("/")


def _without_tail(clean: str) -> str:
    """HTML without "The post ... appeared first on ..." and "Read more" at its end; a link that is not cut off text's stays.

    Nothing is cut that ends an element begun before it.
    """
    while True:
        start = max(0, len(clean) - _TAIL_LENGTH)
        tail = clean[start:]
        for pattern in _TAILS:
            if (found := pattern.search(tail)) and _is_balanced(found[0]):
                kept = tail[: found.start()]
                clean = clean[:start] + (kept if found[0].startswith("<p>") else kept + found["end"])
                break
        else:
            return clean
