"""Time of the whole check from text to findings, share by share, beside a plain loop of the same rules' patterns.

    python benchmarks/offers/speed.py [CASES.jsonl]

CPU time of one core; the least of several rounds, since other work only ever adds. Four figures: the real texts of the
file as they are; texts of 1 kB made of them, beside the plain loop; one document of 10 kB, 100 kB and 1 MB; the rules
loaded from the cache. The plain loop searches the patterns of the text's languages, written as one regular expression
each, in the whole text with `regex`: what a scanner without a first sieve would do before any guard. All of them take
minutes, so a share is searched, for half a minute at most, and told.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import regex

from recruitcheck.checks.offer import check_offer
from recruitcheck.documents import document_from_text
from recruitcheck.model import CheckDates, Corridor, Document
from recruitcheck.particulars import extract
from recruitcheck.redflags import RuleSet, judge_terms, load_rules, scan
from recruitcheck.redflags.compiled import compile_language
from recruitcheck.redflags.pattern import Pattern

_HERE = Path(__file__).resolve().parent
_DAY = CheckDates(date(2026, 1, 1), date(2026, 1, 1))
_ROUNDS = 7
_SIZES = (10_000, 100_000, 1_000_000)  # of the one document that grows
_LONGEST_SEARCH = 1.0  # seconds of one pattern in one text, in the plain loop
STAGES = ("text", "particulars", "rules", "terms", "findings")


def stages(text: str, rules: RuleSet) -> tuple[float, ...]:
    """Seconds of CPU that each stage of one check takes."""
    ticks = [time.process_time()]
    document = document_from_text(text)
    ticks.append(time.process_time())
    particulars = extract(document)
    ticks.append(time.process_time())
    found = scan(document, particulars, rules)
    ticks.append(time.process_time())
    # As `audit.offer` asks for them: of papers that must state their terms.
    terms = judge_terms(document, particulars) if document.kind.must_state_terms else ()
    ticks.append(time.process_time())
    check_offer(document, particulars, found, terms, Corridor(), _DAY)
    ticks.append(time.process_time())
    return tuple(after - before for before, after in pairwise(ticks))


def least(texts: list[str], rules: RuleSet) -> list[float]:
    """Per stage the least seconds over the rounds, summed over the texts."""
    best = [[float("inf")] * len(STAGES) for _ in texts]
    for _ in range(_ROUNDS):
        for place, text in enumerate(texts):
            best[place] = [min(pair) for pair in zip(best[place], stages(text, rules), strict=True)]
    return [sum(column) for column in zip(*best, strict=True)]


def as_regex(pattern: Pattern, words: Callable[[str], str]) -> str:
    """One regular expression for a pattern's first sequence; gaps count words."""
    pieces: list[str] = []
    for part in pattern.sequences[0]:
        if pieces:
            pieces.append(rf"(?:\W+\w+){{0,{part.gap}}}\W+")
        pieces.append(f"(?:{words(part.slot)})" + ("?" if part.optional else ""))
    return "".join(pieces)


def plain_loop(document: Document, rules: RuleSet, most: int) -> tuple[list[regex.Pattern[str]], int]:
    """Some patterns of the document's languages and of English, evenly chosen, and how many there are in all."""
    written = []
    for lang in dict.fromkeys((*(code for code in document.languages if code in rules.languages), "en")):
        language = compile_language(rules, lang)
        written += [(one.pattern, language) for one in language.patterns()]
    step = max(1, len(written) // most)
    chosen = [regex.compile(r"\b" + as_regex(one, language.lexicon.as_regex)) for one, language in written[::step]]
    return chosen, len(written)


def loop_seconds(texts: list[str], rules: RuleSet, most: int, seconds: float) -> tuple[float, int, int, list[str]]:
    """Estimated seconds of CPU to search texts for every pattern; patterns searched, those cut short; which texts.

    A share of the patterns is searched and the rest taken to cost as much on average. A search that takes longer than
    a second is cut there, so that the estimate is too low rather than too high. No text is begun after ``seconds``.
    """
    total, searched, cut = 0.0, 0, 0
    done: list[str] = []
    until = time.process_time() + seconds
    for text in texts:
        if done and time.process_time() > until:
            break
        patterns, everything = plain_loop(document_from_text(text), rules, most)
        lowered = text.lower()
        begun = time.process_time()
        for pattern in patterns:
            try:
                for _found in pattern.finditer(lowered, timeout=_LONGEST_SEARCH):
                    pass
            except TimeoutError:
                cut += 1
        total += (time.process_time() - begun) * everything / len(patterns)
        searched += len(patterns)
        done.append(text)
    return total, searched, cut, done


def _real(path: Path) -> list[str]:
    """The real texts of a file; all where none is told to be."""
    cases: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    chosen = [case["text"] for case in cases if case.get("source", "real") == "real"]
    return chosen or [case["text"] for case in cases]


def _joined(chosen: list[str], size: int) -> list[str]:
    """Texts of one size, put together of others."""
    joined, texts = "", []
    for text in chosen:
        joined += text + "\n\n"
        if len(joined) >= size:
            texts.append(joined[:size])
            joined = ""
    return texts


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def tell_rate(what: str, texts: list[str], rules: RuleSet) -> None:
    """Texts a second, and the share of each stage."""
    best = least(texts, rules)
    total = sum(best)
    _say(f"{len(texts)} {what} of {sum(map(len, texts)) // len(texts)} characters: {len(texts) / total:.0f} a second")
    for name, seconds in zip(STAGES, best, strict=True):
        _say(f"  {name:12s} {seconds / len(texts) * 1000:6.2f} ms  {100 * seconds / total:3.0f} %")


def tell_ratio(texts: list[str], rules: RuleSet, most: int, seconds: float) -> None:
    """How many times as fast as the plain loop the whole check is, on the texts that the loop came to."""
    loop, searched, cut, done = loop_seconds(texts, rules, most, seconds)
    whole = sum(least(done, rules))
    _say(
        f"plain loop: {loop / len(done) * 1000:.0f} ms a text, estimated from {searched} searches of {len(done)} "
        f"texts, {cut} cut after {_LONGEST_SEARCH} s; the whole check is {loop / whole:.0f} times as fast"
    )


def tell_growth(texts: list[str], rules: RuleSet) -> None:
    """The cost of one document by its size."""
    for size in _SIZES:
        long = (("\n\n".join(texts) + "\n") * (size // sum(map(len, texts)) + 1))[:size]
        spent = sum(stages(long, rules))
        _say(f"one document of {size:9,d} characters: {spent:6.2f} s, {spent / size * 1e6:.2f} µs a character")


def main() -> int:
    """Print rates, shares, the ratio to the plain loop and how the cost grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, nargs="?", default=_HERE / "texts" / "en" / "first.jsonl")
    parser.add_argument("--loop-patterns", type=int, default=80, help="patterns of each text in the plain loop, about")
    parser.add_argument("--loop-seconds", type=float, default=30.0, help="how long the plain loop begins texts")
    options = parser.parse_args()
    load_rules()  # fills the cache where it is empty
    begun = time.process_time()
    rules = load_rules()
    _say(f"rules loaded from the cache in {(time.process_time() - begun) * 1000:.0f} ms")
    real = _real(options.cases)
    adverts = _joined(real, 1_000)
    tell_rate("real texts", real, rules)
    tell_rate("texts", adverts, rules)
    tell_ratio(adverts, rules, options.loop_patterns, options.loop_seconds)
    tell_growth(real, rules)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
