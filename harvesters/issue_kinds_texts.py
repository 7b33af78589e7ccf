"""The kinds of issue that are told about the languages of texts; part of ``ISSUE_KINDS``."""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

TEXT_KINDS: dict[str, IssueKind] = {
    "language_mismatch": IssueKind(
        fi="Tekstin kieleksi on merkitty muu kuin se, jolla se on kirjoitettu. Se näytetään omalla kielellään. "
        "Korjaa kielimerkintä (esimerkiksi LANGUAGE=fi), tai kirjoita teksti merkityllä kielellä.",
        sv="Texten är märkt med ett annat språk än det som den är skriven på. Den visas på sitt eget språk. "
        "Rätta språkmärkningen (till exempel LANGUAGE=sv) eller skriv texten på det språk som anges.",
        en="The text is marked with another language than the one it is written in. It is shown in its own language. "
        "Correct the language mark (for example LANGUAGE=en), or write the text in the language that is named.",
    ),
}
