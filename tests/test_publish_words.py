"""The texts of the interface: whole in every language, or nothing is published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harvesters.errors import KoosteError
from publish.folders import Folders
from publish.words import Words, read_words
from tests.publish_rows import page, publish, small_region
from tests.shared import ROOT

LANGUAGES = ("fi", "sv", "en")
SITE = ROOT / "site"
HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def words(language: str) -> Words:
    return read_words([SITE / "locale"], LANGUAGES)[language]


def written(folder: Path, **catalogues: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for language, text in catalogues.items():
        (folder / f"{language}.po").write_text(HEAD + text, encoding="utf-8")
    return folder


def test_the_catalogues_are_whole() -> None:
    assert len({frozenset(words(language).texts) for language in LANGUAGES}) == 1


def test_every_text_that_templates_ask_for_exists() -> None:
    asked = {
        key
        for path in (SITE / "templates").rglob("*.html")
        if "explorer" not in path.parts
        for key in re.findall(r"""\b[tn]\(\s*["']([a-z_.]+[a-z_])["']\s*[,)]""", path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 80
    assert asked <= words("fi").texts.keys()


def test_every_text_that_the_code_names_in_full_exists() -> None:
    named = {
        key
        for path in (SITE / "publish").glob("*.py")
        for key in re.findall(r'words(?:\.count)?\(\s*"([a-z_.]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(named) > 80
    assert named <= words("fi").texts.keys()


@pytest.mark.parametrize(
    ("catalogues", "told"),
    [
        ({"fi": 'msgid "a"\nmsgstr "x"\n', "sv": ""}, "sv.po: no text for 'a'"),
        ({"fi": 'msgid "a"\nmsgstr "x"\n', "sv": 'msgid "a"\nmsgstr ""\n'}, "sv.po: no text for 'a'"),
        ({"fi": 'msgid "a"\nmsgstr "{n}"\n', "sv": 'msgid "a"\nmsgstr "{m}"\n'}, "'a': the languages name different values: m, n"),
        ({"fi": 'msgid "a"\nmsgstr "{"\n', "sv": 'msgid "a"\nmsgstr "{n}"\n'}, "'a': the languages name different values"),
    ],
)
def test_an_incomplete_catalogue_stops_the_build_and_is_named(catalogues: dict[str, str], told: str, tmp_path: Path) -> None:
    with pytest.raises(KoosteError, match=re.escape(told)):
        read_words([written(tmp_path, **catalogues)], ("fi", "sv"))


def test_a_municipality_replaces_single_texts(tmp_path: Path) -> None:
    custom = tmp_path / "custom" / "locale"
    written(custom, fi='msgid "home.title"\nmsgstr "Mitä Norppalassa tapahtuu?"\n')
    publish(small_region(), tmp_path)
    assert "Mitä Norppalassa tapahtuu?" in page(tmp_path, "fi/")


def test_a_municipality_replaces_a_template_and_the_colours(tmp_path: Path) -> None:
    folders = Folders.found(tmp_path / "custom")
    (tmp_path / "custom" / "templates" / "parts").mkdir(parents=True)
    (tmp_path / "custom" / "static").mkdir()
    (tmp_path / "custom" / "templates" / "parts" / "footer.html").write_text("<footer>Norppalan kaupunki</footer>")
    tokens = folders.static_files()["tokens.css"].read_text(encoding="utf-8")
    (tmp_path / "custom" / "static" / "tokens.css").write_text(tokens.replace("--spruce: #0B4F3C", "--spruce: #5A0A3C"))
    publish(small_region(), tmp_path)
    assert "<footer>Norppalan kaupunki</footer>" in page(tmp_path, "fi/")
    style = re.search(r'stylesheet" href="/(static/style\.[0-9a-f]+\.css)"', page(tmp_path, "fi/"))
    assert style
    assert "--spruce: #5A0A3C" in page(tmp_path, style[1])


def test_colours_that_cannot_be_read_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / "custom" / "static").mkdir(parents=True)
    tokens = (SITE / "static" / "tokens.css").read_text(encoding="utf-8")
    (tmp_path / "custom" / "static" / "tokens.css").write_text(tokens.replace("--ink-2: #3D4A44", "--ink-2: #8A938F"))
    with pytest.raises(KoosteError, match=r"light: --ink-2 #8A938F on --paper #FBFAF6 is 3\.\d:1; at least 7:1"):
        publish(small_region(), tmp_path)
    assert not (tmp_path / "public").exists()


def test_plural_forms() -> None:
    assert [words("fi").count("count.events", n) for n in (0, 1, 2)] == ["0 tapahtumaa", "1 tapahtuma", "2 tapahtumaa"]
    assert [words("en").count("count.events", n) for n in (0, 1, 2)] == ["0 events", "1 event", "2 events"]


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(KoosteError, match=r"'no\.such' is missing in site/locale/sv\.po"):
        words("sv")("no.such")
