"""Events that look like members' matters: their sender says which of them are open to all, when publishing and later."""

from __future__ import annotations

import re
from pathlib import Path

from explorer.door_examined import LeftOut, Told
from explorer.door_services import Looked
from store.desk import Desk
from store.desk_submissions import Submission, mark_approved, submissions
from tests.door_client import DOOR, NOW, PUBLISHING, Visitor, door, examined, looked

NAMES = ("Jäsenilta, vain jäsenille", 'Hallituksen "avoin" kokous')


def look(_address: str) -> Looked:
    told = Told(left_out=tuple(LeftOut(title=name, why="Näyttää jäsenten asialta.") for name in NAMES))
    return Looked(examined=examined(for_members=NAMES, told=dict.fromkeys(("fi", "sv", "en"), told)), entry=looked().entry)


def only(desk: Desk) -> Submission:
    with desk.read() as connection:
        (found,) = submissions(connection)
    return found


def ticked(visitor: Visitor) -> list[str]:
    """The names whose boxes are ticked on the page."""
    return re.findall(r'name="also" value="([^"]*)" checked', visitor.page.text)


async def until_publishing(visitor: Visitor) -> None:
    await visitor.open(DOOR)
    await visitor.send({"address": "https://auttajat.example/kalenteri.ics"})
    await visitor.open(visitor.link("Jatka"))


def test_what_is_ticked_is_kept_on_the_way_and_sent_in(tmp_path: Path) -> None:
    at = door(tmp_path, look)

    async def story(visitor: Visitor) -> str:
        await until_publishing(visitor)
        assert visitor.page.text.count('name="also"') == 2
        assert ticked(visitor) == []
        await visitor.send({**PUBLISHING, "also": [NAMES[0], "Jotain muuta"], "go": "back"})
        await visitor.open(visitor.link("Jatka"))
        assert ticked(visitor) == [NAMES[0]]
        await visitor.send({**PUBLISHING, "also": [NAMES[0], "Jotain muuta"]})
        return visitor.link("Avaa tilasivu")

    status = at.run(story)
    assert only(at.desk).publishing.also == (NAMES[0],)  # what no look named is nothing that could be taken in

    async def later(visitor: Visitor) -> str:
        await visitor.open(status)
        return visitor.page.text

    left_out = at.run(later).partition('class="left-out"')[2]
    assert NAMES[0] not in left_out.partition("</ul>")[0]
    assert "Hallituksen" in left_out.partition("</ul>")[0]


def test_where_nothing_looks_like_members_matters_nothing_is_asked(tmp_path: Path) -> None:
    at = door(tmp_path)

    async def story(visitor: Visitor) -> str:
        await until_publishing(visitor)
        return visitor.page.text

    assert 'name="also"' not in at.run(story)


def test_on_the_status_page_it_is_said_later_and_by_an_act_once_it_is_a_source(tmp_path: Path) -> None:
    applied: list[str] = []
    at = door(tmp_path, look)

    async def send_in(visitor: Visitor) -> str:
        await until_publishing(visitor)
        await visitor.send(PUBLISHING)
        return visitor.link("Avaa tilasivu")

    status = at.run(send_in)

    async def tick(visitor: Visitor, *names: str) -> list[str]:
        await visitor.open(status)
        await visitor.send({"what": "also", "also": names})
        applied.append(visitor.page.reason_phrase)
        return ticked(visitor)

    assert at.run(lambda visitor: tick(visitor, NAMES[0])) == [NAMES[0]]
    assert acts(at.desk) == []
    with at.desk.write() as connection:
        mark_approved(connection, only(at.desk).id, "auttajat", NOW)
    at.run(lambda visitor: tick(visitor, NAMES[0]))
    assert acts(at.desk) == []  # nothing new was said
    at.run(lambda visitor: tick(visitor, *NAMES))
    at.run(tick)
    assert acts(at.desk) == [("take_in", "ilmoittaja", list(NAMES)), ("take_in", "ilmoittaja", [])]
    assert only(at.desk).publishing.also == ()
    assert only(at.desk).state == "approved"


def acts(desk: Desk) -> list[tuple[str, str, list[str]]]:
    import json

    with desk.read() as connection:
        return [
            (kind, by, json.loads(told)["also"])
            for kind, by, told in connection.execute("select kind, made_by, payload from act order by id")
        ]
