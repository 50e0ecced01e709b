"""Files from outside: a user's own standards join, wrong ones are refused with every problem and its place."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError, InputError
from recruitcheck.model import Binding, Corridor
from recruitcheck.standards import Catalogue, load_catalogue

TODAY = date(2026, 11, 21)

OWN = """\
- id: xx-house-rules
  title: "House rules of an invented buyer"
  short: "House rules"
  issuer: "An invented buyer"
  year: 2024
  type: code
  jurisdiction: "CODE"
  binds: "suppliers"
  provisions:
    - ref: "Rule 7"
      says: "Nobody is cut off from a telephone."
      links:
        - {practice: isolation.no_phone, effect: bars, because: "A telephone is to be free to use"}
      verified: {how: text_read, on: "2026-01-02", at: "https://rules.example/7"}
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path) -> str:
    with pytest.raises(DataFileError) as caught:
        load_catalogue([folder])
    return "\n".join(caught.value.problems)


def test_a_users_own_folder_joins_the_shipped_catalogue(tmp_path: Path, catalogue: Catalogue) -> None:
    write(tmp_path, "house.yml", OWN)
    joined = load_catalogue([tmp_path])
    found = joined.citations_for("isolation.no_phone", Corridor("NP", (), "MY"), TODAY)
    mine = next(item for item in found if item.instrument == "xx-house-rules")
    assert (mine.binding, mine.provision, mine.effect) == (Binding.STANDARD, "Rule 7", "bars")
    assert joined.sha256 != catalogue.sha256
    assert len(joined.instruments) == len(catalogue.instruments) + 1


def test_a_users_fee_limit_joins_too(tmp_path: Path) -> None:
    write(
        tmp_path,
        "limits/mine.yml",
        """\
- id: x-own-limit
  side: destination
  jurisdiction: "HK"
  destination: "HK"
  sector: "construction"
  bound: anyone
  basis: any_fee
  limit: {zero: true}
  instrument: hk-cap57
  provision: "invented"
  in_force_from: "2020-01-01"
  confidence: high
  how: text_read
""",
    )
    joined = load_catalogue([tmp_path])
    found = joined.judge_fee("recruitment_fee", None, None, None, Corridor("LK", (), "HK", "construction"), TODAY)
    assert "none_allowed" in {item.verdict for item in found if item.provision == "invented"}


WRONG = [
    ("unknown key", OWN.replace("  binds:", "  bind:"), ("house.yml:8:3: bind:", "binds: field required")),
    ("unknown practice", OWN.replace("isolation.no_phone", "isolation.no_fax"), ("house.yml:13:", "isolation.no_fax")),
    ("unknown effect", OWN.replace("effect: bars", "effect: forbids"), ("effect",)),
    ("unknown type", OWN.replace("type: code", "type: statue"), ("type",)),
    ("unquoted trap", OWN.replace('"CODE"', "NO"), ("house.yml:7:",)),
    ("bare date", OWN.replace('"2026-01-02"', "2026-01-02"), ("house.yml:14:",)),
    ("impossible date", OWN.replace("2026-01-02", "2026-13-02"), ("verified.on", "month")),
    ("date that is no date", OWN.replace("2026-01-02", "last May"), ("not an ISO date",)),
    ("unverifiable how", OWN.replace("text_read", "trust_me"), ("verified.how",)),
    ("script address", OWN.replace("  binds", '  url: "javascript:alert(1)"\n  binds'), ("url", "http")),
    ("duplicate key", OWN.replace("  year: 2024\n", "  year: 2024\n  year: 2025\n"), ("stands twice",)),
    ("an alias", OWN.replace("  binds", '  origins: &o ["NP"]\n  destinations: *o\n  binds'), ("anchors",)),
    ("a tag", OWN.replace('"suppliers"', "!!python/object/apply:os.system ['id']"), ("tag",)),
    ("not a list", "id: xx\n", ("a list is expected",)),
    ("empty", "", ("empty",)),
    ("not YAML", "- [", ("not valid YAML",)),
    ("same id as shipped", OWN.replace("xx-house-rules", "ilo-c181"), ("stands already",)),
    ("same provision twice", OWN + OWN.partition("  provisions:\n")[2], ("stands twice",)),
    ("superseded by nothing", OWN.replace("  binds", "  superseded_by: no-such-law\n  binds"), ("no-such-law",)),
    ("very long text", OWN.replace("Nobody", "Nobody " * 500), ("says", "600")),
]


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_file_is_refused_with_its_place(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    write(tmp_path, "house.yml", text)
    told = problems(tmp_path)
    for word in words:
        assert word in told


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    write(tmp_path, "house.yml", OWN.replace("  binds:", "  bind:").replace("isolation.no_phone", "nonsense"))
    write(tmp_path, "limits/a.yml", "- {id: x-a, side: middle}\n")
    write(tmp_path, "referrals/b.yml", '- {jurisdiction: "XX", name: "Line", kind: helpline}\n')
    told = problems(tmp_path)
    for word in ("bind", "nonsense", "side", "verified"):
        assert word in told


@pytest.mark.parametrize("key", ["phone_from_memory_do_not_publish", "phone_withheld", "withheld_because", "notes"])
def test_numbers_that_must_not_be_published_are_refused(tmp_path: Path, key: str) -> None:
    write(
        tmp_path,
        "referrals/line.yml",
        f"""\
- jurisdiction: "XX"
  name: "Invented line"
  kind: helpline
  {key}: "+000 555 0100"
  verified: {{on: "2026-01-01", at: "https://line.example/"}}
""",
    )
    assert key in problems(tmp_path)


def test_an_unverified_referral_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "referrals/line.yml", '- {jurisdiction: "XX", name: "Invented line", kind: helpline}\n')
    assert "verified" in problems(tmp_path)


