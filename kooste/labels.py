"""What people call organizers, audiences, topics and municipalities, by the ids that stand in the data."""

from __future__ import annotations

from harvesters.source import Schedules
from kooste.vocabulary import vocabulary_of
from normalize.corrections import organizer_id


def labels(schedules: Schedules, language: str) -> dict[str, str]:
    """Id or code -> its name in a language, else in any."""
    vocabulary = vocabulary_of(schedules)
    names = {one.id: one.name for one in (*vocabulary.topics, *vocabulary.subjects, *vocabulary.audiences)}
    names |= {one.code: one.name for one in schedules.region.municipalities}
    names |= {organizer_id(source): source.organizer.name for source in schedules.sources}
    return {key: name.get(language) or next(iter(name.values())) for key, name in names.items()}
