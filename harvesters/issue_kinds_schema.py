"""The kinds of issue that only pages with structured data have; part of ``ISSUE_KINDS``."""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

SCHEMA_KINDS: dict[str, IssueKind] = {
    "page_without_event": IssueKind(
        fi="Listalta linkitetyillä sivuilla ei ole tapahtumatietoja ohjelmille. Lisää ne sivuille tai tarkenna, mitä linkkejä seurataan.",
        sv="Sidor som listan länkar till saknar evenemangsuppgifter för program. Lägg till dem eller precisera vilka länkar som följs.",
        en="Pages that the list links to hold no event data for programs. Add it to the pages, or say more exactly which links to follow.",
    ),
}
