"""How alike two words are."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from recruitcheck.names.market_words import is_market_word, is_plain_word

SKELETON = 0.88  # vowels differ: the common case of romanised names
SHORT_SKELETON = 0.74
OTHER_VOWELS, MANY_CONSONANTS = 0.5, 4  # so many consonants agree, and hardly a vowel does
OTHER_HARDNESS, HARDNESS_LETTERS, HARDNESS_SLIPS = 0.55, 5, 2  # "paektu" and "baekdu"
DOUBLED = 0.95
OTHER_VOWEL = 0.04  # for each vowel after the first that differs
OTHER_OPENING = 0.04
READ_ALIKE, READ_HARDER = 0.78, 0.64  # same consonants; same but for how hard they are: "padma" and "fatema"
READ_SHORT, READ_NEAR = 0.1, 0.66  # what one consonant alone loses; one consonant off
OTHER_GENDER = 0.7  # a person must look
PREFIX = 0.6
SHAPE, SHAPE_LETTERS, SHAPE_SLIPS = 0.4, 5, 0.45
STEM = 5  # first letters that forms of one word share
INITIAL = 0.5
FIRST_LETTER = 0.1
MOST_SLIPS = 3
FAR = 4  # slips, doubled letters counted, beyond which two words are alike only if they are spoken alike
FAR_LETTERS = 6  # of either word then

OPENINGS = str.maketrans("aeiouyhckqgxbpfvwtdszj", "aaaaaaakkkkkpppppttsss")
"""Letters that one sound may begin with, whoever spells it."""
SOUNDS = (
    ("gyeong", "kyung"),
    ("geum", "kum"),
    ("woo", "u"),
    ("ight", "it"),
    ("tch", "ch"),
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("bh", "b"),
    ("sh", "s"),
    ("ch", "s"),
    ("ng", "n"),
    ("tz", "s"),
    ("ts", "s"),
)
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "s", "w": "v", "x": "ks"})
SPELT_WAYS = (
    ("ight", "ite"),
    ("gyeong", "kyung"), ("geum", "kum"), ("yeong", "yong"), ("young", "yong"), ("woo", "u"), ("tch", "ch"),
    ("shch", "sh"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("ph", "f"), ("kh", "k"), ("gh", "g"),
    ("dh", "d"), ("th", "t"), ("bh", "b"), ("ck", "k"), ("tz", "z"), ("ts", "z"), ("oo", "u"), ("ou", "u"),
    ("ee", "i"), ("kw", "qu"),
    ("iy", "i"), ("yi", "i"), ("ay", "ai"), ("ei", "ai"), ("ey", "ai"), ("ow", "au"), ("aw", "au"),
    ("eu", "u"), ("ae", "a"), ("gk", "g"), ("hl", "l"), ("ht", "t"), ("ya", "ia"), ("yu", "iu"), ("yo", "io"),
    ("ye", "ie"),
)  # fmt: skip
# Most words hold no "h" or no "y": what needs one is not looked for there.
_SOUNDS_WITHOUT_H = tuple(way for way in SOUNDS if "h" not in way[0])
_SPELT_WAYS_OF = {
    (h, y): tuple(way for way in SPELT_WAYS if (h or "h" not in way[0]) and (y or "y" not in way[0]))
    for h in (False, True)
    for y in (False, True)
}
ONE_LETTER = str.maketrans({"q": "k", "c": "k", "w": "v", "x": "ks"})
_VOWEL_Y = re.compile("(?<!^)y(?![aeiou])")
SPOKEN_ALIKE = (0.0, 0.0, 0.74, 0.78, 0.84, 0.9, 0.93)  # equal but for spelling, by letters
DIPHTHONG = re.compile("([ao])w(?![aeiouy])")
_DOUBLED = re.compile(r"(.)\1", re.DOTALL)
PLACES = str.maketrans("bfvdg", "ppptk")
_VOWELS = frozenset("aeiouy")
_MALE_ENDINGS = ("ov", "ev", "in")
HARD_LETTERS = _LETTERS | {ord(letter): None for letter in "aeiouyh'"}


@lru_cache(maxsize=262_144)
def likeness(a: str, b: str) -> float:
    """0 to 1: 1 for equal words, less for typing slips and spellings, 0 for other words.

    Words with digits are equal or different, never alike: "a1" is not "a2".
    """
    if a == b:
        return 1.0
    if not (a.isalpha() and b.isalpha()):
        return 0.0
    common = is_market_word(a), is_market_word(b)
    if all(common):
        return 0.0  # "eastern" is no misspelt "western"
    if any(common):
        a, b = (_as_printed(a, b), b) if common[0] else (a, _as_printed(b, a))
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) == 1:
        return INITIAL if longer.startswith(shorter) else 0.0
    if _other_start(a, b):
        return _by_start(shorter, longer)
    if len(longer) - len(shorter) > MOST_SLIPS:
        return max(_by_start(shorter, longer), _by_far_sound(shorter, longer))
    return likeness_at(a, b, _osa()(a, b, score_cutoff=FAR))


@lru_cache(maxsize=65_536)
def read_likeness(a: str, b: str) -> float:
    """``likeness`` where one of the words was read from another script: its vowels and the hardness of its
    consonants are a guess, so that words with the same bones are alike however they are spelt."""
    alike = likeness(a, b)
    if alike >= SKELETON or not (a.isalpha() and b.isalpha()) or min(len(a), len(b)) < 2:
        return alike
    if is_market_word(a) and is_market_word(b):
        return alike
    mine, yours = bones(a), bones(b)
    if mine == yours:
        size = max(len(a), len(b))
        same = 1 - min(size, _osa()(a, b)) / size
        least = READ_ALIKE if skeleton(a) == skeleton(b) else READ_HARDER
        return max(alike, least + (SKELETON - least) * same - (READ_SHORT if len(mine) < 2 else 0.0))
    if min(len(mine), len(yours)) > 2 and _osa()(mine, yours, score_cutoff=1) == 1:
        return max(alike, READ_NEAR)
    return alike


@lru_cache(maxsize=65_536)
def bones(word: str) -> str:
    """The consonants by the place where they are made: what stays of a word in every romanisation."""
    plain = skeleton(DIPHTHONG.sub(r"\1u", word)).translate(PLACES)
    return undoubled("a" + plain[1:] if plain[:1] in _VOWELS else plain)


def _as_printed(common: str, other: str) -> str:
    """A market word, which is kept in the singular, in the plural where that is what the other word may be."""
    return common if other[-1] != "s" or common[-1] == "s" else plural(common)


def plural(word: str) -> str:
    """An English word in the plural."""
    return f"{word[:-1]}ies" if word[-1] == "y" else f"{word}s"


def likeness_at(a: str, b: str, slips: int) -> float:
    """``likeness`` of two unequal words of letters that are so many slips apart."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) == 1:
        return INITIAL if longer.startswith(shorter) else 0.0
    start = _by_start(shorter, longer)
    if _other_start(a, b):
        return start
    if slips > FAR or len(longer) - len(shorter) > MOST_SLIPS:
        return max(start, _by_far_sound(shorter, longer))
    sound = _by_sound(shorter, longer) or _by_hardness(shorter, longer)
    alike = max(_by_slips(shorter, longer, slips), sound, start, _by_shape(shorter, longer, slips))
    if alike > OTHER_GENDER and are_of_two_genders(shorter, longer):
        return OTHER_GENDER
    return SHAPE if alike > SHAPE and are_other_words(shorter, longer) else alike


