"""The kinds of issue that described sources tell: pages, sheets and interfaces read by their entry in ``schedules.yaml``."""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

FIELDS_KINDS: dict[str, IssueKind] = {
    "field_never_found": IssueKind(
        fi="Kuvattua kenttää ei löytynyt yhdestäkään tietueesta; lähteen rakenne on ehkä muuttunut. Tarkista lähteen kuvaus.",
        sv="Ett beskrivet fält hittades inte i någon post; källans struktur kan ha ändrats. Kontrollera källans beskrivning.",
        en="A described field was found in no record at all; the source's layout may have changed. Check the source's description.",
    ),
    "not_described": IssueKind(
        fi="Lähteessä on kenttiä, joita sen kuvaus ei mainitse, joten niitä ei luettu. Lisää ne kuvaukseen tai sen ignore-luetteloon.",
        sv="Källan har fält som dess beskrivning inte nämner och som därför inte lästes. Lägg till dem i beskrivningen eller i dess "
        "ignore-lista.",
        en="The source has fields that its description does not mention, so they were not read. Add them to it, or to its ignore list.",
    ),
    "column_missing": IssueKind(
        fi="Kuvattu sarake puuttuu taulukosta, joten sen tiedot jäivät lukematta. Palauta sarakkeen nimi tai korjaa lähteen kuvaus.",
        sv="En beskriven kolumn saknas i kalkylarket, så dess uppgifter lästes inte. Återställ kolumnens namn eller rätta källans "
        "beskrivning.",
        en="A described column is missing from the sheet, so what it held was not read. Give the column its name back, or correct the "
        "source's description.",
    ),
}
