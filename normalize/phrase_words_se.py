"""Northern Sámi words of time, as far as notices need them; the keys are explained in ``phrase_words``.

Weekdays and months as the Sámi Parliament's and the parishes' calendars write them.
"""

from __future__ import annotations

MARKS: dict[str, str] = {
    "clock": "dii diibmu",
    "and": "ja sihke",
    "or": "dahje",
    "from": "rájes",
    "begins": "álgá",
    "until": "rádjái",
    "ends": "nohká",
    "open_ended": "dassážii",
    "by": "maŋimustá",
    "except": "ii eai earet",
    "every": "juohke",
    "interval:2": "juohke_nuppi",
    "weekly": "juohke_vahku",
    "week": "vahkku vahkus vahkuin vahkku-",
    "parity:odd": "bárahis",
    "parity:even": "bárralaš",
    "month_unit": "mánu",
    "ordinal:1": "vuosttas vuosttaš",
    "ordinal:2": "nubbi nuppi",
    "ordinal:3": "goalmmát",
    "ordinal:4": "njealját",
    "ordinal:-1": "maŋimuš",
    "daily": "beaivválaččat juohke_beaivvi",
    "workdays": "árgabeivviid",
    "times": "geardde",
    "unit:minute": "min minuhta",
    "unit:hour": "diimmu",
    "relative:0": "odne otne",
    "relative:1": "ihttin",
    "next": "boahtte",
    "hours": "rabas",
    "enrol": "almmuhanáigi",
    "stamp": "almmuhuvvon",
    "on": "beaivvi beaivve",
    "title_noise": "",
}
PATTERNS: tuple[tuple[str, str], ...] = ((r"(almmut|almmuh)\w*", "enrol"),)
WEEKDAYS = ("vuossárga", "maŋŋebárga", "gaskavahkku", "duorasdat", "bearjadat", "lávvordat", "sotnabeaivi")
MORE_WEEKDAYS = {
    "mánnodat": 0, "disdat": 1, "distat": 1, "duorastat": 3, "bearjadaga": 4, "lávvardat": 5, "lávvordaga": 5, "vuossárgga": 0,
    "maŋŋebárgga": 1, "gaskavahku": 2, "duorastaga": 3, "duorasdaga": 3, "sotnabeaivvi": 6, "mánnodaga": 0, "disdaga": 1,
}  # fmt: skip
EVERY_WEEKDAYS = {
    "vuossárggaid": 0, "mánnodagaid": 0, "maŋŋebárggaid": 1, "disdagaid": 1, "gaskavahkuid": 2, "duorastagaid": 3, "duorasdagaid": 3,
    "bearjadagaid": 4, "lávvordagaid": 5, "lávvardagaid": 5, "sotnabeivviid": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {"vuos": 0, "maŋ": 1, "gask": 2, "duor": 3, "bear": 4, "láv": 5, "sotn": 6}
MONTHS = (
    "ođđajagi", "guovva", "njukča", "cuoŋo", "miesse", "geasse", "suoidne", "borge", "čakča", "golggot", "skábma", "juovla",
)  # fmt: skip
HOLIDAYS: dict[str, str] = {
    "sami_day": "sámi_álbmotbeaivi sámiid_álbmotbeaivi",
    "independence_day": "iehčanasvuođabeaivi iehčanasvuođabeaivvi",
    "christmas_eve": "juovlaruohta juovlaeahket",
}
