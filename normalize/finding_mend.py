"""How to mend a finding in the program it comes from: a table of topics by program, in three languages.

A finding has at most one topic. Where the table has no line for a program, the finding's own general advice stands. Names of menus are
those of the programs' interfaces in each language as far as we know them; makers rename them now and then, so the sentences also say what
one is looking for.
"""

from __future__ import annotations

from collections.abc import Mapping

from normalize.finding_mend_en import MEND_EN
from normalize.finding_mend_fi import MEND_FI
from normalize.finding_mend_sv import MEND_SV

TOPICS: dict[str, str] = {
    "address_own": "publish",
    "address_file": "publish",
    "needs_password": "publish",
    "not_found": "publish",
    "empty_answer": "publish",
    "not_calendar": "publish",
    "busy_only": "details",
    "no_end": "end",
    "all_day_clock": "all_day",
    "no_place": "place",
    "no_description": "description",
    "floating_time": "zone",
    "zone_unknown": "zone",
    "rule_without_end": "repeat_end",
    "holidays": "exceptions",
    "members_only": "members",
    "uid": "uid",
    "uid_changes": "uid",
    "planned": "confirm",
}
"""Finding -> what has to be done in the program."""
ALIASES: dict[str, str] = {"apple": "icloud", "owncloud": "nextcloud"}
"""Programs that are worked like another one."""
PROGRAMS = ("google", "outlook", "nextcloud", "tribe", "icloud", "myclub")
"""Programs with advice of their own; everything else is "some other program"."""
LINKS: dict[tuple[str, str], str] = {
    ("publish", "google"): "https://support.google.com/calendar/answer/37083",
    ("publish", "nextcloud"): "https://docs.nextcloud.com/server/latest/user_manual/en/groupware/calendar.html",
}
"""One page of the maker's own for a topic and a program."""
_MEND: dict[str, Mapping[str, Mapping[str, str]]] = {"fi": MEND_FI, "sv": MEND_SV, "en": MEND_EN}


def mend_of(topic: str, platform: str, language: str) -> str:
    """The advice for one program; empty where the general advice has to do."""
    return _MEND[language].get(topic, {}).get(ALIASES.get(platform, platform), "")