def are_of_two_genders(shorter: str, longer: str) -> bool:
    """Whether two words may be the names of a man and of a woman: "ivanov" and "ivanova", two owners or one."""
    return longer[-1] == "a" and longer[:-1] == shorter and shorter.endswith(_MALE_ENDINGS)


def are_other_words(shorter: str, longer: str) -> bool:
    """Whether two unequal words are ordinary ones of which neither is a form or a spelling of the other."""
    if not (is_plain_word(shorter) and is_plain_word(longer)) or longer.startswith(shorter[:STEM]):
        return False
    return longer not in (f"{shorter}s", f"{shorter}es") and spoken(shorter) != spoken(longer)


def _by_hardness(shorter: str, longer: str) -> float:
    """What two words have that differ in how hard their consonants are, and in little else."""
    if len(shorter) < HARDNESS_LETTERS or bones(shorter) != bones(longer) or skeleton(shorter) == skeleton(longer):
        return 0.0
    near = _osa()(spoken(shorter), spoken(longer), score_cutoff=HARDNESS_SLIPS) <= HARDNESS_SLIPS
    return OTHER_HARDNESS if near else 0.0


def _by_shape(shorter: str, longer: str, slips: int) -> float:
    """What two words have that are spelt too differently for slips, and might still be one: enough to be looked at."""
    return SHAPE if len(shorter) >= SHAPE_LETTERS and slips <= SHAPE_SLIPS * len(longer) else 0.0


