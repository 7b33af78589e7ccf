"""The words of a finding: what is wrong, why it matters to a visitor, how to mend it. In Finnish first, then Swedish and English.

Every text is for a volunteer who has never heard of iCalendar: no field names, no numbers of standards. ``{n}`` is the number of events,
``{events}`` the same with its noun where a language needs one; other names in braces are ``Finding.values``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from harvesters.failure_reasons import failure_reason
from harvesters.issue_kinds import ISSUE_KINDS
from normalize.finding import Finding, Level
from normalize.finding_mend import LINKS, TOPICS, mend_of
from normalize.finding_wording import FindingWords
from normalize.finding_words_en import EN
from normalize.finding_words_fi import FI
from normalize.finding_words_sv import SV

Lang = Literal["fi", "sv", "en"]
WORDS: dict[Lang, Mapping[str, FindingWords]] = {"fi": FI, "sv": SV, "en": EN}
LEVEL_WORDS: dict[Lang, dict[Level, str]] = {
    "fi": {"blocks": "estää", "mend": "korjaa pian", "hint": "vinkki"},
    "sv": {"blocks": "hindrar", "mend": "rätta snart", "hint": "tips"},
    "en": {"blocks": "blocks", "mend": "mend soon", "hint": "tip"},
}
KIND_WORDS: dict[Lang, dict[str, str]] = {
    "fi": {"pdf": "PDF", "office": "Word, Excel tai muu asiakirja", "image": "kuva", "packed": "pakattu tiedosto"},
    "sv": {"pdf": "PDF", "office": "Word, Excel eller ett annat dokument", "image": "bild", "packed": "packad fil"},
    "en": {"pdf": "PDF", "office": "Word, Excel or another document", "image": "picture", "packed": "packed file"},
}
"""What ``Recognised.kind`` is called."""
_EVENTS: dict[Lang, tuple[str, str]] = {"fi": ("tapahtuma", "tapahtumaa"), "sv": ("evenemang", "evenemang"), "en": ("event", "events")}
_PUBLIC = "address_secret_public"
_UNNAMED: dict[Level, str] = {"blocks": "item_unreadable", "mend": "field_ignored", "hint": "field_ignored"}
"""Whose words an issue borrows that nobody wrote words for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One finding in one language."""

    what: str
    why: str
    mend: str
    """How to mend it in the publisher's own program where that is known, else in general."""
    link: str
    """One page of the program's maker that shows how; empty where there is none we know."""


def told(finding: Finding, language: Lang, platform: str = "") -> Told:
    """The finding in words. ``platform`` is a key of ``PLATFORMS``."""
    words = WORDS[language][_key(finding)]
    values = _Values(_values(finding, language))
    topic = TOPICS.get(finding.code, "")
    own = mend_of(topic, platform, language) if topic else ""
    return Told(
        what=words.what.format_map(values).strip(),
        why=words.why.format_map(values).strip(),
        mend=(own or words.mend).format_map(values).strip(),
        link=LINKS.get((topic, platform), "") if own else "",
    )


def _key(finding: Finding) -> str:
    """The entry of the words; a secret address whose public form is known has one of its own."""
    return _PUBLIC if finding.code == "address_secret" and "public" in finding.values else finding.code


def _values(finding: Finding, language: Lang) -> dict[str, str]:
    """What the words may name, with the words of the reason or the issue that stands behind the finding."""
    one, many = _EVENTS[language]
    named = {"n": str(finding.count), "events": f"{finding.count} {one if finding.count == 1 else many}", **finding.values}
    if "kind" in named:
        named["kind"] = KIND_WORDS[language].get(named["kind"], named["kind"])
    if "reason" in finding.values:
        named["reason_words"] = str(getattr(failure_reason(finding.values["reason"]), language))
    if finding.code == "other":
        kind = ISSUE_KINDS.get(finding.values.get("issue", "")) or ISSUE_KINDS[_UNNAMED[finding.level]]
        named["issue_words"] = str(getattr(kind, language))
    return named


class _Values(dict[str, str]):
    """A value that a finding does not have is left out of its words."""

    def __missing__(self, key: str) -> str:
        return ""
