"""Importing the vocabulary costs nothing heavy; reading a word does."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import recruitcheck.vocabulary as vocabulary
heavy = ("pydantic", "yaml", "regex", "anyascii")
assert not [name for name in heavy if name in sys.modules], "heavy at import"
assert vocabulary.covers("fee_charging", "fee_charging.bribe")
assert not [name for name in heavy if name in sys.modules], "heavy without data"
assert vocabulary.resolve_country("Nepal") == "NP"
from recruitcheck.vocabulary.countries import names_in
assert names_in.cache_info().currsize <= 1, "an English name reads English names only"
"""


def test_importing_the_vocabulary_is_light_and_english_reads_one_file() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
