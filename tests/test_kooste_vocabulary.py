"""The vocabulary read from its files, and what a person is told about a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from harvesters.errors import ConfigError
from kooste.vocabulary import vocabulary

GOOD = """\
topics:
  - id: exercise
    words:
      fi: [-potkunyrkkeily]
subjects:
  - id: curling
    topic: exercise
    name: {fi: Curling, sv: Curling, en: Curling}
    ptv: [P27.1]
    words:
      fi: [kivenheitto-]
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "vocabulary.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_packaged_one_is_read_once() -> None:
    assert vocabulary() is vocabulary()
    assert vocabulary().classify({"fi": "Satutunti"}).topics == ("culture",)


def test_a_town_s_own_file_is_laid_over_it(tmp_path: Path) -> None:
    ours = vocabulary(written(tmp_path, GOOD))
    assert ours.classify({"fi": "Kivenheittokisa"}).subjects == ("curling",)
    assert ours.classify({"fi": "Satutunti"}).topics == ("culture",)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    topic: exercise", "    topics: exercise", ["line 7", "subjects › curling", "'topics' is not known", "did you mean 'topic'"]),
        ("[P27.1]", "[P271]", ["line 9", "subjects › curling › ptv", "'P271'", "of the form"]),
        ("[kivenheitto-]", "['*heitto']", ["line 11", "'*heitto'", "'kirppis-'"]),
        ("id: curling", "id: Curling", ["line 6", "'Curling'", "of the form"]),
        ("sv: Curling, ", "", ["subjects › curling › name: missing in sv"]),
        ("topic: exercise", "topic: exercice", ["curling › topic", "'exercice' is not known", "did you mean 'exercise'"]),
        ("topics:", "topics: [", ["line", "Check the indentation"]),
        (GOOD, "- a list", ["holds no entries", "subjects"]),
        ("    topic: exercise", "    topic: exercise\n    topic: nature", ["'topic' stands twice"]),
    ],
)
def test_what_is_wrong_and_where(tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    path = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(ConfigError) as raised:
        vocabulary(path)
    message = str(raised.value)
    assert message.startswith(str(path))
    assert [word for word in words if word not in message] == []


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such file"):
        vocabulary(tmp_path / "none.yaml")
