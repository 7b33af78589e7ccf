"""The referral pages: sixteen ready questions at lasting addresses, and the list that a client takes along."""

from __future__ import annotations

from datasette import Response

from explorer.page import Asked, Page
from explorer.referral_list import list_page
from explorer.referral_offers import offers_page
from explorer.referral_questions import LIST, QUESTIONS, Question, question_at
from explorer.referral_reviews import gaps_page, news_page, overlaps_page, stale_page
from explorer.referral_speaking import PART

_ANSWERS = {"offers": offers_page, "news": news_page, "gaps": gaps_page, "stale": stale_page, "overlaps": overlaps_page}


async def front_page(asked: Asked) -> Response:
    """Every question, those for a person apart from those for whoever coordinates."""
    t = asked.words(PART)
    groups = [
        ("for_clients", [_shown(asked, one) for one in QUESTIONS if one.answered == "offers"]),
        ("for_coordinators", [_shown(asked, one) for one in QUESTIONS if one.answered != "offers"]),
    ]
    return await asked.page("referral/front.html", PART, groups=[(t[key], questions) for key, questions in groups])


def _shown(asked: Asked, question: Question) -> tuple[int, str, str, str]:
    """Number, name, lead and address."""
    t = asked.words(PART)
    number = QUESTIONS.index(question) + 1
    return number, t[f"q_{question.key}"], t[f"q_{question.key}_lead"], asked.href("referral", question.slugs[asked.language])


async def below(asked: Asked) -> Response:
    """The list or a question, as a page or as data."""
    slug, form = asked.parts["slug"], asked.parts.get("form") or ""
    if slug == LIST[asked.language]:
        return await list_page(asked, form)
    question = question_at(slug, asked.language)
    if question is None:
        return asked.missing()
    return await _ANSWERS[question.answered](asked, question, form)


PAGES = (
    Page(kind="referral", view=front_page),
    Page(kind="referral", view=below, rest=r"(?P<slug>[a-z0-9-]{1,60})(?:\.(?P<form>json|csv|atom|ics|txt))?"),
)
