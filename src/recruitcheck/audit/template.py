"""Input files to fill in: every column that an audit accepts, with one made-up example."""

from __future__ import annotations

import csv
import io
import json

from recruitcheck.audit.inputs import AGENCY_COLUMNS

_AGENCY = {
    "id": "A-1",
    "name": "Example Overseas Pvt. Ltd.",
    "licence_number": "EX-0001",
    "country": "NP",
    "address": "1 Example Street, Example Town",
    "phone": "+977 1 0000000",
    "email": "office@agency.example",
    "website": "https://agency.example",
    "origin": "NP",
    "destination": "QA",
    "sector": "construction",
}
_OFFER = {
    "id": "O-1",
    "text": "Replace this with the words of the advert, message, offer letter or contract.",
    "kind": "advert",
    "from": "worker",
    "origin": "NP",
    "destination": "QA",
    "sector": "construction",
}


def agencies_template() -> str:
    """CSV with every accepted column; further columns are kept and shown."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, AGENCY_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerow(_AGENCY)
    return out.getvalue()


def offers_template() -> str:
    """JSON Lines with every accepted key; further keys are kept."""
    return json.dumps(_OFFER, ensure_ascii=False) + "\n"
