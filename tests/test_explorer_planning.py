"""The planning aid: the question of the region's planner on the page and as data, errors in words, the weeks of an audience."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from datasette.utils import MultiParams
from hypothesis import given
from hypothesis import strategies as st

from explorer.app import Explorer, explorer_app
from explorer.planning_form import address_of, read
from normalize.planning import PlanRequest
from store.planning_choices import Choices, PlaceChoice
from tests.explorer_client import ask
from tests.explorer_region import TODAY, volunteers_evening, write_region
from tests.explorer_snapshot import schedules

Q6 = {"pv": "26", "kk": "11", "vvvv": "2026", "alkaa": "17", "paattyy": "20", "kenelle": "volunteers", "paikka": "torikulma"}
HOLIDAYS = [{"name": {"fi": "talviloma", "sv": "sportlov", "en": "winter break"}, "first": "2027-03-08", "last": "2027-03-14"}]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_region(tmp_path_factory.mktemp("planning") / "kooste-1.db", volunteers_evening)


@pytest.fixture
def app(path: Path) -> Explorer:
    return explorer_app(lambda: path, schedules(school_holidays=HOLIDAYS))


_HOLIDAYS = (("9", "3", "2027"), ("6", "12", "2026"))


def get(app: Explorer, where: str, **query: str) -> Any:
    (answer,) = ask(app, f"/explore/{where}?{urlencode(query)}" if query else f"/explore/{where}")
    return answer


def text(page: str) -> str:
    """What a page says, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split('<main id="content"')[1])).replace(" ,", ",")


def test_the_planner_s_question_as_data(app: Explorer) -> None:
    told = get(app, "suunnittele/aika.json", **Q6).json()
    assert [(one["event_id"], one["kind"]) for one in told["competing"]] == [("c2a", "venue"), ("c2b", "venue"), ("d7a", "meanwhile")]
    assert [[one.split("-")[0] for one in pair] for pair in told["booked_twice"]] == [["c2a", "c2b"]]
    assert told["is_room_free"] is False
    assert told["better"][0]["date"] == "2026-12-10"
    assert all("venue" not in one["counts"] for one in told["better"])


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("suunnittele", ("Tila ei ole vapaa.", "kahteen kertaan", "Sama tila", "oletettu päättymisaika", "Voisitteko järjestää yhdessä?")),
        ("planera", ("Lokalen är inte ledig.", "dubbelbokad", "Samma lokal", "sluttid antagen", "Kunde ni ordna det tillsammans?")),
        ("plan", ("The room is not free.", "booked twice", "Same room", "end assumed", "Could you do it together?")),
    ],
)
def test_the_same_in_words(app: Explorer, slug: str, words: tuple[str, ...]) -> None:
    answer = get(app, f"{slug}/", **Q6)
    said = text(answer.text)
    assert answer.status_code == 200
    assert [word for word in words if word not in said] == []
    assert said.index("Järjestöjen yhteistyöilta") < said.index("Kielikahvila")
    assert "Peruttu ilta" not in said
    assert "https://kumppanit.example/" in answer.text


@pytest.mark.parametrize("radius", ["10", "7,5"])
def test_a_radius_is_shown_again(app: Explorer, radius: str) -> None:
    page = get(app, "suunnittele/", **{**Q6, "km": radius}).text
    assert f'<option value="{radius}" selected>' in page
    assert f"enintään {radius} km" in text(page)


def test_a_better_time_is_one_step_away(app: Explorer, path: Path) -> None:
    page = get(app, "suunnittele/", **Q6).text
    (href,) = re.findall(r'href="([^"]+)">torstai 10\.12\.2026 17\.00–20\.00', page)
    (answer,) = ask(explorer_app(lambda: path, schedules()), href.replace("&amp;", "&"))
    assert "Tila näyttää olevan vapaa." in answer.text
    assert "parempaa aikaa ei haettu" in answer.text


