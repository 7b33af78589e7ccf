"""The reports in ``docs/doctor.md`` are what the doctor says; every finding and every field of the JSON stands on that page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harvesters.region_rules import LANGUAGES
from kooste.doctor_report import Report
from kooste.doctor_shown import dates_in
from normalize.finding_words import Lang
from normalize.finding_words_fi import FI
from tests.doctoring import SAMPLES, examined
from tests.shared import ROOT

PAGE = ROOT / "docs" / "doctor.md"
BLOCK = re.compile(r"<!-- report (\w+) (\S+) -->\n```\n(.*?)```\n", re.DOTALL)
CONTACT = "Tapahtumakalenterin toimisto, toimisto@tapahtumat.example"


def report(language: Lang, name: str) -> Report:
    examination = examined((SAMPLES / "reports" / name).read_bytes(), url=f"https://file.invalid/{name}")
    return Report(examination=examination, language=language, dates=dates_in(language, Path("nowhere")), contact=CONTACT, file=name)


def test_the_reports_on_the_page_are_true(update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    page = PAGE.read_text(encoding="utf-8")
    languages = {language: language for language in LANGUAGES}

    def block(found: re.Match[str]) -> str:
        text = report(languages[found[1]], found[2]).text()  # type: ignore[index]  # a word of the page
        return f"<!-- report {found[1]} {found[2]} -->\n```\n{text}```\n"

    made = BLOCK.sub(block, page)
    if update_golden:
        PAGE.write_text(made, encoding="utf-8")
    assert len(BLOCK.findall(page)) == 6
    assert made == PAGE.read_text(encoding="utf-8")


def test_every_finding_stands_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert {code for code in FI if code != "address_secret_public" and f"`{code}`" not in page} == set()


@pytest.mark.parametrize("part", ["", "is", "address", "counts", "findings", "next"])
def test_every_field_of_the_document_stands_on_the_page(part: str) -> None:
    page = PAGE.read_text(encoding="utf-8").partition("## The JSON document")[2]
    document = report("fi", "auttajat.ics").document()
    found = document[part] if part else document
    for record in found if isinstance(found, list) else [found]:
        assert {name for name in record if f"`{name}`" not in page} == set()
