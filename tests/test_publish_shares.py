"""Work shared out between processes gives what one process gives."""

from __future__ import annotations

import os
from multiprocessing import Pipe
from pathlib import Path

import pytest

from harvesters.errors import KoosteError
from publish.shares import Shares, Tick, processes_for
from tests.publish_rows import files, publish, schedules, small_region


def squared(part: int, tick: Tick) -> tuple[int, int]:
    tick()
    return part * part, os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3, 7])
@pytest.mark.parametrize("parts", [0, 1, 2, 20])
def test_every_part_is_made_once_and_told_in_order(parts: int, processes: int) -> None:
    heard: list[int] = []
    made = Shares(parts=range(parts), make=squared, told=heard.append).made(processes)
    assert [square for square, _ in made] == [part * part for part in range(parts)]
    assert heard == sorted(heard)
    assert all(count <= parts for count in heard)


def test_other_processes_help() -> None:
    """Each part ends only when the other has begun, which one process alone would wait for in vain."""

    def meeting(part: int, tick: Tick) -> int:
        ends[part].send(os.getpid())
        tick()
        assert ends[part].poll(60)
        assert ends[part].recv() != os.getpid()
        return os.getpid()

    ends = Pipe()
    made = Shares(parts=[0, 1], make=meeting, told=lambda _: None).made(2)
    assert len(set(made)) == 2
    assert os.getpid() in made


@pytest.mark.parametrize(
    ("raised", "heard"), [(KoosteError("two places have one id"), KoosteError), (ValueError("odd"), (ValueError, RuntimeError))]
)
@pytest.mark.parametrize("processes", [1, 3])
def test_what_one_of_them_raises_ends_them_all(
    processes: int, raised: Exception, heard: type[Exception] | tuple[type[Exception], ...]
) -> None:
    def failing(part: int, tick: Tick) -> int:
        tick()
        if part == 4:
            raise raised
        return part

    with pytest.raises(heard, match=str(raised)):
        Shares(parts=range(6), make=failing, told=lambda _: None).made(processes)


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    def ended(part: int, tick: Tick) -> int:
        tick()
        if os.getpid() != first:
            begun.send(part)
            os._exit(9)
        heard.poll(None)  # the other one has a part, so there is something to lose
        return part

    heard, begun = Pipe(duplex=False)
    first = os.getpid()
    with pytest.raises(KoosteError, match="ended from outside"):
        Shares(parts=range(4), make=ended, told=lambda _: None).made(2)


def test_little_work_is_not_shared_out() -> None:
    assert processes_for(10, 400) == 1
    assert 1 <= processes_for(4000, 400) <= 4


def test_two_processes_make_the_same_site(tmp_path: Path) -> None:
    rows, config = small_region(), schedules(languages=("fi",))
    one = publish(rows, tmp_path / "one", schedules=config, processes=1)
    two = publish(rows, tmp_path / "two", schedules=config, processes=2)
    assert one == two
    alone, shared = files(tmp_path / "one"), files(tmp_path / "two")
    assert {path for path in alone | shared if alone.get(path) != shared.get(path)} == set()
