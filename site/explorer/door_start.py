"""The door's first page: the calendar's address."""

from __future__ import annotations

import time
from datetime import datetime

from datasette import Response

from explorer.door_addresses import everywhere, to
from explorer.door_forms import PART, Problem, draft_of, new_key, one_line
from explorer.door_services import DoorServices, Looked
from explorer.page import Asked, Refused
from explorer.rates import client_key
from explorer.services import Services
from harvesters.address_advice import LONGEST, Advice, advise
from normalize.finding import Finding
from normalize.finding_words import told
from normalize.findings_address import ADDRESS_FINDINGS
from store.desk_drafts import Draft, draft, save_fields, save_look


async def start(asked: Asked) -> Response:
    """Leads to a draft's own address: whoever goes back in the browser then finds there what was typed, without a cookie."""
    return asked.see_other(to(asked, new_key(), "address"))


async def address(asked: Asked) -> Response:
    """The form with the address of a draft in it, empty for a new one; or what is done with an address that was sent."""
    if asked.request.method == "POST":
        return await _sent(asked)
    found = await draft_of(asked)
    if found is not None and found.submission_id:
        return asked.see_other(to(asked, asked.parts["draft"], "receipt"))
    return await _page(asked, found.text("address") if found else "")


async def gone(asked: Asked) -> Response:
    """The page that says that a draft is not there any more, and where to begin again."""
    return await asked.page("door/gone.html", PART, status=404, private=True, start=to(asked), languages=everywhere(asked))


async def _page(asked: Asked, pasted: str, problem: str = "", *, status: int = 200) -> Response:
    key = asked.parts["draft"]
    return await asked.page(
        *("door/start.html", PART),
        status=status,
        private=True,
        address=pasted,
        problems=(Problem("address", problem),) if problem else (),
        ways={step: to(asked, step) for step in ("sheet", "event", "file")},
        here=to(asked, key, "address"),
        languages=everywhere(asked, key, "address"),
    )


async def _sent(asked: Asked) -> Response:
    """Keeps the address, and begins to look at it unless it can be no calendar's."""
    form = await asked.form()
    services, door = both(asked)
    pasted, key = one_line(form["address"], LONGEST), asked.parts["draft"]
    advice = advise(pasted)
    if words := _refused(asked, advice, door):
        return await _page(asked, pasted, words, status=422)
    if wait := door.rates.wait(client_key(asked.client), time.monotonic()):
        return await _page(asked, pasted, asked.words(PART)("too_often", seconds=round(wait) + 1), status=429)
    await asked.in_thread(keep_address, services, key, pasted, asked.language, asked.now)
    await asked.in_thread(begin, services, door, key, pasted)
    return asked.see_other(to(asked, key, "preview"))


def both(asked: Asked) -> tuple[Services, DoorServices]:
    """The services, and the door's; its pages are there only where they are."""
    services = asked.services
    if services is None or services.door is None:
        raise Refused(404, "This explorer takes nothing in.")
    return services, services.door


def _refused(asked: Asked, advice: Advice, door: DoorServices) -> str:
    """Why an address cannot be asked at all, in words; empty where it can."""
    if advice.url and door.may_be_asked(advice.url):
        return ""
    code = advice.code if not advice.url else "address_local"
    finding, level = ADDRESS_FINDINGS[code]
    words = told(Finding(code=finding, level=level, values=dict(advice.values)), asked.language, code.split("_")[1])
    return f"{words.what} {words.mend}"


def keep_address(services: Services, key: str, pasted: str, language: str, now: datetime) -> None:
    """Keeps the address in the draft; what was said of another one no longer holds."""
    with services.desk.write() as connection:
        before = draft(connection, key)
        save_fields(connection, key, {"kind": "calendar", "address": pasted, "language": language}, now)
        if before is not None and before.text("address") != pasted:
            save_look(connection, key, {}, {})


def begin(services: Services, door: DoorServices, key: str, pasted: str) -> bool:
    """Begins to look at the address of a draft, unless it was looked at; False where too many wait."""

    def keep(looked: Looked) -> None:
        with services.desk.write() as connection:
            now: Draft | None = draft(connection, key)
            if now is not None and now.text("address") == pasted:  # not another one meanwhile
                save_look(connection, key, looked.examined.model_dump(mode="json"), looked.entry)

    with services.desk.read() as connection:
        known = draft(connection, key)
    return bool(known and known.examined) or door.looks.begin(f"{key} {pasted}", pasted, keep)
