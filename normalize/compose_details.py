"""For whom, at what cost and how to take part, of several tellings: each fact from the first that tells it.

Prices and enrolment are asked of the registration system first, for there they are sold. Facts that only mean something together (ages and
years of birth, a price and whether it is free) are never mixed where they would contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from normalize.compose_voices import Voice, first_told, is_told
from normalize.model import Details, Evidence, Feature, Offer, Registration

_PLAIN = (
    *("concessions", "accompany_under", "with_adult", "gender", "audience", "eligibility", "topics", "subjects", "life_situations"),
    *("concepts", "accessibility_text", "easy_language", "attendance_mode", "opening_hours"),
)
"""Facts that stand by themselves."""
AGES = ("minimum_age", "maximum_age", "birth_years", "grades")
"""Facts that say one thing together."""


@dataclass(slots=True)
class Told:
    """Values of the model, and the listings they are from."""

    values: dict[str, object] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    evidence: set[Evidence] = field(default_factory=set)

    def put(self, name: str, value: object, voice: Voice | None) -> None:
        """A field with its value and whose it is; a value that nobody told has no origin."""
        self.values[name] = value
        if voice is not None and is_told(value):
            self.origins[name] = voice.lead.id
            self.evidence.update(voice.evidence(name))


def details_of(voices: Sequence[Voice], scheduled: Voice, place_id: str) -> Told:
    """The details of the event, its evidence not yet among them; ``scheduled`` is the telling whose times the event has."""
    told = Told()
    for name in _PLAIN:
        told.put(name, *first_told(voices, name, lambda voice, name=name: getattr(voice.lead.details, name)))  # type: ignore[misc]
    _put_ages(told, voices)
    selling = selling_first(voices)
    _put_price(told, selling)
    _put_registration(told, selling)
    _put_accessibility(told, voices, place_id)
    _put_own(told, voices, scheduled)
    return told


def selling_first(voices: Sequence[Voice]) -> list[Voice]:
    """The registration systems before the others."""
    return sorted(voices, key=lambda voice: voice.telling.strands[0].role != "registration")


def _put_ages(told: Told, voices: Sequence[Voice]) -> None:
    """All limits of the first telling that has any; a person's correction of one of them first."""
    corrected = [voice for voice in voices if any((name, "") in voice.corrected for name in AGES)]
    telling = [voice for voice in voices if has_ages(voice.lead.details)]
    voice = next(iter([*corrected, *telling, *voices]))
    for name in AGES:
        told.put(name, getattr(voice.lead.details, name), voice)


def has_ages(details: Details) -> bool:
    """True where ages, years of birth or grades are told."""
    return any(is_told(getattr(details, name)) for name in AGES)


def is_paid(offers: Sequence[Offer]) -> bool:
    """True where everybody has to pay for one of the prices."""
    return any(offer.minimum is not None and offer.minimum > 0 and not offer.is_optional and not offer.group for offer in offers)


def _put_price(told: Told, voices: Sequence[Voice]) -> None:
    """The prices, and whether it is free: of the first telling that tells either, and of others what goes together with it."""
    fields = ("offers", "is_accessible_for_free")
    corrected = [voice for voice in voices if any((name, "") in voice.corrected for name in fields)]
    telling = [voice for voice in voices if any(is_told(getattr(voice.lead.details, name)) for name in fields)]
    first = next(iter([*corrected, *telling, *voices]))
    offers, is_free = first.lead.details.offers, first.lead.details.is_accessible_for_free
    by, free_by = first, first
    if not corrected:
        for voice in telling:
            theirs = voice.lead.details
            if (
                not offers
                and theirs.offers
                and theirs.is_accessible_for_free in {None, is_free}
                and not (is_free and is_paid(theirs.offers))
            ):
                offers, by = theirs.offers, voice
            if is_free is None and theirs.is_accessible_for_free is not None and not (theirs.is_accessible_for_free and is_paid(offers)):
                is_free, free_by = theirs.is_accessible_for_free, voice
    told.put("offers", offers, by)
    told.put("is_accessible_for_free", is_free, free_by)


def _put_registration(told: Told, voices: Sequence[Voice]) -> None:
    """How to take part, each of its values from the first that tells it; where nobody need enrol, nobody's way to enrol is shown."""
    tells = [voice for voice in voices if voice.lead.details.registration is not None]
    told.values["registration"] = None
    if not tells:
        return
    required = next((one.required for voice in tells if (one := registration_of(voice)).required is not None), None)
    agree = [voice for voice in tells if required is not False or registration_of(voice).required is not True]
    values: dict[str, object] = {"required": required}
    for name in Registration.model_fields:
        by = _who_tells(agree, name)
        if by is not None:
            values[name] = getattr(registration_of(by), name)
            told.evidence.update(one for one in by.evidence("registration") if one.value in {"", name})
    told.values["registration"] = Registration.model_validate(values)
    told.origins["registration"] = agree[0].lead.id


def _who_tells(voices: Sequence[Voice], name: str) -> Voice | None:
    """The first whose enrolment says something of this; a person's correction first, also that nothing is known."""
    for voice in voices:
        if ("registration", name) in voice.corrected:
            return voice
    default = Registration.model_fields[name].default
    return next((voice for voice in voices if getattr(registration_of(voice), name) != default), None)


def registration_of(voice: Voice) -> Registration:
    """What a telling says of taking part."""
    return voice.lead.details.registration or Registration()


def _put_accessibility(told: Told, voices: Sequence[Voice], place_id: str) -> None:
    """Every feature once: what a telling says of the event itself before what is the place's."""
    found: dict[str, tuple[Feature, Voice]] = {}
    said = [(feature, voice) for voice in voices for feature in voice.lead.details.accessibility]
    said = [(feature, voice) for feature, voice in said if not feature.is_inherited or voice.lead.place_id == place_id]
    for feature, voice in sorted(said, key=lambda one: (one[0].is_inherited, ("accessibility", one[0].code) not in one[1].corrected)):
        found.setdefault(feature.code, (feature, voice))
    told.values["accessibility"] = tuple(found[code][0] for code in sorted(found))
    for code, (_, voice) in sorted(found.items()):
        told.evidence.update(one for one in voice.evidence("accessibility") if one.value in {"", code})
    if found:
        told.origins["accessibility"] = next(voice for voice in voices if any(voice is by for _, by in found.values())).lead.id


def _put_own(told: Told, voices: Sequence[Voice], scheduled: Voice) -> None:
    """What only makes sense beside the listing it is from: where it came from, what it is part of, when it was to be, who is credited."""
    first = voices[0]
    told.put("origin", first.lead.details.origin, first)
    told.put("series", scheduled.lead.details.series, scheduled)
    told.put("previous_start", scheduled.lead.details.previous_start, scheduled)
    passing = [first] if first.role == "organizer" else voices
    told.put("credited", *first_told(passing, "credited", lambda voice: voice.lead.details.credited))


def with_evidence(told: Told, more: Iterable[Evidence]) -> Details:
    """The details with why each value is what it is; ``more`` is what the other fields of the event rest on."""
    ordered = sorted({*told.evidence, *more}, key=lambda one: (one.field, one.value, one.origin, one.rule, one.quote, one.certainty))
    return Details.model_validate({**told.values, "evidence": tuple(ordered)})
