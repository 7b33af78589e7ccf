"""The kinds of issue that federation tells; part of ``ISSUE_KINDS``."""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

KOOSTE_KINDS: dict[str, IssueKind] = {
    "passed_on": IssueKind(
        fi="Toinen kalenteri on saanut tapahtuman vielä muualta, joten sitä ei välitetä edelleen. Lisää alkuperäinen kalenteri lähteeksi.",
        sv="Den andra kalendern har själv fått evenemanget från ett annat håll, så det förs inte vidare. Lägg till den ursprungliga "
        "kalendern som källa.",
        en="The other calendar has the event from yet another one, so it is not passed on. Add the original calendar as a source.",
    ),
}
