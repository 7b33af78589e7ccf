"""How one field of a described source is found and put right, as ``schedules.yaml`` says it; what pages, sheets and interfaces share.

Everything that can be wrong in a description is refused when it is loaded, in words that say where and how to mend it: selectors and
regular expressions are compiled, formats and the names in templates are checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from harvesters.field_formats import Locale, fault_of
from harvesters.field_words import LANGUAGE_TEXTS, TIMES, VOLATILE, WORDS, base_name
from harvesters.strict import Strict

_NAME = re.compile(r"[a-z][a-z0-9_]*(?::[a-z]{2,3})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_IN_TEMPLATE = re.compile(r"\{(\w+)\}")
_LONGEST_PATTERN = 2000
TEXT = "text"
"""In a template the field's own text, as far as it has one."""
KEY = "key"
"""In a template the key of a record that an interface keeps by key."""


def is_pattern(pattern: str) -> str:
    """The regular expression itself if it is one (Python's ``re``)."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        msg = f"{pattern!r} is no regular expression: {error}"
        raise ValueError(msg) from None
    if len(pattern) > _LONGEST_PATTERN:
        msg = f"the regular expression is longer than {_LONGEST_PATTERN} characters"
        raise ValueError(msg)
    return pattern


def _is_format(pattern: str) -> str:
    if fault := fault_of(pattern):
        msg = f"{pattern!r} is no format: {fault}"
        raise ValueError(msg)
    return pattern


def _is_zone(name: str) -> str:
    if name not in available_timezones() or name in {"localtime", "Factory", "posixrules"}:
        msg = f"{name!r} is not an IANA time zone; write for example Europe/Helsinki or UTC"
        raise ValueError(msg)
    return name


def _as_list(value: Any) -> Any:
    """One text where several may stand."""
    return (value,) if isinstance(value, str) else value


def _as_word(value: Any) -> Any:
    """A number as the text it is written as; YAML's own yes and no as words a field can hold."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


def _quoted_keys(value: Any) -> Any:
    """The mapping with its numbers as texts; a key that YAML took for yes or no must be put in quotes."""
    if not isinstance(value, Mapping):
        return value
    if any(isinstance(key, bool) or key is None for key in value):
        msg = "put the words yes, no, on, off and null in quotes, or YAML reads them as something else"
        raise ValueError(msg)
    return {str(key): _as_word(word) for key, word in value.items()}


Pattern = Annotated[str, AfterValidator(is_pattern)]
Patterns = Annotated[tuple[Pattern, ...], BeforeValidator(_as_list)]
Formats = Annotated[tuple[Annotated[str, AfterValidator(_is_format)], ...], BeforeValidator(_as_list)]
Word = Annotated[str, BeforeValidator(_as_word)]


class Rule(Strict):
    """One field: where it stands (told by the model of each format), then what is done with it, in the order of the keys here."""

    model_config = ConfigDict(str_strip_whitespace=False)

    value: Annotated[str | None, BeforeValidator(_as_word)] = None
    """A constant, the same for every record."""
    replace: Annotated[dict[Pattern, Word], BeforeValidator(_quoted_keys)] = Field(default_factory=dict)
    """Regular expression -> what to put in its place, one after the other."""
    regex: Pattern = ""
    """What part of the text is meant: the first group that has anything, else the whole match; without a match there is no value.
    Named groups can be used in later templates."""
    split: Pattern = ""
    """Regular expression between several values in one text (categories, languages)."""
    map: Annotated[dict[str, Word], BeforeValidator(_quoted_keys)] = Field(default_factory=dict)
    """The publisher's word -> ours, in any case; ``"*"`` for all other words, which else stay as they are."""
    template: str = ""
    """A text with ``{names}`` of captures and fields that stand before it, ``{text}`` for the field's own; what stands in ``[...]`` is left
    out when a name in it is empty. Without any other source it is the source."""
    join: str | None = None
    """Put between all values to make one; without it the first value is meant, except for fields that may have several."""
    default: Word = ""
    """Where nothing is found."""
    divide: int = Field(default=1, ge=1)
    """A number is divided by it: 100 for prices in cents."""
    format: Formats = ()
    """How a day or a time is written, tried in order; without it a time is a text for the phrase grammar."""
    locale: Locale | None = None
    """Language of the names in ``format``; the description's own unless given."""
    zone: Annotated[str, AfterValidator(_is_zone)] | None = None
    """Zone of a time without offset; the source's wall clock unless given."""
    html: bool = False
    """Keep the markup (descriptions)."""
    required: bool = False
    """A record without it is set aside."""

    @property
    def is_constant(self) -> bool:
        """True where nothing of the record is looked at."""
        return self.value is not None

    @property
    def named_groups(self) -> tuple[str, ...]:
        """Names that the regular expression captures."""
        return tuple(re.compile(self.regex).groupindex) if self.regex else ()

    @property
    def names_used(self) -> set[str]:
        """Names in the template."""
        return set(_IN_TEMPLATE.findall(self.template))

    @property
    def uses_own_text(self) -> bool:
        """True where there is no template, or one that the field's own text is put into."""
        return not self.template or bool(self.names_used & {TEXT, *self.named_groups})

    @model_validator(mode="after")
    def _replacements_fit(self) -> Rule:
        for pattern, instead in self.replace.items():
            try:
                re.sub(pattern, instead, "")
            except (re.error, IndexError) as error:
                msg = f"replace {pattern!r}: {instead!r} cannot be put in its place: {error}"
                raise ValueError(msg) from None
        return self

    @model_validator(mode="after")
    def _braces_are_names(self) -> Rule:
        rest = _IN_TEMPLATE.sub("", self.template)
        if "{" in rest or "}" in rest:
            msg = f"template {self.template!r}: write names as {{date}}, without anything else in the braces"
            raise ValueError(msg)
        if rest.count("[") != rest.count("]"):
            msg = f"template {self.template!r}: every [ needs its ]"
            raise ValueError(msg)
        return self


