"""Where each list is to be had: by command or by hand, its address, and when that was seen."""

from __future__ import annotations

from recruitcheck.cli.output import put_csv, put_json, put_rows
from recruitcheck.cli.session import definitions, find
from recruitcheck.cli.shared import Shared


def show_links(shared: Shared, registry_ids: list[str]) -> None:
    """A line per list."""
    items = [find(shared, each) for each in registry_ids] if registry_ids else definitions(shared)
    rows = []
    for item in items:
        pull = item.pull
        seen = pull.verified.on if pull is not None else item.verified.address
        rows.append(
            {
                "id": item.id,
                "title": item.title,
                "way": "pull" if pull is not None else "by hand",
                "address": str(pull.start) if pull is not None else item.url,
                "page": item.url,
                "seen_on": seen,
                "how_to_obtain": item.how_to_obtain,
                "discontinued": item.discontinued,
            }
        )
    if shared.format == "json":
        put_json({"schema": "recruitcheck/registry-links/1", "links": rows})
        return
    header = ["id", "way", "address", "seen on"]
    cells = [[str(row[name] or "") for name in ("id", "way", "address", "seen_on")] for row in rows]
    if shared.format == "csv":
        put_csv(
            [*header, "how to obtain"],
            [[*line, str(row["how_to_obtain"] or "")] for line, row in zip(cells, rows, strict=True)],
        )
        return
    put_rows(shared, "Where the lists are to be had", header, cells)
