"""The kinds of issue that readers of pages, feeds and interfaces tell; part of ``ISSUE_KINDS``."""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

FORMAT_KINDS: dict[str, IssueKind] = {
    "item_unreadable": IssueKind(
        fi="Tietuetta ei voitu lukea, koska sen rakenne on virheellinen. Tallenna tapahtuma uudelleen järjestelmässä.",
        sv="Posten kunde inte läsas eftersom dess struktur är felaktig. Spara evenemanget på nytt i systemet.",
        en="The record could not be read because its structure is broken. Save the event again in its system.",
    ),
    "date_unreadable": IssueKind(
        fi="Kentän päivää tai kellonaikaa ei voi lukea kuvatulla tavalla, joten se jätettiin pois. Korjaa se tai lähteen kuvaus.",
        sv="Fältets datum eller klockslag går inte att läsa på det beskrivna sättet och utelämnades. Rätta det eller källans beskrivning.",
        en="The field's day or time cannot be read in the way described and was left out. Correct it, or the source's description.",
    ),
    "field_ignored": IssueKind(
        fi="Kentässä on arvo, jota ei ymmärretä, joten se jätettiin pois. Tarkista kenttä.",
        sv="Fältet har ett värde som inte förstås och utelämnades. Kontrollera fältet.",
        en="The field holds a value that is not understood; it was left out. Check the field.",
    ),
    "required_field_missing": IssueKind(
        fi="Tietueesta puuttuu kenttä, jota ilman sitä ei voi näyttää. Täydennä se.",
        sv="Posten saknar ett fält som den inte kan visas utan. Komplettera det.",
        en="The record lacks a field without which it cannot be shown. Fill it in.",
    ),
    "published_not_when": IssueKind(
        fi="Syöte kertoo vain, milloin kirjoitus julkaistiin, ei milloin tapahtuma on. Lisää tapahtuma-aika.",
        sv="Flödet berättar bara när texten publicerades, inte när evenemanget är. Lägg till evenemangets tid.",
        en="The feed tells only when the text was published, not when the event takes place. Add the event's time.",
    ),
    "detail_missing": IssueKind(
        fi="Tapahtuman omaa sivua ei saatu, joten tiedot ovat vain listalta. Tarkista linkki.",
        sv="Evenemangets egen sida kunde inte hämtas, så uppgifterna är bara från listan. Kontrollera länken.",
        en="The event's own page could not be had, so only what the list says is shown. Check the link.",
    ),
    "pages_cut": IssueKind(
        fi="Listalla on enemmän sivuja kuin haetaan, joten loput jäivät lukematta. Rajaa lista tai nosta rajaa.",
        sv="Listan har fler sidor än vad som hämtas, så resten lästes inte. Begränsa listan eller höj gränsen.",
        en="The list has more pages than are fetched, so the rest was not read. Limit the list, or raise the bound.",
    ),
    "outside_host": IssueKind(
        fi="Listan linkki vie toiselle palvelimelle, jota ei haeta. Lisää palvelin lähteen kuvaukseen, jos se kuuluu lähteeseen.",
        sv="En länk i listan leder till en annan server, som inte hämtas. Lägg till servern i källans beskrivning om den hör till källan.",
        en="A link of the list leads to another server, which is not fetched. Name the server in the source's entry if it belongs to it.",
    ),
    "markup_repaired": IssueKind(
        fi="Tiedoston rakenne on virheellinen ja luettiin korjattuna. Tarkista syötteen kelvollisuus.",
        sv="Filens struktur är felaktig och lästes reparerad. Kontrollera att flödet är giltigt.",
        en="The file's structure is broken and was read repaired. Check that the feed is valid.",
    ),
    "echo": IssueKind(
        fi="Tapahtuma on alun perin meidän kalenteristamme, joten sitä ei tuoda takaisin. Mitään ei tarvitse tehdä.",
        sv="Evenemanget kommer ursprungligen från vår kalender och hämtas inte tillbaka. Inget behöver göras.",
        en="The event comes from our own calendar in the first place, so it is not brought back. Nothing needs to be done.",
    ),
}
