"""``kooste moderator``: who may sign in to the desk; and what waits there, for ``kooste status``. Registered by ``kooste.cli``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from harvesters.errors import ConfigError
from kooste import console
from kooste.corrections import wrong_role
from kooste.desk_acts import desk_of
from store import desk_accounts
from store.desk import Desk, open_desk
from store.desk_acts import NewAct, record_in
from store.desk_feedback import feedback_waiting

if TYPE_CHECKING:
    from kooste.cli import Job

OPERATOR = "operator"
"""Who did what was done on the command line, in the log of acts."""


_ACTIONS = ("add", "list", "password", "remove")


@click.argument("action", type=click.Choice(_ACTIONS), metavar="add|list|password|remove")
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--role", metavar="ROLE", help="With add: what the log and corrections say instead of a name: toimitus, kirjasto.")
@click.option("--professional", is_flag=True, help="With add: may ask free SQL questions, and nothing at the desk.")
@click.option("--json", "as_json", is_flag=True, help="With list: one JSON document on standard output.")
def moderator(job: Job, *, action: str, name: str | None, role: str | None, professional: bool, as_json: bool) -> None:  # noqa: PLR0913 - as told
    """Make, list, change or take away accounts of those who may sign in to the desk (docs/desk.md).

    A password is asked for at a terminal, else it is the first line of standard input.
    """
    if action == "list":
        _list(job, as_json=as_json)
    elif name is None:
        raise click.UsageError(f"{action} needs a NAME")
    elif action == "add":
        if role is None:
            raise click.UsageError("say --role: what stands in the log instead of a name, such as toimitus")
        _add(job, name, role, "professional" if professional else "moderator")
    elif action == "password":
        _renew(job, name)
    else:
        _remove(job, name)


def _add(job: Job, name: str, role: str, may: desk_accounts.May) -> None:
    desk_accounts.check_name(name)
    if words := wrong_role(role):
        raise ConfigError(f"--role: {words}")
    kept = _password(name)
    with open_desk(job.directory).write() as connection:
        desk_accounts.add_account(connection, (name, role, may), kept, job.now)
        record_in(connection, NewAct(by=OPERATOR, kind="account_added", subject=role, payload={"may": may}), job.now)
    click.echo(f"{name} may sign in as {role} ({may}).")


def _list(job: Job, *, as_json: bool) -> None:
    desk = desk_of(job.directory)
    found: Sequence[desk_accounts.Account] = []
    if desk:
        with desk.read() as connection:
            found = desk_accounts.accounts(connection)
    if as_json:
        console.emit_json({"accounts": found})
        return
    zone = ZoneInfo(job.schedules.region.timezone)
    rows = [
        (one.name, one.role, one.may, *(f"{moment.astimezone(zone):%Y-%m-%d}" for moment in (one.made_at, one.changed_at))) for one in found
    ]
    console.table(("name", "role", "may", "made", "password of"), rows)


def _renew(job: Job, name: str) -> None:
    """Another password; whoever is signed in by that name is signed out."""
    with _desk(job).read() as connection:
        account = desk_accounts.find_account(connection, name)
    kept = _password(name) if account else ""
    with _desk(job).write() as connection:
        desk_accounts.set_password(connection, name, kept, job.now)
        record_in(connection, NewAct(by=OPERATOR, kind="account_password", subject=account.role if account else ""), job.now)
    click.echo(f"{name} has a new password and is signed out everywhere.")


def _remove(job: Job, name: str) -> None:
    """No account any more; whoever is signed in by that name is signed out."""
    with _desk(job).write() as connection:
        account = desk_accounts.remove_account(connection, name)
        record_in(connection, NewAct(by=OPERATOR, kind="account_removed", subject=account.role), job.now)
    click.echo(f"{name} may sign in no more.")


def _desk(job: Job) -> Desk:
    desk = desk_of(job.directory)
    if desk is None:
        raise ConfigError(f"{job.directory} has no accounts yet; make one with `kooste moderator add NAME --role ROLE`")
    return desk


def _password(name: str) -> str:
    """A password, as it is kept; asked for twice at a terminal, else the first line of standard input."""
    if sys.stdin.isatty():
        told = click.prompt(f"Password of {name}", hide_input=True, confirmation_prompt="The same again", err=True)
    else:
        told = sys.stdin.readline().rstrip("\r\n")
    desk_accounts.check_password(told, name)
    return desk_accounts.hashed(told)


def attention(job: Job) -> list[str]:
    """For ``kooste status``: feedback that must be answered soon, or should have been."""
    desk = desk_of(job.directory)
    if desk is None:
        return []
    today = job.now.astimezone(ZoneInfo(job.schedules.region.timezone)).date()
    with desk.read() as connection:
        waiting = feedback_waiting(connection, today)
    lines = []
    if waiting.late:
        lines.append(
            f"feedback: {_messages(waiting.late)} should have been answered by now (the first by {waiting.first_due}); see the desk"
        )
    if waiting.soon:
        lines.append(f"feedback: {_messages(waiting.soon)} must be answered within three days; see the desk")
    return lines


def _messages(number: int) -> str:
    return "1 message" if number == 1 else f"{number} messages"
