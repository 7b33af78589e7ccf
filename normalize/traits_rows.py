"""The traits of the dated rows of one series, made from those of each row: what is stored of rows need not be read in full again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from normalize.traits import MOST_ADDRESSES, Traits


def as_one(telling_id: str, rows: Sequence[Traits]) -> Traits:
    """What ``traits_of`` gives for the telling of these rows (at least one), whatever their order."""
    if len(rows) == 1:
        return rows[0]
    by_id = sorted(rows, key=lambda row: row.id)
    lead = min(by_id, key=lambda row: (row.starts[:1], row.id))
    times = sorted(
        {(start, end, day) for row in by_id for start, end, day in zip(row.starts, row.ends, row.days, strict=True)},
        key=lambda time: (time[0], time[1] or 0),
    )
    return lead.model_copy(
        update={
            "id": telling_id,
            "is_series": True,
            "is_cancelled": by_id[0].is_cancelled,
            "starts": tuple(time[0] for time in times),
            "ends": tuple(time[1] for time in times),
            "days": tuple(time[2] for time in times),
            "uids": _together(row.uids for row in by_id),
            "urls": _together(row.urls for row in by_id),
        }
    )


def _together(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({one for value in values for one in value})[:MOST_ADDRESSES])
