"""The reasons that only web pages with structured data give; part of ``FAILURE_REASONS``."""

from __future__ import annotations

from harvesters.failure_reason import FailureReason

SCHEMA_REASONS: dict[str, FailureReason] = {
    "no_structured_data": FailureReason(
        fi="Sivulla ei ole tapahtumatietoja ohjelmille (schema.org tai h-event). Lisää ne sivustoon tai kuvaa sivu toisella muodolla.",
        sv="Sidan har inga evenemangsuppgifter för program (schema.org eller h-event). Lägg till dem eller beskriv sidan på annat sätt.",
        en="The page holds no event data for programs (schema.org or h-event). Add it to the site, or describe the page in another format.",
    ),
    "meta_refresh": FailureReason(
        fi="Sivu vain ohjaa selaimen toiseen osoitteeseen. Anna lähteelle tuo osoite.",
        sv="Sidan skickar bara webbläsaren vidare till en annan adress. Ge källan den adressen.",
        en="The page only sends the browser on to another address. Give the source that address.",
    ),
}
