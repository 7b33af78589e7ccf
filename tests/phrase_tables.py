"""Tables of phrases checked as a whole: hundreds of lines are one test, and what is misread is told line by line."""

from __future__ import annotations

from tests.phrases import cases, inner, plain


def misread(table: str) -> list[str]:
    """Every line of a table whose phrase is read otherwise than it says, with what was read."""
    read = [(case, plain(inner(case.read()))) for case in cases(table)]
    assert read, "an empty table proves nothing"
    return [f"{case.language} | {case.kind} | {case.text} | {told} (not: {case.meaning})" for case, told in read if told != case.meaning]
