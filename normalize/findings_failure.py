"""Findings from a failed fetch or from an answer that no reader could take: every reason of ``FAILURE_REASONS`` has its finding."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.finding import Facts, Finding

FAILURE_FINDINGS: dict[str, str] = {
    "dns": "not_reachable",
    "refused": "not_reachable",
    "network": "not_reachable",
    "timeout": "not_reachable",
    "tls": "not_reachable",
    "protocol": "not_reachable",
    "bad_encoding": "not_reachable",
    "not_modified_unasked": "not_reachable",
    "too_many_redirects": "not_reachable",
    "bad_redirect": "not_reachable",
    "insecure_redirect": "not_reachable",
    "deadline": "not_reachable",
    "http_404": "not_found",
    "gone": "not_found",
    "soft_404": "not_found",
    "login_required": "needs_password",
    "login_page": "needs_password",
    "forbidden": "forbidden",
    "bot_challenge": "forbidden",
    "too_many_requests": "forbidden",
    "robots": "robots",
    "robots_unavailable": "not_reachable",
    "wish": "robots",
    "opted_out": "robots",
    "forbidden_address": "address_local",
    "truncated": "truncated",
    "page_failed": "truncated",
    "too_large": "too_large",
    "too_much": "too_large",
    "read_limit": "too_large",
    "empty_body": "empty_answer",
    "not_icalendar": "not_calendar",
    "html_instead_of_feed": "not_calendar",
    "not_feed": "not_calendar",
    "not_json": "not_calendar",
    "not_html": "not_calendar",
    "not_csv": "not_calendar",
    "unexpected_shape": "not_calendar",
    "selector_miss": "not_calendar",
    "structure": "broken_file",
    "control_chars": "broken_file",
    "dtd_refused": "broken_file",
    "too_deep": "broken_file",
    "federation_loop": "own_feed",
    "too_many": "too_many_events",
    "empty": "empty",
}
"""The reason of a ``HarvestError`` -> finding. What is not named here is told in the reason's own words (``failure``)."""
_STATUSES = {"401": "needs_password", "403": "forbidden", "404": "not_found", "410": "not_found", "429": "forbidden"}


def finding_of_reason(reason: str) -> str:
    """The finding that tells of a failure."""
    if reason in FAILURE_FINDINGS:
        return FAILURE_FINDINGS[reason]
    if reason.startswith("http_"):
        return _STATUSES.get(reason.removeprefix("http_"), "not_reachable")
    return "failure"


def failure_findings(facts: Facts) -> Iterator[Finding]:
    """What a failure means for the publisher; the reason's own words stand beside it."""
    error = facts.failure
    if error is None:
        return
    seen = facts.recognised
    if error.state == "unreadable" and seen and seen.kind:
        return  # what it is instead says more than that it is no calendar
    values = {"reason": error.reason}
    if error.line:
        values["line"] = str(error.line)
    yield Finding(code=finding_of_reason(error.reason), level="blocks", values=values)