def _other_start(a: str, b: str) -> bool:
    """Whether neither a slip nor a spelling explains how the words begin; cheap, and true of most pairs."""
    return a[1] != b[1] and a[0] != b[1] and a[1] != b[0] and a[0].translate(OPENINGS) != b[0].translate(OPENINGS)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The consonants as they sound, vowels and doubled letters left out."""
    for written, sound in SOUNDS if "h" in word else _SOUNDS_WITHOUT_H:
        if written in word:
            word = word.replace(written, sound)
    if word[0] == "h" and word[1:2] in _VOWELS:  # "helios" is "ilios"
        word = word[1:]
    first = "a" if word[0] in _VOWELS else word[0].translate(_LETTERS)  # "osman" is "usman"
    return undoubled(first + word[1:].translate(HARD_LETTERS))


@lru_cache(maxsize=65_536)
def spoken(word: str) -> str:
    """The word with one spelling for each sound that romanisations spell in several ways: "noor" and "nur"."""
    for written, sound in _SPELT_WAYS_OF["h" in word, "y" in word]:
        if written in word:
            word = word.replace(written, sound)
    word = word.translate(ONE_LETTER)
    if "y" in word:
        word = _VOWEL_Y.sub("i", word)
    if len(word) > 2 and word[-1] == "h" and word[-2] in _VOWELS:
        word = word[:-1]
    return undoubled(word)


def has_double(word: str) -> bool:
    """Whether a letter comes twice in a row."""
    return _DOUBLED.search(word) is not None


@lru_cache(maxsize=65_536)
def undoubled(word: str) -> str:
    """The word with each letter once that comes twice in a row."""
    if not has_double(word):
        return word
    return "".join([letter for letter, before in zip(word, f" {word}", strict=False) if letter != before])


@cache
def _osa() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    distance: Callable[..., int] = OSA.distance
    return distance


def slips_allowed(size: int) -> int:
    """How many slips two words may be apart, by the letters of the longer."""
    return 0 if size < 3 else 1 if size < 7 else 2 if size < 11 else 3


def harshness(size: int) -> float:
    """How much of a word of so many letters one slip in it takes away, times its letters."""
    return 1.15 if size >= 8 else 1.35 if size == 7 else 1.55 if size == 6 else 1.8 if size == 5 else 2.1


def _by_slips(shorter: str, longer: str, slips: int) -> float:
    size = len(longer)
    if slips > slips_allowed(size):
        return 0.0
    harsh = harshness(size)
    alike = 1 - harsh * slips / size
    if (len(shorter) > 3 and undoubled(shorter) == undoubled(longer)) or (size > 3 and longer == f"{shorter}s"):
        alike = max(alike, DOUBLED)
    return max(0.0, alike - (FIRST_LETTER if shorter[0] != longer[0] else 0.0))


def _by_sound(shorter: str, longer: str) -> float:
    sound = skeleton(shorter)
    if sound != skeleton(longer):
        return 0.0
    mine, yours = spoken(shorter), spoken(longer)
    if mine == yours:
        return SPOKEN_ALIKE[min(len(shorter), len(SPOKEN_ALIKE) - 1)]
    allowed = vowels_allowed(len(longer))
    slips = _osa()(mine, yours, score_cutoff=allowed)
    if len(shorter) < 4 or len(sound) < 2 or slips > allowed:
        return OTHER_VOWELS if slips > allowed and len(sound) >= MANY_CONSONANTS else 0.0
    alike = SKELETON if len(sound) >= 4 else SHORT_SKELETON
    return alike - OTHER_VOWEL * (slips - 1) - (OTHER_OPENING if shorter[0] != longer[0] else 0.0)


def _by_far_sound(shorter: str, longer: str) -> float:
    """What two words have that are spelt far apart and spoken alike: "waliyoollaah" and "valiullah"."""
    if len(shorter) < FAR_LETTERS or skeleton(shorter) != skeleton(longer):
        return 0.0
    alike = _by_sound(shorter, longer)
    return alike if alike > OTHER_VOWELS else 0.0


def vowels_allowed(size: int) -> int:
    """How many slips two words of one sound may be spoken apart, by the letters of the longer."""
    return 2 if size < 9 else 3


def _by_start(shorter: str, longer: str) -> float:
    return PREFIX if len(shorter) >= 3 and longer.startswith(shorter) else 0.0