def flattened(rules: Any, shorthand: str, *, only_words: bool) -> Any:
    """The fields as one rule a key: a plain text is its ``shorthand`` key, languages become ``name:fi``; raises ``ValueError``.

    ``only_words``: a name that is no field is a mistake; else it is a capture for templates.
    """
    if not isinstance(rules, Mapping):
        return rules
    found: dict[str, Any] = {}
    for name, rule in rules.items():
        key = str(name)
        _check_name(key, only_words=only_words)
        if base_name(key) in LANGUAGE_TEXTS and isinstance(rule, Mapping) and rule and all(_is_language(word) for word in rule):
            found |= {f"{key}:{language}": _rule(one, shorthand) for language, one in rule.items()}
        else:
            found[key] = _rule(rule, shorthand)
    return found


def _is_language(word: Any) -> bool:
    return isinstance(word, str) and _LANGUAGE.fullmatch(word) is not None and word not in {"css", "map"}


def _rule(rule: Any, shorthand: str) -> Any:
    return {shorthand: rule} if isinstance(rule, str | int) and not isinstance(rule, bool) else rule


def _check_name(key: str, *, only_words: bool) -> None:
    if only_words and base_name(key) not in WORDS:
        near = get_close_matches(key, WORDS, n=1)
        meant = f"; is {near[0]!r} meant?" if near else f"; the fields are {', '.join(sorted(WORDS))}. Other names go under captures"
        msg = f"{key!r} is no field{meant}"
        raise ValueError(msg)
    if not _NAME.fullmatch(key) or base_name(key) in {TEXT, KEY}:
        msg = f"{key!r}: a name has small letters, digits and _ only, begins with a letter, and is neither {TEXT} nor {KEY}"
        raise ValueError(msg)


def check_names(groups: Iterable[Mapping[str, Rule]], known: Iterable[str] = ()) -> set[str]:
    """Every name that the rules define, in order; raises ``ValueError`` for a template that uses one before it is known."""
    names = {TEXT, *known}
    for rules in groups:
        for key, rule in rules.items():
            names |= set(rule.named_groups)
            if missing := sorted(rule.names_used - names):
                msg = f"{key}: the template uses {{{missing[0]}}}, which no capture or field before it defines"
                raise ValueError(msg)
            names.add(base_name(key))
    return names


def check_fields(rules: Mapping[str, Rule], others: Iterable[str] = ()) -> None:
    """Raise ``ValueError`` for fields that cannot make an event; ``others`` are names that headings or detail pages give."""
    present = {base_name(key) for key in (*rules, *others)}
    if "name" not in present:
        raise ValueError("name is missing: say where the event's name stands")
    if needless := sorted(key for key, rule in rules.items() if rule.format and base_name(key) not in TIMES):
        msg = f"{needless[0]}: only days and times have a format ({', '.join(TIMES)})"
        raise ValueError(msg)
    if "uid" not in present and (told := [word for word in VOLATILE if word in present]):
        msg = f"{told[0]}: places left need a uid, so that they can be told without reading the event again"
        raise ValueError(msg)


def is_required(key: str, rule: Rule) -> bool:
    """True where a record without this field is set aside; an event without a name is none."""
    return rule.required or base_name(key) == "name"
