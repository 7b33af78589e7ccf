"""What it is, where and by whom, of several tellings: each field from the first that tells it; texts language by language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from harvesters.source import Role
from normalize.compose_details import Told
from normalize.compose_voices import Voice, first_told
from normalize.model import Listing, Texts
from normalize.places_words import folded

UNDETERMINED = "und"
PLACE = ("place_id", "place_text", "room", "municipality_code", "postal_code", "latitude", "longitude")
"""Where it is: told together."""
_DESCRIBE: tuple[Role, ...] = ("organizer", "municipality", "registration", "umbrella", "republisher")
"""Whose description wins: a system that sells describes the sale, so it comes after the town."""
_PLAIN = ("kind", "organizer_id", "url", "conference", "images", "in_language")


def fields_of(voices: Sequence[Voice]) -> Told:
    """The fields of the event that are neither times nor details."""
    told = Told()
    _put_texts(told, "name", voices)
    _put_texts(told, "description", sorted(voices, key=lambda voice: _DESCRIBE.index(voice.role)))
    for name in _PLAIN:
        told.put(name, *first_told(voices, name, _of_lead(name)))
    _, first = first_told(voices, "categories", _of_lead("categories"))
    told.put("categories", tuple(dict.fromkeys(one for voice in voices for one in voice.lead.categories)), first)
    _put_place(told, voices)
    return told


def _of_lead(name: str) -> Callable[[Voice], object]:
    return lambda voice: getattr(voice.lead, name)


def _put_texts(told: Told, name: str, voices: Sequence[Voice]) -> None:
    """Every language's text from the first that has one in it: translations stand side by side.

    A text whose language nobody knows says most likely the same as a better source's, so it is taken of the first voice alone.
    """
    found: Texts = {}
    for language in _languages(name, voices):
        asked = voices[:1] if language == UNDETERMINED and len(_languages(name, voices)) > 1 else voices
        text, voice = first_told(asked, name, lambda one, language=language: _texts(one.lead, name).get(language, ""), language)  # type: ignore[misc]
        if voice is not None and text:
            found[language] = text
            told.origins[f"{name}.{language}"] = voice.lead.id
            told.evidence.update(one for one in voice.evidence(name) if one.value in {"", language})
    told.values[name] = found


def _texts(listing: Listing, name: str) -> Texts:
    texts: Texts = getattr(listing, name)
    return texts


def _languages(name: str, voices: Iterable[Voice]) -> list[str]:
    """The languages of a text, those of the first voice first and in its order."""
    return list(dict.fromkeys(language for voice in voices for language in _texts(voice.lead, name)))


def _put_place(told: Told, voices: Sequence[Voice]) -> None:
    """The place of the first that tells one, and what others know of the same place.

    A place that the first could only tell in words becomes a known one where another's words for it are the same.
    """
    telling = [voice for voice in voices if voice.lead.place_id or voice.lead.place_text]
    corrected = [voice for voice in voices if ("place_id", "") in voice.corrected]
    first = next(iter([*corrected, *telling, *voices]))
    place = next((voice for voice in telling if voice.lead.place_id and _is_same_place(first.lead, voice.lead)), first)
    by = first if corrected else place
    for name in PLACE:
        told.put(name, getattr(by.lead, name), by)
    for voice in telling if not corrected else []:
        if voice.lead.place_id == by.lead.place_id and _is_same_place(by.lead, voice.lead):
            for name in ("room", "municipality_code", "postal_code"):
                if not told.values[name]:
                    told.put(name, getattr(voice.lead, name), voice)
            if told.values["latitude"] is None and voice.lead.latitude is not None:
                told.put("latitude", voice.lead.latitude, voice)
                told.put("longitude", voice.lead.longitude, voice)


def _is_same_place(one: Listing, other: Listing) -> bool:
    """True for the same known place, or for words for it of which the ones are among the others."""
    if one.place_id and other.place_id:
        return one.place_id == other.place_id
    words, more = (set(folded(listing.place_text).split()) for listing in (one, other))
    return bool(words and more) and (words <= more or more <= words)
