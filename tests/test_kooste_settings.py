"""What a person is told about a wrong schedules.yaml: line, entry, key, what was found, what is allowed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvesters.errors import ConfigError, NotConfigured
from kooste.asking import filled, permitted
from kooste.settings import load, user_agent

GOOD = """\
region:
  id: norppala
  name: {fi: Norppalan tapahtumat, sv: Evenemang i Norppala, en: Events in Norppala}
  timezone: Europe/Helsinki
  municipalities:
    - {code: "046", name: Enonkoski}
  public_address: https://tapahtumat.example/
  contact: {name: Toimisto, email: toimisto@tapahtumat.example}
places:
  - id: v-sali
    name: Norppasali
    district: Keskusta
sources:
  - id: s12
    title: Kumppanit ry
    organizer: {name: Kumppanit ry, role: umbrella}
    format: ical
    url: webcal://kumppanit.example/kalenteri.ics
    schedule: 30min
    default_place: v-sali
"""
MAIN = "  public_address:"
"""A key of the region before which another may stand."""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "schedules.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_are_filled_in_and_webcal_is_https(tmp_path: Path) -> None:
    source = load(written(tmp_path, GOOD)).sources[0]
    assert (source.url, source.timezone, source.expect is not None) == ("https://kumppanit.example/kalenteri.ics", "Europe/Helsinki", True)
    assert source.organizer.id == "s12"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    title:", "    titel:", ["line 15", "sources › s12", "'titel' is not known", "did you mean 'title'", "allowed are"]),
        ("format: ical", "format: icla", ["line 17", "sources › s12 › format", "'icla'", "'ical'"]),
        ("schedule: 30min", "schedule: 0 6 * * 1", ["sources › s12 › schedule", "'1'", "weekdays as names"]),
        ("schedule: 30min", "schedule: 1min", ["sources › s12 › schedule", "every 5 minutes"]),
        ("schedule: 30min", "schedule: often", ["'often'", "interval", "crontab"]),
        ("timezone: Europe/Helsinki", "timezone: Europe/Helsingfors", ["region › timezone", "Europe/Helsingfors", "IANA"]),
        ("timezone: Europe/Helsinki", "timezone: localtime", ["region › timezone", "IANA"]),
        ('code: "046"', "code: 046", ["municipalities › 38 › code", "38", "put it in quotes"]),
        (MAIN, "  area_names: {Keskuta: {sv: Centrum}}\n" + MAIN, ["region.area_names", "'Keskuta'", "did you mean 'Keskusta'?"]),
        (MAIN, "  area_names: {Satama: Hamnen}\n" + MAIN, ["'Satama' is no district or municipality of a place", "write it as"]),
        (MAIN, "  area_names: {Keskusta: {se: Centtrom}}\n" + MAIN, ["line 7", "area_names › Keskusta › se", "'fi', 'sv' or 'en'"]),
        (MAIN, "  area_names: {Keskusta: {sv: ''}}\n" + MAIN, ["line 7", "area_names › Keskusta › sv", "at least 1 character"]),
        ("name: Toimisto", "name: {}", ["line 8", "region › contact › name", "at least 1 item"]),
        ("name: Toimisto", "name: {fi: ''}", ["region › contact › name › fi", "at least 1 character"]),
        ("default_place: v-sali", "default_place: v-salo", ["s12", "default_place", "'v-salo'"]),
        ("    url: webcal://kumppanit.example/kalenteri.ics\n", "", ["sources › s12 › url", "'url' is missing"]),
        ("webcal://kumppanit.example", "ftp://kumppanit.example", ["sources › s12 › url", "http or https"]),
        ("webcal://kumppanit.example", "https://me:secret@kumppanit.example", ["sources › s12 › url", "environment variable"]),
        ("role: umbrella", "role: boss", ["organizer › role", "'boss'", "'umbrella'"]),
        ("    title: Kumppanit ry\n", "    title: A\n    title: B\n", ["line 16", "'title' stands twice"]),
        ("region:\n", "region\n", ["line "]),
        ("  id: norppala\n", "  id: Norppala!\n", ["line 2", "region › id", "Norppala!"]),
    ],
)
def test_a_mistake_is_told_with_its_place_and_the_remedy(tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(ConfigError) as caught:
        load(path)
    message = str(caught.value)
    assert str(path) in message
    assert [word for word in words if word not in message] == []


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("format: ical", "format: x").replace("schedule: 30min", "schedule: y")
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text))
    assert len(str(caught.value).splitlines()) == 2


def test_a_missing_file_says_where_to_start(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--config"):
        load(tmp_path / "none.yaml")


def test_a_secret_comes_from_the_environment_and_its_absence_is_a_state(tmp_path: Path) -> None:
    source = load(
        written(tmp_path, GOOD.replace("webcal://kumppanit.example/kalenteri.ics", "https://klubi.example/${KLUBI}.ics"))
    ).sources[0]
    assert source.is_secret
    now = datetime(2026, 11, 22, tzinfo=UTC)
    permitted(source, now, {"KLUBI": "abc"})
    assert filled(source.url, {"KLUBI": "abc"}) == "https://klubi.example/abc.ics"
    with pytest.raises(NotConfigured) as caught:
        permitted(source, now, {})
    assert "KLUBI" in str(caught.value)
    assert caught.value.source == "s12"


def test_a_password_in_an_address_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, GOOD.replace("webcal://kumppanit.example", "https://me:hunter2@kumppanit.example")))
    assert "hunter2" not in str(caught.value)


def test_publishers_can_reach_the_operator(tmp_path: Path) -> None:
    assert "toimisto@tapahtumat.example" in user_agent(load(written(tmp_path, GOOD)))


def test_a_key_that_was_pasted_into_the_file_is_not_repeated(tmp_path: Path) -> None:
    pasted = GOOD + "    auth: {kind: bearer, secret: hyvin-salainen-avain}\n"
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, pasted))
    assert "auth › secret: is not of the form ${NAME}" in str(caught.value)
    assert "salainen" not in str(caught.value)


def test_a_mistake_of_a_whole_entry_does_not_repeat_the_entry(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, GOOD.replace("format: ical", "format: page")))
    assert "needs a description under the key 'page'" in str(caught.value)
    assert "found {" not in str(caught.value)
