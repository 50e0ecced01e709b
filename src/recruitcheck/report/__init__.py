"""What a reader gets: the JSON contract and its schemas, HTML reports, the findings table.

Everything here renders finished assessments; nothing here decides. pydantic and jinja2 load on first use.
"""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports

if TYPE_CHECKING:
    from recruitcheck.report.case import CaseInfo, CustodyStep, PageLinks
    from recruitcheck.report.contract import dumps, from_json, to_json
    from recruitcheck.report.findings_table import COLUMNS, findings_rows, write_findings_csv
    from recruitcheck.report.folder import AuditFrame, batch_page, write_audit
    from recruitcheck.report.html import Audience, render_assessment
    from recruitcheck.report.index import IndexRow, index_row, render_index
    from recruitcheck.report.schemas import SCHEMA_NAMES, schema

__all__ = [
    "COLUMNS",
    "SCHEMA_NAMES",
    "Audience",
    "AuditFrame",
    "CaseInfo",
    "CustodyStep",
    "IndexRow",
    "PageLinks",
    "batch_page",
    "dumps",
    "findings_rows",
    "from_json",
    "index_row",
    "render_assessment",
    "render_index",
    "schema",
    "to_json",
    "write_audit",
    "write_findings_csv",
]

_HOMES = {
    "CaseInfo": "case",
    "CustodyStep": "case",
    "PageLinks": "case",
    "dumps": "contract",
    "from_json": "contract",
    "to_json": "contract",
    "COLUMNS": "findings_table",
    "findings_rows": "findings_table",
    "write_findings_csv": "findings_table",
    "AuditFrame": "folder",
    "batch_page": "folder",
    "write_audit": "folder",
    "Audience": "html",
    "render_assessment": "html",
    "IndexRow": "index",
    "index_row": "index",
    "render_index": "index",
    "SCHEMA_NAMES": "schemas",
    "schema": "schemas",
}

__getattr__ = lazy_exports(__name__, _HOMES)
