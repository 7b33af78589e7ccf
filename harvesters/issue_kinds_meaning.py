"""The kinds of issue that are told where a record's fields and words contradict each other; part of ``ISSUE_KINDS``."""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

MEANING_KINDS: dict[str, IssueKind] = {
    "price_conflict": IssueKind(
        fi="Hinta kerrotaan kahdella tavalla. Hintakentässä oleva tieto näytetään; ellei sellaista ole, hintaa ei näytetä. "
        "Korjaa teksti tai hintakenttä niin, että ne sanovat samaa.",
        sv="Priset anges på två sätt. Det som står i prisfältet visas; finns inget sådant visas inget pris. "
        "Rätta texten eller prisfältet så att de säger detsamma.",
        en="The price is told in two ways. What the price field says is shown; where there is none, no price is. "
        "Correct the text or the price field so that they say the same.",
    ),
    "enrolment_conflict": IssueKind(
        fi="Teksti sanoo ilmoittautumisesta muuta kuin ilmoittautumiskenttä. Kentän tieto näytetään. Korjaa jompikumpi.",
        sv="Texten säger något annat om anmälan än anmälningsfältet. Fältets uppgift visas. Rätta det ena eller det andra.",
        en="The text says something else about enrolling than the registration field. The field is shown. Correct one of them.",
    ),
    "status_conflict": IssueKind(
        fi="Tila on ristiriitainen: nimi tai teksti sanoo muuta kuin tilakenttä, tai uusi aika on muu kuin tapahtuman oma aika. "
        "Päivitä tapahtuman tila ja aika.",
        sv="Statusen är motsägelsefull: namnet eller texten säger något annat än statusfältet, eller den nya tiden är en annan "
        "än evenemangets egen. Uppdatera evenemangets status och tid.",
        en="The status contradicts itself: name or text say something else than the status field, or the new time is not the event's own. "
        "Update the status and the time of the event.",
    ),
    "age_conflict": IssueKind(
        fi="Iät on kerrottu kahdella tavalla, jotka eivät sovi yhteen. Kentän tai nimen iät näytetään. Korjaa teksti.",
        sv="Åldrarna anges på två sätt som inte går ihop. Fältets eller namnets åldrar visas. Rätta texten.",
        en="The ages are told in two ways that do not fit together. Those of the field or the name are shown. Correct the text.",
    ),
    "age_limits_reversed": IssueKind(
        fi="Alaikäraja on suurempi kuin yläikäraja, joten kumpaakaan ei näytetä. Korjaa ikärajat.",
        sv="Den nedre åldersgränsen är högre än den övre, därför visas ingendera. Rätta åldersgränserna.",
        en="The lowest age is above the highest one, so neither is shown. Correct the age limits.",
    ),
}
