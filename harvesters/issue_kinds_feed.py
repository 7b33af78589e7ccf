"""The kinds of issue that the feed reader alone tells."""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

FEED_KINDS: dict[str, IssueKind] = {
    "conflicting_dates": IssueKind(
        fi="Syöte kertoo tapahtumalle kaksi eri aikaa eri kentissä, joten tapahtumaa ei voi näyttää. Korjaa kentät yhteneviksi.",
        sv="Flödet anger två olika tider för evenemanget i olika fält och det kan därför inte visas. Rätta fälten så att de stämmer.",
        en="The feed gives two different times for the event in different fields, so it cannot be shown. Make the fields agree.",
    ),
}
