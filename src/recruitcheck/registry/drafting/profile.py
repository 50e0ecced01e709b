# ruff: noqa: E501  patterns of words read better unwrapped
"""What the values of a column look like: mails, numbers to call, dates, firms, addresses, states, counters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from recruitcheck.model import LicenceStatus
from recruitcheck.names import fold, parse_name
from recruitcheck.registry.drafting.date_shape import DateContext, DateShape, find_dates
from recruitcheck.registry.drafting.status_guess import status_of
from recruitcheck.vocabulary import resolve_country

MAX_NAMES_PARSED = 300
MAX_COUNTRIES = 80
FEW_STATES = 60  # a column of states has no more different values
NULLS = frozenset(
    {"n/a", "na", "n.a.", "n.a", "-", "--", "---", "–", "—", "none", "null", "nil", "not available", "not applicable", ".", "..",
     "...", "x", "無", "无", "なし", "없음", "لا يوجد", "n/d", "s/n", "no aplica", "not provided", "not stated", "#n/a", "nan", "brak",
     "není", "keine", "unknown", "tbd", "?"}
)  # fmt: skip

_MAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}|\w\s*\[at\]\s*\w|\w\(at\)\w", re.IGNORECASE)
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|(?<![@\w])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|co|biz|info|[a-z]{2})(?:/|\Z|\s)",
    re.I,
)
_PHONE = re.compile(r"(?<![\w/])(?:\+|00)?\(?\d[\d\s().\-/]{4,18}\d(?![\w])")
_LONG_RUN = re.compile(r"\d{16}")  # nobody has so long a number
_PHONE_LETTERS = re.compile(r"[^\W\d_]{4,}")
_ADDRESS = re.compile(
    r"\b(?:road|rd|street|str|st|avenue|ave|floor|fl|block|house|building|bldg|tower|suite|unit|flat|room|rm|lane|p\.?o\.?\s?box|"
    r"plot|sector|no|jalan|jl|jln|rua|av|calle|c/|carrera|ulica|ul|al|os|strada|bd|bul|улица|ул|вул|straße|strasse|weg|platz|allee|"
    r"via|viale|piazza|corso|rue|boulevard|chemin|place|straat|gatan|vei|veien|gade|utca|út|cad|caddesi|sok|sokak|mah|mahallesi|"
    r"brgy|barangay|chowk|nagar|marg|tole|ward|thana|soi|moo|náměstí|nám|tř|ulice|č\.p)\b\.?",
    re.IGNORECASE,
)
_CJK_ADDRESS = re.compile(
    "[路街號号巷弄樓楼室區区縣县市省町丁目番地]|(?:로|길|동|구)\\s?\\d|ถนน|แขวง|เขต|ตำบล|อำเภอ|ซอย|شارع|طريق|حي|مبنى|ठेगाना|वडा|রোড|সড়ক|ভবন"
)
_ADDRESS_END = re.compile(
    r"(?:straße|strasse|str\.|gasse|weg|platz|gatan|vägen|veien|laan|straat|plein)\b", re.IGNORECASE
)
_NAME_WORDS = re.compile(
    r"\b(?:agency|agencies|agenc\w+|recruit\w*|manpower|overseas|employment|services?|consult\w*|international|personnel|placement|"
    r"staffing|human|resources?|travels?|trad\w+|enterprises?|group|holding|global|job|work\w*|farms?|labou?r|contract\w+|"
    r"company|corporation|zeitarbeit|personal\w*|agencja|pracy|agentura|práce|agence|agencia|lavoro|trabalho|trabajo|emploi|"
    r"istihdam|bürosu|agensi|pekerjaan|jasa|tenaga)\b|公司|仲介|人力|職業|介紹|服務|株式会社|有限会社|協同組合|사무소|직업|จัดหางาน|บริษัท|"
    r"مكتب|شركة|استقدام|وكالة|म्यानपावर|ওভারসিজ|ইন্টারন্যাশনাল|агентство|кадр|персонал",
    re.IGNORECASE,
)
_POSTAL = re.compile(
    r"\d{4,6}(?:-\d{3,4})?|\d{2}-\d{3}|\d{3}\s?\d{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d{2}\s?[A-Z0-9]{4}|\d{4}\s?[A-Z]{2}"
)
_NUMBER = re.compile(r"(?=.*\d)[\w./#+()№º°\-–—\s]{1,60}\Z")
_AMOUNT = re.compile(r"[\d.,\s]+\Z")
_YES_NO = frozenset(
    {"yes", "no", "y", "n", "true", "false", "0", "1", "x", "ano", "ne", "ja", "nein", "oui", "non", "si", "sí", "tak", "nie",
     "有", "無", "是", "否", "да", "нет"}
)  # fmt: skip


def values_of(cells: Sequence[str]) -> list[str]:
    """The cells that say something."""
    return [cell for cell in cells if (text := cell.strip()) and text.casefold() not in NULLS]


@dataclass(frozen=True)
class Profile:
    """A column: its header as read, the sampled cells in order, and shares (0 to 1) of what its values are."""

    header: str
    cells: tuple[str, ...]
    context: DateContext

    @cached_property
    def values(self) -> list[str]:
        """Cells that say something."""
        return values_of(self.cells)

    @cached_property
    def different(self) -> list[str]:
        """Different values as they come, spacing set right."""
        return list(dict.fromkeys(" ".join(value.split()) for value in self.values))

    @property
    def filled(self) -> float:
        """The share of cells that say something."""
        return len(self.values) / len(self.cells) if self.cells else 0.0

    @property
    def unique(self) -> float:
        """Different values by values."""
        return len(self.different) / len(self.values) if self.values else 0.0

    def _share(self, pattern: re.Pattern[str]) -> float:
        return (
            sum(bool(pattern.search(value)) for value in self.different) / len(self.different)
            if self.different
            else 0.0
        )

    @cached_property
    def mail(self) -> float:
        """Values that hold a mail address."""
        return self._share(_MAIL)

    @cached_property
    def web(self) -> float:
        """Values that hold a web address and no mail."""
        found = [value for value in self.different if "@" not in value and _WEB.search(value)]
        return len(found) / len(self.different) if self.different else 0.0

    @cached_property
    def phone(self) -> float:
        """Values that are numbers to call: seven digits or more, hardly a letter."""
        found = 0
        for value in self.different:
            text = _plain_digits(value)
            if (
                _LONG_RUN.search(text) is None
                and len(re.sub(r"\D", "", text)) >= 6
                and _PHONE.search(text)
                and not _PHONE_LETTERS.search(text)
                and "@" not in text
            ):
                found += 1
        return found / len(self.different) if self.different else 0.0

    @cached_property
    def dates(self) -> DateShape | None:
        """The shape of its dates; None where it holds none."""
        return find_dates(self.values, self.context)

    @cached_property
    def counter(self) -> bool:
        """Whether it only counts the rows: 1, 2, 3 …"""
        numbers = [
            int(text)
            for value in self.values
            if (text := _plain_digits(value).strip(" .)")).isdecimal() and len(text) < 8
        ]
        if len(numbers) < max(2, 0.9 * len(self.values)) or not self.values:
            return False
        steps = Counter(after - before for before, after in pairwise(numbers))
        return steps[1] >= 0.8 * (len(numbers) - 1)

    @cached_property
    def padded(self) -> bool:
        """Whether it is numbers filled up with noughts, 0000000012: a serial of some office, no number to call."""
        return sum(value.startswith("000") for value in self.different) > 0.5 * len(self.different)

    @cached_property
    def states(self) -> float:
        """Rows whose value is a word for the state of a licence; only where there are few different values."""
        if not self.different or len(self.different) > FEW_STATES:
            return 0.0
        counts = Counter(" ".join(value.split()) for value in self.values)
        known = sum(count for value, count in counts.items() if status_of(value).known)
        return known / len(self.values)

    @cached_property
    def bad_state(self) -> str | None:
        """A value that says that a licence is not in force, where one does."""
        fine = (LicenceStatus.VALID, LicenceStatus.UNKNOWN)
        tried = ((value, status_of(value)) for value in self.different[:MAX_NAMES_PARSED] if len(value) < 40)
        return next((value for value, found in tried if found.known and found.status not in fine), None)

    @cached_property
    def firms(self) -> float:
        """Different values that carry a legal form or a word that firms of this trade are called by."""
        tried = self.different[:MAX_NAMES_PARSED]
        return sum(looks_like_firm(value) for value in tried) / len(tried) if tried else 0.0

    @cached_property
    def letters(self) -> float:
        """Different values that are mostly letters."""
        return sum(_mostly_letters(value) for value in self.different) / len(self.different) if self.different else 0.0

    @cached_property
    def addresses(self) -> float:
        """Different values that look like a place to go to."""
        return sum(map(looks_like_address, self.different)) / len(self.different) if self.different else 0.0

    @cached_property
    def countries(self) -> float:
        """Different values that name a country."""
        tried = self.different[:MAX_COUNTRIES]
        if not tried or len(self.different) > 250:
            return 0.0
        return sum(resolve_country(value) is not None for value in tried) / len(tried)

    @cached_property
    def postal(self) -> float:
        """Different values that are postal codes."""
        return (
            sum(bool(_POSTAL.fullmatch(value)) for value in self.different) / len(self.different)
            if self.different
            else 0.0
        )

    @cached_property
    def numbers(self) -> float:
        """Different values that may be a number under which something is registered."""
        tried = [_plain_digits(value) for value in self.different]
        return sum(bool(_NUMBER.match(value)) and len(value) <= 40 for value in tried) / len(tried) if tried else 0.0

    @cached_property
    def amounts(self) -> bool:
        """Whether it holds nothing but short figures that come again: counts or sums."""
        return bool(self.different) and all(map(_AMOUNT.match, self.different)) and self.unique < 0.7

    @cached_property
    def yes_no(self) -> bool:
        """Whether every value is a yes or a no."""
        return bool(self.different) and all(value.casefold() in _YES_NO for value in self.different)

    @cached_property
    def lines(self) -> float:
        """Values of several lines."""
        return sum("\n" in value.strip() for value in self.values) / len(self.values) if self.values else 0.0

    @cached_property
    def length(self) -> float:
        """The middle length of the different values."""
        lengths = sorted(map(len, self.different))
        return lengths[len(lengths) // 2] if lengths else 0

    @cached_property
    def script(self) -> str:
        """The script of most of its letters, as in a character's name: LATIN, CJK, ARABIC …"""
        counts: Counter[str] = Counter()
        for value in self.different[:200]:
            counts.update(unicodedata.name(each, "? ").split()[0] for each in value if each.isalpha())
        return counts.most_common(1)[0][0] if counts else ""

    def examples(self, count: int = 3) -> tuple[str, ...]:
        """A few different values, the most frequent first where they come again."""
        counts = Counter(" ".join(value.split()) for value in self.values)
        return tuple(value for value, _ in counts.most_common(count))


def looks_like_firm(text: str) -> bool:
    """Whether a text carries a legal form or a word of the trade."""
    return _NAME_WORDS.search(text) is not None or bool(parse_name(text).legal_forms)


def looks_like_address(text: str) -> bool:
    """Whether a text has a street word, or figures and commas among its words."""
    if _CJK_ADDRESS.search(text) and (any(map(str.isdigit, text)) or len(text) > 8):
        return True
    digits = any(map(str.isdigit, text))
    if (_ADDRESS.search(text) or _ADDRESS_END.search(text)) and (digits or "," in text or len(text) > 25):
        return True
    return digits and len(text) > 14 and text.count(",") + text.count("\n") >= 1 and _mostly_letters(text)


def _mostly_letters(text: str) -> bool:
    solid = [each for each in text if not each.isspace()]
    return (
        bool(solid)
        and sum(each.isalpha() or unicodedata.category(each) in ("Mn", "Mc") for each in solid) / len(solid) >= 0.55
    )


def _plain_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each for each in unicodedata.normalize("NFKC", text)
    )


def same_words(first: str, second: str) -> bool:
    """Whether two values say the same, case and marks set aside."""
    return fold(first) == fold(second)
