"""Who is signed in: the cookie, and whose session it is.

The cookie holds the key of a session, signed with the server's secret; the key's digest stands in the private file, so that a session ends
when it is too old or idle, at sign-out, with a new password and with its account.
"""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from datasette import Request, Response
from itsdangerous import BadSignature

from store.desk import Desk
from store.desk_accounts import LASTS, Account, May, begin_session, end_session, note_seen, session_account

COOKIE = "kooste_session"
_SALT = "kooste-session"
MAY: dict[May, tuple[str, ...]] = {"moderator": ("desk", "query"), "professional": ("query",)}
"""What each sort of account may."""


async def actor_of(datasette: Any, request: Request) -> dict[str, Any] | None:
    """Who asks, as Datasette keeps an actor: ``id`` the name, ``role``, ``may``; ``None`` where nobody is signed in."""
    key = key_of(datasette, request)
    if datasette.services is None or not key:
        return None
    now = datasette.now() if datasette.now else datasette.compiled
    account = await asyncio.to_thread(_account, datasette.services.desk, key, now)
    return {"id": account.name, "role": account.role, "may": list(MAY[account.may])} if account else None


def _account(desk: Desk, key: str, now: datetime) -> Account | None:
    """Whose session it is; that it is used is written down now and then."""
    with desk.read() as connection:
        found = session_account(connection, key, now)
    if found is None:
        return None
    account, is_due = found
    if is_due:
        with desk.write() as connection:
            note_seen(connection, key, now)
    return account


def key_of(datasette: Any, request: Request) -> str:
    """The key in the request's cookie; empty where there is none, or one that we did not sign."""
    try:
        found = datasette.unsign(request.cookies.get(COOKIE, ""), _SALT)
    except BadSignature:
        return ""
    return found if isinstance(found, str) else ""


def begin(desk: Desk, name: str, before: str, now: datetime) -> str:
    """The key of a new session, in place of the one ``before`` in the same browser."""
    with desk.write() as connection:
        end_session(connection, before)
        return begin_session(connection, name, now)


def end(desk: Desk, key: str) -> None:
    """Ends a session."""
    with desk.write() as connection:
        end_session(connection, key)


def with_cookie(response: Response, datasette: Any, request: Request, key: str) -> Response:
    """The answer with the cookie of a session, or, without a key, one that takes the cookie away."""
    response.set_cookie(
        COOKIE,
        datasette.sign(key, _SALT) if key else "",
        max_age=int(LASTS.total_seconds()) if key else 0,
        path=datasette.pages.about.base,
        secure=request.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return response
