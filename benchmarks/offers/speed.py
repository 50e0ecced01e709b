"""Time of the whole check from text to findings, share by share, beside a plain loop of the same rules' patterns.

    python benchmarks/offers/speed.py [CASES.jsonl] [--size 1000] [--long]

CPU time of one core; the least of several rounds, since other work only ever adds. The plain loop searches the
patterns of the text's languages, written as one regular expression each, in the whole text with `regex`: what a scanner
without a first sieve would do before any guard. All of them take minutes, so a share is searched and told. `--long`
adds documents up to a megabyte, to see how the cost grows.
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
    terms = judge_terms(document, particulars)
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


def loop_seconds(texts: list[str], rules: RuleSet, most: int) -> tuple[float, int, int]:
    """Estimated seconds of CPU to search every text for every pattern, patterns searched, and those cut short.

    A share of the patterns is searched and the rest taken to cost as much on average. A search that takes longer than
    a second is cut there, so that the estimate is too low rather than too high.
    """
    total, searched, cut = 0.0, 0, 0
    for text in texts:
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
    return total, searched, cut


def _texts(path: Path, size: int) -> list[str]:
    cases: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    chosen = [case["text"] for case in cases if case.get("source", "real") == "real"] or [
        case["text"] for case in cases
    ]
    if not size:
        return chosen
    joined, texts = "", []
    for text in chosen:
        joined += text + "\n\n"
        if len(joined) >= size:
            texts.append(joined[:size])
            joined = ""
    return texts


def main() -> int:
    """Print rates, shares and the ratio to the plain loop."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, nargs="?", default=_HERE / "texts" / "en" / "first.jsonl")
    parser.add_argument("--size", type=int, default=1000, help="characters of each text; 0: as they are")
    parser.add_argument("--long", action="store_true", help="documents of 10 kB, 100 kB and 1 MB as well")
    parser.add_argument("--loop-texts", type=int, default=6, help="texts that the plain loop searches")
    parser.add_argument("--loop-patterns", type=int, default=80, help="patterns of each text that it searches, about")
    parser.add_argument("--no-loop", action="store_true", help="leave out the plain loop")
    options = parser.parse_args()
    begun = time.process_time()
    rules = load_rules()
    loaded = time.process_time() - begun
    texts = _texts(options.cases, options.size)
    say = sys.stdout.write
    mean = sum(map(len, texts)) // len(texts)
    say(f"rules loaded in {loaded * 1000:.0f} ms; {len(texts)} texts of {mean} characters\n")
    best = least(texts, rules)
    total = sum(best)
    for name, seconds in zip(STAGES, best, strict=True):
        say(f"  {name:12s} {seconds / len(texts) * 1000:6.2f} ms  {100 * seconds / total:3.0f} %\n")
    say(f"  whole check  {total / len(texts) * 1000:6.2f} ms  {len(texts) / total:.0f} a second\n")
    if not options.no_loop:
        few = texts[:: max(1, len(texts) // options.loop_texts)]
        loop, searched, cut = loop_seconds(few, rules, options.loop_patterns)
        whole = sum(least(few, rules))
        say(
            f"plain loop     {loop / len(few) * 1000:6.0f} ms, estimated from {searched} searches of {len(few)} texts, "
            f"{cut} cut after {_LONGEST_SEARCH} s; the whole check is {loop / whole:.0f} times as fast\n"
        )
    for size in (10_000, 100_000, 1_000_000) if options.long else ():
        long = (("\n\n".join(texts) + "\n") * (size // sum(map(len, texts)) + 1))[:size]
        begun = time.process_time()
        stages(long, rules)
        spent = time.process_time() - begun
        say(f"{size:9,d} characters: {spent:6.2f} s, {spent / size * 1e6:.2f} µs a character\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
