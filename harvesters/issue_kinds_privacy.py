"""The kinds of issue that are told about personal data and members' matters; part of ``ISSUE_KINDS``. None of them repeats a value."""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

PRIVACY_KINDS: dict[str, IssueKind] = {
    "members_only": IssueKind(
        fi="Tapahtuma näyttää olevan vain jäsenille, henkilökunnalle tai tilan varanneille, joten sitä ei näytetä eikä siitä "
        "tallennettu mitään. "
        "Jos kuka tahansa saa tulla, kirjoita nimeen tai kuvaukseen ”avoin kaikille”.",
        sv="Evenemanget verkar vara bara för medlemmar, personal eller dem som har bokat, därför visas det inte och inget av det "
        "har sparats. "
        "Om vem som helst får komma, skriv ”öppet för alla” i namnet eller beskrivningen.",
        en="The event seems to be for members, for staff or for those who booked, so it is not shown and nothing of it was kept. "
        "If anybody may come, write “open to all” in its name or description.",
    ),
    "secret_address_removed": IssueKind(
        fi="Tekstissä oli salainen osoite, jolla kuka tahansa pääsisi lukemaan kalenterin. Se poistettiin. "
        "Poista se myös omasta tekstistäsi ja vaihda avain kalenterin asetuksista, koska osoite on ollut näkyvissä.",
        sv="Texten innehöll en hemlig adress som ger vem som helst tillträde till kalendern. Den togs bort. "
        "Ta bort den också ur din egen text och byt nyckel i kalenderns inställningar, eftersom adressen har varit synlig.",
        en="The text held a secret address that opens the calendar to anybody. It was taken out. "
        "Remove it from your own text too, and change the key in the calendar's settings, because the address has been visible.",
    ),
}