LIMIT = """\
- id: x-limit
  side: origin
  jurisdiction: "XX"
  bound: anyone
  basis: any_fee
  limit: LIMIT
  instrument: ilo-c181
  provision: "p"
  confidence: high
  how: text_read
"""


@pytest.mark.parametrize(
    ("limit", "word"),
    [
        ("{}", "exactly one"),
        ("{zero: true, unknown: true}", "exactly one"),
        ('{amount: "100"}', "currency"),
        ('{amount: "-5", currency: "USD"}', "amount"),
        ('{amount: "NaN", currency: "USD"}', "amount"),
        ('{amount: "1e30", currency: "USD"}', "amount"),
        ('{amount: "100", currency: "dollars"}', "currency"),
        ("{percent_of: first_month_wage}", "percent"),
        ('{amount: true, currency: "USD"}', "figure"),
        ("{zero: false}", "zero"),
    ],
)
def test_a_limit_is_exactly_one_thing(tmp_path: Path, limit: str, word: str) -> None:
    write(tmp_path, "limits/x.yml", LIMIT.replace("LIMIT", limit))
    assert word in problems(tmp_path)


def test_a_missing_or_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        load_catalogue([tmp_path / "nowhere"])
    with pytest.raises(InputError, match="0 standards files"):
        load_catalogue([tmp_path])


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "big.yml").open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    with pytest.raises(InputError, match="bytes"):
        load_catalogue([tmp_path])


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(b"- id: \xff\xfe\x00")
    assert "UTF-8" in problems(tmp_path)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    write(tmp_path, "house.yml", OWN.replace("Nobody is cut off", "<script>alert(1)</script> =cmd|x"))
    found = load_catalogue([tmp_path]).citations_for("isolation.no_phone", Corridor(), TODAY)
    assert any("<script>" in item.says for item in found)


def test_parts_are_read_only_when_asked_for(catalogue: Catalogue, tmp_path: Path) -> None:
    lazy = Catalogue({**catalogue.files, "limits": (tmp_path / "missing.yml",)})
    assert lazy.citations_for("fee_charging.recruitment", Corridor("NP", (), "MY"), TODAY)
    with pytest.raises(InputError):
        _ = lazy.fee_limits


def test_importing_the_room_stays_light() -> None:
    code = "import recruitcheck.standards, sys; print([m for m in ('pydantic', 'yaml', 'regex') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
