"""Names in one way of writing: without accents, other scripts in Latin letters; stems of words that no table has, slips of the pen."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType

_KEPT = 65_536
_CYRILLIC = (
    "а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ "
    "э e ю iu я ia і i ї i є e ґ g ў u ё e ј j љ lj њ nj ћ c ђ dj џ dz"
)
_GREEK = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
_ARABIC = (
    "ا a أ a إ a آ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع _ غ gh ف f ق q ك k ل l م m ن n ه h ة _ و w ي y "
    "ى a ئ _ ؤ _ ء _ پ p چ ch ژ zh گ g ک k ی y"
)
_LATIN = "ø o æ ae œ oe ß ss ł l đ d ð d þ th ŋ n ŧ t ı i"


def _pairs(*tables: str) -> dict[int, str]:
    """What each letter becomes; ``_`` is nothing."""
    words = " ".join(tables).split()
    return {ord(letter): latin.replace("_", "") for letter, latin in zip(words[::2], words[1::2], strict=True)}


_NORDIC = str.maketrans("äöåéü", "aoaeu")
"""The letters with accents that nearly every such word has, for their sake alone a word need not be decomposed."""
_LETTERS = MappingProxyType(_pairs(_CYRILLIC, _GREEK, _ARABIC, _LATIN))
_SOUNDS = (
    ("shch", "s"), ("tsch", "c"), ("tch", "c"), ("tsh", "c"), ("tsj", "c"), ("tj", "c"), ("ts", "c"), ("ch", "c"), ("sch", "s"),
    ("sh", "s"), ("sj", "s"), ("zh", "s"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("w", "v"),
    ("iu", "u"), ("ia", "a"), ("j", "i"), ("y", "i"), ("c", "k"), ("z", "s"), ("q", "k"),
)  # fmt: skip
"""Spellings of one sound, put one for another in this order."""
_TWICE = re.compile(r"(.)\1+")
_VOWEL_ENDING = re.compile(r"(?<=..)[aeiou]+$")
_FINNISH = re.compile(
    r"(?<=....)(?:(?:i?(?:ssa|sta|lla|lta|lle|ksi|tta|na))|(?<=a)an|(?<=e)en|(?<=i)in|(?<=o)on|(?<=u)un|(?<=y)yn|seen|hin|iden|itten|ien|jen|ten|kin|ja|ia|ita|ta|n|t)$"
)
_SWEDISH = re.compile(r"(?<=...)(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|en|et|ar|er|or|na|ns|s|n)$")
_ENGLISH = re.compile(r"(?<=...)(?:ings|ing|ies|es|ed|s|y)$")
_SLAVIC = re.compile(r"(?<=....)(?:ogo|ego|ami|iami|akh|ykh|ikh|oi|ei|aia|oe|ye|yi|ii|om|em|ov|ev|am|a|e|i|o|u|y)$")
_ENDINGS = {"fi": _FINNISH, "et": _FINNISH, "sv": _SWEDISH, "en": _ENGLISH, "ru": _SLAVIC, "uk": _SLAVIC}
_OWNER = re.compile(r"'s?$")
_SHORT, _LONG = 5, 9
"""Letters from which on one slip, and two, are forgiven."""
_SAME_BEGINNING = 4
_ENDING = 3


@lru_cache(maxsize=_KEPT)
def fold_word(word: str) -> str:
    """The word in small Latin letters without accents, hyphens and the apostrophe of the genitive (``Winter's``: ``winter``)."""
    low = word.lower()
    if not low.isascii():
        low = low.translate(_NORDIC)
    if not low.isascii():
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", low).casefold())
        low = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_LETTERS)
    if "'" in low:
        low = _OWNER.sub("", low).replace("'", "")
    return low


@lru_cache(maxsize=_KEPT)
def as_written(text: str, piece: str) -> str:
    """A folded piece of a text as it is written there; the piece itself where it is not found (another script)."""
    plain = "".join(unicodedata.normalize("NFKD", letter)[0] for letter in text.lower())
    at = plain.find(piece)
    return text[at : at + len(piece)] if at >= 0 and len(plain) == len(text) else piece


@lru_cache(maxsize=_KEPT)
def stem(word: str, language: str) -> str:
    """The folded word without the ending it may have in that language; at least three letters stay."""
    ending = _ENDINGS.get(language)
    return ending.sub("", word) if ending else word


@lru_cache(maxsize=_KEPT)
def sound(word: str) -> str:
    """How the folded word sounds, roughly: one spelling for Tšaikovski, Tjajkovskij, Tchaikovsky and Чайковский."""
    for written, spoken in _SOUNDS:
        if written in word:
            word = word.replace(written, spoken)
    return _VOWEL_ENDING.sub("", _TWICE.sub(r"\1", word))


@lru_cache(maxsize=_KEPT)
def is_slip(a: str, b: str) -> bool:
    """True for two folded words that differ as a slip of the pen or an ending does."""
    longest = max(len(a), len(b))
    same = max(_SAME_BEGINNING, longest - _ENDING, -(-longest * 2 // 3))
    if len(a) >= same <= len(b) and a[:same] == b[:same]:
        return True
    most = 2 if longest >= _LONG else 1 if longest >= _SHORT else 0
    return most > 0 and abs(len(a) - len(b)) <= most and distance(min(a, b), max(a, b), most) <= most


def is_one_edit(a: str, b: str) -> bool:
    """True for two words that differ by one letter added, left out or changed, or by two neighbours swapped."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1 or a == b:
        return False
    at = 0
    while at < len(a) and a[at] == b[at]:
        at += 1
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])


def is_slip_of_all(a: str, b: str) -> bool:
    """True for two whole names, letters alone, that differ by one slip of the pen, or by two in long ones."""
    most = 2 if min(len(a), len(b)) >= 2 * _LONG else 1 if min(len(a), len(b)) >= _LONG else 0
    return most > 0 and abs(len(a) - len(b)) <= most and distance(min(a, b), max(a, b), most) <= most


def distance(a: str, b: str, most: int) -> int:
    """Letters added, left out, changed or swapped with the next between two words (optimal string alignment).

    Where it is more than ``most`` any number above it is given back.
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one != other))
            if i > 1 and j > 1 and one == b[j - 2] and a[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
