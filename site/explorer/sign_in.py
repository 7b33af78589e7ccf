"""Signing in and out: one form, the same answer whatever is wrong, and waits that grow."""

from __future__ import annotations

import asyncio
import re
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from datasette import Response

from explorer.addresses import Language
from explorer.page import Asked, Page
from explorer.rates import client_key
from explorer.services import Services
from explorer.sign_in_sessions import begin, end, key_of, with_cookie
from store.desk import Desk
from store.desk_accounts import LONGEST_PASSWORD, count_try, find_account, forgive, is_password, kept_password

OUT: dict[Language, str] = {"fi": "ulos", "sv": "ut", "en": "out"}
"""The word of the address that ends a session."""
BACK = "back"
_MOST_BYTES = 4000
_OWN_PATH = re.compile(r"/[\w~/.,:-]*(\?[\w~/.,:;=&%+-]*)?", re.ASCII)
_HASHING = ThreadPoolExecutor(max_workers=2, thread_name_prefix="sign-in")
"""So many passwords are looked at at once: each takes a processor for a quarter of a second, and nothing else may wait for them."""


async def show(asked: Asked) -> Response:
    """The form, or who is signed in."""
    if asked.request.method == "POST":
        return await _signed_in(asked)
    if asked.actor:
        return await asked.page("sign_in/signed_in.html", "sign_in", private=True)
    return await _form(asked, _back(asked, asked.query.get(BACK) or ""))


async def sign_out(asked: Asked) -> Response:
    """Ends the session; a GET only asks whether to."""
    services = _services(asked)
    if asked.request.method != "POST":
        return asked.see_other(asked.href("sign_in"))
    await asked.form()
    await asked.in_thread(end, services.desk, key_of(asked.datasette, asked.request))
    response = asked.see_other(asked.href("sign_in", done="1"))
    return with_cookie(response, asked.datasette, asked.request, "")


async def _form(asked: Asked, back: str, *, status: int = 200, **told: Any) -> Response:
    """The page with the form; ``problem`` is a key of the words, ``wait`` are seconds."""
    known = {"name": "", "problem": "", "wait": 0, "back": back, "is_out": asked.query.get("done") == "1", **told}
    response = await asked.page("sign_in/form.html", "sign_in", status=status, private=True, **known)
    if known["wait"]:
        response.headers["retry-after"] = str(known["wait"])
    return response


async def _signed_in(asked: Asked) -> Response:
    """Looks at a name and a password; what is wrong of them is never told, and takes the same time."""
    services = _services(asked)
    form = await asked.form()
    name, password, back = form["name"].casefold(), form.fields.get("password", ""), _back(asked, form[BACK])
    if not name or not password:
        return await _form(asked, back, name=form["name"], problem="missing", status=400)
    wait, kept = await asked.in_thread(_counted, services.desk, name, client_key(asked.client), asked.now)
    if wait:
        return await _form(asked, back, name=form["name"], problem="wait", wait=wait, status=429)
    is_right = await asyncio.get_running_loop().run_in_executor(_HASHING, is_password, password[: LONGEST_PASSWORD + 1], kept)
    key = await asked.in_thread(_begun, asked, services.desk, name) if is_right else ""
    if not key:
        return await _form(asked, back, name=form["name"], problem="wrong", status=403)
    return with_cookie(asked.see_other(back or await _home(asked, services.desk, name)), asked.datasette, asked.request, key)


def _counted(desk: Desk, name: str, client: str, now: datetime) -> tuple[int, str]:
    """How long to wait, and the password to hold the given one against."""
    with desk.write() as connection:
        return count_try(connection, name, client, now), kept_password(connection, name)


def _begun(asked: Asked, desk: Desk, name: str) -> str:
    """The key of a new session; empty where the account went away meanwhile."""
    with desk.write() as connection:
        if find_account(connection, name) is None:
            return ""
        forgive(connection, name, client_key(asked.client))
    return begin(desk, name, key_of(asked.datasette, asked.request), asked.now)


async def _home(asked: Asked, desk: Desk, name: str) -> str:
    """Where somebody goes who did not come from a page."""

    def may() -> str:
        with desk.read() as connection:
            account = find_account(connection, name)
            return account.may if account else ""

    return asked.href("desk" if await asked.in_thread(may) == "moderator" else "query")


def _back(asked: Asked, where: str) -> str:
    """The page to go back to, if it is one of ours."""
    base = asked.about.base
    return where if where.startswith(base) and "//" not in where and _OWN_PATH.fullmatch(where) else ""


def _services(asked: Asked) -> Services:
    """The services; the pages are not there without them."""
    if asked.services is None:
        msg = "this page needs services"
        raise RuntimeError(msg)
    return asked.services


async def wanted(asked: Asked, may: str) -> Response | None:
    """``None`` where whoever asks may ``desk`` or ``query``; else the way to the sign-in page, or a page that says who may."""
    if asked.actor is None:
        here = asked.about.base + str(asked.request.path).removeprefix(asked.about.base).lstrip("/")
        query = f"?{asked.request.query_string}" if asked.request.query_string else ""
        where = here + query if asked.request.method == "GET" else asked.href(asked.kind)
        return asked.see_other(f"{asked.href('sign_in')}?{urlencode({BACK: where})}")
    if may not in asked.actor["may"]:
        return await asked.page("sign_in/not_allowed.html", "sign_in", status=403, private=True)
    return None


def nonce() -> str:
    """What makes one form of a page different from every other, so that sending it twice does it once."""
    return secrets.token_urlsafe(12)


PAGES = (
    Page(kind="sign_in", view=show, posts=_MOST_BYTES, needs_services=True),
    Page(kind="sign_in", view=sign_out, rest=f"(?:{'|'.join(OUT.values())})", posts=_MOST_BYTES, needs_services=True),
)
