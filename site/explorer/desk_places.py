"""Place names at the desk: how sources write locations that no place matches, and what could be done about each."""

from __future__ import annotations

from datasette import Response

from explorer.desk_frame import At, act, desk_page_at, page_number, show, work
from explorer.page import Asked

PER_PAGE = 20


async def places(asked: Asked) -> Response:
    """The locations that no place matches; a POST says of one which place it is."""
    if asked.request.method == "POST":
        return await _is_place(asked)
    number = page_number(asked)
    found = work(asked)

    left, count = await asked.in_thread(found.unmatched, (number - 1) * PER_PAGE, number * PER_PAGE)
    names = await asked.in_thread(found.place_names, asked.language)
    told = {"count": count, "page": number, "pages": -(-count // PER_PAGE), "per_page": PER_PAGE, "names": dict(names)}
    return await show(asked, "places", "places", left=left, **told)


async def _is_place(asked: Asked) -> Response:
    """The location is another spelling of a place: a correction of the place's further spellings."""
    form = await asked.form()
    names = await asked.in_thread(work(asked).place_names, asked.language)
    if form["place"] not in names or not form["text"]:
        return await show(asked, "problem", "places", status=400, problem="choose_place", back="places")
    payload = {"subject": "place", "id": form["place"], "text": form["text"], "names": [form["text"], names[form["place"]]]}
    done = await act(asked, "alias", form["place"], payload, form["once"])
    return asked.see_other(At(asked)("places", act=done.id))


PAGES = (desk_page_at(places, "places", posts=True),)