def test_holidays_are_named(app: Explorer) -> None:
    wishes = [{**Q6, "pv": pv, "kk": kk, "vvvv": year} for pv, kk, year in _HOLIDAYS]
    said = [text(answer.text) for answer in ask(app, *(f"/explore/suunnittele/?{urlencode(wish)}" for wish in wishes))]
    assert ["Koululoma: talviloma." in said[0], "Pyhä- tai juhlapäivä: itsenäisyyspäivä." in said[1]] == [True, True]


def test_what_is_only_planned_is_told_to_planners(app: Explorer) -> None:
    said = text(get(app, "suunnittele/", **{**Q6, "pv": "3", "kk": "12"}).text)
    assert "SUUNNITTEILLA Suunniteltu peli-ilta" in said
    assert "suunnitteilla, ei julkinen" in said


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        pytest.param({"pv": "31", "kk": "2", "vvvv": "2027"}, "pv", "Päivää 31.2.2027 ei ole kalenterissa.", id="no such day"),
        pytest.param({"pv": "1"}, "pv", "Päivä 1.11.2026 on jo mennyt. Tänään on 23.11.2026.", id="a day that is over"),
        pytest.param({"vvvv": "2031"}, "pv", "niin kaukana", id="too far"),
        pytest.param({"kk": "marraskuu"}, "kk", "”marraskuu” ei ole numero.", id="a month in words"),
        pytest.param({"kk": ""}, "kk", "Kirjoita kuukausi numerona", id="no month"),
        pytest.param({"pv": "", "kk": "", "vvvv": ""}, "pv", "Kirjoita päivä, esimerkiksi", id="no day at all"),
        pytest.param({"alkaa": "25"}, "alkaa", "”25” ei ole kellonaika.", id="no hour"),
        pytest.param({"paattyy": ""}, "paattyy", "mihin aikaan tapahtuma päättyy", id="no end"),
        pytest.param({"alkaa": "21"}, "paattyy", "Loppu (20.00) ei ole alun (21.00) jälkeen.", id="ends before it begins"),
        pytest.param({"alkaa": "24"}, "alkaa", "”24” ei ole kellonaika.", id="midnight is no beginning"),
        pytest.param({"paikka": "kuu"}, "paikka", "Paikkaa ”kuu” ei ole luettelossa.", id="unknown place"),
        pytest.param({"paikka": "torikulma/ullakko"}, "paikka", "Tilaa ”ullakko” ei ole", id="unknown room"),
        pytest.param({"kenelle": "senior"}, "kenelle", "Kohderyhmää ”senior” ei ole.", id="unknown audience"),
        pytest.param({"aihe": "<b>x"}, "aihe", "Aihetta ”&lt;b&gt;x” ei ole.", id="markup is text"),
        pytest.param({"km": "-3"}, "km", "Kirjoita etäisyys kilometreinä", id="no radius"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_first_of_all(app: Explorer, changed: dict[str, str], field: str, words: str) -> None:
    answer = get(app, "suunnittele/", **{**Q6, **changed})
    assert answer.status_code == 400
    summary = answer.text.split('class="problems"')[1].split("</div>")[0]
    assert f'href="#{field}"' in summary
    assert words in summary
    assert f'id="{field}-problem"' in answer.text
    assert f'aria-describedby="{field}-problem"' in answer.text or f'{field}-problem"' in answer.text
    assert words in answer.text.split(f'id="{field}-problem"')[1].split("</p>")[0]


def test_what_is_wrong_as_data(app: Explorer) -> None:
    answer = get(app, "planera/tid.json", **{**Q6, "alkaa": "21"})
    assert answer.status_code == 400
    assert answer.json()["problems"] == [{"field": "paattyy", "message": "Slutet (20.00) är inte efter början (21.00)."}]


def test_a_day_alone_fills_the_form_in(app: Explorer) -> None:
    page = get(app, "suunnittele/", pv="10", kk="12", vvvv="2026", kenelle="seniors").text
    assert 'class="problems"' not in page
    assert '<option value="seniors" selected>' in page
    assert re.search(r'id="pv"[^>]+value="10"', page)


PLACE = PlaceChoice(id="talo", names={"fi": "Talo"}, municipality="", point=(61.8, 28.8), rooms={"sali": {"fi": "Sali"}})
CHOICES = Choices(places={"talo": PLACE}, audiences={"seniors": {}, "youth": {}}, themes={"music": {}}, topic_of={})


@given(
    day=st.dates(TODAY, TODAY + timedelta(days=300)),
    begin=st.times(),
    length=st.integers(1, 24 * 60),
    codes=st.lists(st.sampled_from(("seniors", "youth")), unique=True),
    place=st.sampled_from((("", ""), ("talo", ""), ("talo", "sali"))),
    radius=st.none() | st.integers(1, 99),
)
def test_an_address_holds_the_whole_plan(  # noqa: PLR0913, PLR0917 - the parts of a plan
    day: date, begin: time, length: int, codes: list[str], place: tuple[str, str], radius: int | None
) -> None:
    begin = begin.replace(second=0, microsecond=0, tzinfo=None)
    end = min(datetime.combine(day, begin) + timedelta(minutes=length), datetime.combine(day + timedelta(days=1), time.min))
    wished = PlanRequest(
        day=day, from_=begin, to=end.time(), timezone="Europe/Helsinki", place_id=place[0], point=PLACE.point if place[0] else None,
        room=place[1], audience=tuple(codes), topics=("music",), radius_km=radius,
    )  # fmt: skip
    query = MultiParams(parse_qs(urlencode(address_of(wished))))
    assert read(query, CHOICES, "Europe/Helsinki", TODAY).request == wished


def test_the_weeks_name_what_is_on(app: Explorer) -> None:
    answer = get(app, "suunnittele/ikaihmiset/kerimaki")
    assert answer.status_code == 200
    week = answer.text.split('id="v50"')[1].split("</table>")[0]
    afternoon = week.split("iltapäivä")[1].split("</tr>")[0]
    cells = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", cell)).strip() for cell in re.findall(r"<td.*?</td>", afternoon, re.DOTALL)]
    assert cells == ["0 vapaa", "0 vapaa", "0 vapaa", "2: Digituki kirjastossa, Kerimäen seniorien joulujuhla", *["0 vapaa"] * 3]
    assert answer.text.count("koululoma: talviloma") == 7
    assert "itsenäisyyspäivä" in answer.text.split('id="v49"')[1].split("</table>")[0]
    assert [re.findall(r'class="week" id="v(\d+)"', answer.text)[at] for at in (0, -1)] == ["48", "17"]


def test_the_weeks_as_data(app: Explorer) -> None:
    weeks, table, nowhere, other = ask(
        app,
        "/explore/suunnittele/ikaihmiset/kerimaki.json",
        "/explore/planera/aldre/kerimaki.csv",
        "/explore/suunnittele/ikaihmiset/atlantis",
        "/explore/suunnittele/ikaihmiset/savonlinna",
    )
    day = next(day for week in weeks.json()["weeks"] for day in week["days"] if day["date"] == "2026-12-10")
    assert day["afternoon"] == {"count": 2, "names": ["Digituki kirjastossa", "Kerimäen seniorien joulujuhla"]}
    assert "2026-12-10,50,to,eftermiddag,2,Digituki kirjastossa; Kerimäen seniorien joulujuhla," in table.text
    assert "2027-03-08,10,må,förmiddag,0,,skollov: sportlov" in table.text
    assert nowhere.status_code == 404
    assert "Digituki kirjastossa" in other.text


def test_the_form_leads_to_the_weeks(app: Explorer) -> None:
    answer = get(app, "plan/weeks", kenelle="seniors", alue="kerimaki")
    assert (answer.status_code, answer.headers["location"]) == (303, "/explore/plan/older-people/kerimaki")
    assert get(app, "suunnittele/viikot", kenelle="kuu").status_code == 404
