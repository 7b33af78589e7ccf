"""``schedules.yaml`` read, checked and worded: what is wrong, where, what was found and what is allowed.

The shape itself is ``harvesters.source``; here stand reading the file, the words of its errors and the secrets it refers to.
"""

from __future__ import annotations

from pathlib import Path

from harvesters.errors import ConfigError
from harvesters.source import Region, Schedules
from kooste import approved
from kooste.vocabulary import vocabulary
from kooste.yaml_file import read_model


def load(path: Path) -> Schedules:
    """The whole configuration with every default filled in and the approved sources; ``ConfigError`` names every mistake at once."""
    schedules = read_model(_text(path), str(path), Schedules)
    resolved = tuple(schedules.resolved(source) for source in schedules.sources)
    told = schedules.model_copy(update={"sources": resolved, "region": _with_vocabulary(schedules.region, path)})
    return approved.renewed(told, approved.path_beside(path))


def _with_vocabulary(region: Region, path: Path) -> Region:
    """The region with the path of its own vocabulary, which is named from where the file itself is; ``ConfigError`` where it is wrong."""
    if not region.vocabulary:
        return region
    own = path.parent / region.vocabulary
    vocabulary(own)
    return region.model_copy(update={"vocabulary": str(own)})


def _text(path: Path) -> str:
    """The file as text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file; give one with --config, or start from the schedules.yaml of Kooste") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as UTF-8 text ({error})") from error


def user_agent(schedules: Schedules) -> str:
    """How we introduce ourselves to publishers, with a way to reach the operator."""
    region = schedules.region
    return schedules.defaults.fetch.user_agent.format(public_address=region.public_address, email=region.contact.email)
