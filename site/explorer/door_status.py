"""The private page of a submission: where it stands, what visitors see, what to mend, and everything its sender may do with it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from datasette import Response

from explorer.door_addresses import STYLE, everywhere, to
from explorer.door_forms import PART, Problem, lines
from explorer.door_private import Private, private
from explorer.door_publishing import chosen, for_members
from explorer.door_services import Looked, OwnPages
from explorer.door_shown import preview_context
from explorer.page import Asked
from explorer.rates import client_key
from store.desk_acts import NewAct, enqueue, enqueue_in
from store.desk_own_events import Kept, own_events
from store.desk_source_facts import SourceFacts, source_facts
from store.desk_submissions import address_of, answer, mark_withdrawn, save_also, save_examined

BY = "ilmoittaja"
"""Who acts here: a role, as every act has one."""
_LONGEST = 2000
_EMBED = '<iframe src="{address}" title="{title}" width="100%" height="640" loading="lazy" style="border:0"></iframe>'


async def status(asked: Asked) -> Response:
    """The page."""
    found = await private(asked)
    if found is None:
        return asked.missing()
    if asked.request.method == "POST":
        return await _said(asked, found)
    return await _page(asked, found)


async def _page(asked: Asked, found: Private, problems: Sequence[Problem] = (), text: str = "", *, code: int = 200) -> Response:
    submission = found.submission
    facts = await _facts(asked, found)
    pages = await asked.in_thread(found.door.own_pages, facts.organizer_slug, asked.language) if facts else OwnPages()
    return await asked.page(
        *("door/status.html", PART),
        status=code,
        private=True,
        submission=submission,
        facts=facts,
        pages=pages,
        public=_public(asked),
        embed=_EMBED.format(address=_public(asked, pages.embed), title=submission.publishing.organizer.replace('"', ""))
        if pages.embed
        else "",
        own=await asked.in_thread(_own, found),
        own_feed=_public(asked, asked.href("door", "syote", f"{submission.id}.ics")) if submission.kind == "events" else "",
        page_of=lambda row: asked.about.page_of("events", row, asked.language),
        problems=tuple(problems),
        text=text,
        links={step: to(asked, *found.where, step) for step in ("withdraw", "poster", "event")},
        edit=lambda kept: to(asked, *found.where, "event", kept.uid),
        cancel=lambda kept: to(asked, *found.where, "event", kept.uid, "cancel"),
        is_looking=found.door.looks.is_going(submission.id),
        here=to(asked, *found.where),
        style=asked.href("door", STYLE),
        languages=everywhere(asked, *found.where),
        for_members=for_members(submission.examined) if submission.state in {"waiting", "asked", "approved"} else (),
        **preview_context(submission.examined, asked.language, submission.publishing.also),
    )


def _public(asked: Asked, path: str = "") -> str:
    """The full address of a path of this server, as the browser reached it."""
    return f"{asked.request.scheme}://{asked.request.host}{path}" if path.startswith("/") or not path else path


async def _facts(asked: Asked, found: Private) -> SourceFacts | None:
    """How the source stands that it became; ``None`` before its first snapshot."""
    source = found.submission.source_id
    if not source:
        return None
    return await asked.read(lambda connection: source_facts(connection, source, asked.language, asked.now, asked.today))


def _own(found: Private) -> tuple[Kept, ...]:
    if found.submission.kind != "events":
        return ()
    with found.services.desk.read() as connection:
        return own_events(connection, found.submission.id)


async def _said(asked: Asked, found: Private) -> Response:
    """An answer to the moderators, or a wish to have the calendar looked at again."""
    form = await asked.form()
    if form["what"] == "look":
        return await _look(asked, found)
    if form["what"] == "also":
        await asked.in_thread(_take_in, found, chosen(form, found.submission.examined))
        return asked.see_other(to(asked, *found.where))
    text = lines(form["text"], _LONGEST)
    if not text:
        words = asked.words(PART)["answer_missing"]
        return await _page(asked, found, [Problem("text", words)], code=422)

    def write() -> bool:
        with found.services.desk.write() as connection:
            return answer(connection, found.submission.id, text, found.now)

    if not await asked.in_thread(write):
        return await _page(asked, found, [Problem("text", asked.words(PART)["too_many_messages"])], text, code=422)
    return asked.see_other(to(asked, *found.where))


def _take_in(found: Private, ticked: Sequence[str]) -> None:
    """Says which events are open to all; of one that is a source already by an act, because it changes the calendar."""
    submission = found.submission
    seen = for_members(submission.examined)
    also = (*(name for name in submission.publishing.also if name not in seen), *ticked)  # what was not seen this time stays as it was said
    with found.services.desk.write() as connection:
        if not save_also(connection, submission.id, also, found.now):
            return
        if submission.state == "approved":
            enqueue_in(connection, NewAct(by=BY, kind="take_in", subject=submission.id, payload={"also": list(also)}), found.now)
    if submission.state == "approved":
        found.services.apply()


async def _look(asked: Asked, found: Private) -> Response:
    """Looks at the calendar once more, for somebody who has mended something."""
    services, submission = found.services, found.submission

    def keep(looked: Looked) -> None:
        with services.desk.write() as connection:
            entry = {name: value for name, value in looked.entry.items() if name != "url"}
            save_examined(connection, submission.id, looked.examined.model_dump(mode="json"), entry, found.now)

    def begin() -> None:
        with services.desk.read() as connection:
            address = address_of(connection, submission.id)
        if address:
            found.door.looks.begin(submission.id, address, keep)

    if submission.state in {"waiting", "asked", "approved"} and not found.door.rates.wait(client_key(asked.client), time.monotonic()):
        await asked.in_thread(begin)
        await found.door.looks.ended(submission.id, 20)
    return asked.see_other(to(asked, *found.where))


async def withdraw(asked: Asked) -> Response:
    """Asks once more, then takes everything back: at once where it still waits, else with the next act that is carried out."""
    found = await private(asked)
    if found is None:
        return asked.missing()
    status_page = to(asked, *found.where)
    if found.submission.state in {"rejected", "withdrawn"}:
        return asked.see_other(status_page)
    if asked.request.method == "GET":
        where = (*found.where, "withdraw")
        return await asked.page(
            *("door/withdraw.html", PART),
            private=True,
            submission=found.submission,
            back=status_page,
            here=to(asked, *where),
            languages=everywhere(asked, *where),
        )
    await asked.form()
    await asked.in_thread(_withdraw, found)
    return asked.see_other(status_page)


def _withdraw(found: Private) -> None:
    """What was approved goes through an act, because it changes the calendar; the rest is only said."""
    submission, payload = found.submission, {"reason": BY}
    if submission.state == "approved":
        act = NewAct(by=BY, kind="withdraw", subject=submission.id, payload=payload)
        enqueue(found.services.desk, act, found.now)
        found.services.apply()
        return
    with found.services.desk.write() as connection:
        mark_withdrawn(connection, submission.id, BY, found.now)
