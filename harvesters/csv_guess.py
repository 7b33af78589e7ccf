"""What the columns of a sheet are, guessed from their names: enough to look at a sheet before anybody described it.

Only names that plainly say what they hold are used; a sheet without a column for the name and one for the day gives no guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from harvesters.recognise_csv import Header, header_of

_FIELDS: tuple[tuple[str, str], ...] = (
    (
        "day",
        r"p[äa]iv[äa](?:m[äa][äa]r[äa])?|pvm|p[äa]iv[äa]ys|alkup[äa]iv[äa]|alkamisp[äa]iv[äa]|datum|dag|startdatum|date|day|start ?date",
    ),
    ("clock", r"klo|kello(?:naika)?|aika|alkaa|alku|alkamisaika|kl\.?|tid|klockslag|börjar|starttid|time|start ?time|starts|begins"),
    ("ends", r"p[äa][äa]ttyy|loppu(?:u|aika)?|p[äa][äa]ttymisaika|slutar?|sluttid|ends?|end ?time"),
    ("when", r"milloin|ajankohta|när|tidpunkt|when"),
    ("name", r"tapahtuma(?:n nimi)?|nimi|otsikko|ohjelma|evenemang|namn|rubrik|event(?: name)?|name|title"),
    ("location", r"paikka|tapahtumapaikka|sijainti|miss[äa]|plats|var|place|venue|location|where"),
    ("description", r"kuvaus|lis[äa]tiedot|lis[äa]tietoa|beskrivning|mer information|description|details"),
    ("price", r"hinta|p[äa][äa]symaksu|pris|price|cost"),
    ("url", r"linkki|verkkosivu|www|url|l[äa]nk|link|web ?site"),
)
"""What a column holds -> what it is called, in whole."""


def columns_of(names: Sequence[str]) -> dict[str, str]:
    """Meaning -> name of the first column that is called so."""
    found: dict[str, str] = {}
    for meaning, pattern in _FIELDS:
        column = next((name for name in names if name not in found.values() and re.fullmatch(pattern, name.strip(), re.IGNORECASE)), "")
        if column:
            found[meaning] = column
    return found


def guess(text: str) -> dict[str, Any] | None:
    """The value of the key ``csv`` of an entry (``harvesters.csv_options``); ``None`` where name or time has no column of its own."""
    header = header_of(text)
    return _options(header) if header else None


def _options(header: Header) -> dict[str, Any] | None:
    found = columns_of(header.names)
    if "name" not in found or not {"day", "when"} & found.keys():
        return None
    captures = {name: found[name] for name in ("clock", "ends") if name in found}
    fields: dict[str, Any] = {"name": found["name"], "when": found.get("when", "")}
    if "day" in found:
        clock = ("[ klo {clock}]" if "clock" in captures else "") + ("[–{ends}]" if len(captures) > 1 else "")
        fields["when"] = {"column": found["day"], "template": "{text}" + clock} if clock else found["day"]
    fields |= {name: found[name] for name in ("location", "description", "price", "url") if name in found}
    used = {"captures": captures} if captures and "day" in found else {}
    return {"delimiter": "tab" if header.delimiter == "\t" else header.delimiter, **used, "fields": fields}
