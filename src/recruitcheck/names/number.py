"""Licence and registration numbers in comparable form."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARS = 120

_RUN = re.compile(r"\d+|[^\W\d_]+")
# Words that introduce a number and are no part of it.
_LABELS = frozenset(
    {"RL", "LIC", "LICENCE", "LICENSE", "LICENCED", "LICENSED", "NO", "NOS", "NUMBER", "NUM", "NR", "REG", "REGN"}
    | {"REGD", "REGISTRATION", "PERMIT", "CERTIFICATE", "CERT", "REF", "REFERENCE", "ID"}
)
_DOTTED_LABEL = re.compile(r"\bR\.?\s*L\b\.?(?=[^A-Z])|\bN[º°]|\bN\.(?=\s*\d)")


def normal_number(text: str) -> str:
    """The number without case, separators, introducing words and leading zeros of digit groups.

    ``RL-0010``, ``Licence No. 10`` and ``10`` are all ``10``; letters that belong to the number stay
    (``EA 3321`` is ``EA3321``); two digit groups stay apart (``1284/074/75`` is ``1284-74-75``).
    Returns "" for a text without a digit ("N/A", "none", "-") and for zeros only.
    """
    raw = unicodedata.normalize("NFKC", text[:MAX_CHARS]).upper()
    runs = _RUN.findall(_DOTTED_LABEL.sub(" NO ", raw))
    first_digit = next((place for place, run in enumerate(runs) if run[0].isdigit()), None)
    if first_digit is None:
        return ""
    start = max((place + 1 for place in range(first_digit) if runs[place] in _LABELS), default=0)
    result = ""
    for run in runs[start:]:
        part = (_ascii_digits(run).lstrip("0") or "0") if run[0].isdigit() else run
        result += f"-{part}" if part[0].isdigit() and result[-1:].isdigit() else part
    return result if result.strip("0-") else ""


def _ascii_digits(run: str) -> str:
    return "".join(str(unicodedata.decimal(character)) for character in run)
